// Which widget the keys act on. The order is that of the registry: body, bottom bar, aids.
#pragma once

#include "screens/toolkit/registry.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace huimin::screens {

enum class FocusKey : std::uint8_t { Next, Previous, Activate };

class Focus {
 public:
  // Moves by the entries of the last frame; wraps around. Nothing to focus: stays empty.
  void move(FocusKey key, const Registry& registry);
  // A touch hides the ring; the next key shows it again at the same place.
  void hide() { shown_ = false; }
  void clear();
  void set(std::string_view id);

  bool is_on(std::string_view id) const { return shown_ && id == id_; }
  const std::string& id() const { return id_; }
  bool shown() const { return shown_; }

 private:
  std::string id_;
  bool shown_ = false;
};

}  // namespace huimin::screens
