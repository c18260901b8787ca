// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace linli::support {

/// Everything that SQLite does to its files, as it asks the system for it. While it lives, databases that this process
/// opens are written through it, and nothing waits for the disk.
class DiskRecorder {
public:
    struct Step {
        enum class What { write, truncate, sync, failed_sync, remove } what = What::write;
        std::string file;  ///< its name without the folder
        std::int64_t offset = 0;
        std::string bytes;
    };

    DiskRecorder();
    ~DiskRecorder();
    DiskRecorder(const DiskRecorder&) = delete;
    DiskRecorder& operator=(const DiskRecorder&) = delete;

    const std::vector<Step>& steps() const { return steps_; }
    void add(Step step) { steps_.push_back(std::move(step)); }

    /// The disk is full, or says that it could not make something durable.
    enum class Fault { full, sync };
    /// After so many writes (or syncs) that succeed, so many fail; of a write that fails half is there.
    void fail_after(Fault fault, long succeed, long fail) {
        fault_ = fault;
        succeed_ = succeed;
        fail_ = fail;
    }
    /// How many are yet to fail.
    long to_fail() const { return fail_; }
    /// Does this one fail?
    bool fails(Fault fault);

private:
    std::vector<Step> steps_;
    Fault fault_ = Fault::full;
    long succeed_ = 0, fail_ = 0;
};

/// What may lie on a disk whose power was cut: all that was synced, and of what was written since then each write
/// wholly, not at all, or torn at a sector, whatever the order. After a sync that failed the system takes what it could
/// not write for written: whether it is there was decided then. `honest` disks mean it when they say that something is
/// synced; the others show that a test would notice.
class CutDisk {
public:
    enum class Disk { honest, lying };
    CutDisk(std::map<std::string, std::string> files, Disk disk) : synced_(std::move(files)), disk_(disk) {}

    void follow(const DiskRecorder::Step& step);
    /// Writes one of the ways that the files may be now into a folder.
    void cut(const std::filesystem::path& folder, std::uint32_t seed) const;

private:
    void lose_some(const std::string& file);
    std::map<std::string, std::string> synced_;
    std::vector<DiskRecorder::Step> pending_;
    Disk disk_;
};

}  // namespace linli::support
