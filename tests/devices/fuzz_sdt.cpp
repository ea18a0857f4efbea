// Any bytes from a card reader: replies must be whole, and the same however the stream is cut.

#include <cstdint>
#include <cstdlib>
#include <span>

#include "devices/id_card/protocol.h"
#include "devices/id_card/record.h"

using namespace huimin::devices;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto all = std::as_bytes(std::span(data, size));
  sdt::ReplyParser at_once;
  const auto replies = at_once.take(all);
  sdt::ReplyParser bytewise;
  std::size_t count = 0;
  for (const std::byte one : all) count += bytewise.take(std::span(&one, 1)).size();
  if (count != replies.size()) std::abort();
  for (const auto& reply : replies) {
    if (reply.data.size() + sdt::kMinReplyLength > sdt::kMaxLength) std::abort();
    if (const auto parts = sdt::split_base(reply.data.view())) {
      static_cast<void>(decode_record(parts->text, parts->photo));
    }
  }
  if (size >= sdt::kTextSize) {
    static_cast<void>(decode_record(all.first(sdt::kTextSize), all.subspan(sdt::kTextSize)));
  }
  return 0;
}
