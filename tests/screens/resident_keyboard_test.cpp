#include <algorithm>

#include "resident_terminal.h"

using namespace huimin::screens;
using samples::Sample;

namespace {

constexpr Screen kPanels[] = {kUpright, kLying, {1366, 768, 345}, {1024, 768, 304.8}};
constexpr view::TextSize kSizes[] = {view::TextSize::Small, view::TextSize::Medium,
                                     view::TextSize::Large, view::TextSize::ExtraLarge};

bool has_field(const Terminal& terminal) {
  const auto& entries = terminal.frame.registry().entries();
  return std::any_of(entries.begin(), entries.end(),
                     [](const Entry& entry) { return entry.role == Role::Field; });
}

// The smallest rectangle that holds every key and candidate.
PxRect keyboard_of(const Terminal& terminal) {
  PxRect all{};
  for (const Entry& entry : terminal.frame.registry().entries()) {
    if (entry.role != Role::Key && entry.role != Role::Candidate) continue;
    if (all.empty()) {
      all = entry.rect;
      continue;
    }
    const int x = std::min(all.x, entry.rect.x), y = std::min(all.y, entry.rect.y);
    all = {x, y, std::max(all.right(), entry.rect.right()) - x,
           std::max(all.bottom(), entry.rect.bottom()) - y};
  }
  return all;
}

bool belongs_to_field(const Entry& entry, const Entry& field) {
  return entry.id == field.id || entry.role == Role::Error ||
         (entry.label == field.label && !is_interactive(entry.role));
}

// Nowhere under the keyboard, and wholly on the screen.
void check_in_sight(const Terminal& terminal) {
  const PxRect keyboard = keyboard_of(terminal);
  const auto& entries = terminal.frame.registry().entries();
  for (const Entry& field : entries) {
    if (field.role != Role::Field) continue;
    for (const Entry& entry : entries) {
      if (!belongs_to_field(entry, field)) continue;
      CAPTURE(entry.id);
      CAPTURE(entry.label);
      CHECK(intersection(entry.rect, keyboard).empty());
      CHECK(entry.visible == entry.rect);
    }
  }
  for (const Entry& entry : entries) {
    if (entry.zone != Zone::BottomBar || !is_interactive(entry.role)) continue;
    CAPTURE(entry.id);
    CHECK(intersection(entry.rect, keyboard).empty());
    CHECK(entry.visible == entry.rect);
  }
}

// The field of this body that is in use, if it has one.
struct FieldOf {
  template <typename AnyBody>
  view::Typed* operator()(AnyBody&) const {
    return nullptr;
  }
  view::Typed* operator()(view::TypeNumber& v) const { return &v.number; }
  view::Typed* operator()(view::TypeName& v) const { return &v.name; }
  view::Typed* operator()(view::StoryScreen& v) const { return &v.story; }
  view::Typed* operator()(view::MemberScreen& v) const { return &v.age; }
  view::Typed* operator()(view::MoneyScreen& v) const { return &v.needed; }
  view::Typed* operator()(view::AccountScreen& v) const { return v.wanted ? &v.number : nullptr; }
  view::Typed* operator()(view::PhoneScreen& v) const { return &v.phone; }
  view::Typed* operator()(view::TypeReceiptScreen& v) const { return &v.number; }
};

std::vector<view::Problem> problems_of(view::Field field) {
  using view::Problem;
  switch (field) {
    case view::Field::IdNumber:
      return {Problem::Missing, Problem::IdLength, Problem::IdCharacter,
              Problem::IdLegacy, Problem::IdDate,  Problem::IdCheckDigit};
    case view::Field::Name: return {Problem::Missing, Problem::NameLong, Problem::NameCharacter};
    case view::Field::Story: return {Problem::TextLong, Problem::TextCharacter};
    case view::Field::MemberAge: return {Problem::AgeDigits, Problem::AgeRange};
    case view::Field::Needed:
    case view::Field::Spent:
      return {Problem::Missing, Problem::AmountDigits, Problem::AmountLarge,
              Problem::AmountDecimals};
    case view::Field::AccountNumber:
      return {Problem::AccountDigits, Problem::AccountLength, Problem::AccountCheckDigit};
    case view::Field::Phone:
      return {Problem::PhoneDigits, Problem::PhoneLength, Problem::PhoneBeginning};
    case view::Field::ReceiptNumber: return {Problem::ReceiptForm, Problem::ReceiptCheckDigits};
    case view::Field::PlaceSearch: return {};
  }
  return {};
}

bool shows_error(const Terminal& terminal) {
  const auto& entries = terminal.frame.registry().entries();
  return std::any_of(entries.begin(), entries.end(),
                     [](const Entry& entry) { return entry.role == Role::Error; });
}

// The field is filled before the error comes, and the error comes after a touch on "next" or a key.
void check_errors(const Screen& panel, view::TextSize size, view::Language language) {
  for (Sample& sample : samples::sample_views(language)) {
    sample.screen.chrome.comfort.size = size;
    view::Typed* typed = std::visit(FieldOf{}, sample.screen.body);
    if (typed == nullptr) continue;
    Terminal terminal(panel);
    for (const view::Problem problem : problems_of(typed->field)) {
      CAPTURE(sample.name);
      CAPTURE(panel.width_px);
      CAPTURE(static_cast<int>(size));
      CAPTURE(static_cast<int>(problem));
      typed->problem.reset();
      typed->active = true;
      terminal.settle(sample);
      typed->problem = problem;
      terminal.settle(sample);
      CHECK(shows_error(terminal));
      check_in_sight(terminal);
    }
  }
}

void check_panel(const Screen& panel, view::TextSize size, view::Language language) {
  for (Sample& sample : samples::sample_views(language)) {
    CAPTURE(sample.name);
    CAPTURE(panel.width_px);
    CAPTURE(static_cast<int>(size));
    sample.screen.chrome.comfort.size = size;
    Terminal terminal(panel);
    terminal.settle(sample);
    if (!has_field(terminal)) continue;
    // With letters typed, the candidates stand in their row.
    if (terminal.frame.tap("key.z")) terminal.settle(sample);
    check_in_sight(terminal);
  }
}

}  // namespace

TEST_SUITE("resident keyboards") {
  TEST_CASE("C09: no field, label, error or button of the bar lies under the keyboard") {
    for (const Screen& panel : kPanels) {
      for (const view::TextSize size : kSizes) {
        check_panel(panel, size, view::Language::ChineseSimplified);
      }
    }
  }

  TEST_CASE("C09: the same in English") {
    for (const Screen& panel : kPanels) {
      for (const view::TextSize size : kSizes) check_panel(panel, size, view::Language::English);
    }
  }

  TEST_CASE("C09: each error stands in sight with its field as soon as it comes") {
    for (const Screen& panel : kPanels) {
      for (const view::TextSize size : kSizes) {
        check_errors(panel, size, view::Language::ChineseSimplified);
        check_errors(panel, size, view::Language::English);
      }
    }
  }
}
