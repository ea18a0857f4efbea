#pragma once
// Writes canonical JSON: keys sorted by their bytes, no blanks, integers only. Included by this
// folder's sources.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huimin::queue {

// The text under construction may be personal: the caller moves it into a base::Secret, and
// `reserve` keeps it from being copied around while it grows. Keys must come in ascending order;
// another order is a bug and stops the program.
class JsonWriter {
 public:
  explicit JsonWriter(std::size_t reserve = 1024) { text_.reserve(reserve); }

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_list();
  JsonWriter& end_list();
  JsonWriter& key(std::string_view key);
  JsonWriter& value(std::int64_t number);
  // Malformed UTF-8 becomes U+FFFD.
  JsonWriter& value(std::string_view text);
  JsonWriter& flag(bool set);
  JsonWriter& null();

  JsonWriter& field(std::string_view name, std::int64_t number) { return key(name).value(number); }
  JsonWriter& field(std::string_view name, std::string_view text) { return key(name).value(text); }

  // The finished text; the writer is empty afterwards.
  std::string take();

 private:
  void separate();
  std::string text_;
  std::vector<std::string> last_keys_;
  bool first_ = true;
};

}  // namespace huimin::queue
