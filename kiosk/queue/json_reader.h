#pragma once
// Reads JSON strictly: every field asked for must be there and in range, no other may be, no key
// twice. Included by this folder's sources.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace huimin::queue {

struct JsonDocument;

// One object. Mistakes are remembered, not thrown: read all fields, then ask `is_good` once. After
// a mistake the values read are harmless defaults. Cheap to copy; copies share the verdict.
class JsonReader {
 public:
  // Nothing when `text` is not one JSON object (at most 16 levels deep) or has a key twice.
  static std::optional<JsonReader> parse(std::string_view text);

  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
  // At most `most` bytes of UTF-8.
  std::string text(std::string_view key, std::size_t most);
  bool flag(std::string_view key);
  bool is_null(std::string_view key);  // reads the field when it is null
  JsonReader object(std::string_view key);
  std::vector<JsonReader> objects(std::string_view key, std::size_t most);
  // A list of lists of integers; none longer than `most` in all.
  std::vector<std::vector<std::int64_t>> integer_lists(std::string_view key, std::size_t most);

  void reject();
  // No mistake in the whole document so far, and every field of this object was read.
  bool is_good() const;

 private:
  struct Node;
  explicit JsonReader(std::shared_ptr<Node> node) : node_(std::move(node)) {}
  const void* find(std::string_view key);
  std::shared_ptr<Node> node_;
};

}  // namespace huimin::queue
