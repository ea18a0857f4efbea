#include "kiosk/domain/resident_id.h"

#include <algorithm>
#include <array>

#include "kiosk/base/check.h"
#include "kiosk/domain/utf8.h"

namespace huimin::domain {
namespace {

constexpr std::size_t kLength = 18;
constexpr std::size_t kOldLength = 15;
constexpr std::size_t kBirthFrom = 6;
constexpr std::size_t kBirthTo = 14;
constexpr std::size_t kSexAt = 16;
constexpr int kOldestYears = 130;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

IdProblem problem(IdError error, std::size_t from, std::size_t to, std::size_t typed) {
  const auto small = [](std::size_t n) {
    return static_cast<std::uint8_t>(std::min<std::size_t>(n, 255));
  };
  return {error, small(from), small(to), small(typed)};
}

// Characters, not bytes; a malformed byte counts as one.
std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count) {
    if (!take_character(text)) text.remove_prefix(1);
  }
  return count;
}

CivilDate date_in(std::string_view number) {
  std::string text(number.substr(kBirthFrom, kBirthTo - kBirthFrom));
  text.insert(6, "-");
  text.insert(4, "-");
  return parse_iso_date(text);
}

bool has_been(CivilDate birth, CivilDate today) {
  return birth.ok() && birth <= today && age_on(birth, today) <= kOldestYears;
}

IdKind kind_of(std::string_view number) {
  if (number.front() == '9') return IdKind::ForeignPermanent;
  const std::string_view place = number.substr(0, kBirthFrom);
  if (place == "810000") return IdKind::HongKongPermit;
  if (place == "820000") return IdKind::MacaoPermit;
  if (place == "830000") return IdKind::TaiwanPermit;
  return IdKind::ResidentCard;
}

// Before the edition of 2023: three letters and twelve digits, whose check nobody published.
tl::expected<ResidentId, IdProblem> read_old_foreign(const std::string& number) {
  for (std::size_t i = 0; i < kOldLength; ++i) {
    if (i < 3 ? is_letter(number[i]) : is_digit(number[i])) continue;
    return tl::unexpected(problem(IdError::Character, i, i + 1, kOldLength));
  }
  return ResidentId{base::Secret(number), IdKind::ForeignPermanentOld, std::nullopt, Sex::Unknown};
}

std::optional<std::size_t> first_wrong_character(std::string_view number) {
  for (std::size_t i = 0; i < kLength; ++i) {
    const bool fits = is_digit(number[i]) || (i == kLength - 1 && number[i] == 'X');
    if (!fits || (i == 0 && number[i] == '0')) return i;
  }
  return std::nullopt;
}

tl::expected<ResidentId, IdProblem> read_eighteen(const std::string& number, CivilDate today) {
  const auto fail = [](IdError error, std::size_t from, std::size_t to) {
    return tl::unexpected(problem(error, from, to, kLength));
  };
  if (const auto wrong = first_wrong_character(number)) {
    return fail(IdError::Character, *wrong, *wrong + 1);
  }
  ResidentId id{base::Secret(number), kind_of(number), std::nullopt, Sex::Unknown};
  const CivilDate birth = date_in(number);
  const bool foreign = id.kind == IdKind::ForeignPermanent;
  if (has_been(birth, today)) {
    id.birth = birth;
  } else if (!foreign) {
    return fail(IdError::BadDate, kBirthFrom, kBirthTo);
  }
  if (id_check_character(std::string_view(number).substr(0, kLength - 1)) != number.back()) {
    return fail(IdError::CheckDigit, kLength - 1, kLength);
  }
  // That the parity means the sex is only known for the numbers of GB 11643.
  if (!foreign) id.sex = (number[kSexAt] - '0') % 2 == 1 ? Sex::Male : Sex::Female;
  return id;
}

}  // namespace

std::string normalise_id(std::string_view typed) {
  std::string number = without_separators(typed);
  for (char& c : number) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return number;
}

tl::expected<ResidentId, IdProblem> parse_resident_id(std::string_view typed, CivilDate today) {
  const base::Secret secret(normalise_id(typed));
  const std::string& number = secret.text();
  const std::size_t size = count_characters(number);
  if (size == 0) return tl::unexpected(problem(IdError::Empty, 0, 0, 0));
  if (size == kOldLength && number.size() == size) {
    if (all_digits(number)) return tl::unexpected(problem(IdError::Legacy15, 0, kOldLength, size));
    if (is_letter(number.front())) return read_old_foreign(number);
  }
  if (size != kLength) {
    return tl::unexpected(
        problem(IdError::Length, std::min(size, kLength), std::max(size, kLength), size));
  }
  if (number.size() != size) {
    // Not ASCII: every wide character is wrong, show the first.
    const auto at = static_cast<std::size_t>(
        std::find_if(number.begin(), number.end(), [](char c) { return (c & 0x80) != 0; }) -
        number.begin());
    return tl::unexpected(problem(IdError::Character, at, at + 1, size));
  }
  return read_eighteen(number, today);
}

char id_check_character(std::string_view first17) {
  base::check(first17.size() == kLength - 1 && all_digits(first17), "17 digits of an id number");
  constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kCharacters = "10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (first17[i] - '0') * kWeights[i];
  return kCharacters[static_cast<std::size_t>(sum % 11)];
}

std::optional<std::string> upgrade_legacy_id(std::string_view fifteen) {
  std::string number = normalise_id(fifteen);
  if (number.size() != kOldLength || !all_digits(number)) return std::nullopt;
  number.insert(kBirthFrom, "19");
  if (!date_in(number).ok()) return std::nullopt;
  number.push_back(id_check_character(number));
  return number;
}

int age_on(CivilDate birth, CivilDate today) {
  const int years = static_cast<int>(today.year()) - static_cast<int>(birth.year());
  const bool had_birthday = today.month() / today.day() >= birth.month() / birth.day();
  return had_birthday ? years : years - 1;
}

}  // namespace huimin::domain
