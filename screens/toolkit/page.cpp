#include "screens/toolkit/page.h"

#include <algorithm>

namespace huimin::screens {

namespace {

// From the mock-ups, in mm.
constexpr double kSeal = 18.9;
constexpr double kSealSmallPanel = 17.2;
constexpr double kAidWidth = 26.8;
constexpr double kLeftPlace = 62.5;
constexpr double kHelpPlace = 78.4;
constexpr double kLeftPlaceNarrow = 59.5;
// Beyond this width of the panel the places of the bottom bar stop growing.
constexpr double kNarrowPanel = 320;
// Large letters on a small panel need the width of all three places: shares of it.
constexpr double kLeftShare = 0.245, kHelpShare = 0.325;

struct AidLook {
  std::string_view id;
  std::string_view label;
  Icon icon;
  bool on;
  PageClick click;
};

// The aids may take this part of the top bar; beyond it their words wrap.
constexpr double kAidShare = 0.62;

double aid_width(Ui& ui, std::span<const AidLook> aids, double room) {
  double widest = 0;
  for (const AidLook& aid : aids) {
    widest = std::max(widest, ui.canvas().measure(aid.label, {.type = Type::T0}).width);
  }
  const double least = kAidWidth * (ui.theme().extra_large() ? 1.26 : 1);
  const double most = (room * kAidShare - 3 * kS1) / 4;
  return std::min(std::max(least, widest + 4), std::max(most, least));
}

bool draw_aid(Ui& ui, const Rect& rect, const AidLook& aid) {
  return button(ui, aid.id, rect,
                {.label = aid.label,
                 .kind = ButtonKind::Aid,
                 .icon = aid.icon,
                 .icon_above = true,
                 .selected = aid.on,
                 .role = Role::Aid,
                 .type = Type::T0,
                 .ground = Colour::Card});
}

void draw_seal(Ui& ui, const Rect& place) {
  ui.canvas().fill(place, Colour::Blue, place.w * 0.26);
  ui.canvas().icon(place.centre(), Icon::VolunteerActivism, place.w * 0.685, Colour::OnBlue);
}

TextStyle title_style(const Theme& theme) {
  return {.type = Type::T1,
          .weight = Weight::Bold,
          .factor = 1.067,
          .line_height = theme.extra_large() ? 1.2 : 1.3,
          .ground = Colour::Card};
}

TextStyle subtitle_style(const Theme& theme) {
  return {.type = Type::T0,
          .colour = Colour::Soft,
          .line_height = theme.extra_large() ? kTitleLine : 1.35,
          .ground = Colour::Card};
}

struct TopWords {
  std::string_view title, subtitle;
  bool seal = false;
};

// The seal says nothing that the words do not say: it goes first when they need its place. Then
// the short words stand instead of the long ones.
TopWords top_words(Ui& ui, double room, const PageTexts& texts) {
  const Theme& theme = ui.theme();
  const auto fitting = [&](std::string_view words, std::string_view shorter,
                           const TextStyle& style) {
    return shorter.empty() || ui.canvas().measure(words, style).width <= room ? words : shorter;
  };
  TopWords words{fitting(texts.title, texts.short_title, title_style(theme)),
                 fitting(texts.subtitle, texts.short_subtitle, subtitle_style(theme))};
  const double title = ui.canvas().measure(words.title, title_style(theme)).width;
  const double second = ui.canvas().measure(words.subtitle, subtitle_style(theme)).width;
  words.seal = !theme.extra_large() && std::max(title, second) + kSeal + kS2 <= room;
  return words;
}

// A question of the page, on two lines if need be.
void draw_question(Ui& ui, const Rect& place, std::string_view question) {
  TextStyle style = title_style(ui.theme());
  // The smallest that titles of this bar have; the words of the page below are no smaller.
  if (!ui.theme().small_panel()) style.type = Type::T3;
  if (ui.canvas().measure(question, style).width > place.w) {
    style.type = Type::T1;
    style.factor = 1;
  }
  if (ui.canvas().measure(question, style, place.w).height > place.h - 4) {
    style.type = Type::T0;
    style.line_height = 1.15;
  }
  ui.canvas().text(place, question, style,
                   {.vertical = VerticalAlign::Middle, .id = "title", .role = Role::Title});
}

// The same on every screen of one size, so that the places never move.
struct PlaceWidths {
  double left = kLeftPlace;
  double help = kHelpPlace;
};

PlaceWidths place_widths(const Theme& theme, double row) {
  if (!theme.small_panel()) return {};
  if (theme.growth() > 1.15) return {row * kLeftShare, row * kHelpShare};
  return {theme.width_mm() < kNarrowPanel ? kLeftPlaceNarrow : kLeftPlace, kHelpPlace};
}

}  // namespace

Page::Page(Ui& ui, const PageTexts& texts) : ui_(&ui), body_(ui.theme().whole()) {
  ui.enter_screen(texts.screen);
  draw_top(texts);
  draw_bottom(texts);
  ui.registry().set_zone(Zone::Body);
}

Rect Page::content() const {
  const Theme& theme = ui_->theme();
  const double down = theme.small_panel() ? 4.5 : theme.extra_large() ? kS3 : kS4;
  return body_.inset(theme.margin_mm(), down);
}

void Page::draw_top(const PageTexts& texts) {
  Ui& ui = *ui_;
  const Theme& theme = ui.theme();
  ui.registry().set_zone(Zone::TopBar);
  const Rect bar = body_.cut_top(theme.top_bar_mm());
  ui.canvas().fill(bar, Colour::Card);
  Rect hairline = bar;
  ui.canvas().fill(hairline.cut_bottom(kHairline), Colour::Line);
  Rect row{bar.x + theme.margin_mm(), bar.y, bar.w - 2 * theme.margin_mm(), bar.h - kHairline};
  if (texts.show_aids) {
    const AidLook aids[] = {
        {texts.aids.language_id, texts.aids.language, Icon::Translate, false, PageClick::Language},
        {texts.aids.size_id, texts.aids.size, Icon::FormatSize, texts.aids.size_on,
         PageClick::Size},
        {texts.aids.palette_id, texts.aids.palette, Icon::Contrast, texts.aids.palette_on,
         PageClick::Palette},
        {texts.aids.read_id, texts.aids.read, Icon::VolumeUp, texts.aids.reading, PageClick::Read}};
    const double width = aid_width(ui, aids, bar.w - 2 * theme.margin_mm());
    const double height = bar.h - (theme.small_panel() ? 5.6 : theme.extra_large() ? 10.3 : 8.2);
    Rect tools = row.cut_right(4 * width + 3 * kS1, kS2).centred(4 * width + 3 * kS1, height);
    for (const AidLook& aid : aids) {
      if (aid.label.empty()) continue;  // what is not there is not offered
      if (draw_aid(ui, tools.cut_left(width, kS1), aid)) clicked_ = aid.click;
    }
  }
  if (!texts.question.empty()) return draw_question(ui, row, texts.question);
  const TopWords words = top_words(ui, row.w, texts);
  if (words.seal) {
    const double side = theme.small_panel() ? kSealSmallPanel : kSeal;
    draw_seal(ui, row.cut_left(side, kS2).centred(side, side));
  }
  const TextStyle title = title_style(theme);
  const TextStyle second = subtitle_style(theme);
  const double first = theme.letter_mm(title.type, title.factor) * title.line_height;
  const double below =
      words.subtitle.empty() ? 0 : theme.letter_mm(second.type) * second.line_height;
  const double top = row.y + (row.h - first - below) / 2;
  ui.canvas().text({row.x, top, row.w, first}, words.title, title,
                   {.max_lines = 1, .id = "page.title", .role = Role::Heading});
  if (below > 0) {
    ui.canvas().text({row.x, top + first, row.w, below}, words.subtitle, second,
                     {.max_lines = 1, .id = "page.subtitle"});
  }
}

void Page::draw_bottom(const PageTexts& texts) {
  Ui& ui = *ui_;
  const Theme& theme = ui.theme();
  ui.registry().set_zone(Zone::BottomBar);
  const Rect bar = body_.cut_bottom(theme.bottom_bar_mm());
  ui.canvas().fill(bar, Colour::Card);
  Rect hairline = bar;
  ui.canvas().fill(hairline.cut_top(kHairline), Colour::Line);
  const double height = theme.bar_button_mm();
  Rect row = bar.inset(theme.margin_mm(), 0).centred(bar.w - 2 * theme.margin_mm(), height);
  const PlaceWidths widths = place_widths(theme, row.w);
  draw_place("bar.left", row.cut_left(widths.left, kS2), texts.left);
  const Rect help = row.cut_left(widths.help, kS2);
  if (!texts.help.empty()) {
    const auto kind = texts.help_called ? ButtonKind::HelpOn : ButtonKind::Help;
    draw_place("bar.help", help,
               BarPlace{.id = texts.help_id, .label = texts.help, .icon = Icon::SupportAgent,
                        .kind = kind});
  }
  draw_place("bar.right", row, texts.right);
}

void Page::draw_place(std::string_view at, const Rect& rect, const BarPlace& place) {
  Ui& ui = *ui_;
  const Theme& theme = ui.theme();
  if (place.label.empty()) {
    if (place.say.empty()) return;
    const TextStyle style{.type = Type::T0, .colour = Colour::Soft,
                          .line_height = theme.extra_large() ? 1.3 : 1.4,
                          .ground = Colour::Card};
    ui.canvas().text({rect.x + kS1, rect.y, rect.w - kS1, rect.h}, place.say, style,
                     {.vertical = VerticalAlign::Middle, .id = at});
    return;
  }
  const bool right = at == "bar.right";
  // Only what leads on stands behind its word.
  const bool after = right && (place.icon == Icon::ArrowForward || place.icon == Icon::Check ||
                               place.icon == Icon::Logout || place.icon == Icon::Draw);
  // All three stand alike; beside their icons large words do not fit.
  const bool above = theme.growth() > 1.15 && !theme.small_panel();
  const Type type = theme.growth() > 1.15 ? Type::T1 : Type::T2;
  // A small panel has no height above the word either: there it stands alone.
  const Button beside{.label = place.label, .icon = place.icon, .type = type};
  const bool with_icon = above || button_width(ui, beside) <= rect.w;
  const bool clicked = button(ui, place.id.empty() ? at : place.id, rect,
                              {.label = place.label,
                               .kind = place.kind,
                               .icon = with_icon ? place.icon : Icon::None,
                               .icon_after = after,
                               .icon_above = above,
                               .enabled = place.enabled,
                               .type = type,
                               .ground = Colour::Card});
  if (!clicked) return;
  clicked_ = right ? PageClick::Right : at == "bar.help" ? PageClick::Help : PageClick::Left;
}

}  // namespace huimin::screens
