#pragma once
// What all programs do alike with their arguments: one line for a mistake, exit code 2, --help and
// --version.

#include <CLI/CLI.hpp>

#include <cstdio>
#include <optional>
#include <string>

namespace huimin::programs {

inline constexpr int kBadUsage = 2;

// Prints "NAME: what is wrong; how to mend it" to standard error; returns kBadUsage.
inline int complain(const std::string& name, const std::string& what) {
  std::fprintf(stderr, "%s: %s\n", name.c_str(), what.c_str());
  return kBadUsage;
}

// Nothing: go on. Else the exit code: 0 after --help or --version, 2 after a mistake.
inline std::optional<int> parse(CLI::App& app, int argc, char** argv) {
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
