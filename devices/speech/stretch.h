// Makes speech longer or shorter without changing its pitch.
#pragma once

#include "devices/speech/voice.h"

namespace huimin::devices {

// `factor` times as long, 0.4 to 3; 1 gives the same sound back. Waveform similarity overlap-add
// (Verhelst and Roelands, ICASSP 1993): frames are repeated or left out where they match.
Pcm stretched(const Pcm& pcm, double factor);

}  // namespace huimin::devices
