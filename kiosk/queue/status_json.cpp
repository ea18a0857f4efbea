#include "kiosk/queue/status_json.h"

#include "kiosk/queue/json_fields.h"
#include "kiosk/queue/status_fields.h"

namespace huimin::queue {
namespace {

constexpr std::size_t kNameMost = 300;  // bytes of a unit, an official, a phone number
constexpr std::size_t kEventsMost = 200;

void write_events(JsonWriter& out, const std::vector<domain::PublicEvent>& events) {
  out.begin_list();
  for (const domain::PublicEvent& one : events) {
    out.begin_object()
        .field("at_ms", wall_ms(one.at))
        .field("official", one.official)
        .field("stage", std::int64_t{static_cast<std::uint8_t>(one.stage)})
        .field("unit", one.unit)
        .end_object();
  }
  out.end_list();
}

domain::Stage read_stage(JsonReader& in) {
  const auto stage = domain::stage_from_code(static_cast<int>(in.integer("stage", 0, 255)));
  if (!stage) in.reject();
  return stage.value_or(domain::Stage::Submitted);
}

std::vector<domain::PublicEvent> read_events(JsonReader& in) {
  std::vector<domain::PublicEvent> events;
  for (JsonReader& one : in.objects("events", kEventsMost)) {
    domain::PublicEvent& event = events.emplace_back();
    event.at = read_wall(one, "at_ms");
    event.official = one.text("official", kNameMost);
    event.stage = read_stage(one);
    event.unit = one.text("unit", kNameMost);
    if (!one.is_good()) in.reject();
  }
  return events;
}

std::optional<domain::Deadline> read_latest(JsonReader& in) {
  const bool certain = in.flag("latest_certain");
  if (in.is_null("latest")) return std::nullopt;
  const domain::CivilDate date = domain::parse_iso_date(in.text("latest", 10));
  if (!date.ok()) in.reject();
  return domain::Deadline{date, certain};
}

}  // namespace

void write_status(JsonWriter& out, const domain::PublicStatus& status) {
  out.begin_object()
      .field("as_of_ms", wall_ms(status.as_of))
      .field("case_no", status.case_no)
      .key("events");
  write_events(out, status.events);
  out.key("latest");
  if (status.latest) {
    out.value(domain::iso(status.latest->date));
  } else {
    out.null();
  }
  out.key("latest_certain").flag(!status.latest || status.latest->certain)
      .field("limit_days", std::int64_t{status.limit_days})
      .key("limit_in_working_days").flag(status.limit_unit == domain::DayUnit::WorkingDay)
      .field("now_official", status.now_official)
      .field("now_phone", status.now_phone)
      .field("now_unit", status.now_unit)
      .field("programme", status.programme)
      .field("stage", std::int64_t{static_cast<std::uint8_t>(status.stage)})
      .field("supervision_phone", status.supervision_phone)
      .field("used_days", std::int64_t{status.used_days})
      .end_object();
}

domain::PublicStatus read_status(JsonReader in) {
  domain::PublicStatus status;
  status.as_of = read_wall(in, "as_of_ms");
  status.case_no = in.text("case_no", 100);
  status.events = read_events(in);
  status.latest = read_latest(in);
  status.limit_days = static_cast<int>(in.integer("limit_days", 0, 10'000));
  status.limit_unit = in.flag("limit_in_working_days") ? domain::DayUnit::WorkingDay
                                                       : domain::DayUnit::CalendarDay;
  status.now_official = in.text("now_official", kNameMost);
  status.now_phone = in.text("now_phone", kNameMost);
  status.now_unit = in.text("now_unit", kNameMost);
  status.programme = in.text("programme", 8);
  status.stage = read_stage(in);
  status.supervision_phone = in.text("supervision_phone", kNameMost);
  status.used_days = static_cast<int>(in.integer("used_days", 0, 10'000));
  if (!in.is_good()) in.reject();
  return status;
}

std::string to_status_json(const domain::PublicStatus& status) {
  JsonWriter out;
  write_status(out, status);
  return out.take();
}

tl::expected<domain::PublicStatus, PayloadError> parse_status_json(std::string_view json) {
  auto in = JsonReader::parse(json);
  if (!in) return tl::unexpected(PayloadError::NotJson);
  domain::PublicStatus status = read_status(*in);
  if (!in->is_good()) return tl::unexpected(PayloadError::Field);
  return status;
}

}  // namespace huimin::queue
