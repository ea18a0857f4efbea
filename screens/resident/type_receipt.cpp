#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"
#include "screens/resident/typing.h"

namespace huimin::screens::resident {

void draw(Stage& stage, const view::TypeReceiptScreen& view) {
  const Page page = draw_shell(
      stage,
      {.name = "type-receipt",
       .left = home_place(stage),
       .right = filled_place(view::Act::Next, stage.text("type_receipt.next"), Icon::Search),
       .question = stage.text("type_receipt.title")});
  const TypingArea area = typing_area(stage, page.body(), KeyboardKind::Digits);
  Flow flow(stage, area.content, Flow::Columns::One);
  add_title(flow, stage, stage.text("type_receipt.title"));
  flow.lead(stage.text("type_receipt.lead"));
  flow.gap(kS3);
  add_cells(flow, stage, view.number,
            {.label = stage.text("type_receipt.title"), .groups = {6, 3, 6, 2}});
  add_problem(flow, stage, view.number);
  // Where something is wrong, there is room for what and how to mend it.
  if (!view.number.problem || !asks_in_bar(stage.theme())) {
    flow.gap(2.5);
    flow.words(stage.text("type_receipt.count", {{"n", std::to_string(view.number.length)}}),
               {.colour = Colour::Soft});
  }
  flow.gap(kS3);
  add_row(flow, stage,
          {.act = view::Act::ScanReceipt,
           .icon = Icon::QrCodeScanner,
           .title = stage.text("type_receipt.scan"),
           .second = stage.text("type_receipt.scan.second")});
  flow.draw("type_receipt.body");
  if (draw_keyboard(stage, area.tray, view.number,
                    {.kind = KeyboardKind::Digits, .max_characters = 20})) {
    stage.press(view::Act::Next);
  }
}

}  // namespace huimin::screens::resident
