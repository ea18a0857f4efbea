#include "screens/input/pinyin_engine.h"

#include <algorithm>
#include <cstdint>
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

// Of the dictionary, taken from librime at a time: about a row of them.
constexpr std::size_t kBatch = 12;

// Where a candidate comes from decides how it is chosen.
struct Source {
  std::optional<std::size_t> rime_index;
  std::size_t letters = 0;  // that it stands for, if it is not of the dictionary
  bool surname = false;     // the dictionary may have it, and then knows better
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
  // Before candidates are looked at: ranks until at least so many are known, or all.
  void rank(std::size_t wanted);
  // Where the dictionary has this text, if it does.
  std::optional<std::size_t> rime_index_of(const std::string& text);

 private:
  enum class Rank : std::uint8_t { Begin, Dictionary, End };

  void add(const std::string& text, Source source);
  void add_surnames();
  void read_on();
  void add_unknown();

  Rank ranked = Rank::End;
  std::vector<std::string> known;     // of the dictionary, in its order, as far as it was read
  std::vector<std::size_t> unusual;   // those among them with other than standard characters
  std::set<std::string, std::less<>> seen;
};

void PinyinEngine::Parts::read_letters() {
  letters = session->letters();
  spelled = session->spelled();
  candidates.clear();
  sources.clear();
  known.clear();
  unusual.clear();
  seen.clear();
  ranked = letters.empty() ? Rank::End : Rank::Begin;
}

void PinyinEngine::Parts::rank(std::size_t wanted) {
  if (ranked == Rank::Begin) {
    ranked = Rank::Dictionary;
    if (mode == PinyinMode::Surname) add_surnames();
  }
  while (ranked == Rank::Dictionary && candidates.size() < wanted) read_on();
}

void PinyinEngine::Parts::add(const std::string& text, Source source) {
  if (!seen.insert(text).second) return;
  candidates.push_back(text);
  sources.push_back(source);
}

void PinyinEngine::Parts::add_surnames() {
  const std::string typed = letters_only(letters);
  const std::string_view syllable = first_syllable(spelled);
  for (const auto& [text, reading] : table.surnames()) {
    const bool is_single = character_count(text) == 1;
    const bool begins = is_single && is_initial(syllable) && reading.starts_with(syllable);
    const bool matches = is_single ? reading == syllable : typed.starts_with(reading);
    if (!begins && !matches) continue;
    add(text, {std::nullopt, begins ? syllable.size() : reading.size(), /*surname=*/true});
  }
}

// Standard characters at once; what the dictionary lacks, and then the unusual, at its end.
void PinyinEngine::Parts::read_on() {
  const std::size_t from = known.size();
  for (auto& text : session->candidates(from, kBatch)) known.push_back(std::move(text));
  for (std::size_t i = from; i < known.size(); ++i) {
    if (mode != PinyinMode::Words && character_count(known[i]) != 1) continue;
    if (table.are_standard(known[i])) {
      add(known[i], {i});
    } else {
      unusual.push_back(i);
    }
  }
  if (known.size() == from + kBatch && known.size() < kMostCandidates) return;
  ranked = Rank::End;
  add_unknown();
  for (const std::size_t i : unusual) add(known[i], {i});
}

std::optional<std::size_t> PinyinEngine::Parts::rime_index_of(const std::string& text) {
  for (std::size_t i = 0;; ++i) {
    while (i >= known.size() && ranked == Rank::Dictionary) read_on();
    if (i >= known.size()) return std::nullopt;
    if (known[i] == text) return i;
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
  return candidates(kMostCandidates * 2);
}

std::span<const std::string> PinyinEngine::candidates(std::size_t wanted) const {
  parts_->rank(wanted);
  return parts_->candidates;
}

std::string PinyinEngine::choose(std::size_t index) {
  if (index >= candidates(index + 1).size()) return {};
  const std::string text = parts_->candidates[index];
  Source source = parts_->sources[index];
  // The dictionary has its own opinion where the syllable ends.
  if (source.surname) source.rime_index = parts_->rime_index_of(text);
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
