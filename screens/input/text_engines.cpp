#include "screens/input/text_engines.h"

#include <system_error>
#include <utility>

namespace huimin::screens {
namespace {

// Starts it if that was not tried yet.
template <class Engine, class Start>
Engine* started(std::optional<Engine>& engine, std::optional<bool>& has, const Start& start) {
  if (!engine && has.value_or(true)) {
    auto begun = start();
    has = begun.has_value();
    if (begun) engine.emplace(std::move(*begun));
  }
  return engine ? &*engine : nullptr;
}

bool is_file(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

}  // namespace

std::vector<MissingWay> missing_ways(const TypingSources& sources) {
  std::vector<MissingWay> missing;
  if (const auto pinyin = PinyinEngine::start(sources.share_dir, sources.rime_data); !pinyin) {
    missing.push_back({TypingWay::Pinyin, pinyin.error()});
  }
  if (const auto model = Handwriting::open(sources.handwriting_model); !model) {
    missing.push_back({TypingWay::Handwriting, model.error()});
  }
  if (const auto table = CharactersByParts::load(sources.share_dir / "input"); !table) {
    missing.push_back({TypingWay::Parts, table.error()});
  }
  return missing;
}

PinyinEngine* TextEngines::pinyin() {
  return started(pinyin_, has_pinyin_,
                 [&] { return PinyinEngine::start(sources_.share_dir, sources_.rime_data); });
}

const Handwriting* TextEngines::handwriting() {
  return started(handwriting_, has_handwriting_,
                 [&] { return Handwriting::open(sources_.handwriting_model); });
}

const CharactersByParts* TextEngines::parts() {
  return started(parts_, has_parts_,
                 [&] { return CharactersByParts::load(sources_.share_dir / "input"); });
}

bool TextEngines::offers(TypingWay way) {
  switch (way) {
    case TypingWay::Pinyin: return pinyin() != nullptr;
    case TypingWay::Handwriting:
      if (!has_handwriting_) has_handwriting_ = is_file(sources_.handwriting_model);
      return *has_handwriting_;
    case TypingWay::Parts:
      if (!has_parts_) has_parts_ = is_file(sources_.share_dir / "input" / "parts.txt");
      return *has_parts_;
  }
  return false;
}

void TextEngines::clear() {
  if (pinyin_) pinyin_->clear();
}

void TextEngines::end_session() {
  pinyin_.reset();
  handwriting_.reset();
  parts_.reset();
  has_pinyin_ = has_handwriting_ = has_parts_ = std::nullopt;
}

}  // namespace huimin::screens
