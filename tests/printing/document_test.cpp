#include "printing/document.h"

#include <doctest/doctest.h>

namespace huimin::printing {
namespace {

TEST_SUITE("document") {
  TEST_CASE("every kind of block has its words in the plain text") {
    const Document document{{
        Heading{"hall", "title"},
        Rule{Rule::Kind::Thick},
        NumberBlock{"number", "430522-007-000321-37"},
        Pairs{{{"label", "value"}}},
        Section{"section", {{Item::Box::Filled, "done"}, {Item::Box::Empty, "to come"}}},
        Paragraph{"why", "because"},
        Boxed{Boxed::Kind::Filled, "second print"},
        QrCode{"HTTPS://X/R/1", "scan", {"anywhere"}},
        Lines{{"one", "two"}, Weight::Bold},
    }};
    CHECK(
        plain_text(document) ==
        "hall\ntitle\n---\nnumber\n430522-007-000321-37\nlabel: value\nsection\n[x] done\n"
        "[ ] to come\nwhy\nbecause\nsecond print\n<QR HTTPS://X/R/1>\nscan\nanywhere\none\ntwo\n");
  }

  TEST_CASE(
      "a forced break is not heard: words and numbers keep a space, Han characters need none") {
    CHECK(plain_text({{Lines{{"two\nwords"}, Weight::Regular}}}) == "two words\n");
    CHECK(plain_text({{Lines{{"缺\n什么"}, Weight::Regular}}}) == "缺什么\n");
    CHECK(plain_text({{Lines{{"李满秀\n0739"}, Weight::Regular}}}) == "李满秀 0739\n");
  }

  TEST_CASE("what is left empty leaves no empty line") {
    CHECK(plain_text({{Heading{"", "title"}, Paragraph{"", "text"}, Lines{{""}, Weight::Bold}}}) ==
          "title\ntext\n");
    CHECK(plain_text({}).empty());
  }
}

}  // namespace
}  // namespace huimin::printing
