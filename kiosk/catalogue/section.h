#pragma once
// Reads one table of a data file key by key and notes every mistake with its place. What was not
// asked for by the end is a mistake too: a misspelt key must not be silently without effect.

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/catalogue/programme.h"
#include "kiosk/catalogue/toml_file.h"

namespace huimin::catalogue {

// The file that is being read, and where its mistakes go. Outlives its sections.
struct OpenFile {
  std::string name;
  std::vector<Mistake>& mistakes;
};

// A required key that is missing or wrong is noted and read as an empty value, so that reading
// goes on to the next mistake. The table must outlive the section.
class Section {
 public:
  // `path` is the key of this table within the file; empty for the file itself.
  Section(OpenFile& file, const Table& table, std::string path, int line)
      : file_(&file), table_(&table), path_(std::move(path)), line_(line) {}

  bool has(std::string_view key) const;
  std::string text(std::string_view key);  // not empty
  std::string text_or_empty(std::string_view key);
  // Lower-case letters, digits and _, beginning with a letter.
  std::string id(std::string_view key);
  std::string one_of(std::string_view key, std::span<const std::string_view> values);
  Text both(std::string_view key);  // { zh = "...", en = "..." }
  Text both_here();                 // zh and en in this table itself
  bool flag(std::string_view key);
  int number(std::string_view key, int least, int most);
  domain::CivilDate date(std::string_view key);
  std::vector<domain::CivilDate> dates(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::vector<int> numbers(std::string_view key);
  Source source(std::string_view key);
  Source source_here();
  // An array of at least one table.
  std::vector<Section> sections(std::string_view key);
  std::optional<Section> section(std::string_view key);

  // Notes a mistake at `key` of this table, or at the table itself when `key` is empty.
  void note(std::string_view key, std::string expected) const;
  // Call last: notes each key that nobody asked for.
  void close() const;

 private:
  const Value* find(std::string_view key) const;
  // Notes it when the key is missing.
  const Value* take(std::string_view key, std::string_view expected);
  template <class Held>
  const Held* take_as(std::string_view key, std::string_view expected);
  template <class Held>
  std::vector<Held> take_list(std::string_view key, std::string_view expected);

  OpenFile* file_;
  const Table* table_;
  std::string path_;
  int line_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace huimin::catalogue
