#include "kiosk/journey/resident/shown.h"

#include "kiosk/domain/civil_date.h"
#include "kiosk/domain/utf8.h"
#include "kiosk/journey/resident/turn.h"

namespace huimin::journey::resident {
namespace {

constexpr int kChapters = 7;
constexpr std::size_t kPhoneHead = 3;
constexpr std::size_t kTail = 4;

}  // namespace

catalogue::Lang lang_of(const view::Comfort& comfort) {
  return comfort.language == view::Language::English ? catalogue::Lang::En : catalogue::Lang::Zh;
}

bool is_signalled(const Resident& now) {
  return now.call && now.call->summons == view::Summons::Raised;
}

catalogue::Lang Scene::lang() const { return lang_of(now.comfort); }

std::string masked_name(std::string_view name) {
  if (name.empty()) return {};
  std::string_view rest = name;
  if (!domain::take_character(rest)) return "*";
  return std::string(name.substr(0, name.size() - rest.size())) + "*";
}

std::string masked_phone(std::string_view digits) {
  if (digits.empty()) return {};
  if (digits.size() < kPhoneHead + 2 * kTail - 1) return "****";
  const std::string stars(digits.size() - kPhoneHead - kTail, '*');
  return std::string(digits.substr(0, kPhoneHead)) + stars +
         std::string(digits.substr(digits.size() - kTail));
}

std::string last_four(std::string_view number) {
  if (number.empty()) return {};
  return number.size() < 2 * kTail ? "****" : std::string(number.substr(number.size() - kTail));
}

view::LocalTime local_time(base::WallTime wall) {
  view::LocalTime shown;
  shown.certain = base::is_plausible(wall);
  if (!shown.certain) return shown;  // no figure that somebody could believe (case C14)
  const domain::CivilTime local = domain::to_local(wall);
  shown.year = static_cast<int>(local.date.year());
  shown.month = static_cast<int>(static_cast<unsigned>(local.date.month()));
  shown.day = static_cast<int>(static_cast<unsigned>(local.date.day()));
  shown.weekday = static_cast<int>(domain::weekday_of(local.date).c_encoding());
  shown.hour = local.hour;
  shown.minute = local.minute;
  return shown;
}

view::Day day_of(const domain::Deadline& deadline) {
  if (!deadline.date.ok()) return {0, 0, 0, /*certain=*/false};
  return {static_cast<int>(deadline.date.year()),
          static_cast<int>(static_cast<unsigned>(deadline.date.month())),
          static_cast<int>(static_cast<unsigned>(deadline.date.day())), deadline.certain};
}

view::Progress progress(view::Chapter chapter) {
  return {static_cast<int>(chapter) + 1, kChapters, chapter};
}

view::PrinterTrouble trouble_of(PrinterState printer) {
  switch (printer) {
    case PrinterState::Gone: return view::PrinterTrouble::Gone;
    case PrinterState::CoverOpen: return view::PrinterTrouble::CoverOpen;
    case PrinterState::Ready:
    case PrinterState::PaperLow:
    case PrinterState::PaperOut: break;
  }
  return view::PrinterTrouble::PaperOut;
}

view::Typed typed(view::Field field, std::string_view value) {
  view::Typed shown;
  shown.field = field;
  shown.value = value;
  shown.active = true;
  shown.length = count_characters(value);
  return shown;
}

}  // namespace huimin::journey::resident
