#include "kiosk/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace huimin::base {

void fail_check(const char* what, std::source_location at) {
  std::fprintf(stderr, "check failed: %s (%s:%u)\n", what, at.file_name(),
               static_cast<unsigned>(at.line()));
  std::abort();
}

}  // namespace huimin::base
