#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/sketch.h"

namespace huimin::screens::resident {

namespace {

void draw_scanner(Stage& stage, const Rect& r, bool broken) {
  stage.canvas().box(r, {.fill = Colour::Tray, .radius_mm = kR3});
  draw_scan_scene(stage.canvas(), r.inset(4), broken);
}

}  // namespace

void draw(Stage& stage, const view::ScanReceiptScreen& view) {
  const Page page = draw_shell(
      stage, {.name = "scan", .left = home_place(stage), .right = say_place(stage, "scan.say")});
  Flow flow(stage, page.content());
  const bool gone = view.scanner_gone;
  flow.title(stage.text(gone ? "scan.title.gone" : "scan.title"));
  flow.lead(stage.text(gone ? "scan.lead.gone" : "scan.lead"));
  flow.gap(kS3);
  flow.split();
  flow.grow(80, 150, [&stage, gone](const Rect& r) { draw_scanner(stage, r, gone); });
  flow.gap(kS3);
  flow.turn();
  flow.heading(stage.text("scan.others"));
  flow.gap(4);
  add_row(flow, stage,
          {.act = view::Act::TypeReceipt,
           .icon = Icon::Keyboard,
           .title = stage.text("scan.type"),
           .second = stage.text("scan.type.second")});
  flow.gap(kS2);
  flow.note("scan.note", stage.text("scan.note"));
  flow.draw("scan.body");
}

void draw(Stage& stage, const view::AskingCounty& view) {
  const Page page = draw_shell(
      stage,
      {.name = "asking", .left = home_place(stage), .right = say_place(stage, "asking.say")});
  Flow flow(stage, page.content());
  flow.split();
  flow.spring();
  add_hero(flow, stage,
           {.icon = Icon::HourglassTop,
            .title = stage.text("asking.title"),
            .lead = stage.text("asking.lead")});
  flow.gap(kS5);
  flow.turn();
  if (!view.receipt_no.empty()) {
    add_banner(flow, stage,
               {.icon = Icon::ReceiptLong,
                .title = view.receipt_no,
                .second = stage.text("phone_qr.number"),
                .icon_mm = 18,
                .factor = 1.25,
                .number = true});
    flow.gap(kS2);
  }
  flow.note("asking.note", stage.text("asking.note"));
  flow.spring();
  flow.draw("asking.body");
}

}  // namespace huimin::screens::resident
