// Draws every sample in every setting of one panel and keeps what the rules found.
#pragma once

#include "finding.h"

namespace huimin::screens::audit {

// Takes a minute or two.
Findings sweep(const Panel& panel);

}  // namespace huimin::screens::audit
