#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

std::string_view trouble_id(view::PrinterTrouble trouble) {
  switch (trouble) {
    case view::PrinterTrouble::PaperOut: return "print_trouble.out";
    case view::PrinterTrouble::CoverOpen: return "print_trouble.cover";
    case view::PrinterTrouble::Gone: return "print_trouble.gone";
  }
  return "print_trouble.gone";
}

void add_number_again(Flow& flow, Stage& stage, const std::string& number) {
  add_banner(flow, stage,
             {.icon = Icon::CheckCircle,
              .title = number,
              .second = stage.text("submitted.number.use"),
              .kind = BannerKind::Info,
              .icon_mm = 18,
              .factor = 1.25,
              .number = true});
}

}  // namespace

void draw(Stage& stage, const view::PrintInterrupted& view) {
  Place right = say_place(stage, "print_trouble.say");
  if (view.ready_again) {
    right = filled_place(view::Act::PrintAgain, stage.text("print_trouble.again"), Icon::Print);
  }
  const Page page = draw_shell(stage, {.name = "print-interrupted",
                                       .left = say_place(stage, "print_trouble.say_left"),
                                       .right = right});
  Flow flow(stage, page.content());
  flow.split();
  flow.spring();
  add_hero(flow, stage,
           {.icon = Icon::PrintDisabled,
            .urgent = true,
            .title = stage.text("print_trouble.title"),
            .lead = stage.text("print_trouble.lead")});
  flow.gap(kS4);
  add_number_again(flow, stage, view.receipt_no);
  flow.gap(kS2);
  flow.turn();
  const bool ready = view.ready_again;
  add_banner(flow, stage,
             {.icon = ready ? Icon::Print : Icon::HourglassTop,
              .title = stage.text(ready ? "print_trouble.ready" : trouble_id(view.trouble)),
              .second = stage.text(ready ? "print_trouble.ready.second" : "print_trouble.half"),
              .kind = BannerKind::Warn,
              .icon_mm = 20});
  flow.gap(kS2);
  add_row(flow, stage,
          {.act = view::Act::ShowQr,
           .icon = Icon::Smartphone,
           .title = stage.text("print_trouble.phone"),
           .second = stage.text("print_trouble.phone.second")});
  flow.gap(4);
  flow.button(view::Act::PrintLater, stage.text("print_trouble.skip"), Icon::ArrowForward);
  flow.spring();
  flow.draw("print_interrupted.body");
}

void draw(Stage& stage, const view::PrintUnknown& view) {
  const Page page = draw_shell(
      stage, {.name = "print-unknown", .left = say_place(stage, "print_trouble.say_left")});
  Flow flow(stage, page.content());
  flow.split();
  flow.spring();
  add_hero(flow, stage,
           {.icon = Icon::ReceiptLong,
            .urgent = true,
            .title = stage.text("print_unknown.title"),
            .lead = stage.text("print_unknown.lead")});
  flow.gap(kS4);
  flow.turn();
  add_tile(flow, stage,
           {.act = view::Act::PaperCame,
            .icon = Icon::Check,
            .title = stage.text("print_unknown.yes"),
            .second = stage.text("print_unknown.yes.second"),
            .kind = TileKind::Primary},
           60);
  flow.gap(kS2);
  add_tile(flow, stage,
           {.act = view::Act::PaperMissing,
            .icon = Icon::Close,
            .title = stage.text("print_unknown.no"),
            .second = stage.text("print_unknown.no.second")},
           60);
  flow.gap(kS2);
  add_number_again(flow, stage, view.receipt_no);
  flow.gap(kS2);
  flow.note("print_unknown.note", stage.text("print_unknown.note"));
  flow.spring();
  flow.draw("print_unknown.body");
}

}  // namespace huimin::screens::resident
