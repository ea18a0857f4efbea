// A cursor that goes down a rectangle: each call writes or takes what comes next.
#pragma once

#include "screens/toolkit/marks.h"
#include "screens/toolkit/ui.h"
#include "screens/toolkit/widgets.h"

#include <string_view>

namespace huimin::screens {

class Column {
 public:
  Column(Ui& ui, const Rect& rect) : ui_(&ui), rest_(rect), whole_(rect) {}

  // Page title (T4 bold); on a small panel smaller.
  void title(std::string_view text);
  // Title and, on a small panel, the line of help beside it; else under it.
  void title(std::string_view text, std::string_view lead);
  void lead(std::string_view text);     // line of help under the title
  void heading(std::string_view text);  // T2 bold, over a group
  void label(std::string_view text);    // T2 bold, over a field
  TextBlock text(std::string_view text, const TextStyle& style = {}, std::string_view id = {});
  void steps(const StepBar& bar);       // with the gap to what follows
  void note(std::string_view id, const Note& note);
  void error(std::string_view id, std::string_view text);

  void gap(double mm) { rest_.cut_top(mm); }
  Rect take(double height_mm, double gap_after_mm = 0) {
    return rest_.cut_top(height_mm, gap_after_mm);
  }
  Rect take_bottom(double height_mm, double gap_before_mm = 0) {
    return rest_.cut_bottom(height_mm, gap_before_mm);
  }

  double remaining() const { return rest_.h; }
  double width() const { return rest_.w; }
  const Rect& rest() const { return rest_; }
  // Height used so far from the top.
  double used() const { return rest_.y - whole_.y; }

 private:
  Ui* ui_;
  Rect rest_;
  Rect whole_;
};

}  // namespace huimin::screens
