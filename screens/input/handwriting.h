// Reads one character written by hand.
//
// A second way in: the model knows the 6763 characters of GB 2312 and no rarer one, and takes
// strokes that are joined or in another order for something else. It learns nothing and keeps
// nothing.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "screens/toolkit/signature_pad.h"

namespace huimin::screens {

// Of the Debian package tegaki-zinnia-simplified-chinese.
std::filesystem::path default_handwriting_model();

// Strokes moved and scaled so that what is written fills a square of this side, whatever its size
// and place on the pad; its proportions stay. Specks are not blown up to a whole character.
inline constexpr int kWritingSquare = 1000;
struct WrittenPoint {
  int x = 0;
  int y = 0;
  bool operator==(const WrittenPoint&) const = default;
};
std::vector<std::vector<WrittenPoint>> normalised(const Ink& ink);

// One thread. The model is mapped, 27 MB of the page cache while this lives; let it go when the
// session ends.
class Handwriting {
 public:
  // The error says what is missing. Takes 5 to 30 ms.
  static tl::expected<Handwriting, std::string> open(
      const std::filesystem::path& model = default_handwriting_model());

  Handwriting(Handwriting&&) noexcept;
  Handwriting& operator=(Handwriting&&) noexcept;
  ~Handwriting();

  // The likeliest first, at most `most`; none without ink. Takes 4 to 8 ms.
  std::vector<std::string> read(const Ink& ink, std::size_t most) const;

 private:
  struct Model;
  explicit Handwriting(std::unique_ptr<Model> model);

  std::unique_ptr<Model> model_;
};

}  // namespace huimin::screens
