#include <doctest/doctest.h>

#include <filesystem>

#include "devices/speech/espeak_voice.h"

using namespace huimin::devices;

TEST_CASE("a voice whose files are not installed says so, and can be had once they are") {
  const auto nowhere = std::filesystem::temp_directory_path() / "huimin-no-voices";
  REQUIRE_FALSE(std::filesystem::exists(nowhere));
  const auto none = make_espeak_voice(nowhere);
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error() == VoiceError::NoData);
  CHECK(make_espeak_voice().has_value());
}
