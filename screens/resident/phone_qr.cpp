#include <algorithm>

#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/unfinished.h"

namespace huimin::screens::resident {

namespace {

// Black on white in every palette: not every phone reads the reverse.
// ISO/IEC 18004: a quiet zone of four modules on every side.
constexpr int kQuiet = 4;
constexpr std::uint32_t kWhite = 0xFFFFFF, kBlack = 0x000000;

// Changes when the modules do (FNV-1a).
std::uint64_t version_of(const view::QrModules& qr) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const std::uint8_t module : qr.dark) hash = (hash ^ module) * 1099511628211ULL;
  return hash;
}

// One pixel of the screen lies in one module only, so the picture is made at its final size.
Picture picture_of(const view::QrModules& qr, int side_px) {
  const int across = qr.side + 2 * kQuiet;
  const int module = std::max(1, side_px / across);
  Picture picture;
  picture.width = picture.height = across * module;
  picture.version = version_of(qr);
  picture.pixels.assign(
      static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height), kWhite);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const int column = x / module - kQuiet, row = y / module - kQuiet;
      if (column < 0 || row < 0 || column >= qr.side || row >= qr.side) continue;
      if (!qr.dark[static_cast<std::size_t>(row * qr.side + column)]) continue;
      picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                     static_cast<std::size_t>(x)] = kBlack;
    }
  }
  return picture;
}

}  // namespace

void draw(Stage& stage, const view::PhoneQr& view) {
  const Page page = draw_shell(
      stage, {.name = "phone-qr",
              .right = filled_place(view::Act::Back, stage.text("phone_qr.back"), Icon::Check)});
  Flow flow(stage, page.content());
  flow.title(stage.text("phone_qr.title"));
  flow.lead(stage.text("phone_qr.lead"));
  flow.gap(kS3);
  flow.split();
  Picture& picture = stage.unfinished.code;
  flow.grow(is_tight(stage.theme()) ? 85 : 120, 200, [&stage, &view, &picture](const Rect& r) {
    const double side = std::min(r.w, r.h);
    const Rect square = r.centred(side, side);
    stage.canvas().box(square, {.radius_mm = kR3});
    picture = picture_of(view.qr, stage.theme().px(side - 8));
    const double exact = stage.theme().mm(picture.width);
    stage.canvas().picture(square.centred(exact, exact), picture);
    stage.ui.readable(entry_of(stage, "phone_qr.code", Role::Picture, stage.text("phone_qr.title")),
                      square);
  });
  flow.gap(kS2);
  flow.turn();
  add_banner(flow, stage,
             {.icon = Icon::ReceiptLong,
              .title = view.receipt_no,
              .second = stage.text("phone_qr.number"),
              .factor = 1.25,
              .number = true});
  flow.gap(kS2);
  flow.note("phone_qr.note", stage.text("phone_qr.note"));
  flow.draw("phone_qr.body");
}

}  // namespace huimin::screens::resident
