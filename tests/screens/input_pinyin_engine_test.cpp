#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "screens/input/characters_by_reading.h"
#include "screens/input/pinyin_engine.h"

using namespace huimin::screens;
namespace fs = std::filesystem;

namespace {

PinyinEngine start_engine() { return PinyinEngine::start(HUIMIN_SHARE_DIR).value(); }

void type(PinyinEngine& engine, std::string_view letters) {
  for (const char letter : letters) CHECK(engine.type(letter));
}

// Place of the text among the candidates; their number if it is not among them.
std::size_t place_of(const PinyinEngine& engine, std::string_view text) {
  const auto candidates = engine.candidates();
  const auto found = std::find(candidates.begin(), candidates.end(), text);
  return static_cast<std::size_t>(found - candidates.begin());
}

bool offers(const PinyinEngine& engine, std::string_view text) {
  return place_of(engine, text) < engine.candidates().size();
}

std::string choose(PinyinEngine& engine, std::string_view text) {
  return engine.choose(place_of(engine, text));
}

}  // namespace

TEST_SUITE("pinyin_engine") {
  TEST_CASE("a common word comes first, a name and a rare word among the first") {
    auto engine = start_engine();
    type(engine, "nihao");
    CHECK(place_of(engine, "你好") == 0);
    CHECK(engine.spelled() == "ni hao");
    engine.clear();
    type(engine, "zhangwei");
    CHECK(place_of(engine, "张伟") < 5);
    engine.clear();
    type(engine, "zhiliaofei");
    CHECK(place_of(engine, "治疗费") == 0);
  }

  TEST_CASE("what is chosen is inserted and leaves nothing typed") {
    auto engine = start_engine();
    type(engine, "nihao");
    CHECK(choose(engine, "你好") == "你好");
    CHECK(!engine.is_composing());
    CHECK(engine.candidates().empty());
    CHECK(engine.choose(0).empty());
  }

  TEST_CASE("choosing a part keeps the rest for the next choice") {
    auto engine = start_engine();
    type(engine, "zhiliaofei");
    CHECK(choose(engine, "治") == "治");
    CHECK(engine.letters() == "liaofei");
    CHECK(engine.spelled() == "liao fei");
    CHECK(choose(engine, "疗") == "疗");
    CHECK(choose(engine, "费") == "费");
    CHECK(!engine.is_composing());
  }

  TEST_CASE("backspace takes one letter, and none when there is none") {
    auto engine = start_engine();
    type(engine, "hao");
    CHECK(engine.backspace());
    CHECK(engine.letters() == "ha");
    CHECK(offers(engine, "哈"));
    CHECK(engine.backspace());
    CHECK(engine.backspace());
    CHECK(!engine.backspace());
    CHECK(!engine.is_composing());
  }

  TEST_CASE("only letters and dividers between them are taken, and not without end") {
    auto engine = start_engine();
    for (const char c : {'A', '1', ' ', '\'', '`', '\n', '\0', '\x80'}) CHECK(!engine.type(c));
    type(engine, "xi'an");
    CHECK(engine.spelled() == "xi'an");
    CHECK(place_of(engine, "西安") == 0);
    CHECK(engine.type('\''));
    CHECK(!engine.type('\''));
    engine.clear();
    std::size_t taken = 0;
    while (engine.type('a')) ++taken;
    CHECK(taken == 40);
  }

  TEST_CASE("letters that spell nothing stop nothing") {
    auto engine = start_engine();
    for (const char c : std::string_view{"vvvviuqqzzxv"}) engine.type(c);
    CHECK(engine.letters() == "vvvviuqqzzxv");
    while (engine.backspace()) {
    }
    type(engine, "nihao");
    CHECK(place_of(engine, "你好") == 0);
  }

  TEST_CASE("words with characters out of use come after the others") {
    auto engine = start_engine();
    type(engine, "nihao");
    CHECK(offers(engine, "妳好"));
    CHECK(place_of(engine, "妳好") > place_of(engine, "你"));
    CHECK(place_of(engine, "妳好") > place_of(engine, "倪"));
  }

  TEST_CASE("a name begins with surnames, the commoner first, and single characters only") {
    auto engine = start_engine();
    engine.set_mode(PinyinMode::Surname);
    type(engine, "wang");
    CHECK(engine.candidates()[0] == "王");
    CHECK(engine.candidates()[1] == "汪");
    engine.clear();
    type(engine, "z");
    CHECK(engine.candidates()[0] == "张");
    CHECK(engine.candidates()[1] == "赵");
    CHECK(choose(engine, "张") == "张");
    CHECK(!engine.is_composing());
    type(engine, "zhangwei");
    CHECK(engine.candidates()[0] == "张");
    for (const auto& text : engine.candidates()) CHECK(text.size() <= 4);
    CHECK(choose(engine, "张") == "张");
    CHECK(engine.letters() == "wei");
  }

  TEST_CASE("a surname that is read otherwise is not raised at its other reading") {
    auto engine = start_engine();
    engine.set_mode(PinyinMode::Surname);
    type(engine, "shan");
    CHECK(place_of(engine, "单") == 0);
    engine.clear();
    type(engine, "dan");
    CHECK(place_of(engine, "单") > 0);
  }

  TEST_CASE("a surname of two characters is offered once it is spelled") {
    auto engine = start_engine();
    engine.set_mode(PinyinMode::Surname);
    type(engine, "ouyangming");
    CHECK(place_of(engine, "欧阳") < 3);
    CHECK(choose(engine, "欧阳") == "欧阳");
    CHECK(engine.letters() == "ming");
  }

  TEST_CASE("the rest of a name has no surnames in front") {
    auto engine = start_engine();
    engine.set_mode(PinyinMode::Character);
    type(engine, "wang");
    CHECK(place_of(engine, "王") < 5);
    CHECK(engine.candidates()[0] == "网");
    engine.set_mode(PinyinMode::Surname);
    CHECK(engine.candidates()[0] == "王");
  }

  TEST_CASE("rare characters of names can be chosen, inside the basic plane and outside") {
    auto engine = start_engine();
    engine.set_mode(PinyinMode::Character);
    type(engine, "kun");
    CHECK(choose(engine, "堃") == "堃");
    type(engine, "hongwei");
    CHECK(choose(engine, "𬭎") == "𬭎");
    CHECK(engine.letters() == "wei");
  }

  TEST_CASE("every standard character is offered at its reading") {
    auto engine = start_engine();
    engine.set_mode(PinyinMode::Character);
    const auto table = CharactersByReading::load(HUIMIN_SHARE_DIR "/input").value();
    std::size_t characters = 0;
    for (const auto& [reading, texts] : table.all()) {
      engine.clear();
      type(engine, reading);
      for (const auto& text : texts) {
        CAPTURE(reading);
        CAPTURE(text);
        CHECK(offers(engine, text));
        ++characters;
      }
    }
    CHECK(characters > 8105);
  }
}

TEST_SUITE("pinyin_engine privacy") {
  TEST_CASE("the folder is private while the engine lives and gone when it ended") {
    fs::path folder;
    {
      auto engine = start_engine();
      folder = engine.private_folder();
      CHECK(fs::status(folder).permissions() == fs::perms::owner_all);
      type(engine, "wangxiuying");
      engine.choose(0);
      CHECK(fs::exists(folder));
    }
    CHECK(!fs::exists(folder));
  }

  TEST_CASE("while it lives, nothing but the schema is written there") {
    auto engine = start_engine();
    for (int n = 0; n < 5; ++n) {
      type(engine, "wangxiuying");
      while (engine.is_composing()) engine.choose(0);
    }
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator{engine.private_folder()}) {
      if (!entry.is_regular_file()) continue;
      ++files;
      CHECK(entry.path().filename() == "huimin_pinyin.schema.yaml");
    }
    CHECK(files == 1);
  }

  TEST_CASE("choosing a word again and again ranks it no higher, now or later") {
    std::vector<std::string> before;
    {
      auto engine = start_engine();
      type(engine, "nihao");
      before.assign(engine.candidates().begin(), engine.candidates().end());
      for (int n = 0; n < 10; ++n) {
        engine.clear();
        type(engine, "nihao");
        choose(engine, "泥");
        choose(engine, "号");
      }
      engine.clear();
      type(engine, "nihao");
      CHECK(std::equal(before.begin(), before.end(), engine.candidates().begin(),
                       engine.candidates().end()));
    }
    auto later = start_engine();
    type(later, "nihao");
    CHECK(std::equal(before.begin(), before.end(), later.candidates().begin(),
                     later.candidates().end()));
  }

  TEST_CASE("one engine at a time; the second is refused and the first goes on") {
    auto engine = start_engine();
    const auto second = PinyinEngine::start(HUIMIN_SHARE_DIR);
    REQUIRE(!second);
    CHECK(second.error().find("in use") != std::string::npos);
    type(engine, "nihao");
    CHECK(place_of(engine, "你好") == 0);
  }

  TEST_CASE("ten engines one after the other all work") {
    for (int n = 0; n < 10; ++n) {
      auto engine = start_engine();
      type(engine, "nihao");
      CHECK(place_of(engine, "你好") == 0);
    }
  }

  TEST_CASE("a missing dictionary or table is an error in words, and the next start works") {
    const auto no_dictionary = PinyinEngine::start(HUIMIN_SHARE_DIR, "no-such-folder");
    REQUIRE(!no_dictionary);
    CHECK(no_dictionary.error().find("rime-data-luna-pinyin") != std::string::npos);
    const auto no_tables = PinyinEngine::start("no-such-folder");
    REQUIRE(!no_tables);
    CHECK(no_tables.error().find("standard_characters.txt") != std::string::npos);
    auto engine = start_engine();
    type(engine, "nihao");
    CHECK(place_of(engine, "你好") == 0);
  }
}
