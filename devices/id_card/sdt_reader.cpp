// One look at the plate, and what it means for the presence of a card.
//
// After a card was read, the search no longer finds it until it is lifted, but its new address can
// still be asked for: 90 or 91 says it lies there. After a reset or power dip the search finds it
// again, and only its contents tell that nobody came: hence the fingerprint.

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
  return std::hash<std::string_view>{}({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
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
  if (presence_ == Presence::Read) {
    if (auto event = look_at_lying_card()) return std::move(*event);
  }
  return look_for_card();
}

// Nothing if the card may be gone.
std::optional<ReaderEvent> SdtReader::look_at_lying_card() {
  const auto answer = ask(sdt::Command::ReadNewAddress);
  if (is_answered(answer, sdt::kOk) || is_answered(answer, sdt::kItemAbsent)) {
    misses_ = 0;
    return CardStillThere{};
  }
  // Without an answer nobody knows. After a reset the search finds a card that still lies there.
  if (!answer && !reset_sam()) return ReaderGone{};
  return std::nullopt;
}

ReaderEvent SdtReader::look_for_card() {
  // A card that failed before is tried once per look, so that the worker stays quick.
  const int tries = presence_ == Presence::Unread ? 1 : kReadTries;
  for (int i = 0; i < tries; ++i) {
    auto found = ask(sdt::Command::FindCard);
    if (found && !is_answered(found, sdt::kFound) && may_card_hide_) {
      if (!reset_sam()) return ReaderGone{};
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
  if (failures_ >= kFailuresBeforeReset && !reset_sam()) return ReaderGone{};
  return report_failure(ReadFailure::Unreadable);
}

tl::expected<sdt::Reply, ReadFailure> SdtReader::read_found_card() {
  if (found_) found_();
  const auto selected = ask(sdt::Command::SelectCard);
  if (!selected) return tl::unexpected(ReadFailure::NoAnswer);
  if (!is_answered(selected, sdt::kOk)) return tl::unexpected(ReadFailure::Unreadable);
  may_card_hide_ = true;
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
  may_card_hide_ = false;
  const std::size_t fingerprint = fingerprint_of(base);
  const bool was_read = presence_ == Presence::Read;
  if (was_read && fingerprint == fingerprint_) return CardStillThere{};

  const bool had_failed = presence_ == Presence::Unread;
  presence_ = Presence::Read;
  fingerprint_ = fingerprint;
  ReaderEvent event = ReadFailed{ReadFailure::UnknownLayout};
  if (const auto parts = sdt::split_base(base.data.view())) {
    if (auto record = decode_record(parts->text, parts->photo))
      event = CardRead{std::move(*record)};
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

ReaderEvent SdtReader::after_silence(bool card_found) {
  if (!reset_sam()) return ReaderGone{};
  if (!card_found && presence_ == Presence::None) return NoCard{};
  return report_failure(ReadFailure::NoAnswer);
}

// Switches the field off and on. A module that does not even answer that is gone.
bool SdtReader::reset_sam() {
  failures_ = 0;
  may_card_hide_ = false;
  if (!ask(sdt::Command::ResetSam)) link_.reset();
  return link_ != nullptr;
}

// A line that is gone is dropped at once; the next look opens it again.
tl::expected<sdt::Reply, LinkError> SdtReader::ask(sdt::Command command) {
  if (!link_) return tl::unexpected(LinkError::Gone);
  auto answer = link_->ask(command);
  if (!answer && answer.error() == LinkError::Gone) link_.reset();
  return answer;
}

}  // namespace huimin::devices
