#include "screens/resident/typing.h"

#include <algorithm>
#include <utility>

namespace huimin::screens::resident {

namespace {

// Larger letters leave less room: the keys give way before the words do.
double tray_height(const Stage& stage, KeyboardKind kind, double room) {
  const Theme& theme = stage.theme();
  const TypingWay way = stage.unfinished.composition.way;
  const bool text = kind == KeyboardKind::Pinyin;
  const double wanted = text ? keyboard_height(theme, way) : keyboard_height(theme, kind);
  if (room - wanted >= 150) return wanted;
  return text ? keyboard_least_height(theme, way) : keyboard_least_height(theme, kind);
}

std::string composing_in(Stage& stage, const view::Typed& typed) {
  const bool pinyin = typed.field == view::Field::Name || typed.field == view::Field::Story;
  PinyinEngine* engine = pinyin && typed.active ? stage.unfinished.engines().pinyin() : nullptr;
  return engine ? std::string{engine->letters()} : std::string{};
}

KeyboardResult draw_text(Stage& stage, const Rect& tray, const view::Typed& typed,
                         const KeyboardUse& use) {
  const PinyinMode mode = !use.name             ? PinyinMode::Words
                          : typed.value.empty() ? PinyinMode::Surname
                                                : PinyinMode::Character;
  const TextKeyboard keyboard{stage.unfinished.engines(), stage.wording, mode};
  return draw_text_keyboard(stage.ui, tray, keyboard, stage.unfinished.composition);
}

KeyboardResult draw_kind(Stage& stage, const Rect& tray, const view::Typed& typed,
                         const KeyboardUse& use) {
  switch (use.kind) {
    case KeyboardKind::Digits: return draw_digit_keyboard(stage.ui, tray, stage.wording, use.extra);
    case KeyboardKind::Letters: return draw_letter_keyboard(stage.ui, tray, stage.wording);
    case KeyboardKind::Initials:
      return draw_initials_keyboard(stage.ui, tray, stage.wording, use.useful);
    case KeyboardKind::Pinyin: return draw_text(stage, tray, typed, use);
  }
  return {};
}

}  // namespace

std::string problem_text(const Stage& stage, view::Problem problem) {
  switch (problem) {
    case view::Problem::Missing: return stage.text("problem.missing");
    case view::Problem::IdLength: return stage.text("problem.id_length");
    case view::Problem::IdCharacter: return stage.text("problem.id_character");
    case view::Problem::IdLegacy: return stage.text("problem.id_legacy");
    case view::Problem::IdDate: return stage.text("problem.id_date");
    case view::Problem::IdCheckDigit: return stage.text("problem.id_check_digit");
    case view::Problem::NameCharacter: return stage.text("problem.name_character");
    case view::Problem::NameLong: return stage.text("problem.name_long");
    case view::Problem::AmountDigits: return stage.text("problem.amount_digits");
    case view::Problem::AmountLarge: return stage.text("problem.amount_large");
    case view::Problem::AmountDecimals: return stage.text("problem.amount_decimals");
    case view::Problem::AccountDigits: return stage.text("problem.account_digits");
    case view::Problem::AccountLength: return stage.text("problem.account_length");
    case view::Problem::AccountCheckDigit: return stage.text("problem.account_check_digit");
    case view::Problem::PhoneDigits: return stage.text("problem.phone_digits");
    case view::Problem::PhoneLength: return stage.text("problem.phone_length");
    case view::Problem::PhoneBeginning: return stage.text("problem.phone_beginning");
    case view::Problem::AgeDigits: return stage.text("problem.age_digits");
    case view::Problem::AgeRange: return stage.text("problem.age_range");
    case view::Problem::ReceiptForm: return stage.text("problem.receipt_form");
    case view::Problem::ReceiptCheckDigits: return stage.text("problem.receipt_check_digits");
    case view::Problem::TextLong: return stage.text("problem.text_long");
    case view::Problem::TextCharacter: return stage.text("problem.text_character");
  }
  return {};
}

void draw_typed(Stage& stage, const Rect& rect, const view::Typed& typed, const TypedLook& look) {
  Edit& edit = stage.unfinished.edit(typed);
  const std::string composing = composing_in(stage, typed);
  const FieldTouch touch = text_field(stage.ui, id_of(typed.field), rect, edit,
                                      {.label = look.label,
                                       .composing = composing,
                                       .unit = look.unit,
                                       .placeholder = look.placeholder,
                                       .in_use = typed.active,
                                       .wrong = typed.problem.has_value(),
                                       .many_lines = look.many_lines});
  if (touch.clicked) {
    stage.unfinished.keyboard_hidden = false;
    stage.out.push_back(view::intent::Focus{typed.field});
  }
  if (touch.caret) place_caret(edit, *touch.caret);
}

void add_problem(Flow& flow, Stage& stage, const view::Typed& typed) {
  if (!typed.problem) return;
  flow.gap(2.5);
  flow.error(id_of(typed.field) + ".problem", problem_text(stage, *typed.problem));
}

TypingArea typing_area(Stage& stage, const Rect& body, KeyboardKind kind) {
  const Theme& theme = stage.theme();
  Rect rest = body, tray{};
  if (!theme.portrait()) {
    tray = rest.cut_right(std::max(kKeyboardLeastWidth, body.w * 0.44));
  } else if (!stage.unfinished.keyboard_hidden) {
    tray = rest.cut_bottom(tray_height(stage, kind, rest.h));
  }
  rest = rest.inset(theme.margin_mm(), 0);
  rest.cut_top(theme.cramped() ? 4 : theme.small_panel() ? 5 : kS4);
  rest.cut_bottom(theme.cramped() ? 3 : kS2);
  return {rest, tray};
}

bool draw_keyboard(Stage& stage, const Rect& tray, const view::Typed& typed,
                   const KeyboardUse& use) {
  stage.unfinished.use(typed.field);
  Edit& edit = stage.unfinished.edit(typed);
  bool changed = apply(edit, stage.ui.input(), use.max_characters);
  KeyboardResult result;
  if (tray.h > 0) result = draw_kind(stage, tray, typed, use);
  if (result.changes_text()) {
    const Edit before = edit;
    apply(edit, result, use.max_characters);
    changed = changed || !(before == edit);
  }
  // What can stand in no text goes on as a sign of it, so that the journey can say a word about it:
  // U+FFFD, and in numbers, which keep what was typed until it is taken away, a question mark.
  const char* sign = use.kind == KeyboardKind::Pinyin ? "\uFFFD" : "?";
  if (use.kind != KeyboardKind::Initials && has_unusable(stage.ui.input())) {
    stage.out.push_back(view::intent::Edit{typed.field, edit.text + sign});
  } else if (changed) {
    stage.out.push_back(view::intent::Edit{typed.field, edit.text});
  }
  if (result.read_typed) stage.press(view::Act::ReadTyped);
  if (result.hide && stage.theme().portrait()) stage.unfinished.keyboard_hidden = true;
  return result.done;
}

}  // namespace huimin::screens::resident
