// The body of a page as blocks that go down one column, or two where the panel is wider than high.
//
// Blocks are added with the height they need; nothing is drawn before draw(). What is left over
// goes to the blocks that may grow. What does not fit is cut into pages with two large buttons:
// text is never made smaller. Only a block that is higher than a page scrolls.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "screens/resident/stage.h"
#include "screens/toolkit/marks.h"
#include "screens/toolkit/widgets.h"

namespace huimin::screens::resident {

// Ground between the edge of a card and its words.
inline constexpr double kCardPad = 8;

class Flow {
 public:
  using Paint = std::function<void(const Rect&)>;
  enum class Columns : std::uint8_t { One, TwoIfWide };

  Flow(Stage& stage, const Rect& area, Columns columns = Columns::TwoIfWide);

  // Width of what is being added: of the column, or of the inside of a card.
  double width() const;
  bool wide() const { return wide_; }

  void add(double height_mm, Paint paint);
  // At least `min_mm`; more, up to `max_mm`, if there is room. Equal blocks grow alike.
  void grow(double min_mm, double max_mm, Paint paint);
  // Ground between two blocks; less of it on a small panel.
  void gap(double mm);
  // Room that is left over goes here as well: before and after, to stand in the middle.
  // Used in the left column, it keeps both columns in the middle.
  void spring();
  // Ends the head: what follows stands in the left column, or goes on below.
  void split();
  // What follows stands in the right column, or goes on below.
  void turn();
  // What was added last stays on the page of what comes next.
  void keep();
  // A white card around the blocks up to end_card(), with lines between them. Where a page is cut,
  // so is the card.
  void begin_card();
  void end_card();

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

  // True if all of it fits, if need be without the line of help.
  bool fits();
  // `id` names the pages.
  void draw(std::string_view id);
  // The same where more lies before and behind these pages: the two buttons go on there. Returns -1
  // or 1 if that is wanted, or 0.
  struct Beyond {
    std::string back = {}, forward = {};
    bool can_back = false, can_forward = false, back_urgent = false;
  };
  int draw_among(std::string_view id, const Beyond& beyond);

 private:
  enum class Kind : std::uint8_t { Head, Steps, Lead, Space, Piece };
  struct Block {
    double min = 0;
    double max = 0;
    Paint paint;
    Kind kind = Kind::Piece;
    bool keep = false;  // on the page of the next one
    int card = 0;       // 0: in none
    bool error = false;  // what is wrong with the piece above
  };
  using Blocks = std::vector<Block>;
  using Strip = std::vector<const Block*>;  // what stands under one another in one column
  struct Cut {
    Strip head;
    std::vector<std::vector<Strip>> pages;  // of columns
  };

  double column_gap() const;
  void put(Block block);
  void put_head(double height_mm, Paint paint, Kind kind = Kind::Head);
  bool in_columns() const;
  bool has_room() const;
  void drop(Kind kind);
  static Strip strip_of(const Blocks& blocks);
  static double height_of(const Strip& strip);
  void paint(const Strip& strip, const Rect& rect);
  void paint_cards(const Strip& strip, const std::vector<Rect>& places);
  void draw_whole(const Rect& rect);
  void scroll(std::string_view id);
  double rest_of(const Strip& head) const;
  Strip head_of(Strip& body) const;
  struct PageRoom {
    double height;  // mm
    std::size_t columns;
  };
  static bool put_on_page(Strip group, const PageRoom& room, Cut& cut);
  std::optional<Cut> cut() const;
  static std::optional<int> page_with_error(const Cut& cut);
  int draw_page(std::string_view id, const Cut& cut, const Beyond& beyond);

  Stage& stage_;
  Rect area_;
  bool wide_;
  int part_ = 0;  // 0 head, 1 left, 2 right
  bool springs_ = false;
  int cards_ = 0;
  bool in_card_ = false;
  std::string title_;  // of the head, for the line of help beside it
  Blocks parts_[3];
};

}  // namespace huimin::screens::resident
