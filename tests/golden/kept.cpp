#include "tests/golden/kept.h"

#include <png.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

#include "screens/toolkit/png.h"

namespace huimin::golden {

namespace fs = std::filesystem;

namespace {

// Corners of arcs come from sines and cosines, whose last bit depends on the processor: a few
// pixels of their soft edges may differ by a shade.
constexpr int kSameShade = 6;
constexpr int kMostOtherPixels = 24;

bool updates() { return std::getenv("UPDATE_GOLDEN") != nullptr; }

fs::path kept(const std::string& name) {
  return fs::path(HUIMIN_SOURCE_DIR) / "tests/golden" / name;
}

std::optional<std::string> content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// Rows of 0x00RRGGBB as on a surface; empty if the file is not there or of another size.
std::vector<std::uint32_t> read_png(const fs::path& file, std::size_t width, std::size_t count) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, file.c_str()) == 0) return {};
  image.format = PNG_FORMAT_BGRA;
  std::vector<std::uint32_t> pixels;
  const bool fits = image.width == width && std::size_t{image.width} * image.height == count;
  if (fits) pixels.resize(count);
  const bool read =
      fits && png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) != 0;
  png_image_free(&image);
  return read ? pixels : std::vector<std::uint32_t>{};
}

bool is_other(std::uint32_t a, std::uint32_t b) {
  for (const int shift : {0, 8, 16}) {
    const int one = static_cast<int>(a >> shift & 0xFF);
    const int two = static_cast<int>(b >> shift & 0xFF);
    if (std::abs(one - two) > kSameShade) return true;
  }
  return false;
}

std::string write(const fs::path& file, screens::Pixels& picture) {
  const auto written = screens::write_png(file, picture.surface());
  return written ? std::string{} : written.error();
}

// What differs, on a pale copy.
void mark(screens::Pixels& picture, const std::vector<std::uint32_t>& before) {
  std::uint32_t* pixel = picture.surface().pixels;
  for (const std::uint32_t old : before) {
    *pixel = is_other(*pixel, old) ? 0xC00000 : 0xC0C0C0 | (*pixel & 0x3F3F3F);
    ++pixel;
  }
}

}  // namespace

std::string compare_text(const std::string& name, const std::string& text) {
  const auto before = content_of(kept(name));
  if (before == text) return {};
  if (updates()) {
    std::ofstream(kept(name), std::ios::binary) << text;
    return {};
  }
  return name + (before ? " differs" : " is not there") + "; it now says:\n" + text;
}

std::string compare_picture(const std::string& name, screens::Pixels& picture, int width) {
  const auto& now = picture.memory();
  const auto before = read_png(kept(name), static_cast<std::size_t>(width), now.size());
  int others = 0;
  for (std::size_t i = 0; i < before.size(); ++i) others += is_other(before[i], now[i]) ? 1 : 0;
  if (!before.empty() && others <= kMostOtherPixels) return {};
  if (updates()) return write(kept(name), picture);
  const fs::path shown = fs::temp_directory_path() / "huimin-golden" / fs::path(name).filename();
  fs::create_directories(shown.parent_path());
  std::string problem = write(shown, picture);
  mark(picture, before);
  if (!before.empty()) problem += write(shown.string() + ".difference.png", picture);
  return name + ": " + std::to_string(others) + " pixels differ; see " + shown.string() + " " +
         problem;
}

}  // namespace huimin::golden
