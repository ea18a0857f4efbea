// The files of typefaces that libraries have mapped into this process.
#pragma once

namespace huimin::printing {

// The kernel may take back the pages of mapped font files (.ttc, .ttf, .otf), which are read again
// when a letter needs them: a receipt touches several megabytes. Linux only; any thread.
void let_font_files_go();

}  // namespace huimin::printing
