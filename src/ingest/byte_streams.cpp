// SPDX-License-Identifier: EUPL-1.2
#include "ingest/byte_streams.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/limits.hpp"
#include "ingest/places.hpp"

namespace kontor::ingest {
namespace {

namespace limits = base::limits;
using base::Error;
using base::ErrorCode;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

Error unreadable(const std::string& name, int reason) {
    if (reason == ENOENT) return {ErrorCode::FileMissing, {{"file", name}}, in_file(name), {}};
    return {ErrorCode::FileUnreadable,
            {{"file", name}, {"reason", std::generic_category().message(reason)}},
            in_file(name),
            {}};
}

class FileStream final : public ByteStream {
public:
    FileStream(std::unique_ptr<std::FILE, CloseFile> file, std::string name)
        : file_(std::move(file)), name_(std::move(name)) {}
    base::Result<std::size_t> read(std::span<char> into) override {
        errno = 0;
        const std::size_t got = std::fread(into.data(), 1, into.size(), file_.get());
        if (got == 0 && std::ferror(file_.get()) != 0) return unreadable(name_, errno);
        return got;
    }

private:
    std::unique_ptr<std::FILE, CloseFile> file_;
    std::string name_;
};

class MemoryStream final : public ByteStream {
public:
    explicit MemoryStream(std::string_view rest) : rest_(rest) {}
    base::Result<std::size_t> read(std::span<char> into) override {
        const std::size_t count = std::min(into.size(), rest_.size());
        std::memcpy(into.data(), rest_.data(), count);
        rest_.remove_prefix(count);
        return count;
    }

private:
    std::string_view rest_;
};

class GzipStream final : public ByteStream {
public:
    GzipStream(std::unique_ptr<ByteStream> packed, std::string name)
        : packed_(std::move(packed)), name_(std::move(name)) {
        constexpr int kGzipWindow = 15 + 16;
        ready_ = inflateInit2(&state_, kGzipWindow) == Z_OK;
    }
    GzipStream(const GzipStream&) = delete;
    GzipStream& operator=(const GzipStream&) = delete;
    ~GzipStream() override { inflateEnd(&state_); }

    base::Result<std::size_t> read(std::span<char> into) override {
        if (!ready_) return damaged("out of memory");
        state_.next_out = reinterpret_cast<Bytef*>(into.data());
        state_.avail_out = static_cast<uInt>(std::min<std::size_t>(into.size(), 1U << 30U));
        const uInt wanted = state_.avail_out;
        while (state_.avail_out == wanted && !ended_) {
            if (auto done = step(); !done) return done.errors();
        }
        const std::size_t got = wanted - state_.avail_out;
        unpacked_ += got;
        if (unpacked_ > std::max(limits::kArchiveRatioFloor, taken_ * limits::kArchiveRatio)) return bomb();
        return got;
    }

private:
    base::Outcome step() {
        if (state_.avail_in == 0) {
            auto got = packed_->read(input_);
            if (!got) return got.errors();
            if (got.value() == 0) {
                if (!between_members_) return damaged("unexpected end of file");
                ended_ = true;
                return base::Done{};
            }
            taken_ += got.value();
            state_.next_in = reinterpret_cast<Bytef*>(input_.data());
            state_.avail_in = static_cast<uInt>(got.value());
        }
        between_members_ = false;
        const int result = inflate(&state_, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            between_members_ = true;
            inflateReset(&state_);
        } else if (result != Z_OK) {
            return damaged(state_.msg != nullptr ? state_.msg : "invalid data");
        }
        return base::Done{};
    }

    [[nodiscard]] Error damaged(std::string reason) const {
        return {ErrorCode::ArchiveDamaged, {}, in_file(name_), std::move(reason)};
    }
    [[nodiscard]] Error bomb() const {
        return {ErrorCode::ArchiveEntryBomb,
                {{"entry", name_}, {"maximum", std::to_string(limits::kArchiveRatio)}},
                in_file(name_),
                {}};
    }

    std::unique_ptr<ByteStream> packed_;
    std::string name_;
    z_stream state_{};
    bool ready_ = false;
    bool ended_ = false;
    bool between_members_ = false;
    std::uint64_t taken_ = 0;
    std::uint64_t unpacked_ = 0;
    std::array<char, 65536> input_{};
};

}  // namespace

base::Result<std::unique_ptr<ByteStream>> open_file_stream(const std::string& path, const std::string& name) {
    std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (!file) return unreadable(name, errno);
    return std::unique_ptr<ByteStream>(std::make_unique<FileStream>(std::move(file), name));
}

std::unique_ptr<ByteStream> open_memory_stream(std::string_view bytes) {
    return std::make_unique<MemoryStream>(bytes);
}

std::unique_ptr<ByteStream> open_gzip_stream(std::unique_ptr<ByteStream> packed, const std::string& name) {
    return std::make_unique<GzipStream>(std::move(packed), name);
}

}  // namespace kontor::ingest
