// Reads a compiled gettext catalogue (GNU gettext manual, section 10.3 "The Format of GNU MO
// Files").
//
// We read the file ourselves because gettext() takes its language from the process and needs the
// locale to be installed; a terminal changes language between two residents, and prints one slip
// in another language.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace huimin::screens {

// Text by id. The header entry (empty id) is left out.
using Catalogue = std::map<std::string, std::string, std::less<>>;

// Reads the bytes of a .mo file. Everything is checked before it is used: the file may be cut or
// forged. Texts must be UTF-8. The error names the first thing that is wrong.
tl::expected<Catalogue, std::string> parse_mo(std::string_view bytes);

// The error names the file. A file above 8 MiB is refused unread.
tl::expected<Catalogue, std::string> read_mo_file(const std::filesystem::path& file);

}  // namespace huimin::screens
