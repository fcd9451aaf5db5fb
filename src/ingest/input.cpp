// SPDX-License-Identifier: EUPL-1.2
#include "ingest/input.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/limits.hpp"
#include "ingest/byte_streams.hpp"
#include "ingest/digest.hpp"
#include "ingest/places.hpp"
#include "ingest/zip_archive.hpp"

namespace kontor::ingest {
namespace {

using base::Error;
using base::ErrorCode;

struct FirstLook {
    std::string fingerprint;
    std::string magic;  // the first bytes
    std::uint64_t size_bytes = 0;
};

base::Result<FirstLook> look_through(ByteStream& stream) {
    Sha256 digest;
    FirstLook look;
    std::array<char, 65536> block{};
    for (;;) {
        const auto got = stream.read(block);
        if (!got) return got.errors();
        if (got.value() == 0) break;
        if (look.magic.empty()) look.magic.assign(block.data(), std::min<std::size_t>(got.value(), 4));
        look.size_bytes += got.value();
        digest.add({block.data(), got.value()});
    }
    look.fingerprint = digest.hex();
    return look;
}

// "PK\5\6" begins an archive without entries, "PK\7\8" a part of a split one: both are zip, and told as such.
bool is_zip(std::string_view magic) {
    return magic.size() == 4 && magic.starts_with("PK") && (magic[2] == 3 || magic[2] == 5 || magic[2] == 7);
}

bool is_gzip(std::string_view magic) {
    return magic.starts_with("\x1f\x8b");
}

}  // namespace

struct Input::State {
    std::string name;
    InputKind kind = InputKind::Plain;
    std::string fingerprint;
    std::string path;  // empty: `bytes` hold the content
    std::string bytes;
    std::vector<InputEntry> entries;
    std::unique_ptr<ZipArchive> archive;

    [[nodiscard]] base::Result<std::unique_ptr<ByteStream>> raw_stream() const {
        if (path.empty()) return open_memory_stream(bytes);
        return open_file_stream(path, name);
    }

    [[nodiscard]] base::Outcome look() {
        auto stream = raw_stream();
        if (!stream) return stream.errors();
        auto looked = look_through(*stream.value());
        if (!looked) return looked.errors();
        const FirstLook& first = looked.value();
        if (first.size_bytes == 0) return Error{ErrorCode::FileEmpty, {}, in_file(name), {}};
        fingerprint = first.fingerprint;
        if (is_zip(first.magic)) return open_zip();
        kind = is_gzip(first.magic) ? InputKind::Gzip : InputKind::Plain;
        InputEntry entry{name, kind == InputKind::Plain ? first.size_bytes : 0, {}};
        if (kind == InputKind::Gzip && entry.name.ends_with(".gz")) entry.name.resize(entry.name.size() - 3);
        entries.push_back(std::move(entry));
        return base::Done{};
    }

    [[nodiscard]] base::Outcome open_zip() {
        auto opened = path.empty() ? ZipArchive::open_bytes(bytes, name) : ZipArchive::open_file(path, name);
        if (!opened) return opened.errors();
        archive = std::move(opened).value();
        entries = archive->entries();
        const bool is_spreadsheet = std::any_of(entries.begin(), entries.end(), [](const InputEntry& entry) {
            return entry.name == "xl/workbook.xml";
        });
        kind = is_spreadsheet ? InputKind::Spreadsheet : InputKind::Zip;
        return base::Done{};
    }
};

Input::Input(std::unique_ptr<State> state) : state_(std::move(state)) {}
Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;
Input::~Input() = default;

base::Result<Input> Input::open_file(const std::string& path) {
    auto state = std::make_unique<State>();
    state->name = std::filesystem::path(path).filename().string();
    if (state->name.empty()) state->name = path;
    state->path = path.empty() ? "." : path;
    if (auto looked = state->look(); !looked) return looked.errors();
    return Input(std::move(state));
}

base::Result<Input> Input::from_bytes(std::string name, std::string bytes) {
    auto state = std::make_unique<State>();
    state->name = std::move(name);
    state->bytes = std::move(bytes);
    if (auto looked = state->look(); !looked) return looked.errors();
    return Input(std::move(state));
}

const std::string& Input::name() const {
    return state_->name;
}
InputKind Input::kind() const {
    return state_->kind;
}
const std::string& Input::fingerprint() const {
    return state_->fingerprint;
}
const std::vector<InputEntry>& Input::entries() const {
    return state_->entries;
}

std::string Input::entry_name(std::size_t entry) const {
    if (state_->archive == nullptr || state_->kind == InputKind::Spreadsheet) return state_->name;
    return state_->name + "/" + state_->entries[entry].name;
}

base::Result<std::unique_ptr<ByteStream>> Input::open(std::size_t entry) const {
    if (state_->archive != nullptr) return state_->archive->open(entry);
    auto stream = state_->raw_stream();
    if (!stream || state_->kind == InputKind::Plain) return stream;
    return open_gzip_stream(std::move(stream).value(), state_->name);
}

base::Result<std::string> read_all(ByteStream& stream, std::size_t maximum_bytes) {
    std::string out;
    std::array<char, 65536> block{};
    for (;;) {
        const auto got = stream.read(block);
        if (!got) return got.errors();
        if (got.value() == 0) return out;
        if (out.size() + got.value() > maximum_bytes) {
            return Error{ErrorCode::FileTooLarge, {{"maximum", std::to_string(maximum_bytes)}}, {}, {}};
        }
        out.append(block.data(), got.value());
    }
}

}  // namespace kontor::ingest
