// Dates, times, amounts and counts as people read them. The forms are texts of the catalogue;
// only numbers are made here.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "screens/locale/texts.h"

namespace huimin::screens {

class Heard;

// In which language, from which texts. The texts must outlive it.
struct Wording {
  const Texts& texts;
  Language language;
  // Notes how shown values are read aloud; null: nobody listens. See heard.h.
  Heard* heard = nullptr;
};

// The functions below note the spoken form of what they return.

// "11月4日 星期三", "Wed 4 Nov". The date must be valid (date.ok()); else the result is empty.
std::string date_text(const Wording& wording, std::chrono::year_month_day date);

// "2026年11月4日", "4 November 2026".
std::string full_date_text(const Wording& wording, std::chrono::year_month_day date);

// Time since midnight of the day shown, 0 to 24 h: "上午 9:42", "9:42 am". Seconds are cut off.
// Outside that range the result is empty.
std::string time_text(const Wording& wording, std::chrono::seconds since_midnight);

// An amount in fen: "1600 元", "12.50 元". Whole yuan are shown without fen.
std::string money_text(const Wording& wording, std::int64_t amount_fen);

// "1 day", "2 days", "3 个工作日": the text `<id>.one` or `<id>.other`, with {n}.
std::string counted_text(const Wording& wording, std::string_view id, std::int64_t count);

// "第 4 步，共 7 步 · 家里的钱".
struct StepPlace {
  int number;  // from 1
  int of;
  std::string_view name;
};
std::string step_text(const Wording& wording, const StepPlace& step);

}  // namespace huimin::screens
