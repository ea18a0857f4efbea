// What a picture costs in CPU, at 1080 x 1920: one typed character, and a change of page.
//
// One typed character is painted by our tile rasteriser and by SDL's own software renderer from
// the same draw data, in turns. A change of page is a whole picture of one real resident screen
// after another, built and painted until it rests, with all letters known. Figures are medians of
// this thread's CPU time. Usage: bench_screens [--json FILE]; tests/benchmarks/screens.py adds what
// is measured on the whole program.
#include "screens/resident/draw.h"
#include "screens/toolkit/frame.h"
#include "tests/screens/sample_views.h"
#include "tests/screens/toolkit_sample_pages.h"

#include <SDL.h>
#include <imgui.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace huimin::screens {

namespace {

constexpr Screen kPanel{1080, 1920, 268};
constexpr int kRounds = 61;
// The first time round fills the atlas and the caches.
constexpr int kTimesRound = 4;
constexpr int kMostFrames = 60;

struct Figure {
  std::string name;
  double value = 0;
  std::string unit;
  std::optional<double> reference = std::nullopt;
  std::optional<double> ratio = std::nullopt;
  std::optional<double> aim = std::nullopt;

  // The aim of a comparison is a least ratio; that of a figure alone is a limit.
  bool is_met() const { return !aim || (ratio ? *ratio >= *aim : value <= *aim); }
};

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Draws ImGui's draw data the way SDL's examples do: one SDL_RenderGeometryRaw a command.
class SdlRenderer {
 public:
  explicit SdlRenderer(const AtlasView& atlas)
      : surface_(SDL_CreateRGBSurfaceWithFormat(0, kPanel.width_px, kPanel.height_px, 32,
                                                SDL_PIXELFORMAT_XRGB8888),
                 SDL_FreeSurface),
        renderer_(SDL_CreateSoftwareRenderer(surface_.get()), SDL_DestroyRenderer),
        texture_(SDL_CreateTexture(renderer_.get(), SDL_PIXELFORMAT_ARGB8888,
                                   SDL_TEXTUREACCESS_STATIC, atlas.width, atlas.height),
                 SDL_DestroyTexture) {
    SDL_SetTextureBlendMode(texture_.get(), SDL_BLENDMODE_BLEND);
    load(atlas);
  }

  void load(const AtlasView& atlas) {
    const auto count =
        static_cast<std::size_t>(atlas.width) * static_cast<std::size_t>(atlas.height);
    std::vector<std::uint32_t> white(count);
    for (std::size_t i = 0; i < count; ++i) {
      white[i] = static_cast<std::uint32_t>(atlas.pixels[i]) << 24 | 0xFFFFFF;
    }
    SDL_UpdateTexture(texture_.get(), nullptr, white.data(), atlas.width * 4);
  }

  void draw(const ImDrawData& data) {
    SDL_RenderSetClipRect(renderer_.get(), nullptr);
    SDL_SetRenderDrawColor(renderer_.get(), 0xF4, 0xF1, 0xEA, 0xFF);
    SDL_RenderClear(renderer_.get());
    for (int n = 0; n < data.CmdListsCount; ++n) {
      for (const ImDrawCmd& command : data.CmdLists[n]->CmdBuffer) {
        draw(*data.CmdLists[n], command);
      }
    }
    SDL_RenderFlush(renderer_.get());
  }

  std::size_t differing_pixels(const Pixels& ours) const {
    std::size_t different = 0;
    for (int y = 0; y < kPanel.height_px; ++y) {
      const auto* row = static_cast<const std::uint8_t*>(surface_->pixels) + y * surface_->pitch;
      for (int x = 0; x < kPanel.width_px; ++x) {
        const std::uint32_t theirs = reinterpret_cast<const std::uint32_t*>(row)[x] & 0xFFFFFF;
        const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(kPanel.width_px) +
                        static_cast<std::size_t>(x);
        if (theirs != (ours.memory()[at] & 0xFFFFFF)) ++different;
      }
    }
    return different;
  }

 private:
  void draw(const ImDrawList& list, const ImDrawCmd& command) {
    const ImVec4& c = command.ClipRect;
    const SDL_Rect clip{static_cast<int>(c.x), static_cast<int>(c.y), static_cast<int>(c.z - c.x),
                        static_cast<int>(c.w - c.y)};
    SDL_RenderSetClipRect(renderer_.get(), &clip);
    const ImDrawVert* v = list.VtxBuffer.Data + command.VtxOffset;
    SDL_RenderGeometryRaw(renderer_.get(), texture_.get(), &v->pos.x, sizeof(ImDrawVert),
                          reinterpret_cast<const SDL_Color*>(&v->col), sizeof(ImDrawVert), &v->uv.x,
                          sizeof(ImDrawVert),
                          list.VtxBuffer.Size - static_cast<int>(command.VtxOffset),
                          list.IdxBuffer.Data + command.IdxOffset,
                          static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
  }

  std::unique_ptr<SDL_Surface, void (*)(SDL_Surface*)> surface_;
  std::unique_ptr<SDL_Renderer, void (*)(SDL_Renderer*)> renderer_;
  std::unique_ptr<SDL_Texture, void (*)(SDL_Texture*)> texture_;
};

struct Turn {
  double ours_ms = 0;
  double theirs_ms = 0;
};

// Ours and SDL's in turns, each time after `change` has changed the page.
Turn compare(Frame& frame, Pixels& pixels, const std::function<void(Ui&, int)>& page) {
  const auto paint = [&](int round) {
    page(frame.begin(kPanel, {}), round);
    const double start = cpu_ms();
    frame.end(pixels.surface());
    return cpu_ms() - start;
  };
  for (int round = 0; round < 4; ++round) paint(round);
  SdlRenderer reference(frame.glyphs().atlas());
  std::vector<double> ours;
  std::vector<double> theirs;
  for (int round = 0; round < kRounds; ++round) {
    ours.push_back(paint(round));
    const double start = cpu_ms();
    reference.draw(*frame.draw_data());
    theirs.push_back(cpu_ms() - start);
  }
  const double part = 100.0 * static_cast<double>(reference.differing_pixels(pixels)) /
                      (kPanel.width_px * kPanel.height_px);
  std::printf("  (SDL's picture differs from ours in %.2f %% of the pixels)\n", part);
  return {median(ours), median(theirs)};
}

Figure keystroke() {
  // Small, so that the reference's copy of it is small too.
  Frame frame({}, {1024, 1024});
  Pixels pixels(kPanel.width_px, kPanel.height_px);
  const Turn turn = compare(frame, pixels, [](Ui& ui, int round) {
    samples::FormState state;
    if (round % 2 == 0) state.composing += "y";
    samples::draw_form(ui, state);
  });
  return {"keystroke_redraw", turn.ours_ms, "ms", turn.theirs_ms, turn.theirs_ms / turn.ours_ms,
          30};
}

// Until it rests.
void show(Frame& frame, ResidentScreens& screens, const samples::Sample& page, Pixels& pixels) {
  for (int frames = 0; frames < kMostFrames; ++frames) {
    screens.draw(frame.begin(kPanel, look_of(page.screen.chrome.comfort)), page.screen);
    frame.end(pixels.surface());
    if (!frame.needs_redraw()) return;
  }
}

Figure page_change() {
  const Texts texts = Texts::load(HUIMIN_SHARE_DIR).value();
  const auto pages = samples::sample_views(view::Language::ChineseSimplified);
  Frame frame;
  ResidentScreens screens(texts, HUIMIN_SHARE_DIR);
  Pixels pixels(kPanel.width_px, kPanel.height_px);
  std::vector<double> changes;
  for (int round = 0; round < kTimesRound; ++round) {
    for (const auto& page : pages) {
      const double start = cpu_ms();
      show(frame, screens, page, pixels);
      if (round > 0) changes.push_back(cpu_ms() - start);
    }
  }
  return {"page_change_cpu_ms", median(changes), "ms", std::nullopt, std::nullopt, 12};
}

nlohmann::json number(const std::optional<double>& value) {
  return value ? nlohmann::json(*value) : nlohmann::json();
}

void write_json(const std::vector<Figure>& figures, const std::string& file) {
  nlohmann::json out;
  out["figures"] = nlohmann::json::array();
  for (const Figure& one : figures) {
    out["figures"].push_back({{"name", one.name},
                              {"value", one.value},
                              {"unit", one.unit},
                              {"reference", number(one.reference)},
                              {"ratio", number(one.ratio)},
                              {"aim", number(one.aim)},
                              {"met", one.is_met()}});
  }
  std::ofstream(file) << out.dump(2) << '\n';
}

bool print(const std::vector<Figure>& figures) {
  bool all_met = true;
  for (const Figure& one : figures) {
    std::printf("%-20s %10.3f %-4s", one.name.c_str(), one.value, one.unit.c_str());
    if (one.reference) std::printf("  reference %10.3f  ratio %7.1f", *one.reference, *one.ratio);
    if (one.aim) std::printf("  aim %g  %s", *one.aim, one.is_met() ? "met" : "NOT MET");
    std::printf("\n");
    all_met = all_met && one.is_met();
  }
  return all_met;
}

}  // namespace

}  // namespace huimin::screens

int main(int argc, char** argv) {
  std::string file;
  if (argc == 3 && std::string(argv[1]) == "--json") {
    file = argv[2];
  } else if (argc != 1) {
    std::fprintf(stderr, "usage: bench_screens [--json FILE]\n");
    return 2;
  }
  SDL_SetMainReady();
  const std::vector figures{huimin::screens::keystroke(), huimin::screens::page_change()};
  const bool all_met = huimin::screens::print(figures);
  if (!file.empty()) huimin::screens::write_json(figures, file);
  return all_met ? 0 : 1;
}
