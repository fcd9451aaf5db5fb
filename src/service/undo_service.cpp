// SPDX-License-Identifier: EUPL-1.2
#include "service/undo_service.hpp"

#include <map>

#include "service/audit_event.hpp"
#include "service/merge_service.hpp"
#include "service/page_parts.hpp"
#include "service/partner_notes.hpp"
#include "service/press_merging.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using base::Outcome;
using base::Result;
using model::Record;
using model::RecordKind;

/// What a batch did to one record.
struct Turn {
    std::optional<Record> before;
    std::uint64_t last = 0;  // sequence of its last change in the batch
    bool was_new = false;
    bool was_erased = false;
};

base::Error no_batch(std::uint64_t batch) {
    return {ErrorCode::RecordNotFound,
            {{"kind", "batch"}, {"id", std::to_string(batch)}},
            {.file = {}, .field = "/batch"},
            {}};
}

base::Error built_upon(const AccessRules::Key& key) {
    return {ErrorCode::EditConflict,
            {{"kind", std::string(model::word(key.first))}, {"id", key.second}},
            {.file = {}, .field = "/batch"},
            {}};
}

/// A step without a record before it made the record, or its history was forgotten; only the former can be
/// taken back.
Result<bool> made_it(const store::Store& store, const store::Step& step) {
    if (step.before) return false;
    const auto history = store.history(step.change.kind, step.change.id);
    if (!history) return history.errors();
    const store::Step* previous = nullptr;
    for (const store::Step& each : history.value()) {
        if (each.change.sequence < step.change.sequence) previous = &each;
    }
    return previous == nullptr || previous->change.type == store::ChangeType::Erased;
}

Result<std::map<AccessRules::Key, Turn>> turns_of(const store::Store& store,
                                                  const std::vector<store::Step>& steps) {
    std::map<AccessRules::Key, Turn> turns;
    base::Errors faults;
    for (const store::Step& step : steps) {
        if (step.change.kind == RecordKind::Source) continue;
        const AccessRules::Key key{step.change.kind, step.change.id};
        const bool is_first = turns.count(key) == 0;
        Turn& turn = turns[key];
        turn.last = step.change.sequence;
        turn.was_erased = step.change.type == store::ChangeType::Erased;
        if (!is_first) continue;
        turn.before = step.before;
        const auto made = made_it(store, step);
        if (!made) return made.errors();
        turn.was_new = made.value();
        if (!turn.before && !turn.was_new) faults.push_back(built_upon(key));
    }
    for (const auto& [key, turn] : turns) {
        const auto version = store.version(key.first, key.second);
        if (!version) return version.errors();
        // What does not exist has version 0.
        if (version.value() != (turn.was_erased ? 0 : turn.last)) faults.push_back(built_upon(key));
    }
    if (!faults.empty()) return faults;
    return turns;
}

bool leads(const store::Step& step) {
    return step.change.kind == RecordKind::Organisation || step.change.kind == RecordKind::Project;
}

/// What somebody wrote themselves can be taken back by who still takes care of the organisations and projects
/// in it; the rest went along and goes back with them.
bool goes_along(const Asker& asker, const std::vector<store::Step>& steps, const store::Step& step) {
    const bool is_own = std::all_of(steps.begin(), steps.end(), [&](const store::Step& each) {
        return each.change.actor == asker.actor;
    });
    if (!is_own || std::none_of(steps.begin(), steps.end(), leads)) return false;
    return !leads(step) || step.change.type == store::ChangeType::Erased;
}

Outcome may_take_back(const Edit& edit, const AccessRules::Key& key, const Turn& turn) {
    const auto now = edit.stored(key.first, key.second);
    if (!now) return now.errors();
    if (now.value()) {
        if (auto permitted = edit.may(editing(key.first), *now.value()); !permitted) return permitted;
    }
    if (turn.before) {
        if (auto permitted = edit.may(editing(key.first), *turn.before); !permitted) return permitted;
    }
    return base::Done{};
}

}  // namespace

Result<WrittenBatch> UndoService::undo(const Asker& asker, std::uint64_t batch) {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const store::Store& store = knowledge_.store();
    const auto steps = store.batch(batch, kRecords + 1);
    if (!steps) return steps.errors();
    if (steps.value().empty() || steps.value().size() > kRecords) return no_batch(batch);
    Edit edit(knowledge_, asker);
    // Whoever may not take it back is not told either what has become of it.
    for (const store::Step& step : steps.value()) {
        if (step.change.kind == RecordKind::Source || goes_along(asker, steps.value(), step)) continue;
        const Turn turn{.before = step.before};
        const auto permitted = may_take_back(edit, {step.change.kind, step.change.id}, turn);
        if (!permitted) return permitted.errors();
    }
    const auto turns = turns_of(store, steps.value());
    if (!turns) return turns.errors();
    WrittenBatch answer;
    for (const auto& [key, turn] : turns.value()) {
        if (turn.before) {
            edit.put(*turn.before);
            ++answer.changed;
            if (turn.was_erased && key.first == RecordKind::Organisation) {
                auto roles = roles_to_give_back(store, key.second);
                if (!roles) return roles.errors();
                for (model::DeskRecord& role : roles.value())
                    edit.batch().desk_puts.push_back(std::move(role));
                auto notes = notes_to_give_back(store, key.second);
                if (!notes) return notes.errors();
                for (model::DeskRecord& note : notes.value())
                    edit.batch().desk_puts.push_back(std::move(note));
                auto press = press_to_give_back(store, key.second);
                if (!press) return press.errors();
                for (model::DeskRecord& moved : press.value())
                    edit.batch().desk_puts.push_back(std::move(moved));
            }
        } else {
            edit.batch().erasures.push_back({key.first, key.second});
            ++answer.erased;
        }
        if (auto expected = edit.expect_present(key.first, key.second); !expected) return expected.errors();
    }
    edit.batch().audit.push_back({.action = action_of(AuditEvent::BatchUndone),
                                  .subject_kind = "batch",
                                  .subject = std::to_string(batch)});
    const auto written = edit.write();
    if (!written) return written.errors();
    answer.batch = static_cast<std::int64_t>(written.value().batch);
    return answer;
}

}  // namespace kontor::service
