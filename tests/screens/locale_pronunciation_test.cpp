#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "screens/locale/pronunciation.h"
#include "screens/locale/values.h"

using namespace huimin::screens;

namespace {

const Pronunciation& voice() {
  static const Pronunciation loaded = Pronunciation::load(HUIMIN_SHARE_DIR).value();
  return loaded;
}

const Texts& texts() {
  static const Texts loaded = Texts::load(HUIMIN_SHARE_DIR).value();
  return loaded;
}

// The pieces one after the other, English in brackets.
std::string joined(const std::vector<ReadPiece>& pieces) {
  std::string out;
  for (const ReadPiece& piece : pieces) {
    if (!out.empty()) out += ' ';
    out += piece.language == Language::English ? "[" + piece.text + "]" : piece.text;
  }
  return out;
}

std::string read(std::string_view text, Reading reading = Reading::Prose) {
  return joined(voice().read(Language::ChineseSimplified, text, reading));
}

std::string read_english(std::string_view text) {
  return joined(voice().read(Language::English, text));
}

}  // namespace

TEST_SUITE("pronunciation") {
  TEST_CASE("A11Y 26: every character of every Chinese text has a reading that was decided") {
    const auto file = std::filesystem::path{HUIMIN_SHARE_DIR} / "locale/zh_CN.mo";
    const Catalogue all = read_mo_file(file).value();
    REQUIRE(all.size() > 500);
    for (const auto& [id, text] : all) {
      CAPTURE(id);
      CAPTURE(text);
      for (const std::string& character : voice().undecided(text)) {
        FAIL_CHECK("no phrase and no chosen reading decides ", character);
      }
    }
  }

  TEST_CASE("words whose characters have several readings are read as words") {
    CHECK(read("银行卡") == "yin2 hang2 ka3");
    CHECK(read("重庆") == "chong2 qing4");
    CHECK(read("长大") == "zhang3 da4");
    CHECK(read("重新打一张") == "chong2 xin1 da3 yi4 zhang1");
    CHECK(read("办得了") == "ban4 de5 liao3");
    CHECK(read("行不行") == "xing2 bu5 xing2");
    CHECK(read("那一行数字") == "na4 yi4 hang2 shu4 zi4");
    CHECK(read("借的钱还没还") == "jie4 de5 qian2 hai2 mei2 huan2");
    CHECK(read("还是退还") == "hai2 shi5 tui4 huan2");
    CHECK(read("供养、提供") == "gong1 yang3, ti2 gong1");
    CHECK(read("调查，调亮") == "diao4 cha2, tiao2 liang4");
    CHECK(read("放假，假话") == "fang4 jia4, jia3 hua4");
    CHECK(read("为这件事，不会因为") == "wei4 zhe4 jian4 shi4, bu2 hui4 yin1 wei4");
    CHECK(read("有了结果") == "you3 le5 jie2 guo3");
  }

  TEST_CASE("tones change as in speech") {
    CHECK(read("不是") == "bu2 shi4");
    CHECK(read("不来") == "bu4 lai2");
    CHECK(read("一样，一天，第一天，星期一") == "yi2 yang4, yi4 tian1, di4 yi1 tian1, xing1 qi1 yi1");
    CHECK(read("你好") == "ni2 hao3");
    CHECK(read("你好。好了") == "ni2 hao3. hao3 le5");
  }

  TEST_CASE("a name begins with a surname") {
    CHECK(read("单秀英", Reading::Name) == "shan4 xiu4 ying1");
    CHECK(read("单秀英") == "dan1 xiu4 ying1");
    CHECK(read("仇某", Reading::Name) == "qiu2 mou3");
    CHECK(read("曾解查任", Reading::Name).substr(0, 5) == "zeng1");
    CHECK(read("尉迟敬", Reading::Name) == "yu4 chi2 jing4");
    CHECK(read("万俟明", Reading::Name) == "mo4 qi2 ming2");
    CHECK(read("区小区", Reading::Name) == "ou1 xiao3 qu1");
    CHECK(read("昇·买买提", Reading::Name) == "sheng1, mai2 mai3 ti2");
    CHECK(read("王\xF0\xAC\xAD\x8E", Reading::Name) == "wang2 hong2");
  }

  TEST_CASE("numbers in a text are read as quantities, years digit by digit") {
    CHECK(read("2 天") == "liang3 tian1");
    CHECK(read("1 个人") == "yi2 ge4 ren2");
    CHECK(read("第 2 次，第 1 步") == "di4 er4 ci4, di4 yi1 bu4");
    CHECK(read("20 个工作日") == "er4 shi2 ge4 gong1 zuo4 ri4");
    CHECK(read("12 天，105 天，110 天") ==
          "shi2 er4 tian1, yi1 bai3 ling2 wu3 tian1, yi1 bai3 yi1 shi2 tian1");
    CHECK(read("2200") == "liang3 qian1 er4 bai3");
    CHECK(read("20000，10010，1000001") ==
          "liang3 wan4, yi1 wan4 ling2 yi1 shi2, yi1 bai3 wan4 ling2 yi1");
    CHECK(read("123456789") ==
          "yi1 yi4 liang3 qian1 san1 bai3 si4 shi2 wu3 wan4 liu4 qian1 qi1 bai3 ba1 shi2 jiu3");
    CHECK(read("2026年11月24日") == "er4 ling2 er4 liu4 nian2 shi2 yi1 yue4 er4 shi2 si4 ri4");
    CHECK(read("75%") == "bai3 fen1 zhi1 qi1 shi2 wu3");
    CHECK(read("007") == "ling2 ling2 qi1");
  }

  TEST_CASE("each language speaks its own words, and never an asterisk") {
    CHECK(read("点 English，按 X") == "dian3 [English,] an4 [X]");
    CHECK(read("王*") == "wang2");
    CHECK(read_english("Ask at 邵阳 (window 3)") == "[Ask at] shao4 yang2, [window 3,]");
    CHECK(read_english("****") == "");
    CHECK(read("\xFF\xFE") == "");
    CHECK(read("") == "");
  }

  TEST_CASE("every character of the national table and every candidate has a reading") {
    for (const char* character : {"王", "䶮", "㛃", "昇", "\xF0\xAC\xAD\x8E"}) {
      CHECK_MESSAGE(voice().knows(character), character);
    }
    CHECK_FALSE(voice().knows("x"));
    CHECK_FALSE(voice().knows(""));
    CHECK(voice().readings("行").front() == "xing2");
  }

  TEST_CASE("a table that is missing or wrong is named") {
    const auto folder = std::filesystem::temp_directory_path() / "huimin-speech-tables";
    std::filesystem::remove_all(folder);
    CHECK(Pronunciation::load(folder).error().find("readings.txt") != std::string::npos);
    std::filesystem::create_directories(folder);
    std::filesystem::copy(std::filesystem::path{HUIMIN_SHARE_DIR} / "speech", folder / "speech",
                          std::filesystem::copy_options::recursive);
    std::ofstream(folder / "speech" / "phrases.txt", std::ios::app) << "银行行 yin2 hang2\n";
    CHECK(Pronunciation::load(folder).error().find("phrases.txt, line") != std::string::npos);
    std::filesystem::remove_all(folder);
  }
}

TEST_SUITE("values as they are heard") {
  // What is noted for the shown text, as the voice gets it.
  std::string heard(Language language, std::string (*show)(const Wording&)) {
    Heard recorder;
    const std::string shown = show({texts(), language, &recorder});
    const HeardPiece* piece = recorder.at(shown, 0);
    if (piece == nullptr) return "";
    return joined(voice().read(language, piece->spoken, piece->reading));
  }

  TEST_CASE("C18: a receipt number is read digit by digit and without minus") {
    const auto show = [](const Wording& w) {
      return digits_text(w, "430522-007-000321-37", Privacy::Open);
    };
    CHECK(heard(Language::ChineseSimplified, show) ==
          "si4 san1 ling2 wu3 er4 er4, ling2 ling2 qi1, ling2 ling2 ling2 san1 er4 yao1, san1 qi1");
    CHECK(heard(Language::English, show) ==
          "[four three zero five two two, zero zero seven, zero zero zero three two one, "
          "three seven]");
  }

  TEST_CASE("C18: 3600.00 is read as money") {
    const auto show = [](const Wording& w) { return amount_text(w, "3600.00"); };
    CHECK(heard(Language::ChineseSimplified, show) == "san1 qian1 liu4 bai3 yuan2");
    CHECK(heard(Language::English, show) == "[3600 yuan]");
    const auto fen = [](const Wording& w) { return money_text(w, 1256); };
    CHECK(heard(Language::ChineseSimplified, fen) == "shi2 er4 yuan2 wu2 jiao3 liu4 fen1");
  }

  TEST_CASE("C18: 2026-11-24 is read as a date") {
    const auto show = [](const Wording& w) {
      return full_date_text(w, std::chrono::year_month_day{std::chrono::year{2026} / 11 / 24});
    };
    CHECK(heard(Language::ChineseSimplified, show) ==
          "er4 ling2 er4 liu4 nian2 shi2 yi1 yue4 er4 shi2 si4 ri4");
    CHECK(heard(Language::English, show) == "[24 November 2026]");
    const auto day = [](const Wording& w) { return month_day_text(w, 11, 4); };
    CHECK(heard(Language::English, day) == "[4 November]");
  }

  TEST_CASE("C18: phone and identity numbers are read digit by digit, one as on the telephone") {
    const auto phone = [](const Wording& w) {
      return digits_text(w, "13800000000", Privacy::Personal);
    };
    CHECK(heard(Language::ChineseSimplified, phone) ==
          "yao1 san1 ba1, ling2 ling2 ling2 ling2, ling2 ling2 ling2 ling2");
    const auto id = [](const Wording& w) {
      return digits_text(w, "43052219000101001X", Privacy::Personal);
    };
    CHECK(heard(Language::ChineseSimplified, id) ==
          "si4 san1 ling2 wu3 er4 er4, yao1 jiu3 ling2 ling2, ling2 yao1 ling2 yao1, "
          "ling2 ling2 yao1 [X]");
    const auto masked = [](const Wording& w) {
      return digits_text(w, "430522********0004", Privacy::Personal);
    };
    CHECK(heard(Language::English, masked) ==
          "[four three zero five two two, hidden, zero zero zero four]");
  }

  TEST_CASE("C18: 3E6 is a letter between digits, not a power of ten") {
    const auto show = [](const Wording& w) { return code_text(w, "3E6", Privacy::Open); };
    CHECK(heard(Language::ChineseSimplified, show) == "san1 [E] liu4");
    CHECK(heard(Language::English, show) == "[three E six]");
  }

  TEST_CASE("times of day, percentages and names") {
    const auto time = [](const Wording& w) { return time_text(w, std::chrono::minutes{9 * 60 + 5}); };
    CHECK(heard(Language::ChineseSimplified, time) == "shang4 wu2 jiu2 dian3 ling2 wu3 fen1");
    CHECK(heard(Language::English, time) == "[9 zero 5 a m]");
    const auto percent = [](const Wording& w) { return percent_text(w, 150); };
    CHECK(heard(Language::ChineseSimplified, percent) == "bai3 fen1 zhi1 yi1 bai2 wu3 shi2");
    const auto name = [](const Wording& w) { return name_text(w, "单*"); };
    CHECK(heard(Language::ChineseSimplified, name) == "shan4 mou3");
    CHECK(heard(Language::English, name) == "shan4, [the rest is hidden]");
  }

  TEST_CASE("A11Y 29: names, numbers and amounts are noted as personal, offices are not") {
    Heard recorder;
    const Wording wording{texts(), Language::ChineseSimplified, &recorder};
    name_text(wording, "王*");
    amount_text(wording, "1600");
    public_name_text(wording, "李满秀");
    digits_text(wording, "0739-0000118", Privacy::Open);
    CHECK(recorder.at("王*", 0)->privacy == Privacy::Personal);
    CHECK(recorder.at("还要 1600 元", 7)->privacy == Privacy::Personal);
    CHECK(recorder.at("李满秀", 0)->privacy == Privacy::Open);
    CHECK(recorder.at("0739-0000118", 0)->privacy == Privacy::Open);
    personal_text(wording, "李满秀");
    public_name_text(wording, "李满秀");
    CHECK(recorder.at("李满秀", 0)->privacy == Privacy::Personal);
  }

  TEST_CASE("a noted number is not found inside another") {
    Heard recorder;
    recorder.note({"12", "x"});
    CHECK(recorder.at("12 元", 0) != nullptr);
    CHECK(recorder.at("3120", 1) == nullptr);
    CHECK(recorder.at("120", 0) == nullptr);
    CHECK(recorder.at("12.50", 0) == nullptr);
    CHECK(recorder.at("5.12", 2) == nullptr);
    CHECK(recorder.at("12.", 0) != nullptr);
    recorder.clear();
    CHECK(recorder.at("12 元", 0) == nullptr);
  }
}
