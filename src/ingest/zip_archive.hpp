// SPDX-License-Identifier: EUPL-1.2
// A zip archive opened for reading, with every entry's name and size checked before anything is unpacked.
// libzip does the unpacking. One thread; streams must not outlive the archive.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/input.hpp"

struct zip;

namespace kontor::ingest {

class ZipArchive {
public:
    /// `name` is what places call the archive. Errors: ArchiveDamaged and all refusals of entries at once.
    [[nodiscard]] static base::Result<std::unique_ptr<ZipArchive>> open_file(const std::string& path,
                                                                             const std::string& name);
    /// `bytes` must outlive the archive.
    [[nodiscard]] static base::Result<std::unique_ptr<ZipArchive>> open_bytes(std::string_view bytes,
                                                                              const std::string& name);

    /// Files only, in the archive's order.
    [[nodiscard]] const std::vector<InputEntry>& entries() const { return entries_; }
    [[nodiscard]] base::Result<std::unique_ptr<ByteStream>> open(std::size_t entry);

private:
    struct Discard {
        void operator()(zip* archive) const;
    };
    ZipArchive(zip* archive, std::string name, std::uint64_t size_bytes);
    [[nodiscard]] base::Outcome check_entries();
    void check_entry(std::uint64_t index, base::Errors& errors);

    std::unique_ptr<zip, Discard> archive_;
    std::string name_;
    std::uint64_t size_bytes_ = 0;  // of the archive
    std::vector<InputEntry> entries_;
    std::vector<std::uint64_t> indexes_;       // of entries_ in the archive
    std::vector<std::uint64_t> packed_bytes_;  // of entries_
    std::uint64_t total_bytes_ = 0;
};

}  // namespace kontor::ingest
