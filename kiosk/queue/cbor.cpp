#include "kiosk/queue/cbor.h"

#include <cbor.h>

namespace huimin::queue {
namespace {

constexpr std::size_t kHeadMost = 9;  // bytes before an item's content

enum class Item : std::uint8_t { Other, Unsigned, Bytes, Text, Array, Map };

struct Decoded {
  Item item = Item::Other;
  std::uint64_t value = 0;  // of an integer, or the number of items or pairs
  ByteView content;
};

Decoded& decoded(void* context) { return *static_cast<Decoded*>(context); }

cbor_callbacks make_callbacks() {
  cbor_callbacks calls = cbor_empty_callbacks;
  calls.uint8 = [](void* to, std::uint8_t v) { decoded(to) = {Item::Unsigned, v, {}}; };
  calls.uint16 = [](void* to, std::uint16_t v) { decoded(to) = {Item::Unsigned, v, {}}; };
  calls.uint32 = [](void* to, std::uint32_t v) { decoded(to) = {Item::Unsigned, v, {}}; };
  calls.uint64 = [](void* to, std::uint64_t v) { decoded(to) = {Item::Unsigned, v, {}}; };
  calls.byte_string = [](void* to, cbor_data data, std::size_t size) {
    decoded(to) = {Item::Bytes, size, {data, size}};
  };
  calls.string = [](void* to, cbor_data data, std::size_t size) {
    decoded(to) = {Item::Text, size, {data, size}};
  };
  calls.array_start = [](void* to, std::size_t items) { decoded(to) = {Item::Array, items, {}}; };
  calls.map_start = [](void* to, std::size_t pairs) { decoded(to) = {Item::Map, pairs, {}}; };
  return calls;
}

// The next item when it is of this kind; then `rest` begins after it.
std::optional<Decoded> next(ByteView& rest, Item wanted) {
  static const cbor_callbacks kCalls = make_callbacks();
  Decoded found;
  const auto result = cbor_stream_decode(rest.data(), rest.size(), &kCalls, &found);
  if (result.status != CBOR_DECODER_FINISHED || found.item != wanted) return std::nullopt;
  rest = rest.subspan(result.read);
  return found;
}

template <class Encode>
void append_head(Bytes& out, Encode encode) {
  const std::size_t before = out.size();
  out.resize(before + kHeadMost);
  out.resize(before + encode(out.data() + before, kHeadMost));
}

}  // namespace

CborWriter& CborWriter::unsigned_integer(std::uint64_t value) {
  append_head(out_, [value](unsigned char* to, std::size_t room) {
    return cbor_encode_uint(value, to, room);
  });
  return *this;
}

CborWriter& CborWriter::bytes(ByteView value) {
  append_head(out_, [&value](unsigned char* to, std::size_t room) {
    return cbor_encode_bytestring_start(value.size(), to, room);
  });
  out_.insert(out_.end(), value.begin(), value.end());
  return *this;
}

CborWriter& CborWriter::text(std::string_view value) {
  append_head(out_, [&value](unsigned char* to, std::size_t room) {
    return cbor_encode_string_start(value.size(), to, room);
  });
  out_.insert(out_.end(), value.begin(), value.end());
  return *this;
}

CborWriter& CborWriter::array(std::size_t items) {
  append_head(out_, [items](unsigned char* to, std::size_t room) {
    return cbor_encode_array_start(items, to, room);
  });
  return *this;
}

CborWriter& CborWriter::map(std::size_t pairs) {
  append_head(out_, [pairs](unsigned char* to, std::size_t room) {
    return cbor_encode_map_start(pairs, to, room);
  });
  return *this;
}

std::optional<std::uint64_t> CborReader::unsigned_integer() {
  const auto found = next(rest_, Item::Unsigned);
  if (!found) return std::nullopt;
  return found->value;
}

std::optional<ByteView> CborReader::bytes() {
  const auto found = next(rest_, Item::Bytes);
  if (!found) return std::nullopt;
  return found->content;
}

std::optional<std::string_view> CborReader::text() {
  const auto found = next(rest_, Item::Text);
  if (!found) return std::nullopt;
  return text_of(found->content);
}

bool CborReader::array(std::size_t items) {
  const auto found = next(rest_, Item::Array);
  return found && found->value == items;
}

bool CborReader::map(std::size_t pairs) {
  const auto found = next(rest_, Item::Map);
  return found && found->value == pairs;
}

}  // namespace huimin::queue
