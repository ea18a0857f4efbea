// Any bytes as an envelope from the network: the first two bytes say how many belong to the
// header's blob.

#include <algorithm>
#include <optional>
#include <span>

#include "kiosk/base/check.h"
#include "kiosk/queue/envelope.h"
#include "kiosk/queue/pki.h"

using namespace huimin;
using namespace huimin::queue;

namespace {

struct County {
  Identity ca = make_ca("county", {}, base::WallTime{std::chrono::hours{1}});
  Identity terminal = issue(ca, {"430522-007", Purpose::Terminal, {}, {}, {}, {}});
  Identity recipient = issue(ca, {"intake", Purpose::Recipient, {}, {}, {}, {}});
  SignerBook signers{ca.certificate};
  County() { base::check(signers.add(terminal.certificate).has_value(), "a signer"); }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const County county;
  if (size < 2) return 0;
  const ByteView all(data + 2, size - 2);
  const std::size_t cut = std::min<std::size_t>(data[0] * 256U + data[1], all.size());
  const ByteView header = all.first(cut);
  const ByteView body = all.subspan(cut);
  base::check(!verify_envelope(header, body, county.signers, std::nullopt),
              "nobody but a terminal makes an envelope");
  (void)peek_header(header);
  (void)unseal(body, std::span(&county.recipient, 1));
  // A true signature over these bytes as a header.
  const Bytes p7s = sign(text_of(body), county.terminal);
  (void)verify_envelope(p7s, body, county.signers, std::nullopt);
  return 0;
}
