#include "screens/toolkit/column.h"

#include <algorithm>

namespace huimin::screens {

namespace {

TextStyle title_style(const Theme& theme) {
  const double line = theme.extra_large() ? 1.2 : kTitleLine;
  return {.type = Type::T4, .weight = Weight::Bold, .line_height = line};
}

TextStyle lead_style() { return {.type = Type::T2, .colour = Colour::Soft}; }

// From the middle of a line of Noto Sans CJK down to its baseline, in units of the letter size.
constexpr double kBelowMiddle = 0.436;
// What a line of help keeps from its title.
constexpr double kLeadGap = 2.5;

}  // namespace

void Column::title(std::string_view text) {
  const TextBlock block = ui_->canvas().text({rest_.x, rest_.y, rest_.w, 0}, text,
                                             title_style(ui_->theme()), {.role = Role::Title});
  rest_.cut_top(block.height);
}

void Column::title(std::string_view text, std::string_view lead) {
  Canvas& canvas = ui_->canvas();
  const TextStyle style = title_style(ui_->theme());
  const double beside = canvas.measure(text, style).width + kS3;
  const TextStyle small{.type = Type::T1, .colour = Colour::Soft};
  const double needed = canvas.measure(lead, small).width;
  if (ui_->theme().small_panel() && beside + needed <= rest_.w) {
    const Rect row = rest_;
    title(text);
    const double height = rest_.y - row.y;
    // On the title's baseline: the smaller letters hang lower by the difference of their sizes.
    const Theme& theme = ui_->theme();
    const double drop = (theme.letter_mm(Type::T4) - theme.letter_mm(Type::T1)) * kBelowMiddle;
    canvas.text({row.x + beside, row.y + drop, needed + 1, height}, lead, small,
                {.vertical = VerticalAlign::Middle});
    return;
  }
  title(text);
  this->lead(lead);
}

void Column::lead(std::string_view text) {
  if (text.empty()) return;
  rest_.cut_top(kLeadGap);
  this->text(text, lead_style());
}

void Column::heading(std::string_view text) {
  const TextStyle style{.type = Type::T2, .weight = Weight::Bold, .line_height = 1.35};
  const TextBlock block = ui_->canvas().text({rest_.x, rest_.y, rest_.w, 0}, text, style,
                                             {.role = Role::Heading});
  rest_.cut_top(block.height);
}

void Column::label(std::string_view text) { heading(text); }

TextBlock Column::text(std::string_view text, const TextStyle& style, std::string_view id) {
  const TextBlock block =
      ui_->canvas().text({rest_.x, rest_.y, rest_.w, 0}, text, style, {.id = id});
  rest_.cut_top(block.height);
  return block;
}

void Column::steps(const StepBar& bar) {
  const double below = ui_->theme().small_panel() ? kS1 : ui_->theme().extra_large() ? 5.5 : kS3;
  rest_.cut_top(step_bar(*ui_, rest_, bar), below);
}

void Column::note(std::string_view id, const Note& look) {
  rest_.cut_top(screens::note(*ui_, id, {rest_.x, rest_.y, rest_.w, 0}, look));
}

void Column::error(std::string_view id, std::string_view text) {
  if (text.empty()) return;
  rest_.cut_top(kLeadGap);
  rest_.cut_top(error_line(*ui_, id, {rest_.x, rest_.y, rest_.w, 0}, text));
}

}  // namespace huimin::screens
