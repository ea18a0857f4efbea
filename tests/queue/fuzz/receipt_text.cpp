// Whatever a scanner reads: never a crash, and a text that reads as a token is written the same
// again.

#include "kiosk/base/check.h"
#include "kiosk/queue/receipt_token.h"

using namespace huimin;
using namespace huimin::queue;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto token = read_receipt_text(text);
  if (!token) return 0;
  (void)key_id_of(*token);
  base::check(text.ends_with(to_digits(*token)), "one token has one text");
  return 0;
}
