#include "kiosk/terminal/papers.h"

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/domain/civil_date.h"
#include "screens/locale/formats.h"
#include "screens/locale/masking.h"

namespace huimin::terminal {

namespace effect = journey::resident::effect;
using domain::PaperState;
using printing::Boxed;
using printing::Document;
using printing::Item;
using printing::Pair;
using printing::Rule;
using screens::Language;

namespace {

constexpr Rule kThick{Rule::Kind::Thick};

Language language_of(screens::view::Language language) {
  return language == screens::view::Language::English ? Language::English
                                                      : Language::ChineseSimplified;
}

// The words of one paper in one language.
struct Words {
  const screens::Texts& texts;
  Language language;

  std::string operator()(std::string_view id) const { return std::string(texts.get(language, id)); }
  std::string operator()(std::string_view id, screens::TextValues values) const {
    return texts.format(language, id, values);
  }
  const std::string& of(const catalogue::Text& text) const {
    return language == Language::English ? text.en : text.zh;
  }
  std::string date(domain::CivilDate date) const {
    return screens::full_date_text({texts, language}, date);
  }
  // "2026年11月4日 上午 9:58"; a clock that cannot be trusted is said to be so (case C14).
  std::string time(base::WallTime wall) const {
    if (!base::is_plausible(wall)) return (*this)("paper.time_uncertain");
    const domain::CivilTime local = domain::to_local(wall);
    const auto since_midnight = std::chrono::hours(local.hour) + std::chrono::minutes(local.minute);
    return date(local.date) + " " + screens::time_text({texts, language}, since_midnight);
  }
};

std::vector<Item> items_in(const Words& words, const catalogue::Programme& programme,
                           const std::vector<domain::PaperAnswer>& papers, PaperState state) {
  std::vector<Item> items;
  for (const domain::PaperAnswer& answer : papers) {
    const catalogue::Paper* paper = programme.paper(answer.paper);
    if (answer.state != state || paper == nullptr) continue;
    const auto box = state == PaperState::Later ? Item::Box::Empty : Item::Box::Filled;
    items.push_back({box, words.of(paper->name)});
  }
  return items;
}

void add_section(Document& document, const std::string& title, std::vector<Item> items) {
  if (!items.empty()) document.blocks.push_back(printing::Section{title, std::move(items)});
}

std::vector<Pair> who_to_ask(const Words& words, const Config& config) {
  std::string who = config.unit;
  if (!config.official.empty()) who += " " + config.official;
  return {{words("paper.ask"), who + "\n" + config.window + " " + config.phone}};
}

std::string deadline_text(const Words& words, const domain::Deadline& latest) {
  const std::string day = words.date(latest.date);
  return latest.certain ? day : words("paper.about_day", {{"day", day}});
}

void add_papers(Document& document, const Words& words, const catalogue::Programme& programme,
                const effect::PrintReceipt& asked) {
  auto received = items_in(words, programme, asked.papers, PaperState::Brought);
  received.push_back({Item::Box::Filled,
                      words(asked.signed_with_staff ? "paper.signed_with_staff" : "paper.signed")});
  add_section(document, words("paper.received"), std::move(received));
  add_section(document, words("paper.exempt"),
              items_in(words, programme, asked.papers, PaperState::Exempt));
  add_section(document, words("paper.later"),
              items_in(words, programme, asked.papers, PaperState::Later));
}

// By the case's programme on the day it was handed in; the newest one we know when that day is not
// certain.
const catalogue::Programme* programme_of(const catalogue::Catalogue& catalogue, std::string_view id,
                                         base::WallTime at) {
  if (const auto* found = catalogue.find(id, domain::to_local(at).date)) return found;
  const catalogue::Programme* newest = nullptr;
  for (const auto& each : catalogue.programmes) {
    if (each.id == id) newest = &each;
  }
  return newest;
}

}  // namespace

Document PaperMaker::receipt(const effect::PrintReceipt& asked, int nth) const {
  const Words words{texts, language_of(asked.language)};
  const auto* programme = programme_of(catalogue, asked.programme, asked.kept_at);
  Document document;
  auto& blocks = document.blocks;
  blocks.push_back(printing::Heading{config.hall, words("paper.receipt.title")});
  if (nth > 1) {
    blocks.push_back(
        Boxed{Boxed::Kind::Filled, words("paper.nth_print", {{"n", std::to_string(nth)}})});
  }
  blocks.push_back(kThick);
  blocks.push_back(printing::NumberBlock{words("paper.receipt_no"), domain::print(asked.receipt)});
  blocks.push_back(kThick);
  const std::string machine = domain::print(asked.receipt).substr(0, 10);
  blocks.push_back(printing::Pairs{{
      {words("paper.matter"), programme != nullptr ? words.of(programme->name) : asked.programme},
      {words("paper.applicant"), asked.masked_name},
      {words("paper.time"), words.time(asked.kept_at)},
      {words("paper.where"), words("paper.machine", {{"no", machine}})},
  }});
  blocks.push_back(Rule{});
  if (programme != nullptr) add_papers(document, words, *programme, asked);
  blocks.push_back(Rule{});
  std::vector<Pair> next;
  if (base::is_plausible(asked.kept_at) && asked.latest.date.ok()) {
    next.push_back({words("paper.latest"),
                    deadline_text(words, asked.latest) + "\n" + words("paper.latest_what")});
  }
  for (Pair& pair : who_to_ask(words, config)) next.push_back(std::move(pair));
  blocks.push_back(printing::Pairs{std::move(next)});
  blocks.push_back(Boxed{Boxed::Kind::Outlined, words("paper.not_yet_accepted")});
  blocks.push_back(printing::QrCode{asked.receipt_qr,
                                    words("paper.qr.title"),
                                    {words("paper.qr.line1"), words("paper.qr.line2")}});
  blocks.push_back(printing::Lines{{words("paper.qr.private")}, printing::Weight::Regular});
  return document;
}

Document PaperMaker::status(const effect::PrintStatus& asked) const {
  const Words words{texts, language_of(asked.language)};
  const auto* programme = programme_of(catalogue, asked.status.programme, asked.status.as_of);
  Document document;
  auto& blocks = document.blocks;
  blocks.push_back(printing::Heading{config.hall, words("paper.status.title")});
  blocks.push_back(kThick);
  blocks.push_back(printing::NumberBlock{words("paper.receipt_no"), domain::print(asked.receipt)});
  blocks.push_back(kThick);
  blocks.push_back(printing::Pairs{{
      {words("paper.matter"),
       programme != nullptr ? words.of(programme->name) : asked.status.programme},
      {words("paper.case_no"), asked.status.case_no},
      {words("paper.as_of"), words.time(asked.status.as_of)},
  }});
  blocks.push_back(Rule{});
  std::vector<Pair> done;
  for (const domain::PublicEvent& each : asked.status.events) {
    const std::string stage = words(fmt::format("stage.{}", static_cast<int>(each.stage)));
    done.push_back({words.time(each.at), stage + (each.unit.empty() ? "" : "\n" + each.unit)});
  }
  blocks.push_back(printing::Pairs{std::move(done)});
  blocks.push_back(Rule{});
  std::vector<Pair> now;
  if (asked.status.latest && asked.status.latest->date.ok())
    now.push_back({words("paper.latest"), deadline_text(words, *asked.status.latest)});
  now.push_back({words("paper.now"), asked.status.now_unit + " " + asked.status.now_official +
                                         "\n" + asked.status.now_phone});
  now.push_back({words("paper.if_late"), asked.status.supervision_phone});
  blocks.push_back(printing::Pairs{std::move(now)});
  return document;
}

Document PaperMaker::draft(const effect::PrintDraft& asked) const {
  const Words words{texts, language_of(asked.language)};
  const domain::Application& app = asked.application;
  const auto* programme = programme_of(catalogue, app.programme, app.signed_at.wall);
  const auto* happened = programme != nullptr ? programme->event(app.event) : nullptr;
  Document document;
  auto& blocks = document.blocks;
  blocks.push_back(printing::Heading{config.hall, words("paper.draft.title")});
  blocks.push_back(Boxed{Boxed::Kind::Filled, words("paper.draft.not_handed_in")});
  blocks.push_back(kThick);
  blocks.push_back(printing::Pairs{{
      {words("paper.matter"), programme != nullptr ? words.of(programme->name) : app.programme},
      {words("paper.applicant"), app.applicant.name.text()},
      {words("paper.id_tail"), screens::last4(app.applicant.id_number.text())},
      {words("paper.happened"), happened != nullptr ? words.of(happened->label) : ""},
      {words("paper.household"), std::to_string(app.household_size)},
      {words("paper.needed"), domain::plain_yuan(app.needed)},
      {words("paper.spent"), domain::plain_yuan(app.spent)},
      {words("paper.phone"), app.applicant.phone.text()},
  }});
  blocks.push_back(Rule{});
  if (!app.story.empty())
    blocks.push_back(printing::Paragraph{words("paper.story"), app.story.text()});
  blocks.push_back(printing::Pairs{who_to_ask(words, config)});
  blocks.push_back(printing::Lines{{words("paper.draft.to_window")}, printing::Weight::Bold});
  return document;
}

}  // namespace huimin::terminal
