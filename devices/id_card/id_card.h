#pragma once
// Reads the chip of resident identity cards and residence permits.

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>

#include "devices/id_card/private_text.h"

namespace huimin::devices {

enum class CardKind : std::uint8_t {
  ResidentCard,
  HmtPermit,            // residence permit of Hong Kong, Macao and Taiwan residents
  ForeignerPermitOld,   // permanent residence permit up to 2023, number of 15 characters
  ForeignerPermit2023,  // permanent residence permit since December 2023, number of 18 characters
};

// GB/T 2261.1 codes 0, 1, 2, 9.
enum class CardSex : std::uint8_t { Unknown, Male, Female, Unspecified };

// What the chip says; nothing is corrected. Fields that a kind of card does not have are empty.
struct CardRecord {
  CardKind kind = CardKind::ResidentCard;
  PrivateText name;        // the Chinese name; on a foreigner's permit without one, the Latin name
  PrivateText latin_name;  // foreigners' permits
  CardSex sex = CardSex::Unknown;
  std::string nation;   // two digits of GB/T 3304; resident card
  std::string country;  // three letters; foreigners' permits
  PrivateText birth;    // yyyymmdd
  PrivateText address;
  PrivateText id_number;     // 18 characters, or 15 of an old foreigner's permit
  PrivateText other_number;  // travel permit (HMT), former number (2023)
  PrivateText issuer;        // authority's name; on an old foreigner's permit its code
  std::string valid_from;    // yyyymmdd
  std::string valid_to;      // yyyymmdd; empty if the card never expires
  bool never_expires = false;
  // WLT picture of 102 x 126 dots, as the chip has it. Its decoder is proprietary and not part of
  // this product.
  PrivateBytes photo;
};

enum class ReaderStatus : std::uint8_t {
  Disconnected,  // no device, or it does not answer
  Failing,       // it answers, but its own self-test fails
  Ready,         // no card
  CardLying,     // a card lies on it, read or not
};

enum class ReadFailure : std::uint8_t {
  Unreadable,  // found but not read in three tries: damaged, demagnetised, or two cards at once
  LiftedTooSoon,
  UnknownLayout,  // read, but not a card this product understands
  NoAnswer,       // the reader stopped answering in the middle and was reset
};

struct NoCard {};
struct CardStillThere {};  // the card of the last CardRead or ReadFailed
struct CardRead {
  CardRecord record;
};
struct ReadFailed {
  ReadFailure reason = ReadFailure::Unreadable;
};
struct CardLifted {};
struct ReaderGone {};

using ReaderEvent =
    std::variant<NoCard, CardStillThere, CardRead, ReadFailed, CardLifted, ReaderGone>;

// Used by one device worker, except status(), which any thread may call.
//
// A presence starts when a card is laid down and ends with CardLifted. In each presence there is at
// most one CardRead and at most one ReadFailed (before it). A card that lies on is never read
// again, also not after the reader was reset or unplugged while it lay there. A card swapped for
// another gives CardLifted, then CardRead.
class IdCardReader {
 public:
  virtual ~IdCardReader() = default;

  virtual ReaderStatus status() const = 0;

  // Looks once. Call it again no sooner than kCardPollInterval after it returned. With a working
  // reader it takes 10 to 300 ms; with one that stopped answering up to 12 s. A reader that was
  // unplugged is not an error: it gives ReaderGone and works again when it returns.
  virtual ReaderEvent poll() = 0;
};

// SAM modules want more than 300 ms between looks (field experience with the protocol, not a
// standard).
inline constexpr std::chrono::milliseconds kCardPollInterval{320};

}  // namespace huimin::devices
