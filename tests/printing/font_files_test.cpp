#include "printing/font_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

#include "printing/layout.h"
#include "tests/printing/samples.h"

namespace huimin::printing {
namespace {

// Of all font files mapped into this process: how many mappings, and how much is in memory, KiB.
struct Mapped {
  int files = 0;
  long resident = 0;
};

Mapped mapped_fonts() {
  Mapped found;
  bool font = false;
  std::ifstream maps("/proc/self/smaps");
  for (std::string line; std::getline(maps, line);) {
    const bool head = line.find('-') < line.find(' ');
    if (head) font = line.ends_with(".ttc") || line.ends_with(".otf") || line.ends_with(".ttf");
    if (head && font) ++found.files;
    if (!font || !line.starts_with("Rss:")) continue;
    long kib = 0;
    std::istringstream(line.substr(4)) >> kib;
    found.resident += kib;
  }
  return found;
}

}  // namespace

TEST_SUITE("font files") {
  TEST_CASE("a paper leaves nothing of its typeface in memory, and the next one is set the same") {
    const Document document = samples::receipt();
    const Layout first = lay_out(document).value();
    const Mapped after = mapped_fonts();
    CHECK(after.files > 0);
    CHECK(after.resident < 1024);
    const Layout second = lay_out(document).value();
    CHECK(first.bitmap.height() == second.bitmap.height());
    CHECK(std::ranges::equal(first.bitmap.rows(0, first.bitmap.height()),
                             second.bitmap.rows(0, second.bitmap.height())));
  }
}

}  // namespace huimin::printing
