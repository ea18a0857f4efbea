#include "screens/input/pinyin_engine.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "screens/input/characters_by_reading.h"
#include "screens/input/rime_session.h"
#include "screens/locale/characters.h"

namespace huimin::screens {
namespace {

// The longest address in one go is far below; librime slows down with the length.
constexpr std::size_t kMostLetters = 40;
// Of the dictionary. The syllable with most characters has about 800.
constexpr std::size_t kMostCandidates = 1000;

// Where a candidate comes from decides how it is chosen.
struct Source {
  std::optional<std::size_t> rime_index;
  std::size_t letters = 0;  // that it stands for, if it is not of the dictionary
};

std::string_view first_syllable(std::string_view spelled) {
  return spelled.substr(0, spelled.find_first_of(" '"));
}

// "z", "zh": the person types only how the syllable begins.
bool is_initial(std::string_view syllable) {
  return syllable.find_first_of("aeiouv") == syllable.npos;
}

std::string letters_only(std::string_view raw) {
  std::string letters{raw};
  std::erase(letters, '\'');
  return letters;
}

}  // namespace

struct PinyinEngine::Parts {
  CharactersByReading table;
  std::unique_ptr<RimeSession> session;
  PinyinMode mode = PinyinMode::Words;
  std::string letters;
  std::string spelled;
  std::vector<std::string> candidates;
  std::vector<Source> sources;  // of the candidates, in the same order

  // After every change.
  void read_letters();
  // Before candidates are looked at: ranking costs more than typing.
  void rank();

 private:
  void add(const std::string& text, Source source);
  void add_surnames(const std::vector<std::string>& known);
  void add_known(const std::vector<std::string>& known, bool standard);
  void add_unknown();

  std::set<std::string, std::less<>> seen;
  bool is_ranked = true;
};

void PinyinEngine::Parts::read_letters() {
  letters = session->letters();
  spelled = session->spelled();
  candidates.clear();
  sources.clear();
  seen.clear();
  is_ranked = letters.empty();
}

void PinyinEngine::Parts::rank() {
  if (std::exchange(is_ranked, true)) return;
  const auto known = session->candidates(kMostCandidates);
  if (mode == PinyinMode::Surname) add_surnames(known);
  add_known(known, /*standard=*/true);
  add_unknown();
  add_known(known, /*standard=*/false);
}

void PinyinEngine::Parts::add(const std::string& text, Source source) {
  if (!seen.insert(text).second) return;
  candidates.push_back(text);
  sources.push_back(source);
}

void PinyinEngine::Parts::add_surnames(const std::vector<std::string>& known) {
  const std::string typed = letters_only(letters);
  const std::string_view syllable = first_syllable(spelled);
  for (const auto& [text, reading] : table.surnames()) {
    const bool is_single = character_count(text) == 1;
    const bool begins = is_single && is_initial(syllable) && reading.starts_with(syllable);
    const bool matches = is_single ? reading == syllable : typed.starts_with(reading);
    if (!begins && !matches) continue;
    // Known ones are chosen through the dictionary, which has its own opinion where the syllable
    // ends.
    const auto found = std::find(known.begin(), known.end(), text);
    if (found != known.end()) {
      add(text, {static_cast<std::size_t>(found - known.begin()), 0});
    } else {
      add(text, {std::nullopt, begins ? syllable.size() : reading.size()});
    }
  }
}

void PinyinEngine::Parts::add_known(const std::vector<std::string>& known, bool standard) {
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (mode != PinyinMode::Words && character_count(known[i]) != 1) continue;
    if (table.are_standard(known[i]) == standard) add(known[i], {i, 0});
  }
}

// Standard characters of this reading that the dictionary does not have.
void PinyinEngine::Parts::add_unknown() {
  const std::string_view syllable = first_syllable(spelled);
  // "ng" is a reading of the table that the dictionary takes for two beginnings.
  const std::string_view reading = table.of(letters).empty() ? syllable : std::string_view{letters};
  if (mode == PinyinMode::Words && reading != letters) return;
  for (const auto& character : table.of(reading)) add(character, {std::nullopt, reading.size()});
}

std::filesystem::path default_rime_data() { return HUIMIN_RIME_DATA_DIR; }

PinyinEngine::PinyinEngine(std::unique_ptr<Parts> parts) : parts_{std::move(parts)} {}
PinyinEngine::PinyinEngine(PinyinEngine&&) noexcept = default;
PinyinEngine::~PinyinEngine() = default;

tl::expected<PinyinEngine, std::string> PinyinEngine::start(
    const std::filesystem::path& share_dir, const std::filesystem::path& rime_data) {
  const auto folder = share_dir / "input";
  auto table = CharactersByReading::load(folder);
  if (!table) return tl::unexpected(std::move(table.error()));
  auto session = RimeSession::start(rime_data, folder / "huimin_pinyin.schema.yaml");
  if (!session) return tl::unexpected(std::move(session.error()));
  auto parts = std::make_unique<Parts>();
  parts->table = std::move(*table);
  parts->session = std::move(*session);
  return PinyinEngine{std::move(parts)};
}

void PinyinEngine::set_mode(PinyinMode mode) {
  if (mode == parts_->mode) return;
  parts_->mode = mode;
  parts_->read_letters();
}

PinyinMode PinyinEngine::mode() const { return parts_->mode; }

bool PinyinEngine::type(char letter) {
  const bool is_letter = letter >= 'a' && letter <= 'z';
  const bool is_divider = letter == '\'' && is_composing() && letters().back() != '\'';
  if ((!is_letter && !is_divider) || letters().size() >= kMostLetters) return false;
  const bool taken = parts_->session->type(letter);
  parts_->read_letters();
  return taken;
}

bool PinyinEngine::backspace() {
  if (!is_composing()) return false;
  parts_->session->backspace();
  parts_->read_letters();
  return true;
}

void PinyinEngine::clear() {
  parts_->session->clear();
  parts_->read_letters();
}

std::string_view PinyinEngine::letters() const { return parts_->letters; }
std::string_view PinyinEngine::spelled() const { return parts_->spelled; }

std::span<const std::string> PinyinEngine::candidates() const {
  parts_->rank();
  return parts_->candidates;
}

std::string PinyinEngine::choose(std::size_t index) {
  if (index >= candidates().size()) return {};
  std::string text = std::move(parts_->candidates[index]);
  const Source source = parts_->sources[index];
  RimeSession& session = *parts_->session;
  if (source.rime_index) {
    session.choose(*source.rime_index);
  } else {
    const std::string rest = without_first_letters(session.letters(), source.letters);
    session.clear();
    for (const char letter : rest) session.type(letter);
  }
  parts_->read_letters();
  return text;
}

const std::filesystem::path& PinyinEngine::private_folder() const {
  return parts_->session->private_folder();
}

}  // namespace huimin::screens
