#pragma once
// SQLite on a disk that fails when it is told to. Once registered it serves every database of the
// process.

namespace huimin::queue::testing {

enum class DiskFault { None, Full, WriteError, SyncError, ReadError };

class FaultDisk {
 public:
  // Registers itself; at most one at a time.
  FaultDisk();
  ~FaultDisk();
  FaultDisk(const FaultDisk&) = delete;
  FaultDisk& operator=(const FaultDisk&) = delete;

  // The n-th operation from now on fails (1 is the next), and every later one too when `for_ever`.
  void fail(DiskFault fault, int nth, bool for_ever);
  void mend();
  // Operations of the kind that the last fault counts, since then.
  int operations() const;
};

}  // namespace huimin::queue::testing
