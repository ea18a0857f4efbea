#include "printing/replies.h"

namespace huimin::printing {
namespace {

// Fixed bits by which replies are told apart (Epson, "identification of transmitted status").
constexpr bool is_real_time(std::uint8_t byte) { return (byte & 0x93) == 0x12; }
constexpr bool begins_automatic(std::uint8_t byte) { return (byte & 0x93) == 0x10; }
constexpr bool continues_automatic(std::uint8_t byte) { return (byte & 0x90) == 0; }
constexpr bool is_ordered(std::uint8_t byte) { return (byte & 0x90) == 0; }

constexpr std::uint8_t kBlock = 0x37;
constexpr std::uint8_t kMarkerBlock = 0x22;
constexpr std::uint8_t kTextBlock = 0x5F;
constexpr std::uint8_t kBlockEnd = 0x00;

// Maker and model names are shorter. Without a bound one lost end would swallow every later reply.
constexpr std::size_t kLongestBlock = 80;

}  // namespace

std::vector<Reply> ReplyReader::feed(std::span<const std::byte> bytes) {
  std::vector<Reply> replies;
  for (const std::byte byte : bytes) take(std::to_integer<std::uint8_t>(byte), replies);
  return replies;
}

void ReplyReader::begin(std::uint8_t byte, std::vector<Reply>& replies) {
  part_ = Part::Between;
  filled_ = 0;
  if (is_real_time(byte)) {
    replies.push_back(RealTimeReply{byte});
  } else if (byte == kBlock) {
    part_ = Part::BlockKind;
  } else if (byte == kTextBlock) {
    part_ = Part::SkippedBlock;
  } else if (begins_automatic(byte)) {
    automatic_[filled_++] = byte;
    part_ = Part::Automatic;
  } else if (is_ordered(byte)) {
    replies.push_back(OrderedReply{byte});
  }
}

void ReplyReader::take(std::uint8_t byte, std::vector<Reply>& replies) {
  switch (part_) {
    case Part::Between: begin(byte, replies); return;
    case Part::BlockKind:
      if (is_real_time(byte)) {
        replies.push_back(RealTimeReply{byte});
      } else {
        part_ = byte == kMarkerBlock ? Part::Marker : Part::SkippedBlock;
      }
      return;
    case Part::Marker:
      if (is_real_time(byte)) {
        replies.push_back(RealTimeReply{byte});
      } else if (filled_ < marker_.size() && escpos::is_in_markers(byte)) {
        marker_[filled_++] = byte;
      } else if (filled_ == marker_.size() && byte == kBlockEnd) {
        replies.push_back(MarkerReply{marker_});
        part_ = Part::Between;
      } else {
        begin(byte, replies);  // A part was lost; this may be the next reply.
      }
      return;
    case Part::SkippedBlock:
      if (byte == kBlockEnd || ++filled_ == kLongestBlock) part_ = Part::Between;
      return;
    case Part::Automatic:
      if (is_real_time(byte)) {
        replies.push_back(RealTimeReply{byte});
      } else if (!continues_automatic(byte)) {
        begin(byte, replies);
      } else {
        automatic_[filled_++] = byte;
        if (filled_ < automatic_.size()) return;
        replies.push_back(automatic_);
        part_ = Part::Between;
      }
      return;
  }
}

}  // namespace huimin::printing
