// The reader of a request's body takes anything from the line without failing, and what it takes it
// writes again.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "kiosk/intake/sealed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace huimin;
  const std::string_view text = queue::text_of({data, size});
  const auto first = intake::parse_sealed(text);
  if (!first) return 0;
  const std::string again = "{\"header\":\"" + queue::base64(first->header_p7s) + "\",\"body\":\"" +
                            queue::base64(first->body_p7m) + "\"}";
  const auto second = intake::parse_sealed(again);
  if (!second || second->header_p7s != first->header_p7s || second->body_p7m != first->body_p7m)
    std::abort();
  return 0;
}
