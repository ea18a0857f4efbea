#include "screens/toolkit/frame.h"

#include <SDL.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>

namespace huimin::screens {

namespace {

constexpr ImGuiWindowFlags kStage =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse |
    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus;

// Words are drawn from our own atlas; ImGui only wants to see a font with one letter, and where
// white is.
void give_font(ImFontAtlas& atlas, const AtlasView& view) {
  ImFont* font = IM_NEW(ImFont);
  font->FontSize = 16;
  font->ContainerAtlas = &atlas;
  font->FallbackChar = ' ';
  font->AddGlyph(nullptr, ' ', 0, 0, 0, 0, 0, 0, 0, 0, 8);
  font->BuildLookupTable();
  atlas.Fonts.push_back(font);
  atlas.TexWidth = view.width;
  atlas.TexHeight = view.height;
  atlas.TexUvWhitePixel = {1.5F / static_cast<float>(view.width),
                           1.5F / static_cast<float>(view.height)};
  atlas.TexReady = true;
}

}  // namespace

struct Frame::Context {
  explicit Context(const AtlasView& atlas) : before(ImGui::GetCurrentContext()) {
    imgui = ImGui::CreateContext();
    ImGui::SetCurrentContext(imgui);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    // Indices have 16 bits; a full screen of Chinese has more vertices than that.
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    give_font(*io.Fonts, atlas);
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.WindowMinSize = {1, 1};
    style.AntiAliasedLinesUseTex = false;
    ImGui::SetCurrentContext(before);
  }
  ~Context() {
    ImGuiContext* current = ImGui::GetCurrentContext();
    ImGui::DestroyContext(imgui);
    ImGui::SetCurrentContext(current == imgui ? nullptr : current);
  }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  ImGuiContext* imgui = nullptr;
  ImGuiContext* before = nullptr;
};

Frame::Frame(const FontFiles& fonts, Glyphs::AtlasSize atlas)
    : glyphs_(fonts, atlas), context_(std::make_unique<Context>(glyphs_.atlas())) {}

Frame::~Frame() = default;

bool Frame::handle(const SDL_Event& event) {
  if (event.type == SDL_WINDOWEVENT) {
    const auto what = event.window.event;
    if (what == SDL_WINDOWEVENT_EXPOSED || what == SDL_WINDOWEVENT_SIZE_CHANGED) {
      repaint_all();
      return true;
    }
  }
  return bridge_.handle(event);
}

Ui& Frame::begin(const Screen& screen, const Look& look, double dt_s) {
  ImGui::SetCurrentContext(context_->imgui);
  if (!(ui_.theme_.screen() == screen)) repaint_all();
  ui_.theme_ = Theme(screen, look);
  ui_.dt_s_ = dt_s;
  ui_.since_screen_s_ += dt_s;
  ui_.moving_ = false;
  revealed_ = false;
  bridge_.set_size(screen.width_px, screen.height_px);
  feed_input();

  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(screen.width_px), static_cast<float>(screen.height_px)};
  // ImGui wants time to pass.
  io.DeltaTime = std::max(1e-4F, static_cast<float>(dt_s));
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("stage", nullptr, kStage);
  ui_.registry_.clear();
  lines_.begin_frame();
  ui_.canvas_.emplace(ui_.theme_, Lettering{glyphs_, lines_}, ui_.registry_,
                      ImGui::GetWindowDrawList());
  ui_.canvas_->fill(ui_.theme_.whole(), Colour::Paper);
  return ui_;
}

void Frame::feed_input() {
  ui_.input_ = bridge_.next_frame();
  FrameInput& input = ui_.input_;
  if (input.pressed && ui_.since_screen_s_ < ui_.double_tap_guard_s_) {
    ui_.swallow_ = true;
    input.pressed = false;
  }
  if (input.pressed || input.released) ui_.focus_.hide();
  ui_.activated_.clear();
  move_focus();

  const bool seen = !ui_.swallow_ && !input.cancelled;
  ImGuiIO& io = ImGui::GetIO();
  io.MouseDown[0] = input.down && seen;
  io.MousePos = seen ? ImVec2(static_cast<float>(input.x), static_cast<float>(input.y))
                     : ImVec2(-FLT_MAX, -FLT_MAX);
  if (input.cancelled) ImGui::ClearActiveID();
  if (!input.down) ui_.swallow_ = false;
}

// Keys act on what the last frame showed; that is what the person saw.
void Frame::move_focus() {
  const Registry& shown = ui_.registry_;
  for (const Typed& typed : ui_.input_.typed) {
    if (ui_.field_in_use_ || !bridge_.has_keyboard_navigation()) break;
    if (typed.key == EditKey::Right) ui_.focus_.move(FocusKey::Next, shown);
    if (typed.key == EditKey::Left) ui_.focus_.move(FocusKey::Previous, shown);
  }
  for (const FocusKey key : ui_.input_.focus_keys) {
    if (key != FocusKey::Activate || !ui_.focus_.shown()) {
      ui_.focus_.move(key, shown);
    } else if (ui_.since_screen_s_ >= ui_.double_tap_guard_s_) {
      ui_.activated_ = ui_.focus_.id();
    }
  }
  ui_.field_in_use_ = false;
  if (ui_.focus_.shown() && !ui_.input_.focus_keys.empty()) reveal(ui_.focus_.id());
}

// What was focused may be gone from the frame that was just drawn, or this is a new screen.
void Frame::settle_focus() {
  if (!ui_.focus_.settle(ui_.registry_)) return;
  reveal(ui_.focus_.id());
  revealed_ = true;
}

Painted Frame::end(const Surface& surface) {
  settle_focus();
  ImGui::SetCurrentContext(context_->imgui);
  ImGui::End();
  ImGui::Render();
  // What this frame shows would be painted over before anybody sees it.
  if (bridge_.pending()) return {{}, false};
  const bool overflowed = glyphs_.overflowed();
  // Twice in a row means that one screen alone is larger than the atlas; then some letters stay
  // out.
  if (overflowed && !incomplete_) {
    incomplete_ = true;
    empty_atlas();
    return {{}, false};
  }
  incomplete_ = false;
  const std::span<const PxRect> damage = raster_.paint(
      *ImGui::GetDrawData(), glyphs_.atlas(), surface, ui_.theme_.rgb(Colour::Paper));
  if (overflowed) empty_atlas();
  return {damage, true};
}

void Frame::end_unpainted() {
  settle_focus();
  ImGui::SetCurrentContext(context_->imgui);
  ImGui::End();
  ImGui::Render();
  if (glyphs_.overflowed()) empty_atlas();
}

void Frame::empty_atlas() {
  glyphs_.end_frame();
  // The same place in the atlas will hold another letter.
  raster_.invalidate();
}

bool Frame::needs_redraw() const {
  return bridge_.pending() || ui_.moving_ || incomplete_ || revealed_;
}

void Frame::repaint_all() { raster_.invalidate(); }

bool Frame::reveal(std::string_view id) {
  const Entry* entry = ui_.registry_.find(id);
  if (entry == nullptr || entry->region.empty() || entry->visible == entry->rect) return false;
  const double up = ui_.scroll(entry->region)
                        .reveal(ui_.theme_.mm(entry->rect.y), ui_.theme_.mm(entry->rect.bottom()));
  revealed_ = revealed_ || up != 0;
  return up != 0;
}

bool Frame::tap(std::string_view id) {
  const Entry* entry = ui_.registry_.find(id);
  if (entry == nullptr || !entry->enabled) return false;
  const bool scrolls = !entry->region.empty() && entry->visible != entry->rect;
  if (!scrolls && entry->visible.empty()) return false;
  const PxRect& place = scrolls ? entry->rect : entry->visible;
  double y = place.y + place.h / 2.0;
  if (scrolls) {
    Scroll& scroll = ui_.scroll(entry->region);
    const double before = scroll.offset();
    reveal(id);
    y -= (scroll.offset() - before) * ui_.theme_.px_per_mm();
  }
  const double x = place.x + place.w / 2.0;
  bridge_.press(x, y);
  bridge_.release(x, y);
  return true;
}

const ImDrawData* Frame::draw_data() const {
  ImGui::SetCurrentContext(context_->imgui);
  return ImGui::GetDrawData();
}

}  // namespace huimin::screens
