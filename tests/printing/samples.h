#pragma once
// Papers with made-up people, as the terminal would write them.

#include <cstdint>
#include <string>
#include <vector>

#include "printing/bitmap.h"
#include "printing/document.h"

namespace huimin::printing::samples {

// As long as a real receipt text: a host and the digits of a signed token of 33 bytes of claims.
std::string receipt_qr_text();

// The receipt of an application for temporary assistance.
Document receipt();

// The same receipt in English, with long values.
Document receipt_in_english();

// One line across the paper and no letter: its bytes do not depend on a typeface.
Document tiny();

// A short paper with `word` all over it.
Bitmap short_paper(const char* word);

// The dots that a printer has to burn for `bitmap`, as the encoder sends them.
std::vector<std::uint8_t> picture_of(const Bitmap& bitmap);

}  // namespace huimin::printing::samples
