// SPDX-License-Identifier: EUPL-1.2
#include "service/visible_records.hpp"

#include <algorithm>

#include "service/reveals.hpp"

namespace kontor::service {
namespace {

/// A field that is hidden must not be found by what it says.
bool still_refers(const model::Record& record, std::string_view field, std::string_view id) {
    const auto references = model::references(record);
    return std::any_of(references.begin(), references.end(), [&](const model::Reference& reference) {
        return reference.field == field && reference.id == id;
    });
}

}  // namespace

base::Result<std::optional<model::Record>> VisibleRecords::read(model::RecordKind kind,
                                                                std::string_view id) const {
    auto record = store_.read(kind, id);
    if (!record || !record.value()) return record;
    auto shown = sight_.shown(std::move(*record.value()));
    if (shown) note(*shown);
    return shown;
}

void VisibleRecords::note(const model::Record& shown) const {
    if (reading_.reveals == nullptr) return;
    if (const auto owner = sight_.confided_by(shown)) {
        reading_.reveals->note(reading_.actor, {model::kind_of(shown), model::id_of(shown)}, *owner,
                               reading_.hour);
    }
}

void VisibleRecords::note_listed(model::RecordKind kind, std::string_view id) const {
    if (reading_.reveals == nullptr || sight_.rules().hides_nothing()) return;
    if (const auto owner = sight_.confided_in_lists(kind, id))
        reading_.reveals->note(reading_.actor, {kind, std::string(id)}, *owner, reading_.hour);
}

base::Outcome VisibleRecords::scan(model::RecordKind kind,
                                   const std::function<bool(model::Record&&)>& visit) const {
    return store_.scan(kind, [&](model::Record&& record) {
        auto shown = sight_.shown(std::move(record));
        return !shown || visit(std::move(*shown));
    });
}

base::Result<std::vector<model::Record>> VisibleRecords::referring(model::RecordKind kind,
                                                                   std::string_view field,
                                                                   std::string_view id) const {
    auto records = store_.referring(kind, field, id);
    if (!records) return records;
    std::vector<model::Record> visible;
    for (model::Record& record : records.value()) {
        auto shown = sight_.shown(std::move(record));
        if (!shown || !still_refers(*shown, field, id)) continue;
        note(*shown);
        visible.push_back(std::move(*shown));
    }
    return visible;
}

}  // namespace kontor::service
