// Numbers as Mandarin says them.
#pragma once

#include <string_view>
#include <vector>

#include "screens/locale/sandhi.h"

namespace huimin::screens {

// A quantity: "1600" is one thousand six hundred, "12.50" twelve point five nought. Up to twelve
// digits before the point; more, or a leading zero, is read digit by digit. Before a measure word
// ("2 天") one and two have their own form.
std::vector<Syllable> read_quantity(std::string_view number, bool before_measure);

// One after the other, as a year is read.
std::vector<Syllable> read_each_digit(std::string_view digits);

}  // namespace huimin::screens
