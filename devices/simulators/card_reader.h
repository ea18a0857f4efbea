#pragma once
// The twin of an ID card reader with a SAM_V module: card on and off, and what goes wrong between.

#include <cstdint>
#include <optional>

#include "devices/simulators/card_image.h"
#include "devices/simulators/twin.h"

namespace huimin::devices::simulators {

enum class CardFault : std::uint8_t {
  Cut,         // the answer stops half-way
  Checksum,    // the answer's last byte is wrong
  Stray,       // a 00 after the first AA of the answer, and noise before it
  Silent,      // no answer
  Late,        // the answer comes after the host stopped waiting
  Select,      // the card is found but cannot be selected
  Unreadable,  // the card is selected but reading fails
  LiftInRead,  // the card is lifted while it is read: half an answer, then no card
  Refuse,      // the module says that the request came garbled
};

// The question at which a fault strikes.
enum class CardMoment : std::uint8_t { Any, SelfTest, Find, Select, Read, NewAddress, Reset };

class CardReaderTwin final : public Twin {
 public:
  // Replaces a card that lies there.
  void place(CardImage card);
  void lift();
  bool has_card() const { return card_.has_value(); }

  // Strikes at the next `times` questions of that moment. Select, Unreadable and LiftInRead have
  // their own moment and ignore this one. A new fault replaces the one before; times 0 ends it.
  void fail(CardFault fault, int times, CardMoment moment = CardMoment::Any);

  // The module itself is broken: its self-test fails.
  void set_broken(bool broken) { is_broken_ = broken; }

  int resets() const { return resets_; }
  int reads() const { return reads_; }  // base records sent whole

  std::size_t take(std::span<const std::byte> from_host, MonoTime at) override;
  std::vector<std::byte> give(MonoTime at) override { return outgoing_.due_by(at); }
  std::optional<MonoTime> next_due() const override { return outgoing_.next_due(); }

 private:
  enum class CardState : std::uint8_t { Resting, Found, Selected, Read };
  using Bytes = std::vector<std::byte>;

  void consume_request(MonoTime at);
  Bytes answer_to(unsigned command);
  Bytes find();
  Bytes select();
  Bytes read_base();
  Bytes read_new_address() const;
  Bytes reset();
  void send(Bytes frame, CardMoment moment, MonoTime at);
  bool strikes(CardFault fault);
  bool strikes_at(CardMoment moment) const;

  std::optional<CardImage> card_;
  CardState state_ = CardState::Resting;
  Bytes request_;
  Outgoing outgoing_;
  CardFault fault_ = CardFault::Cut;
  CardMoment fault_moment_ = CardMoment::Any;
  int fault_times_ = 0;
  bool is_broken_ = false;
  int resets_ = 0;
  int reads_ = 0;
};

}  // namespace huimin::devices::simulators
