#pragma once
// Administrative division codes: 2 province, 4 prefecture, 6 county, 9 township, 12 village
// digits (GB/T 2260, GB/T 10114). Any code of the right form is accepted: codes are historical
// and people move (policy rule 6.1 a).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace huimin::domain {

enum class DivisionLevel : std::uint8_t { County, Township, Village };

// Six, nine or twelve digits, never anything else.
class Division {
 public:
  // Nothing when `digits` is not 6, 9 or 12 ASCII digits or begins with 0.
  static std::optional<Division> parse(std::string_view digits);

  const std::string& digits() const { return digits_; }
  DivisionLevel level() const;
  // The first six digits.
  std::string county() const { return digits_.substr(0, 6); }
  // At any depth; a division does not contain itself.
  bool contains(const Division& inner) const;
  bool operator==(const Division&) const = default;

 private:
  explicit Division(std::string digits) : digits_(std::move(digits)) {}
  std::string digits_;
};

}  // namespace huimin::domain
