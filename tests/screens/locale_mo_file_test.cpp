#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "screens/locale/mo_file.h"

using namespace huimin::screens;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::string real_catalogue() { return bytes_of(HUIMIN_SHARE_DIR "/locale/zh_CN.mo"); }

void put_word(std::string& bytes, std::size_t offset, std::uint32_t word) {
  for (std::size_t i = 0; i < 4; ++i) bytes[offset + i] = static_cast<char>(word >> (8 * i));
}

std::uint32_t word_of(const std::string& bytes, std::size_t offset) {
  std::uint32_t word = 0;
  for (std::size_t i = 4; i-- > 0;) {
    word = word << 8 | static_cast<unsigned char>(bytes[offset + i]);
  }
  return word;
}

}  // namespace

TEST_SUITE("mo_file") {
  TEST_CASE("a compiled catalogue gives its texts and not its header") {
    const auto catalogue = parse_mo(real_catalogue());
    REQUIRE(catalogue);
    CHECK(catalogue->at("bar.next") == "下一步");
    CHECK(!catalogue->contains(""));
  }

  TEST_CASE("a catalogue cut anywhere before its last string is refused") {
    const std::string whole = real_catalogue();
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CAPTURE(size);
      CHECK(!parse_mo(std::string_view{whole}.substr(0, size)));
    }
  }

  TEST_CASE("forged counts and offsets are refused") {
    const std::string whole = real_catalogue();
    for (const std::size_t field : {0u, 8u, 12u, 16u}) {
      for (const std::uint32_t value : {0xFFFFFFFFu, 0x7FFFFFFFu, 0xFFFFFFF8u}) {
        std::string forged = whole;
        put_word(forged, field, value);
        CHECK(!parse_mo(forged));
      }
    }
    const std::size_t first_text = word_of(whole, 16);
    for (const std::uint32_t value : {0xFFFFFFFFu, static_cast<std::uint32_t>(whole.size())}) {
      std::string long_text = whole;
      put_word(long_text, first_text, value);
      CHECK(!parse_mo(long_text));
      std::string far_text = whole;
      put_word(far_text, first_text + 4, value);
      CHECK(!parse_mo(far_text));
    }
  }

  TEST_CASE("texts that are not UTF-8 are refused") {
    std::string whole = real_catalogue();
    const auto place = whole.find("下一步");
    REQUIRE(place != whole.npos);
    whole[place] = '\xFF';
    CHECK(!parse_mo(whole));
  }

  TEST_CASE("no change of single bytes makes the reader leave the file") {
    const std::string whole = real_catalogue();
    std::mt19937 random{20260104};  // the sanitizers of preset dev watch the reads
    std::uniform_int_distribution<std::size_t> where{0, whole.size() - 1};
    std::uniform_int_distribution<int> what{0, 255};
    std::size_t refused = 0;
    for (int round = 0; round < 3000; ++round) {
      std::string changed = whole;
      // Two of three changes hit the header and the tables, where the offsets are.
      const std::size_t limit = round % 3 == 0 ? whole.size() : 600;
      for (int n = 0; n < 4; ++n) changed[where(random) % limit] = static_cast<char>(what(random));
      if (!parse_mo(changed)) ++refused;
    }
    CHECK(refused > 1000);
  }

  TEST_CASE("a file that is not there is an error with its name") {
    const auto missing = read_mo_file("no-such-folder/zh_CN.mo");
    REQUIRE(!missing);
    CHECK(missing.error().find("zh_CN.mo") != std::string::npos);
  }
}
