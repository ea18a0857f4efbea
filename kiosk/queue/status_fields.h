#pragma once
// A public status as one object inside a larger JSON form. For this folder's sources.

#include "kiosk/domain/case.h"
#include "kiosk/queue/json_reader.h"
#include "kiosk/queue/json_writer.h"

namespace huimin::queue {

void write_status(JsonWriter& out, const domain::PublicStatus& status);
domain::PublicStatus read_status(JsonReader in);

}  // namespace huimin::queue
