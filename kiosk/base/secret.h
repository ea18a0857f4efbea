#pragma once
// Text that is personal or a key: wiped from memory when it goes, and never printed by accident.

#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace huimin::base {

// Overwrites the bytes in a way the compiler may not leave out.
inline void wipe(void* bytes, std::size_t size) {
  if (size != 0) explicit_bzero(bytes, size);
}

inline void wipe(std::string& text) {
  // The capacity may hold what an earlier, longer value left behind.
  text.resize(text.capacity());
  wipe(text.data(), text.size());
  text.clear();
}

// Owns one string. There is no operator<< and no formatter: showing it takes an explicit `text()`.
class Secret {
 public:
  Secret() = default;
  // What the caller moved from is wiped too: short texts stay behind in a moved-from string.
  explicit Secret(std::string text) : text_(std::move(text)) { wipe(text); }
  Secret(const Secret&) = default;
  Secret(Secret&& other) noexcept : text_(other.text_) { wipe(other.text_); }
  Secret& operator=(const Secret& other) {
    if (this != &other) {
      wipe(text_);
      text_ = other.text_;
    }
    return *this;
  }
  Secret& operator=(Secret&& other) noexcept {
    if (this != &other) {
      wipe(text_);
      text_ = other.text_;
      wipe(other.text_);
    }
    return *this;
  }
  ~Secret() { wipe(text_); }

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  bool operator==(const Secret&) const = default;

 private:
  std::string text_;
};

}  // namespace huimin::base
