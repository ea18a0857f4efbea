#include "kiosk/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace huimin::base {

void fail_check(const char* what, const char* file, unsigned line) {
  std::fprintf(stderr, "check failed: %s (%s:%u)\n", what, file, line);
  std::abort();
}

}  // namespace huimin::base
