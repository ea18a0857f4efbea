#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/queue/question.h"
#include "tests/uplink/scripted_county.h"

using namespace huimin;
using namespace huimin::uplink;
using namespace huimin::uplink::testing;
using queue::testing::Hall;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

// A hall with `envelopes` handed in, and its uplink.
struct Line {
  explicit Line(int envelopes) {
    for (int i = 0; i < envelopes; ++i) queue::testing::submit_one(outbox);
  }
  queue::QueueEntry entry(std::uint64_t sequence) {
    const auto found = queue::list_entries(outbox.store(), sequence, 1);
    REQUIRE((found && found->size() == 1));
    return found->front();
  }
  std::vector<std::uint64_t> acknowledged() {
    std::vector<std::uint64_t> all;
    const auto entries = queue::list_entries(outbox.store(), 1, 100);
    REQUIRE(entries);
    for (const auto& each : *entries) {
      if (each.delivery == queue::Delivery::Acknowledged) all.push_back(each.sequence);
    }
    return all;
  }

  Hall hall;
  FakeClock clock;
  queue::Outbox outbox = hall.outbox();
  ScriptedCounty county{hall};
  Delivery delivery{
      hall.courier(),
      [this](std::string_view path, const std::string& json) { return county(path, json); }, clock,
      7};
};

using Sequences = std::vector<std::uint64_t>;
using Seen = std::vector<std::string>;

}  // namespace

TEST_CASE("what waits is carried, oldest first, and acknowledged") {
  Line line(3);
  const Round round = line.delivery.deliver();
  CHECK(round.acknowledged == 3);
  CHECK(!round.more);
  CHECK(line.county.seen == Seen{"1", "2", "3"});
  CHECK(line.acknowledged() == Sequences{1, 2, 3});
  CHECK(line.entry(2).attempts == 1);
  CHECK(line.entry(2).last_status == 201);
  CHECK(line.entry(2).last_attempt == line.clock.at.wall);

  CHECK(line.delivery.deliver().acknowledged == 0);
  CHECK(line.county.seen.size() == 3);
}

TEST_CASE("what the county refuses is kept with its reason and owner, and not sent again") {
  Line line(2);
  line.county.script(1, {problem(422, "forged")});
  const Round round = line.delivery.deliver();
  CHECK(round.refused == 1);
  CHECK(round.acknowledged == 1);
  const auto entry = line.entry(1);
  CHECK(entry.delivery == queue::Delivery::Refused);
  REQUIRE(entry.refusal);
  CHECK(entry.refusal->status == 422);
  CHECK(entry.refusal->type == "urn:huimin:problem:forged");
  CHECK(entry.refusal->detail == "what is wrong");
  CHECK(entry.refusal->owner == "county");

  line.clock.pass(minutes{60});
  CHECK(line.delivery.deliver().acknowledged == 0);
  CHECK(line.county.seen == Seen{"1", "2"});

  // Put back after the county mended its rules, it goes as it was.
  auto courier = line.hall.courier();
  REQUIRE(courier.put_back(1));
  CHECK(line.delivery.deliver().acknowledged == 1);
  CHECK(line.county.bodies.front() == line.county.bodies.back());
}

TEST_CASE("one refused and one that makes the county fail hold up none of ten (C19)") {
  Line line(10);
  line.county.script(3, {problem(422, "forged")});
  line.county.script(5, std::vector<Answer>(6, problem(503, "busy")));
  CHECK(line.delivery.deliver().acknowledged == 8);
  CHECK(line.acknowledged() == Sequences{1, 2, 4, 6, 7, 8, 9, 10});
  CHECK(line.entry(3).delivery == queue::Delivery::Refused);
  CHECK(line.entry(5).delivery == queue::Delivery::Waiting);
  CHECK(line.entry(5).last_status == 503);

  // The failing one is tried again after growing waits, and only then.
  std::vector<seconds> waits;
  while (line.entry(5).delivery == queue::Delivery::Waiting) {
    const auto wait = line.delivery.next_within(minutes{60});
    line.clock.pass(wait - std::chrono::milliseconds{1});
    const auto before = line.county.seen.size();
    line.delivery.deliver();
    CHECK(line.county.seen.size() == before);
    line.clock.pass(std::chrono::milliseconds{1});
    line.delivery.deliver();
    waits.push_back(std::chrono::duration_cast<seconds>(wait));
    REQUIRE(waits.size() < 20);
  }
  CHECK(waits.size() == 6);
  CHECK(waits.back() >= seconds{16});
  CHECK(line.entry(5).attempts == 7);
  CHECK(line.acknowledged() == Sequences{1, 2, 4, 5, 6, 7, 8, 9, 10});
}

TEST_CASE("answers that may be different next time set nothing aside") {
  const Answer answers[] = {problem(409, "out-of-order"),
                            problem(503, "busy"),
                            problem(500, "failed"),
                            problem(401, "x"),
                            problem(404, "no-such-place"),
                            problem(429, "x"),
                            Reply{403, "<html>log in to the guest network</html>"},
                            Reply{422, ""},
                            Reply{400, "[]"},
                            Reply{422, "{\"type\":7}"},
                            Reply{302, ""},
                            Reply{204, ""},
                            Reply{200, "{}"},
                            Reply{201, "{\"acknowledgement\":\"not base64\"}"}};
  for (const Answer& answer : answers) {
    Line line(1);
    line.county.script(1, {answer});
    INFO(answer->status, " ", answer->body);
    const Round round = line.delivery.deliver();
    CHECK(round.put_off == 1);
    CHECK(line.entry(1).delivery == queue::Delivery::Waiting);
    line.clock.pass(seconds{1});
    CHECK(line.delivery.deliver().acknowledged == 1);
  }
}

TEST_CASE("an acknowledgement that is not the county's word on this envelope settles nothing") {
  Line line(2);
  const Hall stranger;  // made with the same keys; its own would not verify
  queue::Header header = queue::testing::stored_header(line.hall, 1);
  Answer answer;
  SUBCASE("altered") {
    Reply reply = line.county.acknowledge(header);
    reply.body[reply.body.size() / 2] = reply.body[reply.body.size() / 2] == 'A' ? 'B' : 'A';
    answer = reply;
  }
  SUBCASE("of another content under this number") {
    header.created_mono_ms += 1;
    answer = line.county.acknowledge(header);
  }
  SUBCASE("of another terminal") {
    header.terminal = "430522-008";
    answer = line.county.acknowledge(header);
  }
  SUBCASE("of an envelope that is not here") {
    header.sequence = 77;
    answer = line.county.acknowledge(header);
  }
  line.county.script(1, {answer});
  const Round round = line.delivery.deliver();
  CHECK(round.put_off == 1);
  CHECK(round.acknowledged == 1);
  CHECK(line.acknowledged() == Sequences{2});
  CHECK(line.entry(1).last_status == code_of(NoAnswer::NotTrusted));
}

TEST_CASE("a true acknowledgement of another envelope settles that one and turns no circles") {
  Line line(2);
  line.county.script(1, {line.county.acknowledge(queue::testing::stored_header(line.hall, 2))});
  const Round round = line.delivery.deliver();
  CHECK(round.put_off == 1);
  CHECK(line.acknowledged() == Sequences{2});
  CHECK(line.county.seen == Seen{"1"});
}

TEST_CASE("a lost line stops the round, is tried again by itself, and loses nothing") {
  Line line(3);
  line.county.line_is_up = false;
  Round round = line.delivery.deliver();
  CHECK(round.line_lost);
  CHECK(line.county.seen == Seen{"1"});
  CHECK(line.entry(1).last_status == code_of(NoAnswer::Unreachable));
  CHECK(line.entry(1).attempts == 1);

  // Nothing is tried before the wait is over.
  CHECK(!line.delivery.deliver().line_lost);
  CHECK(line.county.seen.size() == 1);
  for (int n = 0; n < 12; ++n) {
    line.clock.pass(line.delivery.next_within(minutes{60}));
    CHECK(line.delivery.deliver().line_lost);
  }
  CHECK(line.delivery.next_within(minutes{60}) > minutes{7});
  CHECK(line.delivery.next_within(minutes{60}) <= minutes{15});

  line.county.line_is_up = true;
  line.clock.pass(minutes{15});
  round = line.delivery.deliver();
  CHECK(round.acknowledged == 3);
  CHECK(!round.line_lost);
}

TEST_CASE("the bell makes a resting line be tried at once") {
  Line line(1);
  line.county.line_is_up = false;
  line.delivery.deliver();
  line.county.line_is_up = true;
  line.delivery.line_may_be_back();
  CHECK(line.delivery.deliver().acknowledged == 1);
}

TEST_CASE("a line that takes long to fail rests from its end, not from its beginning") {
  Line line(1);
  line.county.line_is_up = false;
  line.county.meanwhile = [&] { line.clock.pass(seconds{20}); };
  line.delivery.deliver();
  CHECK(line.delivery.next_within(minutes{60}) >= std::chrono::milliseconds{500});
  CHECK(!line.delivery.deliver().line_lost);
  CHECK(line.county.seen.size() == 1);
}

TEST_CASE("a wrong clock is named as such, not as a lost network (C14)") {
  Line line(1);
  line.county.script(1, {tl::unexpected(NoAnswer::ClockWrong)});
  CHECK(line.delivery.deliver().line_lost);
  CHECK(line.entry(1).last_status == code_of(NoAnswer::ClockWrong));
  CHECK(line.entry(1).last_status != code_of(NoAnswer::Unreachable));
  CHECK(name_of(NoAnswer::ClockWrong) == "clock wrong");
  // After the clock is put right nothing must be typed again.
  line.clock.pass(seconds{1});
  CHECK(line.delivery.deliver().acknowledged == 1);
}

TEST_CASE("a question goes before every envelope, also one asked while a backlog is carried") {
  Line line(4);
  const queue::TerminalKeys keys = line.hall.keys();
  queue::QuestionDesk desk(line.outbox.store(), keys);
  line.county.meanwhile = [&] {
    if (line.county.seen.size() == 2) REQUIRE(desk.ask({430522, 7, 1}, line.clock.at));
  };
  const Round round = line.delivery.deliver();
  CHECK(round.answered == 1);
  CHECK(line.county.seen == Seen{"1", "2", "3", "question", "4"});
}

TEST_CASE("a question that gets no answer is asked again later and holds up no envelope") {
  Line line(2);
  const queue::TerminalKeys keys = line.hall.keys();
  queue::QuestionDesk desk(line.outbox.store(), keys);
  const auto id = desk.ask({430522, 7, 1}, line.clock.at);
  REQUIRE(id);
  for (const Answer& answer :
       {Answer(problem(422, "cannot-open")), Answer(problem(503, "busy")), Answer(Reply{200, "{}"}),
        Answer(Reply{200, "{\"answer\":\"?\"}"})}) {
    line.county.questions = answer;
    line.county.seen.clear();
    const Round round = line.delivery.deliver();
    CHECK(round.answered == 0);
    CHECK(std::ranges::count(line.county.seen, "question") == 1);
    line.clock.pass(minutes{1});
  }
  CHECK(line.acknowledged() == Sequences{1, 2});

  line.county.questions = Reply{200, "{\"answer\":\"AAEC\"}"};
  CHECK(line.delivery.deliver().answered == 1);
  // It came from somebody who cannot sign for the county.
  CHECK(desk.read(*id).error() == queue::QuestionDesk::ReadError::Forged);
  line.county.seen.clear();
  line.delivery.deliver();
  CHECK(line.county.seen.empty());
}

TEST_CASE("a question whose asker left is not carried any more") {
  Line line(0);
  const queue::TerminalKeys keys = line.hall.keys();
  queue::QuestionDesk desk(line.outbox.store(), keys);
  REQUIRE(desk.ask({430522, 7, 1}, line.clock.at));
  line.county.line_is_up = false;
  CHECK(line.delivery.deliver().line_lost);
  REQUIRE(desk.end_session());
  line.county.line_is_up = true;
  line.clock.pass(minutes{1});
  CHECK(line.delivery.deliver().answered == 0);
  CHECK(line.county.seen == Seen{"question"});
}

TEST_CASE("a round is short, so that a stop is heard in a long backlog") {
  Line line(20);
  const Round first = line.delivery.deliver();
  CHECK(first.acknowledged == 16);
  CHECK(first.more);
  const Round second = line.delivery.deliver();
  CHECK(second.acknowledged == 4);
  CHECK(!second.more);
}
