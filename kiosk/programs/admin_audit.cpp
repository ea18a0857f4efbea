// Commands that look at what is there and change nothing: queue, receipt, case.

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>

#include "kiosk/domain/civil_date.h"
#include "kiosk/intake/store_sqlite.h"
#include "kiosk/programs/admin_commands.h"
#include "kiosk/programs/command_line.h"
#include "kiosk/queue/export.h"
#include "kiosk/queue/trust.h"
#include "kiosk/queue/verify.h"

namespace huimin::programs {

namespace {

constexpr const char* kName = "kiosk-admin";

int verify_queue(const std::filesystem::path& state) {
  const auto report = queue::verify_state(state);
  if (!report) return complain(kName, report.error().path + ": " + report.error().reason);
  if (const auto& flaw = report->first_flaw) {
    fmt::print("{} {}: {}\n", flaw->table, flaw->row, queue::name_of(flaw->flaw));
    return 1;
  }
  fmt::print("{} envelopes, chain whole\n", report->envelopes);
  return 0;
}

int export_queue(const std::filesystem::path& state, std::uint64_t sequence,
                 const std::filesystem::path& out) {
  const auto files = queue::export_envelope(state, sequence, out);
  if (!files)
    return complain(kName,
                    files.error().path + ": " + std::string(queue::name_of(files.error().error)));
  for (const auto& file : *files) fmt::print("{}\n", file.string());
  return 0;
}

int verify_receipt(const std::string& text, const std::filesystem::path& trust_dir) {
  const auto trust = queue::TrustList::load(trust_dir);
  if (!trust) {
    return complain(
        kName,
        fmt::format(
            "--trust {}: {}; a folder with ca.pem, intake-signing.pem and trust.p7s is expected",
            trust_dir.string(), queue::name_of(trust.error())));
  }
  const auto check = trust->check(text);
  fmt::print("{}\n", queue::name_of(check.verdict));
  if (check.claims) {
    const auto& claims = *check.claims;
    fmt::print("receipt {}\nprogramme {}\nat {}\nenvelope {}\n", domain::print(claims.number),
               claims.programme, domain::iso_time(claims.at), queue::hex(claims.envelope));
  }
  switch (check.verdict) {
    case queue::Verdict::True:
    case queue::Verdict::TrueBeforeWithdrawal: return 0;
    case queue::Verdict::MadeAfterWithdrawal:
    case queue::Verdict::UnknownTerminal:
    case queue::Verdict::Altered: return 1;
    case queue::Verdict::NotAReceipt: return 2;
  }
  return 2;
}

int audit_cases(const std::filesystem::path& file, const std::string& county) {
  const auto store = intake::open_sqlite_for_reading({file, county, ""});
  if (!store) return complain(kName, store.error());
  const auto broken = (*store)->first_broken_case();
  if (!broken) return complain(kName, file.string() + ": not a county's database");
  if (*broken) {
    fmt::print("case {}: the chain of its events is broken\n", **broken);
    return 1;
  }
  fmt::print("every case chain whole\n");
  return 0;
}

}  // namespace

void add_queue_commands(CLI::App& app, int& code) {
  auto* queue = app.add_subcommand("queue", "the terminal's queue")->require_subcommand(1);
  auto state = std::make_shared<std::filesystem::path>();
  auto out = std::make_shared<std::filesystem::path>();
  auto sequence = std::make_shared<std::uint64_t>(0);
  auto* verify =
      queue->add_subcommand("verify", "checks chain and signatures; names the first bad one");
  verify->add_option("STATE", *state, "folder with queue.db and keys")
      ->required()
      ->check(CLI::ExistingDirectory);
  verify->callback([=, &code] { code = verify_queue(*state); });
  auto* copy =
      queue->add_subcommand("export", "writes one envelope as files that openssl can check");
  copy->add_option("STATE", *state, "folder with queue.db and keys")
      ->required()
      ->check(CLI::ExistingDirectory);
  copy->add_option("--seq", *sequence, "sequence of the envelope")->required();
  copy->add_option("--out", *out, "folder to write into")->required();
  copy->callback([=, &code] { code = export_queue(*state, *sequence, *out); });
}

void add_receipt_commands(CLI::App& app, int& code) {
  auto* receipt = app.add_subcommand("receipt", "receipts")->require_subcommand(1);
  auto text = std::make_shared<std::string>();
  auto trust = std::make_shared<std::filesystem::path>();
  auto* verify =
      receipt->add_subcommand("verify", "exit 0 and the claims; 1 forged; 2 not a receipt");
  verify->add_option("TEXT", *text, "text of the scanned code")->required();
  verify->add_option("--trust", *trust, "folder with the county's trust list")
      ->required()
      ->check(CLI::ExistingDirectory);
  verify->callback([=, &code] { code = verify_receipt(*text, *trust); });
}

void add_case_commands(CLI::App& app, int& code) {
  auto* cases = app.add_subcommand("case", "the county's cases")->require_subcommand(1);
  auto file = std::make_shared<std::filesystem::path>();
  auto county = std::make_shared<std::string>();
  auto* audit = cases->add_subcommand("audit", "checks the chain of events of every case");
  audit->add_option("--sqlite", *file, "the intake's database")
      ->required()
      ->check(CLI::ExistingFile);
  audit->add_option("--county", *county, "six digits")->required();
  audit->callback([=, &code] { code = audit_cases(*file, *county); });
}

}  // namespace huimin::programs
