#include "kiosk/domain/case.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace huimin::domain {
namespace {

using S = Stage;

constexpr std::array kStages{
    S::PreCheck,    S::Submitted, S::Completeness, S::Supplement,   S::Accepted,   S::NotAccepted,
    S::Transferred, S::DataCheck, S::Recheck,      S::HomeVisit,    S::Appraisal,  S::Opinion,
    S::PublicNotice, S::Objection, S::Review,      S::Confirmed,    S::NotConfirmed, S::Continuing,
    S::HelpFirst,   S::Supplemented, S::Dispute,   S::Withdrawn};

// Policy 3.1 and its stage skips. Withdrawal is not listed: see may_withdraw.
constexpr std::array kSteps{
    std::pair{S::PreCheck, S::Submitted},
    std::pair{S::Submitted, S::Completeness},
    std::pair{S::Completeness, S::Supplement},
    std::pair{S::Completeness, S::Accepted},
    std::pair{S::Completeness, S::NotAccepted},
    std::pair{S::Completeness, S::Transferred},
    std::pair{S::Supplement, S::Completeness},
    std::pair{S::Accepted, S::DataCheck},
    std::pair{S::Accepted, S::HomeVisit},   // an already recognised household is not checked again
    std::pair{S::Accepted, S::Review},      // P03 for people on Dibao, P08 lane A
    std::pair{S::Accepted, S::HelpFirst},   // the fast lane
    std::pair{S::NotAccepted, S::Dispute},
    std::pair{S::DataCheck, S::Recheck},
    std::pair{S::DataCheck, S::HomeVisit},
    std::pair{S::Recheck, S::HomeVisit},
    std::pair{S::HomeVisit, S::Appraisal},
    std::pair{S::HomeVisit, S::Opinion},
    std::pair{S::Appraisal, S::Opinion},
    std::pair{S::Opinion, S::PublicNotice},
    std::pair{S::Opinion, S::Review},       // P17 has no public notice
    std::pair{S::PublicNotice, S::Objection},
    std::pair{S::PublicNotice, S::Review},
    std::pair{S::Objection, S::HomeVisit},
    std::pair{S::Objection, S::Appraisal},
    std::pair{S::Review, S::Confirmed},
    std::pair{S::Review, S::NotConfirmed},
    std::pair{S::Confirmed, S::Continuing},
    std::pair{S::NotConfirmed, S::Dispute},
    std::pair{S::Continuing, S::Dispute},
    std::pair{S::HelpFirst, S::Supplemented},
};

// Once help was given or refused there is nothing left to take back.
bool may_withdraw(Stage from) {
  return from != S::PreCheck && from != S::HelpFirst && from != S::Dispute && !is_final(from);
}

}  // namespace

std::optional<Stage> stage_from_code(int code) {
  const auto found = std::find_if(kStages.begin(), kStages.end(),
                                  [&](Stage stage) { return static_cast<int>(stage) == code; });
  return found == kStages.end() ? std::nullopt : std::optional(*found);
}

std::string code_of(Stage stage) {
  char text[8];
  std::snprintf(text, sizeof text, "ST%02u", unsigned{static_cast<std::uint8_t>(stage)});
  return text;
}

bool may_follow(Stage from, Stage to) {
  if (to == Stage::Withdrawn) return may_withdraw(from);
  return std::find(kSteps.begin(), kSteps.end(), std::pair{from, to}) != kSteps.end();
}

bool is_final(Stage stage) {
  switch (stage) {
    case S::NotAccepted:
    case S::Transferred:
    case S::Confirmed:
    case S::NotConfirmed:
    case S::Continuing:
    case S::Supplemented:
    case S::Withdrawn: return true;
    case S::PreCheck:
    case S::Submitted:
    case S::Completeness:
    case S::Supplement:
    case S::Accepted:
    case S::DataCheck:
    case S::Recheck:
    case S::HomeVisit:
    case S::Appraisal:
    case S::Opinion:
    case S::PublicNotice:
    case S::Objection:
    case S::Review:
    case S::HelpFirst:
    case S::Dispute: return false;
  }
  return false;
}

}  // namespace huimin::domain
