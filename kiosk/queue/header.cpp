#include "kiosk/queue/header.h"

#include <algorithm>
#include <array>

#include "kiosk/queue/json_fields.h"

namespace huimin::queue {
namespace {

constexpr std::size_t kAttachmentsMost = 64;

struct KindName {
  Kind kind;
  std::string_view name;
};
constexpr std::array kKindNames = {
    KindName{Kind::Application, "application"},     KindName{Kind::Supplement, "supplement"},
    KindName{Kind::Authorisation, "authorisation"}, KindName{Kind::Withdrawal, "withdrawal"},
    KindName{Kind::Feedback, "feedback"},           KindName{Kind::StaffAction, "staff-action"},
    KindName{Kind::Readiness, "readiness"},
};

std::vector<AttachmentEntry> read_attachments(JsonReader& in) {
  std::vector<AttachmentEntry> out;
  for (JsonReader& one : in.objects("attachments", kAttachmentsMost)) {
    AttachmentEntry entry;
    entry.sha256 = read_hash(one, "sha256");
    entry.size = read_count(one, "size", 1, kSizeMost);
    entry.type = one.text("type", 100);
    if (!one.is_good()) in.reject();
    out.push_back(std::move(entry));
  }
  return out;
}

Kind read_kind(JsonReader& in) {
  const auto kind = kind_from_name(in.text("kind", 40));
  if (!kind) in.reject();
  return kind.value_or(Kind::Application);
}

Header read_fields(JsonReader& in) {
  Header header;
  header.attachments = read_attachments(in);
  header.body_sha256 = read_hash(in, "body_sha256");
  header.body_size = read_count(in, "body_size", 1, kSizeMost);
  header.catalogue_version = in.text("catalogue_version", 40);
  header.clock_certain = in.flag("clock_certain");
  header.created_mono_ms = in.integer("created_mono_ms", 0, kNumberMost);
  header.created_wall = read_wall(in, "created_wall_ms");
  header.epoch = read_epoch(in, "epoch");
  header.epoch_start = read_count(in, "epoch_start", 1);
  header.kind = read_kind(in);
  header.previous = read_hash(in, "previous");
  header.programme = in.text("programme", 8);
  header.receipt = read_receipt(in, "receipt");
  header.sequence = read_count(in, "sequence", 1);
  header.software = in.text("software", 40);
  header.terminal = in.text("terminal", 10);
  if (header.epoch_start > header.sequence) in.reject();
  if (gets_receipt(header.kind) != header.receipt.has_value()) in.reject();
  return header;
}

}  // namespace

std::string_view name_of(Kind kind) { return kKindNames[static_cast<std::size_t>(kind)].name; }

std::optional<Kind> kind_from_name(std::string_view name) {
  for (const KindName& one : kKindNames) {
    if (one.name == name) return one.kind;
  }
  return std::nullopt;
}

bool gets_receipt(Kind kind) {
  switch (kind) {
    case Kind::Application:
    case Kind::Supplement:
    case Kind::Authorisation:
    case Kind::Withdrawal: return true;
    case Kind::Feedback:
    case Kind::StaffAction:
    case Kind::Readiness: return false;
  }
  return false;
}

std::string_view name_of(HeaderError error) {
  switch (error) {
    case HeaderError::NotJson: return "not a JSON object";
    case HeaderError::NotCanonical: return "not in canonical form";
    case HeaderError::Format: return "a format of another version";
    case HeaderError::Suite: return "another suite of algorithms";
    case HeaderError::Field: return "a field is missing, unknown or out of range";
  }
  return "";
}

std::string to_json(const Header& header) {
  JsonWriter out;
  out.begin_object().key("attachments").begin_list();
  for (const AttachmentEntry& one : header.attachments) {
    out.begin_object()
        .field("sha256", hex(one.sha256))
        .field("size", signed_of(one.size))
        .field("type", one.type)
        .end_object();
  }
  out.end_list()
      .field("body_sha256", hex(header.body_sha256))
      .field("body_size", signed_of(header.body_size))
      .field("catalogue_version", header.catalogue_version)
      .key("clock_certain").flag(header.clock_certain)
      .field("created_mono_ms", header.created_mono_ms)
      .field("created_wall_ms", wall_ms(header.created_wall))
      .field("epoch", hex(header.epoch))
      .field("epoch_start", signed_of(header.epoch_start))
      .field("format", std::int64_t{kHeaderFormat})
      .field("kind", name_of(header.kind))
      .field("previous", hex(header.previous))
      .field("programme", header.programme)
      .key("receipt");
  write_receipt(out, header.receipt);
  out.field("sequence", signed_of(header.sequence))
      .field("software", header.software)
      .field("suite", kSuite)
      .field("terminal", header.terminal)
      .end_object();
  return out.take();
}

tl::expected<Header, HeaderError> parse_header(std::string_view json) {
  auto in = JsonReader::parse(json);
  if (!in) return tl::unexpected(HeaderError::NotJson);
  const std::int64_t format = in->integer("format", INT64_MIN, INT64_MAX);
  const std::string suite = in->text("suite", 100);
  if (format != kHeaderFormat) return tl::unexpected(HeaderError::Format);
  if (suite != kSuite) return tl::unexpected(HeaderError::Suite);
  Header header = read_fields(*in);
  if (!in->is_good()) return tl::unexpected(HeaderError::Field);
  // One meaning has one form, so that its hash names it.
  if (to_json(header) != json) return tl::unexpected(HeaderError::NotCanonical);
  return header;
}

Hash envelope_hash(const Header& header) { return sha256(to_json(header)); }

}  // namespace huimin::queue
