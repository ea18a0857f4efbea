#include "kiosk/base/secret.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <string_view>

using huimin::base::Secret;
using huimin::base::wipe;

namespace {

// Short enough to be kept inside the object, where a test may look after its end.
constexpr std::string_view kShort = "wang-xiu-ying";
constexpr std::string_view kLong = "430522190001010004 and so long that it is kept on the heap";

// A secret in bytes that outlive it.
class Plot {
 public:
  explicit Plot(std::string_view text) : secret_(new (bytes_.data()) Secret(std::string(text))) {}
  Secret& secret() { return *secret_; }
  void destroy() { std::destroy_at(secret_); }
  bool holds(std::string_view text) const {
    const auto same = [](std::byte b, char c) { return static_cast<char>(b) == c; };
    return std::search(bytes_.begin(), bytes_.end(), text.begin(), text.end(), same) !=
           bytes_.end();
  }

 private:
  alignas(Secret) std::array<std::byte, sizeof(Secret)> bytes_{};
  Secret* secret_;
};

}  // namespace

TEST_SUITE("secret") {
  TEST_CASE("nothing of it is left where it was when it ends") {
    Plot plot(kShort);
    CHECK(plot.holds(kShort));
    plot.destroy();
    CHECK_FALSE(plot.holds(kShort));
    CHECK_FALSE(plot.holds(kShort.substr(4)));
  }

  TEST_CASE("moving it away leaves nothing behind") {
    Plot plot(kShort);
    const Secret moved(std::move(plot.secret()));
    CHECK(moved.text() == kShort);
    CHECK_FALSE(plot.holds(kShort.substr(1)));
    CHECK(plot.secret().empty());
    plot.destroy();
  }

  TEST_CASE("moving it over another leaves neither behind") {
    Plot from(kShort);
    Plot to("zhang-san-li");
    to.secret() = std::move(from.secret());
    CHECK(to.secret().text() == kShort);
    CHECK_FALSE(from.holds(kShort.substr(1)));
    CHECK_FALSE(to.holds("zhang-san-li"));
    from.destroy();
    to.destroy();
  }

  TEST_CASE("a shorter value leaves no tail of the longer one before it") {
    Plot plot(kShort);
    plot.secret() = Secret("li");
    CHECK(plot.secret().text() == "li");
    CHECK_FALSE(plot.holds("xiu-ying"));
    plot.destroy();
  }

  TEST_CASE("wiping a text wipes all of its memory, also beyond its end") {
    std::string text(kLong);
    text.resize(3);
    const char* memory = text.data();
    const std::size_t size = text.capacity();
    wipe(text);
    CHECK(text.empty());
    REQUIRE(text.data() == memory);
    CHECK(std::all_of(memory, memory + size, [](char c) { return c == '\0'; }));
  }

  TEST_CASE("copies and self-assignment keep the text") {
    Secret secret{std::string(kLong)};
    const Secret copy = secret;
    Secret& same = secret;
    secret = same;
    CHECK(secret == copy);
    secret = std::move(same);
    CHECK(secret.text() == kLong);
    CHECK(Secret().empty());
  }
}
