// How the blocks of a Flow stand on one page, or on several.
#include <algorithm>

#include "screens/resident/flow.h"
#include "screens/resident/unfinished.h"

namespace huimin::screens::resident {

namespace {

// Above the first and below the last block of a card.
constexpr double kCardEnd = 3;
constexpr double kAboveButtons = 4;

}  // namespace

bool Flow::in_columns() const { return wide_ && !(parts_[1].empty() && parts_[2].empty()); }

Flow::Strip Flow::strip_of(const Blocks& blocks) {
  Strip strip;
  for (const Block& block : blocks) strip.push_back(&block);
  return strip;
}

double Flow::height_of(const Strip& strip) {
  double sum = 0;
  int card = 0;
  for (const Block* block : strip) {
    if (block->card != card && block->card != 0) sum += 2 * kCardEnd;
    card = block->card;
    sum += block->min;
  }
  return sum;
}

bool Flow::has_room() const {
  const double head = in_columns() ? height_of(strip_of(parts_[0])) : 0;
  const double body = in_columns()
                          ? std::max(height_of(strip_of(parts_[1])), height_of(strip_of(parts_[2])))
                          : height_of(strip_of(parts_[0]));
  return head + body <= area_.h + 0.1;
}

void Flow::drop(Kind kind) {
  for (Blocks& blocks : parts_) {
    std::erase_if(blocks, [kind](const Block& block) { return block.kind == kind; });
    // Ground above the first block stood below what is dropped.
    const auto first = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
      return block.kind != Kind::Space || block.max > 900;
    });
    if (kind == Kind::Steps) blocks.erase(blocks.begin(), first);
  }
}

bool Flow::fits() {
  if (has_room()) return true;
  drop(Kind::Lead);
  return has_room();
}

void Flow::paint_cards(const Strip& strip, const std::vector<Rect>& places) {
  for (std::size_t i = 0; i < strip.size(); ++i) {
    const int card = strip[i]->card;
    if (card == 0 || (i > 0 && strip[i - 1]->card == card)) continue;
    std::size_t last = i;
    while (last + 1 < strip.size() && strip[last + 1]->card == card) ++last;
    const double top = places[i].y - kCardEnd, bottom = places[last].bottom() + kCardEnd;
    stage_.canvas().box({places[i].x, top, places[i].w, bottom - top}, {.radius_mm = kR3});
    for (std::size_t k = i + 1; k <= last; ++k) {
      if (strip[k - 1]->keep) continue;
      const Rect& r = places[k];
      stage_.canvas().line({r.x + kCardPad, r.y}, {r.right() - kCardPad, r.y}, Colour::Line);
    }
  }
}

void Flow::paint(const Strip& strip, const Rect& rect) {
  std::vector<double> heights;
  double left = rect.h - height_of(strip);
  for (const Block* block : strip) heights.push_back(block->min);
  // A block that has reached its largest leaves its share to the others.
  for (bool grew = true; grew && left > 0.01;) {
    int hungry = 0;
    for (std::size_t i = 0; i < strip.size(); ++i) hungry += heights[i] < strip[i]->max - 0.01;
    grew = hungry > 0;
    const double share = grew ? left / hungry : 0;
    for (std::size_t i = 0; i < strip.size(); ++i) {
      const double more = std::clamp(strip[i]->max - heights[i], 0.0, share);
      heights[i] += more;
      left -= more;
    }
  }
  std::vector<Rect> places;
  double y = rect.y;
  int card = 0;
  for (std::size_t i = 0; i < strip.size(); ++i) {
    if (strip[i]->card != card) y += kCardEnd * ((card != 0) + (strip[i]->card != 0));
    card = strip[i]->card;
    places.push_back({rect.x, y, rect.w, heights[i]});
    y += heights[i];
  }
  paint_cards(strip, places);
  for (std::size_t i = 0; i < strip.size(); ++i) {
    if (!strip[i]->paint) continue;
    strip[i]->paint(strip[i]->card == 0 ? places[i] : places[i].inset(kCardPad, 0));
  }
}

void Flow::draw_whole(const Rect& rect) {
  if (!in_columns()) return paint(strip_of(parts_[0]), rect);
  Rect rest = rect;
  const Strip head = strip_of(parts_[0]);
  paint(head, rest.cut_top(height_of(head)));
  const auto columns = rest.columns(2, column_gap());
  paint(strip_of(parts_[1]), columns[0]);
  paint(strip_of(parts_[2]), columns[1]);
}

void Flow::scroll(std::string_view id) {
  Rect rest = area_;
  const Rect buttons = rest.cut_bottom(pager_height(stage_.theme()), kAboveButtons);
  double wanted = height_of(strip_of(parts_[0]));
  if (in_columns()) {
    wanted += std::max(height_of(strip_of(parts_[1])), height_of(strip_of(parts_[2])));
  }
  {
    const ScrollRegion region(stage_.ui, id, rest, wanted);
    draw_whole(region.content());
  }
  const std::string back = pager_text(stage_, "pager.up");
  const std::string forward = pager_text(stage_, "pager.down");
  scroll_pager(stage_.ui, id, buttons, {.back = back, .forward = forward});
}

// What is left of the page for columns, below this head and above the two buttons.
double Flow::rest_of(const Strip& head) const {
  return area_.h - height_of(head) - pager_height(stage_.theme()) - kAboveButtons;
}

// Steps, title and what is wrong with the page stand on each page; taken off the body's front.
Flow::Strip Flow::head_of(Strip& body) const {
  const auto first =
      std::find_if(body.begin(), body.end(), [](const Block* b) { return b->kind == Kind::Piece; });
  Strip head(body.begin(), first);
  // Room that stood above a page in the middle.
  std::erase_if(head, [](const Block* b) { return b->max > 900; });
  body.erase(body.begin(), first);
  return head;
}

// Adds it to the last column, or begins the next one. False: it is higher than a page.
bool Flow::put_on_page(Strip group, const PageRoom& room, Cut& cut) {
  if (height_of(group) > room.height + 0.1) return false;
  const bool only_ground = group.back()->kind == Kind::Space;
  Strip wanted = cut.pages.back().back();
  wanted.insert(wanted.end(), group.begin(), group.end());
  if (height_of(wanted) <= room.height + 0.1 && !(wanted.size() == 1 && only_ground)) {
    cut.pages.back().back() = std::move(wanted);
    return true;
  }
  // Ground is not carried over to the next column.
  if (only_ground) return true;
  if (cut.pages.back().size() == room.columns) cut.pages.push_back({});
  cut.pages.back().push_back(std::move(group));
  return true;
}

// Nothing: a block is higher than a page.
std::optional<Flow::Cut> Flow::cut() const {
  Strip body = in_columns() ? strip_of(parts_[1]) : strip_of(parts_[0]);
  Cut cut;
  if (in_columns()) cut.head = strip_of(parts_[0]);
  const Strip more = head_of(body);
  cut.head.insert(cut.head.end(), more.begin(), more.end());
  const std::size_t turn = in_columns() ? body.size() : 0;
  if (in_columns()) {
    for (const Block& block : parts_[2]) body.push_back(&block);
  }
  const std::size_t columns = in_columns() ? 2 : 1;
  const double room = rest_of(cut.head);
  cut.pages.push_back({{}});
  Strip group;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i]->max > 900 && body[i]->kind == Kind::Space) continue;
    // The right column begins where it would, if the left one is not longer than a page.
    const bool turned = turn > 0 && i >= turn && cut.pages.size() == 1 && cut.pages[0].size() == 1;
    if (turned && group.empty()) cut.pages[0].push_back({});
    group.push_back(body[i]);
    if (body[i]->keep && i + 1 < body.size()) continue;
    // What cannot stay together on any page is parted; but not what is wrong from its field.
    if (height_of(group) > room + 0.1) {
      const bool wrong =
          std::any_of(group.begin(), group.end(), [](const Block* block) { return block->error; });
      if (wrong) return std::nullopt;
      for (const Block* block : group) {
        if (!put_on_page({block}, {room, columns}, cut)) return std::nullopt;
      }
    } else {
      put_on_page(std::move(group), {room, columns}, cut);
    }
    group.clear();
  }
  return cut;
}

// Where the first thing is that is wrong; none: nothing is.
std::optional<int> Flow::page_with_error(const Cut& cut) {
  for (std::size_t page = 0; page < cut.pages.size(); ++page) {
    for (const Strip& column : cut.pages[page]) {
      const bool wrong = std::any_of(column.begin(), column.end(),
                                     [](const Block* block) { return block->error; });
      if (wrong) return static_cast<int>(page);
    }
  }
  return std::nullopt;
}

int Flow::draw_page(std::string_view id, const Cut& cut, const Beyond& beyond) {
  const int last = static_cast<int>(cut.pages.size()) - 1;
  int& page = stage_.unfinished.page_of(id);
  // The journey did not go on: what it lacks may stand on another page.
  const bool asked = stage_.unfinished.asked_to_go_on && stage_.out.empty();
  if (asked) page = page_with_error(cut).value_or(page);
  page = std::clamp(page, 0, last);
  Rect rest = area_;
  if (!cut.head.empty()) paint(cut.head, rest.cut_top(height_of(cut.head)));
  const Rect buttons = rest.cut_bottom(pager_height(stage_.theme()), kAboveButtons);
  const auto& columns = cut.pages[static_cast<std::size_t>(page)];
  const auto places = rest.columns(in_columns() ? 2 : 1, column_gap());
  for (std::size_t i = 0; i < columns.size(); ++i) paint(columns[i], places[i]);
  const std::string back = page > 0 ? pager_text(stage_, "pager.back") : beyond.back;
  const std::string forward = page < last ? pager_text(stage_, "pager.forward") : beyond.forward;
  const int moved = pager(stage_.ui, id, buttons,
                          {.back = back,
                           .forward = forward,
                           .back_enabled = page > 0 || beyond.can_back,
                           .forward_enabled = page < last || beyond.can_forward,
                           .back_urgent = page == 0 && beyond.back_urgent});
  const bool inside = page + moved >= 0 && page + moved <= last;
  if (inside) page += moved;
  return inside ? 0 : moved;
}

void Flow::draw(std::string_view id) {
  if (fits()) return draw_whole(area_);
  auto pages = cut();
  if (!pages) {
    // The steps give way before what is asked is cut.
    drop(Kind::Steps);
    if (has_room()) return draw_whole(area_);
    pages = cut();
  }
  if (!pages) return scroll(id);
  draw_page(id, *pages, {pager_text(stage_, "pager.begin"), pager_text(stage_, "pager.end")});
}

int Flow::draw_among(std::string_view id, const Beyond& beyond) {
  const Rect whole = area_;
  const Rect buttons = area_.cut_bottom(pager_height(stage_.theme()), kAboveButtons);
  const auto draw_with_buttons = [&](const auto& draw_rest) {
    draw_rest();
    return pager(stage_.ui, id, buttons,
                 {.back = beyond.back,
                  .forward = beyond.forward,
                  .back_enabled = beyond.can_back,
                  .forward_enabled = beyond.can_forward,
                  .back_urgent = beyond.back_urgent});
  };
  for (const bool with_steps : {true, false}) {
    if (!with_steps) drop(Kind::Steps);
    if (fits()) return draw_with_buttons([&] { draw_whole(area_); });
    area_ = whole;
    if (const auto pages = cut()) return draw_page(id, *pages, beyond);
    area_.cut_bottom(pager_height(stage_.theme()), kAboveButtons);
  }
  return draw_with_buttons([&] { scroll(std::string{id} + ".scroll"); });
}

}  // namespace huimin::screens::resident
