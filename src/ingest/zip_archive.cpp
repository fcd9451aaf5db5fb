// SPDX-License-Identifier: EUPL-1.2
#include "ingest/zip_archive.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <numeric>
#include <system_error>

#include "base/limits.hpp"
#include "ingest/places.hpp"

namespace kontor::ingest {
namespace {

namespace limits = base::limits;
using base::Error;
using base::ErrorCode;

struct CloseEntry {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

Error damaged(const std::string& name, std::string reason) {
    return {ErrorCode::ArchiveDamaged, {}, in_file(name), std::move(reason)};
}

std::uint64_t allowed_bytes(std::uint64_t packed_bytes) {
    return std::max(limits::kArchiveRatioFloor, packed_bytes * limits::kArchiveRatio);
}

Error bomb(const std::string& name, const std::string& entry) {
    return {ErrorCode::ArchiveEntryBomb,
            {{"entry", entry}, {"maximum", std::to_string(limits::kArchiveRatio)}},
            in_file(name),
            {}};
}

// The header's sizes may lie: what really comes out is counted.
class ZipStream final : public ByteStream {
public:
    ZipStream(zip_file_t* file, std::string archive, std::string entry, std::uint64_t allowed)
        : file_(file), archive_(std::move(archive)), entry_(std::move(entry)), allowed_(allowed) {}

    base::Result<std::size_t> read(std::span<char> into) override {
        const zip_int64_t got = zip_fread(file_.get(), into.data(), into.size());
        if (got < 0) return damaged(archive_ + "/" + entry_, zip_file_strerror(file_.get()));
        unpacked_ += static_cast<std::uint64_t>(got);
        if (unpacked_ > allowed_) return bomb(archive_, entry_);
        return static_cast<std::size_t>(got);
    }

private:
    std::unique_ptr<zip_file_t, CloseEntry> file_;
    std::string archive_;
    std::string entry_;
    std::uint64_t allowed_;
    std::uint64_t unpacked_ = 0;
};

bool leaves_archive(std::string_view name) {
    if (name.front() == '/' || name.find('\\') != std::string_view::npos) return true;
    if (name.size() >= 2 && name[1] == ':') return true;
    std::size_t begin = 0;
    while (begin <= name.size()) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        if (name.substr(begin, end - begin) == "..") return true;
        begin = end + 1;
    }
    return false;
}

bool has_control_character(std::string_view name) {
    return std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

// libzip turns the archive's wall clock into a time of this machine's zone; this turns it back.
model::Date day_of(std::time_t time) {
    std::tm parts{};
    if (localtime_r(&time, &parts) == nullptr) return {};
    const auto text = fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
    return model::Date::parse(text).value_or(model::Date{});
}

}  // namespace

void ZipArchive::Discard::operator()(zip* archive) const {
    zip_discard(archive);
}

ZipArchive::ZipArchive(zip* archive, std::string name, std::uint64_t size_bytes)
    : archive_(archive), name_(std::move(name)), size_bytes_(size_bytes) {}

base::Result<std::unique_ptr<ZipArchive>> ZipArchive::open_file(const std::string& path,
                                                                const std::string& name) {
    std::error_code failed;
    const std::uint64_t size_bytes = std::filesystem::file_size(path, failed);
    int code = 0;
    zip_t* raw = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (raw == nullptr) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        return damaged(name, reason);
    }
    std::unique_ptr<ZipArchive> archive(new ZipArchive(raw, name, failed ? 0 : size_bytes));
    if (auto checked = archive->check_entries(); !checked) return checked.errors();
    return archive;
}

base::Result<std::unique_ptr<ZipArchive>> ZipArchive::open_bytes(std::string_view bytes,
                                                                 const std::string& name) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* raw = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (raw == nullptr) {
        const std::string reason = zip_error_strerror(&error);
        zip_error_fini(&error);
        if (source != nullptr) zip_source_free(source);
        return damaged(name, reason);
    }
    zip_error_fini(&error);
    std::unique_ptr<ZipArchive> archive(new ZipArchive(raw, name, bytes.size()));
    if (auto checked = archive->check_entries(); !checked) return checked.errors();
    return archive;
}

base::Outcome ZipArchive::check_entries() {
    const auto count =
        static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive_.get(), 0), 0));
    if (count > limits::kArchiveEntries) {
        return Error{ErrorCode::ArchiveTooManyEntries,
                     {{"found", std::to_string(count)}, {"maximum", std::to_string(limits::kArchiveEntries)}},
                     in_file(name_),
                     {}};
    }
    base::Errors errors;
    for (std::uint64_t i = 0; i < count; ++i) check_entry(i, errors);
    if (total_bytes_ > limits::kArchiveBytes) {
        errors.push_back({ErrorCode::ArchiveTooLarge,
                          {{"maximum", std::to_string(limits::kArchiveBytes)}},
                          in_file(name_),
                          {}});
    }
    // Entries that share their packed bytes turn a small file into gigabytes without any ratio of their own.
    const std::uint64_t packed =
        std::accumulate(packed_bytes_.begin(), packed_bytes_.end(), std::uint64_t{0});
    if (errors.empty() && packed > size_bytes_)
        errors.push_back({ErrorCode::ArchiveOverlapping, {}, in_file(name_), {}});
    if (!errors.empty()) return errors;
    return base::Done{};
}

void ZipArchive::check_entry(std::uint64_t index, base::Errors& errors) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(archive_.get(), index, 0, &stat) != 0 || (stat.valid & kNeeded) != kNeeded) {
        errors.push_back(damaged(name_, zip_strerror(archive_.get())));
        return;
    }
    const std::string entry = stat.name;
    const auto refuse = [&](ErrorCode code, base::ErrorArguments more) {
        more.emplace_back("entry", entry);
        errors.push_back({code, std::move(more), in_file(name_), {}});
    };
    if (entry.empty() || has_control_character(entry)) {
        errors.push_back({ErrorCode::ArchiveEntryRefused, {}, in_file(name_), {}});
        return;
    }
    if (leaves_archive(entry)) {
        refuse(ErrorCode::ArchiveEntryPath, {});
        return;
    }
    if (entry.back() == '/') return;
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        refuse(ErrorCode::ArchiveEntryEncrypted, {});
        return;
    }
    if (stat.size > allowed_bytes(stat.comp_size)) {
        errors.push_back(bomb(name_, entry));
        return;
    }
    total_bytes_ += std::min<std::uint64_t>(stat.size, limits::kArchiveBytes + 1);
    const bool has_time = (stat.valid & ZIP_STAT_MTIME) != 0;
    entries_.push_back({entry, stat.size, has_time ? day_of(stat.mtime) : model::Date{}});
    indexes_.push_back(index);
    packed_bytes_.push_back(stat.comp_size);
}

base::Result<std::unique_ptr<ByteStream>> ZipArchive::open(std::size_t entry) {
    zip_file_t* file = zip_fopen_index(archive_.get(), indexes_[entry], 0);
    const std::string& name = entries_[entry].name;
    if (file == nullptr) return damaged(name_ + "/" + name, zip_strerror(archive_.get()));
    return std::unique_ptr<ByteStream>(
        std::make_unique<ZipStream>(file, name_, name, allowed_bytes(packed_bytes_[entry])));
}

}  // namespace kontor::ingest
