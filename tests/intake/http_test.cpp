// Real TLS on loopback. Limits are short, so that what must end does so while somebody waits.

#include <doctest/doctest.h>

#include <unistd.h>

#include <atomic>
#include <future>
#include <stdexcept>

#include "tests/intake/http_hall.h"

using namespace huimin;
using namespace huimin::intake;
using namespace huimin::intake::testing;
using std::chrono::milliseconds;

namespace {

// Longer than any limit below, shorter than the test's own.
constexpr milliseconds kPatience{10'000};

Response echo(const Request& request) {
  return {200, "application/json",
          request.method + " " + request.path + " " + request.terminal + " " + request.body};
}

bool says(const std::string& answer, std::string_view part) {
  return answer.find(part) != std::string::npos;
}

// What a client with these keys is answered; empty when it is not let in.
std::string answer_to(const HttpHall& hall, const ClientKeys& keys) {
  TlsClient client(hall.port(), keys);
  if (!client.is_connected()) return {};
  client.send(http_post("/v1/envelopes", "x"));
  return client.receive();
}

ClientKeys write_keys(const TodaysKeys& keys, const queue::Identity& identity) {
  const auto stem = (keys.folder() / "client").string();
  queue::testing::write_text(stem + ".pem", identity.certificate.pem());
  queue::testing::write_text(stem + ".key", identity.key.pem());
  return {stem + ".pem", stem + ".key", keys.keys() / "ca.pem"};
}

}  // namespace

TEST_CASE("a terminal of the county is served, by the name in its certificate") {
  const TodaysKeys keys;
  HttpHall hall(keys.setup(), echo);
  TlsClient client(hall.port(), keys.client());
  REQUIRE(client.is_connected());
  client.send(http_post("/v1/envelopes?x=1", "hello"));
  const std::string answer = client.receive();
  CHECK(answer.starts_with("HTTP/1.1 200"));
  CHECK(says(answer, "POST /v1/envelopes 430522-007 hello"));
  CHECK(says(answer, "Cache-Control: no-store"));

  // The connection stays open for the next one.
  client.send(http_post("/v1/questions", "again"));
  CHECK(says(client.receive(), "POST /v1/questions 430522-007 again"));
}

TEST_CASE("who is no terminal of the county is not let in, and nothing of it is handled") {
  const TodaysKeys keys;
  std::atomic<int> handled = 0;
  HttpHall hall(keys.setup(), [&](const Request& request) {
    ++handled;
    return echo(request);
  });
  const base::WallTime now = base::SystemClock().now().wall;
  const queue::CertificatePlan plan{"430522-007",
                                    queue::Purpose::TerminalTls,
                                    now - std::chrono::hours{1},
                                    now + std::chrono::hours{1},
                                    {},
                                    {}};
  const auto ca_key = queue::load_private_key("file:" + (keys.pki() / "ca.key").string());
  const auto ca = queue::load_certificate(keys.pki() / "ca.pem");
  REQUIRE((ca_key && ca));

  SUBCASE("no certificate") { CHECK(answer_to(hall, {{}, {}, keys.keys() / "ca.pem"}).empty()); }
  SUBCASE("another CA") {
    const auto other = queue::make_ca("elsewhere", plan.not_before, plan.not_after);
    CHECK(answer_to(hall, write_keys(keys, queue::issue(other, plan))).empty());
  }
  SUBCASE("the certificate that signs envelopes") {
    CHECK(answer_to(hall, {keys.keys() / "terminal.pem", keys.keys() / "terminal.key",
                           keys.keys() / "ca.pem"})
              .empty());
  }
  SUBCASE("the intake's own") {
    CHECK(answer_to(hall, {keys.pki() / "intake-tls.pem", keys.pki() / "intake-tls.key",
                           keys.keys() / "ca.pem"})
              .empty());
  }
  SUBCASE("a certificate that is over") {
    queue::CertificatePlan over = plan;
    over.not_before = now - std::chrono::hours{2};
    over.not_after = now - std::chrono::hours{1};
    CHECK(answer_to(hall, write_keys(keys, queue::issue({*ca, *ca_key}, over))).empty());
  }
  SUBCASE("plain text") {
    const SilentClient client(hall.port());
    CHECK(::write(client.descriptor(), "POST / HTTP/1.1\r\n\r\n", 19) == 19);
    CHECK(client.is_closed_within(kPatience));
  }
  CHECK(handled == 0);
  CHECK(says(answer_to(hall, keys.client()), "200 OK"));
  CHECK(handled == 1);
}

TEST_CASE("what is too large, or no HTTP, is refused before it is read") {
  const TodaysKeys keys;
  HttpSetup setup = keys.setup();
  setup.body_most = 1000;
  HttpHall hall(setup, echo);
  TlsClient client(hall.port(), keys.client());
  REQUIRE(client.is_connected());
  std::string expected;
  SUBCASE("a body") {
    client.send("POST /v1/envelopes HTTP/1.1\r\nContent-Length: 1001\r\n\r\n");
    expected = "HTTP/1.1 413";
  }
  SUBCASE("a body in pieces") {
    client.send("POST /v1/envelopes HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" +
                std::string(1001, 'x') + "\r\n0\r\n\r\n");
    expected = "HTTP/1.1 413";
  }
  SUBCASE("a head") {
    client.send("POST /v1/envelopes HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n");
    expected = "HTTP/1.1 431";
  }
  SUBCASE("no HTTP") {
    client.send("HELO intake\r\n\r\n");
    expected = "HTTP/1.1 400";
  }
  const std::string answer = client.receive();
  CHECK(answer.starts_with(expected));
  CHECK(says(answer, "Content-Type: application/problem+json"));
  CHECK(says(answer, "\"owner\":\"terminal\""));
  // And the connection is over.
  CHECK(client.receive().empty());
}

TEST_CASE("a client that sends a byte now and then is cut off at the deadline") {
  const TodaysKeys keys;
  HttpSetup setup = keys.setup();
  setup.deadline = milliseconds{300};
  setup.slowest_line = 1U << 20;
  std::atomic<int> handled = 0;
  HttpHall hall(setup, [&](const Request& request) {
    ++handled;
    return echo(request);
  });
  TlsClient client(hall.port(), keys.client());
  REQUIRE(client.is_connected());
  SUBCASE("in the head") { client.send("POST / HTTP/1.1\r\nX: "); }
  SUBCASE("in the body") { client.send("POST / HTTP/1.1\r\nContent-Length: 900\r\n\r\n"); }
  int sent = 0;
  while (sent < 400 && !client.is_closed_within(milliseconds{25})) {
    client.send("x");
    ++sent;
  }
  CHECK(sent < 400);
  CHECK(handled == 0);
}

TEST_CASE("a body over a slow line gets the time that its size needs") {
  const TodaysKeys keys;
  HttpSetup setup = keys.setup();
  setup.deadline = milliseconds{300};
  setup.slowest_line = 10;  // 60 bytes: six seconds beside the deadline
  HttpHall hall(setup, echo);
  TlsClient client(hall.port(), keys.client());
  REQUIRE(client.is_connected());
  client.send("POST / HTTP/1.1\r\nContent-Length: 60\r\n\r\n");
  // One byte each 25 ms takes five times the deadline.
  for (int i = 0; i < 60; ++i) {
    CHECK(!client.is_closed_within(milliseconds{25}));
    client.send("x");
  }
  CHECK(says(client.receive(), "200 OK"));
}

TEST_CASE("clients that say nothing keep nobody from being served, and are cut off") {
  const TodaysKeys keys;
  HttpSetup setup = keys.setup();
  setup.deadline = milliseconds{2'000};
  setup.idle = milliseconds{500};
  HttpHall hall(setup, echo);
  std::vector<std::unique_ptr<SilentClient>> silent;
  for (int i = 0; i < 8; ++i) silent.push_back(std::make_unique<SilentClient>(hall.port()));
  std::vector<std::unique_ptr<TlsClient>> idle;
  for (int i = 0; i < 8; ++i)
    idle.push_back(std::make_unique<TlsClient>(hall.port(), keys.client()));
  CHECK(says(answer_to(hall, keys.client()), "200 OK"));
  for (const auto& client : silent) CHECK(client->is_closed_within(kPatience));
}

TEST_CASE("an exception is answered with 500, and the next request is served") {
  const TodaysKeys keys;
  HttpHall hall(keys.setup(), [&](const Request& request) -> Response {
    if (request.path == "/bad") throw std::runtime_error("no memory");
    return echo(request);
  });
  TlsClient client(hall.port(), keys.client());
  REQUIRE(client.is_connected());
  client.send(http_post("/bad", ""));
  const std::string answer = client.receive();
  CHECK(answer.starts_with("HTTP/1.1 500"));
  CHECK(says(answer, "urn:huimin:problem:failed"));
  CHECK(!says(answer, "no memory"));
  client.send(http_post("/good", ""));
  CHECK(says(client.receive(), "200 OK"));
}

TEST_CASE("a stop answers what it has, and closes who only waits") {
  const TodaysKeys keys;
  std::promise<void> entered, may_answer;
  std::shared_future<void> go = may_answer.get_future().share();
  HttpHall hall(keys.setup(), [&](const Request& request) {
    if (request.path == "/slow") {
      entered.set_value();
      go.wait();
    }
    return echo(request);
  });
  TlsClient idle(hall.port(), keys.client());
  REQUIRE(idle.is_connected());
  idle.send(http_post("/quick", ""));
  CHECK(says(idle.receive(), "200 OK"));
  TlsClient half(hall.port(), keys.client());
  REQUIRE(half.is_connected());
  half.send("POST /half HTTP/1.1\r\n");
  const SilentClient silent(hall.port());
  TlsClient busy(hall.port(), keys.client());
  REQUIRE(busy.is_connected());
  busy.send(http_post("/slow", "work"));
  entered.get_future().wait();

  hall.server().stop();
  CHECK(idle.is_closed_within(kPatience));
  CHECK(half.is_closed_within(kPatience));
  CHECK(silent.is_closed_within(kPatience));
  may_answer.set_value();
  CHECK(says(busy.receive(), "POST /slow 430522-007 work"));
  hall.stop();
}

TEST_CASE("a port that is taken, or keys that are missing, are said in one line") {
  const TodaysKeys keys;
  HttpHall hall(keys.setup(), echo);
  HttpSetup second = keys.setup();
  std::string expected;
  SUBCASE("taken") {
    second.port = hall.port();
    expected = "port taken: 127.0.0.1:" + std::to_string(hall.port());
  }
  SUBCASE("no certificate") {
    second.certificate = keys.folder() / "nothing.pem";
    expected = "cannot listen on 127.0.0.1:0";
  }
  SUBCASE("not an address") {
    second.host = "intake";
    expected = "cannot listen on intake:0";
  }
  const auto listening = HttpServer::listen(second, echo);
  REQUIRE(!listening);
  CHECK(listening.error().starts_with(expected));
  CHECK(listening.error().find('\n') == std::string::npos);
}
