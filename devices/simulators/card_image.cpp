#include "devices/simulators/card_image.h"

#include <array>
#include <span>
#include <string_view>

namespace huimin::devices::simulators {
namespace {

constexpr std::size_t kTextSize = 256;
constexpr std::size_t kPhotoSize = 1024;

using Block = std::vector<std::byte>;

// Decodes one code point of valid UTF-8 and moves on; a wrong byte stands for itself.
char32_t next_point(std::string_view& text) {
  const auto byte_at = [&text](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const char32_t lead = byte_at(0);
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1 || size > text.size()) {
    text.remove_prefix(1);
    return lead;
  }
  char32_t point = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) point = (point << 6) | (byte_at(i) & 0x3F);
  text.remove_prefix(size);
  return point;
}

std::vector<char16_t> utf16_from(std::string_view text) {
  std::vector<char16_t> units;
  while (!text.empty()) {
    const char32_t point = next_point(text);
    if (point < 0x10000) {
      units.push_back(static_cast<char16_t>(point));
    } else {
      units.push_back(static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10)));
      units.push_back(static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FF)));
    }
  }
  return units;
}

// Writes `units` at byte `at` into `size` bytes; the rest keeps its spaces.
void put(Block& block, std::size_t at, std::size_t size, std::span<const char16_t> units) {
  std::size_t count = std::min(size / 2, units.size());
  if (count > 0 && count < units.size() && (units[count - 1] & 0xFC00) == 0xD800) --count;
  for (std::size_t i = 0; i < count; ++i) {
    block[at + 2 * i] = static_cast<std::byte>(units[i] & 0xFF);
    block[at + 2 * i + 1] = static_cast<std::byte>(units[i] >> 8);
  }
}

void put(Block& block, std::size_t at, std::size_t size, std::string_view text) {
  put(block, at, size, utf16_from(text));
}

void put_resident(Block& block, const Person& person) {
  put(block, 0, 30, person.name);
  put(block, 30, 2, person.sex);
  put(block, 36, 16, person.birth);
  put(block, 52, 70, person.address);
  put(block, 122, 36, person.id);
  put(block, 158, 30, person.issuer);
  put(block, 188, 16, person.valid_from);
  put(block, 204, 16, person.valid_to);
  if (person.kind == "resident") {
    put(block, 32, 4, person.nation);
    return;
  }
  put(block, 220, 18, person.other_number);
  put(block, 238, 4, "01");
  put(block, 248, 2, "J");
}

void put_foreigner_old(Block& block, const Person& person) {
  put(block, 0, 120, person.latin_name);
  put(block, 120, 2, person.sex);
  put(block, 122, 30, person.id);
  put(block, 152, 6, person.country);
  put(block, 158, 30, person.name);
  put(block, 188, 16, person.valid_from);
  put(block, 204, 16, person.valid_to);
  put(block, 220, 16, person.birth);
  put(block, 236, 4, "01");
  put(block, 240, 8, person.issuer);
  put(block, 248, 2, "I");
}

void put_foreigner_2023(Block& block, const Person& person) {
  const auto latin = utf16_from(person.latin_name);
  const std::size_t first = std::min<std::size_t>(35, latin.size());
  put(block, 0, 30, person.name);
  put(block, 30, 2, person.sex);
  put(block, 32, 4, "01");
  put(block, 36, 16, person.birth);
  put(block, 52, 70, std::span(latin).first(first));
  put(block, 220, 22, std::span(latin).subspan(first));
  put(block, 122, 36, person.id);
  put(block, 188, 16, person.valid_from);
  put(block, 204, 16, person.valid_to);
  put(block, 242, 6, person.country);
  put(block, 248, 2, "Y");
  put(block, 250, 6, person.other_number);
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string* field_of(Person& person, std::string_view field) {
  struct Entry {
    std::string_view name;
    std::string Person::*member;
  };
  static constexpr std::array kFields{Entry{"kind", &Person::kind},
                                      Entry{"name", &Person::name},
                                      Entry{"latin_name", &Person::latin_name},
                                      Entry{"sex", &Person::sex},
                                      Entry{"nation", &Person::nation},
                                      Entry{"country", &Person::country},
                                      Entry{"birth", &Person::birth},
                                      Entry{"address", &Person::address},
                                      Entry{"id", &Person::id},
                                      Entry{"other_number", &Person::other_number},
                                      Entry{"issuer", &Person::issuer},
                                      Entry{"valid_from", &Person::valid_from},
                                      Entry{"valid_to", &Person::valid_to}};
  for (const auto& entry : kFields) {
    if (entry.name == field) return &(person.*entry.member);
  }
  return nullptr;
}

bool is_kind(std::string_view kind) {
  return kind == "resident" || kind == "hmt" || kind == "foreigner-old" || kind == "foreigner-2023";
}

}  // namespace

tl::expected<People, std::string> read_people(std::istream& in) {
  People people;
  Person* person = nullptr;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const auto wrong = [number](const std::string& why) {
      return tl::unexpected("line " + std::to_string(number) + ": " + why);
    };
    const auto text = trimmed(line);
    if (text.empty() || text.front() == '#') continue;
    if (text.front() == '[' && text.back() == ']') {
      const std::string name(text.substr(1, text.size() - 2));
      if (people.contains(name)) return wrong("a second [" + name + "]");
      person = &people[name];
      continue;
    }
    const auto equals = text.find('=');
    if (equals == std::string_view::npos) return wrong("expected field = value");
    if (person == nullptr) return wrong("a field before the first [short-name]");
    std::string* field = field_of(*person, trimmed(text.substr(0, equals)));
    if (field == nullptr) return wrong("unknown field");
    *field = trimmed(text.substr(equals + 1));
    if (!is_kind(person->kind)) return wrong("unknown kind");
  }
  return people;
}

CardImage make_card(const Person& person) {
  CardImage card{Block(kTextSize), Block(kPhotoSize)};
  for (std::size_t i = 0; i < kTextSize; i += 2) card.text[i] = std::byte{' '};
  if (person.kind == "foreigner-old") {
    put_foreigner_old(card.text, person);
  } else if (person.kind == "foreigner-2023") {
    put_foreigner_2023(card.text, person);
  } else {
    put_resident(card.text, person);
  }
  // Like a real picture it holds every byte value, preambles of frames too.
  constexpr std::array<unsigned char, 5> kPreamble{0xAA, 0xAA, 0xAA, 0x96, 0x69};
  unsigned seed = 1;
  for (const char c : person.id) seed = seed * 31 + static_cast<unsigned char>(c);
  for (std::size_t i = 0; i < kPhotoSize; ++i) {
    seed = seed * 1664525U + 1013904223U;
    card.photo[i] = i % 256 < kPreamble.size() ? std::byte{kPreamble[i % 256]}
                                               : static_cast<std::byte>(seed >> 24);
  }
  return card;
}

}  // namespace huimin::devices::simulators
