#include "screens/input/rime_session.h"

#include <rime_api.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <system_error>

namespace huimin::screens {
namespace {

namespace fs = std::filesystem;

constexpr int kBackSpaceKey = 0xff08;  // X11 key symbol, as librime counts keys
constexpr const char* kSchema = "huimin_pinyin";

std::atomic<bool> session_lives{false};

RimeApi& rime() { return *rime_get_api(); }

// What librime returns by pointer, freed at the end of the block.
class Context {
 public:
  explicit Context(RimeSessionId session) {
    RIME_STRUCT_INIT(RimeContext, context_);
    is_there_ = rime().get_context(session, &context_) != 0;
  }
  ~Context() {
    if (is_there_) rime().free_context(&context_);
  }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  std::string_view preedit() const {
    const char* text = is_there_ ? context_.composition.preedit : nullptr;
    return text ? text : "";
  }
  // Bytes at the start of preedit() that are characters already.
  std::size_t converted_bytes() const {
    return static_cast<std::size_t>(std::max(0, context_.composition.sel_start));
  }

 private:
  RimeContext context_{};
  bool is_there_ = false;
};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// librime reads compiled schemas from "build" in the user folder, before the shared ones.
tl::expected<fs::path, std::string> make_private_folder(const fs::path& schema) {
  std::error_code error;
  std::string name = (fs::temp_directory_path(error) / "huimin-pinyin-XXXXXX").string();
  if (error || !mkdtemp(name.data())) {  // mkdtemp makes it 0700
    return tl::unexpected(std::string{"no temporary folder for the pinyin keyboard"});
  }
  const fs::path folder{name};
  fs::create_directory(folder / "build", error);
  if (!error) {
    fs::copy_file(schema, folder / "build" / (std::string{kSchema} + ".schema.yaml"), error);
  }
  if (error) {
    const std::string what = "pinyin schema " + schema.string() + ": " + error.message();
    fs::remove_all(folder, error);
    return tl::unexpected(what);
  }
  return folder;
}

void set_up(const std::string& rime_data, const std::string& folder) {
  // The log library behind librime may be set up once in a process, whatever happens to librime.
  static bool has_set_up_log = false;
  static const char* modules[] = {"core", "dict", "gears", nullptr};
  RIME_STRUCT(RimeTraits, traits);
  traits.shared_data_dir = rime_data.c_str();
  traits.user_data_dir = folder.c_str();
  traits.distribution_name = "huimin";
  traits.distribution_code_name = "huimin";
  traits.distribution_version = HUIMIN_VERSION;
  traits.app_name = has_set_up_log ? nullptr : "rime.huimin";
  traits.modules = modules;
  traits.min_log_level = 3;  // fatal only, to stderr: its log could quote what was typed
  traits.log_dir = "";
  rime().setup(&traits);
  rime().initialize(&traits);
  has_set_up_log = true;
}

}  // namespace

std::size_t letter_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_letter));
}

std::string without_first_letters(std::string_view raw, std::size_t count) {
  while (!raw.empty() && (count > 0 || !is_letter(raw.front()))) {
    if (is_letter(raw.front())) --count;
    raw.remove_prefix(1);
  }
  return std::string{raw};
}

tl::expected<std::unique_ptr<RimeSession>, std::string> RimeSession::start(
    const fs::path& rime_data, const fs::path& schema) {
  if (session_lives.exchange(true)) {
    return tl::unexpected(std::string{"a pinyin keyboard is in use already"});
  }
  auto folder = make_private_folder(schema);
  if (!folder) {
    session_lives = false;
    return tl::unexpected(folder.error());
  }
  // From here on the destructor puts everything back.
  std::unique_ptr<RimeSession> session{new RimeSession{std::move(*folder)}};
  set_up(rime_data.string(), session->folder_.string());
  session->session_ = rime().create_session();
  const bool has_schema =
      session->session_ != 0 && rime().select_schema(session->session_, kSchema) != 0;
  // A schema is taken even if its dictionary is missing; only a candidate proves that it is there.
  const bool can_spell = has_schema && session->type('n') && session->type('i') &&
                         !session->candidates(0, 1).empty();
  if (!can_spell) {
    return tl::unexpected("no pinyin dictionary in " + rime_data.string() +
                          " (Debian package rime-data-luna-pinyin)");
  }
  session->clear();
  return session;
}

RimeSession::~RimeSession() {
  rime().cleanup_all_sessions();
  rime().finalize();
  std::error_code error;  // nothing more can be done about a folder that stays; it holds no input
  fs::remove_all(folder_, error);
  session_lives = false;
}

bool RimeSession::type(char letter) { return rime().process_key(session_, letter, 0) != 0; }

void RimeSession::backspace() { rime().process_key(session_, kBackSpaceKey, 0); }

void RimeSession::clear() { rime().clear_composition(session_); }

std::string RimeSession::letters() const {
  const char* input = rime().get_input(session_);
  return input ? input : "";
}

std::string RimeSession::spelled() const { return std::string{Context{session_}.preedit()}; }

std::vector<std::string> RimeSession::candidates(std::size_t from, std::size_t most) const {
  std::vector<std::string> texts;
  RimeCandidateListIterator at{};
  if (!rime().candidate_list_from_index(session_, &at, static_cast<int>(from))) return texts;
  while (texts.size() < most && rime().candidate_list_next(&at)) {
    texts.emplace_back(at.candidate.text);
  }
  rime().candidate_list_end(&at);
  return texts;
}

void RimeSession::choose(std::size_t index) {
  const std::string raw = letters();
  if (!rime().select_candidate(session_, index)) return;
  std::size_t letters_left = 0;
  RIME_STRUCT(RimeCommit, commit);
  if (rime().get_commit(session_, &commit)) {
    rime().free_commit(&commit);
  } else {
    const Context context{session_};
    const auto preedit = context.preedit();
    const auto converted = std::min(context.converted_bytes(), preedit.size());
    letters_left = letter_count(preedit.substr(converted));
  }
  // librime would keep the chosen part until all is chosen. The field shows it at once instead, so
  // only the rest is typed again.
  clear();
  for (const char letter : without_first_letters(raw, letter_count(raw) - letters_left)) {
    type(letter);
  }
}

}  // namespace huimin::screens
