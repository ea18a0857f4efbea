#include "screens/input/handwriting.h"

#include <zinnia.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

namespace huimin::screens {
namespace {

// Writing smaller than this is a stroke or a speck, not a small character.
constexpr float kSmallestWriting_mm = 20;

struct Bounds {
  float left = std::numeric_limits<float>::max();
  float top = left;
  float right = -left;
  float bottom = -left;

  void take(const InkPoint& p) {
    left = std::min(left, p.x_mm);
    right = std::max(right, p.x_mm);
    top = std::min(top, p.y_mm);
    bottom = std::max(bottom, p.y_mm);
  }
};

}  // namespace

struct Handwriting::Model {
  std::unique_ptr<zinnia::Recognizer> recogniser{zinnia::Recognizer::create()};
};

std::filesystem::path default_handwriting_model() {
  return "/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model";
}

std::vector<std::vector<WrittenPoint>> normalised(const Ink& ink) {
  Bounds bounds;
  for (const auto& stroke : ink.strokes) {
    for (const InkPoint& point : stroke) bounds.take(point);
  }
  const float width = bounds.right - bounds.left;
  const float height = bounds.bottom - bounds.top;
  const float scale = kWritingSquare / std::max({width, height, kSmallestWriting_mm});
  const float from_x = bounds.left + width / 2;
  const float from_y = bounds.top + height / 2;
  const auto place = [scale](float at, float from) {
    return static_cast<int>(std::lround((at - from) * scale)) + kWritingSquare / 2;
  };
  std::vector<std::vector<WrittenPoint>> strokes;
  for (const auto& stroke : ink.strokes) {
    if (stroke.empty()) continue;
    auto& to = strokes.emplace_back();
    for (const InkPoint& p : stroke) to.push_back({place(p.x_mm, from_x), place(p.y_mm, from_y)});
  }
  return strokes;
}

Handwriting::Handwriting(std::unique_ptr<Model> model) : model_{std::move(model)} {}
Handwriting::Handwriting(Handwriting&&) noexcept = default;
Handwriting& Handwriting::operator=(Handwriting&&) noexcept = default;
Handwriting::~Handwriting() = default;

tl::expected<Handwriting, std::string> Handwriting::open(const std::filesystem::path& model) {
  auto opened = std::make_unique<Model>();
  if (!opened->recogniser->open(model.c_str()) || opened->recogniser->size() == 0) {
    return tl::unexpected("no model for handwriting in " + model.string() +
                          " (Debian package tegaki-zinnia-simplified-chinese)");
  }
  return Handwriting{std::move(opened)};
}

std::vector<std::string> Handwriting::read(const Ink& ink, std::size_t most) const {
  std::vector<std::string> found;
  const auto strokes = normalised(ink);
  if (strokes.empty() || most == 0) return found;
  const std::unique_ptr<zinnia::Character> written{zinnia::Character::create()};
  written->set_width(kWritingSquare);
  written->set_height(kWritingSquare);
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    for (const WrittenPoint& p : strokes[i]) written->add(i, p.x, p.y);
  }
  const std::unique_ptr<zinnia::Result> result{model_->recogniser->classify(*written, most)};
  if (!result) return found;
  for (std::size_t i = 0; i < result->size(); ++i) found.emplace_back(result->value(i));
  return found;
}

}  // namespace huimin::screens
