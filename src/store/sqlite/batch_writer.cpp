// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/batch_writer.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/limits.hpp"
#include "codec/record_json.hpp"
#include "store/sqlite/references_check.hpp"
#include "store/sqlite/transaction.hpp"

namespace kontor::store::sqlite {
namespace {

/// The last gate behind every door: what a reader overlooked or a merge made is refused here.
base::Errors record_faults(const WriteBatch& batch) {
    base::Errors faults;
    for (const model::Record& record : batch.puts) {
        base::Errors own = model::validate(record);
        faults.insert(faults.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
        if (faults.size() >= base::limits::kFaultsReported) break;
    }
    return faults;
}

bool has_new_identifiers(const model::Record* before, const model::Record& after) {
    const auto* now = identifiers_of(after);
    const auto* known = before == nullptr ? nullptr : identifiers_of(*before);
    return now != nullptr && !now->empty() && (known == nullptr || *known != *now);
}

/// What was learnt in a transaction that is rolled back is not true.
class Forgetting {
public:
    explicit Forgetting(KnownIds& known) : known_(&known) {}
    ~Forgetting() {
        if (known_ != nullptr) known_->forget_all();
    }
    Forgetting(const Forgetting&) = delete;
    Forgetting& operator=(const Forgetting&) = delete;
    void cancel() { known_ = nullptr; }

private:
    KnownIds* known_;
};

}  // namespace

struct BatchWriter::Progressing {
    WriteReport report;
    const std::string& actor;
    std::int64_t now = 0;
    std::uint64_t first = 0;  // sequence of the first change
    std::vector<const model::Record*> written;
    std::vector<const model::Record*> identified;  // those whose identifiers are new
    std::vector<Erasure> erased;
    base::Errors faults;
};

base::Result<WriteReport> BatchWriter::write(const WriteBatch& batch) {
    if (base::Errors faults = record_faults(batch); !faults.empty()) return faults;
    Progressing state{.report = {},
                      .actor = batch.actor,
                      .now = clock_.now().time_since_epoch().count(),
                      .first = 0,
                      .written = {},
                      .identified = {},
                      .erased = {},
                      .faults = {}};
    Forgetting unless_committed(known_);
    Transaction transaction(session_.connection(), Begin::Writing);
    known_.synchronise(session_.connection());
    state.report.last_sequence = session_.feed().last();
    state.first = state.report.last_sequence + 1;
    check_expected(batch, state);
    if (!state.faults.empty()) return std::move(state.faults);
    for (const model::Record& record : batch.puts) put(record, state);
    for (const Erasure& erasure : batch.erasures) erase(erasure, state);
    check(batch, state);
    if (!state.faults.empty()) return std::move(state.faults);
    if (batch.intent == WriteBatch::Intent::Try) return state.report;
    for (const Erasure& record : batch.forgotten) session_.feed().forget(record.kind, record.id);
    for (const Redaction& redaction : batch.redactions) session_.feed().redact(redaction);
    write_desk(batch, state);
    transaction.commit();
    unless_committed.cancel();
    return state.report;
}

void BatchWriter::put(const model::Record& record, Progressing& state) {
    const model::RecordKind kind = model::kind_of(record);
    const std::string& id = model::id_of(record);
    RecordTable& table = session_.table(kind);
    const auto before = table.read(id);
    if (before && *before == record) {
        ++state.report.unchanged;
        return;
    }
    if (before) {
        table.update(record);
        ++state.report.updated;
    } else {
        table.insert(record);
        ++state.report.inserted;
    }
    session_.identifiers().replace(before ? &*before : nullptr, &record);
    known_.add(kind, id);
    state.written.push_back(&record);
    if (has_new_identifiers(before ? &*before : nullptr, record)) state.identified.push_back(&record);
    note({kind, id}, ChangeType::Put, before ? &*before : nullptr, state);
}

void BatchWriter::erase(const Erasure& erasure, Progressing& state) {
    RecordTable& table = session_.table(erasure.kind);
    const auto before = table.read(erasure.id);
    if (!before) return;
    session_.identifiers().replace(&*before, nullptr);
    table.erase(erasure.id);
    ++state.report.erased;
    state.erased.push_back(erasure);
    note(erasure, ChangeType::Erased, &*before, state);
}

void BatchWriter::check(const WriteBatch& batch, Progressing& state) {
    if (!state.erased.empty()) {
        known_.forget_all();
        check_erasures(session_, state.erased, state.faults);
    }
    // Put and erased in one batch: nothing of it is left to be checked.
    const auto is_gone = [&](const model::Record& record) {
        return !state.erased.empty() &&
               !session_.table(model::kind_of(record)).contains(model::id_of(record));
    };
    for (const model::Record* record : state.written) {
        if (!is_gone(*record)) check_references(session_, known_, *record, state.faults);
    }
    for (const model::Record* record : state.identified) {
        if (!is_gone(*record)) session_.identifiers().check(*record, batch.unseen, state.faults);
    }
    if (batch.mark && state.faults.empty() && !session_.ledger().mark(*batch.mark)) {
        state.faults.push_back(
            {base::ErrorCode::RecordNotFound, {{"kind", "import"}, {"id", batch.mark->run}}, {}, {}});
    }
}

void BatchWriter::check_expected(const WriteBatch& batch, Progressing& state) {
    for (const Expectation& expected : batch.expected) {
        if (session_.feed().version(expected.kind, expected.id) == expected.version) continue;
        state.faults.push_back({base::ErrorCode::EditConflict,
                                {{"kind", std::string(model::word(expected.kind))}, {"id", expected.id}},
                                {},
                                {}});
    }
}

void BatchWriter::write_desk(const WriteBatch& batch, const Progressing& state) {
    for (const model::DeskRecord& record : batch.desk_puts) {
        DeskTable& table = session_.table(model::kind_of(record));
        if (table.contains(model::id_of(record))) {
            table.update(record);
        } else {
            table.insert(record);
        }
    }
    for (const DeskErasure& erasure : batch.desk_erasures) session_.table(erasure.kind).erase(erasure.id);
    for (AuditEntry entry : batch.audit) {
        entry.at = state.now;
        if (entry.actor.empty()) entry.actor = state.actor;
        session_.audit().append(entry);
    }
}

void BatchWriter::note(const Erasure& record, ChangeType type, const model::Record* before,
                       Progressing& state) {
    const Change change{.sequence = ++state.report.last_sequence,
                        .kind = record.kind,
                        .id = record.id,
                        .type = type,
                        .actor = state.actor,
                        .at = state.now};
    const std::string said = before == nullptr ? std::string() : codec::to_text(codec::to_json(*before));
    session_.feed().append(change, state.first, said);
}

}  // namespace kontor::store::sqlite
