// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace linli::support {

/// Everything that SQLite does to its files, as it asks the system for it. While it lives, databases that this process
/// opens are written through it.
class DiskRecorder {
public:
    struct Step {
        enum class What { write, truncate, sync, remove } what = What::write;
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

private:
    std::vector<Step> steps_;
};

/// What may lie on a disk whose power was cut: all that was synced, and of what was written since then each write
/// wholly, not at all, or torn at a sector, whatever the order. `honest` disks mean it when they say that something is
/// synced; the others show that a test would notice.
class CutDisk {
public:
    enum class Disk { honest, lying };
    CutDisk(std::map<std::string, std::string> files, Disk disk) : synced_(std::move(files)), disk_(disk) {}

    void follow(const DiskRecorder::Step& step);
    /// Writes one of the ways that the files may be now into a folder.
    void cut(const std::filesystem::path& folder, std::uint32_t seed) const;

private:
    std::map<std::string, std::string> synced_;
    std::vector<DiskRecorder::Step> pending_;
    Disk disk_;
};

}  // namespace linli::support
