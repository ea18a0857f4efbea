#include "screens/resident/statement.h"

#include <algorithm>

namespace huimin::screens::resident {

namespace {

constexpr double kPadX = 8, kPadY = 6, kGap = 4;
constexpr TextStyle kText{.type = Type::T1, .factor = 1.07, .ground = Colour::Card};

}  // namespace

void add_statement(Flow& flow, Stage& stage, const std::vector<std::string>& paragraphs, Icon icon) {
  const double size = 10 * stage.theme().growth();
  const double room = flow.width() - 2 * kPadX - size - kS2;
  const double line = stage.canvas().measure("0", kText).height;
  std::vector<double> heights;
  double height = 2 * kPadY - kGap;
  for (const std::string& paragraph : paragraphs) {
    heights.push_back(std::max(size, stage.canvas().measure(paragraph, kText, room).height));
    height += heights.back() + kGap;
  }
  flow.add(height, [&stage, paragraphs, heights, size, line, icon](const Rect& r) {
    stage.canvas().box(r, {.radius_mm = kR3});
    Rect inside = r.inset(kPadX, kPadY);
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      Rect row = inside.cut_top(heights[i], kGap);
      const Rect mark = row.cut_left(size, kS2);
      stage.canvas().icon({mark.centre().x, row.y + std::max(size, line) / 2}, icon, size, Colour::Blue);
      stage.canvas().text(row, paragraphs[i], kText);
    }
  });
}

}  // namespace huimin::screens::resident
