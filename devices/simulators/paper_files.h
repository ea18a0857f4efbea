#pragma once
// Pieces of paper as files: what came out of the printer, as picture, bytes and text.

#include <filesystem>
#include <string>
#include <vector>

#include "devices/simulators/paper.h"

namespace huimin::devices::simulators {

// The codes that a reader finds on the paper, from the top down.
std::vector<std::string> read_codes(const Piece& piece);

// Writes receipt-N (or blank-N, scrap-N) .png, .escpos and .txt into `folder`; N counts each kind
// from 1. Files of an earlier run are replaced. A file is either whole or not there. The .png comes
// last.
class PaperFiles {
 public:
  explicit PaperFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // False if a file could not be written.
  [[nodiscard]] bool write(const Piece& piece);

  int receipts() const { return receipts_; }

 private:
  std::filesystem::path folder_;
  int receipts_ = 0;
  int blanks_ = 0;
  int scraps_ = 0;
};

// A picture of the piece: PNG, 1 bit, kPaperWidth_dots wide.
std::vector<std::byte> png_of(const Piece& piece);

}  // namespace huimin::devices::simulators
