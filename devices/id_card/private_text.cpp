#include "devices/id_card/private_text.h"

#include <cstring>
#include <utility>

namespace huimin::devices {

PrivateText::PrivateText(std::string_view text) : text_(text) {}
PrivateText::PrivateText(const PrivateText& other) = default;
PrivateText::PrivateText(PrivateText&& other) noexcept : text_(std::move(other.text_)) {
  other.wipe();
}
PrivateText& PrivateText::operator=(const PrivateText& other) {
  if (this != &other) *this = PrivateText(other);
  return *this;
}
PrivateText& PrivateText::operator=(PrivateText&& other) noexcept {
  if (this == &other) return *this;
  wipe();
  text_ = std::move(other.text_);
  other.wipe();
  return *this;
}
PrivateText::~PrivateText() { wipe(); }

// Short texts live inside the string object, and a moved-from string still holds their letters: so
// the whole capacity is overwritten, not only the size.
void PrivateText::wipe() {
  text_.resize(text_.capacity());
  ::explicit_bzero(text_.data(), text_.size());
  text_.clear();
}

PrivateBytes::PrivateBytes(std::span<const std::byte> bytes) : bytes_(bytes.begin(), bytes.end()) {}
PrivateBytes::PrivateBytes(const PrivateBytes& other) = default;
PrivateBytes::PrivateBytes(PrivateBytes&& other) noexcept : bytes_(std::move(other.bytes_)) {
  other.bytes_.clear();
}
PrivateBytes& PrivateBytes::operator=(const PrivateBytes& other) {
  if (this != &other) *this = PrivateBytes(other);
  return *this;
}
PrivateBytes& PrivateBytes::operator=(PrivateBytes&& other) noexcept {
  if (this == &other) return *this;
  wipe();
  bytes_ = std::move(other.bytes_);
  other.bytes_.clear();
  return *this;
}
PrivateBytes::~PrivateBytes() { wipe(); }

void PrivateBytes::wipe() {
  if (!bytes_.empty()) ::explicit_bzero(bytes_.data(), bytes_.size());
  bytes_.clear();
}

}  // namespace huimin::devices
