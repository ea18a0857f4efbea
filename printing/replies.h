#pragma once
// What a receipt printer sends back, cut into replies. Pure: bytes in, replies out.

#include <cstddef>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "printing/escpos.h"
#include "printing/printer_status.h"

namespace huimin::printing {

// To DLE EOT; which n it answers is known only by the order of asking.
struct RealTimeReply {
  std::uint8_t bits;
};
// To GS ( H.
struct MarkerReply {
  escpos::MarkerId id;
};
// To GS r.
struct OrderedReply {
  std::uint8_t bits;
};

using Reply = std::variant<RealTimeReply, AutomaticStatus, MarkerReply, OrderedReply>;

// Replies may come in any pieces, and real-time replies in the middle of others. Bytes that are no
// reply (flow control, answers to questions that nobody here asks) are skipped.
class ReplyReader {
 public:
  std::vector<Reply> feed(std::span<const std::byte> bytes);

 private:
  enum class Part : std::uint8_t { Between, BlockKind, Marker, SkippedBlock, Automatic };

  void take(std::uint8_t byte, std::vector<Reply>& replies);
  void begin(std::uint8_t byte, std::vector<Reply>& replies);

  Part part_ = Part::Between;
  std::size_t filled_ = 0;
  escpos::MarkerId marker_{};
  AutomaticStatus automatic_{};
};

}  // namespace huimin::printing
