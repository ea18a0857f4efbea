#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "kiosk/queue/payload.h"
#include "tests/queue/hall.h"

using namespace huimin;
using namespace huimin::queue;
using namespace huimin::queue::testing;

namespace {

// Applications with every field at random; seeded, so that a failure can be seen again.
class RandomApplication {
 public:
  explicit RandomApplication(unsigned seed) : random_(seed) {}

  ApplicationPayload next() {
    ApplicationPayload payload;
    domain::Application& made = payload.application;
    made.programme = "P0" + std::to_string(pick(10));
    made.programme_version = word();
    made.lane = word();
    made.language = word();
    made.applicant.by = static_cast<domain::IdentifiedBy>(1 + pick(3));
    made.applicant.name = secret();
    made.applicant.id_number = secret();
    made.applicant.id_check_failed = pick(2) == 0;
    made.applicant.address = secret();
    made.applicant.phone = secret();
    made.event = word();
    made.story = secret();
    if (pick(2) == 0) made.place.division = domain::Division::parse("430522101");
    made.place.detail = secret();
    made.household_size = 1 + static_cast<int>(pick(20));
    for (unsigned i = pick(20); i > 0; --i) {
      made.members.push_back({word(), {}});
      if (pick(2) == 0) made.members.back().age = static_cast<int>(pick(151));
    }
    made.needed.fen = pick(4'000'000'000);
    made.spent.fen = pick(4'000'000'000);
    made.account = {pick(2) == 0, secret(), secret(), pick(2) == 0};
    for (unsigned i = pick(10); i > 0; --i) {
      made.papers.push_back({word(), static_cast<domain::PaperState>(1 + pick(3))});
    }
    made.privacy_notice_version = word();
    made.pledge_version = word();
    add_signature(made.signature);
    made.signed_at = {base::WallTime{base::milliseconds{std::int64_t{pick(4'000'000'000)} * 500}},
                      base::MonoTime{base::milliseconds{pick(1'000'000)}}};
    for (unsigned i = pick(5); i > 0; --i) payload.events.push_back({word(), pick(100'000)});
    return payload;
  }

 private:
  unsigned pick(unsigned below) { return static_cast<unsigned>(random_()) % below; }
  std::string word() {
    static const std::string kWords[] = {"", "a", "王秀英", "\"\\/\b\f\n\r\t", "\x01\x1F",
                                         "\xF0\xA0\xAE\xB7", "zh_CN", "é·•・"};
    return kWords[pick(8)] + kWords[pick(8)];
  }
  base::Secret secret() { return base::Secret(word()); }
  void add_signature(domain::Signature& signature) {
    signature.by = static_cast<domain::SignedBy>(1 + pick(2));
    for (unsigned strokes = pick(4); strokes > 0; --strokes) {
      domain::InkStroke& stroke = signature.strokes.emplace_back();
      for (unsigned points = pick(30); points > 0; --points) {
        // Whole micrometres, as they travel.
        stroke.push_back({static_cast<float>(pick(150'000)) / 1000.0F,
                          static_cast<float>(pick(80'000)) / 1000.0F,
                          static_cast<std::uint32_t>(random_())});
      }
    }
  }
  std::mt19937 random_;
};

bool same_ink(const domain::Signature& a, const domain::Signature& b) {
  const auto same_point = [](const domain::InkPoint& p, const domain::InkPoint& q) {
    return p.x_mm == q.x_mm && p.y_mm == q.y_mm && p.at_ms == q.at_ms;
  };
  const auto same_stroke = [&](const domain::InkStroke& p, const domain::InkStroke& q) {
    return std::equal(p.begin(), p.end(), q.begin(), q.end(), same_point);
  };
  return a.by == b.by && std::equal(a.strokes.begin(), a.strokes.end(), b.strokes.begin(),
                                    b.strokes.end(), same_stroke);
}

}  // namespace

TEST_SUITE("payload") {
  TEST_CASE("any application comes back as it was") {
    RandomApplication applications(20261125);
    for (int i = 0; i < 200; ++i) {
      const ApplicationPayload payload = applications.next();
      const base::Secret json = to_payload(payload);
      const auto again = parse_payload(json.text());
      REQUIRE(again);
      // The writer's form is canonical: equal text means equal fields.
      CHECK(to_payload(*again) == json);
      const domain::Application& made = again->application;
      CHECK(made.applicant.name == payload.application.applicant.name);
      CHECK(made.members.size() == payload.application.members.size());
      CHECK(made.place.division == payload.application.place.division);
      CHECK(made.needed == payload.application.needed);
      CHECK(made.account.luhn_failed == payload.application.account.luhn_failed);
      CHECK(made.signed_at.wall == payload.application.signed_at.wall);
      CHECK(same_ink(made.signature, payload.application.signature));
      CHECK(again->events == payload.events);
    }
  }

  TEST_CASE("nothing a person types can keep an application from being sealed") {
    ApplicationPayload payload{sample_application(), {}};
    payload.application.story = base::Secret("\xFF\xFE\xC0 broken \xED\xA0\x80 text \0 zero");
    payload.application.signature.strokes = {{{NAN, INFINITY, 0}, {-1e30F, 1e30F, 1}}};
    CHECK(parse_payload(to_payload(payload).text()));
  }

  TEST_CASE("each field is needed, and none may be added") {
    const std::string json = to_payload({sample_application(), {{"SessionStarted", 0}}}).text();
    REQUIRE(parse_payload(json));
    int fields = 0;
    std::size_t at = json.find("\":");
    for (; at != std::string::npos; at = json.find("\":", at + 1)) {
      // Another name for this key: the old one is missing and an unknown one is there.
      std::string renamed = json;
      renamed.insert(at, "x");
      CHECK_FALSE(parse_payload(renamed));
      ++fields;
    }
    CHECK(fields > 40);
  }

  TEST_CASE("a value out of its range is refused") {
    const std::string json = to_payload({sample_application(), {}}).text();
    const auto accepted = [&](const std::string& from, const std::string& to) {
      std::string changed = json;
      const auto at = changed.find(from);
      REQUIRE(at != std::string::npos);
      return parse_payload(changed.replace(at, from.size(), to)).has_value();
    };
    CHECK(accepted("\"household_size\":3", "\"household_size\":20"));
    CHECK_FALSE(accepted("\"household_size\":3", "\"household_size\":21"));
    CHECK_FALSE(accepted("\"household_size\":3", "\"household_size\":0"));
    CHECK_FALSE(accepted("\"by\":1", "\"by\":4"));
    CHECK_FALSE(accepted("\"needed_fen\":160050", "\"needed_fen\":-1"));
    CHECK_FALSE(accepted("\"needed_fen\":160050", "\"needed_fen\":160050.5"));
    CHECK_FALSE(accepted("\"age\":52", "\"age\":151"));
    CHECK_FALSE(accepted("\"division\":\"430522101\"", "\"division\":\"43052\""));
    CHECK_FALSE(accepted("[1500,2250,0,", "[1500,2250,0,1,"));
    CHECK_FALSE(accepted("[1500,", "[99999999,"));
  }

  TEST_CASE("a newer schema is told apart from a mistake") {
    std::string json = to_payload({sample_application(), {}}).text();
    const auto at = json.find("\"schema\":1");
    REQUIRE(at != std::string::npos);
    json.replace(at, 10, "\"schema\":2");
    CHECK(parse_payload(json).error() == PayloadError::Schema);
    CHECK(parse_payload("").error() == PayloadError::NotJson);
    CHECK(parse_payload("[]").error() == PayloadError::NotJson);
  }
}
