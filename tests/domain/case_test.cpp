#include "kiosk/domain/case.h"

#include <doctest/doctest.h>

#include <set>
#include <vector>

using namespace huimin::domain;

namespace {

std::vector<Stage> all_stages() {
  std::vector<Stage> stages;
  for (int code = 0; code < 256; ++code) {
    if (const auto stage = stage_from_code(code)) stages.push_back(*stage);
  }
  return stages;
}

std::set<int> followers(Stage from) {
  std::set<int> codes;
  for (const Stage to : all_stages()) {
    if (may_follow(from, to)) codes.insert(static_cast<int>(to));
  }
  return codes;
}

}  // namespace

TEST_SUITE("case") {
  TEST_CASE("the 22 stages have the codes of the policy and no others") {
    std::set<int> codes;
    for (const Stage stage : all_stages()) codes.insert(static_cast<int>(stage));
    CHECK(codes == std::set<int>{0,  10, 20, 21, 22, 23, 24, 30, 31, 40, 45,
                                 50, 60, 61, 70, 71, 72, 75, 80, 81, 90, 95});
    CHECK_FALSE(stage_from_code(-1).has_value());
    CHECK_FALSE(stage_from_code(11).has_value());
    CHECK(code_of(Stage::PreCheck) == "ST00");
    CHECK(code_of(Stage::Submitted) == "ST10");
  }

  TEST_CASE("each stage is followed by those of the policy and no others") {
    CHECK(followers(Stage::PreCheck) == std::set<int>{10});
    CHECK(followers(Stage::Submitted) == std::set<int>{20, 95});
    CHECK(followers(Stage::Completeness) == std::set<int>{21, 22, 23, 24, 95});
    CHECK(followers(Stage::Supplement) == std::set<int>{20, 95});
    CHECK(followers(Stage::Accepted) == std::set<int>{30, 40, 70, 80, 95});
    CHECK(followers(Stage::NotAccepted) == std::set<int>{90});
    CHECK(followers(Stage::Transferred).empty());
    CHECK(followers(Stage::DataCheck) == std::set<int>{31, 40, 95});
    CHECK(followers(Stage::Recheck) == std::set<int>{40, 95});
    CHECK(followers(Stage::HomeVisit) == std::set<int>{45, 50, 95});
    CHECK(followers(Stage::Appraisal) == std::set<int>{50, 95});
    CHECK(followers(Stage::Opinion) == std::set<int>{60, 70, 95});
    CHECK(followers(Stage::PublicNotice) == std::set<int>{61, 70, 95});
    CHECK(followers(Stage::Objection) == std::set<int>{40, 45, 95});
    CHECK(followers(Stage::Review) == std::set<int>{71, 72, 95});
    CHECK(followers(Stage::Confirmed) == std::set<int>{75});
    CHECK(followers(Stage::NotConfirmed) == std::set<int>{90});
    CHECK(followers(Stage::Continuing) == std::set<int>{90});
    CHECK(followers(Stage::HelpFirst) == std::set<int>{81});
    CHECK(followers(Stage::Supplemented).empty());
    CHECK(followers(Stage::Dispute).empty());
    CHECK(followers(Stage::Withdrawn).empty());
  }

  TEST_CASE("nothing follows itself, and nothing leads back to before the submission") {
    for (const Stage stage : all_stages()) {
      CHECK_FALSE(may_follow(stage, stage));
      CHECK_FALSE(may_follow(stage, Stage::PreCheck));
    }
  }

  TEST_CASE("every stage can be reached and every running one can end") {
    std::set<Stage> reached{Stage::PreCheck};
    for (std::size_t size = 0; size != reached.size();) {
      size = reached.size();
      for (const Stage from : std::set<Stage>(reached)) {
        for (const Stage to : all_stages()) {
          if (may_follow(from, to)) reached.insert(to);
        }
      }
    }
    CHECK(reached.size() == all_stages().size());
    for (const Stage stage : all_stages()) {
      if (!is_final(stage) && stage != Stage::Dispute) CHECK_FALSE(followers(stage).empty());
    }
  }

  TEST_CASE("no limit runs in a stage that is decided, helped, passed on or withdrawn") {
    std::set<int> codes;
    for (const Stage stage : all_stages()) {
      if (is_final(stage)) codes.insert(static_cast<int>(stage));
    }
    CHECK(codes == std::set<int>{23, 24, 71, 72, 75, 81, 95});
  }
}
