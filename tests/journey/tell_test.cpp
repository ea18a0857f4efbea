#include <doctest/doctest.h>

#include "tests/journey/sample_world.h"

namespace huimin::journey::resident::sample {
namespace {

using view::Problem;

std::string division(const Walk& walk) {
  const auto& place = walk.here<state::Household>().draft.application.place.division;
  return place ? place->digits() : "";
}

std::string rows(const Walk& walk) {
  std::string names;
  for (const view::PlaceRow& row : walk.body<view::PlaceScreen>().rows) names += row.name;
  return names;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_SUITE("what happened") {
  TEST_CASE("one event is chosen, and without one the question stays") {
    Walk walk;
    walk.to_what_happened().press(Act::Next);
    CHECK(walk.body<view::WhatHappened>().missing);
    walk.choose("illness");
    const auto shown = walk.body<view::WhatHappened>();
    CHECK_FALSE(shown.missing);
    CHECK_FALSE(shown.events[0].chosen);
    CHECK(shown.events[1].chosen);
    CHECK(shown.events[1].label == "急病");
    CHECK(walk.press(Act::Next).place() == "PlacePicking");
  }

  TEST_CASE("a story holds five hundred characters, and says when more was typed") {
    Walk walk;
    walk.to_what_happened().press(Act::WriteStory);
    walk.edit(Field::Story, repeated("火", 500));
    CHECK_FALSE(walk.body<view::StoryScreen>().story.problem);
    walk.edit(Field::Story, repeated("火", 501));
    const auto shown = walk.body<view::StoryScreen>();
    CHECK(shown.story.problem == Problem::TextLong);
    CHECK(shown.story.length == 500);
    walk.edit(Field::Story, "夜里起火");
    CHECK_FALSE(walk.body<view::StoryScreen>().story.problem);
  }

  TEST_CASE("what cannot be printed is left out of a story, and said") {
    Walk walk;
    walk.to_what_happened().press(Act::WriteStory).edit(Field::Story, "夜里\n");
    CHECK_FALSE(walk.body<view::StoryScreen>().story.problem);
    walk.edit(Field::Story, "夜里\n\U0001F525起\u202E火");
    CHECK(walk.body<view::StoryScreen>().story.problem == Problem::TextCharacter);
    CHECK(walk.body<view::StoryScreen>().story.value == "夜里\n起火");
    walk.edit(Field::Story, "夜里\n起火了");
    CHECK_FALSE(walk.body<view::StoryScreen>().story.problem);
  }

  TEST_CASE("a story does not stand for the event") {
    Walk walk;
    walk.to_what_happened().press(Act::WriteStory).edit(Field::Story, "夜里").press(Act::Next);
    CHECK(walk.body<view::WhatHappened>().missing);
  }
}

TEST_SUITE("where it happened") {
  TEST_CASE("the terminal's own township is chosen already, a village is left to choose") {
    Walk walk;
    walk.to_place();
    const auto shown = walk.body<view::PlaceScreen>();
    CHECK(shown.levels[0].label == "新邵县");
    CHECK(shown.levels[1].label == "酿溪镇");
    CHECK(shown.levels[2].current);
    CHECK_FALSE(shown.levels[2].chosen);
    CHECK(rows(walk) == "石桥村沙泉村");
  }

  TEST_CASE("initials narrow the villages, and only keys that lead somewhere are useful") {
    Walk walk;
    walk.to_place();
    CHECK(walk.body<view::PlaceScreen>().useful_initials == "s");
    walk.edit(Field::PlaceSearch, "sq");
    CHECK(rows(walk) == "石桥村沙泉村");
    walk.edit(Field::PlaceSearch, "shiq");
    CHECK(rows(walk) == "石桥村");
    walk.edit(Field::PlaceSearch, "xyz");
    CHECK(rows(walk) == "");
    CHECK(walk.body<view::PlaceScreen>().useful_initials == "");
  }

  TEST_CASE("a village is marked, and next goes on with it") {
    Walk walk;
    walk.to_place().press(Act::Next);
    CHECK(walk.body<view::PlaceScreen>().missing);
    walk.choose("430522101202");
    CHECK(walk.body<view::PlaceScreen>().levels[2].label == "沙泉村");
    CHECK_FALSE(walk.body<view::PlaceScreen>().missing);
    CHECK(division(walk.press(Act::Next)) == "430522101202");
  }

  TEST_CASE("levels open again, county first") {
    Walk walk;
    walk.to_place().choose("level.county");
    CHECK(rows(walk) == "新邵县隆回县");
    CHECK(rows(walk.edit(Field::PlaceSearch, "l")) == "隆回县");
    walk.choose("430524");
    CHECK(walk.body<view::PlaceScreen>().levels[1].current);
    CHECK_FALSE(walk.body<view::PlaceScreen>().levels[1].chosen);
    CHECK(walk.choose("level.village").body<view::PlaceScreen>().levels[1].current);
    walk.choose("level.county").choose("430522").choose("430522102");
    CHECK(walk.body<view::PlaceScreen>().levels[1].label == "坪上镇");
  }

  TEST_CASE("not knowing keeps what is known") {
    CHECK(division(Walk().to_place().press(Act::DontKnow)) == "430522101");
    CHECK(
        division(Walk().to_place().choose("level.county").choose("430524").press(Act::DontKnow)) ==
        "430524");
  }

  TEST_CASE("where there is no list of villages, the township is enough") {
    Walk walk;
    walk.to_place().choose("level.township").choose("430522102").press(Act::Next);
    CHECK(division(walk) == "430522102");
  }

  TEST_CASE("a row of another level or another township is not taken") {
    Walk walk;
    walk.to_place().choose("430524").choose("430522102").choose("430522109001").choose("1");
    CHECK_FALSE(walk.body<view::PlaceScreen>().levels[2].chosen);
    walk.choose("level.county").choose("430524").choose("430522102");
    CHECK_FALSE(walk.body<view::PlaceScreen>().levels[1].chosen);
  }
}

TEST_SUITE("household") {
  TEST_CASE("the size stays between one and twenty") {
    Walk walk;
    walk.to_household().press(Act::FewerMembers);
    CHECK(walk.body<view::Household>().size == 1);
    for (int i = 0; i < 25; ++i) walk.press(Act::MoreMembers);
    CHECK(walk.body<view::Household>().size == 20);
  }

  TEST_CASE("a member needs a relation and may do without an age") {
    Walk walk;
    walk.to_household().press(Act::AddMember).press(Act::Next);
    CHECK(walk.body<view::MemberScreen>().missing);
    walk.choose("spouse").press(Act::Next);
    const auto shown = walk.body<view::Household>();
    CHECK(shown.size == 2);
    CHECK(shown.members[0].relation == "配偶");
    CHECK_FALSE(shown.members[0].age);
  }

  TEST_CASE("an age is a number that people reach") {
    Walk walk;
    walk.to_household().press(Act::AddMember).choose("son").edit(Field::MemberAge, "1a");
    CHECK(walk.body<view::MemberScreen>().age.problem == Problem::AgeDigits);
    walk.edit(Field::MemberAge, "131").press(Act::Next);
    CHECK(walk.body<view::MemberScreen>().age.problem == Problem::AgeRange);
    walk.edit(Field::MemberAge, "15").press(Act::Next);
    CHECK(walk.body<view::Household>().members[0].age == 15);
  }

  TEST_CASE("members raise the size, and the size never falls below them") {
    Walk walk;
    walk.to_household();
    for (int i = 0; i < 3; ++i) walk.press(Act::AddMember).choose("son").press(Act::Next);
    CHECK(walk.press(Act::FewerMembers).body<view::Household>().size == 4);
    walk.happens(event::Did{view::intent::EditMember{1}}).press(Act::RemoveMember);
    CHECK(walk.body<view::Household>().members.size() == 2);
    CHECK(walk.press(Act::FewerMembers).body<view::Household>().size == 3);
  }

  TEST_CASE("a member is changed in its place, and back leaves the list as it was") {
    Walk walk;
    walk.to_household().press(Act::AddMember).choose("son").press(Act::Next);
    walk.happens(event::Did{view::intent::EditMember{0}}).choose("spouse").press(Act::Back);
    CHECK(walk.body<view::Household>().members[0].relation == "儿子");
    walk.happens(event::Did{view::intent::EditMember{0}}).choose("spouse").press(Act::Next);
    CHECK(walk.body<view::Household>().members.size() == 1);
    CHECK(walk.body<view::Household>().members[0].relation == "配偶");
    walk.happens(event::Did{view::intent::EditMember{7}});
    CHECK(walk.place() == "Household");
  }
}

}  // namespace huimin::journey::resident::sample
