#include "kiosk/queue/payload.h"

#include <algorithm>
#include <cmath>

#include "kiosk/queue/json_fields.h"

namespace huimin::queue {
namespace {

constexpr std::size_t kTextMost = 16'000;  // bytes of one free text
constexpr std::size_t kIdMost = 100;       // bytes of an id of a catalogue
constexpr std::size_t kMembersMost = 19;   // a household of 20, the applicant counted
constexpr std::size_t kListMost = 200;
constexpr std::size_t kInkMost = 200'000;  // numbers of all strokes, three a point
constexpr std::int64_t kMicrometresMost = 2'000'000;  // no pad is wider than two metres

// Ink travels in micrometres: integers are the same everywhere.
std::int64_t micrometres(float mm) {
  const float bounded = std::isfinite(mm) ? std::clamp(mm, -2000.0F, 2000.0F) : 0.0F;
  return std::llround(static_cast<double>(bounded) * 1000.0);
}
float millimetres(std::int64_t um) { return static_cast<float>(static_cast<double>(um) / 1000.0); }

void write_account(JsonWriter& out, const domain::Account& account) {
  out.begin_object()
      .field("bank", account.bank.text())
      .key("luhn_failed").flag(account.luhn_failed)
      .field("number", account.number.text())
      .key("wanted").flag(account.wanted)
      .end_object();
}

void write_applicant(JsonWriter& out, const domain::Applicant& applicant) {
  out.begin_object()
      .field("address", applicant.address.text())
      .field("by", std::int64_t{static_cast<std::uint8_t>(applicant.by)})
      .key("id_check_failed").flag(applicant.id_check_failed)
      .field("id_number", applicant.id_number.text())
      .field("name", applicant.name.text())
      .field("phone", applicant.phone.text())
      .end_object();
}

void write_members(JsonWriter& out, const std::vector<domain::Member>& members) {
  out.begin_list();
  for (const domain::Member& one : members) {
    out.begin_object().key("age");
    if (one.age) {
      out.value(std::int64_t{*one.age});
    } else {
      out.null();
    }
    out.field("relation", one.relation).end_object();
  }
  out.end_list();
}

void write_papers(JsonWriter& out, const std::vector<domain::PaperAnswer>& papers) {
  out.begin_list();
  for (const domain::PaperAnswer& one : papers) {
    out.begin_object()
        .field("paper", one.paper)
        .field("state", std::int64_t{static_cast<std::uint8_t>(one.state)})
        .end_object();
  }
  out.end_list();
}

void write_place(JsonWriter& out, const domain::Place& place) {
  out.begin_object().field("detail", place.detail.text()).key("division");
  if (place.division) {
    out.value(place.division->digits());
  } else {
    out.null();
  }
  out.end_object();
}

void write_signature(JsonWriter& out, const domain::Signature& signature) {
  out.begin_object()
      .field("by", std::int64_t{static_cast<std::uint8_t>(signature.by)})
      .key("strokes").begin_list();
  for (const domain::InkStroke& stroke : signature.strokes) {
    out.begin_list();
    for (const domain::InkPoint& point : stroke) {
      out.value(micrometres(point.x_mm))
          .value(micrometres(point.y_mm))
          .value(std::int64_t{point.at_ms});
    }
    out.end_list();
  }
  out.end_list().end_object();
}

void write_application(JsonWriter& out, const domain::Application& made) {
  out.begin_object().key("account");
  write_account(out, made.account);
  out.key("applicant");
  write_applicant(out, made.applicant);
  out.field("event", made.event)
      .field("household_size", std::int64_t{made.household_size})
      .field("lane", made.lane)
      .field("language", made.language)
      .key("members");
  write_members(out, made.members);
  out.field("needed_fen", made.needed.fen).key("papers");
  write_papers(out, made.papers);
  out.key("place");
  write_place(out, made.place);
  out.field("pledge_version", made.pledge_version)
      .field("privacy_notice_version", made.privacy_notice_version)
      .field("programme", made.programme)
      .field("programme_version", made.programme_version)
      .key("signature");
  write_signature(out, made.signature);
  out.field("signed_mono_ms", std::int64_t{made.signed_at.mono.time_since_epoch().count()})
      .field("signed_wall_ms", wall_ms(made.signed_at.wall))
      .field("spent_fen", made.spent.fen)
      .field("story", made.story.text())
      .end_object();
}

base::Secret secret(JsonReader& in, std::string_view key, std::size_t most = kTextMost) {
  return base::Secret(in.text(key, most));
}

template <class Enum>
Enum choice(JsonReader& in, std::string_view key, Enum last) {
  return static_cast<Enum>(in.integer(key, 1, static_cast<std::int64_t>(last)));
}

domain::Account read_account(JsonReader in) {
  domain::Account account;
  account.bank = secret(in, "bank");
  account.luhn_failed = in.flag("luhn_failed");
  account.number = secret(in, "number");
  account.wanted = in.flag("wanted");
  if (!in.is_good()) in.reject();
  return account;
}

domain::Applicant read_applicant(JsonReader in) {
  domain::Applicant applicant;
  applicant.address = secret(in, "address");
  applicant.by = choice(in, "by", domain::IdentifiedBy::NameOnly);
  applicant.id_check_failed = in.flag("id_check_failed");
  applicant.id_number = secret(in, "id_number");
  applicant.name = secret(in, "name");
  applicant.phone = secret(in, "phone");
  if (!in.is_good()) in.reject();
  return applicant;
}

std::vector<domain::Member> read_members(JsonReader& in) {
  std::vector<domain::Member> members;
  for (JsonReader& one : in.objects("members", kMembersMost)) {
    domain::Member& member = members.emplace_back();
    if (!one.is_null("age")) member.age = static_cast<int>(one.integer("age", 0, 150));
    member.relation = one.text("relation", kIdMost);
    if (!one.is_good()) in.reject();
  }
  return members;
}

std::vector<domain::PaperAnswer> read_papers(JsonReader& in) {
  std::vector<domain::PaperAnswer> papers;
  for (JsonReader& one : in.objects("papers", kListMost)) {
    domain::PaperAnswer& answer = papers.emplace_back();
    answer.paper = one.text("paper", kIdMost);
    answer.state = choice(one, "state", domain::PaperState::Later);
    if (!one.is_good()) in.reject();
  }
  return papers;
}

domain::Place read_place(JsonReader in) {
  domain::Place place;
  place.detail = secret(in, "detail");
  if (!in.is_null("division")) {
    place.division = domain::Division::parse(in.text("division", 12));
    if (!place.division) in.reject();
  }
  if (!in.is_good()) in.reject();
  return place;
}

domain::Signature read_signature(JsonReader in) {
  domain::Signature signature;
  signature.by = choice(in, "by", domain::SignedBy::StaffWitness);
  const auto in_range = [](std::int64_t number, std::int64_t least, std::int64_t most) {
    return number >= least && number <= most;
  };
  for (const auto& numbers : in.integer_lists("strokes", kInkMost)) {
    domain::InkStroke& stroke = signature.strokes.emplace_back();
    if (numbers.size() % 3 != 0) in.reject();
    for (std::size_t i = 0; i + 2 < numbers.size(); i += 3) {
      if (!in_range(numbers[i], -kMicrometresMost, kMicrometresMost) ||
          !in_range(numbers[i + 1], -kMicrometresMost, kMicrometresMost) ||
          !in_range(numbers[i + 2], 0, UINT32_MAX)) {
        in.reject();
        return signature;
      }
      stroke.push_back({millimetres(numbers[i]), millimetres(numbers[i + 1]),
                        static_cast<std::uint32_t>(numbers[i + 2])});
    }
  }
  if (!in.is_good()) in.reject();
  return signature;
}

domain::Application read_application(JsonReader in) {
  domain::Application made;
  made.account = read_account(in.object("account"));
  made.applicant = read_applicant(in.object("applicant"));
  made.event = in.text("event", kIdMost);
  made.household_size = static_cast<int>(in.integer("household_size", 1, 20));
  made.lane = in.text("lane", kIdMost);
  made.language = in.text("language", kIdMost);
  made.members = read_members(in);
  made.needed.fen = in.integer("needed_fen", 0, domain::kMoneyMost.fen);
  made.papers = read_papers(in);
  made.place = read_place(in.object("place"));
  made.pledge_version = in.text("pledge_version", kIdMost);
  made.privacy_notice_version = in.text("privacy_notice_version", kIdMost);
  made.programme = in.text("programme", 8);
  made.programme_version = in.text("programme_version", kIdMost);
  made.signature = read_signature(in.object("signature"));
  made.signed_at.mono =
      base::MonoTime{base::milliseconds{in.integer("signed_mono_ms", 0, kNumberMost)}};
  made.signed_at.wall = read_wall(in, "signed_wall_ms");
  made.spent.fen = in.integer("spent_fen", 0, domain::kMoneyMost.fen);
  made.story = secret(in, "story");
  if (!in.is_good()) in.reject();
  return made;
}

std::vector<SessionEvent> read_events(JsonReader& in) {
  std::vector<SessionEvent> events;
  for (JsonReader& one : in.objects("events", kSessionEventsMost)) {
    SessionEvent& event = events.emplace_back();
    event.after_ms = one.integer("after_ms", 0, kNumberMost);
    event.name = one.text("name", kIdMost);
    if (!one.is_good()) in.reject();
  }
  return events;
}

}  // namespace

std::string_view name_of(PayloadError error) {
  switch (error) {
    case PayloadError::NotJson: return "not a JSON object";
    case PayloadError::Schema: return "another version of the schema";
    case PayloadError::Field: return "a field is missing, unknown or out of range";
  }
  return "";
}

base::Secret to_payload(const ApplicationPayload& payload) {
  // Larger than any application, so that no half-written copy stays behind in freed memory.
  JsonWriter out(64U << 10);
  out.begin_object().key("application");
  write_application(out, payload.application);
  out.key("events").begin_list();
  for (std::size_t i = 0; i < std::min(payload.events.size(), kSessionEventsMost); ++i) {
    const SessionEvent& event = payload.events[i];
    out.begin_object().field("after_ms", event.after_ms).field("name", event.name).end_object();
  }
  out.end_list().field("schema", std::int64_t{kPayloadSchema}).end_object();
  return base::Secret(out.take());
}

tl::expected<ApplicationPayload, PayloadError> parse_payload(std::string_view json) {
  auto in = JsonReader::parse(json);
  if (!in) return tl::unexpected(PayloadError::NotJson);
  if (in->integer("schema", INT64_MIN, INT64_MAX) != kPayloadSchema) {
    return tl::unexpected(PayloadError::Schema);
  }
  ApplicationPayload payload{read_application(in->object("application")), read_events(*in)};
  if (!in->is_good()) return tl::unexpected(PayloadError::Field);
  return payload;
}

}  // namespace huimin::queue
