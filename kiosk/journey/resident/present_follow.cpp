#include <algorithm>
#include <array>

#include "kiosk/domain/civil_date.h"
#include "kiosk/journey/resident/shown.h"
#include "kiosk/journey/resident/turn.h"

namespace huimin::journey::resident {
namespace {

using domain::Stage;
using Row = view::TimelineRow;

// What a person waits for on the short lane (policy 3.1 and 2.4): handed in, looked at, helped.
constexpr std::array kShortLane{Stage::Submitted, Stage::Completeness, Stage::HelpFirst};

// The stages in which nothing more of the short lane comes.
bool is_over(Stage stage) {
  return domain::is_final(stage) || stage == Stage::HelpFirst || stage == Stage::Dispute;
}

// What is finished once it has happened, even while it is the last that happened.
bool is_done_at_once(Stage stage) { return is_over(stage) || stage == Stage::Submitted; }

view::Day day_at(base::WallTime at) {
  return day_of({domain::to_local(at).date, base::is_plausible(at)});
}

Row happened(const domain::PublicEvent& event) {
  const bool has_day = base::is_plausible(event.at);
  Row row{Row::State::Done, static_cast<int>(event.stage), {}, has_day, event.unit};
  if (has_day) row.day = day_at(event.at);
  return row;
}

Row to_come(Stage stage, const domain::PublicStatus& status) {
  Row row{Row::State::ToCome, static_cast<int>(stage), {}, /*has_day=*/false, {}};
  if (stage == kShortLane.back() && status.latest) {
    row.day = day_of(*status.latest);
    row.has_day = true;
  }
  return row;
}

// After the newest stage that is passed; a case that went another way waits for what is left.
std::vector<Row> still_to_come(const domain::PublicStatus& status) {
  std::vector<Row> rows;
  if (is_over(status.stage)) return rows;
  for (const Stage stage : kShortLane) {
    if (stage > status.stage) rows.push_back(to_come(stage, status));
  }
  return rows;
}

std::vector<Row> timeline(const state::Status& here) {
  const domain::PublicStatus& status = here.status;
  std::vector<Row> rows;
  for (const domain::PublicEvent& event : status.events) rows.push_back(happened(event));
  std::vector<Row> coming = still_to_come(status);
  if (here.reached_county && !rows.empty() && !is_over(status.stage)) {
    // Handing in takes a moment; what the county does with it now is the next stage.
    const bool waits = is_done_at_once(status.stage) && !coming.empty();
    Row& now = waits ? coming.front() : rows.back();
    now.state = Row::State::Now;
    if (!status.now_unit.empty()) now.unit = status.now_unit;
  }
  rows.insert(rows.end(), coming.begin(), coming.end());
  return rows;
}

// Whole hours since the county's answer; 0 while this clock is not to be believed.
int age_hours(base::WallTime as_of, base::WallTime now) {
  if (!base::is_plausible(now) || now <= as_of) return 0;
  return static_cast<int>(std::chrono::floor<std::chrono::hours>(now - as_of).count());
}

view::Contact who_has_it(const Scene& scene, const state::Status& here) {
  if (!here.reached_county || here.status.now_unit.empty()) return scene.hall.contact;
  return {here.status.now_unit, here.status.now_official, {}, here.status.now_phone};
}

std::string programme_name(const Scene& scene, const std::string& id) {
  const auto* programme = scene.world.catalogue.find(id, today(scene.at));
  return programme != nullptr ? programme->name.in(scene.lang()) : id;
}

void add_limit(const domain::PublicStatus& status, view::Status& shown) {
  shown.used_days = status.used_days;
  shown.limit_days = status.limit_days;
  shown.limit_in_working_days = status.limit_unit == domain::DayUnit::WorkingDay;
  if (status.latest) shown.latest = day_of(*status.latest);
}

}  // namespace

view::Body show(const Scene& scene, const state::ScanReceipt&) {
  return view::ScanReceiptScreen{!scene.now.scanner_there};
}

view::Body show(const Scene&, const state::TypeReceipt& here) {
  view::TypeReceiptScreen shown{typed(view::Field::ReceiptNumber, here.typed)};
  shown.number.problem = here.problem;
  return shown;
}

view::Body show(const Scene&, const state::AskingCounty& here) {
  return view::AskingCounty{here.receipt ? domain::print(*here.receipt) : ""};
}

view::Body show(const Scene& scene, const state::ReceiptRefused& here) {
  return view::ReceiptRefused{here.problem, scene.hall.contact};
}

view::Body show(const Scene& scene, const state::Status& here) {
  const domain::PublicStatus& status = here.status;
  view::Status shown;
  shown.receipt_no = domain::print(here.receipt);
  shown.programme = programme_name(scene, status.programme);
  shown.case_no = status.case_no;
  shown.reached_county = here.reached_county;
  shown.rows = timeline(here);
  add_limit(status, shown);
  shown.now = who_has_it(scene, here);
  shown.supervision_phone =
      status.supervision_phone.empty() ? scene.hall.supervision_phone : status.supervision_phone;
  shown.as_of = local_time(status.as_of);
  shown.fresh = here.fresh;
  shown.age_hours = age_hours(status.as_of, scene.at.wall);
  shown.can_print = here.reached_county && here.job == 0 && can_print(scene.now.printer);
  return shown;
}

}  // namespace huimin::journey::resident
