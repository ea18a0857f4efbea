#include "screens/resident/parts.h"

#include "screens/input/keys.h"

#include <algorithm>
#include <utility>

namespace huimin::screens::resident {

namespace {

constexpr double kPadX = 8, kPadY = 6;
// A banner with a large sign is the head of its page and has more air.
constexpr double kLargeSign = 28, kLargePadY = 9;

double pad_y(const Theme& theme, const Banner& banner) {
  if (theme.small_panel()) return 4;
  return banner.icon_mm < kLargeSign ? kPadY : kLargePadY;
}

TextStyle hero_title(const Theme& theme) {
  return {.type = is_tight(theme) ? Type::T4 : Type::T5,
          .weight = Weight::Bold,
          .line_height = kTitleLine};
}

TextStyle hero_lead(const Theme& theme) {
  if (is_tight(theme)) return {.type = Type::T1, .line_height = 1.3};
  return {.type = Type::T2, .factor = 1.11};
}

struct Colours {
  Colour fill, edge, icon, title, second;
  double edge_mm;
};

Colours colours_of(const Theme& theme, BannerKind kind) {
  switch (kind) {
    case BannerKind::Read:
      return {Colour::Card, Colour::Line, Colour::Blue, Colour::Ink, Colour::Soft, kHairline};
    case BannerKind::Info:
      return {Colour::BlueSoft, is_contrast(theme) ? Colour::Line : Colour::BlueSoft,
              Colour::Blue,     Colour::Ink,
              Colour::Ink,      is_contrast(theme) ? kHairline : 0};
    case BannerKind::Warn:
      return {Colour::OrangeSoft, Colour::Orange, Colour::Rust,
              Colour::Rust,       Colour::Rust,   theme.urgent_edge_mm()};
    case BannerKind::Called:
      return {Colour::Rust, Colour::Rust, Colour::OnBlue, Colour::OnBlue, Colour::OnBlue, 0};
  }
  return {};
}

TextStyle title_style(const Banner& banner, const Colours& colours) {
  return {.type = banner.type,
          .weight = Weight::Bold,
          .colour = colours.title,
          .factor = banner.factor,
          .line_height = 1.3,
          .ground = colours.fill};
}

TextStyle second_style(const Colours& colours) {
  return {.type = Type::T1, .colour = colours.second, .ground = colours.fill};
}

double icon_size(const Theme& theme, const Banner& banner) {
  if (banner.icon == Icon::None) return 0;
  return theme.small_panel() ? banner.icon_mm * 0.7 : banner.icon_mm * theme.growth();
}

double icon_column(const Theme& theme, const Banner& banner) {
  const double size = icon_size(theme, banner);
  return size == 0 ? 0 : size + (theme.small_panel() ? 4 : kS3);
}

double pad_x(const Theme& theme) { return theme.small_panel() ? 6 : kPadX; }

double words_room(Stage& stage, double width, const Banner& banner) {
  return width - 2 * pad_x(stage.theme()) - icon_column(stage.theme(), banner);
}

FittedNumber title_of(Stage& stage, const Banner& banner, const Colours& colours, double room) {
  const TextStyle style = title_style(banner, colours);
  if (!banner.number) return {banner.title, style};
  return fitted_number(stage, banner.title, style, room);
}

double words_height(Stage& stage, double width, const Banner& banner) {
  const Colours colours = colours_of(stage.theme(), banner.kind);
  const double room = words_room(stage, width, banner);
  double height = 0;
  if (!banner.title.empty()) {
    const FittedNumber title = title_of(stage, banner, colours, room);
    height += stage.canvas().measure(title.words, title.style, room).height;
  }
  if (!banner.second.empty()) {
    height += stage.canvas().measure(banner.second, second_style(colours), room).height;
  }
  return height;
}

}  // namespace

bool is_contrast(const Theme& theme) {
  const Palette palette = theme.look().palette;
  return palette == Palette::DarkGround || palette == Palette::LightGround;
}

bool is_tight(const Theme& theme) { return theme.small_panel() && theme.extra_large(); }

void draw_ring(Stage& stage, const RingShare& ring) {
  Canvas& canvas = stage.canvas();
  if (is_contrast(stage.theme())) {
    canvas.circle(ring.centre, ring.radius_mm, Colour::Line, kHairline);
    canvas.circle(ring.centre, ring.radius_mm - ring.width_mm, Colour::Line, kHairline);
  } else {
    canvas.circle(ring.centre, ring.radius_mm, Colour::Line, ring.width_mm);
  }
  canvas.arc({.centre = ring.centre,
              .radius_mm = ring.radius_mm,
              .to_turn = ring.share,
              .width_mm = ring.width_mm},
             Colour::Blue);
}

FittedNumber fitted_number(Stage& stage, const std::string& number, const TextStyle& wanted,
                           double width_mm) {
  constexpr double kAir = 2;
  const Theme& theme = stage.theme();
  FittedNumber fitted{number, wanted};
  fitted.style.factor = fitting_factor(stage.ui, number, wanted, width_mm - kAir);
  if (theme.cap_mm(wanted.type, fitted.style.factor) >= theme.cap_mm(Type::T0)) return fitted;
  const std::size_t hyphen = number.find('-', number.size() / 2 - 1);
  if (hyphen == std::string::npos) return fitted;
  fitted.words.insert(hyphen + 1, 1, '\n');
  fitted.style.factor = fitting_factor(stage.ui, fitted.words, wanted, width_mm - kAir);
  return fitted;
}

void draw_number(Stage& stage, const Rect& rect, const FittedNumber& fitted, Entry entry) {
  const TextStyle& style = fitted.style;
  entry.ink = stage.theme().rgb(style.colour);
  entry.ground = stage.theme().rgb(style.ground);
  entry.cap_mm = stage.theme().cap_mm(style.type, style.factor);
  entry.clipped = stage.canvas().paint_text(rect, fitted.words, style).clipped;
  stage.ui.readable(std::move(entry), rect);
}

bool banner_fits(Stage& stage, double width_mm, const Banner& banner) {
  const Colours colours = colours_of(stage.theme(), banner.kind);
  const double room = words_room(stage, width_mm, banner);
  const FittedNumber title = title_of(stage, banner, colours, room);
  return !stage.canvas().measure(title.words, title.style, room).clipped &&
         !stage.canvas().measure(banner.second, second_style(colours), room).clipped;
}

double banner_height(Stage& stage, double width_mm, const Banner& banner) {
  const double icon = icon_size(stage.theme(), banner);
  return std::max(icon, words_height(stage, width_mm, banner)) + 2 * pad_y(stage.theme(), banner);
}

void draw_banner(Stage& stage, const Rect& rect, const Banner& banner) {
  Canvas& canvas = stage.canvas();
  const Colours colours = colours_of(stage.theme(), banner.kind);
  canvas.box(rect, {colours.fill, colours.edge, colours.edge_mm, kR3});
  Rect inside = rect.inset(pad_x(stage.theme()), pad_y(stage.theme(), banner));
  if (banner.icon != Icon::None) {
    const double size = icon_size(stage.theme(), banner);
    const Rect column = inside.cut_left(icon_column(stage.theme(), banner));
    canvas.icon({column.x + size / 2, column.centre().y}, banner.icon, size, colours.icon);
  }
  const double words = words_height(stage, rect.w, banner);
  inside.y += (inside.h - words) / 2;
  inside.h = words;
  if (!banner.title.empty()) {
    const FittedNumber title = title_of(stage, banner, colours, inside.w);
    const double height = canvas.measure(title.words, title.style, inside.w).height;
    const Rect line = inside.cut_top(height);
    if (banner.number) {
      draw_number(stage, line, title, entry_of(stage, {}, Role::Heading, banner.title));
    } else {
      canvas.text(line, banner.title, title.style, {.role = Role::Heading});
    }
  }
  if (!banner.second.empty()) canvas.text(inside, banner.second, second_style(colours));
}

void add_banner(Flow& flow, Stage& stage, Banner banner) {
  // Higher ones find no place on a page of a small panel: what explains stands below then.
  constexpr double kHighest = 75;
  double height = banner_height(stage, flow.width(), banner);
  const std::string second = banner.second;
  const bool parted = is_tight(stage.theme()) && height > kHighest && !second.empty();
  if (parted) {
    banner.second.clear();
    height = banner_height(stage, flow.width(), banner);
  }
  flow.add(height,
           [&stage, banner = std::move(banner)](const Rect& r) { draw_banner(stage, r, banner); });
  if (!parted) return;
  flow.gap(kS1);
  flow.words(second, {.colour = Colour::Soft, .line_height = 1.3});
}

namespace {

// Large letters on a small panel: no card, and a page may be cut between any two lines.
void add_info_lines(Flow& flow, const InfoCard& card) {
  flow.heading(card.title);
  for (std::size_t begin = 0; begin < card.text.size();) {
    const std::size_t end = std::min(card.text.find('\n', begin), card.text.size());
    flow.words(card.text.substr(begin, end - begin),
               {.type = Type::T0, .colour = Colour::Soft, .line_height = 1.3});
    begin = end + 1;
  }
}

}  // namespace

void add_info_card(Flow& flow, Stage& stage, InfoCard card) {
  if (is_tight(stage.theme())) return add_info_lines(flow, card);
  const TextStyle title{
      .type = Type::T2, .weight = Weight::Bold, .line_height = 1.35, .ground = Colour::Card};
  const TextStyle text{.type = Type::T1, .colour = Colour::Soft, .ground = Colour::Card};
  const double icon = 11 * stage.theme().growth();
  const double room = flow.width() - 2 * kPadX;
  const double first =
      std::max(icon, stage.canvas().measure(card.title, title, room - icon - 4).height);
  const double rest =
      card.text.empty() ? 0 : 1 + stage.canvas().measure(card.text, text, room).height;
  flow.add(first + rest + 2 * kPadY, [=, &stage, card = std::move(card)](const Rect& r) {
    stage.canvas().box(r, {.radius_mm = kR3});
    Rect inside = r.inset(kPadX, kPadY);
    Rect top = inside.cut_top(first, 1);
    stage.canvas().icon(top.cut_left(icon, 4).centre(), card.icon, icon, Colour::Blue);
    stage.canvas().text(top, card.title, title,
                        {.vertical = VerticalAlign::Middle, .role = Role::Heading});
    if (!card.text.empty()) stage.canvas().text(inside, card.text, text);
  });
}

void add_contact_card(Flow& flow, Stage& stage, std::string title, const view::Contact& contact) {
  const std::string name = contact_name(contact), line = contact_line(stage, contact);
  const std::string between = name.empty() || line.empty() ? "" : "\n";
  add_info_card(flow, stage, {Icon::Person, std::move(title), name + between + line});
}

void add_hero_words(Flow& flow, Stage& stage, const std::string& title, const std::string& lead) {
  const TextStyle large = hero_title(stage.theme()), small = hero_lead(stage.theme());
  const double height = stage.canvas().measure(title, large, flow.width()).height;
  flow.add(height, [&stage, title, large](const Rect& r) {
    stage.canvas().text(r, title, large,
                        {.align = Align::Centre, .id = "title", .role = Role::Title});
  });
  if (lead.empty()) return;
  flow.gap(3.5);
  const double below = stage.canvas().measure(lead, small, flow.width()).height;
  flow.add(below, [&stage, lead, small](const Rect& r) {
    stage.canvas().text(r, lead, small, {.align = Align::Centre});
  });
}

void add_hero(Flow& flow, Stage& stage, Hero hero) {
  const double size = is_tight(stage.theme()) ? 24 : stage.theme().small_panel() ? 30 : 56;
  flow.add(size, [&stage, size, icon = hero.icon, urgent = hero.urgent](const Rect& r) {
    const double radius = size / 2;
    const Colour edge = urgent ? Colour::Orange : Colour::Blue;
    stage.canvas().disc(r.centre(), radius, edge);
    stage.canvas().disc(r.centre(), radius - kStrong,
                        urgent ? Colour::OrangeSoft : Colour::BlueSoft);
    stage.canvas().icon(r.centre(), icon, size * 0.62, urgent ? Colour::Rust : Colour::Blue);
  });
  flow.gap(6);
  add_hero_words(flow, stage, hero.title, hero.lead);
}

}  // namespace huimin::screens::resident
