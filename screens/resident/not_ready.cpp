#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

namespace {

Fact fact_of(const Stage& stage, view::Shortage shortage) {
  switch (shortage) {
    case view::Shortage::Disk: return {Icon::Inventory, stage.text("not_ready.disk")};
    case view::Shortage::Key: return {Icon::Key, stage.text("not_ready.key")};
    case view::Shortage::Clock: return {Icon::Schedule, stage.text("not_ready.clock")};
    case view::Shortage::Catalogue: return {Icon::MenuBook, stage.text("not_ready.catalogue")};
    case view::Shortage::Queue: return {Icon::Save, stage.text("not_ready.queue")};
    case view::Shortage::Printer: return {Icon::PrintDisabled, stage.text("not_ready.printer")};
  }
  return {};
}

}  // namespace

void draw(Stage& stage, const view::NotReady& view) {
  const Page page = draw_shell(stage, {.name = "not-ready",
                                       .left = home_place(stage),
                                       .right = {.act = view::Act::TryAgain,
                                                 .label = stage.text("not_ready.again"),
                                                 .icon = Icon::Refresh}});
  Flow flow(stage, page.content());
  // The banner is the head of both columns, or the first thing on the pages.
  if (is_tight(stage.theme())) flow.split();
  add_banner(flow, stage,
             {.icon = Icon::Error,
              .title = stage.text("not_ready.title"),
              .second = stage.text("not_ready.lead", {{"staff", staff_text(stage)}}),
              .kind = BannerKind::Warn,
              .icon_mm = is_tight(stage.theme()) ? 18.0 : 30.0,
              .type = is_tight(stage.theme()) ? Type::T2 : Type::T4,
              .factor = is_tight(stage.theme()) ? 1.0 : 0.9});
  flow.gap(kS4);
  flow.split();
  std::vector<Fact> facts;
  for (const view::Shortage shortage : view.shortages) facts.push_back(fact_of(stage, shortage));
  add_facts(flow, stage, stage.text("not_ready.why"), std::move(facts));
  flow.gap(kS2);
  flow.turn();
  add_contact_card(flow, stage, stage.text("not_ready.who"), view.contact);
  flow.gap(kS2);
  flow.note("not_ready.note", stage.text("not_ready.note"));
  flow.draw("not_ready.body");
}

}  // namespace huimin::screens::resident
