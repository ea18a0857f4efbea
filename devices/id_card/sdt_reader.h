#pragma once
// The ID card reader that speaks SDT frames over a byte stream.

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "devices/id_card/id_card.h"
#include "devices/id_card/sdt_link.h"

namespace huimin::devices {

class SdtReader final : public IdCardReader {
 public:
  explicit SdtReader(PortOpener open, MonoClock clock = mono_now);

  ReaderStatus status() const override { return status_; }
  ReaderEvent poll() override;

  // Called from within poll() when a card was found and its reading begins, which takes about 0.2 s.
  void on_found(std::function<void()> call) { found_ = std::move(call); }

 private:
  enum class Presence : std::uint8_t { None, Unread, Read };

  tl::expected<sdt::Reply, LinkError> ask(sdt::Command command);
  bool connect();
  ReaderEvent look();
  std::optional<ReaderEvent> look_at_lying_card();
  bool reset_sam();
  ReaderEvent look_for_card();
  tl::expected<sdt::Reply, ReadFailure> read_found_card();
  ReaderEvent no_card_found(bool found_before);
  ReaderEvent accept(const sdt::Reply& base);
  ReaderEvent report_failure(ReadFailure reason);
  ReaderEvent after_silence(bool card_found);

  PortOpener open_;
  std::function<void()> found_;
  MonoClock clock_;
  std::unique_ptr<SdtLink> link_;
  std::atomic<ReaderStatus> status_{ReaderStatus::Disconnected};
  Presence presence_ = Presence::None;
  // Of the card that was read in this presence; survives resets and unplugging.
  std::size_t fingerprint_ = 0;
  int misses_ = 0;    // searches in a row that did not find the card that lay here
  int failures_ = 0;  // readings in a row that failed since the SAM was last reset
  // A record lost on the line counts as read for the module: its card hides from searches until a
  // reset.
  bool may_card_hide_ = false;
  std::optional<ReaderEvent> next_;
};

}  // namespace huimin::devices
