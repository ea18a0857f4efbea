#pragma once
// Checks that stay on in every build: a broken invariant stops the program loudly instead of going
// on wrongly.

namespace huimin::base {

// Writes the place and `what` to standard error and aborts. `what` must not hold personal data.
[[noreturn]] void fail_check(const char* what, const char* file, unsigned line);

// The place is the caller's: built-ins, as clang 14 has no std::source_location.
inline void check(bool holds, const char* what = "invariant", const char* file = __builtin_FILE(),
                  unsigned line = __builtin_LINE()) {
  if (!holds) fail_check(what, file, line);
}

}  // namespace huimin::base
