#include "screens/resident/statement.h"

#include <algorithm>

namespace huimin::screens::resident {

namespace {

constexpr double kPadX = 8, kPadY = 6, kGap = 4;

}  // namespace

void add_statement(Flow& flow, Stage& stage, const Statement& statement) {
  const std::vector<std::string>& paragraphs = statement.paragraphs;
  const TextStyle style{.type = Type::T1, .factor = statement.factor, .ground = Colour::Card};
  const double size = 10 * stage.theme().growth();
  const double room = flow.width() - 2 * kPadX - size - kS2;
  const double line = stage.canvas().measure("0", style).height;
  std::vector<double> heights;
  double height = 2 * kPadY - kGap;
  for (const std::string& paragraph : paragraphs) {
    heights.push_back(std::max(size, stage.canvas().measure(paragraph, style, room).height));
    height += heights.back() + kGap;
  }
  flow.add(height,
           [&stage, paragraphs, heights, size, line, style, icon = statement.icon](const Rect& r) {
             stage.canvas().box(r, {.radius_mm = kR3});
             Rect inside = r.inset(kPadX, kPadY);
             for (std::size_t i = 0; i < paragraphs.size(); ++i) {
               Rect row = inside.cut_top(heights[i], kGap);
               const Rect mark = row.cut_left(size, kS2);
               stage.canvas().icon({mark.centre().x, row.y + std::max(size, line) / 2}, icon, size,
                                   Colour::Blue);
               stage.canvas().text(row, paragraphs[i], style);
             }
           });
}

}  // namespace huimin::screens::resident
