// Where it happened: county, township, village, each level open again at any time.

#include <array>

#include "kiosk/journey/resident/parts.h"
#include "kiosk/journey/resident/road.h"

namespace huimin::journey::resident {
namespace {

using domain::Division;
using domain::DivisionLevel;

constexpr int kMostSearch = 24;

struct Level {
  std::string_view id;
  DivisionLevel level;
  std::size_t digits_above;  // of the division whose children it lists; 0: the counties
};
constexpr std::array kLevels{Level{"level.county", DivisionLevel::County, 0},
                             Level{"level.township", DivisionLevel::Township, 6},
                             Level{"level.village", DivisionLevel::Village, 9}};

const std::optional<Division>& place_of(const Draft& draft) {
  return draft.application.place.division;
}

Next reopened(const state::PlacePicking& here, const Level& level) {
  const std::string known = place_of(here.draft) ? place_of(here.draft)->digits() : "";
  if (known.size() < level.digits_above) return std::nullopt;
  state::PlacePicking next{here.draft, level.level};
  if (level.digits_above > 0) next.chosen = Division::parse(known.substr(0, level.digits_above));
  return next;
}

Next chosen(const Turn& turn, const state::PlacePicking& here, const Division& place) {
  const bool is_listed = place.level() == here.level && turn.world.catalogue.division(place) &&
                         (!here.chosen || here.chosen->contains(place));
  if (!is_listed) return std::nullopt;
  state::PlacePicking next{here.draft, here.level, here.chosen};
  next.draft.application.place.division = place;
  if (here.level == DivisionLevel::Village) return next;
  next.level =
      here.level == DivisionLevel::County ? DivisionLevel::Township : DivisionLevel::Village;
  next.chosen = place;
  return next;
}

// A village was chosen, or there is nothing further to choose from.
bool is_complete(const Turn& turn, const Draft& draft) {
  const auto& place = place_of(draft);
  if (!place) return false;
  return place->level() == DivisionLevel::Village ||
         turn.world.catalogue.children_of(*place).empty();
}

}  // namespace

Next on(Turn& turn, const state::PlacePicking& here, Act act) {
  if (act == Act::Back) return before(turn, Question::Place, here.draft);
  if (act == Act::DontKnow) return after(turn, Question::Place, here.draft);
  if (act != Act::Next) return std::nullopt;
  if (is_complete(turn, here.draft)) return after(turn, Question::Place, here.draft);
  state::PlacePicking next = here;
  next.missing = true;
  return next;
}

Next on(Turn& turn, const state::PlacePicking& here, const intent::Choose& choice) {
  for (const Level& level : kLevels) {
    if (choice.id == level.id) return reopened(here, level);
  }
  const auto place = Division::parse(choice.id);
  return place ? chosen(turn, here, *place) : std::nullopt;
}

Next on(Turn&, const state::PlacePicking& here, const intent::Edit& edit) {
  auto typed = taken(edit.value, kMostSearch);
  if (edit.field != screens::view::Field::PlaceSearch || !typed) return std::nullopt;
  state::PlacePicking next = here;
  next.search = std::move(*typed);
  return next;
}

}  // namespace huimin::journey::resident
