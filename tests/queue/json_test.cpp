#include <doctest/doctest.h>

#include "kiosk/queue/json_reader.h"
#include "kiosk/queue/json_writer.h"

using namespace huimin::queue;

TEST_SUITE("json") {
  TEST_CASE("what is written is read again, with every character a person may type") {
    const std::string text = "引号\" 反斜\\ \n\t\x01 \xF0\xA0\xAE\xB7 e\xCC\x81";
    JsonWriter out;
    out.begin_object().field("n", std::int64_t{-5}).field("t", text).end_object();
    auto in = JsonReader::parse(out.take());
    REQUIRE(in);
    CHECK(in->integer("n", -5, 5) == -5);
    CHECK(in->text("t", 100) == text);
    CHECK(in->is_good());
  }

  TEST_CASE("malformed UTF-8 is replaced, byte by byte, and what is around it stays") {
    const auto written = [](std::string_view text) {
      JsonWriter out;
      out.begin_object().field("t", text).end_object();
      return out.take();
    };
    const std::string bad = "{\"t\":\"a\xEF\xBF\xBD" "b\"}";
    CHECK(written("a\xFF" "b") == bad);
    CHECK(written("a\xC3" "b") == bad);
    CHECK(written("a\x80" "b") == bad);
    CHECK(written("\xED\xA0\x80").find('\xED') == std::string::npos);  // a surrogate
    CHECK(written("\xC0\xAF").find('\xC0') == std::string::npos);      // an overlong form
    CHECK(written("\xF4\x90\x80\x80").find('\xF4') == std::string::npos);
    CHECK(JsonReader::parse(written("\xE4\xB8")));
  }

  TEST_CASE("a field that is missing, unknown, of another type or out of range is a mistake") {
    const auto good = [](std::string_view json) {
      auto in = JsonReader::parse(json);
      if (!in) return false;
      (void)in->integer("n", 0, 9);
      return in->is_good();
    };
    CHECK(good(R"({"n":9})"));
    CHECK_FALSE(good(R"({})"));
    CHECK_FALSE(good(R"({"n":9,"m":1})"));
    CHECK_FALSE(good(R"({"n":"9"})"));
    CHECK_FALSE(good(R"({"n":9.0})"));
    CHECK_FALSE(good(R"({"n":10})"));
    CHECK_FALSE(good(R"({"n":-1})"));
    CHECK_FALSE(good(R"({"n":18446744073709551615})"));
    CHECK_FALSE(good(R"([9])"));
    CHECK_FALSE(good(R"({"n":9}x)"));
  }

  TEST_CASE("a key that stands twice is refused at every depth") {
    CHECK_FALSE(JsonReader::parse(R"({"a":1,"a":1})"));
    CHECK_FALSE(JsonReader::parse(R"({"o":{"a":1,"b":2,"a":3}})"));
    CHECK_FALSE(JsonReader::parse(R"({"l":[{"a":1,"a":1}]})"));
    CHECK(JsonReader::parse(R"({"o":{"a":1},"p":{"a":1}})"));
  }

  TEST_CASE("nesting without end is refused") {
    CHECK_FALSE(JsonReader::parse("{\"a\":" + std::string(5'000, '[') + std::string(5'000, ']') +
                                  "}"));
  }
}
