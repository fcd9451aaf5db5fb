// SPDX-License-Identifier: EUPL-1.2
// What a user hands over: a file, a gzip or zip archive, a spreadsheet, or the bytes of an upload. Archives
// are read as streams and never unpacked to disk; every entry of a zip is checked before any is read. Opening
// reads the whole input once for its fingerprint; streams cost what they deliver. One thread per Input; a
// stream must not outlive its Input.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/values.hpp"

namespace kontor::ingest {

/// Bytes, from front to end.
class ByteStream {
public:
    virtual ~ByteStream() = default;
    /// Fills `into` from its front and gives how many bytes were put there; 0 only at the end.
    [[nodiscard]] virtual base::Result<std::size_t> read(std::span<char> into) = 0;
};

enum class InputKind { Plain, Gzip, Zip, Spreadsheet };

/// One thing to read inside an input; a plain file and a gzip file have exactly one.
struct InputEntry {
    std::string name;              // path inside the archive, or the file's name
    std::uint64_t size_bytes = 0;  // unpacked; 0 when unknown
    model::Date modified;          // day of last change, when the archive tells
};

class Input {
public:
    /// Errors: FileUnreadable, FileEmpty, ArchiveDamaged and the Archive… refusals (all entries at once).
    [[nodiscard]] static base::Result<Input> open_file(const std::string& path);
    /// The same for bytes in memory; `name` is what reports call them.
    [[nodiscard]] static base::Result<Input> from_bytes(std::string name, std::string bytes);

    Input(Input&&) noexcept;
    Input& operator=(Input&&) noexcept;
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;
    ~Input();

    /// The file's name without its folders.
    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] InputKind kind() const;
    /// SHA-256 of the input as it was given, 64 hex digits.
    [[nodiscard]] const std::string& fingerprint() const;
    [[nodiscard]] const std::vector<InputEntry>& entries() const;
    /// How reports name an entry: "file.csv", or "archive.zip/project.csv".
    [[nodiscard]] std::string entry_name(std::size_t entry) const;
    /// A fresh stream over entry `entry` (< entries().size()). Reading it fails with ArchiveDamaged when the
    /// packed data is broken and with ArchiveEntryBomb when it unpacks to more than it may.
    [[nodiscard]] base::Result<std::unique_ptr<ByteStream>> open(std::size_t entry) const;

private:
    struct State;
    explicit Input(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Everything that `stream` still holds; FileTooLarge when that is more than `maximum_bytes`.
[[nodiscard]] base::Result<std::string> read_all(ByteStream& stream, std::size_t maximum_bytes);

}  // namespace kontor::ingest
