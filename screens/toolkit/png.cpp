#include "screens/toolkit/png.h"

#include <png.h>

#include <cstdio>
#include <memory>
#include <vector>

namespace huimin::screens {

namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// libpng reports errors by longjmp; nothing with a destructor lives in this function.
bool write_rows(std::FILE* file, const Surface& surface, std::vector<png_byte>& row) {
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  if (png == nullptr) return false;
  png_infop info = png_create_info_struct(png);
  if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) {
    png_destroy_write_struct(&png, &info);
    return false;
  }
  png_init_io(png, file);
  png_set_IHDR(png, info, static_cast<png_uint_32>(surface.width),
               static_cast<png_uint_32>(surface.height), 8, PNG_COLOR_TYPE_RGB,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  // Flat colours repeat as they are; differences to a neighbour only hide that.
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level(png, 6);
  png_write_info(png, info);
  for (int y = 0; y < surface.height; ++y) {
    const std::uint32_t* pixels = surface.pixels + static_cast<std::ptrdiff_t>(y) * surface.stride;
    for (int x = 0; x < surface.width; ++x) {
      const auto at = static_cast<std::size_t>(x) * 3;
      row[at] = static_cast<png_byte>(pixels[x] >> 16);
      row[at + 1] = static_cast<png_byte>(pixels[x] >> 8);
      row[at + 2] = static_cast<png_byte>(pixels[x]);
    }
    png_write_row(png, row.data());
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return true;
}

}  // namespace

tl::expected<void, std::string> write_png(const std::filesystem::path& file,
                                           const Surface& surface) {
  const std::unique_ptr<std::FILE, Close> out(std::fopen(file.c_str(), "wb"));
  if (out == nullptr) return tl::unexpected("cannot write the picture " + file.string());
  std::vector<png_byte> row(static_cast<std::size_t>(surface.width) * 3);
  const bool written = write_rows(out.get(), surface, row) && std::fflush(out.get()) == 0;
  if (!written) return tl::unexpected("the picture " + file.string() + " is incomplete");
  return {};
}

}  // namespace huimin::screens
