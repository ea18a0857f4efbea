#include "tests/journey/sample_world.h"

#include <array>

#include "kiosk/domain/civil_date.h"

namespace huimin::journey::resident::sample {
namespace {

using namespace std::chrono_literals;
using catalogue::Text;

domain::Division division(std::string_view digits) { return *domain::Division::parse(digits); }

catalogue::Paper paper(std::string id, bool by_sharing, bool from_card) {
  catalogue::Paper made;
  made.id = id;
  made.name = {id + " zh", id + " en"};
  made.why = {"why zh", "why en"};
  made.how_to_get = {"how zh", "how en"};
  made.obtainable_by_sharing = by_sharing;
  made.read_from_card = from_card;
  return made;
}

catalogue::Programme programme() {
  catalogue::Programme made;
  made.id = "P08";
  made.version = "2026.1";
  made.effective_from = domain::CivilDate{2026y, std::chrono::July, 1d};
  made.name = {"临时救助", "Temporary assistance"};
  made.short_name = {"临时救助", "Temporary help"};
  catalogue::Lane lane;
  lane.id = "A";
  lane.limit.emplace();
  lane.limit->days = 3;
  lane.limit->unit = domain::DayUnit::CalendarDay;
  made.lanes = {lane};
  made.events = {{"fire", {"火灾", "Fire"}, {"房子烧了", "The house burnt"}, "fire"},
                 {"illness", {"急病", "Illness"}, {"住院", "In hospital"}, "hospital"}};
  made.relations = {{"spouse", {"配偶", "Spouse"}}, {"son", {"儿子", "Son"}}};
  made.papers = {paper("id_card", false, true), paper("evidence", false, false),
                 paper("income", true, false)};
  made.pledge = {"2026-07", {"诚信承诺书", "Honesty pledge"}, {{"都是真的", "All true"}}, {}};
  made.privacy = {"2026-08", {"告知", "Notice"}, {{"谁在问", "Who asks"}}, {}};
  return made;
}

catalogue::Catalogue catalogue_with(std::vector<catalogue::Programme> programmes) {
  catalogue::Catalogue made;
  made.version = "2026.1";
  made.programmes = std::move(programmes);
  made.divisions = {
      {division("430522"), {"新邵县", "Xinshao County"}, "xin shao xian", true},
      {division("430524"), {"隆回县", "Longhui County"}, "long hui xian", true},
      {division("430522101"), {"酿溪镇", "Niangxi Town"}, "niang xi zhen", true},
      {division("430522102"), {"坪上镇", "Pingshang Town"}, "ping shang zhen", true},
      {division("430522101201"), {"石桥村", "Shiqiao Village"}, "shi qiao cun", true},
      {division("430522101202"), {"沙泉村", "Shaquan Village"}, "sha quan cun", true},
  };
  return made;
}

World world_of(const catalogue::Catalogue& catalogue) {
  static const domain::WorkCalendar calendar{std::vector{domain::HolidayYear{2026, {}, {}}}};
  return {catalogue, calendar, division("430522101"), {}, &make_id};
}

constexpr std::array kStates{
    "Attract",          "Home",           "Elsewhere",     "NotReady",    "TroublePaper",
    "Privacy",          "Identify",       "ConfirmPerson", "TypeNumber",  "TypeName",
    "WhatHappened",     "Story",          "PlacePicking",  "Household",   "MemberEditing",
    "MoneyAsked",       "AccountAsked",   "PhoneAsked",    "Papers",      "Review",
    "Pledge",           "Signing",        "Saving",        "NotSaved",    "Submitted",
    "PrintInterrupted", "PrintUnknown",   "PhoneQr",       "ScanReceipt", "TypeReceipt",
    "AskingCounty",     "ReceiptRefused", "Status",        "Goodbye"};
static_assert(kStates.size() == std::variant_size_v<State>);

constexpr std::array kEffects{"CheckReadiness", "Submit",     "PrintReceipt", "PrintStatus",
                              "PrintDraft",     "CallStaff",  "ClearCall",    "ReadTyped",
                              "CheckReceipt",   "AskStatus",  "EndSession",   "BeginSession"};
static_assert(kEffects.size() == std::variant_size_v<Effect>);

}  // namespace

base::Instant morning() {
  const auto day = std::chrono::sys_days{2026y / std::chrono::November / 4};
  return {base::WallTime{day + 1h + 42min}, base::MonoTime{1h}};
}

std::string make_id() {
  static int made = 0;
  return "id-" + std::to_string(++made);
}

const World& world() {
  static const catalogue::Catalogue catalogue = catalogue_with({programme()});
  static const World made = world_of(catalogue);
  return made;
}

const World& world_without_programme() {
  static const catalogue::Catalogue catalogue = catalogue_with({});
  static const World made = world_of(catalogue);
  return made;
}

const Hall& hall() {
  static const Hall made{"酿溪镇便民服务大厅",
                         {"酿溪镇社会事务办", "李满秀", "3 号窗口", "0739-0000118"},
                         "0739-0000119"};
  return made;
}

event::CardRead card_of_wang(std::uint64_t presence) {
  return {presence, base::Secret("王秀英"), base::Secret("430522190001010004"),
          base::Secret("湖南省新邵县酿溪镇")};
}

event::CardRead card_of_liu(std::uint64_t presence) {
  return {presence, base::Secret("刘德福"), base::Secret("430524190001010015"),
          base::Secret("湖南省隆回县")};
}

domain::ReceiptNumber receipt() { return {430522, 7, 321}; }

event::Committed committed() {
  return {receipt(), "HTTPS://EXAMPLE.INVALID/R/123", {2, {1, 0, 0, 1}}, morning().wall};
}

domain::PublicStatus status() {
  domain::PublicStatus made;
  made.case_no = "新邵救 2026-000274";
  made.programme = "P08";
  made.stage = domain::Stage::Completeness;
  made.events = {{domain::Stage::Submitted, morning().wall - 24h, "本机", ""},
                 {domain::Stage::Completeness, morning().wall - 5h, "酿溪镇社会事务办", "李满秀"}};
  made.now_unit = "酿溪镇社会事务办";
  made.now_official = "李满秀";
  made.now_phone = "0739-0000118";
  made.latest = domain::Deadline{domain::CivilDate{2026y, std::chrono::November, 6d}, true};
  made.limit_days = 3;
  made.limit_unit = domain::DayUnit::CalendarDay;
  made.used_days = 1;
  made.as_of = morning().wall - 2h;
  return made;
}

event::Did press(Act act) { return {view::intent::Press{act}}; }
event::Did choose(std::string id) { return {view::intent::Choose{std::move(id)}}; }
event::Did edit(Field field, std::string value) {
  return {view::intent::Edit{field, std::move(value)}};
}
event::Did change(view::Answer answer) { return {view::intent::Change{answer}}; }
event::Did ink() { return {view::intent::Inked{{{10, 10, 0}, {12.5F, 11, 16}}}}; }

std::string name_of(const State& state) { return kStates.at(state.index()); }
std::string name_of(const Effect& effect) { return kEffects.at(effect.index()); }

Walk& Walk::happens(const Event& event) {
  Step next = step(world_, std::move(now), event, at);
  now = std::move(next.next);
  for (Effect& effect : next.effects) all.push_back(std::move(effect));
  return *this;
}

Walk& Walk::waits(std::chrono::seconds time) {
  for (std::chrono::seconds passed{0}; passed < time; ++passed) {
    at.mono += 1s;
    at.wall += 1s;
    happens(event::Tick{});
  }
  return *this;
}

std::string Walk::effects() {
  std::string names;
  for (; told_ < all.size(); ++told_) {
    if (!names.empty()) names += ' ';
    names += name_of(all[told_]);
  }
  return names;
}

Walk& Walk::to_privacy() { return press(Act::Start).press(Act::Apply); }
Walk& Walk::to_identify() { return to_privacy().press(Act::Agree); }
Walk& Walk::to_what_happened() {
  to_identify().happens(event::CardBusy{1}).happens(card_of_wang(1));
  return press(Act::RightPerson).happens(event::CardLifted{1});
}
Walk& Walk::to_place() { return to_what_happened().choose("fire").press(Act::Next); }
Walk& Walk::to_household() { return to_place().choose("430522101201").press(Act::Next); }
Walk& Walk::to_money() { return to_household().press(Act::MoreMembers).press(Act::Next); }
Walk& Walk::to_account() {
  return to_money().edit(Field::Needed, "1600").edit(Field::Spent, "12.50").press(Act::Next);
}
Walk& Walk::to_phone() {
  to_account().press(Act::WithAccount).edit(Field::AccountNumber, "8101000012344471");
  return press(Act::Next);
}
Walk& Walk::to_papers() { return to_phone().edit(Field::Phone, "13800000000").press(Act::Next); }
Walk& Walk::to_review() { return to_papers().press(Act::Next); }
Walk& Walk::to_signing() {
  return to_review().press(Act::Next).press(Act::PledgeTick).press(Act::Next);
}
Walk& Walk::to_saving() { return to_signing().happens(ink()).press(Act::Submit); }
Walk& Walk::to_submitted() { return to_saving().happens(committed()); }
Walk& Walk::to_status() {
  press(Act::Start).press(Act::AskStatus).happens(event::Scanned{"HTTPS://EXAMPLE.INVALID/R/1"});
  happens(event::ReceiptChecked{event::Verdict::True, receipt()});
  return happens(event::StatusArrived{receipt(), status(), true});
}

}  // namespace huimin::journey::resident::sample
