// Runs a fuzz target over its corpus and over mutations of each input, always the same ones.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kMutationsPerInput = 2000;

using Bytes = std::vector<std::uint8_t>;

void mutate(Bytes& bytes, std::mt19937& random) {
  const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random()) % below; };
  const int edits = 1 + static_cast<int>(pick(4));
  for (int i = 0; i < edits; ++i) {
    if (bytes.empty()) bytes.push_back(static_cast<std::uint8_t>(random()));
    const auto at = static_cast<std::ptrdiff_t>(pick(bytes.size()));
    switch (pick(4)) {
      case 0:
        bytes[static_cast<std::size_t>(at)] ^= static_cast<std::uint8_t>(1U << pick(8));
        break;
      case 1: bytes.erase(bytes.begin() + at); break;
      case 2: bytes.insert(bytes.begin() + at, static_cast<std::uint8_t>(random())); break;
      default: bytes.resize(static_cast<std::size_t>(at)); break;
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  long runs = 0;
  std::mt19937 random(20261125);
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
      std::ifstream file(entry.path(), std::ios::binary);
      const Bytes input{std::istreambuf_iterator<char>(file), {}};
      LLVMFuzzerTestOneInput(input.data(), input.size());
      for (int k = 0; k < kMutationsPerInput; ++k, ++runs) {
        Bytes bytes = input;
        mutate(bytes, random);
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
      }
    }
  }
  std::printf("%ld inputs\n", runs);
  return runs > 0 ? 0 : 1;
}
