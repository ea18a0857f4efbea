#include <algorithm>

#include "screens/resident/attract_scene.h"
#include "screens/resident/screens.h"

namespace huimin::screens::resident {

namespace {

constexpr TextStyle kTitle{.type = Type::T5,
                           .weight = Weight::Bold,
                           .colour = Colour::OnBlue,
                           .factor = 0.958,
                           .line_height = 1.2,
                           .ground = Colour::Blue};
constexpr TextStyle kAble{.type = Type::T3,
                          .weight = Weight::Bold,
                          .colour = Colour::OnBlue,
                          .factor = 0.913,
                          .line_height = 1.3,
                          .ground = Colour::Blue};
constexpr TextStyle kAbleSecond{.type = Type::T1, .colour = Colour::Pale, .ground = Colour::Blue};

struct Able {
  Icon icon;
  std::string_view title, second;
};
constexpr Able kAbles[] = {
    {Icon::Assignment, "attract.apply", "attract.apply.second"},
    {Icon::Search, "attract.status", "attract.status.second"},
    {Icon::ReceiptLong, "attract.receipt", "attract.receipt.second"},
};
double able_icon(const Theme& theme) { return theme.small_panel() ? 14 : 22.8; }

double ables_height(Stage& stage, double width) {
  const double column = (width - 2 * kS2) / 3;
  double words = 0;
  for (const Able& able : kAbles) {
    words = std::max(
        words, stage.canvas().measure(stage.text(able.title), kAble, column).height +
                   stage.canvas().measure(stage.text(able.second), kAbleSecond, column).height);
  }
  return 6 + able_icon(stage.theme()) + 3 + words + 1;
}

void draw_ables(Stage& stage, const Rect& rect) {
  Canvas& canvas = stage.canvas();
  const auto columns = rect.columns(3, kS2);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Rect column = columns[i];
    canvas.fill({column.x, column.y, column.w, 1}, Colour::OnBlue);
    column.cut_top(6);
    const double size = able_icon(stage.theme());
    const Rect icon = column.cut_top(size, 3);
    // The glyph has air on its left; the words below begin at the edge.
    canvas.icon({icon.x + size / 2 - 2.5, icon.centre().y}, kAbles[i].icon, size, Colour::OnBlue);
    const std::string title = stage.text(kAbles[i].title);
    canvas.text(column.cut_top(canvas.measure(title, kAble, column.w).height, 1), title, kAble);
    canvas.text(column, stage.text(kAbles[i].second), kAbleSecond);
  }
}

void draw_start(Stage& stage, const Rect& tile, const Touch& touch) {
  Canvas& canvas = stage.canvas();
  canvas.fill(tile, touch.pressed ? Colour::Pale : Colour::OnBlue, kR3);
  const TextStyle style{.type = Type::T4,
                        .weight = Weight::Bold,
                        .colour = Colour::Blue,
                        .factor = 1.097,
                        .line_height = 1.2,
                        .ground = Colour::OnBlue};
  const std::string words = stage.text("attract.start");
  const double icon = stage.theme().small_panel() ? 16 : 26.8;
  const double width = std::min(canvas.measure(words, style).width + 1, tile.w - icon - 3 * kS3);
  Rect row = tile.centred(icon + kS3 + width, tile.h);
  canvas.icon(row.cut_left(icon, kS3).centre(), Icon::TouchApp, icon, Colour::Blue);
  canvas.paint_text(row, words, style, {.vertical = VerticalAlign::Middle});
}

constexpr TextStyle kFoot{
    .type = Type::T1, .colour = Colour::OnBlue, .line_height = kTitleLine, .ground = Colour::Blue};
constexpr double kFootIcon = 10;

double language_width(Stage& stage) {
  return stage.canvas().measure(stage.text("aids.language"), kFoot).width + kFootIcon + 14;
}

double foot_height(Stage& stage, double width) {
  const double room = width - language_width(stage) - kS2 - kFootIcon - 3;
  return std::max(14.0, stage.canvas().measure(stage.text("attract.help"), kFoot, room).height);
}

void draw_foot(Stage& stage, Rect rect) {
  Canvas& canvas = stage.canvas();
  const std::string language = stage.text("aids.language");
  const TextStyle& style = kFoot;
  Rect button = rect.cut_right(language_width(stage), kS2);
  button = button.centred(button.w, 14);
  stage.ui.registry().set_zone(Zone::TopBar);
  const Touch touch = stage.ui.touchable(entry_of(stage, id_of(view::Act::NextLanguage), Role::Aid,
                                                  language, {Colour::OnBlue, Colour::Blue}),
                                         button);
  stage.ui.registry().set_zone(Zone::Body);
  canvas.edge(button, Colour::OnBlue, touch.pressed ? kStrong : kEdge, kR1);
  if (touch.focused) stage.ui.focus_ring(button, kR1, Colour::Blue);
  Rect inside = button.inset(5, 0);
  canvas.icon(inside.cut_left(10, 4).centre(), Icon::Translate, 10, Colour::OnBlue);
  canvas.paint_text(inside, language, style, {.vertical = VerticalAlign::Middle});
  if (touch.clicked) stage.press(view::Act::NextLanguage);
  canvas.icon(rect.cut_left(10, 3).centre(), Icon::SupportAgent, 10, Colour::OnBlue);
  canvas.text(rect, stage.text("attract.help"), style, {.vertical = VerticalAlign::Middle});
}

}  // namespace

void draw(Stage& stage, const view::Attract&) {
  stage.ui.enter_screen("attract");
  Canvas& canvas = stage.canvas();
  const Theme& theme = stage.theme();
  const Rect whole = theme.whole();
  const double margin = theme.margin_mm();
  Rect scene = whole, panel = whole;
  if (theme.portrait()) {
    const double width = whole.w - 2 * margin;
    const double words = canvas.measure(stage.text("attract.title"), kTitle, width).height;
    const double needed = words + ables_height(stage, width) + 106;
    scene = panel.cut_top(std::min(whole.h / 2, whole.h - needed));
  } else {
    scene = panel.cut_left(whole.w / 2);
  }
  draw_attract_scene(stage, scene);
  canvas.fill(panel, Colour::Blue);
  const double above = theme.portrait() ? 0 : theme.small_panel() ? 10 : 20;
  Rect inside{panel.x + margin, panel.y + above, panel.w - 2 * margin, 0};
  inside.h = panel.bottom() - inside.y - (theme.small_panel() ? 6 : 9);
  const Rect foot = inside.cut_bottom(foot_height(stage, inside.w), 5);
  const Rect tile = inside.cut_bottom(theme.small_panel() ? 32 : 45.7, 6);
  // All of the screen above the last line starts, not only the tile that says so.
  const Touch touch = stage.ui.touchable(
      entry_of(stage, id_of(view::Act::Start), Role::Tile, stage.text("attract.start"),
               {Colour::Blue, Colour::OnBlue, Type::T4}),
      {whole.x, whole.y, whole.w, foot.y - 4 - whole.y});
  const std::string title = stage.text("attract.title");
  canvas.text(inside.cut_top(canvas.measure(title, kTitle, inside.w).height, kS4), title, kTitle,
              {.id = "title", .role = Role::Title});
  draw_ables(stage, inside.cut_top(ables_height(stage, inside.w)));
  draw_start(stage, tile, touch);
  if (touch.focused) stage.ui.focus_ring(tile, kR3, Colour::Blue);
  draw_foot(stage, foot);
  if (touch.clicked) stage.press(view::Act::Start);
}

}  // namespace huimin::screens::resident
