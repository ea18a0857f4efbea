#include "screens/resident/statement.h"

#include <algorithm>

namespace huimin::screens::resident {

namespace {

constexpr double kAir = 2;

}  // namespace

// A block a paragraph, so that a page may be cut between two.
void add_statement(Flow& flow, Stage& stage, const Statement& statement) {
  const TextStyle style{.type = Type::T1,
                        .factor = statement.factor,
                        .line_height = stage.theme().extra_large() ? 1.3 : kTextLine,
                        .ground = Colour::Card};
  const double size = 10 * stage.theme().growth();
  const double line = stage.canvas().measure("0", style).height;
  flow.begin_card();
  for (const std::string& paragraph : statement.paragraphs) {
    const double room = flow.width() - size - kS2;
    const double words = stage.canvas().measure(paragraph, style, room).height;
    flow.add(std::max(size, words) + 2 * kAir,
             [&stage, paragraph, size, line, style, icon = statement.icon](const Rect& r) {
               Rect row = r.inset(0, kAir);
               const Rect mark = row.cut_left(size, kS2);
               stage.canvas().icon({mark.centre().x, row.y + std::max(size, line) / 2}, icon, size,
                                   Colour::Blue);
               stage.canvas().text(row, paragraph, style);
             });
  }
  flow.end_card();
}

}  // namespace huimin::screens::resident
