#include <doctest/doctest.h>

#include <cstdint>

#include "screens/locale/formats.h"
#include "screens/locale/spoken.h"

using namespace huimin::screens;
using namespace std::chrono_literals;
using std::chrono::year_month_day;

namespace {

const Texts& texts() {
  static const Texts loaded = Texts::load(HUIMIN_SHARE_DIR).value();
  return loaded;
}

const Wording kChinese{texts(), Language::ChineseSimplified};
const Wording kEnglish{texts(), Language::English};
constexpr year_month_day kWednesday{2026y / 11 / 4};

}  // namespace

TEST_SUITE("formats") {
  TEST_CASE("a date is written as the language writes it") {
    CHECK(date_text(kChinese, kWednesday) == "11月4日 星期三");
    CHECK(date_text(kEnglish, kWednesday) == "Wed 4 Nov");
    CHECK(full_date_text(kChinese, kWednesday) == "2026年11月4日");
    CHECK(full_date_text(kEnglish, kWednesday) == "4 November 2026");
    CHECK(spoken_date(kChinese, kWednesday) == "11月4日，星期三");
    CHECK(spoken_date(kEnglish, kWednesday) == "Wednesday, 4 November");
  }

  TEST_CASE("the seven days and the twelve months all have names") {
    for (int n = 0; n < 366; ++n) {
      const year_month_day date{std::chrono::sys_days{2026y / 1 / 1} + std::chrono::days{n}};
      date_text(kChinese, date);
      date_text(kEnglish, date);
      spoken_date(kEnglish, date);
    }
    CHECK(texts().missing_ids().empty());
    CHECK(date_text(kEnglish, year_month_day{2026y / 11 / 8}) == "Sun 8 Nov");
  }

  TEST_CASE("a date that does not exist gives no text") {
    CHECK(date_text(kChinese, year_month_day{2026y / 2 / 30}).empty());
    CHECK(full_date_text(kChinese, year_month_day{2026y / 2 / 30}).empty());
    CHECK(spoken_date(kChinese, year_month_day{2026y / 2 / 30}).empty());
  }

  TEST_CASE("the time of day names its part of the day") {
    CHECK(time_text(kChinese, 9h + 42min) == "上午 9:42");
    CHECK(time_text(kEnglish, 9h + 42min) == "9:42 am");
    CHECK(time_text(kChinese, 0h + 5min) == "凌晨 0:05");
    CHECK(time_text(kEnglish, 0h + 5min) == "12:05 am");
    CHECK(time_text(kChinese, 12h + 30min) == "中午 12:30");
    CHECK(time_text(kEnglish, 12h + 30min) == "12:30 pm");
    CHECK(time_text(kChinese, 15h) == "下午 3:00");
    CHECK(time_text(kChinese, 23h + 59min + 59s) == "晚上 11:59");
    CHECK(time_text(kEnglish, 15h) == "3:00 pm");
    CHECK(time_text(kChinese, -1s).empty());
    CHECK(time_text(kChinese, 25h).empty());
  }

  TEST_CASE("an amount shows fen only when there are some") {
    CHECK(money_text(kChinese, 160000) == "1600 元");
    CHECK(money_text(kChinese, 1250) == "12.50 元");
    CHECK(money_text(kChinese, 5) == "0.05 元");
    CHECK(money_text(kChinese, 0) == "0 元");
    CHECK(money_text(kChinese, -5) == "-0.05 元");
    CHECK(money_text(kEnglish, -1250) == "-12.50 yuan");
    CHECK(money_text(kChinese, INT64_MIN) == "-92233720368547758.08 元");
  }

  TEST_CASE("an amount is spoken without a decimal point") {
    CHECK(spoken_money(kChinese, 160000) == "1600元");
    CHECK(spoken_money(kChinese, 1250) == "12元5角");
    CHECK(spoken_money(kChinese, 1256) == "12元5角6分");
    CHECK(spoken_money(kChinese, 308) == "3元零8分");
    CHECK(spoken_money(kChinese, -100) == "负1元");
    CHECK(spoken_money(kEnglish, 1250) == "12 yuan and 50 fen");
    CHECK(!spoken_money(kChinese, INT64_MIN).empty());
  }

  TEST_CASE("a number is spoken digit by digit, and the hidden part once") {
    CHECK(spoken_digits(kChinese, "0739-12") == "零 七 三 九，幺 二");
    CHECK(spoken_digits(kEnglish, "430****00X") == "four three zero, hidden, zero zero X");
    CHECK(spoken_digits(kEnglish, "王").empty());
  }

  TEST_CASE("English tells one from several") {
    CHECK(counted_text(kEnglish, "count.working_day", 1) == "1 working day");
    CHECK(counted_text(kEnglish, "count.working_day", 2) == "2 working days");
    CHECK(counted_text(kEnglish, "count.person", 0) == "0 people");
    CHECK(counted_text(kChinese, "count.person", 1) == "1 个人");
  }

  TEST_CASE("a step says where one is") {
    CHECK(step_text(kChinese, {4, 7, "家里的钱"}) == "第 4 步，共 7 步 · 家里的钱");
    CHECK(step_text(kEnglish, {4, 7, "Income"}) == "Step 4 of 7 · Income");
  }
}
