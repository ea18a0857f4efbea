#include "kiosk/domain/division.h"

#include "kiosk/domain/utf8.h"

namespace huimin::domain {
namespace {

constexpr std::size_t kCountyDigits = 6;
constexpr std::size_t kTownshipDigits = 9;
constexpr std::size_t kVillageDigits = 12;

}  // namespace

std::optional<Division> Division::parse(std::string_view digits) {
  const std::size_t size = digits.size();
  const bool sized = size == kCountyDigits || size == kTownshipDigits || size == kVillageDigits;
  if (!sized || !all_digits(digits) || digits.front() == '0') return std::nullopt;
  return Division(std::string(digits));
}

DivisionLevel Division::level() const {
  if (digits_.size() == kCountyDigits) return DivisionLevel::County;
  return digits_.size() == kTownshipDigits ? DivisionLevel::Township : DivisionLevel::Village;
}

bool Division::contains(const Division& inner) const {
  return inner.digits_.size() > digits_.size() && inner.digits_.starts_with(digits_);
}

}  // namespace huimin::domain
