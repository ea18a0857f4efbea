#pragma once
// A TOML file as plain values, so that the rest of the loader does not know the TOML library.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "kiosk/catalogue/catalogue.h"
#include "kiosk/domain/civil_date.h"

namespace huimin::catalogue {

struct Entry;
struct Value;
using Array = std::vector<Value>;
using Table = std::vector<Entry>;

// Numbers with a fraction and times of day have no place in the catalogue: they are held as
// Other.
struct Other {};

struct Value {
  std::variant<Other, std::string, std::int64_t, bool, domain::CivilDate, Array, Table> held;
  int line = 0;
};

struct Entry {
  std::string key;
  Value value;
};

// `name` is the file's name for people, below the data folder.
tl::expected<Table, Mistake> read_toml(const std::filesystem::path& file, const std::string& name);

}  // namespace huimin::catalogue
