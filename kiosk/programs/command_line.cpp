#include "kiosk/programs/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace huimin::programs {

int complain(const std::string& name, const std::string& what) {
  std::fprintf(stderr, "%s: %s\n", name.c_str(), what.c_str());
  return kBadUsage;
}

std::optional<int> parse(CLI::App& app, int argc, char** argv) {
  app.set_version_flag("--version", app.get_name() + " " HUIMIN_VERSION);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {
    return app.exit(asked);
  } catch (const CLI::ParseError& mistake) {
    return complain(app.get_name(), std::string(mistake.what()) + "; --help lists the flags");
  }
  return std::nullopt;
}

}  // namespace huimin::programs
