#pragma once
// The county's store in one SQLite file.

#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/intake/store.h"

namespace huimin::intake {

struct SqliteSetup {
  std::filesystem::path file;  // made when missing, with its folder
  std::string county;          // six digits
  std::string case_prefix;     // before the year in a case number
};

// The error is one line for a person.
tl::expected<std::unique_ptr<Store>, std::string> open_sqlite(const SqliteSetup& setup);
// Opens an existing file without changing it, and takes nothing. A file that no intake has open is
// left without a trace beside it.
tl::expected<std::unique_ptr<Store>, std::string> open_sqlite_for_reading(const SqliteSetup& setup);

}  // namespace huimin::intake
