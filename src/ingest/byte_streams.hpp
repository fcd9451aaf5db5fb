// SPDX-License-Identifier: EUPL-1.2
// The plain kinds of ByteStream: a file, bytes in memory, and what a gzip stream unpacks to. One thread each.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/input.hpp"

namespace kontor::ingest {

/// Errors: FileUnreadable. `name` is what places call the file.
[[nodiscard]] base::Result<std::unique_ptr<ByteStream>> open_file_stream(const std::string& path,
                                                                         const std::string& name);

/// `bytes` must outlive the stream.
[[nodiscard]] std::unique_ptr<ByteStream> open_memory_stream(std::string_view bytes);

/// Unpacks `packed` (several gzip members one after the other are one stream). Reading fails with
/// ArchiveDamaged and, when it unpacks to more than kArchiveRatio times the packed bytes, with
/// ArchiveEntryBomb.
[[nodiscard]] std::unique_ptr<ByteStream> open_gzip_stream(std::unique_ptr<ByteStream> packed,
                                                           const std::string& name);

}  // namespace kontor::ingest
