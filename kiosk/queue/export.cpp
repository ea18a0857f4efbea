#include "kiosk/queue/export.h"

#include <optional>

#include "kiosk/queue/envelope.h"
#include "kiosk/queue/files.h"
#include "kiosk/queue/rows.h"

namespace huimin::queue {
namespace {

constexpr mode_t kFileMode = 0644;

using Files = std::vector<std::filesystem::path>;

tl::unexpected<ExportProblem> problem(ExportError error, const std::filesystem::path& path) {
  return tl::unexpected(ExportProblem{error, path.string()});
}

// Writes one file after the other and remembers the first that could not be written.
class Exporter {
 public:
  explicit Exporter(const std::filesystem::path& dir) : dir_(dir) {}
  void write(const std::string& name, std::string_view content) {
    if (failed_) return;
    if (write_file(dir_ / name, content, kFileMode)) {
      files_.push_back(dir_ / name);
    } else {
      failed_ = dir_ / name;
    }
  }
  tl::expected<Files, ExportProblem> finish() {
    if (failed_) return problem(ExportError::CannotWrite, *failed_);
    return std::move(files_);
  }

 private:
  std::filesystem::path dir_;
  Files files_;
  std::optional<std::filesystem::path> failed_;
};

// The certificate that signed: an envelope may be older than the terminal's present one.
std::optional<Certificate> find_signer(Store& store, ByteView header_p7s) {
  const auto wanted = signer_of(header_p7s);
  if (!wanted) return std::nullopt;
  auto rows = store.prepare("SELECT certificate FROM signer");
  for (auto row = rows.step(); row && *row; row = rows.step()) {
    const auto certificate = Certificate::from_der(rows.blob(0));
    if (certificate && certificate->id() == *wanted) return *certificate;
  }
  return std::nullopt;
}

std::optional<Bytes> find_attachment(Store& store, const Hash& sealed) {
  auto rows = store.prepare("SELECT sealed FROM attachment WHERE sha256 = ?");
  const auto found = rows.bind(1, ByteView(sealed)).step();
  if (!found || !*found) return std::nullopt;
  return rows.blob(0);
}

std::optional<EnvelopeRow> find_envelope(Store& store, std::uint64_t sequence) {
  auto rows = store.prepare(
      "SELECT sequence, submission, sha256, waits_for, receipt, code, header, body, digest "
      "FROM envelope WHERE sequence = ?");
  const auto found = rows.bind(1, static_cast<std::int64_t>(sequence)).step();
  if (!found || !*found) return std::nullopt;
  return envelope_at(rows);
}

}  // namespace

std::string_view name_of(ExportError error) {
  switch (error) {
    case ExportError::CannotOpen: return "the queue cannot be opened";
    case ExportError::NoSuchEnvelope: return "no such envelope";
    case ExportError::CannotWrite: return "cannot be written";
  }
  return "";
}

tl::expected<Files, ExportProblem> export_envelope(const std::filesystem::path& state_dir,
                                                   std::uint64_t sequence,
                                                   const std::filesystem::path& out_dir) {
  const auto file = state_dir / kQueueFile;
  auto store = Store::open_for_reading(state_dir);
  if (!store) return problem(ExportError::CannotOpen, store.error().path);
  const auto row = find_envelope(*store, sequence);
  if (!row) return problem(ExportError::NoSuchEnvelope, file);
  std::error_code error;
  std::filesystem::create_directories(out_dir, error);
  if (error) return problem(ExportError::CannotWrite, out_dir);

  Exporter out(out_dir);
  out.write("header.p7s", text_of(row->header));
  out.write("body.p7m", text_of(row->body));
  // A tampered row is exported too, as evidence: what cannot be read of it is left out.
  if (const auto header = peek_header(row->header)) {
    int number = 0;
    for (const AttachmentEntry& one : header->attachments) {
      ++number;
      const auto sealed = find_attachment(*store, one.sha256);
      const std::string name = "attachment-" + std::to_string(number) + ".p7m";
      if (sealed) out.write(name, text_of(*sealed));
    }
  }
  if (const auto signer = find_signer(*store, row->header)) {
    out.write("terminal.pem", signer->pem());
  }
  if (const auto ca = load_certificate(state_dir / "keys" / "ca.pem")) {
    out.write("ca.pem", ca->pem());
  }
  return out.finish();
}

}  // namespace huimin::queue
