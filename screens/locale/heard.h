// How the values of a frame are read aloud: a number group digit by digit, an amount as money, a
// surname as a surname.
//
// The functions that format values (formats.h, values.h) note here what they wrote and how it is
// said, so a draw function needs no second text. Whoever reads aloud replaces the shown pieces by
// the spoken ones. Nothing is guessed from the shown text (case C18).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace huimin::screens {

// Personal: name, number, amount, result. It is said to a headset only (EN 301 549, 5.1.3.8).
enum class Privacy : std::uint8_t { Open, Personal };

// How characters with several readings are read: in a name the first is a surname.
enum class Reading : std::uint8_t { Prose, Name };

struct HeardPiece {
  std::string shown;
  std::string spoken;  // in the language of the frame; names as characters
  Privacy privacy = Privacy::Open;
  Reading reading = Reading::Prose;
};

// Belongs to the thread that draws. Valid for one frame.
class Heard {
 public:
  // A new frame, or the end of a session: overwrites what was noted.
  void clear();
  // Nothing is noted for an empty `shown`. The last note for the same shown text counts, but what
  // was personal once stays personal.
  void note(HeardPiece piece);

  const std::vector<HeardPiece>& pieces() const { return pieces_; }

  // The longest piece that stands at this byte of `text`; null if none. A piece that begins or
  // ends with a letter or digit is not found inside a longer word or number.
  const HeardPiece* at(std::string_view text, std::size_t byte) const;

 private:
  std::vector<HeardPiece> pieces_;
};

}  // namespace huimin::screens
