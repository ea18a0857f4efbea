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

// "2026年11月4日", "4 November 2026". The date must be valid; else the result is empty.
std::string spoken_full_date(const Wording& wording, std::chrono::year_month_day date);

// Month 1-12: "11月4日", "4 November".
std::string spoken_month_day(const Wording& wording, int month, int day);

// Time since midnight, 0 to 24 h: "上午9点42分", "9 42 a m". Outside that range empty.
std::string spoken_time(const Wording& wording, std::chrono::seconds since_midnight);

// "1600元", "12元5角", "3元零8分"; "12 yuan and 50 fen".
std::string spoken_money(const Wording& wording, std::int64_t amount_fen);

// Digit by digit: phone, receipt, account and identity numbers, and codes such as "3E6". A pause
// stands where the number has a space or a dash, and in the usual places of a number that has
// none. One is said as on the telephone. Letters stay as they are; asterisks of a masked number
// become one word for "hidden"; everything else is left out.
std::string spoken_digits(const Wording& wording, std::string_view number);

}  // namespace huimin::screens
