#include "tests/queue/fault_vfs.h"

#include <sqlite3.h>

#include "kiosk/base/check.h"

namespace huimin::queue::testing {
namespace {

// One process, one disk: the tests that use it have one thread.
struct Plan {
  DiskFault fault = DiskFault::None;
  int nth = 0;
  bool for_ever = false;
  int seen = 0;
};
Plan plan;
sqlite3_vfs* real_vfs = nullptr;

struct File {
  sqlite3_file base;
  sqlite3_file* real;  // lies behind this struct
};

sqlite3_file* real_of(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

bool fails(DiskFault kind) {
  const bool counted = plan.fault == kind ||
                       (plan.fault == DiskFault::Full && kind == DiskFault::WriteError);
  if (!counted) return false;
  ++plan.seen;
  return plan.seen == plan.nth || (plan.for_ever && plan.seen > plan.nth);
}

int close_file(sqlite3_file* file) { return real_of(file)->pMethods->xClose(real_of(file)); }
int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  if (fails(DiskFault::ReadError)) return SQLITE_IOERR_READ;
  return real_of(file)->pMethods->xRead(real_of(file), to, size, at);
}
int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  if (fails(DiskFault::WriteError)) {
    return plan.fault == DiskFault::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  }
  return real_of(file)->pMethods->xWrite(real_of(file), from, size, at);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  return real_of(file)->pMethods->xTruncate(real_of(file), size);
}
int sync_file(sqlite3_file* file, int flags) {
  if (fails(DiskFault::SyncError)) return SQLITE_IOERR_FSYNC;
  return real_of(file)->pMethods->xSync(real_of(file), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int lock_file(sqlite3_file* file, int lock) {
  return real_of(file)->pMethods->xLock(real_of(file), lock);
}
int unlock_file(sqlite3_file* file, int lock) {
  return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}
int check_lock(sqlite3_file* file, int* out) {
  return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}
int control_file(sqlite3_file* file, int op, void* arg) {
  return real_of(file)->pMethods->xFileControl(real_of(file), op, arg);
}
int sector_size(sqlite3_file* file) {
  return real_of(file)->pMethods->xSectorSize(real_of(file));
}
int characteristics(sqlite3_file* file) {
  return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, out);
}
int shm_lock(sqlite3_file* file, int offset, int n, int flags) {
  return real_of(file)->pMethods->xShmLock(real_of(file), offset, n, flags);
}
void shm_barrier(sqlite3_file* file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); }
int shm_unmap(sqlite3_file* file, int remove) {
  return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

// Version 2: no memory-mapped reads, so that every byte passes here.
const sqlite3_io_methods kMethods = {2,           close_file,   read_file,    write_file,
                                     truncate_file, sync_file,  file_size,    lock_file,
                                     unlock_file, check_lock,   control_file, sector_size,
                                     characteristics, shm_map,  shm_lock,     shm_barrier,
                                     shm_unmap,   nullptr,      nullptr};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
  auto* ours = reinterpret_cast<File*>(file);
  ours->base.pMethods = nullptr;
  ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
  const int code = real_vfs->xOpen(real_vfs, name, ours->real, flags, out);
  if (code == SQLITE_OK) ours->base.pMethods = &kMethods;
  return code;
}

sqlite3_vfs shim;

}  // namespace

FaultDisk::FaultDisk() {
  plan = {};
  real_vfs = sqlite3_vfs_find(nullptr);
  shim = *real_vfs;
  shim.zName = "faults";
  shim.pNext = nullptr;
  shim.szOsFile = static_cast<int>(sizeof(File)) + real_vfs->szOsFile;
  shim.xOpen = open_file;
  base::check(sqlite3_vfs_register(&shim, /*makeDflt=*/1) == SQLITE_OK, "the disk is in place");
}

FaultDisk::~FaultDisk() { sqlite3_vfs_unregister(&shim); }

void FaultDisk::fail(DiskFault fault, int nth, bool for_ever) { plan = {fault, nth, for_ever, 0}; }

void FaultDisk::mend() { plan.fault = DiskFault::None; }

int FaultDisk::operations() const { return plan.seen; }

}  // namespace huimin::queue::testing
