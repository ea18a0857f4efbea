// Personal details as they may stand on a screen or slip that others can see.
//
// The rules are those of the mock-ups: names as the first character and an asterisk, identity
// numbers with the division and the last four, accounts by their last four.
#pragma once

#include <string>
#include <string_view>

namespace huimin::screens {

// "王秀英" -> "王*". An empty name stays empty; a text that is not UTF-8 becomes "*".
std::string mask_name(std::string_view name);

// "430522190001010004" -> "430522********0004". A text of fewer than 15 characters (the older
// form of the number) is masked altogether, and so is one with characters that no number has.
std::string mask_id(std::string_view id);

// The last four characters. A text of fewer than eight gives "****": four of seven would be most
// of it.
std::string last4(std::string_view number);

}  // namespace huimin::screens
