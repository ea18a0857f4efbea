#include "screens/toolkit/page.h"
#include "screens/toolkit/signature_pad.h"
#include "screens/toolkit/widgets.h"
#include "toolkit_sample_pages.h"
#include "toolkit_stage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace huimin::screens {

namespace {

constexpr std::array<Palette, 4> kPalettes = {Palette::Standard, Palette::DarkGround,
                                              Palette::LightGround, Palette::Soft};

using Draw = std::function<void(Ui&)>;
std::vector<std::pair<std::string, Draw>> pages() {
  return {{"home", samples::draw_home},
          {"form", [](Ui& ui) { samples::draw_form(ui, {}); }},
          {"review", samples::draw_review},
          {"status", samples::draw_status},
          {"parts", samples::draw_parts}};
}

int distance(int a_from, int a_to, int b_from, int b_to) {
  return std::max({0, b_from - a_to, a_from - b_to});
}

bool click(Stage& stage, const std::string& id) {
  return stage.frame.tap(id) && stage.settle();
}

}  // namespace

TEST_SUITE("widgets") {
  TEST_CASE("on pages like the mock-ups no text is cut and no id is used twice") {
    for (const auto& [name, draw] : pages()) {
      for (const Palette palette : kPalettes) {
        Stage stage(draw, {}, {TextSize::Medium, palette});
        stage.show();
        CAPTURE(name);
        for (const Entry& entry : stage.frame.registry().entries()) {
          CAPTURE(entry.id);
          CHECK_FALSE(entry.clipped);
        }
        CHECK(stage.frame.registry().duplicates().empty());
        CHECK(stage.frame.glyphs().missing().empty());
      }
    }
  }

  TEST_CASE("what can be touched is large enough and keeps its distance") {
    for (const auto& [name, draw] : pages()) {
      Stage stage(draw);
      stage.show();
      const Theme theme(stage.screen, stage.look);
      std::vector<Entry> touchable;
      for (const Entry& entry : stage.frame.registry().entries()) {
        if (is_interactive(entry.role)) touchable.push_back(entry);
      }
      for (std::size_t i = 0; i < touchable.size(); ++i) {
        const Entry& a = touchable[i];
        CAPTURE(a.id);
        CHECK(std::min(a.rect.w, a.rect.h) >= theme.px(kTouch));
        for (std::size_t j = i + 1; j < touchable.size(); ++j) {
          const Entry& b = touchable[j];
          CAPTURE(b.id);
          const int across = distance(a.rect.x, a.rect.right(), b.rect.x, b.rect.right());
          const int down = distance(a.rect.y, a.rect.bottom(), b.rect.y, b.rect.bottom());
          CHECK(std::max(across, down) >= theme.px(kTouchGap));
        }
      }
    }
  }

  TEST_CASE("registered colours have the contrast of their palette") {
    for (const auto& [name, draw] : pages()) {
      for (const Palette palette : kPalettes) {
        Stage stage(draw, {}, {TextSize::Medium, palette});
        stage.show();
        const double black_and_white = palette == Palette::Standard ? 10 : 20;
        const double least = palette == Palette::Soft ? 4.5 : black_and_white;
        for (const Entry& entry : stage.frame.registry().entries()) {
          if (entry.cap_mm == 0) continue;
          CAPTURE(entry.id);
          CHECK(contrast(entry.ink, entry.ground) >= least);
          CHECK(entry.cap_mm >= 4.8);
        }
      }
    }
  }

  TEST_CASE("a pressed, a focused and an off button look different in every palette") {
    for (const Palette palette : kPalettes) {
      for (const ButtonKind kind : {ButtonKind::Filled, ButtonKind::Outlined, ButtonKind::Help,
                                    ButtonKind::HelpOn, ButtonKind::Quiet, ButtonKind::QuietWide,
                                    ButtonKind::Aid}) {
        bool enabled = true;
        Stage stage(
            [&](Ui& ui) {
              button(ui, "b", {20, 20, 60, 28}, {.label = "好", .kind = kind, .enabled = enabled});
            },
            {480, 400, 119}, {TextSize::Medium, palette});
        stage.show();
        const auto rest = stage.pixels.memory();
        stage.frame.bridge().press(200, 130);
        stage.show();
        const auto pressed = stage.pixels.memory();
        stage.frame.bridge().cancel();
        stage.settle();
        CHECK(stage.pixels.memory() == rest);
        stage.frame.bridge().key(FocusKey::Next);
        stage.settle();
        const auto focused = stage.pixels.memory();
        stage.frame.focus().clear();
        enabled = false;
        stage.settle();
        CAPTURE(static_cast<int>(palette));
        CAPTURE(static_cast<int>(kind));
        CHECK(pressed != rest);
        CHECK(focused != rest);
        CHECK(stage.pixels.memory() != rest);
      }
    }
  }

  TEST_CASE("words that do not fit beside their icon go under it, or are reported as cut") {
    double width = 110;
    Stage stage([&](Ui& ui) {
      button(ui, "b", {10, 10, width, 28}, {.label = "叫工作人员", .icon = Icon::SupportAgent});
    });
    for (const double w : {110.0, 60.0, 52.0}) {
      width = w;
      stage.show();
      CAPTURE(w);
      CHECK_FALSE(stage.find("b")->clipped);
    }
    width = 20;
    stage.show();
    CHECK(stage.find("b")->clipped);
  }

  TEST_CASE("a segmented choice tells which one was clicked and which is chosen") {
    std::optional<std::size_t> chosen;
    const std::array<Option, 3> options = {Option{.id = "yes", .label = "是"},
                                           Option{.id = "no", .label = "否"},
                                           Option{.id = "off", .label = "不清楚", .enabled = false}};
    Stage stage([&](Ui& ui) {
      if (const auto clicked = segmented(ui, "q", {20, 20, 200, 24}, {options, chosen})) {
        chosen = clicked;
      }
    });
    stage.show();
    CHECK(click(stage, "q.no"));
    CHECK(chosen == 1);
    stage.show();
    CHECK(stage.find("q.no")->value == "on");
    CHECK(stage.find("q.yes")->value == "off");
    CHECK_FALSE(stage.frame.tap("q.off"));
  }

  TEST_CASE("tiles, rows, check cards, answers and pagers click by their ids") {
    std::vector<std::string> clicks;
    Stage stage([&](Ui& ui) {
      Rect rest = Rect{20, 10, 228, 400};
      const auto note = [&](bool clicked, const char* id) {
        if (clicked) clicks.emplace_back(id);
      };
      note(tile(ui, "tile", rest.cut_top(50, 5), {.icon = Icon::Home, .title = "一"}), "tile");
      note(small_tile(ui, "small", rest.cut_top(40, 5), {.icon = Icon::Home, .title = "二"}),
           "small");
      note(choice_row(ui, "row", rest.cut_top(30, 5), {.title = "三"}), "row");
      note(check_card(ui, "check", rest.cut_top(40, 5), {.title = "四"}), "check");
      note(answer_row(ui, "answer", rest.cut_top(30, 5),
                      {.label = "五", .value = "六", .change = "改"}),
           "answer");
      if (pager(ui, "page", rest.cut_top(30), {.back = "上", .forward = "下"}) == 1) {
        clicks.emplace_back("forward");
      }
    });
    stage.show();
    for (const char* id : {"tile", "small", "row", "check", "answer", "page.forward"}) {
      CHECK(click(stage, id));
    }
    CHECK(clicks ==
          std::vector<std::string>{"tile", "small", "row", "check", "answer", "forward"});
    CHECK(stage.find("answer.answer")->value == "六");
  }

  TEST_CASE("a page returns which of its buttons was clicked") {
    PageClick clicked = PageClick::None;
    PageTexts texts{.screen = "x", .title = "低保申请", .subtitle = "王* 本人办理"};
    texts.aids = {.language = "English", .size = "大字", .palette = "黑底", .read = "朗读"};
    texts.left = {.label = "上一步", .icon = Icon::ArrowBack};
    texts.help = "叫工作人员";
    texts.right = {.label = "下一步", .icon = Icon::ArrowForward, .kind = ButtonKind::Filled};
    Stage stage([&](Ui& ui) {
      const Page page(ui, texts);
      if (page.clicked() != PageClick::None) clicked = page.clicked();
    });
    stage.show();
    const std::vector<std::pair<const char*, PageClick>> places = {
        {"bar.left", PageClick::Left},      {"bar.help", PageClick::Help},
        {"bar.right", PageClick::Right},    {"aid.language", PageClick::Language},
        {"aid.size", PageClick::Size},      {"aid.palette", PageClick::Palette},
        {"aid.read", PageClick::Read}};
    for (const auto& [id, expected] : places) {
      CAPTURE(id);
      CHECK(click(stage, id));
      CHECK(clicked == expected);
    }
  }

  TEST_CASE("the three places of the bottom bar never move and keep the size of primary acts") {
    for (const Screen& screen : {Screen{1080, 1920, 268}, Screen{1920, 1080, 476},
                                 Screen{1366, 768, 345}, Screen{1024, 768, 304.8}}) {
      for (const TextSize size : {TextSize::Small, TextSize::Medium, TextSize::Large,
                                  TextSize::ExtraLarge}) {
        PageTexts texts{.screen = "x", .title = "低保"};
        texts.left = {.label = "返回", .icon = Icon::ArrowBack};
        texts.help = "叫工作人员";
        texts.right = {.label = "下一步", .icon = Icon::ArrowForward};
        Stage stage([&](Ui& ui) { const Page page(ui, texts); }, screen, {size, {}});
        stage.show();
        const PxRect help = stage.find("bar.help")->rect;
        const Theme theme(screen, {size, {}});
        CAPTURE(screen.width_px);
        CAPTURE(static_cast<int>(size));
        for (const char* id : {"bar.left", "bar.help", "bar.right"}) {
          const Entry* entry = stage.find(id);
          CHECK(std::min(entry->rect.w, entry->rect.h) >= theme.px(kPrimaryTouch));
          CHECK_FALSE(entry->clipped);
        }
        texts.left = {};
        texts.right = {.say = "卡一直在您手边"};
        stage.show();
        CHECK(stage.find("bar.help")->rect == help);
        CHECK(stage.find("bar.left") == nullptr);
      }
    }
  }

  TEST_CASE("a signature is kept as strokes in millimetres with time") {
    Ink ink;
    int ended = 0;
    const Rect pad{20, 50, 200, 100};
    Stage stage([&](Ui& ui) {
      if (signature_pad(ui, "sign.pad", pad, ink, {.label = "请在这里签名"})) ++ended;
    });
    stage.show();
    const Theme theme(stage.screen, stage.look);
    Bridge& bridge = stage.frame.bridge();
    bridge.press(theme.px(60), theme.px(100), 1000);
    for (int i = 1; i <= 10; ++i) {
      bridge.move(theme.px(60 + 5 * i), theme.px(100), static_cast<std::uint32_t>(1000 + 8 * i));
    }
    bridge.release(theme.px(110), theme.px(100), 1100);
    CHECK(stage.settle());
    CHECK(ended == 1);
    REQUIRE(ink.strokes.size() == 1);
    CHECK(ink.strokes[0].size() == 11);
    CHECK(ink.strokes[0].front().x_mm == doctest::Approx(40).epsilon(0.01));
    CHECK(ink.strokes[0].back().x_mm == doctest::Approx(90).epsilon(0.01));
    CHECK(ink.strokes[0].front().at_ms == 0);
    CHECK(ink.strokes[0].back().at_ms == 80);
    CHECK(stage.find("sign.pad")->value == "1");
    ink.undo();
    CHECK(ink.empty());
  }

  TEST_CASE("a stroke that leaves the pad goes on when it comes back, and starts only inside") {
    Ink ink;
    Stage stage([&](Ui& ui) { signature_pad(ui, "pad", {20, 50, 100, 50}, ink, {}); });
    stage.show();
    const Theme theme(stage.screen, stage.look);
    Bridge& bridge = stage.frame.bridge();
    bridge.press(theme.px(60), theme.px(70));
    bridge.move(theme.px(60), theme.px(130));
    bridge.move(theme.px(70), theme.px(90));
    bridge.release(theme.px(70), theme.px(200));
    stage.settle();
    REQUIRE(ink.strokes.size() == 1);
    CHECK(ink.strokes[0].size() == 2);
    bridge.press(theme.px(60), theme.px(130));
    bridge.move(theme.px(60), theme.px(70));
    bridge.release(theme.px(60), theme.px(70));
    stage.settle();
    CHECK(ink.strokes.size() == 1);
  }
}

}  // namespace huimin::screens
