// Values whose shown form says too little about how they are read aloud. Each function returns
// what is shown, unchanged, and notes in the wording's recorder how it is said.
//
// Dates, times and amounts in fen do the same by themselves: see formats.h.
#pragma once

#include <string>
#include <string_view>

#include "screens/locale/formats.h"
#include "screens/locale/heard.h"

namespace huimin::screens {

// Identity, phone, account, receipt and case numbers: digit by digit, masked parts as one word.
std::string digits_text(const Wording& wording, std::string_view number, Privacy privacy);

// A name, whole or masked ("王*"): its first character is read as a surname. Always personal.
std::string name_text(const Wording& wording, std::string_view name);

// A name that is public, such as that of an official.
std::string public_name_text(const Wording& wording, std::string_view name);

// An amount in yuan as it was typed, "3600.00": personal. The form with its unit, "3600.00 元", is
// noted too, so the unit may stand beside it. What is no amount is only noted as personal.
std::string amount_text(const Wording& wording, std::string_view typed);

// Anything else that is told to a headset only: a relation, an address, a result, a story.
std::string personal_text(const Wording& wording, std::string_view text);

// A code of letters and digits, "3E6": character by character.
std::string code_text(const Wording& wording, std::string_view code, Privacy privacy);

// "75%", as people say it.
std::string percent_text(const Wording& wording, int percent);

// Month 1-12 and day: "11月4日", "4 Nov"; said with the whole name of the month.
std::string month_day_text(const Wording& wording, int month, int day);

}  // namespace huimin::screens
