#include "screens/toolkit/glyphs.h"

#include "screens/toolkit/corners.h"
#include "screens/toolkit/shelves.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <set>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace huimin::screens {

namespace {

// A file in memory, read page by page as glyphs are needed: the collections are 20 MB each.
class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && status.st_size > 0) {
      const auto size = static_cast<std::size_t>(status.st_size);
      void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
      if (mapped != MAP_FAILED) {
        bytes_ = static_cast<const FT_Byte*>(mapped);
        size_ = size;
      }
    }
    ::close(descriptor);
  }
  ~MappedFile() {
    if (bytes_ != nullptr) ::munmap(const_cast<FT_Byte*>(bytes_), size_);
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  // The kernel may take the pages back; they are read again when a letter needs them.
  void let_go() const {
    if (bytes_ != nullptr) ::madvise(const_cast<FT_Byte*>(bytes_), size_, MADV_DONTNEED);
  }
  const FT_Byte* bytes() const { return bytes_; }
  FT_Long size() const { return static_cast<FT_Long>(size_); }

 private:
  const FT_Byte* bytes_ = nullptr;
  std::size_t size_ = 0;
};

struct Free {
  void operator()(std::uint8_t* memory) const { std::free(memory); }
};

// Not for interchange; text must not reach the icons or anything else by them.
bool is_private_use(char32_t c) { return (c >= 0xE000 && c < 0xF900) || c >= 0xF0000; }

bool is_invisible(char32_t c) {
  return c < 0x20 || c == 0x7F || c == 0x200B || c == 0x200D || c == 0xFEFF ||
         (c >= 0xFE00 && c < 0xFE10) || (c >= 0xE0100 && c < 0xE01F0);
}

std::uint64_t key(Face face, int size_px, char32_t c) {
  return static_cast<std::uint64_t>(face) << 56 | static_cast<std::uint64_t>(size_px) << 32 | c;
}

constexpr double kBoxAdvance = 1.0;
// Fonts are let go after so many new letters: a first screen needs about as many.
constexpr unsigned kLettersBetween = 128;

}  // namespace

struct Glyphs::Impl {
  // Where a code point was found: index into the chain of faces, or nowhere.
  struct Found {
    FT_Face face = nullptr;
    FT_UInt index = 0;
    double advance_em = 0;
  };

  Impl(const FontFiles& files, AtlasSize size_wanted)
      : size(size_wanted), packer(size_wanted.width, size_wanted.height) {
    const auto bytes = static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
    // calloc, not a vector: the kernel gives the pages only when they are written.
    pixels.reset(static_cast<std::uint8_t*>(std::calloc(bytes, 1)));
    if (pixels == nullptr) throw std::runtime_error("no memory for the glyph atlas");
    paint_white();
    if (FT_Init_FreeType(&library) != 0) throw std::runtime_error("FreeType does not start");
    try {
      FT_Face regular = open_needed(files.regular, files.face_index);
      FT_Face bold = open_needed(files.bold, files.face_index);
      FT_Face icons = open_needed(files.icons, 0);
      chains[0] = {regular};
      chains[1] = {bold};
      chains[2] = {icons};
      for (const auto& file : files.fallbacks) {
        if (FT_Face fallback = open(file, 0)) {
          chains[0].push_back(fallback);
          chains[1].push_back(fallback);
        }
      }
    } catch (...) {
      FT_Done_FreeType(library);
      throw;
    }
  }
  ~Impl() { FT_Done_FreeType(library); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  FT_Face open(const std::filesystem::path& file, int index) {
    auto mapped = std::make_unique<MappedFile>(file);
    if (mapped->bytes() == nullptr) return nullptr;
    FT_Face face = nullptr;
    if (FT_New_Memory_Face(library, mapped->bytes(), mapped->size(), index, &face) != 0) {
      return nullptr;
    }
    maps.push_back(std::move(mapped));
    return face;
  }

  FT_Face open_needed(const std::filesystem::path& file, int index) {
    FT_Face face = open(file, index);
    if (face == nullptr) throw std::runtime_error("cannot open the font " + file.string());
    return face;
  }

  void paint_white() {
    for (int y = 0; y < 3; ++y) {
      std::memset(pixels.get() + static_cast<std::ptrdiff_t>(y) * size.width, 0xFF, 3);
    }
  }

  const Found& find(Face face, char32_t c) {
    const auto [slot, fresh] = found.try_emplace(key(face, 0, c));
    if (!fresh) return slot->second;
    const bool searched = face == Face::Icons || !is_private_use(c);
    for (FT_Face candidate : chains[static_cast<std::size_t>(face)]) {
      const FT_UInt index = searched ? FT_Get_Char_Index(candidate, c) : 0;
      if (index == 0) continue;
      FT_Fixed units = 0;
      read_advance(candidate, index, units);
      slot->second = {candidate, index,
                      static_cast<double>(units) / candidate->units_per_EM};
      break;
    }
    return slot->second;
  }

  static void read_advance(FT_Face face, FT_UInt index, FT_Fixed& units) {
    if (FT_Load_Glyph(face, index, FT_LOAD_NO_SCALE) == 0) units = face->glyph->advance.x;
  }

  // Copies coverage into the atlas. No room: the glyph stays without bitmap.
  bool store(Glyph& glyph, const std::uint8_t* rows, int pitch) {
    if (glyph.width == 0 || glyph.height == 0) return true;
    const auto place = packer.place(glyph.width, glyph.height);
    if (!place) {
      overflow = true;
      glyph.width = 0;
      glyph.height = 0;
      return false;
    }
    glyph.atlas_x = place->first;
    glyph.atlas_y = place->second;
    for (int y = 0; y < glyph.height; ++y) {
      std::uint8_t* row =
          pixels.get() + static_cast<std::ptrdiff_t>(glyph.atlas_y + y) * size.width;
      std::memcpy(row + glyph.atlas_x, rows + static_cast<std::ptrdiff_t>(y) * pitch,
                  static_cast<std::size_t>(glyph.width));
    }
    return true;
  }

  // A letter touches several pages of a collection, which would all stay with this process.
  void let_files_go() {
    if (rendered == 0) return;
    rendered = 0;
    for (const auto& map : maps) map->let_go();
  }

  bool render(const Found& where, int size_px, Glyph& glyph) {
    if (++rendered >= kLettersBetween) let_files_go();
    FT_Set_Pixel_Sizes(where.face, 0, static_cast<FT_UInt>(size_px));
    const FT_Int32 flags = FT_LOAD_RENDER | FT_LOAD_TARGET_LIGHT;
    if (FT_Load_Glyph(where.face, where.index, flags) != 0) return true;
    const FT_GlyphSlot slot = where.face->glyph;
    glyph.width = static_cast<int>(slot->bitmap.width);
    glyph.height = static_cast<int>(slot->bitmap.rows);
    glyph.left = slot->bitmap_left;
    glyph.top = slot->bitmap_top;
    return store(glyph, slot->bitmap.buffer, slot->bitmap.pitch);
  }

  // A box with the code point in it, so that a person and staff see which character it is.
  bool render_box(int size_px, char32_t c, Glyph& glyph) {
    const int side = std::max(4, size_px * 9 / 10);
    const int edge = std::max(1, size_px / 24);
    Coverage box{side, std::vector<std::uint8_t>(static_cast<std::size_t>(side) *
                                                 static_cast<std::size_t>(side))};
    for (int at = 0; at < side * side; ++at) {
      const int x = at % side, y = at / side;
      const bool on = x < edge || y < edge || x >= side - edge || y >= side - edge;
      if (on) box.rows[static_cast<std::size_t>(at)] = 0xFF;
    }
    write_code_point(box, c, 2 * edge);
    glyph.width = side;
    glyph.height = side;
    glyph.left = (size_px - side) / 2;
    glyph.top = size_px * 4 / 5;
    return store(glyph, box.rows.data(), side);
  }

  struct Coverage {
    int side;
    std::vector<std::uint8_t> rows;
  };

  // Its four or six hexadecimal digits, in two rows.
  void write_code_point(Coverage& box, char32_t c, int margin) {
    const FT_Face face = chains[0].front();
    std::string digits;
    const int columns = c > 0xFFFF ? 3 : 2;
    for (int shift = 4 * (2 * columns - 1); shift >= 0; shift -= 4) {
      digits += "0123456789ABCDEF"[c >> shift & 0xF];
    }
    const int cell = (box.side - 2 * margin) / columns;
    const int line = (box.side - 2 * margin) / 2;
    // A digit is 0.56 em wide and 0.74 em high.
    FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(std::max(4, std::min(cell * 16 / 9, line))));
    for (std::size_t i = 0; i < digits.size(); ++i) {
      const auto place = static_cast<int>(i);
      write_digit(box, digits[i], margin + place % columns * cell + cell / 2,
                  margin + place / columns * line + line / 2);
    }
  }

  // In the middle of this place; what would stand outside the box is left out.
  void write_digit(Coverage& box, char digit, int x, int y) {
    const FT_Face face = chains[0].front();
    const FT_UInt index = FT_Get_Char_Index(face, static_cast<FT_ULong>(digit));
    if (FT_Load_Glyph(face, index, FT_LOAD_RENDER | FT_LOAD_TARGET_LIGHT) != 0) return;
    const FT_Bitmap& bitmap = face->glyph->bitmap;
    const int width = static_cast<int>(bitmap.width), height = static_cast<int>(bitmap.rows);
    for (int at = 0; at < width * height; ++at) {
      const int to_x = x - width / 2 + at % width, to_y = y - height / 2 + at / width;
      if (to_x < 0 || to_y < 0 || to_x >= box.side || to_y >= box.side) continue;
      auto& pixel = box.rows[static_cast<std::size_t>(to_y * box.side + to_x)];
      pixel = std::max(pixel, bitmap.buffer[at / width * bitmap.pitch + at % width]);
    }
  }

  AtlasSize size;
  Shelves packer;
  std::unique_ptr<std::uint8_t[], Free> pixels;
  FT_Library library = nullptr;
  std::vector<std::unique_ptr<MappedFile>> maps;
  std::vector<FT_Face> chains[3];
  std::unordered_map<std::uint64_t, Found> found;
  std::unordered_map<std::uint64_t, Glyph> glyphs;
  std::unordered_map<std::uint64_t, Corners> corners;
  std::set<char32_t> missing;
  bool overflow = false;
  int evictions = 0;
  unsigned rendered = 0;
};

Glyphs::Glyphs(const FontFiles& files, AtlasSize size)
    : impl_(std::make_unique<Impl>(files, size)) {}

Glyphs::~Glyphs() = default;

double Glyphs::advance(Face face, int size_px, char32_t c) {
  if (is_invisible(c)) return 0;
  const Impl::Found& where = impl_->find(face, c);
  return (where.face == nullptr ? kBoxAdvance : where.advance_em) * size_px;
}

Glyph Glyphs::get(Face face, int size_px, char32_t c) {
  if (is_invisible(c)) return {};
  const std::uint64_t id = key(face, size_px, c);
  if (const auto known = impl_->glyphs.find(id); known != impl_->glyphs.end()) {
    return known->second;
  }
  const Impl::Found& where = impl_->find(face, c);
  Glyph glyph;
  glyph.advance = advance(face, size_px, c);
  glyph.missing = where.face == nullptr;
  if (glyph.missing) impl_->missing.insert(c);
  const bool stored = glyph.missing ? impl_->render_box(size_px, c, glyph)
                                    : impl_->render(where, size_px, glyph);
  if (stored) impl_->glyphs.emplace(id, glyph);
  return glyph;
}

const Corners& Glyphs::corners(int radius_px, int width_px) {
  const std::uint64_t id = static_cast<std::uint64_t>(radius_px) << 32 |
                           static_cast<std::uint64_t>(width_px);
  const auto [slot, fresh] = impl_->corners.try_emplace(id);
  if (!fresh) return slot->second;
  for (std::size_t i = 0; i < slot->second.size(); ++i) {
    Glyph& glyph = slot->second[i];
    glyph.width = glyph.height = radius_px;
    const auto coverage = coverage_of({radius_px, width_px, static_cast<QuarterRing::Side>(i)});
    impl_->store(glyph, coverage.data(), radius_px);
  }
  return slot->second;
}

double Glyphs::baseline_offset(Face face) const {
  const FT_Face first = impl_->chains[static_cast<std::size_t>(face)].front();
  return (first->ascender + first->descender) / 2.0 / first->units_per_EM;
}

AtlasView Glyphs::atlas() const {
  return {impl_->pixels.get(), impl_->size.width, impl_->size.height};
}

bool Glyphs::overflowed() const { return impl_->overflow; }

void Glyphs::end_frame() {
  impl_->let_files_go();
  if (!impl_->overflow) return;
  impl_->overflow = false;
  impl_->glyphs.clear();
  impl_->corners.clear();
  impl_->packer.clear();
  ++impl_->evictions;
}

int Glyphs::evictions() const { return impl_->evictions; }

std::vector<char32_t> Glyphs::missing() const {
  return {impl_->missing.begin(), impl_->missing.end()};
}

void Glyphs::clear_missing() {
  impl_->missing.clear();
  std::erase_if(impl_->glyphs, [](const auto& item) { return item.second.missing; });
}

}  // namespace huimin::screens
