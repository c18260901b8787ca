// SPDX-License-Identifier: Apache-2.0
#include "tests/support/power_cut.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <random>

namespace linli::support {
namespace {

constexpr std::size_t sector_bytes = 512;

DiskRecorder* recorder = nullptr;
sqlite3_vfs* system_files = nullptr;
sqlite3_vfs recording_files;

/// A file of SQLite's with the system's own behind it.
struct RecordedFile {
    sqlite3_file base;
    std::string* name;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
RecordedFile* of(sqlite3_file* file) { return reinterpret_cast<RecordedFile*>(file); }

std::string name_of(const char* path) { return std::filesystem::path(path).filename().string(); }

int close_file(sqlite3_file* file) {
    RecordedFile* const recorded = of(file);
    const int code = recorded->real()->pMethods->xClose(recorded->real());
    delete recorded->name;
    return code;
}
int read_file(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
    return of(file)->real()->pMethods->xRead(of(file)->real(), into, count, offset);
}
int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    const bool full = recorder && recorder->fails(DiskRecorder::Fault::full);
    if (full) count /= 2;
    if (recorder)
        recorder->add({DiskRecorder::Step::What::write, *of(file)->name, offset,
                       std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(count))});
    const int code = of(file)->real()->pMethods->xWrite(of(file)->real(), bytes, count, offset);
    return full ? SQLITE_FULL : code;
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (recorder) recorder->add({DiskRecorder::Step::What::truncate, *of(file)->name, size, {}});
    return of(file)->real()->pMethods->xTruncate(of(file)->real(), size);
}
// The machine that runs the test keeps its power: that the bytes lie there would only take time.
int sync_file(sqlite3_file* file, int) {
    if (recorder && recorder->fails(DiskRecorder::Fault::sync)) {
        recorder->add({DiskRecorder::Step::What::failed_sync, *of(file)->name, 0, {}});
        return SQLITE_IOERR_FSYNC;
    }
    if (recorder) recorder->add({DiskRecorder::Step::What::sync, *of(file)->name, 0, {}});
    return SQLITE_OK;
}
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
    return of(file)->real()->pMethods->xFileSize(of(file)->real(), size);
}
int lock_file(sqlite3_file* file, int how) { return of(file)->real()->pMethods->xLock(of(file)->real(), how); }
int unlock_file(sqlite3_file* file, int how) { return of(file)->real()->pMethods->xUnlock(of(file)->real(), how); }
int is_reserved(sqlite3_file* file, int* answer) {
    return of(file)->real()->pMethods->xCheckReservedLock(of(file)->real(), answer);
}
int control_file(sqlite3_file* file, int what, void* value) {
    return of(file)->real()->pMethods->xFileControl(of(file)->real(), what, value);
}
int sector_of_file(sqlite3_file* file) { return of(file)->real()->pMethods->xSectorSize(of(file)->real()); }
int properties_of_file(sqlite3_file* file) {
    return of(file)->real()->pMethods->xDeviceCharacteristics(of(file)->real());
}
int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** into) {
    return of(file)->real()->pMethods->xShmMap(of(file)->real(), region, size, extend, into);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return of(file)->real()->pMethods->xShmLock(of(file)->real(), offset, count, flags);
}
void bar_shared(sqlite3_file* file) { of(file)->real()->pMethods->xShmBarrier(of(file)->real()); }
int unmap_shared(sqlite3_file* file, int remove) {
    return of(file)->real()->pMethods->xShmUnmap(of(file)->real(), remove);
}

constexpr sqlite3_io_methods methods = {
    2,           close_file,  read_file,    write_file,   truncate_file,  sync_file,          size_of_file,
    lock_file,   unlock_file, is_reserved,  control_file, sector_of_file, properties_of_file, map_shared,
    lock_shared, bar_shared,  unmap_shared, nullptr,      nullptr};

int open_file(sqlite3_vfs*, sqlite3_filename path, sqlite3_file* file, int flags, int* out) {
    RecordedFile* const recorded = of(file);
    std::memset(static_cast<void*>(recorded), 0, sizeof(RecordedFile));
    const int code = system_files->xOpen(system_files, path, recorded->real(), flags, out);
    if (code != SQLITE_OK) return code;
    recorded->name = new std::string(path ? name_of(path) : "");
    recorded->base.pMethods = &methods;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs*, const char* path, int sync_folder) {
    if (recorder) recorder->add({DiskRecorder::Step::What::remove, name_of(path), 0, {}});
    return system_files->xDelete(system_files, path, sync_folder);
}

void put(std::string& file, std::int64_t offset, std::string_view bytes) {
    const auto begin = static_cast<std::size_t>(offset);
    if (file.size() < begin + bytes.size()) file.resize(begin + bytes.size());
    file.replace(begin, bytes.size(), bytes);
}

void do_step(std::map<std::string, std::string>& files, const DiskRecorder::Step& step) {
    if (step.what == DiskRecorder::Step::What::write)
        put(files[step.file], step.offset, step.bytes);
    else if (step.what == DiskRecorder::Step::What::truncate)
        files[step.file].resize(static_cast<std::size_t>(step.offset));
}

}  // namespace

DiskRecorder::DiskRecorder() {
    system_files = sqlite3_vfs_find("unix");
    recording_files = *system_files;
    recording_files.zName = "linli-recording";
    recording_files.szOsFile = static_cast<int>(sizeof(RecordedFile)) + system_files->szOsFile;
    recording_files.pNext = nullptr;
    recording_files.xOpen = open_file;
    recording_files.xDelete = delete_file;
    sqlite3_vfs_register(&recording_files, 1);
    recorder = this;
}

DiskRecorder::~DiskRecorder() {
    recorder = nullptr;
    sqlite3_vfs_register(system_files, 1);
    sqlite3_vfs_unregister(&recording_files);
}

bool DiskRecorder::fails(Fault fault) {
    if (fault != fault_ || fail_ == 0 || succeed_-- > 0) return false;
    --fail_;
    return true;
}

void CutDisk::lose_some(const std::string& file) {
    std::minstd_rand random(static_cast<std::uint32_t>(pending_.size()) + 1);
    for (const DiskRecorder::Step& one : pending_)
        if (one.file == file && random() % 2 == 0) do_step(synced_, one);
    std::erase_if(pending_, [&](const DiskRecorder::Step& one) { return one.file == file; });
}

void CutDisk::follow(const DiskRecorder::Step& step) {
    using What = DiskRecorder::Step::What;
    if (step.what == What::remove) {
        synced_.erase(step.file);
        std::erase_if(pending_, [&](const DiskRecorder::Step& one) { return one.file == step.file; });
    } else if (step.what == What::failed_sync) {
        lose_some(step.file);
    } else if (step.what != What::sync) {
        pending_.push_back(step);
    } else if (disk_ == Disk::honest) {
        for (const DiskRecorder::Step& one : pending_)
            if (one.file == step.file) do_step(synced_, one);
        std::erase_if(pending_, [&](const DiskRecorder::Step& one) { return one.file == step.file; });
    }
}

void CutDisk::cut(const std::filesystem::path& folder, std::uint32_t seed) const {
    std::minstd_rand random(seed + 1);
    std::map<std::string, std::string> files = synced_;
    for (DiskRecorder::Step step : pending_) {
        const unsigned fate = random() % 4;  // two of four are there, one is not, one is torn
        if (fate == 0) continue;
        const std::size_t sectors = step.bytes.size() / sector_bytes;
        if (fate == 1 && sectors > 0) step.bytes.resize(random() % (sectors + 1) * sector_bytes);
        do_step(files, step);
    }
    for (const auto& [name, bytes] : files) {
        std::ofstream file(folder / name, std::ios::binary | std::ios::trunc);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
}

}  // namespace linli::support
