#include "kiosk/catalogue/section.h"

#include <algorithm>
#include <array>

namespace huimin::catalogue {
namespace {

bool is_id(std::string_view text) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::all_of(text.begin(), text.end(), fits);
}

bool is_sane(domain::CivilDate date) {
  const int year = static_cast<int>(date.year());
  return date.ok() && year >= 2000 && year <= 2100;
}

std::string listed(std::span<const std::string_view> values) {
  std::string text = "one of";
  for (const std::string_view value : values) text += " " + std::string(value);
  return text;
}

constexpr std::string_view kText = "text that is not empty";
constexpr std::string_view kDate = "a day such as 2026-07-01, of the years 2000 to 2100";
constexpr std::array<std::string_view, 4> kConfidences{"L", "S", "C", "G"};

}  // namespace

bool Section::has(std::string_view key) const { return find(key) != nullptr; }

std::string Section::text(std::string_view key) {
  const auto* text = take_as<std::string>(key, kText);
  if (text == nullptr) return {};
  if (text->empty()) note(key, std::string(kText));
  return *text;
}

std::string Section::text_or_empty(std::string_view key) {
  const auto* text = take_as<std::string>(key, "text, which may be empty");
  return text == nullptr ? std::string() : *text;
}

std::string Section::id(std::string_view key) {
  constexpr std::string_view kId = "an id of lower-case letters, digits and _";
  const auto* text = take_as<std::string>(key, kId);
  if (text == nullptr) return {};
  if (!is_id(*text)) note(key, std::string(kId));
  return *text;
}

std::string Section::one_of(std::string_view key, std::span<const std::string_view> values) {
  const auto* text = take_as<std::string>(key, listed(values));
  if (text == nullptr) return {};
  if (std::find(values.begin(), values.end(), *text) == values.end()) note(key, listed(values));
  return *text;
}

Text Section::both(std::string_view key) {
  auto inner = section(key);
  if (!inner) return {};
  Text text = inner->both_here();
  inner->close();
  return text;
}

Text Section::both_here() {
  Text both;
  both.zh = text("zh");
  both.en = text("en");
  return both;
}

bool Section::flag(std::string_view key) {
  const auto* flag = take_as<bool>(key, "true or false");
  return flag != nullptr && *flag;
}

int Section::number(std::string_view key, int least, int most) {
  const std::string expected =
      "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  const auto* number = take_as<std::int64_t>(key, expected);
  if (number == nullptr) return least;
  if (*number >= least && *number <= most) return static_cast<int>(*number);
  note(key, expected);
  return least;
}

domain::CivilDate Section::date(std::string_view key) {
  const auto* date = take_as<domain::CivilDate>(key, kDate);
  if (date == nullptr) return {};
  if (!is_sane(*date)) note(key, std::string(kDate));
  return *date;
}

std::vector<domain::CivilDate> Section::dates(std::string_view key) {
  auto dates = take_list<domain::CivilDate>(key, "a list of days");
  if (!std::all_of(dates.begin(), dates.end(), is_sane)) note(key, std::string(kDate));
  return dates;
}

std::vector<std::string> Section::texts(std::string_view key) {
  return take_list<std::string>(key, "a list of texts");
}

std::vector<int> Section::numbers(std::string_view key) {
  std::vector<int> numbers;
  for (const std::int64_t number : take_list<std::int64_t>(key, "a list of whole numbers")) {
    numbers.push_back(static_cast<int>(std::clamp<std::int64_t>(number, -1, 1'000'000)));
  }
  return numbers;
}

Source Section::source(std::string_view key) {
  auto inner = section(key);
  if (!inner) return {};
  Source source = inner->source_here();
  inner->close();
  return source;
}

Source Section::source_here() {
  Source source;
  source.instrument = text("instrument");
  source.article = text_or_empty("article");
  source.url_or_key = text("key");
  const std::string confidence = one_of("confidence", kConfidences);
  if (!confidence.empty()) source.confidence = confidence.front();
  return source;
}

std::vector<Section> Section::sections(std::string_view key) {
  constexpr std::string_view kTables = "a list of at least one table";
  const auto* array = take_as<Array>(key, kTables);
  if (array == nullptr) return {};
  std::vector<Section> sections;
  for (std::size_t i = 0; i < array->size(); ++i) {
    const Value& value = (*array)[i];
    if (const auto* table = std::get_if<Table>(&value.held)) {
      const std::string path = path_ + std::string(key) + "[" + std::to_string(i) + "].";
      sections.emplace_back(*file_, *table, path, value.line);
    }
  }
  if (sections.empty() || sections.size() != array->size()) note(key, std::string(kTables));
  return sections;
}

std::optional<Section> Section::section(std::string_view key) {
  const auto* table = take_as<Table>(key, "a table");
  if (table == nullptr) return std::nullopt;
  return Section(*file_, *table, path_ + std::string(key) + ".", find(key)->line);
}

void Section::note(std::string_view key, std::string expected) const {
  std::string where = path_ + std::string(key);
  if (where.ends_with('.')) where.pop_back();
  const Value* value = find(key);
  file_->mistakes.push_back(
      {file_->name, where, std::move(expected), value == nullptr ? line_ : value->line});
}

void Section::close() const {
  for (const Entry& entry : *table_) {
    if (!asked_.contains(entry.key)) note(entry.key, "no such key here");
  }
}

const Value* Section::find(std::string_view key) const {
  const auto found = std::find_if(table_->begin(), table_->end(),
                                  [&](const Entry& entry) { return entry.key == key; });
  return found == table_->end() ? nullptr : &found->value;
}

const Value* Section::take(std::string_view key, std::string_view expected) {
  asked_.emplace(key);
  const Value* value = find(key);
  if (value == nullptr) note(key, "missing: " + std::string(expected));
  return value;
}

template <class Held>
const Held* Section::take_as(std::string_view key, std::string_view expected) {
  const Value* value = take(key, expected);
  if (value == nullptr) return nullptr;
  const Held* held = std::get_if<Held>(&value->held);
  if (held == nullptr) note(key, std::string(expected));
  return held;
}

template <class Held>
std::vector<Held> Section::take_list(std::string_view key, std::string_view expected) {
  const auto* array = take_as<Array>(key, expected);
  std::vector<Held> list;
  if (array == nullptr) return list;
  for (const Value& value : *array) {
    if (const auto* held = std::get_if<Held>(&value.held)) list.push_back(*held);
  }
  if (list.size() != array->size()) note(key, std::string(expected));
  return list;
}

}  // namespace huimin::catalogue
