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
#include "model/desk.hpp"
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

struct DeskErasure {
    model::DeskKind kind{};
    std::string id;
};

/// One step of a record's history: the change, and what the record said before it.
struct Step {
    Change change;
    std::uint64_t batch = 0;              // first sequence of what was written together
    std::optional<model::Record> before;  // nothing for a first version, or when it had to be forgotten
};

/// Rewrites what the earlier versions of a record said; for words that must not stand there any more.
struct Redaction {
    model::RecordKind kind{};
    std::string id;
    std::function<void(model::Record& before)> rewrite;  // called within the transaction; keeps kind and id
};

/// The version of a record is the sequence number of its last change, 0 while it does not exist.
struct Expectation {
    model::RecordKind kind{};
    std::string id;
    std::uint64_t version = 0;
};

/// One line of the audit log beside the change feed: what somebody did or saw. `action` is a word such as
/// "session.begun" or "record.revealed"; no secrets in `detail` (JSON).
struct AuditEntry {
    std::uint64_t sequence = 0;  // given by the store
    std::int64_t at = 0;         // given by the store
    std::string actor = {};
    std::string action = {};
    std::string subject_kind = {};
    std::string subject = {};
    std::string organisation = {};  // whose people are concerned; may be empty
    std::string detail = {};
};

/// What to read of the audit log; empty texts do not filter.
struct AuditQuery {
    std::string actor = {};
    std::string organisation = {};
    std::string subject = {};
    std::uint64_t before = 0;  // only sequences below this; 0: the newest
    std::size_t limit = 100;
};

/// How far an import has come; written in the same transaction as its rows, so that a killed import resumes
/// exactly.
struct ImportMark {
    std::string run = {};    // ImportRun::id
    std::string stage = {};  // e.g. "participations"
    std::uint64_t done = 0;  // rows of that stage that are safely in
};

/// Written whole or not at all, puts in the given order before erasures. A put of a record equal to the
/// stored one changes nothing and makes no Change.
struct WriteBatch {
    std::vector<model::Record> puts = {};
    std::vector<Erasure> erasures = {};
    std::string actor = {};  // who writes: "system", "cli", a user id
    std::optional<ImportMark> mark = {};
    /// Versions the writer has seen: if one is not the present one, EditConflict and nothing is written.
    std::vector<Expectation> expected = {};
    /// Records whose history must no longer say what they were; for the erasure of personal data.
    std::vector<Erasure> forgotten = {};
    /// After the puts, so that what they replaced is rewritten too.
    std::vector<Redaction> redactions = {};
    std::vector<model::DeskRecord> desk_puts = {};
    std::vector<DeskErasure> desk_erasures = {};
    std::vector<AuditEntry> audit = {};  // sequence and time are given by the store, an empty actor too
    /// What the writer cannot see: that such a record carries an identifier of a put is no fault, so that the
    /// refusal does not tell of it. Called within the transaction; must not read the store.
    std::function<bool(model::RecordKind, const std::string& id)> unseen = {};
    /// A trial finds all faults and says what would change, and then leaves everything as it was.
    enum class Intent { Write, Try } intent = Intent::Write;
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

/// Reading records: what the store gives whole, and others may give in part (service::VisibleRecords).
class Reader {
public:
    virtual ~Reader() = default;

    [[nodiscard]] virtual base::Result<std::optional<model::Record>> read(model::RecordKind kind,
                                                                          std::string_view id) const = 0;

    /// All records of a kind in id order; return false from `visit` to stop. Consistent: sees one snapshot.
    [[nodiscard]] virtual base::Outcome scan(model::RecordKind kind,
                                             const std::function<bool(model::Record&&)>& visit) const = 0;

    /// Records of `kind` whose reference field `field` is `id` (e.g. Participation, "project"), in id order.
    /// Only indexed reference fields: membership.member/cluster, participation.project/organisation,
    /// claim.subject, call.programme, project.programme, topic.parent, region.parent, person.organisation,
    /// disclosure.subject/owner.
    [[nodiscard]] virtual base::Result<std::vector<model::Record>> referring(model::RecordKind kind,
                                                                             std::string_view field,
                                                                             std::string_view id) const = 0;
};

class Store : public Reader {
public:
    /// Atomic and durable when it returns. Records must pass model::validate() and references resolve within
    /// store and batch: what does not is a fault and nothing is written. Cost: one transaction, O(batch).
    [[nodiscard]] virtual base::Result<WriteReport> write(const WriteBatch& batch) = 0;

    /// The organisation or project that carries this identifier; nothing when none or several do.
    [[nodiscard]] virtual base::Result<std::optional<std::string>> find_identifier(
        model::RecordKind kind, std::string_view scheme, std::string_view value) const = 0;

    /// All records that carry this identifier, in id order, at most ten.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> carriers(model::RecordKind kind,
                                                                          std::string_view scheme,
                                                                          std::string_view value) const = 0;

    [[nodiscard]] virtual base::Result<std::uint64_t> count(model::RecordKind kind) const = 0;
    [[nodiscard]] virtual base::Result<std::uint64_t> last_sequence() const = 0;
    /// Changes with sequence > `after`, ascending, at most `limit`.
    [[nodiscard]] virtual base::Result<std::vector<Change>> changes_since(std::uint64_t after,
                                                                          std::size_t limit) const = 0;

    /// Changes with sequence < `before` (0: all), newest first, at most `limit`; those of `actor` only unless
    /// it is empty.
    [[nodiscard]] virtual base::Result<std::vector<Change>> changes_before(std::uint64_t before,
                                                                           std::size_t limit,
                                                                           std::string_view actor) const = 0;

    [[nodiscard]] virtual base::Result<std::uint64_t> version(model::RecordKind kind,
                                                              std::string_view id) const = 0;
    /// All changes of a record, oldest first, with what it said before each.
    [[nodiscard]] virtual base::Result<std::vector<Step>> history(model::RecordKind kind,
                                                                  std::string_view id) const = 0;
    /// Records of which an earlier version pleases `is_wanted`, which is given it as JSON; by kind and id,
    /// each once. Must not call the store. Cost: reads all that the feed has kept.
    [[nodiscard]] virtual base::Result<std::vector<Erasure>> earlier_where(
        const std::function<bool(std::string_view json)>& is_wanted) const = 0;
    /// The changes that were written together, oldest first, at most `limit`. `batch` is Step::batch.
    [[nodiscard]] virtual base::Result<std::vector<Step>> batch(std::uint64_t batch,
                                                                std::size_t limit) const = 0;

    [[nodiscard]] virtual base::Result<std::optional<model::DeskRecord>> read_desk(
        model::DeskKind kind, std::string_view id) const = 0;
    /// In id order. Desk tables are small, but for mails: ask for those by state.
    [[nodiscard]] virtual base::Result<std::vector<model::DeskRecord>> all_desk(
        model::DeskKind kind) const = 0;
    /// Those whose `field` is `value`, in id order. Only user.email/skeleton/subject,
    /// grant.user/organisation, session.user, api_token.user/fingerprint, link.user/organisation, mail.state,
    /// draft.author/subject, care_offer.giver/taker, partner_note.organisation/partner/noted_by,
    /// press_item.organisation/digest/brought_by/group, press_claim.item/decided_by,
    /// press_memory.organisation, press_feed.organisation.
    [[nodiscard]] virtual base::Result<std::vector<model::DeskRecord>> desk_where(
        model::DeskKind kind, std::string_view field, std::string_view value) const = 0;
    /// The same for lists: the fields in a record's kLong are left empty.
    [[nodiscard]] virtual base::Result<std::vector<model::DeskRecord>> desk_heads_where(
        model::DeskKind kind, std::string_view field, std::string_view value) const = 0;
    /// Newest first.
    [[nodiscard]] virtual base::Result<std::vector<AuditEntry>> audit(const AuditQuery& query) const = 0;

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
