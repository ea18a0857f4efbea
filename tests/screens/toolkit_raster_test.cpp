#include "screens/toolkit/raster.h"

#include "screens/toolkit/png.h"
#include "toolkit_stage.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numbers>
#include <random>
#include <vector>

namespace huimin::screens {

namespace {

constexpr Screen kSmall{330, 270, 82.5};

// A page of random shapes that is the same for the same seed.
void draw_random(Ui& ui, unsigned seed) {
  std::mt19937 random(seed);
  const auto pick = [&](double least, double most) {
    return std::uniform_real_distribution<double>(least, most)(random);
  };
  const auto colour = [&] { return static_cast<Colour>(random() % 15); };
  Canvas& canvas = ui.canvas();
  for (int i = 0; i < 12; ++i) {
    const Rect r{pick(-10, 70), pick(-10, 55), pick(1, 40), pick(1, 30)};
    switch (random() % 7) {
      case 0: canvas.fill(r, colour(), pick(0, 8)); break;
      case 1: canvas.box(r, {colour(), colour(), pick(0, 2), pick(0, 6)}); break;
      case 2: canvas.edge(r, colour(), pick(0, 2), pick(0, 6)); break;
      case 3: canvas.disc(r.centre(), pick(0.1, 12), colour()); break;
      case 4: canvas.arc({r.centre(), pick(3, 12), 0, pick(0, 1), pick(0.3, 3)}, colour()); break;
      case 5: canvas.text(r, "新邵县 Ag 7", {.type = Type::T1, .colour = colour()}); break;
      case 6: {
        const std::array<Point, 3> line = {Point{r.x, r.y}, r.centre(), {r.right(), r.y + 3}};
        canvas.polyline(line, colour(), pick(0.3, 3));
        break;
      }
    }
  }
}

// Every pixel against every triangle, with no tiles, no rectangles and no tricks.
class SlowPainter {
 public:
  SlowPainter(const AtlasView& atlas, int width, int height, Rgb ground)
      : atlas_(atlas), width_(width), height_(height),
        pixels_(static_cast<std::size_t>(width * height) * 3) {
    for (std::size_t i = 0; i < pixels_.size(); i += 3) {
      pixels_[i] = ground.r;
      pixels_[i + 1] = ground.g;
      pixels_[i + 2] = ground.b;
    }
  }

  void paint(const ImDrawData& data) {
    for (int n = 0; n < data.CmdListsCount; ++n) {
      const ImDrawList& list = *data.CmdLists[n];
      for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImDrawVert* v = list.VtxBuffer.Data + command.VtxOffset;
        const ImDrawIdx* i = list.IdxBuffer.Data + command.IdxOffset;
        for (unsigned k = 0; k < command.ElemCount; k += 3) {
          triangle({&v[i[k]], &v[i[k + 1]], &v[i[k + 2]]}, command.ClipRect);
        }
      }
    }
  }

  // Largest difference of a channel, and how many pixels differ by more than 2.
  std::pair<int, int> difference(const std::vector<std::uint32_t>& fast) const {
    int worst = 0;
    int many = 0;
    for (std::size_t p = 0; p < fast.size(); ++p) {
      int here = 0;
      for (unsigned channel = 0; channel < 3; ++channel) {
        const auto value = static_cast<int>((fast[p] >> (16 - 8 * channel)) & 0xFF);
        here = std::max(here, std::abs(value - static_cast<int>(
                                           std::lround(pixels_[p * 3 + channel]))));
      }
      worst = std::max(worst, here);
      if (here > 2) ++many;
    }
    return {worst, many};
  }

 private:
  void triangle(const std::array<const ImDrawVert*, 3>& t, const ImVec4& clip) {
    const auto edge = [](const ImVec2& a, const ImVec2& b, double x, double y) {
      return (static_cast<double>(b.x) - a.x) * (y - a.y) -
             (static_cast<double>(b.y) - a.y) * (x - a.x);
    };
    const double area = edge(t[0]->pos, t[1]->pos, t[2]->pos.x, t[2]->pos.y);
    if (std::fabs(area) < 1e-5) return;
    const auto [left, right] = std::minmax({t[0]->pos.x, t[1]->pos.x, t[2]->pos.x});
    const auto [top, bottom] = std::minmax({t[0]->pos.y, t[1]->pos.y, t[2]->pos.y});
    const int from_y = std::max(0, static_cast<int>(top) - 1);
    const int to_y = std::min(height_, static_cast<int>(bottom) + 1);
    const int from_x = std::max(0, static_cast<int>(left) - 1);
    const int to_x = std::min(width_, static_cast<int>(right) + 1);
    for (int y = from_y; y < to_y; ++y) {
      for (int x = from_x; x < to_x; ++x) {
        const double px = x + 0.5;
        const double py = y + 0.5;
        if (px < clip.x || px >= clip.z || py < clip.y || py >= clip.w) continue;
        const double a = edge(t[1]->pos, t[2]->pos, px, py) / area;
        const double b = edge(t[2]->pos, t[0]->pos, px, py) / area;
        const double c = 1 - a - b;
        // Diagonals of rectangles pass through centres; the first of two triangles has them.
        if (a < -1e-9 || b < 0 || c < 1e-9) continue;
        blend(x, y, t, {a, b, c});
      }
    }
  }

  void blend(int x, int y, const std::array<const ImDrawVert*, 3>& t,
             const std::array<double, 3>& share) {
    double alpha = 0;
    double u = 0;
    double v = 0;
    const ImDrawVert* strongest = t[0];
    for (std::size_t k = 0; k < 3; ++k) {
      alpha += share[k] * (t[k]->col >> 24) / 255.0;
      u += share[k] * t[k]->uv.x * atlas_.width;
      v += share[k] * t[k]->uv.y * atlas_.height;
      if ((t[k]->col >> 24) > (strongest->col >> 24)) strongest = t[k];
    }
    alpha *= atlas_.pixels[static_cast<int>(v) * atlas_.width + static_cast<int>(u)] / 255.0;
    for (unsigned channel = 0; channel < 3; ++channel) {
      double& below = pixels_[static_cast<std::size_t>(y * width_ + x) * 3 + channel];
      const double ink = (strongest->col >> (8 * channel)) & 0xFF;
      below = ink * alpha + below * (1 - alpha);
    }
  }

  AtlasView atlas_;
  int width_;
  int height_;
  std::vector<double> pixels_;
};

std::uint32_t bits(Rgb c) {
  return static_cast<std::uint32_t>(c.r) << 16 | static_cast<std::uint32_t>(c.g) << 8 | c.b;
}

}  // namespace

TEST_SUITE("raster") {
  // Many random pages one after the other on one surface must end in the pixels of a first
  // painting.
  TEST_CASE("repainting changed tiles gives the same pixels as painting everything") {
    unsigned seed = 0;
    Stage many([&](Ui& ui) { draw_random(ui, seed); }, kSmall);
    for (seed = 1; seed <= 60; ++seed) {
      many.show();
      Stage once([&](Ui& ui) { draw_random(ui, seed); }, kSmall);
      once.show();
      CAPTURE(seed);
      CHECK(many.pixels.memory() == once.pixels.memory());
    }
  }

  TEST_CASE("the fast painter agrees with a slow one that knows only triangles") {
    for (unsigned seed = 100; seed < 116; ++seed) {
      Stage stage([&](Ui& ui) { draw_random(ui, seed); }, kSmall);
      stage.show();
      const Theme theme(kSmall, {});
      SlowPainter slow(stage.frame.glyphs().atlas(), kSmall.width_px, kSmall.height_px,
                       theme.rgb(Colour::Paper));
      slow.paint(*stage.frame.draw_data());
      const auto [worst, many] = slow.difference(stage.pixels.memory());
      CAPTURE(seed);
      CAPTURE(worst);
      // A centre that lies on an edge to the last bit may fall to either side.
      CHECK(many <= 4);
    }
  }

  TEST_CASE("a page that did not change damages nothing") {
    Stage stage([](Ui& ui) { draw_random(ui, 7); }, kSmall);
    CHECK_FALSE(stage.show().damage.empty());
    CHECK(stage.show().damage.empty());
  }

  TEST_CASE("a small change damages no more than it covers, losing the surface everything") {
    double width = 5;
    Stage stage(
        [&](Ui& ui) {
          ui.canvas().fill({1, 1, 60, 60}, Colour::Card, 3);
          ui.canvas().fill({20, 20, width, 2}, Colour::Blue);
        },
        kSmall);
    stage.show();
    width = 6;
    const Painted painted = stage.show();
    REQUIRE(painted.damage.size() == 1);
    CHECK(painted.damage[0] == Theme(kSmall, {}).px(Rect{20, 20, 6, 2}));
    stage.frame.repaint_all();
    long area = 0;
    for (const PxRect& r : stage.show().damage) area += static_cast<long>(r.w) * r.h;
    CHECK(area == 330L * 270);
  }

  TEST_CASE("another palette repaints the ground too") {
    Stage stage([](Ui&) {}, kSmall);
    stage.show();
    stage.look.palette = Palette::DarkGround;
    stage.show();
    const auto& memory = stage.pixels.memory();
    CHECK(std::count(memory.begin(), memory.end(), 0U) == static_cast<long>(memory.size()));
  }

  TEST_CASE("a disc covers its area, with a soft edge of one pixel") {
    const double radius = 20;
    Stage stage([&](Ui& ui) { ui.canvas().disc({40, 35}, radius, Colour::Ink); }, kSmall,
                {TextSize::Medium, Palette::LightGround});
    stage.show();
    double covered = 0;
    for (const std::uint32_t pixel : stage.pixels.memory()) covered += 1 - (pixel & 0xFF) / 255.0;
    const double r = radius * 4;
    CHECK(covered == doctest::Approx(std::numbers::pi * r * r).epsilon(0.003));
  }

  TEST_CASE("a concave polygon is filled inside and nowhere else") {
    const std::array<Point, 5> arrow = {Point{10, 10}, {60, 10}, {60, 60}, {35, 20}, {10, 60}};
    Stage stage([&](Ui& ui) { ui.canvas().polygon(arrow, Colour::Ink); }, kSmall,
                {TextSize::Medium, Palette::LightGround});
    stage.show();
    const auto at = [&](int x, int y) {
      return stage.pixels.memory()[static_cast<std::size_t>(y * 330 + x)];
    };
    CHECK(at(35 * 4, 15 * 4) == 0);
    CHECK(at(13 * 4, 30 * 4) == 0);
    CHECK(at(57 * 4, 30 * 4) == 0);
    CHECK(at(35 * 4, 40 * 4) == 0xFFFFFF);
    CHECK(at(5 * 4, 5 * 4) == 0xFFFFFF);
  }

  TEST_CASE("nothing is drawn outside a clip") {
    Stage stage(
        [](Ui& ui) {
          ui.canvas().push_clip({10, 10, 20, 20});
          ui.canvas().fill({0, 0, 80, 60}, Colour::Blue, 4);
          ui.canvas().text({0, 0, 80, 60}, "国国国国国国国国国国国国国国国国国国国国", {});
          ui.canvas().pop_clip();
        },
        kSmall);
    stage.show();
    const std::uint32_t paper = bits(rgb(Palette::Standard, Colour::Paper));
    for (int y = 0; y < 270; ++y) {
      for (int x = 0; x < 330; ++x) {
        const bool outside = x < 40 || y < 40 || x >= 120 || y >= 120;
        if (!outside) continue;
        REQUIRE(stage.pixels.memory()[static_cast<std::size_t>(y * 330 + x)] == paper);
      }
    }
  }

  TEST_CASE("a picture is shown at its size and repainted when its version changes") {
    Picture picture{2, 2, {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF}, 1};
    Stage stage([&](Ui& ui) { ui.canvas().picture({10, 10, 20, 20}, picture); }, kSmall);
    stage.show();
    const auto at = [&](int x, int y) {
      return stage.pixels.memory()[static_cast<std::size_t>(y * 330 + x)];
    };
    CHECK(at(41, 41) == 0xFF0000);
    CHECK(at(118, 41) == 0x00FF00);
    CHECK(at(41, 118) == 0x0000FF);
    picture.pixels[0] = 0x123456;
    CHECK(stage.show().damage.empty());
    picture.version = 2;
    CHECK_FALSE(stage.show().damage.empty());
    CHECK(at(41, 41) == 0x123456);
  }

  TEST_CASE("a surface with a wider stride keeps its padding") {
    Frame frame;
    std::vector<std::uint32_t> memory(400 * 270, 0xABCDEF);
    draw_random(frame.begin(kSmall, {}), 3);
    frame.end({memory.data(), 330, 270, 400});
    for (std::size_t y = 0; y < 270; ++y) {
      for (std::size_t x = 330; x < 400; ++x) REQUIRE(memory[y * 400 + x] == 0xABCDEF);
    }
  }

  TEST_CASE("a picture file is a PNG, and a folder that is not there is named") {
    Stage stage([](Ui& ui) { draw_random(ui, 5); }, kSmall);
    stage.show();
    std::string folder = (std::filesystem::temp_directory_path() / "huimin-png-XXXXXX").string();
    REQUIRE(mkdtemp(folder.data()) != nullptr);
    const auto file = std::filesystem::path(folder) / "page.png";
    REQUIRE(write_png(file, stage.pixels.surface()));
    std::ifstream in(file, std::ios::binary);
    std::array<char, 4> head{};
    in.read(head.data(), 4);
    CHECK(std::string(head.data() + 1, 3) == "PNG");
    const auto nowhere = std::filesystem::path(folder) / "no" / "page.png";
    const auto failed = write_png(nowhere, stage.pixels.surface());
    REQUIRE_FALSE(failed);
    CHECK(failed.error() == "cannot write the picture " + nowhere.string());
    std::filesystem::remove_all(folder);
  }
}

}  // namespace huimin::screens
