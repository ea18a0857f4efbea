// libcurl against real servers on loopback.

#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>

#include "kiosk/uplink/county.h"
#include "tests/intake/http_hall.h"

using namespace huimin;
using namespace huimin::uplink;
using intake::testing::HttpHall;
using intake::testing::TodaysKeys;
using std::chrono::milliseconds;

namespace {

intake::Response echo(const intake::Request& request) {
  return {201, "application/json", request.path + " " + request.terminal + " " + request.body};
}

CountySetup setup_for(const TodaysKeys& keys, std::uint16_t port) {
  CountySetup setup;
  setup.url = "https://127.0.0.1:" + std::to_string(port);
  setup.keys_dir = keys.keys();
  return setup;
}

NoAnswer why_not(const CountySetup& setup, bool clock_plausible = true) {
  County county(setup);
  const auto reply = county.post("/v1/envelopes", "{}", clock_plausible);
  REQUIRE(!reply);
  return reply.error();
}

// Listens and never says a word.
class DeadServer {
 public:
  DeadServer() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof place;
    REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&place), size) == 0);
    REQUIRE(::listen(socket_, 8) == 0);
    REQUIRE(::getsockname(socket_, reinterpret_cast<sockaddr*>(&place), &size) == 0);
    port_ = ntohs(place.sin_port);
  }
  ~DeadServer() { close(); }
  void close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }
  std::uint16_t port() const { return port_; }

 private:
  int socket_;
  std::uint16_t port_ = 0;
};

}  // namespace

TEST_CASE("a request is answered, over one connection that is kept") {
  const TodaysKeys keys;
  HttpHall hall(keys.setup(), echo);
  County county(setup_for(keys, hall.port()));
  for (int i = 0; i < 3; ++i) {
    const auto reply = county.post("/v1/envelopes", "{\"n\":1}", /*clock_plausible=*/true);
    REQUIRE(reply);
    CHECK(reply->status == 201);
    CHECK(reply->body == "/v1/envelopes 430522-007 {\"n\":1}");
  }
  // Two megabytes are sent at once, without waiting for leave.
  const std::string large(2U << 20, 'x');
  const auto reply = county.post("/v1/envelopes", large, /*clock_plausible=*/true);
  REQUIRE(reply);
  CHECK(reply->body.size() > large.size());
}

TEST_CASE("a county that restarts is reached again") {
  const TodaysKeys keys;
  auto hall = std::make_unique<HttpHall>(keys.setup(), echo);
  intake::HttpSetup again = keys.setup();
  again.port = hall->port();
  County county(setup_for(keys, hall->port()));
  CHECK(county.post("/", "{}", true)->status == 201);
  hall.reset();
  const auto gone = county.post("/", "{}", true);
  REQUIRE(!gone);
  CHECK(gone.error() == NoAnswer::Unreachable);
  HttpHall second(again, echo);
  CHECK(county.post("/", "{}", true)->status == 201);
}

TEST_CASE("a closed port and a name that nobody knows are unreachable") {
  const TodaysKeys keys;
  DeadServer server;
  CountySetup setup = setup_for(keys, server.port());
  server.close();
  CHECK(why_not(setup) == NoAnswer::Unreachable);
  setup.url = "https://intake.invalid:8443";
  CHECK(why_not(setup) == NoAnswer::Unreachable);
}

TEST_CASE("a server that says nothing, and one that works for too long, time out") {
  const TodaysKeys keys;
  SUBCASE("nothing") {
    const DeadServer server;
    CountySetup setup = setup_for(keys, server.port());
    setup.connect_within = milliseconds{200};
    CHECK(why_not(setup) == NoAnswer::TimedOut);
  }
  SUBCASE("for too long") {
    std::promise<void> may_answer;
    HttpHall hall(keys.setup(), [&](const intake::Request& request) {
      may_answer.get_future().wait();
      return echo(request);
    });
    CountySetup setup = setup_for(keys, hall.port());
    setup.answer_within = milliseconds{300};
    CHECK(why_not(setup) == NoAnswer::TimedOut);
    may_answer.set_value();
  }
}

TEST_CASE("a server without this county's certificate is not trusted") {
  const TodaysKeys keys, others;
  SUBCASE("another CA") {
    HttpHall hall(others.setup(), echo);
    CHECK(why_not(setup_for(keys, hall.port())) == NoAnswer::NotTrusted);
  }
  SUBCASE("a terminal that plays the county") {
    intake::HttpSetup setup = keys.setup();
    setup.certificate = keys.keys() / "tls.pem";
    setup.key = keys.keys() / "tls.key";
    HttpHall hall(setup, echo);
    CHECK(why_not(setup_for(keys, hall.port())) == NoAnswer::NotTrusted);
  }
  SUBCASE("another pin") {
    HttpHall hall(keys.setup(), echo);
    CountySetup setup = setup_for(keys, hall.port());
    setup.pins = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    CHECK(why_not(setup) == NoAnswer::NotTrusted);
    CHECK(why_not(setup, /*clock_plausible=*/false) == NoAnswer::NotTrusted);
  }
}

TEST_CASE(
    "a terminal that the county's server does not take is told so, not that the line is cut") {
  const TodaysKeys keys, others;
  HttpHall hall(keys.setup(), echo);
  // Its own certificate is of another CA, but it trusts this one.
  std::filesystem::copy_file(keys.keys() / "ca.pem", others.keys() / "ca.pem",
                             std::filesystem::copy_options::overwrite_existing);
  CHECK(why_not(setup_for(others, hall.port())) == NoAnswer::NotAdmitted);
}

TEST_CASE("certificates that seem over are put down to the clock when it is not plausible (C14)") {
  const TodaysKeys keys;
  const auto key = queue::load_private_key("file:" + (keys.pki() / "ca.key").string());
  const auto ca = queue::load_certificate(keys.pki() / "ca.pem");
  REQUIRE((key && ca));
  const base::WallTime now = base::SystemClock().now().wall;
  const queue::Identity over = queue::issue({*ca, *key}, {"intake",
                                                          queue::Purpose::IntakeTls,
                                                          now - std::chrono::hours{20},
                                                          now - std::chrono::hours{1},
                                                          {"localhost"},
                                                          {"127.0.0.1"}});
  const auto stem = (keys.pki() / "over").string();
  queue::testing::write_text(stem + ".pem", over.certificate.pem());
  queue::testing::write_text(stem + ".key", over.key.pem());
  intake::HttpSetup setup = keys.setup();
  setup.certificate = stem + ".pem";
  setup.key = stem + ".key";
  HttpHall hall(setup, echo);
  CHECK(why_not(setup_for(keys, hall.port()), /*clock_plausible=*/true) == NoAnswer::NotTrusted);
  CHECK(why_not(setup_for(keys, hall.port()), /*clock_plausible=*/false) == NoAnswer::ClockWrong);
}

TEST_CASE("keys that are missing and an address that is none are misconfigured") {
  const TodaysKeys keys;
  HttpHall hall(keys.setup(), echo);
  CountySetup setup = setup_for(keys, hall.port());
  SUBCASE("no key") { std::filesystem::remove(keys.keys() / "tls.key"); }
  SUBCASE("no CA") { std::filesystem::remove(keys.keys() / "ca.pem"); }
  SUBCASE("not TLS") { setup.url = "http://127.0.0.1:" + std::to_string(hall.port()); }
  CHECK(why_not(setup) == NoAnswer::Misconfigured);
}
