// Any bytes as the county's answer, and any text as its content.

#include "kiosk/base/check.h"
#include "kiosk/queue/acknowledgement.h"
#include "kiosk/queue/pki.h"

using namespace huimin;
using namespace huimin::queue;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Identity ca = make_ca("county", {}, base::WallTime{std::chrono::hours{1}});
  static const Identity signing = issue(ca, {"intake", Purpose::IntakeSigning, {}, {}, {}, {}});
  const ByteView bytes(data, size);
  base::check(!verify_acknowledgement(bytes, signing.certificate), "only the county acknowledges");
  const auto content = parse_acknowledgement(text_of(bytes));
  if (content) {
    const auto again = verify_acknowledgement(make_acknowledgement(*content, signing),
                                              signing.certificate);
    base::check(again && *again == *content, "an acknowledgement survives");
  }
  return 0;
}
