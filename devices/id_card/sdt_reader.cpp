// One look at the plate, and what it means for the presence of a card.
//
// After a card was read, the search no longer finds it until it is lifted, but its new address can still be
// asked for: 90 or 91 says it lies there. After a reset or power dip the search finds it again, and only its
// contents tell that nobody came: hence the fingerprint.

#include "devices/id_card/sdt_reader.h"

#include <functional>
#include <string_view>
#include <utility>

#include "devices/id_card/record.h"

namespace huimin::devices {
namespace {

constexpr int kReadTries = 3;
constexpr int kFailuresBeforeReset = 3;

// One missed search is radio noise, two in a row are a lifted card.
constexpr int kMissesThatMeanLifted = 2;

// Over text and photo, so that it cannot be turned back into a number by trying all numbers.
std::size_t fingerprint_of(const sdt::Reply& base) {
  const auto bytes = base.data.view();
  return std::hash<std::string_view>{}(
      {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

bool is_answered(const tl::expected<sdt::Reply, LinkError>& answer, std::uint8_t status) {
  return answer && answer->status[2] == status;
}

}  // namespace

SdtReader::SdtReader(PortOpener open, MonoClock clock)
    : open_(std::move(open)), clock_(std::move(clock)) {}

ReaderEvent SdtReader::poll() {
  if (next_) return *std::exchange(next_, std::nullopt);
  if (!link_ && !connect()) return ReaderGone{};
  ReaderEvent event = look();
  if (link_) {
    status_ = presence_ == Presence::None ? ReaderStatus::Ready : ReaderStatus::CardLying;
  } else {
    status_ = ReaderStatus::Disconnected;
  }
  return event;
}

bool SdtReader::connect() {
  status_ = ReaderStatus::Disconnected;
  auto stream = open_();
  if (!stream) return false;
  auto link = std::make_unique<SdtLink>(std::move(*stream), clock_);
  const auto tested = link->ask(sdt::Command::SelfTest);
  if (!tested) return false;
  if (!is_answered(tested, sdt::kOk)) {
    status_ = ReaderStatus::Failing;
    return false;
  }
  link_ = std::move(link);
  return true;
}

ReaderEvent SdtReader::look() {
  if (presence_ == Presence::Read && is_lying_still()) {
    misses_ = 0;
    return CardStillThere{};
  }
  if (!link_) return ReaderGone{};
  return look_for_card();
}

bool SdtReader::is_lying_still() {
  const auto answer = ask(sdt::Command::ReadNewAddress);
  return is_answered(answer, sdt::kOk) || is_answered(answer, sdt::kItemAbsent);
}

ReaderEvent SdtReader::look_for_card() {
  // A card that failed before is tried once per look, so that the worker stays quick.
  const int tries = presence_ == Presence::Unread ? 1 : kReadTries;
  bool was_reset = false;
  for (int i = 0; i < tries; ++i) {
    auto found = ask(sdt::Command::FindCard);
    // A record that was lost on the line counts as read for the module, so its card hides from the search.
    if (i > 0 && !was_reset && found && !is_answered(found, sdt::kFound)) {
      was_reset = true;
      if (!ask(sdt::Command::ResetSam)) return after_silence(/*card_found=*/true);
      found = ask(sdt::Command::FindCard);
    }
    if (!found) return after_silence(/*card_found=*/i > 0);
    if (!is_answered(found, sdt::kFound)) return no_card_found(/*found_before=*/i > 0);
    misses_ = 0;
    const auto base = read_found_card();
    if (base) return accept(*base);
    if (base.error() == ReadFailure::NoAnswer) return after_silence(/*card_found=*/true);
    ++failures_;
  }
  if (failures_ >= kFailuresBeforeReset) {
    failures_ = 0;
    if (!ask(sdt::Command::ResetSam)) return after_silence(/*card_found=*/true);
  }
  return report_failure(ReadFailure::Unreadable);
}

tl::expected<sdt::Reply, ReadFailure> SdtReader::read_found_card() {
  const auto selected = ask(sdt::Command::SelectCard);
  if (!selected) return tl::unexpected(ReadFailure::NoAnswer);
  if (!is_answered(selected, sdt::kOk)) return tl::unexpected(ReadFailure::Unreadable);
  auto base = ask(sdt::Command::ReadBase);
  if (!base) return tl::unexpected(ReadFailure::NoAnswer);
  if (!is_answered(base, sdt::kOk)) return tl::unexpected(ReadFailure::Unreadable);
  return std::move(*base);
}

ReaderEvent SdtReader::no_card_found(bool found_before) {
  failures_ = 0;
  if (presence_ == Presence::None) {
    if (found_before) return ReadFailed{ReadFailure::LiftedTooSoon};
    return NoCard{};
  }
  if (++misses_ < kMissesThatMeanLifted) return CardStillThere{};
  misses_ = 0;
  presence_ = Presence::None;
  return CardLifted{};
}

ReaderEvent SdtReader::accept(const sdt::Reply& base) {
  failures_ = 0;
  const std::size_t fingerprint = fingerprint_of(base);
  const bool was_read = presence_ == Presence::Read;
  if (was_read && fingerprint == fingerprint_) return CardStillThere{};

  const bool had_failed = presence_ == Presence::Unread;
  presence_ = Presence::Read;
  fingerprint_ = fingerprint;
  ReaderEvent event = ReadFailed{ReadFailure::UnknownLayout};
  if (const auto parts = sdt::split_base(base.data.view())) {
    if (auto record = decode_record(parts->text, parts->photo)) event = CardRead{std::move(*record)};
  }
  if (had_failed && std::holds_alternative<ReadFailed>(event)) return CardStillThere{};
  if (!was_read) return event;
  // Swapped so fast that nobody saw the plate empty.
  next_ = std::move(event);
  return CardLifted{};
}

ReaderEvent SdtReader::report_failure(ReadFailure reason) {
  if (presence_ != Presence::None) return CardStillThere{};
  presence_ = Presence::Unread;
  return ReadFailed{reason};
}

// The reader fell silent in the middle. It is reset; one that does not even answer that is gone.
ReaderEvent SdtReader::after_silence(bool card_found) {
  failures_ = 0;
  if (!link_ || !ask(sdt::Command::ResetSam)) {
    link_.reset();
    return ReaderGone{};
  }
  if (!card_found && presence_ == Presence::None) return NoCard{};
  return report_failure(ReadFailure::NoAnswer);
}

// A line that is gone is dropped at once; the next look opens it again.
tl::expected<sdt::Reply, LinkError> SdtReader::ask(sdt::Command command) {
  if (!link_) return tl::unexpected(LinkError::Gone);
  auto answer = link_->ask(command);
  if (!answer && answer.error() == LinkError::Gone) link_.reset();
  return answer;
}

}  // namespace huimin::devices
