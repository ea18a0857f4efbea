#include "kiosk/queue/number_mark.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <condition_variable>
#include <cstdio>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <unistd.h>

#include "kiosk/base/check.h"
#include "kiosk/queue/files.h"

namespace huimin::queue {
namespace {

// A sector is written as a whole or not at all; two of them, written in turn.
constexpr std::size_t kSlotSize = 512;
constexpr std::size_t kSlots = 2;
constexpr std::string_view kTitle = "huimin number mark 1 highest ";
constexpr std::size_t kDigits = 6;
constexpr mode_t kMode = 0640;

// "huimin number mark 1 highest 000321 <64 hex digits>\n", padded with blanks.
std::string slot_text(std::uint32_t highest) {
  std::array<char, kDigits + 1> digits{};
  std::snprintf(digits.data(), digits.size(), "%06u", highest);
  std::string text = std::string(kTitle) + digits.data();
  text += ' ' + hex(sha256(text));
  text.resize(kSlotSize - 1, ' ');
  return text + '\n';
}

std::optional<std::uint32_t> read_slot(std::string_view slot) {
  if (slot.size() != kSlotSize || !slot.starts_with(kTitle)) return std::nullopt;
  const std::string_view digits = slot.substr(kTitle.size(), kDigits);
  std::uint32_t highest = 0;
  const auto parsed = std::from_chars(digits.begin(), digits.end(), highest);
  if (parsed.ec != std::errc{} || parsed.ptr != digits.end()) return std::nullopt;
  if (slot_text(highest) != slot) return std::nullopt;
  return highest;
}

MarkError error_now() {
  switch (errno) {
    case ENOENT: return MarkError::Missing;
    case EACCES:
    case EPERM:
    case EROFS: return MarkError::NotWritable;
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return MarkError::Full;
    default: return MarkError::Unreadable;
  }
}

}  // namespace

// The file, and the thread that syncs it. The slots belong to the caller of `raise`; all else is
// under the mutex.
struct NumberMark::State {
  explicit State(FileDescriptor opened) : file(std::move(opened)) {}
  ~State() {
    {
      const std::lock_guard lock(mutex);
      stopping = true;
    }
    changed.notify_all();
    if (syncer.joinable()) syncer.join();
  }

  // Gathers what is written within kMarkSync into one sync.
  void sync_when_written() {
    std::unique_lock lock(mutex);
    while (!stopping || unsynced) {
      changed.wait(lock, [this] { return unsynced || stopping; });
      changed.wait_for(lock, kMarkSync, [this] { return stopping; });
      if (!std::exchange(unsynced, false)) continue;
      lock.unlock();
      const bool synced = ::fdatasync(file.get()) == 0;
      lock.lock();
      failed = failed || !synced;
    }
  }

  // A sync that failed is tried once more, now.
  bool is_healthy() {
    const std::lock_guard lock(mutex);
    if (failed) failed = ::fdatasync(file.get()) != 0;
    return !failed;
  }

  void ask_for_sync() {
    if (!syncer.joinable()) syncer = std::thread([this] { sync_when_written(); });
    {
      const std::lock_guard lock(mutex);
      // The thread is already gathering: waking it again would only cost time.
      if (std::exchange(unsynced, true)) return;
    }
    changed.notify_all();
  }

  FileDescriptor file;
  std::array<std::uint32_t, kSlots> slots{};
  std::mutex mutex;
  std::condition_variable changed;
  bool unsynced = false;
  bool failed = false;
  bool stopping = false;
  std::thread syncer;
};

std::string_view name_of(MarkError error) {
  switch (error) {
    case MarkError::Missing: return "missing";
    case MarkError::Unreadable: return "unreadable";
    case MarkError::Damaged: return "damaged";
    case MarkError::NotWritable: return "not writable by this user";
    case MarkError::Full: return "no room on its disk";
  }
  return "";
}

NumberMark::NumberMark(std::unique_ptr<State> state) : state_(std::move(state)) {}
NumberMark::NumberMark(NumberMark&&) noexcept = default;
NumberMark& NumberMark::operator=(NumberMark&&) noexcept = default;
NumberMark::~NumberMark() = default;

tl::expected<void, MarkError> NumberMark::create(const std::filesystem::path& file,
                                                 std::uint32_t highest) {
  const std::string slot = slot_text(highest);
  const auto written = write_file(file, slot + slot, kMode);
  if (written) return {};
  return tl::unexpected(written.error() == FileError::Missing ? MarkError::Missing
                                                              : MarkError::NotWritable);
}

tl::expected<NumberMark, MarkError> NumberMark::open(const std::filesystem::path& file) {
  auto state =
      std::make_unique<State>(FileDescriptor(::open(file.c_str(), O_RDWR | O_CLOEXEC)));
  if (!state->file.is_open()) return tl::unexpected(error_now());
  std::array<char, kSlotSize * kSlots> content{};
  const ssize_t got = ::pread(state->file.get(), content.data(), content.size(), 0);
  if (got != static_cast<ssize_t>(content.size())) return tl::unexpected(MarkError::Damaged);
  bool readable = false;
  for (std::size_t i = 0; i < kSlots; ++i) {
    const auto slot = read_slot({content.data() + i * kSlotSize, kSlotSize});
    state->slots[i] = slot.value_or(0);
    readable = readable || slot.has_value();
  }
  if (!readable) return tl::unexpected(MarkError::Damaged);
  return NumberMark(std::move(state));
}

std::uint32_t NumberMark::highest() const {
  return *std::ranges::max_element(state_->slots);
}

tl::expected<void, MarkError> NumberMark::raise(std::uint32_t highest_now) {
  if (!state_->is_healthy()) return tl::unexpected(error_now());
  if (highest_now <= highest()) return {};
  const auto older = std::ranges::min_element(state_->slots);
  const auto at = static_cast<std::size_t>(older - state_->slots.begin());
  const std::string text = slot_text(highest_now);
  const ssize_t wrote = ::pwrite(state_->file.get(), text.data(), text.size(),
                                 static_cast<off_t>(at * kSlotSize));
  if (wrote != static_cast<ssize_t>(text.size())) return tl::unexpected(error_now());
  *older = highest_now;
  state_->ask_for_sync();
  return {};
}

}  // namespace huimin::queue
