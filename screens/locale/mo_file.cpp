#include "screens/locale/mo_file.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include "screens/locale/characters.h"

namespace huimin::screens {
namespace {

constexpr std::uint32_t kMagic = 0x950412de;
constexpr std::size_t kHeaderBytes = 28;
constexpr std::size_t kEntryBytes = 8;  // length, offset
constexpr std::uintmax_t kMaxFileBytes = 8u << 20;

// The caller has checked that the four bytes exist. Catalogues are compiled little-endian on
// every machine.
std::uint32_t word_at(std::string_view bytes, std::size_t offset) {
  std::uint32_t word = 0;
  for (std::size_t i = 4; i-- > 0;) {
    word = word << 8 | static_cast<unsigned char>(bytes[offset + i]);
  }
  return word;
}

bool table_fits(std::string_view bytes, std::size_t offset, std::size_t entries) {
  return offset <= bytes.size() && entries <= (bytes.size() - offset) / kEntryBytes;
}

std::optional<std::string_view> string_at(std::string_view bytes, std::size_t entry) {
  const std::size_t length = word_at(bytes, entry);
  const std::size_t offset = word_at(bytes, entry + 4);
  // The terminating zero is not counted in the length but must be there.
  if (offset >= bytes.size() || length >= bytes.size() - offset) return std::nullopt;
  if (bytes[offset + length] != '\0') return std::nullopt;
  return bytes.substr(offset, length);
}

}  // namespace

tl::expected<Catalogue, std::string> parse_mo(std::string_view bytes) {
  const auto wrong = [](const char* what) { return tl::unexpected(std::string{what}); };
  if (bytes.size() < kHeaderBytes) return wrong("too short for a catalogue");
  if (word_at(bytes, 0) != kMagic) return wrong("not a little-endian gettext catalogue");
  if (word_at(bytes, 4) >> 16 != 0) return wrong("unknown revision of the format");
  const std::size_t count = word_at(bytes, 8);
  const std::size_t ids = word_at(bytes, 12);
  const std::size_t texts = word_at(bytes, 16);
  if (!table_fits(bytes, ids, count) || !table_fits(bytes, texts, count)) {
    return wrong("a table lies outside the file");
  }
  Catalogue catalogue;
  for (std::size_t i = 0; i < count; ++i) {
    const auto id = string_at(bytes, ids + i * kEntryBytes);
    const auto text = string_at(bytes, texts + i * kEntryBytes);
    if (!id || !text) return wrong("a string lies outside the file or has no end");
    if (!is_valid_utf8(*id) || !is_valid_utf8(*text)) return wrong("a string is not UTF-8");
    if (id->empty()) continue;
    if (!catalogue.emplace(*id, *text).second) return wrong("an id occurs twice");
  }
  return catalogue;
}

tl::expected<Catalogue, std::string> read_mo_file(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) return tl::unexpected(file.string() + ": " + error.message());
  if (size > kMaxFileBytes) return tl::unexpected(file.string() + ": too large for a catalogue");
  std::ifstream in{file, std::ios::binary};
  const std::string bytes{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
  if (!in) return tl::unexpected(file.string() + ": cannot be read");
  return parse_mo(bytes).map_error(
      [&](const std::string& what) { return file.string() + ": " + what; });
}

}  // namespace huimin::screens
