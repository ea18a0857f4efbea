#include "screens/locale/texts.h"

#include <mutex>
#include <set>

namespace huimin::screens {
namespace {

constexpr std::array kLanguages{Language::ChineseSimplified, Language::English};

std::size_t index_of(Language language) { return static_cast<std::size_t>(language); }

const std::string* value_of(std::string_view name, TextValues values) {
  for (const auto& [key, value] : values) {
    if (key == name) return &value;
  }
  return nullptr;
}

}  // namespace

// Kept apart so that Texts can move. Brackets are stored with the id, as get() hands out views.
struct Texts::Missing {
  std::mutex mutex;
  std::set<std::string, std::less<>> bracketed_ids;
};

std::string_view code_of(Language language) {
  switch (language) {
    case Language::ChineseSimplified: return "zh_CN";
    case Language::English: return "en";
  }
  return "";
}

std::optional<Language> parse_language(std::string_view code) {
  for (const Language language : kLanguages) {
    if (code == code_of(language)) return language;
  }
  return std::nullopt;
}

Texts::Texts() : missing_{std::make_unique<Missing>()} {}
Texts::Texts(Texts&&) noexcept = default;
Texts& Texts::operator=(Texts&&) noexcept = default;
Texts::~Texts() = default;

tl::expected<Texts, std::string> Texts::load(const std::filesystem::path& share_dir) {
  Texts texts;
  for (const Language language : kLanguages) {
    const auto file = share_dir / "locale" / (std::string{code_of(language)} + ".mo");
    auto catalogue = read_mo_file(file);
    if (!catalogue) return tl::unexpected(std::move(catalogue.error()));
    texts.catalogues_[index_of(language)] = std::move(*catalogue);
  }
  return texts;
}

std::string_view Texts::get(Language language, std::string_view id) const {
  const Catalogue& catalogue = catalogues_[index_of(language)];
  if (const auto found = catalogue.find(id); found != catalogue.end()) return found->second;
  const std::lock_guard lock{missing_->mutex};
  return *missing_->bracketed_ids.insert("[" + std::string{id} + "]").first;
}

std::string_view Texts::id_of(Language language, std::string_view text) const {
  for (const auto& [id, known] : catalogues_[index_of(language)]) {
    if (known == text) return id;
  }
  return {};
}

bool Texts::has(Language language, std::string_view id) const {
  return catalogues_[index_of(language)].contains(id);
}

std::string Texts::format(Language language, std::string_view id, TextValues values) const {
  std::string_view rest = get(language, id);
  std::string out;
  while (!rest.empty()) {
    const auto open = rest.find('{');
    const auto close = open == rest.npos ? rest.npos : rest.find('}', open);
    if (close == rest.npos) break;
    out += rest.substr(0, open);
    const auto* value = value_of(rest.substr(open + 1, close - open - 1), values);
    out += value ? std::string_view{*value} : rest.substr(open, close - open + 1);
    rest.remove_prefix(close + 1);
  }
  return out += rest;
}

std::vector<std::string> Texts::missing_ids() const {
  const std::lock_guard lock{missing_->mutex};
  std::vector<std::string> ids;
  for (const auto& id : missing_->bracketed_ids) ids.push_back(id.substr(1, id.size() - 2));
  return ids;
}

}  // namespace huimin::screens
