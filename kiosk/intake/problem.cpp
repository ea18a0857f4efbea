#include "kiosk/intake/problem.h"

#include <nlohmann/json.hpp>

namespace huimin::intake {

Response respond(const Problem& problem) {
  nlohmann::json document = {{"type", "urn:huimin:problem:" + std::string(problem.name)},
                             {"title", problem.title},
                             {"status", problem.status},
                             {"owner", problem.owner}};
  for (const auto& [name, value] : problem.numbers) document[name] = value;
  return {problem.status, "application/problem+json", document.dump()};
}

}  // namespace huimin::intake
