#include <algorithm>

#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/timetable.h"

namespace huimin::screens::resident {

namespace {

void add_number(Flow& flow, Stage& stage, const std::string& number) {
  const TextStyle small{.type = Type::T1, .colour = Colour::Pale, .factor = 1.05, .ground = Colour::Blue};
  const TextStyle large{.type = Type::T4, .weight = Weight::Bold, .colour = Colour::OnBlue,
                        .factor = flow.width() < 220 ? 1.0 : 1.19, .line_height = kTitleLine,
                        .ground = Colour::Blue};
  const std::string label = stage.text("submitted.number"), use = stage.text("submitted.number.use");
  const double room = flow.width() - 18;
  const double first = stage.canvas().measure(label, small, room).height;
  const double second = stage.canvas().measure(number, large, room).height;
  const double third = stage.canvas().measure(use, small, room).height;
  flow.add(first + second + third + 16, [=, &stage](const Rect& r) {
    stage.canvas().fill(r, Colour::Blue, kR3);
    Rect inside = r.inset(9, 7.5);
    stage.canvas().text(inside.cut_top(first), label, small);
    stage.canvas().text(inside.cut_top(second, 1), number, large, {.id = "receipt.number"});
    stage.canvas().text(inside, use, small);
  });
}

Banner kept_banner(const Stage& stage, const view::Submitted& v) {
  return {.icon = Icon::CheckCircle, .title = stage.text("submitted.kept"),
          .second = clock_text(stage, v.kept_at), .kind = BannerKind::Info, .factor = 1.05};
}

Banner county_banner(const Stage& stage, const view::Submitted& v) {
  if (!v.county_at) {
    return {.icon = Icon::HourglassTop, .title = stage.text("submitted.sending"),
            .second = stage.text("submitted.sending.second"), .factor = 1.05};
  }
  std::string second = clock_text(stage, *v.county_at);
  if (!v.case_no.empty()) second += "\n" + stage.text("submitted.case", {{"number", v.case_no}});
  return {.icon = Icon::CloudDone, .title = stage.text("submitted.county"), .second = second,
          .kind = BannerKind::Info, .factor = 1.05};
}

void add_stages(Flow& flow, Stage& stage, const view::Submitted& view) {
  const double half = (flow.width() - kS2) / 2;
  const Banner kept = kept_banner(stage, view), county = county_banner(stage, view);
  const double height = std::max(banner_height(stage, half, kept), banner_height(stage, half, county));
  flow.add(height, [&stage, kept, county](const Rect& r) {
    const auto columns = r.columns(2, kS2);
    draw_banner(stage, columns[0], kept);
    draw_banner(stage, columns[1], county);
  });
}

std::string official_line(const Stage& stage, const view::Contact& contact) {
  const std::string line = contact_line(stage, contact);
  if (contact.official.empty() || line.empty()) return contact.official + line;
  return contact.official + " · " + line;
}

std::vector<TimetableRow> next_rows(const Stage& stage, const view::Submitted& v) {
  const bool known = v.latest.year > 0;
  const std::string by = known ? stage.text("submitted.by", {{"day", day_text(stage, v.latest)}})
                               : stage.text("submitted.soon");
  const std::string limit =
      v.limit_days == 0 ? stage.text("submitted.result.local")
                        : stage.text("submitted.result.second",
                                     {{"days", days_text(stage, v.limit_days, v.limit_in_working_days)}});
  return {{stage.text("submitted.then"), stage.text("submitted.look"), stage.text("submitted.look.second")},
          {by, stage.text("submitted.result"), limit},
          {stage.text("submitted.ask"), v.contact.unit, official_line(stage, v.contact)}};
}

Banner paper_banner(const Stage& stage, view::PaperStage paper) {
  const std::string proves = stage.text("submitted.printing.second");
  switch (paper) {
    case view::PaperStage::Printing:
      return {Icon::ReceiptLong, stage.text("submitted.printing"), proves, BannerKind::Warn, 20};
    case view::PaperStage::Printed:
      return {Icon::ReceiptLong, stage.text("submitted.printed"), proves, BannerKind::Warn, 20};
    case view::PaperStage::NotPrinted:
      return {Icon::PrintDisabled, stage.text("submitted.not_printed"),
              stage.text("submitted.not_printed.second"), BannerKind::Info, 20};
  }
  return {};
}

Errand print_errand(const Stage& stage, view::PaperStage paper) {
  Errand errand{.act = view::Act::PrintAgain, .icon = Icon::Print};
  switch (paper) {
    case view::PaperStage::Printing:
      errand.title = stage.text("submitted.busy");
      errand.enabled = false;
      break;
    case view::PaperStage::Printed: errand.title = stage.text("submitted.again"); break;
    case view::PaperStage::NotPrinted: errand.title = stage.text("submitted.print"); break;
  }
  return errand;
}

}  // namespace

void draw(Stage& stage, const view::Submitted& view) {
  const Place another{.act = view::Act::AnotherMatter, .label = stage.text("submitted.another"),
                      .icon = Icon::Add};
  const Page page = draw_shell(
      stage, {.name = "submitted", .left = another,
              .right = filled_place(view::Act::Done, stage.text("submitted.done"), Icon::Logout)});
  Flow flow(stage, page.content());
  flow.split();
  flow.steps(view.progress);
  flow.title_with(Icon::CheckCircle, stage.text("submitted.title"));
  flow.gap(kS2);
  add_number(flow, stage, view.receipt_no);
  flow.gap(kS2);
  add_stages(flow, stage, view);
  flow.gap(kS2);
  flow.turn();
  add_timetable(flow, stage, stage.text("submitted.next"), next_rows(stage, view));
  flow.gap(kS2);
  add_banner(flow, stage, paper_banner(stage, view.paper));
  flow.gap(kS2);
  add_two_buttons(flow, stage, print_errand(stage, view.paper),
                  {.act = view::Act::ShowQr, .icon = Icon::QrCode, .title = stage.text("submitted.phone")});
  flow.draw("submitted.body");
}

}  // namespace huimin::screens::resident
