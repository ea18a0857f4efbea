#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/unfinished.h"

namespace huimin::screens::resident {

namespace {

// The journey's strokes, unless one is under the finger right now.
void follow(Ink& ink, const std::vector<view::InkStroke>& strokes) {
  if (ink.writing || ink.strokes.size() == strokes.size()) return;
  if (strokes.empty()) ink.clear();
  ink.strokes.clear();
  for (const view::InkStroke& stroke : strokes) {
    auto& copy = ink.strokes.emplace_back();
    for (const view::InkPoint& p : stroke) copy.push_back({p.x_mm, p.y_mm, p.at_ms});
  }
}

view::InkStroke last_of(const Ink& ink) {
  view::InkStroke stroke;
  for (const InkPoint& p : ink.strokes.back()) stroke.push_back({p.x_mm, p.y_mm, p.at_ms});
  return stroke;
}

void draw_pad(Stage& stage, const Rect& rect, const view::SignatureScreen& view) {
  Ink& ink = stage.unfinished.ink;
  follow(ink, view.strokes);
  const std::string label = stage.text("signature.pad");
  if (signature_pad(stage.ui, "pad", rect, ink, {.label = label, .pen_mm = 3})) {
    stage.out.push_back(view::intent::Inked{last_of(ink)});
  }
  const std::string who = stage.chrome.person.empty() ? std::string{} : stage.chrome.person + "  ";
  const Rect line{rect.x + kS5, rect.bottom() - 17, rect.w - 2 * kS5, 12};
  const TextStyle style{.type = Type::T0, .colour = Colour::Soft, .ground = Colour::Card};
  std::string words = who + date_and_time_text(stage, stage.chrome.now);
  if (stage.canvas().measure(words, style).width > line.w) {
    words = who + date_only(stage, stage.chrome.now);
  }
  stage.canvas().text({line.x, line.y - 2, line.w, line.h + 4}, words, style, {.max_lines = 1});
}

void add_with_staff(Flow& flow, Stage& stage, bool with_staff) {
  if (with_staff) {
    add_banner(flow, stage,
               {.icon = Icon::Fingerprint,
                .title = stage.text("signature.with_staff"),
                .second = stage.text("signature.with_staff.second"),
                .kind = BannerKind::Info,
                .icon_mm = 18});
    return;
  }
  add_row(flow, stage,
          {.act = view::Act::SignWithStaff,
           .icon = Icon::Fingerprint,
           .title = stage.text("signature.staff"),
           .second = stage.text("signature.staff.second")});
}

}  // namespace

void draw(Stage& stage, const view::SignatureScreen& view) {
  const std::string submit =
      stage.text(view.with_staff ? "signature.submit_staff" : "signature.submit");
  const Page page =
      draw_shell(stage, {.name = "signature",
                         .left = back_place(stage),
                         .right = filled_place(view::Act::Submit, submit, Icon::Check),
                         .progress = view.progress,
                         .question = stage.text("signature.title")});
  Flow flow(stage, page.content());
  flow.steps(view.progress);
  add_title(flow, stage, stage.text("signature.title"));
  flow.gap(kS2);
  flow.split();
  const auto add_what = [&] {
    add_banner(flow, stage,
               {.icon = Icon::Handshake,
                .title = stage.text("signature.what", {{"title", view.pledge_title}}),
                .second = asks_in_bar(stage.theme()) ? std::string{}
                                                     : stage.text("signature.pledge.second"),
                .icon_mm = 12,
                .factor = 1});
    flow.gap(kS2);
  };
  if (!flow.wide()) add_what();
  flow.grow(80, 159, [&stage, &view](const Rect& r) { draw_pad(stage, r, view); });
  if (view.missing) {
    flow.gap(2.5);
    flow.error("signature.problem", stage.text("signature.missing"));
  }
  flow.turn();
  if (flow.wide()) add_what();
  if (!flow.wide()) flow.gap(kS2);
  const bool inked = !view.strokes.empty();
  add_two_buttons(flow, stage,
                  {.act = view::Act::UndoStroke,
                   .icon = Icon::Undo,
                   .title = stage.text("signature.undo"),
                   .enabled = inked},
                  {.act = view::Act::ClearInk,
                   .icon = Icon::Refresh,
                   .title = stage.text("signature.clear"),
                   .enabled = inked});
  flow.gap(kS2);
  add_with_staff(flow, stage, view.with_staff);
  flow.draw("signature.body");
}

}  // namespace huimin::screens::resident
