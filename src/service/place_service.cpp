// SPDX-License-Identifier: EUPL-1.2
#include "service/place_service.hpp"

#include <algorithm>

#include "service/permission.hpp"

namespace kontor::service {

using base::Result;
using model::RecordKind;

Result<bool> PlaceService::is_current(std::uint64_t sequence) const {
    // Beyond so many changes, reading the places is as quick as looking through them.
    constexpr std::size_t kLookedThrough = 10'000;
    if (table_ == nullptr || sequence < sequence_) return false;
    if (sequence == sequence_) return true;
    const auto changes = knowledge_.store().changes_since(sequence_, kLookedThrough);
    if (!changes) return changes.errors();
    const bool touches_places =
        std::any_of(changes.value().begin(), changes.value().end(), [](const store::Change& change) {
            return change.kind == RecordKind::Region || change.kind == RecordKind::Place;
        });
    return !touches_places && changes.value().size() < kLookedThrough;
}

Result<std::shared_ptr<const PlaceTable>> PlaceService::table() const {
    const std::lock_guard lock(mutex_);
    const auto sequence = knowledge_.store().last_sequence();
    if (!sequence) return sequence.errors();
    const auto current = is_current(sequence.value());
    if (!current) return current.errors();
    if (!current.value()) {
        auto table = PlaceTable::load(knowledge_.store());
        if (!table) return table.errors();
        table_ = std::move(table).value();
    }
    sequence_ = sequence.value();
    return table_;
}

Result<PlaceList> PlaceService::regions(const Asker& asker, const PlaceQuery& query) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const auto known = table();
    if (!known) return known.errors();
    return known.value()->regions(query);
}

Result<PlaceList> PlaceService::towns(const Asker& asker, const PlaceQuery& query) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const auto known = table();
    if (!known) return known.errors();
    return known.value()->towns(query);
}

}  // namespace kontor::service
