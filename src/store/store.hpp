// SPDX-License-Identifier: EUPL-1.2
// What Kontor keeps, behind one interface; SQLite today, PostgreSQL beside it later. Writes are transactions
// with sequence numbers; readers follow the change feed. Any number of threads may call a Store; writes queue
// up one behind the other. No SQL leaves this room.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/progress.hpp"
#include "model/records.hpp"

namespace kontor::store {

enum class ChangeType { Put, Erased };

/// One entry of the change feed; sequence numbers are gapless per store, ascending from 1.
struct Change {
    std::uint64_t sequence = 0;
    model::RecordKind kind{};
    std::string id;
    ChangeType type = ChangeType::Put;
    std::string actor;
    std::int64_t at = 0;  // seconds since 1970, UTC
};

struct Erasure {
    model::RecordKind kind{};
    std::string id;
};

/// How far an import has come; written in the same transaction as its rows, so that a killed import resumes
/// exactly.
struct ImportMark {
    std::string run;         // ImportRun::id
    std::string stage;       // e.g. "participations"
    std::uint64_t done = 0;  // rows of that stage that are safely in
};

/// Written whole or not at all, puts in the given order before erasures. A put of a record equal to the
/// stored one changes nothing and makes no Change.
struct WriteBatch {
    std::vector<model::Record> puts;
    std::vector<Erasure> erasures;
    std::string actor;  // who writes: "system", "cli", later a user id
    std::optional<ImportMark> mark;
};

struct WriteReport {
    std::uint64_t inserted = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t erased = 0;
    std::uint64_t last_sequence = 0;
};

enum class ImportState { Running, Finished, Failed };

/// One import of one file: the ledger that makes imports resumable and repeatable.
struct ImportRun {
    std::string id;
    std::string kind;         // "cordis", "organisations", "vocabulary", "records"
    std::string file;         // as the user named it
    std::string fingerprint;  // SHA-256 of the content, hex
    ImportState state = ImportState::Running;
    std::string stage;
    std::uint64_t done = 0;
    std::int64_t started = 0;
    std::int64_t finished = 0;
    std::string report;  // JSON, opaque here
};

class Store {
public:
    virtual ~Store() = default;

    /// Atomic and durable when it returns. References must resolve within store and batch: every dangling one
    /// is a fault (ErrorCode::ReferenceUnknown) and nothing is written. Cost: one transaction, O(batch).
    [[nodiscard]] virtual base::Result<WriteReport> write(const WriteBatch& batch) = 0;

    [[nodiscard]] virtual base::Result<std::optional<model::Record>> read(model::RecordKind kind,
                                                                          std::string_view id) const = 0;

    /// All records of a kind in id order; return false from `visit` to stop. Consistent: sees one snapshot.
    [[nodiscard]] virtual base::Outcome scan(model::RecordKind kind,
                                             const std::function<bool(model::Record&&)>& visit) const = 0;

    /// Records of `kind` whose reference field `field` is `id` (e.g. Participation, "project"), in id order.
    /// Only indexed reference fields: membership.member/cluster, participation.project/organisation,
    /// claim.subject, call.programme, project.programme, topic.parent, region.parent.
    [[nodiscard]] virtual base::Result<std::vector<model::Record>> referring(model::RecordKind kind,
                                                                             std::string_view field,
                                                                             std::string_view id) const = 0;

    /// The organisation or project that carries this identifier, if any.
    [[nodiscard]] virtual base::Result<std::optional<std::string>> find_identifier(
        model::RecordKind kind, std::string_view scheme, std::string_view value) const = 0;

    [[nodiscard]] virtual base::Result<std::uint64_t> count(model::RecordKind kind) const = 0;
    [[nodiscard]] virtual base::Result<std::uint64_t> last_sequence() const = 0;
    /// Changes with sequence > `after`, ascending, at most `limit`.
    [[nodiscard]] virtual base::Result<std::vector<Change>> changes_since(std::uint64_t after,
                                                                          std::size_t limit) const = 0;

    /// The unfinished run for this kind and content if there is one, else a new one.
    [[nodiscard]] virtual base::Result<ImportRun> begin_import(std::string_view kind, std::string_view file,
                                                               std::string_view fingerprint) = 0;
    [[nodiscard]] virtual base::Outcome finish_import(const ImportRun& run) = 0;
    [[nodiscard]] virtual base::Result<std::vector<ImportRun>> imports() const = 0;

    /// A complete copy at `path` while reads and writes go on; verified (integrity check, record counts)
    /// before it gets its name. Fails if `path` exists.
    [[nodiscard]] virtual base::Outcome backup(const std::string& path, base::Progress& progress) const = 0;

    /// Faults found in the file itself: integrity, foreign keys, feed gaps. Empty when sound. Cost: reads
    /// everything.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> inspect() const = 0;
};

enum class OpenMode { Create, Existing };

/// Opens a SQLite database file (":memory:" for tests), migrating it forward to this version; refuses a file
/// from a newer version and a file that is not Kontor's.
[[nodiscard]] base::Result<std::unique_ptr<Store>> open_sqlite(const std::string& path, OpenMode mode,
                                                               const base::Clock& clock);

/// Verifies the backup at `from` and puts it in place as `to`; refuses to overwrite unless `to` is absent.
[[nodiscard]] base::Outcome restore_sqlite(const std::string& from, const std::string& to);

}  // namespace kontor::store
