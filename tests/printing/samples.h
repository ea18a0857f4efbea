#pragma once
// Papers with made-up people, as the terminal would write them.

#include <string>

#include "printing/document.h"

namespace huimin::printing::samples {

// As long as a real receipt text: a host and the digits of a signed token of 33 bytes of claims.
std::string receipt_qr_text();

// The receipt of an application for temporary assistance.
Document receipt();

// The same receipt in English, with long values.
Document receipt_in_english();

// Two lines: enough to compare its bytes one by one.
Document tiny();

}  // namespace huimin::printing::samples
