// How far is it: a receipt scanned or typed, and what the county answers.

#include "kiosk/domain/utf8.h"
#include "kiosk/journey/resident/parts.h"

namespace huimin::journey::resident {
namespace {

using event::Verdict;
using screens::view::Problem;
using screens::view::ReceiptProblem;

constexpr int kMostTypedReceipt = 40;
constexpr std::size_t kReceiptDigits = 17;
// A code of ours has at most some 400 digits; whatever is longer need not be carried about.
constexpr std::size_t kMostScanned = 4096;

State ask_county(Turn& turn, domain::ReceiptNumber receipt) {
  turn.ask_for(effect::AskStatus{receipt});
  return state::AskingCounty{receipt, turn.at.mono};
}

// Nothing: the receipt may be asked for.
std::optional<ReceiptProblem> problem_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::True:
    case Verdict::TrueBeforeWithdrawal: return std::nullopt;
    case Verdict::MadeAfterWithdrawal: return ReceiptProblem::MadeAfterWithdrawal;
    case Verdict::UnknownTerminal: return ReceiptProblem::UnknownTerminal;
    case Verdict::Altered: return ReceiptProblem::Altered;
    case Verdict::NotAReceipt: return ReceiptProblem::NotAReceipt;
  }
  return ReceiptProblem::NotAReceipt;
}

Problem problem_of_typed(std::string_view typed) {
  const std::string digits = domain::without_separators(typed);
  if (digits.empty()) return Problem::Missing;
  const bool has_form = domain::all_digits(digits) && digits.size() == kReceiptDigits;
  return has_form ? Problem::ReceiptCheckDigits : Problem::ReceiptForm;
}

Next number_given(Turn& turn, const state::TypeReceipt& here) {
  if (const auto receipt = domain::parse_receipt_number(here.typed)) {
    return ask_county(turn, *receipt);
  }
  return state::TypeReceipt{here.typed, problem_of_typed(here.typed)};
}

// What this terminal itself knows of a receipt that has not left it.
state::Status kept_here(const event::StatusKeptHere& kept) {
  state::Status status;
  status.receipt = kept.receipt;
  status.reached_county = false;
  status.status.programme = kProgramme;
  status.status.events.push_back({domain::Stage::Submitted, kept.kept_at, {}, {}});
  status.status.as_of = kept.kept_at;
  return status;
}

Next print_status(Turn& turn, const state::Status& here) {
  if (here.job != 0 || !here.reached_county || !can_print(turn.now.printer)) return std::nullopt;
  state::Status next = here;
  next.job = turn.new_job();
  const auto language = turn.now.comfort.language;
  turn.ask_for(effect::PrintStatus{next.job, here.receipt, here.status, language});
  return next;
}

Next slip_ended(const state::Status& here, std::uint64_t job) {
  if (here.job == 0 || here.job != job) return std::nullopt;
  state::Status next = here;
  next.job = 0;
  return next;
}

}  // namespace

Next on(Turn&, const state::ScanReceipt&, Act act) {
  if (act == Act::TypeReceipt) return state::TypeReceipt{};
  if (act == Act::Back) return state::Home{};
  return std::nullopt;
}

Next on(Turn& turn, const state::ScanReceipt& here, const event::Scanned& line) {
  if (here.checking || turn.now.cover != Cover::None) return std::nullopt;
  turn.ask_for(effect::CheckReceipt{line.text.substr(0, kMostScanned)});
  return state::ScanReceipt{/*checking=*/true};
}

Next on(Turn& turn, const state::ScanReceipt& here, const event::ReceiptChecked& checked) {
  if (!here.checking) return std::nullopt;
  if (const auto problem = problem_of(checked.verdict)) return state::ReceiptRefused{*problem, {}};
  if (!checked.receipt) return state::ReceiptRefused{ReceiptProblem::NotAReceipt, {}};
  return ask_county(turn, *checked.receipt);
}

Next on(Turn& turn, const state::TypeReceipt& here, Act act) {
  if (act == Act::Next) return number_given(turn, here);
  if (act == Act::Back || act == Act::ScanReceipt) return state::ScanReceipt{};
  return std::nullopt;
}

Next on(Turn&, const state::TypeReceipt&, const intent::Edit& edit) {
  auto typed = taken(edit.value, kMostTypedReceipt);
  if (edit.field != screens::view::Field::ReceiptNumber || !typed) return std::nullopt;
  state::TypeReceipt next{std::move(*typed), std::nullopt};
  const std::string digits = domain::without_separators(next.typed);
  if (!digits.empty() && !domain::all_digits(digits)) next.problem = Problem::ReceiptForm;
  return next;
}

Next on(Turn&, const state::AskingCounty&, Act act) {
  if (act == Act::Back) return state::ScanReceipt{};
  return std::nullopt;
}

Next on(Turn&, const state::AskingCounty& here, const event::StatusArrived& e) {
  if (e.receipt != here.receipt) return std::nullopt;
  return state::Status{e.receipt, e.status, /*reached_county=*/true, e.fresh};
}

Next on(Turn&, const state::AskingCounty& here, const event::StatusKeptHere& e) {
  if (e.receipt != here.receipt) return std::nullopt;
  return kept_here(e);
}

Next on(Turn&, const state::AskingCounty& here, const event::StatusFailed& e) {
  if (e.receipt != here.receipt) return std::nullopt;
  const bool unknown = e.fault == event::StatusFault::NotKnown;
  return state::ReceiptRefused{
      unknown ? ReceiptProblem::NotKnownToCounty : ReceiptProblem::NoAnswer, here.receipt};
}

Next on(Turn& turn, const state::ReceiptRefused& here, Act act) {
  if (act == Act::ScanReceipt || act == Act::Back) return state::ScanReceipt{};
  if (act == Act::TypeReceipt) return state::TypeReceipt{};
  if (act == Act::AnotherMatter) return another_matter(turn);
  if (act == Act::Done) return leave(turn);
  const bool may_ask_again = here.problem == ReceiptProblem::NoAnswer && here.receipt;
  if (act == Act::TryAgain && may_ask_again) return ask_county(turn, *here.receipt);
  return std::nullopt;
}

Next on(Turn& turn, const state::Status& here, Act act) {
  if (act == Act::PrintAgain) return print_status(turn, here);
  if (act == Act::Back) return state::ScanReceipt{};
  if (act == Act::AnotherMatter) return another_matter(turn);
  if (act == Act::Done) return leave(turn);
  return std::nullopt;
}

// The last known was shown first; now the county has answered after all.
Next on(Turn&, const state::Status& here, const event::StatusArrived& e) {
  if (e.receipt != here.receipt || !e.fresh) return std::nullopt;
  return state::Status{e.receipt, e.status, /*reached_county=*/true, e.fresh, here.job};
}

Next on(Turn&, const state::Status& here, const event::Printed& e) {
  return slip_ended(here, e.job);
}
Next on(Turn&, const state::Status& here, const event::PrintStopped& e) {
  return slip_ended(here, e.job);
}
Next on(Turn&, const state::Status& here, const event::PrintUnknown& e) {
  return slip_ended(here, e.job);
}

}  // namespace huimin::journey::resident
