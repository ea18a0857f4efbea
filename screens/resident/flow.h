// The body of a page as blocks that go down one column, or two where the panel is wider than high.
//
// Blocks are added with the height they need; nothing is drawn before draw(). What is left over
// goes to the blocks that may grow. What does not fit scrolls, with two large buttons below: text
// is never made smaller.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "screens/resident/stage.h"
#include "screens/toolkit/marks.h"
#include "screens/toolkit/widgets.h"

namespace huimin::screens::resident {

class Flow {
 public:
  using Paint = std::function<void(const Rect&)>;
  enum class Columns : std::uint8_t { One, TwoIfWide };

  Flow(Stage& stage, const Rect& area, Columns columns = Columns::TwoIfWide);

  // Width of the column that blocks are being added to.
  double width() const;
  bool wide() const { return wide_; }

  void add(double height_mm, Paint paint);
  // At least `min_mm`; more, up to `max_mm`, if there is room. Equal blocks grow alike.
  void grow(double min_mm, double max_mm, Paint paint);
  void gap(double mm);
  // Room that is left over goes here as well: before and after, to stand in the middle.
  // Used in the left column, it keeps both columns in the middle.
  void spring();
  // Ends the head: what follows stands in the left column, or goes on below.
  void split();
  // What follows stands in the right column, or goes on below.
  void turn();

  // `name` replaces that of the chapter.
  void steps(const view::Progress& progress, std::string name = {});
  void title(std::string text);
  void title_with(Icon icon, std::string text);
  void lead(std::string text);
  void heading(std::string text);
  void words(std::string text, const TextStyle& style = {});
  void error(std::string id, std::string text);
  void note(std::string id, std::string text, NoteKind kind = NoteKind::Information,
            Icon icon = Icon::None);
  void button(view::Act act, std::string label, Icon icon = Icon::None,
              ButtonKind kind = ButtonKind::Outlined);

  // `id` names the scroll region.
  void draw(std::string_view id);

 private:
  struct Block {
    double min = 0;
    double max = 0;
    Paint paint;
  };
  using Blocks = std::vector<Block>;

  bool in_columns() const;
  static double needed(const Blocks& blocks);
  static void paint(const Blocks& blocks, const Rect& rect);
  void paint_columns(const Rect& rect);

  Stage& stage_;
  Rect area_;
  bool wide_;
  int part_ = 0;  // 0 head, 1 left, 2 right
  bool springs_ = false;
  std::string title_;  // of the head, for the line of help beside it
  Blocks parts_[3];
};

}  // namespace huimin::screens::resident
