#include "tests/uplink/scripted_county.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "kiosk/base/log.h"
#include "kiosk/queue/envelope.h"

namespace huimin::uplink::testing {

using nlohmann::json;

namespace {

// The log belongs to standard error, in tests as in the program.
[[maybe_unused]] const bool log_is_open = [] {
  base::open_log("test");
  return true;
}();

}  // namespace

Answer ScriptedCounty::operator()(std::string_view path, const std::string& text) {
  if (meanwhile) meanwhile();
  bodies.push_back(text);
  const json body = json::parse(text);
  const auto header = queue::parse_base64(body.at("header").get<std::string>());
  REQUIRE(header);
  if (path == "/v1/questions") {
    seen.emplace_back("question");
    if (!line_is_up) return tl::unexpected(NoAnswer::Unreachable);
    return questions;
  }
  REQUIRE(path == "/v1/envelopes");
  const auto read = queue::peek_header(*header);
  REQUIRE(read);
  seen.push_back(std::to_string(read->sequence));
  if (!line_is_up) return tl::unexpected(NoAnswer::Unreachable);
  auto& script = scripts_[read->sequence];
  if (script.empty()) return acknowledge(*read);
  Answer answer = script.front();
  script.erase(script.begin());
  return answer;
}

void ScriptedCounty::script(std::uint64_t sequence, std::vector<Answer> answers) {
  scripts_[sequence] = std::move(answers);
}

Reply ScriptedCounty::acknowledge(const queue::Header& header) const {
  queue::Acknowledgement content;
  content.terminal = header.terminal;
  content.epoch = header.epoch;
  content.sequence = header.sequence;
  content.envelope = queue::envelope_hash(header);
  content.case_no = "SX 2026-" + std::to_string(header.sequence);
  content.highest_receipt = header.receipt;
  content.received_at = queue::testing::kNow;
  const auto word = queue::make_acknowledgement(content, hall_.intake().signing);
  return {201, json{{"acknowledgement", queue::base64(word)}}.dump()};
}

Reply problem(int status, const std::string& name) {
  return {status, json{{"type", "urn:huimin:problem:" + name},
                       {"title", "what is wrong"},
                       {"status", status},
                       {"owner", "county"}}
                      .dump()};
}

}  // namespace huimin::uplink::testing
