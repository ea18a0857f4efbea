#pragma once
// What came back from the county and is kept: acknowledgements, and the public status of a receipt
// for looking it up without the network.

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "kiosk/domain/case.h"
#include "kiosk/domain/receipt_number.h"
#include "kiosk/queue/acknowledgement.h"
#include "kiosk/queue/store.h"

namespace huimin::queue {

// By envelope; nothing while it is on its way.
tl::expected<std::optional<Acknowledgement>, StoreError> find_acknowledgement(
    Store& store, const Certificate& signing, std::uint64_t sequence);

// The last public status that the county signed for this receipt; its age is `as_of`.
tl::expected<std::optional<domain::PublicStatus>, StoreError> find_known_status(
    Store& store, const Certificate& signing, const domain::ReceiptNumber& number);

}  // namespace huimin::queue
