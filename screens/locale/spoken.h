// Dates, amounts and numbers in the form that is read aloud. A speech engine drops decimal
// points, and reads an identity number as one huge quantity; here they become words and single
// digits.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "screens/locale/formats.h"

namespace huimin::screens {

// "11月4日，星期三", "Wednesday, 4 November". The date must be valid; else the result is empty.
std::string spoken_date(const Wording& wording, std::chrono::year_month_day date);

// "1600元", "12元5角", "3元零8分"; "12 yuan and 50 fen".
std::string spoken_money(const Wording& wording, std::int64_t amount_fen);

// Digit by digit, with a pause after each: phone, receipt and identity numbers. Letters stay as
// they are; asterisks of a masked number become one word for "hidden"; everything else is left
// out.
std::string spoken_digits(const Wording& wording, std::string_view number);

}  // namespace huimin::screens
