// Rows of lists: choices, check boxes, answers with their change button, and the pager below
// them.
#pragma once

#include "screens/toolkit/ui.h"

#include <string_view>

namespace huimin::screens {

// One of a list: icon, words, mark or chevron.
struct ChoiceRow {
  Icon icon = Icon::None;
  std::string_view title = {};
  std::string_view second = {};
  bool chosen = false;
  bool chevron = false;
  bool enabled = true;
};
bool choice_row(Ui& ui, std::string_view id, const Rect& rect, const ChoiceRow& look);
double choice_row_height(Ui& ui, double width_mm, const ChoiceRow& look);

struct CheckCard {
  std::string_view title = {};
  std::string_view second = {};
  bool checked = false;
  bool enabled = true;
};
bool check_card(Ui& ui, std::string_view id, const Rect& rect, const CheckCard& look);
double check_card_height(Ui& ui, double width_mm, const CheckCard& look);

// An answer on the review page; clicked: its change button. Draw inside a card's content, rows
// one under another.
struct AnswerRow {
  std::string_view label = {};
  std::string_view value = {};
  std::string_view second = {};
  std::string_view change = {};  // word on the button; empty: no button
  bool first = false;            // no hairline above
};
bool answer_row(Ui& ui, std::string_view id, const Rect& rect, const AnswerRow& look);
double answer_row_height(Ui& ui, double width_mm, const AnswerRow& look);

// Two large buttons that page a list, or move within a step. Returns -1, 0 or 1.
struct Pager {
  std::string_view back = {};
  std::string_view forward = {};
  bool back_enabled = true;
  bool forward_enabled = true;
  bool back_urgent = false;  // an earlier answer must be mended
};
int pager(Ui& ui, std::string_view id, const Rect& rect, const Pager& look);
// Pages the scroll region `region_id` by two buttons; draws nothing if all is visible.
void scroll_pager(Ui& ui, std::string_view region_id, const Rect& rect, const Pager& words);
double pager_height(const Theme& theme);

}  // namespace huimin::screens
