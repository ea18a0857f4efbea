#include <algorithm>
#include <set>

#include "kiosk/catalogue/read.h"

namespace huimin::catalogue {
namespace {

using domain::Stage;

bool has_stage(const Programme& programme, Stage stage) {
  return std::find(programme.stages.begin(), programme.stages.end(), stage) !=
         programme.stages.end();
}

// By the programme's own stages only.
bool can_reach(const Programme& programme, Stage from, Stage to) {
  std::set<Stage> reached{from};
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const Stage next : programme.stages) {
      const bool follows = std::any_of(reached.begin(), reached.end(), [&](Stage stage) {
        return domain::may_follow(stage, next);
      });
      if (follows) reached.insert(next);
    }
  }
  return from != to && reached.contains(to);
}

void check_stages(const Programme& programme, const Section& file) {
  if (programme.stages.empty() || programme.stages.front() != Stage::Submitted) {
    file.note("stages", "10 first: every case begins with the submission");
    return;
  }
  const std::set<Stage> once(programme.stages.begin(), programme.stages.end());
  if (once.size() != programme.stages.size()) file.note("stages", "each code once");
  for (const Stage stage : once) {
    const std::string code = std::to_string(static_cast<int>(stage));
    if (stage != Stage::Submitted && !can_reach(programme, Stage::Submitted, stage)) {
      file.note("stages", "a stage that may come before " + code);
    }
    const bool ends = domain::is_final(stage) || stage == Stage::Dispute;
    const bool goes_on = std::any_of(once.begin(), once.end(), [&](Stage next) {
      return next != Stage::Withdrawn && domain::may_follow(stage, next);
    });
    if (!ends && !goes_on) file.note("stages", "a stage that may come after " + code);
  }
}

void check_limit(const Programme& programme, const Limit& limit, const std::string& key,
                 const Section& file) {
  if (!has_stage(programme, limit.from) || !has_stage(programme, limit.to) ||
      !can_reach(programme, limit.from, limit.to)) {
    file.note(key, "from and to among the stages, and to reachable from from");
  }
}

void check_limits(const Programme& programme, const Section& file) {
  for (std::size_t i = 0; i < programme.limits.size(); ++i) {
    check_limit(programme, programme.limits[i], "limits[" + std::to_string(i) + "]", file);
  }
  for (std::size_t i = 0; i < programme.lanes.size(); ++i) {
    if (!programme.lanes[i].limit) continue;
    check_limit(programme, *programme.lanes[i].limit, "lanes[" + std::to_string(i) + "].limit",
                file);
  }
}

bool is_programme_id(const std::string& id) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return id.size() == 3 && id[0] == 'P' && digit(id[1]) && digit(id[2]);
}

}  // namespace

void check_programme(const Programme& programme, const Section& file) {
  if (!is_programme_id(programme.id)) file.note("id", "P and two digits, such as P08");
  if (programme.effective_to && *programme.effective_to < programme.effective_from) {
    file.note("effective_to", "a day not before effective_from");
  }
  check_ids(programme.lanes, "lanes", file);
  check_ids(programme.events, "events", file);
  check_ids(programme.relations, "relations", file);
  check_ids(programme.papers, "papers", file);
  check_ids(programme.limits, "limits", file);
  check_stages(programme, file);
  check_limits(programme, file);
}

}  // namespace huimin::catalogue
