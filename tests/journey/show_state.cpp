#include "tests/journey/show_state.h"

#include <sstream>

#include "tests/journey/sample_world.h"

namespace huimin::journey::resident::sample {
namespace {

// Collects fields of any kind the states have.
class Text {
 public:
  template <class... Fields>
  Text& all(const Fields&... fields) {
    (put(fields), ...);
    return *this;
  }
  std::string take() const { return out_.str(); }

 private:
  void put(const std::string& text) { out_ << text << '|'; }
  void put(const base::Secret& secret) { put(secret.text()); }
  void put(float number) { out_ << number << '|'; }
  template <class Number>
  requires std::is_integral_v<Number>
  void put(Number number) { out_ << static_cast<long long>(number) << '|'; }
  template <class Choice>
  requires std::is_enum_v<Choice>
  void put(Choice choice) { out_ << static_cast<int>(choice) << '|'; }
  template <class Value>
  void put(const std::optional<Value>& value) {
    out_ << (value ? "+" : "-");
    if (value) put(*value);
  }
  template <class Value>
  void put(const std::vector<Value>& values) {
    out_ << '[';
    for (const Value& value : values) put(value);
    out_ << ']';
  }
  void put(base::WallTime wall) { put(wall.time_since_epoch().count()); }
  void put(base::MonoTime mono) { put(mono.time_since_epoch().count()); }
  void put(const domain::Division& division) { put(division.digits()); }
  void put(const domain::Member& m) { all(m.relation, m.age); }
  void put(const domain::PaperAnswer& p) { all(p.paper, p.state); }
  void put(const domain::InkPoint& p) { all(p.x_mm, p.y_mm, p.at_ms); }
  void put(const domain::ReceiptNumber& r) { put(domain::print(r)); }
  void put(const domain::IdProblem& p) { all(p.error, p.from, p.to, p.typed); }
  void put(const domain::PublicEvent& e) { all(e.stage, e.at, e.unit, e.official); }
  void put(const domain::PublicStatus& s) {
    all(s.case_no, s.programme, s.stage, s.events, s.now_unit, s.as_of);
  }
  void put(const domain::Deadline& d) { all(d.certain, d.date.ok() ? domain::iso(d.date) : ""); }
  void put(const domain::Applicant& a) {
    all(a.by, a.name, a.id_number, a.id_check_failed, a.address, a.phone);
  }
  void put(const domain::Application& a) {
    all(a.programme, a.programme_version, a.lane, a.language, a.applicant, a.event, a.story);
    all(a.place.division, a.place.detail, a.household_size, a.members, a.needed.fen, a.spent.fen);
    all(a.account.wanted, a.account.number, a.account.bank, a.account.luhn_failed, a.papers);
    all(a.privacy_notice_version, a.pledge_version, a.signature.by, a.signature.strokes);
  }
  void put(const Draft& d) {
    all(d.application, d.submission, d.number_typed, d.name_typed, d.needed_typed, d.spent_typed);
    all(d.account_typed, d.phone_typed, d.account_wanted, d.account_answered, d.phone_answered);
    all(d.pledge_ticked, d.papers_answered, d.from_review);
  }
  void put(const Kept& k) {
    all(k.receipt, k.receipt_qr, k.qr.side, k.at, k.county_at, k.case_no, k.latest);
    all(k.application, k.copies, k.attempts);
  }
  void put(const view::Comfort& c) {
    all(c.language, c.size, c.palette, c.reading, c.rate, c.volume, c.dark);
  }
  void put(const StaffCall& c) { all(c.number, c.at, c.urgent, c.summons); }

  std::ostringstream out_;
};

struct Fields {
  Text& text;

  void operator()(const state::Attract&) const {}
  void operator()(const state::Home&) const {}
  void operator()(const state::Elsewhere&) const {}
  void operator()(const state::NotReady& s) const { text.all(s.shortages); }
  void operator()(const state::TroublePaper& s) const { text.all(s.waiting); }
  void operator()(const state::Privacy& s) const { text.all(s.draft); }
  void operator()(const state::Identify& s) const { text.all(s.draft, s.reading, s.failures); }
  void operator()(const state::ConfirmPerson& s) const { text.all(s.draft); }
  void operator()(const state::TypeNumber& s) const { text.all(s.draft, s.problem); }
  void operator()(const state::TypeName& s) const { text.all(s.draft, s.problem, s.without_card); }
  void operator()(const state::WhatHappened& s) const { text.all(s.draft, s.missing); }
  void operator()(const state::Story& s) const { text.all(s.draft, s.problem); }
  void operator()(const state::PlacePicking& s) const {
    text.all(s.draft, s.level, s.chosen, s.search, s.missing);
  }
  void operator()(const state::Household& s) const { text.all(s.draft); }
  void operator()(const state::MemberEditing& s) const {
    text.all(s.draft, s.index, s.member, s.age_typed, s.is_new, s.missing, s.problem);
  }
  void operator()(const state::MoneyAsked& s) const {
    text.all(s.draft, s.active, s.needed_problem, s.spent_problem);
  }
  void operator()(const state::AccountAsked& s) const { text.all(s.draft, s.problem, s.warned); }
  void operator()(const state::PhoneAsked& s) const { text.all(s.draft, s.problem); }
  void operator()(const state::Papers& s) const { text.all(s.draft); }
  void operator()(const state::Review& s) const { text.all(s.draft); }
  void operator()(const state::Pledge& s) const { text.all(s.draft); }
  void operator()(const state::Signing& s) const { text.all(s.draft, s.missing, s.with_staff); }
  void operator()(const state::Saving& s) const { text.all(s.draft); }
  void operator()(const state::NotSaved& s) const { text.all(s.draft, s.fault, s.job); }
  void operator()(const state::Submitted& s) const { text.all(s.kept, s.job, s.paper); }
  void operator()(const state::PrintInterrupted& s) const { text.all(s.kept, s.because); }
  void operator()(const state::PrintUnknown& s) const { text.all(s.kept, s.job); }
  void operator()(const state::PhoneQr& s) const { text.all(s.kept, s.job, s.paper); }
  void operator()(const state::ScanReceipt& s) const { text.all(s.checking); }
  void operator()(const state::TypeReceipt& s) const { text.all(s.typed, s.problem); }
  void operator()(const state::AskingCounty& s) const { text.all(s.receipt, s.since); }
  void operator()(const state::ReceiptRefused& s) const { text.all(s.problem, s.receipt); }
  void operator()(const state::Status& s) const {
    text.all(s.receipt, s.status, s.reached_county, s.fresh, s.job);
  }
  void operator()(const state::Goodbye& s) const { text.all(s.since); }
};

}  // namespace

std::string text_of(const State& state) {
  Text text;
  text.all(name_of(state));
  std::visit(Fields{text}, state);
  return text.take();
}

std::string text_of(const Draft& draft) { return Text{}.all(draft).take(); }

std::string text_of(const Resident& now) {
  return text_of(now.state) + Text{}.all(now.comfort, now.cover, now.call).take();
}

}  // namespace huimin::journey::resident::sample
