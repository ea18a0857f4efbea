#include "sample_views.h"

#include <stdexcept>
#include <utility>

namespace huimin::screens::samples {

namespace {

using namespace view;

// One text in two languages.
struct In {
  Language language;
  std::string operator()(const char* zh, const char* en) const {
    return language == Language::English ? en : zh;
  }
};

constexpr LocalTime kNow{2026, 11, 4, 3, 9, 42, true};
const std::string kReceipt = "430522-007-000321-37";

Contact contact(const In& in) {
  return {in("酿溪镇社会事务办", "Niangxi Social Affairs Office"), in("李满秀", "Li Manxiu"),
          in("3 号窗口", "Window 3"), "0739-0000118"};
}

Progress at(int step, Chapter chapter) { return {step, 7, chapter}; }

Typed typed(Field field, std::string value) {
  Typed t;
  t.field = field;
  for (const char byte : value) t.length += (byte & 0xC0) != 0x80;
  t.value = std::move(value);
  t.active = true;
  return t;
}

Typed wrong(Typed t, Problem problem, int from = 0, int to = 0) {
  t.problem = problem;
  t.from = from;
  t.to = to;
  return t;
}

std::vector<std::string> privacy(const In& in) {
  return {in("谁在问：您办事的乡镇（街道），和县（市、区）民政局。怎么找：到本大厅窗口，或者打回执"
             "上的电话。",
             "Who asks: the township you apply to and the county civil affairs bureau. How to "
             "reach them: at the window of this hall, or by the telephone number on your receipt."),
          in("问来做什么：只用来办您这次临时救助，不做别的。",
             "What for: only to handle this application for temporary assistance, nothing else."),
          in("问哪些：姓名、证件号、住址、电话，出了什么事、在哪里，家里几口人，要花多少钱，钱打到"
             "哪个账号，还有您的签名。",
             "What kinds: name, document number, address, telephone; what happened and where; who "
             "lives with you; what it costs; the account for the money; and your signature."),
          in("里面有要紧的：生病受伤的情况、银行账号、孩子的情况。不知道这些，救助就办不了、钱就打"
             "不到；泄露了会对您不好，所以要锁好。",
             "Some of it is sensitive: illness and injury, your account, anything about children. "
             "Without it the help cannot be decided or paid; if it leaked it could harm you, so it "
             "is kept locked."),
          in("怎么保管：您一交，就加密封好送到县里，这台机器自己也打不开；没交就走，填的全部清掉。"
             "县里保存多久，按档案规定，请问窗口。",
             "How it is kept: on submission it is sealed and sent to the county, and this machine "
             "cannot open it again; if you leave before, everything is wiped. How long the county "
             "keeps it follows its rules for files: ask at the window."),
          in("您的权利：可以看、可以复印、错了可以改、可以要求删除、可以要人解释。不想在机器上办，"
             "就到窗口办，一样收。",
             "Your rights: you may see it, have a copy, have mistakes corrected, ask for deletion "
             "and for an explanation. If you would rather not use the machine, the window takes "
             "your application just the same.")};
}

std::vector<std::string> pledge(const In& in) {
  return {in("我说的、填的、交的，都是真的、全的，没有瞒。",
             "What I have said, filled in and handed in is true and complete."),
          in("家里人口、收入、财产变了，我会及时告诉镇里。（社会救助法第四十六条）",
             "If the people, income or property of my household change, I will tell the township "
             "in time. (Social Assistance Law, article 46)"),
          in("镇里、县里来核对和了解情况，我会配合。（第四十条、第四十三条）",
             "I will cooperate when the township or the county checks. (Articles 40 and 43)"),
          in("我知道：说假话骗了救助，要退回来，还可能罚款，最多罚到骗得的两倍。（第七十三条）",
             "I know: help obtained by false statements must be paid back, and a fine of up to "
             "twice its amount is possible. (Article 73)")};
}

std::vector<Option> events(const In& in) {
  return {{"fire", in("火灾", "Fire"), in("房子、东西被烧", "House or belongings burnt"),
           "local_fire_department"},
          {"traffic", in("车祸", "Traffic accident"),
           in("被车撞、翻车", "Hit by a car, overturned"), "directions_car"},
          {"illness", in("突然重病", "Sudden serious illness"),
           in("急着住院、做手术", "Urgent hospital stay or operation"), "local_hospital", true},
          {"injury", in("受伤", "Injury"),
           in("做工、干活时摔伤、砸伤", "A fall or blow at work or at home"), "person"},
          {"drowning", in("溺水", "Drowning"), in("家里人落水", "A family member fell into water"),
           "priority_high"},
          {"disaster", in("天灾", "Natural disaster"),
           in("大水、塌方、大风、冰冻", "Flood, landslide, storm, ice"), "home"},
          {"school", in("上学费用大", "Cost of schooling"),
           in("交不起学费、生活费", "Fees or board cannot be paid"), "school"},
          {"other", in("别的急事", "Something else"),
           in("上面没有的，用自己的话说", "Not listed: say it in your own words"), "more_horiz"}};
}

std::vector<Option> relations(const In& in) {
  return {{"spouse", in("丈夫、妻子", "Husband or wife"), "", ""},
          {"son", in("儿子", "Son"), "", "", true},
          {"daughter", in("女儿", "Daughter"), "", ""},
          {"parent", in("父亲、母亲", "Father or mother"), "", ""},
          {"child_in_law", in("女婿、儿媳", "Son- or daughter-in-law"), "", ""},
          {"sibling", in("兄弟、姐妹", "Brother or sister"), "", ""},
          {"grandparent", in("爷爷奶奶、外公外婆", "Grandparent"), "", ""},
          {"grandchild", in("孙辈", "Grandchild"), "", ""},
          {"other", in("别的亲属", "Another relative"), "", ""}};
}

PlaceScreen place(const In& in, bool many) {
  PlaceScreen view;
  view.progress = at(2, Chapter::Happened);
  view.levels[0] = {in("新邵县", "Xinshao County"), true, false};
  view.levels[1] = {in("酿溪镇", "Niangxi Town"), true, false};
  view.levels[2] = {"", false, true};
  view.search = typed(Field::PlaceSearch, many ? "" : "sq");
  view.rows = {{"430522100201", in("石桥村", "Shiqiao Village"), "shi qiao cun"},
               {"430522100202", in("沙泉村", "Shaquan Village"), "sha quan cun"},
               {"430522100203", in("双桥村", "Shuangqiao Village"), "shuang qiao cun"},
               {"430522100204", in("上渠村", "Shangqu Village"), "shang qu cun"},
               {"430522100205", in("石墙湾村", "Shiqiangwan Village"), "shi qiang wan cun"}};
  if (many) {
    for (int i = 0; i < 9; ++i) {
      view.rows.push_back(
          {"43052210030" + std::to_string(i), in("梅塘村", "Meitang Village"), "mei tang cun"});
    }
  }
  view.useful_initials = "abcdefghjklmnopqrstwxyz";
  return view;
}

PapersScreen papers(const In& in) {
  return {
      at(5, Chapter::Papers),
      {{"id_card", in("身份证", "Identity card"), in("知道是谁申请", "To know who applies"),
        PaperMark::ReadFromCard},
       {"proof", in("医院、消防、交警的单子", "Papers of hospital, fire brigade or police"),
        in("说明出了什么事", "To show what happened"), PaperMark::Brought},
       {"household", in("户口簿或者居住证", "Household booklet or residence permit"),
        in("家里找得到就带来。不在手边，以后补。", "Bring it if it is at hand. It can come later."),
        PaperMark::Later},
       {"account", in("存折或者银行卡", "Passbook or bank card"),
        in("申请人自己的，一卡通也行。没有的，告诉窗口。",
           "The applicant's own; the subsidy card will do. Tell the window if you have none."),
        PaperMark::Later},
       {"income", in("收入、存款、房、车的证明", "Proofs of income, savings, house, car"),
        in("这一项不用看", "Not looked at for this programme"), PaperMark::Exempt}}};
}

Review review(const In& in) {
  Review view;
  view.progress = at(6, Chapter::Check);
  view.applicant = "王*";
  view.event = in("突然重病", "Sudden serious illness");
  view.story = in("老伴上月住院，花了两万多，借的钱还没还",
                  "My husband was in hospital last month and the loan is not paid back");
  view.place = in("新邵县酿溪镇石桥村", "Shiqiao Village, Niangxi Town, Xinshao County");
  view.household = 4;
  view.needed = "8000";
  view.spent = "21600";
  view.account_wanted = true;
  view.account_tail = "4471";
  view.phone = "139****0000";
  view.papers_brought = 2;
  view.papers_later = 2;
  view.papers_exempt = 1;
  return view;
}

// A name as a finger writes it: three strokes of the first character.
std::vector<InkStroke> signature() {
  const auto stroke = [](float x, float y, float dx, float dy) {
    InkStroke points;
    for (int i = 0; i <= 10; ++i) {
      const float t = static_cast<float>(i) / 10;
      points.push_back(
          {x + dx * t, y + dy * t - 3 * t * (1 - t), static_cast<std::uint32_t>(20 * i)});
    }
    return points;
  };
  return {stroke(45, 40, 34, -4),  stroke(48, 58, 28, -3),   stroke(62, 38, -1, 42),
          stroke(40, 84, 46, -6),  stroke(118, 32, -16, 8),  stroke(108, 50, 36, -5),
          stroke(128, 38, 0, 28),  stroke(126, 50, -20, 18), stroke(130, 50, 20, 14),
          stroke(114, 74, 30, -4), stroke(126, 74, -18, 26), stroke(142, 71, -4, 12)};
}

Submitted submitted(const In& in, PaperStage paper, bool county) {
  Submitted view;
  view.progress = at(7, Chapter::Hand);
  view.receipt_no = kReceipt;
  view.kept_at = {2026, 11, 4, 3, 9, 58, true};
  if (county) {
    view.county_at = LocalTime{2026, 11, 4, 3, 9, 59, true};
    view.case_no = in("新邵救 2026-000274", "XS 2026-000274");
  }
  view.latest = {2026, 11, 9, true};
  view.limit_days = 3;
  view.contact = contact(in);
  view.paper = paper;
  view.copies = paper == PaperStage::Printed ? 1 : 0;
  return view;
}

Status status(const In& in) {
  Status view;
  view.receipt_no = kReceipt;
  view.programme = in("临时救助", "Temporary Assistance");
  view.case_no = in("新邵救 2026-000274", "XS 2026-000274");
  const std::string unit = in("酿溪镇社会事务办", "Niangxi Social Affairs Office");
  using State = TimelineRow::State;
  view.rows = {
      {State::Done, 10, {2026, 10, 12}, true, in("酿溪镇便民服务大厅", "Niangxi service hall")},
      {State::Done, 20, {2026, 10, 13}, true, unit},
      {State::Now, 40, {2026, 10, 28}, true, unit},
      {State::ToCome,
       80,
       {2026, 11, 9, false},
       true,
       in("新邵县民政局", "Xinshao Civil Affairs Bureau")}};
  view.used_days = 17;
  view.limit_days = 30;
  view.limit_in_working_days = true;
  view.latest = Day{2026, 11, 23, true};
  view.now = contact(in);
  view.supervision_phone = "0739-0000119";
  view.as_of = kNow;
  return view;
}

QrModules qr() {
  QrModules code{49, std::vector<std::uint8_t>(49 * 49)};
  std::uint32_t state = 7;
  for (auto& module : code.dark) {
    state = state * 1664525U + 1013904223U;
    module = static_cast<std::uint8_t>(state >> 31);
  }
  for (const auto& [left, top] : {std::pair{0, 0}, std::pair{42, 0}, std::pair{0, 42}}) {
    for (int y = 0; y < 8 && top + y < 49; ++y) {
      for (int x = 0; x < 8 && left + x < 49; ++x) {
        const bool ring = x < 7 && y < 7 && (x == 0 || x == 6 || y == 0 || y == 6);
        const bool core = x > 1 && x < 5 && y > 1 && y < 5;
        code.dark[static_cast<std::size_t>((top + y) * 49 + left + x)] = ring || core;
      }
    }
  }
  return code;
}

struct Gallery {
  In in;
  std::vector<Sample> all;

  void add(std::string name, Topic topic, Body body, std::string person = "") {
    Chrome chrome;
    chrome.hall = in("酿溪镇便民服务大厅", "Niangxi Service Hall");
    chrome.now = kNow;
    chrome.topic = topic;
    chrome.person = std::move(person);
    chrome.comfort.language = in.language;
    all.push_back({std::move(name), {std::move(chrome), std::move(body)}});
  }
  void apply(std::string name, Body body, std::string person = "王*") {
    add(std::move(name), Topic::Apply, std::move(body), std::move(person));
  }
};

void arriving(Gallery& g) {
  const In& in = g.in;
  g.add("attract", Topic::None, Attract{});
  g.add("home", Topic::None, Home{});
  g.add("home-nothing-works", Topic::None, Home{false, false});
  g.add("elsewhere", Topic::Elsewhere, ElsewhereScreen{contact(in)});
  g.add("not-ready", Topic::None,
        NotReady{{Shortage::Disk, Shortage::Clock, Shortage::Key}, contact(in)});
  g.add("trouble-paper", Topic::None, TroublePaper{});
  g.add("trouble-paper-waiting", Topic::None, TroublePaper{PrinterTrouble::CoverOpen, true});
  g.apply("privacy", Privacy{privacy(in), contact(in)}, "");
}

void knowing(Gallery& g) {
  const Progress step = at(1, Chapter::Who);
  g.apply("identify", Identify{step}, "");
  g.apply("identify-reading", Identify{step, Reading::Busy}, "");
  g.apply("identify-lifted", Identify{step, Reading::LiftedEarly, 1}, "");
  g.apply("identify-lifted-often", Identify{step, Reading::LiftedEarly, 3}, "");
  g.apply("identify-unreadable", Identify{step, Reading::Unreadable, 3}, "");
  g.apply("identify-take-card", Identify{step, Reading::TakeCardFirst}, "");
  g.apply("identify-no-reader", Identify{step, Reading::ReaderGone}, "");
  g.apply("person", ConfirmPerson{step, "王*", "0004"}, "");
  g.apply("type-number", TypeNumber{step, typed(Field::IdNumber, "4305221900")}, "");
  g.apply(
      "type-number-date",
      TypeNumber{step, wrong(typed(Field::IdNumber, "430522190013010004"), Problem::IdDate, 6, 14)},
      "");
  g.apply(
      "type-number-check",
      TypeNumber{step,
                 wrong(typed(Field::IdNumber, "430522190001010005"), Problem::IdCheckDigit, 17, 18),
                 true},
      "");
  g.apply("type-name", TypeName{step, typed(Field::Name, "王秀"), true}, "");
  g.apply("type-name-wrong",
          TypeName{step, wrong(typed(Field::Name, "王1"), Problem::NameCharacter, 1, 2)}, "");
}

void telling(Gallery& g) {
  const In& in = g.in;
  const Progress happened = at(2, Chapter::Happened), house = at(3, Chapter::Household),
                 money = at(4, Chapter::Money);
  g.apply("happened", WhatHappened{happened, events(in)});
  g.apply("happened-missing", WhatHappened{happened, events(in), true});
  g.apply("story", StoryScreen{happened, typed(Field::Story,
                                               in("我老伴上月住院，花了两万多，\n借的钱还没还。",
                                                  "My husband was in hospital last month. We spent "
                                                  "over 20000 and borrowed most of it."))});
  g.apply("place", place(in, false));
  g.apply("place-many", place(in, true));
  g.apply("household", Household{house,
                                 "王*",
                                 4,
                                 {{in("丈夫、妻子", "Husband or wife"), 55},
                                  {in("儿子", "Son"), 21},
                                  {in("女儿", "Daughter"), 15}}});
  g.apply("household-alone", Household{house, "王*", 1, {}});
  g.apply("member", MemberScreen{house, relations(in), typed(Field::MemberAge, "21"), false});
  g.apply("member-missing",
          MemberScreen{house, relations(in), typed(Field::MemberAge, ""), true, true});
  Typed spent = typed(Field::Spent, "21600");
  spent.active = false;
  g.apply("money", MoneyScreen{money, typed(Field::Needed, "8000"), spent});
  g.apply(
      "money-wrong",
      MoneyScreen{money, wrong(typed(Field::Needed, "80.123"), Problem::AmountDecimals), spent});
  g.apply("account", AccountScreen{money, typed(Field::AccountNumber, "62170000123"), true});
  g.apply("account-later", AccountScreen{money, typed(Field::AccountNumber, ""), false});
  g.apply("phone", PhoneScreen{money, typed(Field::Phone, "1390000")});
  g.apply("phone-wrong",
          PhoneScreen{money, wrong(typed(Field::Phone, "2390000"), Problem::PhoneBeginning, 0, 1)});
  g.apply("papers", papers(in));
}

void handing_in(Gallery& g) {
  const In& in = g.in;
  const Progress check = at(6, Chapter::Check), hand = at(7, Chapter::Hand);
  g.apply("review", review(in));
  g.apply("pledge", Pledge{check, pledge(in), false});
  g.apply("pledge-ticked", Pledge{check, pledge(in), true});
  const std::string title = in("诚信承诺书", "Honesty pledge");
  g.apply("signature", SignatureScreen{check, title, signature()});
  g.apply("signature-missing", SignatureScreen{check, title, {}, true});
  g.apply("signature-staff", SignatureScreen{check, title, {}, false, true});
  g.apply("saving", Saving{hand, 14});
  g.apply("not-saved", NotSaved{hand, 14, true, true});
  g.all.back().screen.chrome.staff_called = true;
  g.apply("submitted", submitted(in, PaperStage::Printing, false));
  g.apply("printed", submitted(in, PaperStage::Printed, true));
  g.apply("not-printed", submitted(in, PaperStage::NotPrinted, false));
  g.apply("print-interrupted", PrintInterrupted{kReceipt, PrinterTrouble::PaperOut, false});
  g.apply("print-ready-again", PrintInterrupted{kReceipt, PrinterTrouble::PaperOut, true});
  g.apply("print-unknown", PrintUnknown{kReceipt});
  g.apply("phone-qr", PhoneQr{kReceipt, qr()});
}

void following(Gallery& g) {
  const In& in = g.in;
  const auto look = [&](std::string name, Body body) {
    g.add(std::move(name), Topic::Status, std::move(body));
  };
  look("scan", ScanReceiptScreen{});
  look("scan-gone", ScanReceiptScreen{true});
  look("type-receipt", TypeReceiptScreen{typed(Field::ReceiptNumber, "4305220070")});
  look("type-receipt-wrong",
       TypeReceiptScreen{wrong(typed(Field::ReceiptNumber, "43052200700032138"),
                               Problem::ReceiptCheckDigits, 15, 17)});
  look("asking", AskingCounty{kReceipt});
  const std::pair<const char*, ReceiptProblem> refusals[] = {
      {"altered", ReceiptProblem::Altered},
      {"unknown-terminal", ReceiptProblem::UnknownTerminal},
      {"withdrawn", ReceiptProblem::MadeAfterWithdrawal},
      {"not-a-receipt", ReceiptProblem::NotAReceipt},
      {"not-known", ReceiptProblem::NotKnownToCounty},
      {"no-answer", ReceiptProblem::NoAnswer}};
  for (const auto& [name, problem] : refusals) {
    look("receipt-refused-" + std::string{name}, ReceiptRefused{problem, contact(in)});
  }
  look("status", status(in));
  Status old = status(in);
  old.fresh = false;
  old.age_hours = 26;
  look("status-old", old);
  Status kept = status(in);
  kept.reached_county = false;
  kept.case_no.clear();
  kept.rows = {kept.rows.front()};
  kept.limit_days = 0;
  kept.latest.reset();
  kept.can_print = false;
  look("status-kept", kept);
}

void covering(Gallery& g) {
  g.apply("timeout", TimeoutWarning{38, 45, false}, "");
  g.apply("timeout-submitted", TimeoutWarning{12, 45, true}, "");
  g.apply("help", Help{7, {2026, 11, 4, 3, 9, 51, true}, contact(g.in)}, "");
  g.all.back().screen.chrome.staff_called = true;
  g.apply("help-urgent", Help{8, {2026, 11, 4, 3, 9, 51, true}, contact(g.in), true}, "");
  g.all.back().screen.chrome.staff_called = true;
  g.apply("help-no-signal",
          Help{9, {2026, 11, 4, 3, 9, 51, true}, contact(g.in), false, Summons::Failed}, "");
  g.apply("voice", Voice{}, "");
  g.all.back().screen.chrome.comfort.reading = true;
  g.add("goodbye", Topic::None, Goodbye{});
  g.add("goodbye-card", Topic::None, Goodbye{true});
}

}  // namespace

std::vector<Sample> sample_views(Language language) {
  Gallery gallery{In{language}, {}};
  arriving(gallery);
  knowing(gallery);
  telling(gallery);
  handing_in(gallery);
  following(gallery);
  covering(gallery);
  return std::move(gallery.all);
}

Sample sample_view(Language language, const std::string& name) {
  for (Sample& sample : sample_views(language)) {
    if (sample.name == name) return std::move(sample);
  }
  throw std::runtime_error("no sample view " + name);
}

}  // namespace huimin::screens::samples
