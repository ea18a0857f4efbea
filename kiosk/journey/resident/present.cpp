#include "kiosk/journey/resident/present.h"

#include <algorithm>

#include "kiosk/journey/resident/shown.h"

namespace huimin::journey::resident {
namespace {

using std::chrono::ceil;
using std::chrono::seconds;

template <class Here>
constexpr bool kHasDraft = requires(const Here& here) {
  here.draft.application;
};
template <class Here>
constexpr bool kHasKept = requires(const Here& here) {
  here.kept;
};

// While who it is is still being asked, nobody's name is above the question.
template <class Here>
constexpr bool kAsksWho =
    std::is_same_v<Here, state::Identify> || std::is_same_v<Here, state::ConfirmPerson> ||
    std::is_same_v<Here, state::TypeNumber> || std::is_same_v<Here, state::TypeName>;

struct PersonOf {
  template <class Here>
  std::string operator()(const Here& here) const {
    if constexpr (kHasDraft<Here> && !kAsksWho<Here>) {
      return masked_name(here.draft.application.applicant.name.text());
    } else if constexpr (kHasKept<Here>) {
      return masked_name(here.kept.application.applicant.name.text());
    } else {
      return {};
    }
  }
};

struct TopicOf {
  view::Topic operator()(const state::Attract&) const { return view::Topic::None; }
  view::Topic operator()(const state::Home&) const { return view::Topic::None; }
  view::Topic operator()(const state::Goodbye&) const { return view::Topic::None; }
  view::Topic operator()(const state::Elsewhere&) const { return view::Topic::Elsewhere; }
  view::Topic operator()(const state::ScanReceipt&) const { return view::Topic::Status; }
  view::Topic operator()(const state::TypeReceipt&) const { return view::Topic::Status; }
  view::Topic operator()(const state::AskingCounty&) const { return view::Topic::Status; }
  view::Topic operator()(const state::ReceiptRefused&) const { return view::Topic::Status; }
  view::Topic operator()(const state::Status&) const { return view::Topic::Status; }
  template <class Here>
  view::Topic operator()(const Here&) const {
    return view::Topic::Apply;
  }
};

bool is_submitted(const State& state) {
  return std::visit([]<class Here>(const Here&) { return kHasKept<Here>; }, state);
}

view::Body show_timeout(const Scene& scene) {
  const seconds total = scene.world.patience.warning;
  const auto left = ceil<seconds>(scene.now.covered_since + total - scene.at.mono);
  view::TimeoutWarning warning;
  warning.seconds_total = static_cast<int>(total.count());
  warning.seconds_left = static_cast<int>(std::clamp(left, seconds{0}, total).count());
  warning.submitted = is_submitted(scene.now.state);
  return warning;
}

view::Body show_help(const Scene& scene) {
  view::Help help;
  help.contact = scene.hall.contact;
  if (const auto& call = scene.now.call) {
    help.number = call->number;
    help.called_at = local_time(call->at);
    help.urgent = call->urgent;
    help.summons = call->summons;
  }
  return help;
}

view::Body body(const Scene& scene) {
  switch (scene.now.cover) {
    case Cover::Help: return show_help(scene);
    case Cover::Voice: return view::Voice{};
    case Cover::Timeout: return show_timeout(scene);
    case Cover::None: break;
  }
  return std::visit([&](const auto& here) { return show(scene, here); }, scene.now.state);
}

view::Chrome chrome(const Scene& scene) {
  const Resident& now = scene.now;
  view::Chrome frame;
  frame.hall = scene.hall.name;
  frame.now = local_time(scene.at.wall);
  frame.topic = std::visit(TopicOf{}, now.state);
  // A covered screen names nobody.
  if (now.cover == Cover::None) frame.person = std::visit(PersonOf{}, now.state);
  frame.staff_called = is_signalled(now);
  frame.can_read = now.voice_there;
  frame.comfort = now.comfort;
  return frame;
}

}  // namespace

view::Screen present(const World& world, const Hall& hall, const Resident& now, base::Instant at) {
  const Scene scene{world, hall, now, at};
  return {chrome(scene), body(scene)};
}

}  // namespace huimin::journey::resident
