// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/references_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "store/sqlite/reference_fields.hpp"

namespace kontor::store::sqlite {
namespace {

using IdSet = std::set<std::string, std::less<>>;

std::string word_of(model::RecordKind kind) {
    return std::string(model::word(kind));
}

base::Error in_use(model::RecordKind kind, std::string_view id, const ReferenceField& field,
                   std::string_view by) {
    return {base::ErrorCode::RecordInUse,
            {{"kind", word_of(kind)},
             {"id", std::string(id)},
             {"by_kind", word_of(field.from)},
             {"by", std::string(by)},
             {"field", std::string(field.column)}},
            {},
            {}};
}

void check_indexed(Session& session, const ReferenceField& field, model::RecordKind kind, const IdSet& ids,
                   base::Errors& faults) {
    const bool any_kind = !field.to.has_value();
    Statement find(
        session.connection(),
        fmt::format("SELECT \"id\" FROM \"{0}\" WHERE \"{1}\" = ?1 {2} LIMIT 1", model::word(field.from),
                    field.column, any_kind ? "AND \"subject_kind\" = ?2" : ""));
    for (const std::string& id : ids) {
        const StatementScope scope(find);
        find.bind(1, std::string_view(id));
        if (any_kind) find.bind(2, model::word(kind));
        if (find.step()) faults.push_back(in_use(kind, id, field, find.text(0)));
    }
}

/// The ids of `ids` that stand as words in quotes in `json`; they have no character that JSON would escape.
std::vector<std::string> mentioned(std::string_view json, const IdSet& ids) {
    std::vector<std::string> found;
    for (std::size_t open = json.find('"'); open != std::string_view::npos;) {
        const std::size_t close = json.find('"', open + 1);
        if (close == std::string_view::npos) break;
        const auto id = ids.find(json.substr(open + 1, close - open - 1));
        if (id != ids.end()) found.push_back(*id);
        open = close;
    }
    return found;
}

bool refers(Session& session, const ReferenceField& field, std::string_view by, std::string_view id) {
    const auto record = session.table(field.from).read(by);
    if (!record) return false;
    const auto references = model::references(*record);
    return std::any_of(references.begin(), references.end(), [&](const model::Reference& reference) {
        return reference.kind == field.to && reference.id == id && reference.field.starts_with(field.column);
    });
}

void check_by_reading(Session& session, const ReferenceField& field, IdSet ids, base::Errors& faults) {
    Statement rows(
        session.connection(),
        fmt::format("SELECT \"id\", \"{1}\" FROM \"{0}\" WHERE \"{1}\" IS NOT NULL ORDER BY \"id\"",
                    model::word(field.from), field.column));
    while (!ids.empty() && rows.step()) {
        std::vector<std::string> found;
        if (field.lookup == Lookup::Json) {
            found = mentioned(rows.text(1), ids);
        } else if (ids.contains(rows.text(1))) {
            found.emplace_back(rows.text(1));
        }
        for (const std::string& id : found) {
            if (field.lookup == Lookup::Json && !refers(session, field, rows.text(0), id)) continue;
            if (ids.erase(id) > 0) faults.push_back(in_use(*field.to, id, field, rows.text(0)));
        }
    }
}

}  // namespace

void check_references(Session& session, KnownIds& known, const model::Record& record, base::Errors& faults) {
    for (const model::Reference& reference : model::references(record)) {
        if (known.contains(session, reference.kind, reference.id)) continue;
        faults.push_back({base::ErrorCode::ReferenceUnknown,
                          {{"field", std::string(reference.field)},
                           {"id", reference.id},
                           {"kind", word_of(reference.kind)},
                           {"record", word_of(model::kind_of(record))},
                           {"record_id", model::id_of(record)}},
                          {.file = {}, .field = "/" + std::string(reference.field)},
                          {}});
    }
}

void check_erasures(Session& session, std::span<const Erasure> erased, base::Errors& faults) {
    std::array<IdSet, kKinds> ids;
    for (const Erasure& erasure : erased) ids[static_cast<std::size_t>(erasure.kind)].insert(erasure.id);
    for (const ReferenceField& field : reference_fields()) {
        for (std::size_t i = 0; i < kKinds; ++i) {
            const auto kind = static_cast<model::RecordKind>(i);
            if (ids[i].empty() || (field.to && *field.to != kind)) continue;
            if (field.lookup == Lookup::Indexed) {
                check_indexed(session, field, kind, ids[i], faults);
            } else {
                check_by_reading(session, field, ids[i], faults);
            }
        }
    }
}

}  // namespace kontor::store::sqlite
