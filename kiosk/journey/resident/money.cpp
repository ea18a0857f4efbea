// What is needed and was spent, where it should go, and how to reach the person.

#include <algorithm>

#include "kiosk/domain/utf8.h"
#include "kiosk/journey/resident/parts.h"
#include "kiosk/journey/resident/road.h"

namespace huimin::journey::resident {
namespace {

using domain::Money;
using domain::MoneyError;
using screens::view::Field;
using screens::view::Problem;

constexpr int kMostTypedAmount = 24;
constexpr int kMostTypedAccount = 48;
constexpr int kMostTypedPhone = 24;
// Policy 6.6: bank cards have 16 to 19 digits and those of China begin with 62; passbooks vary.
constexpr std::size_t kShortestAccount = 8;
constexpr std::size_t kLongestAccount = 32;

Problem problem_of(MoneyError error) {
  switch (error) {
    case MoneyError::Empty: return Problem::Missing;
    case MoneyError::NotDigits: return Problem::AmountDigits;
    case MoneyError::TooManyDecimals: return Problem::AmountDecimals;
    case MoneyError::TooLarge: return Problem::AmountLarge;
  }
  return Problem::AmountDigits;
}

std::optional<Problem> problem_while_typing(std::string_view typed) {
  const auto money = domain::parse_yuan(typed);
  if (money || money.error() == MoneyError::Empty) return std::nullopt;
  return problem_of(money.error());
}

struct Amount {
  Money money;
  std::optional<Problem> problem;
};

Amount amount_of(const base::Secret& typed, Money when_empty) {
  const auto money = domain::parse_yuan(typed.text());
  if (money) return {*money, std::nullopt};
  if (money.error() == MoneyError::Empty) return {when_empty, std::nullopt};
  return {{}, problem_of(money.error())};
}

Next amounts_given(Turn& turn, const state::MoneyAsked& here) {
  Amount needed = amount_of(here.draft.needed_typed, Money{});
  // Nothing spent so far is an answer; nothing needed is none.
  if (!needed.problem && needed.money == Money{}) needed.problem = Problem::Missing;
  const Amount spent = amount_of(here.draft.spent_typed, Money{});
  if (needed.problem || spent.problem) {
    return state::MoneyAsked{here.draft, needed.problem ? Field::Needed : Field::Spent,
                             needed.problem, spent.problem};
  }
  Draft draft = here.draft;
  draft.application.needed = needed.money;
  draft.application.spent = spent.money;
  return after(turn, Question::Money, std::move(draft));
}

bool looks_like_a_card(const std::string& digits) {
  return digits.size() >= 16 && digits.size() <= 19 && digits.starts_with("62");
}

std::optional<Problem> problem_of_account(const std::string& digits) {
  if (digits.empty()) return Problem::Missing;
  if (!domain::all_digits(digits)) return Problem::AccountDigits;
  const bool fits = digits.size() >= kShortestAccount && digits.size() <= kLongestAccount;
  return fits ? std::nullopt : std::optional(Problem::AccountLength);
}

Next account_given(Turn& turn, const state::AccountAsked& here) {
  domain::Account account;
  account.wanted = here.draft.account_wanted;
  if (account.wanted) {
    const std::string digits = domain::without_separators(here.draft.account_typed.text());
    if (const auto problem = problem_of_account(digits)) {
      return state::AccountAsked{here.draft, problem};
    }
    account.number = base::Secret(digits);
    account.luhn_failed = looks_like_a_card(digits) && !domain::passes_luhn(digits);
    if (account.luhn_failed && !here.warned) {
      return state::AccountAsked{here.draft, Problem::AccountCheckDigit, /*warned=*/true};
    }
  }
  Draft draft = here.draft;
  draft.application.account = std::move(account);
  draft.account_answered = true;
  return after(turn, Question::Account, std::move(draft));
}

Next account_wanted(const state::AccountAsked& here, bool wanted) {
  state::AccountAsked next{here.draft};
  next.draft.account_wanted = wanted;
  return next;
}

Next phone_given(Turn& turn, const state::PhoneAsked& here) {
  const auto phone = domain::parse_phone(here.draft.phone_typed.text());
  if (!phone) return state::PhoneAsked{here.draft, phone.error()};
  Draft draft = here.draft;
  draft.application.applicant.phone = base::Secret(*phone);
  draft.phone_answered = true;
  return after(turn, Question::Phone, std::move(draft));
}

Next no_phone(Turn& turn, Draft draft) {
  draft.application.applicant.phone = base::Secret();
  draft.phone_typed = base::Secret();
  draft.phone_answered = true;
  return after(turn, Question::Phone, std::move(draft));
}

}  // namespace

Next on(Turn& turn, const state::MoneyAsked& here, Act act) {
  if (act == Act::Next) return amounts_given(turn, here);
  if (act == Act::Back) return before(turn, Question::Money, here.draft);
  return std::nullopt;
}

Next on(Turn&, const state::MoneyAsked& here, const intent::Edit& edit) {
  const auto typed = taken(edit.value, kMostTypedAmount);
  if (!typed) return std::nullopt;
  state::MoneyAsked next = here;
  next.active = edit.field;
  if (edit.field == Field::Needed) {
    next.draft.needed_typed = base::Secret(*typed);
    next.needed_problem = problem_while_typing(*typed);
  } else if (edit.field == Field::Spent) {
    next.draft.spent_typed = base::Secret(*typed);
    next.spent_problem = problem_while_typing(*typed);
  } else {
    return std::nullopt;
  }
  return next;
}

Next on(Turn&, const state::MoneyAsked& here, const intent::Focus& focus) {
  if (focus.field != Field::Needed && focus.field != Field::Spent) return std::nullopt;
  state::MoneyAsked next = here;
  next.active = focus.field;
  return next;
}

Next on(Turn& turn, const state::AccountAsked& here, Act act) {
  if (act == Act::WithAccount) return account_wanted(here, true);
  if (act == Act::WithoutAccount) return account_wanted(here, false);
  if (act == Act::Next) return account_given(turn, here);
  if (act == Act::Back) return before(turn, Question::Account, here.draft);
  return std::nullopt;
}

Next on(Turn&, const state::AccountAsked& here, const intent::Edit& edit) {
  const auto typed = taken(edit.value, kMostTypedAccount);
  if (edit.field != Field::AccountNumber || !typed) return std::nullopt;
  state::AccountAsked next{here.draft};
  next.draft.account_typed = base::Secret(*typed);
  const std::string digits = domain::without_separators(*typed);
  if (!digits.empty() && !domain::all_digits(digits)) next.problem = Problem::AccountDigits;
  return next;
}

Next on(Turn& turn, const state::PhoneAsked& here, Act act) {
  if (act == Act::Next) return phone_given(turn, here);
  if (act == Act::NoPhone) return no_phone(turn, here.draft);
  if (act == Act::Back) return before(turn, Question::Phone, here.draft);
  return std::nullopt;
}

Next on(Turn&, const state::PhoneAsked& here, const intent::Edit& edit) {
  const auto typed = taken(edit.value, kMostTypedPhone);
  if (edit.field != Field::Phone || !typed) return std::nullopt;
  state::PhoneAsked next{here.draft, std::nullopt};
  next.draft.phone_typed = base::Secret(*typed);
  const auto phone = domain::parse_phone(*typed);
  if (!phone && phone.error() == domain::PhoneError::NotDigits) next.problem = phone.error();
  return next;
}

}  // namespace huimin::journey::resident
