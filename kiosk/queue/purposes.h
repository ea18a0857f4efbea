#pragma once
// The OIDs of the purposes, under a UUID arc of this project (X.667): 2.25.UUID.n.

#include "kiosk/queue/certificate.h"

namespace huimin::queue {

inline constexpr Purpose kPurposes[] = {Purpose::Terminal, Purpose::TerminalTls,
                                        Purpose::IntakeTls, Purpose::Recipient,
                                        Purpose::IntakeSigning};

constexpr const char* oid_of(Purpose purpose) {
  switch (purpose) {
    case Purpose::Terminal: return "2.25.254007944414192668933736023163863323663.1";
    case Purpose::TerminalTls: return "2.25.254007944414192668933736023163863323663.2";
    case Purpose::IntakeTls: return "2.25.254007944414192668933736023163863323663.3";
    case Purpose::Recipient: return "2.25.254007944414192668933736023163863323663.4";
    case Purpose::IntakeSigning: return "2.25.254007944414192668933736023163863323663.5";
  }
  return "";
}

}  // namespace huimin::queue
