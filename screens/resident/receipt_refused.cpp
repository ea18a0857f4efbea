#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

struct Refusal {
  Icon icon;
  bool urgent;
  std::string_view id;  // of the title; ".lead" and ".what" after it
};

Refusal refusal_of(view::ReceiptProblem problem) {
  switch (problem) {
    case view::ReceiptProblem::Altered: return {Icon::Rule, true, "refused.altered"};
    case view::ReceiptProblem::UnknownTerminal: return {Icon::HelpOutline, true, "refused.unknown"};
    case view::ReceiptProblem::MadeAfterWithdrawal: return {Icon::Lock, true, "refused.withdrawn"};
    case view::ReceiptProblem::NotAReceipt: return {Icon::QrCodeScanner, false, "refused.other"};
    case view::ReceiptProblem::NotKnownToCounty: return {Icon::Search, false, "refused.not_known"};
    case view::ReceiptProblem::NoAnswer: return {Icon::Wifi, false, "refused.no_answer"};
  }
  return {Icon::Error, true, "refused.other"};
}

// Asking again helps when nobody answered; else another receipt is what helps.
Place right_place(const Stage& stage, view::ReceiptProblem problem) {
  if (problem == view::ReceiptProblem::NoAnswer) {
    return filled_place(view::Act::TryAgain, stage.text("refused.again"), Icon::Refresh);
  }
  return filled_place(view::Act::ScanReceipt, stage.text("refused.scan"), Icon::QrCodeScanner);
}

}  // namespace

void draw(Stage& stage, const view::ReceiptRefused& view) {
  const Page page = draw_shell(stage, {.name = "receipt-refused",
                                       .left = home_place(stage),
                                       .right = right_place(stage, view.problem)});
  const Refusal refusal = refusal_of(view.problem);
  const std::string id{refusal.id};
  Flow flow(stage, page.content());
  flow.split();
  flow.spring();
  add_hero(flow, stage,
           {.icon = refusal.icon,
            .urgent = refusal.urgent,
            .title = stage.text(id),
            .lead = stage.text(id + ".lead")});
  flow.gap(12);
  flow.turn();
  add_info_card(flow, stage, {Icon::Info, stage.text("refused.what"), stage.text(id + ".what")});
  flow.gap(4);
  add_contact_card(flow, stage, stage.text("refused.ask"), view.contact);
  flow.gap(kS2);
  add_row(flow, stage,
          {.act = view::Act::TypeReceipt,
           .icon = Icon::Keyboard,
           .title = stage.text("scan.type"),
           .second = stage.text("scan.type.second")});
  flow.spring();
  flow.draw("refused.body");
}

}  // namespace huimin::screens::resident
