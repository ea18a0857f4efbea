#include "devices/id_card/record.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "devices/simulators/card_image.h"

using namespace huimin::devices;
using simulators::CardImage;
using simulators::make_card;
using simulators::Person;

namespace {

simulators::People people() {
  std::ifstream file(HUIMIN_SOURCE_DIR "/devices/simulators/people.txt");
  auto read = simulators::read_people(file);
  REQUIRE(read.has_value());
  return *read;
}

tl::expected<CardRecord, RecordError> decode(const Person& person) {
  const CardImage card = make_card(person);
  return decode_record(card.text, card.photo);
}

std::string text(const PrivateText& secret) { return std::string(secret.view()); }

char check_digit(const std::string& number) {
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (number[i] - '0') * kWeights[i];
  return "10X98765432"[sum % 11];
}

}  // namespace

TEST_SUITE("card record") {
  TEST_CASE("a resident card gives every field, and one that never expires says so") {
    const auto record = decode(people().at("wang"));
    REQUIRE(record.has_value());
    CHECK(record->kind == CardKind::ResidentCard);
    CHECK(text(record->name) == "王秀英");
    CHECK(record->sex == CardSex::Female);
    CHECK(record->nation == "01");
    CHECK(text(record->birth) == "19000101");
    CHECK(text(record->address) == "湖南省邵阳市新邵县酿溪镇青石村2组");
    CHECK(text(record->id_number) == "430522190001010004");
    CHECK(text(record->issuer) == "新邵县公安局");
    CHECK(record->valid_from == "20060701");
    CHECK(record->valid_to.empty());
    CHECK(record->never_expires);
    CHECK(record->photo.size() == 1024);
  }

  TEST_CASE("letters outside the basic plane, dots and X survive") {
    const auto all = people();
    CHECK(text(decode(all.at("liu"))->name) == "刘𬭎");
    CHECK(text(decode(all.at("aynur"))->name) == "阿依努尔·买买提");
    CHECK(text(decode(all.at("chen"))->id_number) == "43050319000101003X");
    CHECK(decode(all.at("chen"))->valid_to == "20310520");
    CHECK_FALSE(decode(all.at("chen"))->never_expires);
  }

  TEST_CASE("a Hong Kong residence permit has a travel permit number and no nation") {
    const auto record = decode(people().at("lam"));
    REQUIRE(record.has_value());
    CHECK(record->kind == CardKind::HmtPermit);
    CHECK(text(record->name) == "林志明");
    CHECK(text(record->id_number) == "81000019000101000X");
    CHECK(text(record->other_number) == "H00000000");
    CHECK(record->nation.empty());
  }

  TEST_CASE("an old foreigner's permit has its fields elsewhere") {
    const auto record = decode(people().at("smith"));
    REQUIRE(record.has_value());
    CHECK(record->kind == CardKind::ForeignerPermitOld);
    CHECK(text(record->name) == "史密思");
    CHECK(text(record->latin_name) == "SMITH, EXAMPLE");
    CHECK(text(record->id_number) == "XXA430000010101");
    CHECK(record->country == "XXA");
    CHECK(text(record->birth) == "19000101");
    CHECK(text(record->issuer) == "4300");
    CHECK(record->valid_to == "20290101");
    CHECK(record->address.empty());
  }

  TEST_CASE(
      "a foreigner's permit of 2023 joins its long name, which stands for a missing Chinese one") {
    const auto record = decode(people().at("garcia"));
    REQUIRE(record.has_value());
    CHECK(record->kind == CardKind::ForeignerPermit2023);
    const std::string name = "GARCIA MARTINEZ DE LOS EJEMPLOS, MARIA INVENTADA";
    CHECK(text(record->latin_name) == name.substr(0, 35 + 11));
    CHECK(text(record->name) == text(record->latin_name));
    CHECK(text(record->id_number) == "943999190001010002");
    CHECK(record->country == "XXA");
    CHECK(text(record->other_number) == "001");
  }

  TEST_CASE("a block without name, number or date of birth is refused with its reason") {
    Person person = people().at("wang");
    const auto reason = [](const Person& without) {
      const auto record = decode(without);
      REQUIRE_FALSE(record.has_value());
      return record.error();
    };
    Person nameless = person;
    nameless.name.clear();
    CHECK(reason(nameless) == RecordError::NoName);
    Person numberless = person;
    numberless.id = "43052219000101000?";
    CHECK(reason(numberless) == RecordError::NoNumber);
    Person unborn = person;
    unborn.birth = "1900011";
    CHECK(reason(unborn) == RecordError::NoBirth);
    const CardImage card = make_card(person);
    CHECK(decode_record(std::span(card.text).first(255), {}).error() == RecordError::WrongSize);
    CHECK(decode_record({}, {}).error() == RecordError::WrongSize);
  }

  TEST_CASE("half a surrogate pair becomes the replacement letter, and the person is still read") {
    CardImage card = make_card(people().at("liu"));
    // The second half of the second letter: a space instead.
    card.text[4] = std::byte{' '};
    card.text[5] = std::byte{0};
    const auto record = decode_record(card.text, card.photo);
    REQUIRE(record.has_value());
    CHECK(text(record->name) == "刘\uFFFD");
  }

  TEST_CASE("a wrong check digit is the staff's matter, not the reader's") {
    Person person = people().at("wang");
    person.id = "430522190001010005";
    CHECK(text(decode(person)->id_number) == "430522190001010005");
  }

  TEST_CASE("texts are overwritten when they are moved from or replaced") {
    PrivateText name("430522190001010004-430522190001010004");
    const PrivateText moved = std::move(name);
    CHECK(name.empty());  // NOLINT: the state after a move is promised
    CHECK(moved.view().size() == 37);
    PrivateText short_one("abc");
    const char* letters = short_one.view().data();
    short_one = PrivateText();
    // A short text lives inside its object, so the place can still be looked at.
    CHECK(letters[0] == '\0');
    CHECK(letters[1] == '\0');
  }
}

TEST_SUITE("people file") {
  TEST_CASE("everybody in it is made up, has a right number, and fits a card") {
    std::set<std::string> numbers;
    for (const auto& entry : people()) {
      const Person& person = entry.second;
      CAPTURE(entry.first);
      CHECK(decode(person).has_value());
      CHECK(person.birth == "19000101");
      CHECK(numbers.insert(person.id).second);
      if (person.id.size() == 18) CHECK(person.id.back() == check_digit(person.id));
    }
    CHECK(numbers.size() >= 6);
  }

  TEST_CASE("a mistake is named with its line") {
    const auto error = [](const std::string& file) {
      std::istringstream in(file);
      const auto read = simulators::read_people(in);
      return read ? std::string("none") : read.error();
    };
    CHECK(error("# nothing\n\n") == "none");
    CHECK(error("name = x\n") == "line 1: a field before the first [short-name]");
    CHECK(error("[a]\nname\n") == "line 2: expected field = value");
    CHECK(error("[a]\ncolour = x\n") == "line 2: unknown field");
    CHECK(error("[a]\n[a]\n") == "line 2: a second [a]");
    CHECK(error("[a]\nkind = passport\n") == "line 2: unknown kind");
  }
}
