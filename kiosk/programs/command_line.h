#pragma once
// What all programs do alike with their arguments: one line for a mistake, exit code 2, --help and
// --version.

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace huimin::programs {

inline constexpr int kBadUsage = 2;

// Prints "NAME: what is wrong; how to mend it" to standard error; returns kBadUsage.
int complain(const std::string& name, const std::string& what);

// Nothing: go on. Else the exit code: 0 after --help or --version, 2 after a mistake.
std::optional<int> parse(CLI::App& app, int argc, char** argv);

}  // namespace huimin::programs
