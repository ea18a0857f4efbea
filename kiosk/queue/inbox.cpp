#include "kiosk/queue/inbox.h"

#include "kiosk/queue/answer.h"
#include "kiosk/queue/rows.h"

namespace huimin::queue {

tl::expected<std::optional<Acknowledgement>, StoreError> find_acknowledgement(
    Store& store, const Certificate& signing, std::uint64_t sequence) {
  auto rows = store.prepare("SELECT signed FROM acknowledgement WHERE sequence = ?");
  const auto found = rows.bind(1, static_cast<std::int64_t>(sequence)).step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::optional<Acknowledgement>{};
  auto content = verify_acknowledgement(rows.blob(0), signing);
  if (!content || content->sequence != sequence) return tl::unexpected(StoreError::Damaged);
  return std::optional(std::move(*content));
}

tl::expected<std::optional<domain::PublicStatus>, StoreError> find_known_status(
    Store& store, const Certificate& signing, const domain::ReceiptNumber& number) {
  auto rows = store.prepare("SELECT signed FROM known_status WHERE receipt = ?");
  const auto found =
      rows.bind(1, static_cast<std::int64_t>(domain::as_integer(number))).step();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::optional<domain::PublicStatus>{};
  const auto content = verify_answer(rows.blob(0), signing);
  if (!content || content->receipt != number) return tl::unexpected(StoreError::Damaged);
  return content->answer.status;
}

}  // namespace huimin::queue
