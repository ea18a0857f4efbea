#include "kiosk/intake/sealed.h"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace huimin::intake {

namespace {

using nlohmann::json;

// Takes two strings of one flat object; every "false" ends the parsing.
class TwoStrings final : public json::json_sax_t {
 public:
  std::optional<std::string> header, body;

  bool start_object(std::size_t) override { return !std::exchange(inside_, true); }
  bool key(string_t& name) override {
    wanted_ = name == "header" ? &header : name == "body" ? &body : nullptr;
    return wanted_ != nullptr && !wanted_->has_value();
  }
  bool string(string_t& text) override {
    if (wanted_ == nullptr) return false;
    *wanted_ = std::move(text);
    return true;
  }
  bool end_object() override { return true; }

  bool null() override { return false; }
  bool boolean(bool) override { return false; }
  bool number_integer(number_integer_t) override { return false; }
  bool number_unsigned(number_unsigned_t) override { return false; }
  bool number_float(number_float_t, const string_t&) override { return false; }
  bool binary(binary_t&) override { return false; }
  bool start_array(std::size_t) override { return false; }
  bool end_array() override { return false; }
  bool parse_error(std::size_t, const std::string&, const json::exception&) override {
    return false;
  }

 private:
  bool inside_ = false;
  std::optional<std::string>* wanted_ = nullptr;
};

}  // namespace

std::optional<Sealed> parse_sealed(std::string_view text) {
  TwoStrings found;
  if (!json::sax_parse(text.begin(), text.end(), &found)) return std::nullopt;
  if (!found.header || !found.body) return std::nullopt;
  auto header = queue::parse_base64(*found.header);
  auto body = queue::parse_base64(*found.body);
  if (!header || !body) return std::nullopt;
  return Sealed{std::move(*header), std::move(*body)};
}

}  // namespace huimin::intake
