#include "kiosk/terminal/summary.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <vector>

#include "kiosk/queue/entries.h"

namespace huimin::terminal {

using nlohmann::json;

namespace {

std::vector<queue::QueueEntry> entries_of(const std::filesystem::path& state_dir) {
  auto store = queue::Store::open_for_reading(state_dir);
  if (!store) return {};
  return queue::list_entries(*store, 1, 10'000).value_or(std::vector<queue::QueueEntry>{});
}

json envelopes_of(const std::filesystem::path& state_dir) {
  json list = json::array();
  for (const queue::QueueEntry& each : entries_of(state_dir)) {
    list.push_back({{"seq", each.sequence},
                    {"sha256", queue::hex(each.sha256)},
                    {"kind", queue::name_of(each.kind)},
                    {"acknowledged", each.delivery == queue::Delivery::Acknowledged}});
  }
  return list;
}

}  // namespace

bool is_all_acknowledged(const std::filesystem::path& state_dir) {
  const auto entries = entries_of(state_dir);
  return !entries.empty() && std::ranges::all_of(entries, [](const queue::QueueEntry& each) {
    return each.delivery == queue::Delivery::Acknowledged;
  });
}

tl::expected<void, std::string> write_summary(const std::filesystem::path& file,
                                              const std::filesystem::path& state_dir,
                                              const Outcomes& outcomes, const Timings& timings) {
  json summary = {{"envelopes", envelopes_of(state_dir)}};
  json& measured = summary["timings_ms"];
  measured = {{"first_picture", timings.first_picture_ms}, {"journey", timings.journey_ms}};
  if (outcomes.committed) {
    summary["receipt_no"] = domain::print(outcomes.committed->receipt);
    summary["receipt_qr"] = outcomes.committed->receipt_qr;
    measured["submit_to_kept"] = (outcomes.committed_at - outcomes.submitted_at).count();
  }
  if (outcomes.acknowledged) {
    summary["case_no"] = outcomes.acknowledged->case_no;
    measured["kept_to_acknowledged"] = (outcomes.acknowledged_at - outcomes.committed_at).count();
  }
  if (outcomes.status) {
    const domain::PublicStatus& status = outcomes.status->status;
    json stages = json::array();
    for (const domain::PublicEvent& each : status.events)
      stages.push_back(domain::code_of(each.stage));
    summary["status"] = {{"stage", domain::code_of(status.stage)},
                         {"stages", stages},
                         {"unit", status.now_unit},
                         {"fresh", outcomes.status->fresh}};
    if (status.latest) summary["status"]["latest"] = domain::iso(status.latest->date);
  }
  std::ofstream out(file);
  out << summary.dump(2) << "\n";
  if (!out.flush()) return tl::unexpected(file.string() + ": cannot be written");
  return {};
}

}  // namespace huimin::terminal
