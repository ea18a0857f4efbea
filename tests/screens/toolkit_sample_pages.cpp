#include "toolkit_sample_pages.h"

#include "screens/toolkit/column.h"
#include "screens/toolkit/page.h"
#include "screens/toolkit/text_field.h"

#include <array>
#include <string>
#include <vector>

namespace huimin::screens::samples {

namespace {

constexpr AidTexts kAids{.language = "English", .size = "大字", .palette = "黑底", .read = "朗读"};

PageTexts page(std::string_view screen, std::string_view title, std::string_view subtitle) {
  PageTexts texts;
  texts.screen = screen;
  texts.title = title;
  texts.subtitle = subtitle;
  texts.aids = kAids;
  texts.help = "叫工作人员";
  return texts;
}

PageTexts errand(std::string_view screen) {
  PageTexts texts = page(screen, "低保申请", "王* 本人办理");
  texts.left = {.label = "上一步", .icon = Icon::ArrowBack};
  texts.right = {.label = "下一步", .icon = Icon::ArrowForward, .kind = ButtonKind::Filled};
  return texts;
}

void draw_keys(Ui& ui, Rect tray) {
  ui.canvas().fill(tray, Colour::Tray);
  Rect area = tray.inset(5, 4.5);
  Rect row = area.cut_top(22.8, 3.5);
  const Rect reading = row.cut_left(42, kTouchGap);
  ui.canvas().text(reading, "zhi liao fei", {.type = Type::T1, .weight = Weight::Bold},
                   {.align = Align::Centre, .vertical = VerticalAlign::Middle, .max_lines = 1});
  int number = 0;
  for (const char* word : {"治疗费", "治疗", "治", "只", "知"}) {
    const Button look{.label = word, .kind = ButtonKind::Quiet, .selected = number == 0,
                      .role = Role::Candidate, .type = Type::T3, .factor = 0.957};
    const double width = std::max(22.8, button_width(ui, look) + 8);
    button(ui, "candidate." + std::to_string(++number), row.cut_left(width, 2.7), look);
  }
  const std::array<std::string, 3> rows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  for (const std::string& letters : rows) {
    Rect keys = area.cut_top(21.3, 2.75);
    if (letters.size() == 9) keys = keys.inset(11.4, 0);
    if (letters.size() == 7) {
      button(ui, "key.write", keys.cut_left(38, 2.75),
             {.label = "手写", .kind = ButtonKind::QuietWide, .icon = Icon::Draw, .role = Role::Key,
              .type = Type::T1});
      button(ui, "key.erase", keys.cut_right(38, 2.75),
             {.label = "删除", .kind = ButtonKind::QuietWide, .icon = Icon::Backspace,
              .role = Role::Key, .type = Type::T1});
    }
    const std::vector<Rect> places = keys.columns(static_cast<int>(letters.size()), 2.75);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const std::string letter(1, letters[i]);
      button(ui, "key." + letter, places[i],
             {.label = letter, .kind = ButtonKind::Quiet, .role = Role::Key, .type = Type::T3,
              .factor = 0.913});
    }
  }
  Rect last = area.cut_top(21.3);
  button(ui, "key.digits", last.cut_left(40, 2.75),
         {.label = "123", .kind = ButtonKind::QuietWide, .role = Role::Key, .type = Type::T1});
  button(ui, "key.hide", last.cut_right(40, 2.75),
         {.label = "收起", .kind = ButtonKind::QuietWide, .icon = Icon::KeyboardHide,
          .role = Role::Key, .type = Type::T1});
  button(ui, "key.space", last,
         {.label = "空格", .kind = ButtonKind::Quiet, .role = Role::Key, .type = Type::T1});
}

}  // namespace

void draw_home(Ui& ui) {
  PageTexts texts = page("home", "酿溪镇便民服务大厅", "11月4日 星期三 · 上午 9:42");
  texts.left = {.label = "结束", .icon = Icon::Logout};
  texts.right = {.say = "用完请按“结束”，\n您的信息马上清除"};
  const Page frame(ui, texts);
  Column column(ui, frame.content());
  column.title("您好，要办什么事？", "点一下就行。不会用，就按下面“叫工作人员”。");
  column.gap(kS3);
  const double unit = (column.remaining() - 44.7 - 4 * kS2) / 4.17;
  tile(ui, "home.apply", column.take(unit * 1.25, kS2),
       {.icon = Icon::Assignment,
        .title = "申请救助",
        .second = "低保、特困、看病、上学、住房、就业、\n受灾、临时救助。交一次，各部门分头办",
        .kind = TileKind::Primary});
  tile(ui, "home.status", column.take(unit, kS2),
       {.icon = Icon::Search, .title = "查进度、打印回执", .second = "扫一扫回执上的码，或者刷身份证"});
  tile(ui, "home.check", column.take(unit, kS2),
       {.icon = Icon::HelpOutline,
        .title = "我能申请哪一项？",
        .second = "回答 6 个问题，看看可能符合哪几项"});
  tile(ui, "home.urgent", column.take(unit * 0.92, kS2),
       {.icon = Icon::NotificationsActive,
        .title = "遇到急事、难事",
        .second = "火灾、车祸、突然得重病，眼下日子过不去",
        .kind = TileKind::Urgent});
  const std::vector<Rect> two = column.rest().columns(2, kS2);
  small_tile(ui, "home.papers", two[0],
             {.icon = Icon::UploadFile, .title = "补交材料", .second = "收到补材料通知的"});
  small_tile(ui, "home.public", two[1],
             {.icon = Icon::Campaign, .title = "公示与政策", .second = "名单公示、办事指南"});
}

void draw_form(Ui& ui, const FormState& state) {
  const Page frame(ui, errand("form"));
  Rect body = frame.body();
  draw_keys(ui, body.cut_bottom(130));
  Column column(ui, frame.content());
  column.steps({.step = 4, .steps = 7, .text = "第 4 步，共 7 步 · 家里的钱"});
  column.title("家里靠什么过日子？");
  column.gap(6);
  column.label("主要靠哪一样");
  column.gap(kS1);
  const std::array<Option, 4> options = {Option{.id = "work", .label = "打工"},
                                         Option{.id = "farm", .label = "种田养殖"},
                                         Option{.id = "trade", .label = "做小生意"},
                                         Option{.id = "none", .label = "没有收入"}};
  segmented(ui, "form.source", column.take(23.8, 6.5), {options, 1});
  column.label("全家一个月大概多少钱？");
  column.gap(kS1);
  text_field(ui, "form.income", column.take(field_height(ui.theme())), {"16oo", 4},
             {.label = "全家一个月大概多少钱？", .unit = "元", .wrong = true});
  column.error("form.income.error", "里面有字母。只填数字就行，比如 1600");
  column.gap(6.5);
  column.label("家里有什么难处？");
  column.gap(kS1);
  text_field(ui, "form.story", column.take(48.6), {state.story, state.story.size()},
             {.label = "家里有什么难处？",
              .composing = state.composing,
              .in_use = true,
              .many_lines = true,
              .type = Type::T3});
}

void draw_review(Ui& ui) {
  PageTexts texts = errand("review");
  texts.right = {.label = "去签字", .icon = Icon::Draw, .kind = ButtonKind::Filled};
  const Page frame(ui, texts);
  Column column(ui, frame.content());
  column.steps({.step = 6, .steps = 7, .text = "第 6 步，共 7 步 · 看一遍，签字"});
  column.title("看看对不对");
  column.gap(2.5);
  column.text("哪里不对，点旁边的“改”。看不清，点右上角“朗读”。",
              {.type = Type::T1, .colour = Colour::Soft, .factor = 1.067});
  column.gap(kS2);
  const std::array<std::array<const char*, 4>, 7> answers = {{
      {"people", "家里几口人", "4 口人：王*、刘*、刘*、刘*", ""},
      {"source", "靠什么过日子", "种田养殖", ""},
      {"income", "一个月的钱", "全家大概 1600 元", ""},
      {"story", "难处", "老伴生病住院，花了 2 万多元", ""},
      {"house", "房子、车子", "1 处老屋，没有车", ""},
      {"account", "钱打到哪里", "王* 的社保卡，尾号 4471", ""},
      {"papers", "交的材料", "户口簿 4 页、看病单子 3 张", "收入、房、车证明免提交"},
  }};
  Rect list = card(ui, column.take(7 * 28.1 + 2, kS2)).inset(0, -6);
  list.w += 2;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto& [id, label, value, second] = answers[i];
    answer_row(ui, std::string("review.") + id, list.cut_top(28.1),
               {.label = label, .value = value, .second = second, .change = "改", .first = i == 0});
  }
  const CheckCard agree{.title = "我同意县里核对家里的收入和财产",
                        .second = "只用来审核这次救助；儿子、女儿的同意以后补签",
                        .checked = true};
  check_card(ui, "review.agree", column.take(check_card_height(ui, column.width(), agree), kS2),
             agree);
  const CheckCard honest{.title = "我保证说的都是真的",
                         .second = "情况变了及时告诉镇里，配合上门了解。说假话的，\n"
                                   "要退钱，最多再罚两倍（社会救助法第 73 条）"};
  check_card(ui, "review.honest", column.take(check_card_height(ui, column.width(), honest)),
             honest);
}

void draw_status(Ui& ui) {
  PageTexts texts = page("status", "查进度", "王* · 刷身份证查询");
  texts.left = {.label = "打印", .icon = Icon::Print};
  texts.right = {.label = "看完了，退出", .icon = Icon::Logout, .kind = ButtonKind::Filled};
  const Page frame(ui, texts);
  Column column(ui, frame.content());
  column.title("您的申请办到哪一步了");
  column.gap(kS2);
  Column head(ui, card(ui, column.take(59)));
  head.text("最低生活保障（低保）",
            {.type = Type::T3, .weight = Weight::Bold, .factor = 1.043, .line_height = kTitleLine});
  head.text("王* · 受理编号 新邵救 2026-000274 · 9:40 更新", {.colour = Colour::Soft});
  head.gap(4);
  day_ticks(ui, "status.days", head.take(10, 2), {.used = 17, .all = 30, .label = "工作日"});
  head.text("已用 17 个，还剩 13 个工作日", {.type = Type::T1, .weight = Weight::Bold});
  column.gap(6);
  const std::array<TimelineRow, 5> rows = {{
      {.kind = DotKind::Done, .when = "10月12日", .title = "镇里受理", .second = "酿溪镇社会事务办"},
      {.kind = DotKind::Done, .when = "10月21日", .title = "收入和财产核对完",
       .second = "县居民家庭经济状况核对中心"},
      {.kind = DotKind::Done, .when = "10月28日", .title = "上门了解情况",
       .second = "镇里两位工作人员来过家里"},
      {.kind = DotKind::Now, .icon = Icon::Campaign, .when = "今天", .title = "村里公示，第 3 天",
       .second = "共 7 天，11月8日 结束。村里和本机都能看"},
      {.kind = DotKind::ToCome, .number = "5", .when = "最迟 11月23日",
       .title = "县里审核，给您结果", .second = "新邵县民政局决定，书面告诉您"},
  }};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    TimelineRow row = rows[i];
    row.leads_on = i + 1 < rows.size();
    const double height = std::max(kTimelineRow, timeline_row_height(ui, column.rest().w, row));
    timeline_row(ui, "status.line." + std::to_string(i + 1), column.take(height), row);
  }
  column.take(0, kS2);
  column.note("status.note", {.text = "过了 11月23日 还没有结果，打监督电话 0739-0000119 催办。"});
}

void draw_parts(Ui& ui) {
  ui.enter_screen("parts");
  Column column(ui, ui.theme().whole().inset(kS5));
  column.title("零件表");
  column.gap(kS2);
  std::vector<Rect> places = column.take(28, kS4).columns(4, kS3);
  button(ui, "parts.filled", places[0], {.label = "下一步", .kind = ButtonKind::Filled});
  button(ui, "parts.outlined", places[1], {.label = "上一步"});
  button(ui, "parts.off", places[2], {.label = "下一步", .enabled = false});
  button(ui, "parts.help", places[3], {.label = "叫工作人员", .kind = ButtonKind::Help,
                                       .type = Type::T1});
  places = column.take(26.8, kS1).columns(3, kS2);
  text_field(ui, "parts.field", places[0], {"1600", 4}, {.label = "收入"});
  text_field(ui, "parts.field_in_use", places[1], {"1600", 4}, {.label = "收入", .in_use = true});
  text_field(ui, "parts.field_wrong", places[2], {"16oo", 4}, {.label = "收入", .wrong = true});
  column.error("parts.error", "只填数字");
  column.gap(kS4);
  Rect tags = column.take(12, kS2);
  double x = tags.x;
  int number = 0;
  for (const Tag& look : {Tag{"读卡", Icon::Badge, TagKind::Strong},
                          Tag{"本人说", Icon::RecordVoiceOver, TagKind::Soft},
                          Tag{"代填", Icon::Edit, TagKind::Urgent},
                          Tag{"免提交", Icon::Check, TagKind::Good},
                          Tag{"等下拍", Icon::None, TagKind::Neutral}}) {
    x = tag(ui, "parts.tag." + std::to_string(++number), {x, tags.y}, look).right() + kS1;
  }
  column.note("parts.note", {.text = "要知道的"});
  column.gap(kS2);
  column.note("parts.warning", {.text = "要您动手的", .kind = NoteKind::Warning});
  column.gap(kS4);
  const ChoiceRow row{.icon = Icon::MenuBook, .title = "用户口簿",
                      .second = "把户口簿本人那一页放到镜头下", .chevron = true};
  choice_row(ui, "parts.row", column.take(choice_row_height(ui, column.width(), row), kS1), row);
  const ChoiceRow chosen{.title = "岩山村", .chosen = true};
  choice_row(ui, "parts.chosen", column.take(choice_row_height(ui, column.width(), chosen), kS3),
             chosen);
  ring(ui, "parts.ring", column.take(70, kS3).centred(70, 70),
       {.share = 0.7, .number = "31", .word = "秒"});
  progress_bar(ui, "parts.progress", column.take(6, kS3), {.share = 0.62, .label = "正在读"});
  pager(ui, "parts.pager", column.take(pager_height(ui.theme())),
        {.back = "上一页", .forward = "还有 3 项", .back_enabled = false});
}

}  // namespace huimin::screens::samples
