#include "devices/id_card/record.h"

#include <algorithm>
#include <cstring>

#include "devices/id_card/protocol.h"

namespace huimin::devices {
namespace {

using Block = std::span<const std::byte>;

// Offset and length in bytes.
struct Field {
  std::size_t at;
  std::size_t size;
};

// Layouts as published in two host implementations that agree; that of 2023 rests on one of them
// alone.
namespace resident {
constexpr Field kName{0, 30}, kSex{30, 2}, kNation{32, 4}, kBirth{36, 16}, kAddress{52, 70};
constexpr Field kNumber{122, 36}, kIssuer{158, 30}, kFrom{188, 16}, kTo{204, 16};
}  // namespace resident
namespace hmt {
constexpr Field kPassNumber{220, 18};
}
namespace foreigner_old {
constexpr Field kLatinName{0, 120}, kSex{120, 2}, kNumber{122, 30}, kCountry{152, 6};
constexpr Field kChineseName{158, 30}, kFrom{188, 16}, kTo{204, 16}, kBirth{220, 16};
constexpr Field kAuthority{240, 8};
}  // namespace foreigner_old
namespace foreigner_2023 {
constexpr Field kLatinName{52, 70}, kLatinNameRest{220, 22}, kCountry{242, 6}, kOldNumber{250, 6};
}
constexpr std::size_t kKindAt = 248;

void append_utf8(std::string& out, char32_t point) {
  const auto put = [&out](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | (point >> 6));
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | (point >> 12));
    put(0x80 | ((point >> 6) & 0x3F));
    put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | (point >> 18));
    put(0x80 | ((point >> 12) & 0x3F));
    put(0x80 | ((point >> 6) & 0x3F));
    put(0x80 | (point & 0x3F));
  }
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Cards fill fields up with spaces, some with zeros.
void trim(std::string& text) {
  const auto is_filler = [](char c) { return c == ' ' || c == '\0'; };
  while (!text.empty() && is_filler(text.back())) text.pop_back();
  const auto first = std::find_if_not(text.begin(), text.end(), is_filler);
  text.erase(text.begin(), first);
}

std::string plain(Block block, Field field) {
  std::string text = utf8_from_utf16le(block.subspan(field.at, field.size));
  trim(text);
  return text;
}

PrivateText secret(Block block, Field field) {
  std::string text = plain(block, field);
  PrivateText kept(text);
  ::explicit_bzero(text.data(), text.size());
  return kept;
}

bool is_date(std::string_view text) {
  return text.size() == 8 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(std::string_view text) {
  const auto fits = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

CardSex sex_from(std::string_view code) {
  if (code == "1") return CardSex::Male;
  if (code == "2") return CardSex::Female;
  if (code == "9") return CardSex::Unspecified;
  return CardSex::Unknown;
}

// The place of the last day holds a date, or the word for "long-term".
void read_validity(CardRecord& record, Block block, Field from, Field to) {
  record.valid_from = plain(block, from);
  std::string last = plain(block, to);
  record.never_expires = last == "\u957F\u671F";
  if (is_date(last)) record.valid_to = std::move(last);
}

CardKind kind_of(Block block) {
  switch (static_cast<char>(block[kKindAt])) {
    case 'I': return CardKind::ForeignerPermitOld;
    case 'J': return CardKind::HmtPermit;
    case 'Y': return CardKind::ForeignerPermit2023;
    default: return CardKind::ResidentCard;
  }
}

void read_resident(CardRecord& record, Block block) {
  using namespace resident;
  record.name = secret(block, kName);
  record.sex = sex_from(plain(block, kSex));
  record.birth = secret(block, kBirth);
  record.address = secret(block, kAddress);
  record.id_number = secret(block, kNumber);
  record.issuer = secret(block, kIssuer);
  read_validity(record, block, kFrom, kTo);
  if (record.kind == CardKind::ResidentCard) record.nation = plain(block, kNation);
  if (record.kind == CardKind::HmtPermit) record.other_number = secret(block, hmt::kPassNumber);
}

void read_foreigner_old(CardRecord& record, Block block) {
  using namespace foreigner_old;
  record.latin_name = secret(block, kLatinName);
  record.name = secret(block, kChineseName);
  record.sex = sex_from(plain(block, kSex));
  record.id_number = secret(block, kNumber);
  record.country = plain(block, kCountry);
  record.birth = secret(block, kBirth);
  record.issuer = secret(block, kAuthority);
  read_validity(record, block, kFrom, kTo);
}

void read_foreigner_2023(CardRecord& record, Block block) {
  using namespace foreigner_2023;
  std::string latin = utf8_from_utf16le(block.subspan(kLatinName.at, kLatinName.size));
  latin += utf8_from_utf16le(block.subspan(kLatinNameRest.at, kLatinNameRest.size));
  trim(latin);
  record.latin_name = PrivateText(latin);
  ::explicit_bzero(latin.data(), latin.size());
  record.name = secret(block, resident::kName);
  record.sex = sex_from(plain(block, resident::kSex));
  record.birth = secret(block, resident::kBirth);
  record.id_number = secret(block, resident::kNumber);
  record.country = plain(block, kCountry);
  record.other_number = secret(block, kOldNumber);
  read_validity(record, block, resident::kFrom, resident::kTo);
}

}  // namespace

std::string utf8_from_utf16le(std::span<const std::byte> text) {
  std::string out;
  out.reserve(text.size() * 2);
  const auto unit_at = [&text](std::size_t i) {
    return static_cast<char32_t>(text[i]) | (static_cast<char32_t>(text[i + 1]) << 8);
  };
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    char32_t point = unit_at(i);
    if (is_high_surrogate(point) && i + 3 < text.size() && is_low_surrogate(unit_at(i + 2))) {
      point = 0x10000 + ((point - 0xD800) << 10) + (unit_at(i + 2) - 0xDC00);
      i += 2;
    } else if (is_high_surrogate(point) || is_low_surrogate(point)) {
      point = 0xFFFD;
    }
    append_utf8(out, point);
  }
  return out;
}

tl::expected<CardRecord, RecordError> decode_record(std::span<const std::byte> text,
                                                    std::span<const std::byte> photo) {
  if (text.size() != sdt::kTextSize) return tl::unexpected(RecordError::WrongSize);
  CardRecord record;
  record.kind = kind_of(text);
  switch (record.kind) {
    case CardKind::ResidentCard:
    case CardKind::HmtPermit: read_resident(record, text); break;
    case CardKind::ForeignerPermitOld: read_foreigner_old(record, text); break;
    case CardKind::ForeignerPermit2023: read_foreigner_2023(record, text); break;
  }
  if (record.name.empty()) record.name = record.latin_name;
  if (record.name.empty()) return tl::unexpected(RecordError::NoName);
  if (!is_number(record.id_number.view())) return tl::unexpected(RecordError::NoNumber);
  if (!is_date(record.birth.view())) return tl::unexpected(RecordError::NoBirth);
  record.photo = PrivateBytes(photo);
  return record;
}

}  // namespace huimin::devices
