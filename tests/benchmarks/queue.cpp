// How durable submissions compare with the least that any durable program must do: append and
// fdatasync.
//
// Reference and product take turns in many short rounds on the same disk. Values are medians over
// the rounds, and a ratio is the median of the rounds' ratios: what disturbs a round disturbs both.
//
// Usage: bench_queue [--json FILE]

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "kiosk/base/check.h"
#include "kiosk/queue/envelope.h"
#include "kiosk/queue/outbox.h"
#include "kiosk/queue/payload.h"
#include "kiosk/queue/pki.h"
#include "kiosk/queue/receipt_token.h"
#include "kiosk/queue/rows.h"

namespace {

namespace fs = std::filesystem;
using namespace huimin;
using namespace huimin::queue;
using std::chrono::steady_clock;

constexpr int kRounds = 320;
constexpr int kPerRound = 8;
constexpr int kRoundsBetweenIdle = 15;
constexpr int kWarmUp = 600;  // until the journal is overwritten and no longer grown
constexpr const char* kTerminal = "430522-007";
constexpr base::WallTime kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 4}};

struct Figure {
  std::string name;
  double value = 0;
  std::string unit;
  std::optional<double> reference;
  std::optional<double> ratio;
  std::optional<double> aim;
};

class WorkFolder {
 public:
  // Beside the program: the build tree lies on a real disk, the system's temporary folder may not.
  WorkFolder() {
    std::string pattern = fs::read_symlink("/proc/self/exe").parent_path() / "bench-queue-XXXXXX";
    base::check(::mkdtemp(pattern.data()) != nullptr, "a folder for measuring");
    path_ = pattern;
  }
  ~WorkFolder() { fs::remove_all(path_); }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

class AppendFile {
 public:
  explicit AppendFile(const fs::path& file)
      : fd_(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
    base::check(fd_ >= 0, "a file to append to");
  }
  ~AppendFile() { ::close(fd_); }
  AppendFile(const AppendFile&) = delete;
  AppendFile& operator=(const AppendFile&) = delete;
  void append(const Bytes& bytes) {
    const ssize_t wrote = ::pwrite(fd_, bytes.data(), bytes.size(), at_);
    base::check(wrote == static_cast<ssize_t>(bytes.size()), "the bytes are written");
    base::check(::fdatasync(fd_) == 0, "the bytes are on the disk");
    at_ += wrote;
  }

 private:
  int fd_;
  off_t at_ = 0;
};

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

double per_second(int times, const std::function<void()>& work) {
  const auto began = steady_clock::now();
  for (int i = 0; i < times; ++i) work();
  const std::chrono::duration<double> took = steady_clock::now() - began;
  return times / took.count();
}

double microseconds(const std::function<void()>& work) {
  std::vector<double> rounds;
  for (int i = 0; i < 15; ++i) rounds.push_back(1e6 / per_second(200, work));
  return median(rounds);
}

// A form of usual length with a signature of a few hundred points: about 4 KB.
ApplicationPayload usual_application() {
  ApplicationPayload payload;
  domain::Application& made = payload.application;
  made.programme = "P08";
  made.applicant.name = base::Secret("王秀英");
  made.applicant.id_number = base::Secret("430522190001010004");
  made.story = base::Secret("住院三周，家里没有收入");
  made.signature.strokes.resize(6);
  for (domain::InkStroke& stroke : made.signature.strokes) {
    for (std::uint32_t i = 0; i < 32; ++i) {
      stroke.push_back({10.0F + 0.37F * static_cast<float>(i), 20.0F, i * 16});
    }
  }
  made.signed_at.wall = kNow;
  return payload;
}

Submission usual_submission(const base::Secret& payload) {
  Submission submission;
  submission.id = random_id();
  submission.programme = "P08";
  submission.payload = payload;
  submission.at.wall = kNow;
  submission.software = "0.1.0";
  submission.catalogue_version = "2026-1";
  return submission;
}

// The rows of submissions, without sealing and signing: what only the database does.
class RowWriter {
 public:
  RowWriter(const fs::path& dir, EnvelopeRow row)
      : store_(std::move(*Store::open(dir, StoreUse::Create))), row_(std::move(row)) {}
  void commit() {
    row_.submission = random_id();
    row_.sequence = ++chain_.sequence;
    row_.receipt = row_.sequence;
    chain_.head = row_.sha256;
    const auto done = store_.in_transaction([this]() -> tl::expected<void, StoreError> {
      if (auto inserted = insert_envelope(store_, row_); !inserted) return inserted;
      return write_chain(store_, chain_);
    });
    base::check(done.has_value(), "the rows are committed");
  }
  void checkpoint() { store_.checkpoint(); }

 private:
  Store store_;
  EnvelopeRow row_;
  ChainRow chain_;
};

EnvelopeRow usual_row(Outbox& outbox, const base::Secret& payload) {
  base::check(outbox.submit(usual_submission(payload)).has_value(), "a submission");
  auto rows = outbox.store().prepare(
      "SELECT sequence, submission, sha256, waits_for, receipt, code, header, body, digest "
      "FROM envelope WHERE sequence = 1");
  base::check(*rows.step(), "its row");
  return envelope_at(rows);
}

Bytes bytes_of(const EnvelopeRow& row) {
  Bytes bytes = row.header;
  bytes.insert(bytes.end(), row.body.begin(), row.body.end());
  bytes.insert(bytes.end(), row.code.begin(), row.code.end());
  // Ids, hashes and numbers of the row.
  bytes.resize(bytes.size() + 32 + 32 + 32 + 3 * 8);
  return bytes;
}

// Rates of the reference and of the product, round by round.
Figure against(std::string name, const std::vector<double>& rates,
               const std::vector<double>& references, double aim) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < rates.size(); ++i) ratios.push_back(rates[i] / references[i]);
  // Two decimals: what lies closer together cannot be told apart by this measurement.
  const double ratio = std::round(median(ratios) * 100) / 100;
  return {std::move(name), median(rates), "1/s", median(references), ratio, aim};
}

Figure recorded(std::string name, double value, std::string unit) {
  return {std::move(name), value, std::move(unit), {}, {}, {}};
}

std::vector<Figure> measure() {
  const WorkFolder folder;
  PkiPlan plan;
  plan.pki_dir = folder.path() / "pki";
  plan.terminals = {{kTerminal, folder.path() / "terminal", {}}};
  plan.now = kNow;
  base::check(make_demo_pki(plan).has_value(), "certificates");
  const auto keys = load_terminal_keys(folder.path() / "terminal" / "keys");
  base::check(keys.has_value(), "keys");
  auto outbox = Outbox::open({folder.path() / "terminal", {}, "status.huimin.example"}, *keys);
  base::check(outbox.has_value(), "an outbox");

  const base::Secret payload = to_payload(usual_application());
  const EnvelopeRow row = usual_row(*outbox, payload);
  const Bytes bytes = bytes_of(row);
  RowWriter writer(folder.path() / "rows", row);
  AppendFile file(folder.path() / "append");
  const auto append = [&] { file.append(bytes); };
  const auto commit = [&] { writer.commit(); };
  const auto submit = [&] {
    base::check(outbox->submit(usual_submission(payload)).has_value(), "a submission");
  };

  for (int i = 0; i < kWarmUp; ++i) {
    append();
    commit();
    submit();
  }
  std::vector<double> appends, commits, submits;
  for (int i = 0; i < kRounds; ++i) {
    // As in a hall: the terminal moves pages while nobody waits.
    if (i % kRoundsBetweenIdle == 0) {
      writer.checkpoint();
      outbox->checkpoint();
    }
    appends.push_back(per_second(kPerRound, append));
    commits.push_back(per_second(kPerRound, commit));
    submits.push_back(per_second(kPerRound, submit));
  }

  const std::string header = to_json(*peek_header(row.header));
  SignerBook signers(keys->county.ca);
  base::check(signers.add(keys->terminal.certificate).has_value(), "a signer");
  ReceiptClaims claims;
  claims.number = {430522, 7, 321};
  claims.programme = "P08";
  return {
      against("commit of one submission's rows", commits, appends, 1.0),
      against("whole submission: seal, sign, code, commit, mark", submits, appends, 0.5),
      recorded("bytes of one submission", static_cast<double>(bytes.size()), "bytes"),
      recorded("seal", microseconds([&] { (void)seal(payload.text(), keys->county.recipient); }),
               "us"),
      recorded("sign", microseconds([&] { (void)sign(header, keys->terminal); }), "us"),
      recorded("receipt code",
               microseconds([&] { (void)make_receipt_token(claims, keys->terminal); }), "us"),
      recorded("verify an envelope", microseconds([&] {
                 base::check(verify_envelope(row.header, row.body, signers, kNow).has_value(),
                             "it verifies");
               }), "us"),
  };
}

bool is_met(const Figure& figure) { return !figure.aim || *figure.ratio >= *figure.aim; }

nlohmann::json json_of(const std::optional<double>& value) {
  return value ? nlohmann::json(*value) : nlohmann::json();
}

void write_json(const std::vector<Figure>& figures, const std::string& file) {
  nlohmann::json out;
  out["figures"] = nlohmann::json::array();
  for (const Figure& one : figures) {
    out["figures"].push_back({{"name", one.name},
                              {"value", one.value},
                              {"unit", one.unit},
                              {"reference", json_of(one.reference)},
                              {"ratio", json_of(one.ratio)},
                              {"aim", json_of(one.aim)},
                              {"met", is_met(one)}});
  }
  std::ofstream(file) << out.dump(1) << "\n";
}

}  // namespace

int main(int argc, char** argv) {
  std::string file;
  if (argc == 3 && std::string(argv[1]) == "--json") {
    file = argv[2];
  } else if (argc != 1) {
    std::fprintf(stderr, "usage: bench_queue [--json FILE]\n");
    return 2;
  }
  const std::vector<Figure> figures = measure();
  for (const Figure& one : figures) {
    std::printf("%-50s %10.1f %s", one.name.c_str(), one.value, one.unit.c_str());
    if (one.ratio) {
      std::printf("  reference %.1f  ratio %.2f (aim %.1f)", *one.reference, *one.ratio, *one.aim);
    }
    std::printf("\n");
  }
  if (!file.empty()) write_json(figures, file);
  return 0;
}
