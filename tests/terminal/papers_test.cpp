// The terminal's papers as text. UPDATE_GOLDEN=1 in the environment rewrites those that differ.

#include "kiosk/terminal/papers.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "printing/layout.h"
#include "tests/queue/hall.h"

namespace huimin::terminal {
namespace {

namespace effect = journey::resident::effect;
using queue::testing::kIdNumber;
using queue::testing::kName;
using queue::testing::kNow;
using screens::view::Language;

const domain::ReceiptNumber kReceipt = *domain::parse_receipt_number("430522-007-000001-27");

struct Office {
  Config config = *load_config(HUIMIN_SOURCE_DIR "/kiosk/terminal/demo.toml");
  catalogue::Catalogue catalogue = *catalogue::load(HUIMIN_SHARE_DIR "/catalogue");
  screens::Texts texts = *screens::Texts::load(HUIMIN_SHARE_DIR);
  PaperMaker maker{config, catalogue, texts};
};

const Office& office() {
  static const Office made;
  return made;
}

std::string golden(const std::string& name) {
  return queue::testing::read_text(std::filesystem::path(HUIMIN_SOURCE_DIR) /
                                   "tests/terminal/golden" / name);
}

void check_golden(const std::string& name, const std::string& text) {
  const bool differs = golden(name) != text;
  if (differs && std::getenv("UPDATE_GOLDEN") != nullptr) {
    queue::testing::write_text(
        std::filesystem::path(HUIMIN_SOURCE_DIR) / "tests/terminal/golden" / name, text);
    return;
  }
  CHECK_MESSAGE(!differs, name << " differs; the paper now says:\n" << text);
}

effect::PrintReceipt receipt(Language language = Language::ChineseSimplified) {
  effect::PrintReceipt asked;
  asked.job = 1;
  asked.receipt = kReceipt;
  asked.receipt_qr = "HTTPS://STATUS.EXAMPLE.ORG/R/12345678901234567";
  asked.kept_at = kNow;
  asked.programme = "P08";
  asked.masked_name = "王*";
  asked.papers = {{"id_card", domain::PaperState::Brought},
                  {"household", domain::PaperState::Exempt},
                  {"event_papers", domain::PaperState::Later}};
  asked.latest = {domain::CivilDate{std::chrono::year{2026} / 11 / 7}, true};
  asked.language = language;
  return asked;
}

effect::PrintStatus status() {
  effect::PrintStatus asked;
  asked.job = 2;
  asked.receipt = kReceipt;
  asked.language = Language::ChineseSimplified;
  domain::PublicStatus& of = asked.status;
  of.case_no = "新邵救 2026-000001";
  of.programme = "P08";
  of.stage = domain::Stage::Completeness;
  of.events = {{domain::Stage::Submitted, kNow, "", ""},
               {domain::Stage::Completeness, kNow, "酿溪镇社会事务办", "李满秀"}};
  of.now_unit = "酿溪镇社会事务办";
  of.now_official = "李满秀";
  of.now_phone = "0739-0000118";
  of.latest = domain::Deadline{std::chrono::year{2026} / 11 / 7, true};
  of.supervision_phone = "0739-0000119";
  of.as_of = kNow + std::chrono::hours(2);
  return asked;
}

effect::PrintDraft draft() {
  effect::PrintDraft asked;
  asked.job = 3;
  asked.application = queue::testing::sample_application();
  asked.application.event = "fire";
  asked.language = Language::ChineseSimplified;
  return asked;
}

std::string text_of(const printing::Document& document) {
  // What is golden must also fit on paper.
  CHECK(printing::lay_out(document));
  return printing::plain_text(document);
}

bool says(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_SUITE("papers") {
  TEST_CASE("the receipt") {
    const std::string text = text_of(office().maker.receipt(receipt(), 1));
    check_golden("receipt.txt", text);
    CHECK(says(text, "430522-007-000001-27"));
    CHECK(says(text, "王*"));
    CHECK(says(text, "不是"));  // "not yet an acceptance", policy 3.3
  }

  TEST_CASE("the second print says which it is, and is else the same") {
    const std::string first = text_of(office().maker.receipt(receipt(), 1));
    const std::string second = text_of(office().maker.receipt(receipt(), 2));
    check_golden("receipt-second-print.txt", second);
    CHECK(says(second, "第 2 次打印"));
    CHECK_FALSE(says(first, "次打印"));
    CHECK(says(text_of(office().maker.receipt(receipt(), 3)), "第 3 次打印"));
    std::string without = second;
    const auto mark = without.find("第 2 次打印");
    const auto line = without.rfind('\n', mark) + 1;
    without.erase(line, without.find('\n', mark) + 1 - line);
    CHECK(without == first);
  }

  TEST_CASE("the receipt in English") {
    const std::string text = text_of(office().maker.receipt(receipt(Language::English), 2));
    check_golden("receipt-english.txt", text);
  }

  TEST_CASE(
      "a clock without battery: the paper says that the time is not certain, and names no day") {
    effect::PrintReceipt asked = receipt();
    asked.kept_at = base::WallTime{} + std::chrono::hours(9);
    asked.latest = {};
    const std::string text = text_of(office().maker.receipt(asked, 1));
    check_golden("receipt-clock-uncertain.txt", text);
    CHECK_FALSE(says(text, "1970"));
    CHECK(says(text, "时间不确定"));
  }

  TEST_CASE("a day past the last known holidays is named as about") {
    effect::PrintReceipt asked = receipt();
    asked.latest.certain = false;
    CHECK(says(text_of(office().maker.receipt(asked, 1)), "大约"));
    CHECK_FALSE(says(text_of(office().maker.receipt(receipt(), 1)), "大约"));
  }

  TEST_CASE("staff who witnessed the signature are named on the receipt") {
    effect::PrintReceipt asked = receipt();
    asked.signed_with_staff = true;
    CHECK(says(text_of(office().maker.receipt(asked, 1)), "工作人员见证"));
  }

  TEST_CASE("a programme that the catalogue no longer has stands by its number") {
    effect::PrintReceipt asked = receipt();
    asked.programme = "P99";
    CHECK(says(text_of(office().maker.receipt(asked, 1)), "P99"));
  }

  TEST_CASE("the status slip") {
    check_golden("status.txt", text_of(office().maker.status(status())));
  }

  TEST_CASE("a status without a running limit names no day") {
    effect::PrintStatus asked = status();
    asked.status.latest.reset();
    CHECK_FALSE(says(text_of(office().maker.status(asked)), "11月7日"));
  }

  TEST_CASE(
      "the slip for the window says that nothing was handed in, and bears no number or code") {
    const std::string text = text_of(office().maker.draft(draft()));
    check_golden("draft.txt", text);
    CHECK_FALSE(says(text, "430522-007"));
    CHECK_FALSE(says(text, "<QR"));
    // It is the applicant's own paper: the name stands there, of the ID number only the end.
    CHECK(says(text, kName));
    CHECK_FALSE(says(text, kIdNumber));
  }

  TEST_CASE("receipt and status name nobody but in masked form") {
    for (const auto& text : {text_of(office().maker.receipt(receipt(), 2)),
                             text_of(office().maker.status(status()))}) {
      CHECK_FALSE(says(text, kName));
      CHECK_FALSE(says(text, kIdNumber));
      CHECK_FALSE(says(text, "13800000000"));
    }
  }

  TEST_CASE("no word of any paper is missing in either language") {
    for (const auto language : {Language::ChineseSimplified, Language::English}) {
      auto slip = status();
      slip.language = language;
      auto plain = draft();
      plain.language = language;
      for (const auto& text :
           {text_of(office().maker.receipt(receipt(language), 2)),
            text_of(office().maker.status(slip)), text_of(office().maker.draft(plain))}) {
        CHECK_FALSE(says(text, "[paper."));
        CHECK_FALSE(says(text, "[stage."));
      }
    }
    CHECK(office().texts.missing_ids().empty());
  }
}

}  // namespace huimin::terminal
