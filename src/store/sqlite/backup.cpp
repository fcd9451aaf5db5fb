// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/backup.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <vector>

#include "store/sqlite/failure.hpp"
#include "store/sqlite/inspection.hpp"
#include "store/sqlite/migrator.hpp"
#include "store/sqlite/transaction.hpp"

namespace kontor::store::sqlite {
namespace {

using base::Error;
using base::ErrorCode;
namespace files = std::filesystem;

constexpr int kPagesPerStep = 2'000;

Error damaged(const std::string& file, std::string reason) {
    return {ErrorCode::BackupDamaged, {{"file", file}, {"reason", std::move(reason)}}, {}, {}};
}

Error unreadable(const std::string& file, int error) {
    return {ErrorCode::FileUnreadable, {{"file", file}, {"reason", std::strerror(error)}}, {}, {}};
}

std::optional<Error> taken(const std::string& path) {
    std::error_code ignored;
    if (!files::exists(files::symlink_status(path, ignored))) return std::nullopt;
    return Error{ErrorCode::TargetExists, {{"target", path}}, {}, {}};
}

/// The unfinished copy beside its place; removed unless it gets its name.
class PartialFile {
public:
    explicit PartialFile(const std::string& target)
        : target_(target), path_(target + ".partial-" + std::to_string(::getpid())) {
        remove();
    }
    ~PartialFile() { remove(); }
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }

    /// Forces it to the disk and gives it its name, never that of an existing file.
    [[nodiscard]] base::Outcome keep() {
        if (!synchronise(path_)) return unreadable(path_, errno);
        if (::link(path_.c_str(), target_.c_str()) != 0) {
            if (errno == EEXIST) return Error{ErrorCode::TargetExists, {{"target", target_}}, {}, {}};
            return unreadable(target_, errno);
        }
        const auto folder = files::absolute(target_).parent_path();
        if (!synchronise(folder.string())) return unreadable(target_, errno);
        return base::Done{};
    }

private:
    static bool synchronise(const std::string& path) {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) return false;
        const bool done = ::fsync(file) == 0;
        ::close(file);
        return done;
    }
    void remove() const {
        std::error_code ignored;
        for (const char* part : {"", "-journal", "-wal", "-shm"}) files::remove(path_ + part, ignored);
    }

    std::string target_;
    std::string path_;
};

enum class Copied { Whole, Stopped };

Copied copy_pages(Connection& from, Connection& to, base::Progress& progress) {
    struct Finish {
        void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
    };
    const std::unique_ptr<sqlite3_backup, Finish> backup(
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
    if (!backup) throw Failure(sqlite3_errmsg(to.handle()), "backup");
    for (;;) {
        const int status = sqlite3_backup_step(backup.get(), kPagesPerStep);
        const auto total = static_cast<std::uint64_t>(sqlite3_backup_pagecount(backup.get()));
        const auto remaining = static_cast<std::uint64_t>(sqlite3_backup_remaining(backup.get()));
        progress.report("backup", total - remaining, total);
        if (status == SQLITE_DONE) return Copied::Whole;
        if (status != SQLITE_OK) throw Failure(sqlite3_errstr(status), "backup");
        if (progress.stop_requested()) return Copied::Stopped;
    }
}

std::vector<std::uint64_t> record_counts(Connection& connection) {
    auto tables = make_record_tables(connection);
    std::vector<std::uint64_t> counts;
    for (const auto& table : tables) counts.push_back(table->count());
    for (const auto& table : make_desk_tables(connection)) counts.push_back(table->count());
    for (const char* log : {"SELECT count(*) FROM \"change\"", "SELECT count(*) FROM \"audit\""}) {
        counts.push_back(static_cast<std::uint64_t>(connection.integer(log)));
    }
    return counts;
}

base::Outcome copy_verified(Connection& source, const std::string& path, base::Progress& progress) {
    if (auto exists = taken(path)) return *exists;
    PartialFile partial(path);
    {
        // One snapshot: a backup that sees somebody else write would begin again with every write.
        const Transaction snapshot(source, Begin::Reading);
        Connection copy(partial.path(), Access::Create);
        copy.execute("PRAGMA synchronous = OFF");
        if (copy_pages(source, copy, progress) == Copied::Stopped)
            return Error{ErrorCode::Stopped, {}, {}, {}};
        // A single file, without a log beside it.
        static_cast<void>(copy.text("PRAGMA journal_mode = DELETE"));
        if (const std::string fault = structural_fault(copy); !fault.empty()) return damaged(path, fault);
        if (record_counts(copy) != record_counts(source)) return damaged(path, "record counts differ");
    }
    return partial.keep();
}

}  // namespace

base::Outcome back_up(Session& source, const std::string& path, base::Progress& progress) {
    return copy_verified(source.connection(), path, progress);
}

base::Outcome restore(const std::string& from, const std::string& to) {
    if (auto exists = taken(to)) return *exists;
    if (::access(from.c_str(), R_OK) != 0) return unreadable(from, errno);
    try {
        Connection source(from, Access::ReadOnly);
        if (const auto sound = check_schema(source, from); !sound) {
            if (sound.errors().front().code == ErrorCode::DatabaseNewer) return sound.errors();
            return damaged(from, sound.errors().front().arguments.back().second);
        }
        if (const std::string fault = structural_fault(source); !fault.empty()) return damaged(from, fault);
        base::SilentProgress silent;
        return copy_verified(source, to, silent);
    } catch (const Failure& failure) {
        Error error = damaged(from, failure.what());
        error.detail = failure.statement();
        return error;
    }
}

}  // namespace kontor::store::sqlite
