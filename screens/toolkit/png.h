// Writes a surface as a PNG file.
#pragma once

#include "screens/toolkit/raster.h"

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace huimin::screens {

// The error is one line that names the file.
tl::expected<void, std::string> write_png(const std::filesystem::path& file,
                                           const Surface& surface);

}  // namespace huimin::screens
