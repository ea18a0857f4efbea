#include "screens/resident/parts.h"
#include "screens/resident/received.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/timetable.h"

namespace huimin::screens::resident {

namespace {

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
      v.limit_days == 0
          ? stage.text("submitted.result.local")
          : stage.text("submitted.result.second",
                       {{"days", days_text(stage, v.limit_days, v.limit_in_working_days)}});
  return {{stage.text("submitted.then"), stage.text("submitted.look"),
           stage.text("submitted.look.second")},
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
  const Place another{
      .act = view::Act::AnotherMatter, .label = stage.text("submitted.another"), .icon = Icon::Add};
  const Page page = draw_shell(
      stage, {.name = "submitted",
              .left = another,
              .right = filled_place(view::Act::Done, stage.text("submitted.done"), Icon::Logout),
              .progress = view.progress});
  Flow flow(stage, page.content());
  // Large words want the whole width for the title.
  const bool whole_title = is_tight(stage.theme());
  if (!whole_title) flow.split();
  flow.steps(view.progress, stage.text("submitted.step"));
  flow.title_with(Icon::CheckCircle, stage.text("submitted.title"));
  flow.gap(kS2);
  if (whole_title) flow.split();
  add_receipt_number(flow, stage, view.receipt_no);
  flow.gap(kS2);
  add_received(flow, stage, view);
  flow.gap(kS2);
  flow.turn();
  add_timetable(flow, stage, stage.text("submitted.next"), next_rows(stage, view));
  flow.gap(kS2);
  add_banner(flow, stage, paper_banner(stage, view.paper));
  flow.gap(kS2);
  add_two_buttons(
      flow, stage, print_errand(stage, view.paper),
      {.act = view::Act::ShowQr, .icon = Icon::QrCode, .title = stage.text("submitted.phone")});
  flow.draw("submitted.body");
}

}  // namespace huimin::screens::resident
