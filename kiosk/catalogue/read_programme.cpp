#include <algorithm>
#include <array>

#include "kiosk/catalogue/read.h"

namespace huimin::catalogue {
namespace {

constexpr std::array<std::string_view, 7> kGroups{"basic",       "special", "emergency", "support",
                                                  "recognition", "addon",   "other"};
constexpr std::array<std::string_view, 5> kModes{"accept", "accept_fast", "accept_transfer",
                                                 "refer", "inform"};
constexpr std::array<std::string_view, 6> kPlaces{"place_of_emergency_township",
                                                  "hukou_township",
                                                  "any_township",
                                                  "school",
                                                  "authority",
                                                  "nowhere"};
constexpr std::array<std::string_view, 2> kUnits{"calendar", "working"};
constexpr int kLongestLimit = 366;

domain::Stage read_stage(Section& section, std::string_view key) {
  const auto stage = domain::stage_from_code(section.number(key, 0, 95));
  if (!stage) section.note(key, "the code of a stage, such as 22");
  return stage.value_or(domain::Stage::PreCheck);
}

Limit read_limit(Section& section) {
  Limit limit;
  limit.id = section.id("id");
  limit.from = read_stage(section, "from");
  limit.to = read_stage(section, "to");
  limit.days = section.number("days", 1, kLongestLimit);
  limit.unit = section.one_of("unit", kUnits) == "calendar" ? domain::DayUnit::CalendarDay
                                                            : domain::DayUnit::WorkingDay;
  limit.source = section.source("source");
  section.close();
  return limit;
}

Lane read_lane(Section& section) {
  Lane lane;
  lane.id = section.text("id");
  lane.name = section.both("name");
  lane.explain = section.both("explain");
  lane.economic_check = section.flag("economic_check");
  lane.public_notice = section.flag("public_notice");
  lane.amount_note = section.both("amount_note");
  lane.source = section.source("source");
  if (section.has("limit")) {
    if (auto limit = section.section("limit")) lane.limit = read_limit(*limit);
  }
  section.close();
  return lane;
}

EventKind read_event(Section& section) {
  EventKind event;
  event.id = section.id("id");
  event.label = section.both("label");
  event.example = section.both("example");
  event.icon = section.id("icon");
  section.close();
  return event;
}

Paper read_paper(Section& section) {
  Paper paper;
  paper.id = section.id("id");
  paper.name = section.both("name");
  paper.why = section.both("why");
  paper.how_to_get = section.both("how_to_get");
  paper.obtainable_by_sharing = section.flag("obtainable_by_sharing");
  paper.read_from_card = section.flag("read_from_card");
  paper.can_come_later = section.flag("can_come_later");
  if (paper.obtainable_by_sharing && !paper.can_come_later) {
    section.note("can_come_later", "true: what the office can fetch itself is never demanded");
  }
  section.close();
  return paper;
}

Source read_source(Section& section) {
  Source source = section.source_here();
  section.close();
  return source;
}

Text read_point(Section& section) {
  Text text = section.both_here();
  section.close();
  return text;
}

template <class Item>
std::vector<Item> read_each(Section& section, std::string_view key, Item (*read)(Section&)) {
  std::vector<Item> items;
  for (Section& each : section.sections(key)) items.push_back(read(each));
  return items;
}

Statement read_statement(Section& file, std::string_view key) {
  auto section = file.section(key);
  if (!section) return {};
  Statement statement;
  statement.version = section->text("version");
  statement.title = section->both("title");
  statement.points = read_each(*section, "points", read_point);
  statement.sources = read_each(*section, "sources", read_source);
  section->close();
  return statement;
}

std::vector<Relation> chosen_relations(Section& file, const std::vector<Relation>& all) {
  std::vector<Relation> chosen;
  for (const std::string& id : file.texts("relations")) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Relation& each) { return each.id == id; });
    if (found == all.end()) {
      file.note("relations", "ids of relations.toml, not " + id);
    } else {
      chosen.push_back(*found);
    }
  }
  return chosen;
}

std::vector<domain::Stage> read_stages(Section& file) {
  std::vector<domain::Stage> stages;
  for (const int code : file.numbers("stages")) {
    if (const auto stage = domain::stage_from_code(code)) {
      stages.push_back(*stage);
    } else {
      file.note("stages", "codes of stages, not " + std::to_string(code));
    }
  }
  return stages;
}

}  // namespace

Programme read_programme(Section& file, const std::vector<Relation>& all_relations) {
  Programme p;
  p.id = file.text("id");
  p.version = file.text("version");
  p.effective_from = file.date("effective_from");
  if (file.has("effective_to")) p.effective_to = file.date("effective_to");
  p.name = file.both("name");
  p.short_name = file.both("short_name");
  p.explain = file.both("explain");
  p.group = file.one_of("group", kGroups);
  p.mode = file.one_of("mode", kModes);
  p.apply_at = file.one_of("apply_at", kPlaces);
  p.where_to_apply = file.both("where_to_apply");
  p.decided_by = file.both("decided_by");
  p.lanes = read_each(file, "lanes", read_lane);
  p.events = read_each(file, "events", read_event);
  p.relations = chosen_relations(file, all_relations);
  p.papers = read_each(file, "papers", read_paper);
  p.stages = read_stages(file);
  p.limits = read_each(file, "limits", read_limit);
  p.sources = read_each(file, "sources", read_source);
  p.pledge = read_statement(file, "pledge");
  p.privacy = read_statement(file, "privacy");
  p.remedy = file.both("remedy");
  file.close();
  return p;
}

}  // namespace huimin::catalogue
