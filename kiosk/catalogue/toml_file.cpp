#include "kiosk/catalogue/toml_file.h"

#include <toml++/toml.h>

#include <fstream>
#include <iterator>

namespace huimin::catalogue {
namespace {

int line_of_node(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

domain::CivilDate civil(const toml::date& date) {
  return {std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
}

Value convert(const toml::node& node);

Table convert_table(const toml::table& table) {
  Table entries;
  for (const auto& [key, node] : table) {
    entries.push_back({std::string(key.str()), convert(node)});
  }
  return entries;
}

Array convert_array(const toml::array& array) {
  Array values;
  for (const toml::node& node : array) values.push_back(convert(node));
  return values;
}

Value convert(const toml::node& node) {
  Value value{Other{}, line_of_node(node)};
  if (const auto* text = node.as_string()) value.held = text->get();
  if (const auto* number = node.as_integer()) value.held = number->get();
  if (const auto* flag = node.as_boolean()) value.held = flag->get();
  if (const auto* date = node.as_date()) value.held = civil(date->get());
  if (const auto* array = node.as_array()) value.held = convert_array(*array);
  if (const auto* table = node.as_table()) value.held = convert_table(*table);
  return value;
}

}  // namespace

tl::expected<Table, Mistake> read_toml(const std::filesystem::path& file, const std::string& name) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) return tl::unexpected(Mistake{name, "", "a file that can be read"});
  try {
    return convert_table(toml::parse(text));
  } catch (const toml::parse_error& error) {
    return tl::unexpected(Mistake{name, "", "TOML: " + std::string(error.description()),
                                  static_cast<int>(error.source().begin.line)});
  }
}

}  // namespace huimin::catalogue
