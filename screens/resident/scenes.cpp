#include "screens/resident/sketch.h"

namespace huimin::screens::resident {

namespace {

void draw_terminal(Sketch& s) {
  s.box({44, 92, 190, 330, 22, Colour::Ink});
  s.box({62, 110, 154, 196, 10, Colour::Card});
  s.box({78, 128, 90, 14, 7, Colour::Ink});
  s.box({78, 156, 122, 44, 8, Colour::Blue});
  s.box({78, 212, 122, 32, 8, Colour::Line});
  s.box({78, 256, 122, 32, 8, Colour::Line});
  s.box({62, 340, 70, 14, 7, Colour::Soft});
  s.box({146, 326, 70, 52, 8, Colour::BlueSoft});
  s.box({154, 334, 54, 36, 5, Colour::Blue});
  s.box({92, 422, 94, 48, 0, Colour::Ink});
  s.line({246, 352}, {286, 352}, Colour::Blue, 6);
  s.polygon({{278, 326}, {278, 378}, {318, 352}}, Colour::Blue);
}

void draw_reader(Sketch& s, Colour light, double share) {
  s.box({328, 40, 600, 430, 36, Colour::Ink});
  s.box({352, 64, 552, 330, 24, Colour::Soft});
  s.box({352, 414, 552, 36, 18, Colour::BlueSoft});
  if (share > 0) s.box({358, 420, 540 * share, 24, 12, light});
}

void draw_mark(Sketch& s, Point at, Icon icon, bool urgent) {
  s.disc(at, 58, urgent ? Colour::Orange : Colour::Blue);
  s.disc(at, 52, urgent ? Colour::OrangeSoft : Colour::BlueSoft);
  s.icon(at, icon, 76, urgent ? Colour::Rust : Colour::Blue);
}

}  // namespace

void draw_id_card(Sketch& s, double x, double y) {
  s.box({x, y, 428, 270, 20, Colour::Card});
  s.box({x + 280, y + 38, 112, 140, 12, Colour::BlueSoft});
  s.disc({x + 336, y + 88}, 27, Colour::Blue);
  s.box({x + 292, y + 124, 88, 54, 27, Colour::Blue});
  s.box({x + 292, y + 152, 88, 26, 0, Colour::Blue});
  s.box({x + 36, y + 44, 64, 16, 8, Colour::Blue});
  s.box({x + 116, y + 44, 96, 16, 8, Colour::Line});
  s.box({x + 36, y + 84, 64, 16, 8, Colour::Blue});
  s.box({x + 116, y + 84, 60, 16, 8, Colour::Line});
  s.box({x + 36, y + 124, 64, 16, 8, Colour::Blue});
  s.box({x + 116, y + 124, 136, 16, 8, Colour::Line});
  s.box({x + 116, y + 152, 112, 16, 8, Colour::Line});
  s.box({x + 36, y + 212, 110, 18, 9, Colour::Blue});
  s.box({x + 162, y + 212, 230, 18, 9, Colour::Ink});
}

void draw_card_scene(Canvas& canvas, const Rect& rect, CardScene scene) {
  Sketch s(canvas, rect, 964, 500);
  draw_terminal(s);
  switch (scene) {
    case CardScene::Bring:
      draw_reader(s, Colour::Blue, 1);
      s.frame({414, 94, 428, 270, 20, Colour::Line}, 5);
      s.icon({628, 246}, Icon::Badge, 130, Colour::Line);
      draw_mark(s, {628, 78}, Icon::ArrowDownward, false);
      return;
    case CardScene::Read:
      draw_reader(s, Colour::Blue, 0.62);
      draw_id_card(s, 414, 94);
      return;
    case CardScene::PutBack:
      draw_reader(s, Colour::Orange, 0.3);
      s.frame({414, 94, 428, 270, 20, Colour::Line}, 5);
      draw_id_card(s, 474, 8);
      draw_mark(s, {842, 94}, Icon::ArrowDownward, true);
      return;
    case CardScene::Turn:
      draw_reader(s, Colour::Orange, 1);
      draw_id_card(s, 414, 94);
      draw_mark(s, {842, 94}, Icon::Refresh, true);
      return;
    case CardScene::Take:
      draw_reader(s, Colour::Orange, 1);
      draw_id_card(s, 414, 110);
      draw_mark(s, {628, 88}, Icon::ArrowUpward, true);
      return;
    case CardScene::Broken:
      draw_reader(s, Colour::Line, 1);
      s.icon({628, 228}, Icon::Close, 220, Colour::Orange);
      return;
  }
}

void draw_scan_scene(Canvas& canvas, const Rect& rect, bool broken) {
  Sketch s(canvas, rect, 964, 500);
  s.box({300, 330, 364, 140, 24, Colour::Ink});
  s.box({340, 356, 284, 88, 14, broken ? Colour::Soft : Colour::BlueSoft});
  if (!broken) s.polygon({{352, 356}, {612, 356}, {700, 190}, {264, 190}}, Colour::BlueSoft);
  s.box({330, 24, 304, 250, 10, Colour::Card});
  s.box({362, 52, 150, 16, 8, Colour::Ink});
  s.box({362, 84, 100, 12, 6, Colour::Line});
  s.box({362, 108, 120, 12, 6, Colour::Line});
  s.icon({482, 192}, Icon::QrCode, 150, Colour::Ink);
  if (broken) {
    s.icon({760, 400}, Icon::Error, 110, Colour::Rust);
  } else {
    s.box({760, 120, 20, 90, 0, Colour::Blue});
    s.polygon({{725, 205}, {815, 205}, {770, 262}}, Colour::Blue);
  }
}

}  // namespace huimin::screens::resident
