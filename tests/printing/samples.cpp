#include "tests/printing/samples.h"

#include <algorithm>

#include "printing/escpos.h"
#include "printing/layout.h"

namespace huimin::printing::samples {

std::string receipt_qr_text() {
  std::string text = "HTTPS://STATUS.EXAMPLE/R/";
  // Any digits of the right number serve: printing does not read them.
  for (unsigned digit = 0; digit < 315; ++digit) {
    text += static_cast<char>('0' + (digit * digit + 3 * digit) % 7 + digit % 3);
  }
  return text;
}

Document receipt() {
  const auto done = Item::Box::Filled;
  return {{
      Heading{"新邵县酿溪镇便民服务大厅", "收件回执"},
      Rule{Rule::Kind::Thick},
      NumberBlock{"回执编号", "430522-007-000321-37"},
      Rule{Rule::Kind::Thick},
      Pairs{{{"办的事", "临时救助（小额快救）"},
             {"申请人", "王*"},
             {"时间", "2026年11月4日 9:58"},
             {"在哪办", "430522-007 号机，自助"}}},
      Rule{},
      Section{"收到您的",
              {{done, "身份证（读卡）"},
               {done, "户口簿 4 页"},
               {done, "住院单子 3 张"},
               {done, "授权书、承诺书（已签）"}}},
      Section{"免提交", {{done, "收入、存款、房、车证明"}}},
      Section{"以后补", {{Item::Box::Empty, "儿子、女儿的核对授权"}}},
      Rule{},
      Pairs{{{"11月11日", "最迟告诉您收不收、\n缺什么"},
             {"12月16日", "最迟有结果\n（按今天受理算）"},
             {"问谁", "社会事务办 李满秀\n0739-0000118"}}},
      Rule{},
      Boxed{Boxed::Kind::Outlined, "这是已收到，还不是已受理"},
      QrCode{receipt_qr_text(),
             "扫码查办到哪一步",
             {"在任何一个镇的大厅，", "扫这个码就能查，不用注册"}},
      Lines{{"码里没有您的名字和证号"}, Weight::Regular},
  }};
}

Document receipt_in_english() {
  const auto done = Item::Box::Filled;
  return {{
      Heading{"Niangxi Township Service Hall, Xinshao County", "Receipt for your papers"},
      Boxed{Boxed::Kind::Filled, "Print no. 2"},
      Rule{Rule::Kind::Thick},
      NumberBlock{"Receipt number", "430522-007-000321-37"},
      Rule{Rule::Kind::Thick},
      Pairs{{{"Programme", "Temporary assistance, small amounts paid quickly"},
             {"Applicant", "W***"},
             {"Place of application", "Terminal 430522-007, by yourself"}}},
      Rule{},
      Section{"Received from you",
              {{done, "Identity card (read by the machine)"},
               {done, "Household register, four pages"},
               {Item::Box::Empty, "Authorisation of your son and your daughter, within ten days"}}},
      Rule{},
      Boxed{Boxed::Kind::Outlined, "This has been received. It has not been accepted yet."},
      QrCode{receipt_qr_text(), "Scan to see how far it is", {"At any township hall"}},
  }};
}

Document tiny() { return {{Rule{Rule::Kind::Thick}}}; }

Bitmap short_paper(const char* word) {
  const Document document{{Heading{"", word}, Pairs{{{"a", word}, {"b", word}, {"c", word}}},
                           Lines{{word, word, word, word}, Weight::Bold}}};
  return lay_out(document).value().bitmap;
}

std::vector<std::uint8_t> picture_of(const Bitmap& bitmap) {
  constexpr std::ptrdiff_t kHeader = 8;
  std::vector<std::uint8_t> picture;
  for (int row = 0; row < bitmap.height(); row += escpos::kBandRows) {
    const int count = std::min(escpos::kBandRows, bitmap.height() - row);
    const WipedBytes band = escpos::raster_band(bitmap, row, count);
    picture.insert(picture.end(), band.begin() + kHeader, band.end());
  }
  return picture;
}

}  // namespace huimin::printing::samples
