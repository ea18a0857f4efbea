#include "kiosk/queue/json_reader.h"

#include <set>

#include <nlohmann/json.hpp>

namespace huimin::queue {

using nlohmann::json;

// The text once parsed, and whether anything in it was wrong.
struct JsonDocument {
  json root;
  bool good = true;
};

struct JsonReader::Node {
  std::shared_ptr<JsonDocument> document;
  const json* object = nullptr;  // nullptr after a mistake
  std::set<std::string, std::less<>> seen;
};

namespace {

constexpr std::size_t kDepthMost = 16;

// nlohmann keeps the last of two equal keys; a signer and a reader must not see different ones.
class DuplicateKeys {
 public:
  bool operator()(int depth, json::parse_event_t event, json& parsed) {
    if (depth > static_cast<int>(kDepthMost)) found_ = true;
    if (event == json::parse_event_t::object_start) keys_.emplace_back();
    if (event == json::parse_event_t::object_end) keys_.pop_back();
    if (event == json::parse_event_t::key &&
        !keys_.back().insert(parsed.get<std::string>()).second) {
      found_ = true;
    }
    return true;
  }
  bool found() const { return found_; }

 private:
  std::vector<std::set<std::string>> keys_;
  bool found_ = false;
};

bool is_in(const json& value, std::int64_t least, std::int64_t most) {
  if (!value.is_number_integer()) return false;
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX) return false;
  const auto number = value.get<std::int64_t>();
  return number >= least && number <= most;
}

}  // namespace

std::optional<JsonReader> JsonReader::parse(std::string_view text) {
  auto document = std::make_shared<JsonDocument>();
  DuplicateKeys duplicates;
  document->root = json::parse(
      text.begin(), text.end(),
      [&](int depth, json::parse_event_t event, json& parsed) {
        return duplicates(depth, event, parsed);
      },
      /*allow_exceptions=*/false);
  if (!document->root.is_object() || duplicates.found()) return std::nullopt;
  auto node = std::make_shared<Node>();
  node->object = &document->root;
  node->document = std::move(document);
  return JsonReader(std::move(node));
}

const void* JsonReader::find(std::string_view key) {
  if (node_->object == nullptr) return nullptr;
  const auto at = node_->object->find(key);
  if (at == node_->object->end()) {
    reject();
    return nullptr;
  }
  node_->seen.emplace(key);
  return &*at;
}

std::int64_t JsonReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  const auto* value = static_cast<const json*>(find(key));
  if (value != nullptr && is_in(*value, least, most)) return value->get<std::int64_t>();
  reject();
  return least;
}

std::string JsonReader::text(std::string_view key, std::size_t most) {
  const auto* value = static_cast<const json*>(find(key));
  if (value != nullptr && value->is_string()) {
    const auto& text = value->get_ref<const std::string&>();
    if (text.size() <= most) return text;
  }
  reject();
  return {};
}

bool JsonReader::flag(std::string_view key) {
  const auto* value = static_cast<const json*>(find(key));
  if (value != nullptr && value->is_boolean()) return value->get<bool>();
  reject();
  return false;
}

bool JsonReader::is_null(std::string_view key) {
  const auto* value = static_cast<const json*>(find(key));
  return value == nullptr || value->is_null();
}

JsonReader JsonReader::object(std::string_view key) {
  const auto* value = static_cast<const json*>(find(key));
  auto node = std::make_shared<Node>();
  node->document = node_->document;
  if (value != nullptr && value->is_object()) {
    node->object = value;
  } else {
    reject();
  }
  return JsonReader(std::move(node));
}

std::vector<JsonReader> JsonReader::objects(std::string_view key, std::size_t most) {
  const auto* value = static_cast<const json*>(find(key));
  std::vector<JsonReader> out;
  if (value == nullptr || !value->is_array() || value->size() > most) {
    reject();
    return out;
  }
  for (const json& one : *value) {
    auto node = std::make_shared<Node>();
    node->document = node_->document;
    if (one.is_object()) {
      node->object = &one;
    } else {
      reject();
    }
    out.push_back(JsonReader(std::move(node)));
  }
  return out;
}

std::vector<std::vector<std::int64_t>> JsonReader::integer_lists(std::string_view key,
                                                                 std::size_t most) {
  const auto* value = static_cast<const json*>(find(key));
  std::vector<std::vector<std::int64_t>> out;
  if (value == nullptr || !value->is_array()) {
    reject();
    return out;
  }
  std::size_t count = value->size();
  for (const json& list : *value) {
    std::vector<std::int64_t>& numbers = out.emplace_back();
    count += list.size();
    if (!list.is_array() || count > most) {
      reject();
      return {};
    }
    for (const json& one : list) {
      if (!is_in(one, INT64_MIN, INT64_MAX)) {
        reject();
        return {};
      }
      numbers.push_back(one.get<std::int64_t>());
    }
  }
  return out;
}

void JsonReader::reject() { node_->document->good = false; }

bool JsonReader::is_good() const {
  return node_->document->good && node_->object != nullptr &&
         node_->seen.size() == node_->object->size();
}

}  // namespace huimin::queue
