#pragma once
// A small catalogue made by hand and a person who walks through it: the journey's tests depend on
// no data file.

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/journey/resident/present.h"
#include "kiosk/journey/resident/step.h"

namespace huimin::journey::resident::sample {

namespace view = screens::view;
using view::Act;
using view::Field;

// 4 November 2026, 09:42 in the hall.
base::Instant morning();
// "id-1", "id-2": a different one at each call.
std::string make_id();

const World& world();
const World& world_without_programme();
const Hall& hall();

// The made-up woman 王秀英, 430522190001010004, and the man 刘德福, 430524190001010015.
event::CardRead card_of_wang(std::uint64_t presence);
event::CardRead card_of_liu(std::uint64_t presence);
event::Committed committed();
domain::ReceiptNumber receipt();
domain::PublicStatus status();

event::Did press(Act act);
event::Did choose(std::string id);
event::Did edit(Field field, std::string value);
event::Did change(view::Answer answer);
event::Did ink();

std::string name_of(const State& state);
std::string name_of(const Effect& effect);

// One terminal with one clock.
class Walk {
 public:
  explicit Walk(const World& world = sample::world()) : world_(world) { now.last_touch = at.mono; }

  Walk& happens(const Event& event);
  Walk& press(Act act) { return happens(sample::press(act)); }
  Walk& choose(std::string id) { return happens(sample::choose(std::move(id))); }
  Walk& edit(Field field, std::string value) {
    return happens(sample::edit(field, std::move(value)));
  }
  // Lets time pass second by second, with a tick each.
  Walk& waits(std::chrono::seconds time);

  // The names of the effects since the last call, with blanks between.
  std::string effects();
  std::string place() const { return name_of(now.state); }
  view::Screen shown() const { return present(world_, hall(), now, at); }
  template <class View>
  View body() const {
    return std::get<View>(shown().body);
  }
  template <class Here>
  const Here& here() const {
    return std::get<Here>(now.state);
  }
  template <class Kind>
  const Kind& last() const {
    return std::get<Kind>(all.back());
  }

  // Ways to a screen, by the shortest honest answers.
  Walk& to_privacy();
  Walk& to_identify();
  Walk& to_what_happened();
  Walk& to_place();
  Walk& to_household();
  Walk& to_money();
  Walk& to_account();
  Walk& to_phone();
  Walk& to_papers();
  Walk& to_review();
  Walk& to_signing();
  Walk& to_saving();
  Walk& to_submitted();  // the paper is being printed
  Walk& to_status();

  Resident now;
  base::Instant at = morning();
  std::vector<Effect> all;  // effects from the beginning

 private:
  const World& world_;
  std::size_t told_ = 0;
};

}  // namespace huimin::journey::resident::sample
