#include "printing/qr.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace huimin::printing {

tl::expected<QrMatrix, QrError> make_qr(std::string_view text) {
  if (text.empty() || text.find('\0') != std::string_view::npos) {
    return tl::unexpected(QrError::Empty);
  }
  constexpr int kSmallestVersionThatFits = 0;
  constexpr int kCaseSensitive = 1;
  const std::string terminated(text);
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(terminated.c_str(), kSmallestVersionThatFits, QR_ECLEVEL_M, QR_MODE_8,
                          kCaseSensitive),
      &QRcode_free);
  if (!code) return tl::unexpected(QrError::DoesNotFit);

  const int modules = code->width * code->width;
  QrMatrix matrix{code->width, WipedBytes(static_cast<std::size_t>(modules))};
  // libqrencode keeps the colour in the lowest bit and its own notes in the others.
  for (std::size_t i = 0; i < matrix.modules.size(); ++i) matrix.modules[i] = code->data[i] & 1U;
  return matrix;
}

tl::expected<int, QrError> module_dots(const QrMatrix& code, int width_dots) {
  const int modules = code.side + 2 * kQuietZone;
  for (int dots = kGoodModuleDots; dots >= kLeastModuleDots; --dots) {
    if (modules * dots <= width_dots) return dots;
  }
  return tl::unexpected(QrError::DoesNotFit);
}

}  // namespace huimin::printing
