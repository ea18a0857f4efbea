// The programme as plain text, for officials who check what a terminal tells people. The labels
// are the keys of the data file, so that what is found wrong is found there too; the source
// stands beside each fact.

#include "kiosk/catalogue/catalogue.h"

namespace huimin::catalogue {
namespace {

class Listing {
 public:
  explicit Listing(Lang lang) : lang_(lang) {}

  std::string of(const Programme& p) {
    line(p.id + " " + p.name.in(lang_) + " (" + p.version + ")");
    add("effective_from", domain::iso(p.effective_from));
    if (p.effective_to) add("effective_to", domain::iso(*p.effective_to));
    add("explain", p.explain.in(lang_));
    add("group", p.group);
    add("mode", p.mode);
    add("where_to_apply", p.where_to_apply.in(lang_));
    add("decided_by", p.decided_by.in(lang_));
    for (const Lane& lane : p.lanes) add_lane(lane);
    for (const Limit& limit : p.limits) add("limit", named(limit));
    for (const EventKind& event : p.events) {
      add("event", event.label.in(lang_) + " (" + event.example.in(lang_) + ")");
    }
    for (const Paper& paper : p.papers) add_paper(paper);
    add_stages(p);
    add_statement("pledge", p.pledge);
    add_statement("privacy", p.privacy);
    add("remedy", p.remedy.in(lang_));
    for (const Source& source : p.sources) add("source", named(source));
    return std::move(text_);
  }

 private:
  void line(const std::string& words) { text_ += words + "\n"; }
  void add(const std::string& key, const std::string& words) { line(key + ": " + words); }

  // "社会救助法 50 [L:LAW26]", as in the reference list.
  static std::string named(const Source& source) {
    const std::string article = source.article.empty() ? "" : " " + source.article;
    return source.instrument + article + " [" + source.confidence + ":" + source.url_or_key + "]";
  }

  static std::string named(const Limit& limit) {
    const bool working = limit.unit == domain::DayUnit::WorkingDay;
    return limit.id + " " + domain::code_of(limit.from) + " -> " + domain::code_of(limit.to) +
           ", days = " + std::to_string(limit.days) + (working ? " working" : " calendar") + ", " +
           named(limit.source);
  }

  static std::string flag(const char* key, bool value) {
    return std::string(key) + (value ? " = true" : " = false");
  }

  void add_lane(const Lane& lane) {
    add("lane " + lane.id,
        lane.name.in(lang_) + ", " + flag("economic_check", lane.economic_check) + ", " +
            flag("public_notice", lane.public_notice) + ", " + named(lane.source));
    add("  explain", lane.explain.in(lang_));
    add("  amount_note", lane.amount_note.in(lang_));
    add("  limit", lane.limit ? named(*lane.limit) : "none, set locally");
  }

  void add_paper(const Paper& paper) {
    std::string marks;
    if (paper.obtainable_by_sharing) marks += ", obtainable_by_sharing";
    if (paper.read_from_card) marks += ", read_from_card";
    if (paper.can_come_later) marks += ", can_come_later";
    add("paper", paper.name.in(lang_) + marks);
  }

  void add_stages(const Programme& p) {
    std::string codes;
    for (const domain::Stage stage : p.stages) {
      codes += (codes.empty() ? "" : " ") + domain::code_of(stage);
    }
    add("stages", codes);
  }

  void add_statement(const std::string& key, const Statement& statement) {
    add(key, statement.title.in(lang_) + " (" + statement.version + ")");
    for (const Text& point : statement.points) add("  point", point.in(lang_));
    for (const Source& source : statement.sources) add("  source", named(source));
  }

  Lang lang_;
  std::string text_;
};

}  // namespace

std::string show(const Programme& programme, Lang lang) { return Listing(lang).of(programme); }

}  // namespace huimin::catalogue
