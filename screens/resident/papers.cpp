#include <algorithm>

#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

constexpr double kBox = 16, kPad = 6;
constexpr TextStyle kName{
    .type = Type::T2, .weight = Weight::Bold, .line_height = 1.3, .ground = Colour::Card};
constexpr TextStyle kHint{
    .type = Type::T0, .colour = Colour::Soft, .line_height = 1.35, .ground = Colour::Card};

struct Mark {
  std::string words;
  TagKind kind;
  Icon icon;
};

Mark mark_of(const Stage& stage, view::PaperMark mark) {
  switch (mark) {
    case view::PaperMark::Brought:
      return {stage.text("papers.brought"), TagKind::Strong, Icon::Check};
    case view::PaperMark::Later:
      return {stage.text("papers.later"), TagKind::Neutral, Icon::Schedule};
    case view::PaperMark::Exempt: return {stage.text("papers.exempt"), TagKind::Good, Icon::Check};
    case view::PaperMark::ReadFromCard:
      return {stage.text("papers.read"), TagKind::Good, Icon::Check};
  }
  return {};
}

bool can_change(view::PaperMark mark) {
  return mark == view::PaperMark::Brought || mark == view::PaperMark::Later;
}

struct Measures {
  bool tag_under = false;  // the mark stands under the words: beside them they would be cut small
  bool broken = false;     // a word of the name is wider than its line
  double name = 0, hint = 0;
  Rect tag{};

  double height() const { return name + hint + (tag_under ? kS1 + tag.h : 0); }
};

Measures measured(Stage& stage, double width, const view::PaperRow& row, bool tag_under) {
  const Mark mark = mark_of(stage, row.mark);
  Measures m{.tag_under = tag_under, .tag = tag_size(stage.ui, {mark.words, mark.icon, mark.kind})};
  const double room = width - 2 * kPad - kBox - kS2 - (tag_under ? 0 : m.tag.w + kS2);
  const TextBlock name = stage.canvas().measure(row.name, kName, room);
  m.name = name.height;
  m.broken = name.clipped;
  if (!row.hint.empty()) m.hint = stage.canvas().measure(row.hint, kHint, room).height;
  return m;
}

Measures measures_of(Stage& stage, double width, const view::PaperRow& row) {
  const Measures beside = measured(stage, width, row, false);
  const Measures under = measured(stage, width, row, true);
  // A broken word is worse than any height.
  if (beside.broken != under.broken) return beside.broken ? under : beside;
  return under.height() + kS2 < beside.height() ? under : beside;
}

void draw_box(Canvas& canvas, const Rect& box, bool brought) {
  canvas.box(box, {brought ? Colour::Blue : Colour::Card, Colour::Blue, kStrong, kR1});
  if (brought) canvas.icon(box.centre(), Icon::Check, kBox * 0.8, Colour::OnBlue);
}

void draw_row(Stage& stage, const Rect& rect, const view::PaperRow& row) {
  Canvas& canvas = stage.canvas();
  const bool brought = row.mark == view::PaperMark::Brought;
  const Mark mark = mark_of(stage, row.mark);
  Rect inside = rect.inset(kPad, 0);
  const Rect box = inside.cut_left(kBox, kS2).centred(kBox, kBox);
  bool clicked = false;
  if (can_change(row.mark)) {
    Entry entry = entry_of(stage, "paper." + row.id, Role::CheckBox, row.name);
    entry.value = brought ? "on" : "off";
    const Touch touch = stage.ui.touchable(std::move(entry), rect);
    canvas.box(rect, {touch.pressed ? Colour::BlueSoft : Colour::Card, Colour::Blue,
                      touch.pressed ? kStrong : stage.theme().edge_mm(), kR3});
    if (touch.focused) stage.ui.focus_ring(rect, kR3);
    draw_box(canvas, box, brought);
    clicked = touch.clicked;
  } else {
    canvas.box(rect, {.radius_mm = kR3});
    canvas.icon(box.centre(), Icon::CheckCircle, kBox * 0.9, Colour::Green);
  }
  const Tag look{mark.words, mark.icon, mark.kind};
  const Measures m = measures_of(stage, rect.w, row);
  if (!m.tag_under) {
    const Rect place = inside.cut_right(m.tag.w, kS2);
    tag(stage.ui, "paper." + row.id + ".mark", {place.x, rect.centre().y - m.tag.h / 2}, look);
  }
  inside.cut_top((rect.h - m.height()) / 2);
  canvas.text(inside.cut_top(m.name), row.name, kName);
  if (m.hint > 0) canvas.text(inside.cut_top(m.hint), row.hint, kHint);
  if (m.tag_under) {
    tag(stage.ui, "paper." + row.id + ".mark", {inside.x, inside.y + kS1}, look);
  }
  if (clicked) stage.out.push_back(view::intent::SetPaper{row.id, !brought});
}

void add_paper(Flow& flow, Stage& stage, const view::PaperRow& row) {
  const double words = measures_of(stage, flow.width(), row).height();
  const double height = std::max(26.0, words + (stage.theme().small_panel() ? 5 : 8));
  flow.grow(height, height + 6, [&stage, &row](const Rect& r) { draw_row(stage, r, row); });
}

}  // namespace

void draw(Stage& stage, const view::PapersScreen& view) {
  const Page page = draw_shell(stage, {.name = "papers",
                                       .left = back_place(stage),
                                       .right = next_place(stage),
                                       .progress = view.progress,
                                       .question = stage.text("papers.title")});
  const bool one = stage.theme().cramped();
  Flow flow(stage, page.content(), one ? Flow::Columns::One : Flow::Columns::TwoIfWide);
  flow.steps(view.progress);
  add_title(flow, stage, stage.text("papers.title"));
  flow.lead(stage.text("papers.lead"));
  flow.gap(kS3);
  flow.split();
  const std::size_t half = (view.rows.size() + 1) / 2;
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    if (i == half) flow.turn();
    add_paper(flow, stage, view.rows[i]);
    flow.gap(4);
  }
  flow.gap(1);
  flow.note("papers.note", stage.text("papers.note"));
  flow.draw("papers.body");
}

}  // namespace huimin::screens::resident
