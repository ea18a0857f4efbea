#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

std::string_view title_id(view::PrinterTrouble trouble) {
  switch (trouble) {
    case view::PrinterTrouble::PaperOut: return "trouble_paper.out";
    case view::PrinterTrouble::CoverOpen: return "trouble_paper.cover";
    case view::PrinterTrouble::Gone: return "trouble_paper.gone";
  }
  return "trouble_paper.gone";
}

std::string_view lead_id(view::PrinterTrouble trouble) {
  return trouble == view::PrinterTrouble::CoverOpen ? "trouble_paper.lead.cover"
                                                    : "trouble_paper.lead";
}

std::string_view waiting_id(view::PrinterTrouble trouble) {
  return trouble == view::PrinterTrouble::PaperOut ? "trouble_paper.waiting"
                                                   : "trouble_paper.waiting.other";
}

}  // namespace

void draw(Stage& stage, const view::TroublePaper& view) {
  const Page page = draw_shell(stage, {.name = "trouble-paper",
                                       .left = back_place(stage),
                                       .right = say_place(stage, "trouble_paper.say")});
  Flow flow(stage, page.content());
  flow.split();
  add_banner(flow, stage,
             {.icon = Icon::PrintDisabled,
              .title = stage.text(title_id(view.trouble)),
              .second = stage.text(lead_id(view.trouble), {{"staff", staff_text(stage)}}),
              .kind = BannerKind::Warn,
              .icon_mm = 33,
              .type = Type::T4,
              .factor = 1});
  flow.gap(kS4);
  flow.turn();
  flow.heading(stage.text("trouble_paper.question"));
  flow.gap(kS3);
  add_tile(flow, stage,
           {.act = view::Act::PrintLater,
            .icon = Icon::PlayArrow,
            .title = stage.text("trouble_paper.later"),
            .second = stage.text("trouble_paper.later.second")},
           76);
  flow.gap(kS2);
  add_tile(flow, stage,
           {.act = view::Act::ShowQr,
            .icon = Icon::Smartphone,
            .title = stage.text("trouble_paper.phone"),
            .second = stage.text("trouble_paper.phone.second")},
           76);
  flow.gap(kS2);
  if (view.waiting) {
    add_banner(flow, stage,
               {.icon = Icon::HourglassTop,
                .title = stage.text(waiting_id(view.trouble)),
                .second = stage.text("trouble_paper.waiting.second"),
                .icon_mm = 22});
  } else {
    add_tile(flow, stage,
             {.act = view::Act::WaitForPaper,
              .icon = Icon::HourglassTop,
              .title = stage.text("trouble_paper.wait"),
              .second = stage.text("trouble_paper.wait.second")},
             76);
  }
  flow.gap(kS3);
  flow.note("trouble_paper.note", stage.text("trouble_paper.note"));
  flow.draw("trouble_paper.body");
}

}  // namespace huimin::screens::resident
