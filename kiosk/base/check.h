#pragma once
// Checks that stay on in every build: a broken invariant stops the program loudly instead of going
// on wrongly.

#include <source_location>

namespace huimin::base {

// Writes the place and `what` to standard error and aborts. `what` must not hold personal data.
[[noreturn]] void fail_check(const char* what, std::source_location at);

inline void check(bool holds, const char* what = "invariant",
                  std::source_location at = std::source_location::current()) {
  if (!holds) fail_check(what, at);
}

}  // namespace huimin::base
