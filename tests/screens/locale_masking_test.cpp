#include <doctest/doctest.h>

#include "screens/locale/masking.h"

using namespace huimin::screens;

TEST_SUITE("masking") {
  TEST_CASE("a name keeps its first character") {
    CHECK(mask_name("王秀英") == "王*");
    CHECK(mask_name("王") == "王*");
    CHECK(mask_name("Anna") == "A*");
    CHECK(mask_name("") == "");
  }

  TEST_CASE("a rare first character outside the basic plane stays whole") {
    CHECK(mask_name("𬭎方") == "𬭎*");
  }

  TEST_CASE("a name that is not UTF-8 shows nothing of itself") {
    CHECK(mask_name("\xE7\x8Exyz") == "*");
  }

  TEST_CASE("an identity number keeps the division and the last four") {
    CHECK(mask_id("430522190001010004") == "430522********0004");
    CHECK(mask_id("43052219000101000X") == "430522********000X");
    CHECK(mask_id("430522000101001") == "430522*****1001");
  }

  TEST_CASE("what is too short or no number is masked altogether") {
    CHECK(mask_id("43052219000101") == "**************");
    CHECK(mask_id("王秀英王秀英") == "******");
    CHECK(mask_id("") == "");
  }

  TEST_CASE("an account shows its last four, unless that is most of it") {
    CHECK(last4("6222000000001234") == "1234");
    CHECK(last4("12345678") == "5678");
    CHECK(last4("1234567") == "****");
    CHECK(last4("王秀英王秀英") == "****");
  }
}
