#pragma once
// One programme of assistance as data: what it is, who asks what, which papers, which limits, and
// who says so.
//
// A programme changes with the law, so each file holds one version with the days between which it
// is in force.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/catalogue/text.h"
#include "kiosk/domain/calendar.h"
#include "kiosk/domain/case.h"
#include "kiosk/domain/civil_date.h"

namespace huimin::catalogue {

// Where a fact comes from. `confidence`: L the statute was read, S an excerpt of an official
// page, C a third party's form or page, G general knowledge that nobody has confirmed.
struct Source {
  std::string instrument;  // "社会救助法"
  std::string article;     // "50"; empty when the instrument has none
  std::string url_or_key;  // short key of the reference list, "LAW26"
  char confidence = 'G';
};

// What happened to the person: one card of the question.
struct EventKind {
  std::string id;  // "fire"
  Text label;
  Text example;
  std::string icon;  // name in the icon font: "local_fire_department"
};

// What may be asked for. A paper that `obtainable_by_sharing` must not be demanded (Social
// Assistance Law art. 62).
struct Paper {
  std::string id;  // "id_card"
  Text name;
  Text why;
  Text how_to_get;
  bool obtainable_by_sharing = false;  // shown as "no need to bring"
  bool read_from_card = false;         // done when the card was read
  bool can_come_later = true;          // a missing one never stops the application
};

struct Relation {
  std::string id;  // "spouse"
  Text label;
};

struct Limit {
  std::string id;  // "decide"
  domain::Stage from = domain::Stage::Submitted;
  domain::Stage to = domain::Stage::Submitted;
  int days = 0;  // 1-366
  domain::DayUnit unit = domain::DayUnit::WorkingDay;
  Source source;
};

// One way through the programme.
struct Lane {
  std::string id;  // "A"
  Text name;
  Text explain;
  bool economic_check = true;
  bool public_notice = true;
  std::optional<Limit> limit;  // nothing: set locally, ask the window
  Text amount_note;
  Source source;
};

// A text the person reads and agrees to; `version` is stored with the application.
struct Statement {
  std::string version;  // "2026-07"
  Text title;
  std::vector<Text> points;  // shown and read aloud one after the other
  std::vector<Source> sources;
};

struct Programme {
  std::string id;       // "P08", the beginning of the file's name
  std::string version;  // "2026.1"; stored with the application
  domain::CivilDate effective_from{};
  std::optional<domain::CivilDate> effective_to;  // the last day in force
  Text name;
  Text short_name;
  Text explain;
  std::string group;     // basic, special, emergency, support, recognition, addon, other
  std::string mode;      // accept, accept_fast, accept_transfer, refer, inform
  std::string apply_at;  // place_of_emergency_township, hukou_township, ...
  Text where_to_apply;   // the same for people
  Text decided_by;
  std::vector<Lane> lanes;
  std::vector<EventKind> events;
  std::vector<Relation> relations;  // of the members of a household, from relations.toml
  std::vector<Paper> papers;        // in the order of the checklist
  std::vector<domain::Stage> stages;
  std::vector<Limit> limits;  // outside any lane, such as a review's
  std::vector<Source> sources;
  Statement pledge;
  Statement privacy;
  Text remedy;

  // By id; nullptr when there is none. The pointer lives as long as this programme.
  const Lane* lane(std::string_view wanted) const;
  const EventKind* event(std::string_view wanted) const;
  const Relation* relation(std::string_view wanted) const;
  const Paper* paper(std::string_view wanted) const;
  bool in_force_on(domain::CivilDate date) const;
};

}  // namespace huimin::catalogue
