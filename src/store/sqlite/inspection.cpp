// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/inspection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "store/sqlite/failure.hpp"
#include "store/sqlite/known_ids.hpp"
#include "store/sqlite/references_check.hpp"
#include "store/sqlite/transaction.hpp"

namespace kontor::store::sqlite {
namespace {

class Inspection {
public:
    explicit Inspection(Session& session) : session_(session) {}

    void check_structure() {
        Statement integrity(session_.connection(), "PRAGMA integrity_check");
        while (integrity.step()) {
            if (integrity.text(0) != "ok") add("integrity: " + std::string(integrity.text(0)));
        }
        Statement keys(session_.connection(), "PRAGMA foreign_key_check");
        while (keys.step())
            add(fmt::format("foreign key: {} refers to a missing {}", keys.text(0), keys.text(2)));
    }

    void check_feed() {
        Statement rows(session_.connection(), "SELECT \"sequence\" FROM \"change\" ORDER BY \"sequence\"");
        std::int64_t expected = 1;
        while (rows.step()) {
            const std::int64_t found = rows.integer(0);
            if (found != expected) add(fmt::format("change feed: {} follows {}", found, expected - 1));
            expected = found + 1;
        }
    }

    void check_records() {
        std::int64_t identifiers = 0;
        for (std::size_t i = 0; i < kKinds; ++i) {
            const auto kind = static_cast<model::RecordKind>(i);
            try {
                session_.table(kind).scan([&](model::Record&& record) {
                    check_record(record, identifiers);
                    return faults_.size() < base::limits::kFaultsReported;
                });
            } catch (const Failure& failure) {
                add(fmt::format("{}: {}", model::word(kind), failure.what()));
            }
        }
        const auto kept = session_.connection().integer("SELECT count(*) FROM \"identifier\"");
        if (kept != identifiers)
            add(fmt::format("identifiers: {} kept, {} in the records", kept, identifiers));
    }

    [[nodiscard]] std::vector<std::string> take() { return std::move(faults_); }

private:
    void check_record(const model::Record& record, std::int64_t& identifiers) {
        base::Errors errors;
        check_references(session_, known_, record, errors);
        for (const base::Error& error : errors) {
            add(fmt::format("{} {}: {}", model::word(model::kind_of(record)), model::id_of(record),
                            base::sentence(error, "en")));
        }
        const auto* carried = identifiers_of(record);
        if (carried == nullptr) return;
        for (auto each = carried->begin(); each != carried->end(); ++each) {
            if (std::find(carried->begin(), each, *each) != each) continue;
            ++identifiers;
        }
    }
    void add(std::string fault) {
        if (faults_.size() < base::limits::kFaultsReported) faults_.push_back(std::move(fault));
    }

    Session& session_;
    KnownIds known_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> inspect_database(Session& session) {
    const Transaction snapshot(session.connection(), Begin::Reading);
    Inspection inspection(session);
    inspection.check_structure();
    inspection.check_feed();
    inspection.check_records();
    return inspection.take();
}

std::string structural_fault(Connection& connection) {
    const std::string integrity = connection.text("PRAGMA integrity_check(1)");
    if (integrity != "ok") return integrity;
    const std::string orphan = connection.text("PRAGMA foreign_key_check");
    return orphan.empty() ? std::string() : "dangling reference in " + orphan;
}

}  // namespace kontor::store::sqlite
