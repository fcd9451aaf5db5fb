// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/sqlite_store.hpp"

#include <filesystem>
#include <system_error>

#include "store/sqlite/backup.hpp"
#include "store/sqlite/failure.hpp"
#include "store/sqlite/inspection.hpp"
#include "store/sqlite/migrator.hpp"
#include "store/sqlite/reference_fields.hpp"
#include "store/sqlite/transaction.hpp"

namespace kontor::store {
namespace sqlite {
namespace {

using base::Error;
using base::ErrorCode;

Error not_indexed(model::RecordKind kind, std::string_view field) {
    std::string allowed;
    for (const ReferenceField& each : reference_fields()) {
        if (each.from != kind || each.lookup != Lookup::Indexed) continue;
        allowed += (allowed.empty() ? "" : ", ") + std::string(each.column);
    }
    return {ErrorCode::ParameterUnknown, {{"parameter", std::string(field)}, {"allowed", allowed}}, {}, {}};
}

}  // namespace

/// A session to read with: one from the pool, or the only one there is, locked.
class SqliteStore::Reading {
public:
    explicit Reading(const SqliteStore& store) : pool_(store.pool_) {
        if (is_memory(store.path_)) {
            lock_ = std::unique_lock(store.mutex_);
            session_ = store.writer_.get();
        } else {
            own_ = pool_.take();
            session_ = own_.get();
        }
    }
    ~Reading() {
        if (own_) pool_.give_back(std::move(own_));
    }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    [[nodiscard]] Session& session() { return *session_; }

private:
    SessionPool& pool_;
    std::unique_lock<std::mutex> lock_;
    std::unique_ptr<Session> own_;
    Session* session_ = nullptr;
};

SqliteStore::SqliteStore(std::string path, std::unique_ptr<Session> writer, const base::Clock& clock)
    : path_(std::move(path)),
      clock_(clock),
      writer_(std::move(writer)),
      batches_(*writer_, clock),
      pool_(path_) {}

template <class T, class Body>
base::Result<T> SqliteStore::guarded(const Body& body) const {
    try {
        return body();
    } catch (const Failure& failure) {
        return unusable(path_, failure);
    }
}

template <class T, class Body>
base::Result<T> SqliteStore::reading(const Body& body) const {
    return guarded<T>([&]() -> base::Result<T> {
        Reading reading(*this);
        return body(reading.session());
    });
}

base::Result<WriteReport> SqliteStore::write(const WriteBatch& batch) {
    const std::lock_guard lock(mutex_);
    return guarded<WriteReport>([&] { return batches_.write(batch); });
}

base::Result<std::optional<model::Record>> SqliteStore::read(model::RecordKind kind,
                                                             std::string_view id) const {
    return reading<std::optional<model::Record>>(
        [&](Session& session) { return session.table(kind).read(id); });
}

base::Outcome SqliteStore::scan(model::RecordKind kind,
                                const std::function<bool(model::Record&&)>& visit) const {
    if (!is_memory(path_)) {
        return reading<base::Done>([&](Session& session) {
            session.table(kind).scan(visit);
            return base::Done{};
        });
    }
    // The only session there is must be free while `visit` runs, because `visit` may call the store.
    auto records = reading<std::vector<model::Record>>([&](Session& session) {
        std::vector<model::Record> all;
        session.table(kind).scan([&](model::Record&& record) {
            all.push_back(std::move(record));
            return true;
        });
        return all;
    });
    if (!records) return records.errors();
    for (model::Record& record : records.value()) {
        if (!visit(std::move(record))) break;
    }
    return base::Done{};
}

base::Result<std::vector<model::Record>> SqliteStore::referring(model::RecordKind kind,
                                                                std::string_view field,
                                                                std::string_view id) const {
    if (indexed_reference(kind, field) == nullptr) return not_indexed(kind, field);
    return reading<std::vector<model::Record>>(
        [&](Session& session) { return session.table(kind).referring(field, id, Depth::Whole); });
}

base::Result<std::optional<std::string>> SqliteStore::find_identifier(model::RecordKind kind,
                                                                      std::string_view scheme,
                                                                      std::string_view value) const {
    return reading<std::optional<std::string>>(
        [&](Session& session) { return session.identifiers().find(kind, scheme, value); });
}

base::Result<std::vector<std::string>> SqliteStore::carriers(model::RecordKind kind, std::string_view scheme,
                                                             std::string_view value) const {
    return reading<std::vector<std::string>>([&](Session& session) {
        return session.identifiers().carriers(kind, {std::string(scheme), std::string(value)});
    });
}

base::Result<std::uint64_t> SqliteStore::count(model::RecordKind kind) const {
    return reading<std::uint64_t>([&](Session& session) { return session.table(kind).count(); });
}

base::Result<std::uint64_t> SqliteStore::last_sequence() const {
    return reading<std::uint64_t>([&](Session& session) { return session.feed().last(); });
}

base::Result<std::vector<Change>> SqliteStore::changes_since(std::uint64_t after, std::size_t limit) const {
    return reading<std::vector<Change>>([&](Session& session) { return session.feed().since(after, limit); });
}

base::Result<std::vector<Change>> SqliteStore::changes_before(std::uint64_t before, std::size_t limit,
                                                              std::string_view actor) const {
    return reading<std::vector<Change>>(
        [&](Session& session) { return session.feed().before(before, limit, actor); });
}

base::Result<std::uint64_t> SqliteStore::version(model::RecordKind kind, std::string_view id) const {
    return reading<std::uint64_t>([&](Session& session) { return session.feed().version(kind, id); });
}

base::Result<std::vector<Step>> SqliteStore::history(model::RecordKind kind, std::string_view id) const {
    return reading<std::vector<Step>>([&](Session& session) { return session.feed().history(kind, id); });
}

base::Result<std::vector<Erasure>> SqliteStore::earlier_where(
    const std::function<bool(std::string_view json)>& is_wanted) const {
    return reading<std::vector<Erasure>>(
        [&](Session& session) { return session.feed().earlier_where(is_wanted); });
}

base::Result<std::vector<Step>> SqliteStore::batch(std::uint64_t batch, std::size_t limit) const {
    return reading<std::vector<Step>>([&](Session& session) { return session.feed().batch(batch, limit); });
}

base::Result<std::optional<model::DeskRecord>> SqliteStore::read_desk(model::DeskKind kind,
                                                                      std::string_view id) const {
    return reading<std::optional<model::DeskRecord>>(
        [&](Session& session) { return session.table(kind).read(id); });
}

base::Result<std::vector<model::DeskRecord>> SqliteStore::all_desk(model::DeskKind kind) const {
    return reading<std::vector<model::DeskRecord>>([&](Session& session) {
        std::vector<model::DeskRecord> all;
        session.table(kind).scan([&](model::DeskRecord&& record) {
            all.push_back(std::move(record));
            return true;
        });
        return all;
    });
}

base::Result<std::vector<model::DeskRecord>> SqliteStore::desk_found(model::DeskKind kind,
                                                                     std::string_view field,
                                                                     std::string_view value,
                                                                     Depth depth) const {
    if (!is_desk_index(kind, field)) {
        return Error{
            ErrorCode::ParameterUnknown, {{"parameter", std::string(field)}, {"allowed", ""}}, {}, {}};
    }
    return reading<std::vector<model::DeskRecord>>(
        [&](Session& session) { return session.table(kind).referring(field, value, depth); });
}

base::Result<std::vector<model::DeskRecord>> SqliteStore::desk_where(model::DeskKind kind,
                                                                     std::string_view field,
                                                                     std::string_view value) const {
    return desk_found(kind, field, value, Depth::Whole);
}

base::Result<std::vector<model::DeskRecord>> SqliteStore::desk_heads_where(model::DeskKind kind,
                                                                           std::string_view field,
                                                                           std::string_view value) const {
    return desk_found(kind, field, value, Depth::Heads);
}

base::Result<std::vector<AuditEntry>> SqliteStore::audit(const AuditQuery& query) const {
    return reading<std::vector<AuditEntry>>([&](Session& session) { return session.audit().read(query); });
}

base::Result<ImportRun> SqliteStore::begin_import(std::string_view kind, std::string_view file,
                                                  std::string_view fingerprint) {
    const std::lock_guard lock(mutex_);
    return guarded<ImportRun>([&] {
        Transaction transaction(writer_->connection(), Begin::Writing);
        ImportRun run =
            writer_->ledger().begin(kind, file, fingerprint, clock_.now().time_since_epoch().count());
        transaction.commit();
        return run;
    });
}

base::Outcome SqliteStore::finish_import(const ImportRun& run) {
    const std::lock_guard lock(mutex_);
    return guarded<base::Done>([&]() -> base::Outcome {
        Transaction transaction(writer_->connection(), Begin::Writing);
        if (!writer_->ledger().finish(run, clock_.now().time_since_epoch().count())) {
            return Error{ErrorCode::RecordNotFound, {{"kind", "import"}, {"id", run.id}}, {}, {}};
        }
        transaction.commit();
        return base::Done{};
    });
}

base::Result<std::vector<ImportRun>> SqliteStore::imports() const {
    return reading<std::vector<ImportRun>>([&](Session& session) { return session.ledger().all(); });
}

base::Outcome SqliteStore::backup(const std::string& path, base::Progress& progress) const {
    return reading<base::Done>([&](Session& session) { return back_up(session, path, progress); });
}

base::Result<std::vector<std::string>> SqliteStore::inspect() const {
    return reading<std::vector<std::string>>([&](Session& session) { return inspect_database(session); });
}

}  // namespace sqlite

base::Result<std::unique_ptr<Store>> open_sqlite(const std::string& path, OpenMode mode,
                                                 const base::Clock& clock) {
    std::error_code ignored;
    if (mode == OpenMode::Existing && !std::filesystem::exists(path, ignored)) {
        return base::Error{base::ErrorCode::FileUnreadable,
                           {{"file", path},
                            {"reason", std::make_error_code(std::errc::no_such_file_or_directory).message()}},
                           {},
                           {}};
    }
    try {
        const auto access = mode == OpenMode::Create ? sqlite::Access::Create : sqlite::Access::ReadWrite;
        {
            // Looked at before anything is changed: a foreign file must stay as it is.
            sqlite::Connection first(path, access);
            const bool is_new = first.integer("SELECT count(*) FROM sqlite_schema") == 0;
            if (!is_new || mode == OpenMode::Existing) {
                if (const auto sound = sqlite::check_schema(first, path); !sound) return sound.errors();
            }
        }
        auto writer = std::make_unique<sqlite::Session>(path, access);
        if (const auto done = sqlite::migrate(writer->connection(), path, clock); !done) return done.errors();
        return std::unique_ptr<Store>(std::make_unique<sqlite::SqliteStore>(path, std::move(writer), clock));
    } catch (const sqlite::Failure& failure) {
        return sqlite::unusable(path, failure);
    }
}

base::Outcome restore_sqlite(const std::string& from, const std::string& to) {
    return sqlite::restore(from, to);
}

}  // namespace kontor::store
