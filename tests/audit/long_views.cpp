#include "long_views.h"

#include <string>
#include <utility>
#include <variant>

namespace huimin::screens::audit {

namespace {

using namespace view;
using samples::Sample;

struct In {
  Language language;
  std::string operator()(const char* zh, const char* en) const {
    return language == Language::English ? en : zh;
  }
};

// The longest name of a county in the country, and of a village as its committee writes it.
std::string county(const In& in) {
  return in("积石山保安族东乡族撒拉族自治县", "Jishishan Bonan, Dongxiang and Salar County");
}

std::string village(const In& in) {
  return in("双江口瑶族乡白水洞社区第十二村", "Baishuidong Community Village No. 12");
}

Contact contact(const In& in) {
  return {in("积石山保安族东乡族撒拉族自治县社会救助综合服务中心",
             "Social Assistance Centre of Jishishan County"),
          in("阿卜杜热合曼·买买提·艾山江木", "Abdurahman Memet Hesenjan"),
          in("二楼 12 号综合服务窗口", "General service window 12, second floor"),
          "0739-00001180-8016"};
}

// A field as full as it may be.
Typed full(Field field, std::string value) {
  Typed typed;
  typed.field = field;
  for (const char byte : value) typed.length += (byte & 0xC0) != 0x80;
  typed.value = std::move(value);
  typed.active = true;
  return typed;
}

std::string long_story(const In& in) {
  std::string story;
  for (int i = 0; i < 12; ++i) {
    story += in("老伴上月突然重病住院，在县医院和市医院一共花了两万一千六百元，借的钱到现在还没有还上。",
                "My husband fell ill last month; both hospitals together cost 21600 yuan, and what "
                "we borrowed for it is still not paid back. ");
  }
  return story;
}


// Makes one body as long as it gets; a screen that shows nothing variable stays as it is.
struct Lengthen {
  const In& in;

  template <typename AnyBody>
  void operator()(AnyBody&) const {}

  void operator()(ElsewhereScreen& v) const { v.contact = contact(in); }
  void operator()(NotReady& v) const {
    v.shortages = {Shortage::Disk,      Shortage::Key,   Shortage::Clock,
                   Shortage::Catalogue, Shortage::Queue, Shortage::Printer};
    v.contact = contact(in);
  }
  void operator()(Privacy& v) const { v.contact = contact(in); }
  void operator()(TypeName& v) const {
    v.name.value = in("阿卜杜热合曼·买买提·艾山江木", "ABDURAHMAN MEMET HESENJAN");
    v.name.length = v.name.value.empty() ? 0 : 15;
  }
  void operator()(WhatHappened& v) const {
    for (Option& option : v.events) {
      option.hint += in("，或者别的一时过不去的难处", ", or another hardship of this kind");
      option.chosen = true;
    }
  }
  void operator()(StoryScreen& v) const { v.story = full(Field::Story, long_story(in)); }
  void operator()(PlaceScreen& v) const {
    v.levels[0] = {county(in), true, false};
    v.levels[1] = {in("双江口瑶族乡白水洞社区", "Shuangjiangkou Yao Township"), true, false};
    v.levels[2] = {village(in), true, true};
    for (PlaceRow& row : v.rows) {
      row.name = village(in);
      row.pinyin = "shuang jiang kou yao zu xiang bai shui dong she qu";
    }
    v.search = full(Field::PlaceSearch, "sjkyzxbsdsqd");
  }
  void operator()(Household& v) const {
    v.size = 12;
    v.members.clear();
    for (int i = 0; i < 11; ++i) {
      v.members.push_back({in("爷爷奶奶、外公外婆", "Son- or daughter-in-law"), 100 + i});
    }
  }
  void operator()(MemberScreen& v) const { v.age = full(Field::MemberAge, "120"); }
  void operator()(MoneyScreen& v) const {
    v.needed.value = v.spent.value = "99999999.99";
    v.needed.length = v.spent.length = 11;
  }
  void operator()(AccountScreen& v) const {
    v.wanted = true;
    v.number = full(Field::AccountNumber, "621700001234567890123");
  }
  void operator()(PhoneScreen& v) const { v.phone = full(Field::Phone, "0739-00001180"); }
  void operator()(PapersScreen& v) const {
    for (PaperRow& row : v.rows) {
      row.name = in("医院、消防、交警、保险公司的单子或者证明",
                    "Papers of hospital, fire brigade, police or insurer");
      row.hint = in("家里找得到就带来。不在手边，以后补，补到镇里就行，不用再到这里。",
                    "Bring it if it is at hand. It can come later, straight to the township.");
    }
    std::vector<PaperRow> twice = v.rows;
    for (const PaperRow& row : v.rows) {
      twice.push_back(row);
      twice.back().id += "_again";
    }
    v.rows = std::move(twice);
  }
  void operator()(Review& v) const {
    v.event = in("别的急事，上面没有的", "Something else that is not listed above");
    v.story = long_story(in);
    v.place = county(in) + village(in);
    v.household = 12;
    v.needed = v.spent = "99999999.99";
    v.papers_brought = v.papers_later = v.papers_exempt = 10;
  }
  void operator()(Saving& v) const { v.answers = 99; }
  void operator()(NotSaved& v) const { v.answers = 99; }
  void operator()(Submitted& v) const {
    v.contact = contact(in);
    v.copies = 9;
    v.case_no = in("积石山保安族东乡族救 2026-100274", "JSS 2026-100274-0001");
    v.county_at = LocalTime{2026, 12, 28, 1, 12, 59, true};
    v.latest = {2026, 12, 28, false};
    v.limit_days = 30;
    v.limit_in_working_days = true;
  }
  void operator()(ReceiptRefused& v) const { v.contact = contact(in); }
  void operator()(Status& v) const {
    v.programme = in("特困人员救助供养（分散供养）", "Support for persons in extreme hardship");
    v.case_no = in("积石山保安族东乡族救 2026-100274", "JSS 2026-100274-0001");
    v.now = contact(in);
    for (TimelineRow& row : v.rows) row.unit = contact(in).unit;
    if (v.reached_county) {
      for (const int stage : {50, 60, 70}) {
        v.rows.push_back({TimelineRow::State::ToCome, stage, {2026, 12, 28, false}, true,
                          contact(in).unit});
      }
    }
    v.supervision_phone = "0739-00001190-8017";
    v.age_hours = v.fresh ? 0 : 23;
  }
  void operator()(TimeoutWarning& v) const { v.seconds_left = v.seconds_total; }
  void operator()(Help& v) const {
    v.number = 999;
    v.called_at = {2026, 12, 28, 1, 12, 59, true};
    v.contact = contact(in);
  }
};

void make_long(Sample& sample, const In& in) {
  sample.name += "+long";
  Chrome& chrome = sample.screen.chrome;
  chrome.hall = in("酿溪镇党群便民综合服务大厅", "Niangxi Town Public Service Hall");
  chrome.now = {2026, 12, 28, 1, 12, 59, true};
  chrome.staff_called = true;
  std::visit(Lengthen{in}, sample.screen.body);
}

// The field of this body that is in use, if it has one.
struct FieldOf {
  template <typename AnyBody>
  Typed* operator()(AnyBody&) const {
    return nullptr;
  }
  Typed* operator()(TypeNumber& v) const { return &v.number; }
  Typed* operator()(TypeName& v) const { return &v.name; }
  Typed* operator()(StoryScreen& v) const { return &v.story; }
  Typed* operator()(MemberScreen& v) const { return &v.age; }
  Typed* operator()(MoneyScreen& v) const { return &v.needed; }
  Typed* operator()(AccountScreen& v) const { return v.wanted ? &v.number : nullptr; }
  Typed* operator()(PhoneScreen& v) const { return &v.phone; }
  Typed* operator()(TypeReceiptScreen& v) const { return &v.number; }
};

std::vector<Problem> problems_of(Field field) {
  switch (field) {
    case Field::IdNumber:
      return {Problem::Missing, Problem::IdLength, Problem::IdCharacter, Problem::IdLegacy};
    case Field::Name: return {Problem::Missing, Problem::NameLong, Problem::NameCharacter};
    case Field::Story: return {Problem::TextLong, Problem::TextCharacter};
    case Field::MemberAge: return {Problem::AgeDigits, Problem::AgeRange};
    case Field::Needed:
      return {Problem::Missing, Problem::AmountDigits, Problem::AmountLarge,
              Problem::AmountDecimals};
    case Field::AccountNumber:
      return {Problem::AccountDigits, Problem::AccountLength, Problem::AccountCheckDigit};
    case Field::Phone: return {Problem::PhoneDigits, Problem::PhoneLength};
    case Field::ReceiptNumber: return {Problem::ReceiptForm};
    case Field::PlaceSearch:
    case Field::Spent: return {};
  }
  return {};
}

// The same screen with each thing that may be wrong with its field.
void add_errors(std::vector<Sample>& views, const Sample& sample) {
  Sample copy = sample;
  const Typed* field = std::visit(FieldOf{}, copy.screen.body);
  if (field == nullptr || field->problem) return;
  for (const Problem problem : problems_of(field->field)) {
    Sample wrong = sample;
    Typed* typed = std::visit(FieldOf{}, wrong.screen.body);
    typed->problem = problem;
    wrong.name += "+error-" + std::to_string(static_cast<int>(problem));
    views.push_back(std::move(wrong));
  }
}

// add_errors() makes these again, with longer values.
bool is_repeat(const std::string& name) { return name.find("-wrong") != std::string::npos; }

}  // namespace

std::vector<Sample> long_views(Language language) {
  const In in{language};
  std::vector<Sample> views;
  for (Sample& sample : samples::sample_views(language)) {
    if (is_repeat(sample.name)) continue;
    make_long(sample, in);
    add_errors(views, sample);
    views.push_back(std::move(sample));
  }
  return views;
}

}  // namespace huimin::screens::audit
