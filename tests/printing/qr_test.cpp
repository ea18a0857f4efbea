#include "printing/qr.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/printing/samples.h"

namespace huimin::printing {
namespace {

int version_of(const QrMatrix& code) { return (code.side - 17) / 4; }

TEST_SUITE("qr") {
  TEST_CASE("the text of a receipt makes a code of version 8 or 9") {
    const int version = version_of(make_qr(samples::receipt_qr_text()).value());
    CHECK(version >= 8);
    CHECK(version <= 9);
  }

  // 299 digits after 20 letters would need version 13 if all were bytes.
  TEST_CASE("digits and upper-case letters take the short modes") {
    const std::string upper = "HTTPS://HOST.CN/R/" + std::string(300, '5');
    std::string lower = upper;
    lower[18] = 'x';
    for (std::size_t i = 18; i < lower.size(); i += 2) lower[i] = 'x';
    CHECK(version_of(make_qr(upper).value()) < version_of(make_qr(lower).value()));
  }

  TEST_CASE("modules get five dots, four where five do not fit, and never fewer") {
    QrMatrix code;
    code.side = 17 + 4 * 22;
    CHECK(module_dots(code, 576) == 5);
    code.side = 17 + 4 * 23;
    CHECK(module_dots(code, 576) == 4);
    code.side = 17 + 4 * 29;
    CHECK(module_dots(code, 576) == 4);
    code.side = 17 + 4 * 30;
    CHECK(module_dots(code, 576).error() == QrError::DoesNotFit);
  }

  TEST_CASE("nothing, a NUL inside and too much are refused") {
    CHECK(make_qr("").error() == QrError::Empty);
    CHECK(make_qr(std::string_view("a\0b", 3)).error() == QrError::Empty);
    CHECK(make_qr(std::string(6000, '1')).error() == QrError::DoesNotFit);
  }
}

}  // namespace
}  // namespace huimin::printing
