// SPDX-License-Identifier: EUPL-1.2
#include "service/reveals.hpp"

#include <iterator>

#include "service/audit_event.hpp"

namespace kontor::service {

void Reveals::note(const std::string& actor, const AccessRules::Key& record, const std::string& organisation,
                   std::int64_t hour) {
    const std::string_view kind = model::word(record.first);
    const std::string& id = record.second;
    std::string key;
    key.reserve(actor.size() + kind.size() + id.size() + 2);
    key.append(id).append(" ").append(kind).append(" ").append(actor);
    const std::lock_guard lock(mutex_);
    if (hour != hour_ || known_.size() == kRemembered) known_.clear();
    hour_ = hour;
    if (!known_.insert(std::move(key)).second) return;
    pending_.push_back({.actor = actor,
                        .action = action_of(AuditEvent::RecordRevealed),
                        .subject_kind = std::string(kind),
                        .subject = id,
                        .organisation = organisation});
}

base::Outcome Reveals::flush(store::Store& store) {
    store::WriteBatch batch{.actor = "system"};
    {
        const std::lock_guard lock(mutex_);
        if (pending_.empty()) return base::Done{};
        batch.audit.swap(pending_);
    }
    const auto written = store.write(batch);
    if (written) return base::Done{};
    const std::lock_guard lock(mutex_);
    pending_.insert(pending_.begin(), std::make_move_iterator(batch.audit.begin()),
                    std::make_move_iterator(batch.audit.end()));
    return written.errors();
}

}  // namespace kontor::service
