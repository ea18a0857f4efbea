// Every text that a person sees or hears, by id and language.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "screens/locale/mo_file.h"

namespace huimin::screens {

enum class Language { ChineseSimplified, English };

// "zh_CN", "en": names of the catalogue files, also used in settings.
std::string_view code_of(Language language);
std::optional<Language> parse_language(std::string_view code);

// Values for the place-holders of one text: {name} in the text is replaced by the value of that
// name.
using TextValues = std::initializer_list<std::pair<std::string_view, std::string>>;

// Both languages, loaded once. Reading is safe from several threads at the same time.
class Texts {
 public:
  // Reads <share_dir>/locale/<code>.mo of both languages. The error names the file and what is
  // wrong with it.
  static tl::expected<Texts, std::string> load(const std::filesystem::path& share_dir);

  Texts(Texts&&) noexcept;
  Texts& operator=(Texts&&) noexcept;
  ~Texts();

  // Valid as long as this object. An id that is missing is shown as "[id]" and remembered; a text
  // that is wrong on one screen must not stop the terminal.
  std::string_view get(Language language, std::string_view id) const;

  bool has(Language language, std::string_view id) const;

  // The first id whose text is this one, word for word; empty if there is none.
  std::string_view id_of(Language language, std::string_view text) const;

  // The text with its place-holders filled, by name and in any order. A place-holder without a
  // value stays as it is. Values are taken literally: braces in what a resident typed are not
  // looked at again.
  std::string format(Language language, std::string_view id, TextValues values) const;

  // The ids that were asked for and are missing, sorted, each once. For tests and the operator's
  // log.
  std::vector<std::string> missing_ids() const;

 private:
  struct Missing;
  Texts();

  std::array<Catalogue, 2> catalogues_;  // by Language
  std::unique_ptr<Missing> missing_;
};

}  // namespace huimin::screens
