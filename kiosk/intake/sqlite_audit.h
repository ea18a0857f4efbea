#pragma once
// Walks a county's file and names the first thing that is not as it was written.

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "kiosk/intake/sqlite_line.h"

namespace huimin::intake {

// As Store::first_broken_case. What it looks at: every case's row, its events and their chain, that
// no case of a year is missing, every envelope's header, body, place and first answer, and that
// what opened a case still has it. Signatures are not verified here: there is no certificate.
tl::expected<std::optional<std::string>, StoreFault> first_flaw(SqliteLine& line,
                                                                const std::string& county);

}  // namespace huimin::intake
