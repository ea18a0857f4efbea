#pragma once
// Cuts a stream of ESC/POS bytes into commands, byte by byte, as a printer's firmware does.
//
// It never looks back and never guesses: once a raster image was begun, the next bytes are its
// dots, whatever they look like. That is what makes a printer eat the next job after an interrupted
// one (case C05).

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace huimin::devices::simulators {

// GS v 0.
struct RasterHeader {
  std::uint8_t mode = 0;  // bit 0 double width, bit 1 double height
  std::size_t bytes_per_row = 0;
  std::size_t rows = 0;
};

// What the firmware does with the commands.
class EscPosSink {
 public:
  virtual ~EscPosSink() = default;
  virtual void on_text(std::byte letter) = 0;
  // A whole command but a raster image: its bytes from the first on, with arguments and payload.
  virtual void on_command(std::span<const std::byte> command) = 0;
  virtual void on_raster(const RasterHeader& header) = 0;
  virtual void on_raster_byte(std::byte eight_dots) = 0;
};

class EscPosDecoder {
 public:
  void take(std::byte one, EscPosSink& sink);

  void reset();

  // Bytes of image data still to come; 0 outside an image.
  std::size_t raster_bytes_left() const { return raster_left_; }

 private:
  void begin_raster(EscPosSink& sink);

  std::vector<std::byte> command_;
  std::size_t raster_left_ = 0;
  std::size_t skip_left_ = 0;
};

}  // namespace huimin::devices::simulators
