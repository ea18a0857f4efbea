#include "devices/port/byte_stream.h"

namespace huimin::devices {

const char* to_text(PortError error) {
  switch (error) {
    case PortError::Timeout: return "timeout";
    case PortError::Gone: return "gone";
    case PortError::Refused: return "refused";
    case PortError::Busy: return "busy";
    case PortError::BadAddress: return "bad address";
  }
  return "unknown";
}

}  // namespace huimin::devices
