#pragma once
// What is kept in the tree to compare with. UPDATE_GOLDEN=1 in the environment rewrites what differs,
// and only that; a person looks at the change before it is committed.

#include <filesystem>
#include <string>

#include "screens/toolkit/frame.h"

namespace huimin::golden {

// Empty: it says the same as the kept text. Else what differs, in words for a person.
std::string compare_text(const std::string& name, const std::string& text);

// Likewise; the new picture and one that shows the differing pixels in red go to the temporary
// folder, and the answer says where.
std::string compare_picture(const std::string& name, screens::Pixels& picture, int width);

}  // namespace huimin::golden
