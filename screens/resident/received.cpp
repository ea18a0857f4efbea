#include "screens/resident/received.h"

#include <algorithm>

#include "screens/resident/parts.h"

namespace huimin::screens::resident {

namespace {

Banner kept_banner(const Stage& stage, const view::Submitted& v) {
  return {.icon = Icon::CheckCircle,
          .title = stage.text("submitted.kept"),
          .second = clock_text(stage, v.kept_at),
          .kind = BannerKind::Info,
          .factor = 1.05};
}

Banner county_banner(const Stage& stage, const view::Submitted& v) {
  if (!v.county_at) {
    return {.icon = Icon::HourglassTop,
            .title = stage.text("submitted.sending"),
            .second = stage.text("submitted.sending.second"),
            .factor = 1.05};
  }
  std::string second = clock_text(stage, *v.county_at);
  if (!v.case_no.empty()) second += "\n" + stage.text("submitted.case", {{"number", v.case_no}});
  return {.icon = Icon::CloudDone,
          .title = stage.text("submitted.county"),
          .second = second,
          .kind = BannerKind::Info,
          .factor = 1.05};
}

}  // namespace

void add_receipt_number(Flow& flow, Stage& stage, const std::string& number) {
  const TextStyle small{
      .type = Type::T1, .colour = Colour::Pale, .factor = 1.05, .ground = Colour::Blue};
  const TextStyle wanted{.type = Type::T4,
                         .weight = Weight::Bold,
                         .colour = Colour::OnBlue,
                         .factor = 1.19,
                         .line_height = kTitleLine,
                         .ground = Colour::Blue};
  const std::string label = stage.text("submitted.number"),
                    use = stage.text("submitted.number.use");
  const double room = flow.width() - 18;
  const FittedNumber large = fitted_number(stage, number, wanted, room);
  const double first = stage.canvas().measure(label, small, room).height;
  const double second = stage.canvas().measure(large.words, large.style, room).height;
  const double third = stage.canvas().measure(use, small, room).height;
  // Where words are large, what it is good for stands below.
  const bool below = is_tight(stage.theme());
  flow.add(first + second + 16 + (below ? 0 : third), [=, &stage](const Rect& r) {
    stage.canvas().fill(r, Colour::Blue, kR3);
    Rect inside = r.inset(9, 7.5);
    stage.canvas().text(inside.cut_top(first), label, small);
    draw_number(stage, inside.cut_top(second, 1), large,
                entry_of(stage, "receipt.number", Role::Text, number));
    if (!below) stage.canvas().text(inside, use, small);
  });
  if (!below) return;
  flow.gap(kS1);
  flow.words(use, {.colour = Colour::Soft, .line_height = 1.3});
}

void add_received(Flow& flow, Stage& stage, const view::Submitted& view) {
  const Banner kept = kept_banner(stage, view), county = county_banner(stage, view);
  const double place = (flow.width() - kS2) / 2;
  const bool beside = !stage.theme().extra_large() && banner_fits(stage, place, kept) &&
                      banner_fits(stage, place, county);
  if (!beside) {
    add_banner(flow, stage, kept);
    flow.gap(kS2);
    add_banner(flow, stage, county);
    return;
  }
  const double height =
      std::max(banner_height(stage, place, kept), banner_height(stage, place, county));
  flow.add(height, [&stage, kept, county](const Rect& r) {
    const auto places = r.columns(2, kS2);
    draw_banner(stage, places[0], kept);
    draw_banner(stage, places[1], county);
  });
}

}  // namespace huimin::screens::resident
