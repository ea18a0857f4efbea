#include "screens/resident/parts.h"
#include "screens/resident/screens.h"
#include "screens/resident/shell.h"

namespace huimin::screens::resident {

void draw(Stage& stage, const view::ElsewhereScreen& view) {
  const Page page = draw_shell(
      stage, {.name = "elsewhere",
              .left = home_place(stage),
              .right = filled_place(view::Act::Done, stage.text("status.done"), Icon::Logout)});
  Flow flow(stage, page.content());
  flow.title(stage.text("elsewhere.title"));
  flow.lead(stage.text("elsewhere.lead"));
  flow.gap(kS3);
  flow.split();
  std::vector<Fact> facts;
  for (const auto& [icon, id] : {std::pair{Icon::Home, "elsewhere.item.living"},
                                 std::pair{Icon::Handshake, "elsewhere.item.destitute"},
                                 std::pair{Icon::LocalHospital, "elsewhere.item.special"},
                                 std::pair{Icon::Campaign, "elsewhere.item.disaster"},
                                 std::pair{Icon::VolunteerActivism, "elsewhere.item.disabled"}}) {
    facts.push_back({icon, stage.text(id)});
  }
  add_facts(flow, stage, stage.text("elsewhere.list"), std::move(facts));
  flow.gap(kS2);
  flow.turn();
  add_contact_card(flow, stage, stage.text("elsewhere.who"), view.contact);
  flow.gap(kS2);
  flow.note("elsewhere.note", stage.text("elsewhere.note"));
  flow.draw("elsewhere.body");
}

}  // namespace huimin::screens::resident
