#include <algorithm>
#include <functional>
#include <tuple>

#include "kiosk/catalogue/read.h"
#include "kiosk/catalogue/toml_file.h"

namespace huimin::catalogue {
namespace {

namespace fs = std::filesystem;

// Loads one folder: every file that is there is read, whatever was wrong in the one before.
class Loader {
 public:
  explicit Loader(const fs::path& folder) : folder_(folder) {}

  void load_all() {
    read("catalogue.toml", [&](Section& file) {
      catalogue_.version = file.text("version");
      file.close();
    });
    read("relations.toml", [&](Section& file) { relations_ = read_relations(file); });
    read("banks.toml", [&](Section& file) { catalogue_.banks = read_banks(file); });
    read("divisions.toml", [&](Section& file) { catalogue_.divisions = read_divisions(file); });
    for (const std::string& name : names_in("holidays")) load_holidays(name);
    for (const std::string& name : names_in("programmes")) load_programme(name);
    check_versions();
    std::sort(mistakes_.begin(), mistakes_.end(), [](const Mistake& a, const Mistake& b) {
      return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
  }

  std::vector<Mistake>& mistakes() { return mistakes_; }
  Catalogue& catalogue() { return catalogue_; }

 private:
  void read(const std::string& name, const std::function<void(Section&)>& use) {
    const auto table = read_toml(folder_ / name, name);
    if (!table) {
      mistakes_.push_back(table.error());
      return;
    }
    OpenFile file{name, mistakes_};
    Section section(file, *table, "", 0);
    use(section);
  }

  std::vector<std::string> names_in(const std::string& subfolder) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder_ / subfolder, error)) {
      const std::string name = subfolder + "/" + entry.path().filename().string();
      if (entry.path().extension() == ".toml") {
        names.push_back(name);
      } else {
        mistakes_.push_back({name, "", "a file whose name ends in .toml"});
      }
    }
    if (names.empty())
      mistakes_.push_back({subfolder, "", "a folder with at least one .toml file"});
    std::sort(names.begin(), names.end());
    return names;
  }

  void load_holidays(const std::string& name) {
    read(name, [&](Section& file) {
      catalogue_.holidays.push_back(read_holidays(file));
      if (fs::path(name).stem() != std::to_string(catalogue_.holidays.back().year)) {
        file.note("year", "the year that the file is named after");
      }
    });
  }

  void load_programme(const std::string& name) {
    read(name, [&](Section& file) {
      Programme programme = read_programme(file, relations_);
      check_programme(programme, file);
      const std::string stem = fs::path(name).stem().string();
      if (stem != programme.id && stem != programme.id + "-" + programme.version) {
        file.note("id", "the id that the file is named after: P08.toml or P08-2026.1.toml");
      }
      programme_files_.push_back(name);
      catalogue_.programmes.push_back(std::move(programme));
    });
  }

  // On each day at most one version of a programme is in force, and no version has another's
  // name.
  void check_versions() {
    const auto& programmes = catalogue_.programmes;
    for (std::size_t i = 0; i < programmes.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const Programme& a = programmes[i];
        const Programme& b = programmes[j];
        if (a.id != b.id) continue;
        if (a.version == b.version) {
          mistakes_.push_back(
              {programme_files_[i], "version", "not that of " + programme_files_[j]});
        }
        if (a.in_force_on(b.effective_from) || b.in_force_on(a.effective_from)) {
          mistakes_.push_back({programme_files_[i], "effective_from",
                               "no day on which " + programme_files_[j] + " is in force too"});
        }
      }
    }
  }

  const fs::path& folder_;
  std::vector<Mistake> mistakes_;
  std::vector<Relation> relations_;
  std::vector<std::string> programme_files_;  // of catalogue_.programmes, one by one
  Catalogue catalogue_;
};

void sort_programmes(std::vector<Programme>& programmes) {
  std::sort(programmes.begin(), programmes.end(), [](const Programme& a, const Programme& b) {
    return std::tie(a.id, a.effective_from) < std::tie(b.id, b.effective_from);
  });
}

}  // namespace

tl::expected<Catalogue, std::vector<Mistake>> load(const fs::path& data_dir) {
  Loader loader(data_dir);
  loader.load_all();
  if (!loader.mistakes().empty()) return tl::unexpected(std::move(loader.mistakes()));
  sort_programmes(loader.catalogue().programmes);
  return std::move(loader.catalogue());
}

std::vector<Mistake> check(const fs::path& data_dir) {
  Loader loader(data_dir);
  loader.load_all();
  return std::move(loader.mistakes());
}

std::string line_of(const Mistake& mistake) {
  std::string line = mistake.file + ":";
  if (mistake.line != 0) line += std::to_string(mistake.line) + ":";
  if (!mistake.where.empty()) line += " " + mistake.where + ":";
  return line + " " + mistake.what;
}

}  // namespace huimin::catalogue
