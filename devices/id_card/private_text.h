#pragma once
// Personal text and bytes: overwritten when they go out of scope or are replaced, and impossible to
// print by accident (no stream operator, no conversion).

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace huimin::devices {

class PrivateText {
 public:
  PrivateText() = default;
  explicit PrivateText(std::string_view text);
  PrivateText(const PrivateText& other);
  PrivateText(PrivateText&& other) noexcept;
  PrivateText& operator=(const PrivateText& other);
  PrivateText& operator=(PrivateText&& other) noexcept;
  ~PrivateText();

  // UTF-8. Valid as long as this object is neither changed nor destroyed.
  std::string_view view() const { return text_; }
  bool empty() const { return text_.empty(); }

 private:
  void wipe();
  std::string text_;
};

class PrivateBytes {
 public:
  PrivateBytes() = default;
  explicit PrivateBytes(std::span<const std::byte> bytes);
  PrivateBytes(const PrivateBytes& other);
  PrivateBytes(PrivateBytes&& other) noexcept;
  PrivateBytes& operator=(const PrivateBytes& other);
  PrivateBytes& operator=(PrivateBytes&& other) noexcept;
  ~PrivateBytes();

  std::span<const std::byte> view() const { return bytes_; }
  std::size_t size() const { return bytes_.size(); }

 private:
  void wipe();
  std::vector<std::byte> bytes_;
};

}  // namespace huimin::devices
