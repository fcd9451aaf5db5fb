// SPDX-License-Identifier: EUPL-1.2
#include "service/press_merging.hpp"

#include <algorithm>

#include "codec/record_fields.hpp"
#include "codec/record_json.hpp"
#include "service/press_lists.hpp"
#include "service/references.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::Outcome;
using base::Result;
using model::DeskKind;
using model::DeskRecord;
using model::RecordKind;

/// Calls `work(record)` with each desk record of the kind; it says whether it has changed the record.
template <class R, class Work>
Outcome change_all(const store::Store& store, std::vector<DeskRecord>& out, const Work& work) {
    auto all = store.all_desk(R::kKind);
    if (!all) return all.errors();
    for (DeskRecord& record : all.value()) {
        const Result<bool> changed = work(std::get<R>(record));
        if (!changed) return changed.errors();
        if (changed.value()) out.push_back(std::move(record));
    }
    return Done{};
}

template <class T>
Result<std::vector<T>> list_in(const std::string& json) {
    return json.empty() ? Result<std::vector<T>>(std::vector<T>{})
                        : codec::field_from_text<std::vector<T>>(json);
}

/// Takes the last mark of a move off; false when `merged` has not moved last.
bool take_mark(std::vector<std::string>& was, const std::string& merged) {
    if (was.empty() || was.back() != merged) return false;
    was.pop_back();
    return true;
}

class Move {
public:
    explicit Move(const PressMove& move) : move_(move) {}

    [[nodiscard]] Result<bool> turn(model::PressItem& item) const {
        auto names = list_in<PaperName>(item.names);
        if (!names) return names.errors();
        bool is_changed = false;
        for (PaperName& name : names.value()) {
            if (name.record != move_.merged || !is_organisation(name.kind)) continue;
            name.record = move_.kept.id;
            if (name.recognised == move_.merged) name.recognised = move_.kept.id;
            name.record_was.push_back(move_.merged);
            is_changed = true;
        }
        if (is_changed) item.names = codec::field_to_text(names.value());
        if (item.organisation != move_.merged) return is_changed;
        item.organisation_was.push_back(move_.merged);
        item.organisation = move_.kept.id;
        item.digest = press_digest(item.organisation, item.text);
        return true;
    }

    [[nodiscard]] Result<bool> turn(model::PressClaim& claim) const {
        auto effects = list_in<PaperEffect>(claim.effects);
        if (!effects) return effects.errors();
        bool is_changed = false;
        for (PaperEffect& effect : effects.value()) is_changed |= turn(effect);
        if (is_changed) claim.effects = codec::field_to_text(effects.value());
        return is_changed;
    }

    [[nodiscard]] bool turn(model::PressMemory& lesson) const {
        const bool is_theirs = lesson.organisation == move_.merged;
        const bool is_about = lesson.subject == move_.merged && lesson.subject_kind == "organisation";
        if (is_theirs) {
            lesson.organisation = move_.kept.id;
            lesson.organisation_was.push_back(move_.merged);
        }
        if (is_about) {
            lesson.subject = move_.kept.id;
            lesson.subject_was.push_back(move_.merged);
        }
        return is_theirs || is_about;
    }

    [[nodiscard]] bool turn(model::PressFeed& feed) const {
        if (feed.organisation != move_.merged) return false;
        feed.organisation = move_.kept.id;
        feed.organisation_was.push_back(move_.merged);
        return true;
    }

private:
    /// What the organisation or relation that stays said by itself is not of this text.
    [[nodiscard]] bool turn(PaperEffect& effect) const {
        const PaperEffectBefore before{.merged = move_.merged,
                                       .action = effect.action,
                                       .id = effect.id,
                                       .value = effect.value,
                                       .made = effect.made};
        const auto kind = model::from_word<RecordKind>(effect.kind);
        if (!kind) return false;
        const auto twin = move_.twins.find({*kind, effect.id});
        if (twin != move_.twins.end()) {
            effect.id = twin->second;
            effect.action = EffectAction::Known;
            effect.made.clear();
        }
        if (*kind == RecordKind::Organisation && effect.id == move_.merged) {
            effect.id = move_.kept.id;
            if (effect.field.empty() || is_said(effect)) {
                effect.action = EffectAction::Known;
                effect.made.clear();
            }
        }
        if (effect.value == move_.merged) effect.value = move_.kept.id;
        if (effect.value == '"' + move_.merged + '"') effect.value = '"' + move_.kept.id + '"';
        if (auto made = codec::record_from_own_text(effect.made); !effect.made.empty() && made) {
            redirect(made.value(), RecordKind::Organisation, move_.merged, move_.kept.id);
            effect.made = codec::to_text(codec::to_json(made.value()));
        }
        const bool is_changed = effect.action != before.action || effect.id != before.id ||
                                effect.value != before.value || effect.made != before.made;
        if (is_changed) effect.was.push_back(before);
        return is_changed;
    }

    [[nodiscard]] bool is_said(const PaperEffect& effect) const {
        const model::Record kept = move_.kept;
        if (list_has(kept, effect.field, effect.value) == InList::Present) return true;
        return codec::field_words(kept, effect.field).value_or("") == effect.value;
    }

    const PressMove& move_;
};

Result<bool> give_back(model::PressItem& item, const std::string& merged) {
    auto names = list_in<PaperName>(item.names);
    if (!names) return names.errors();
    bool is_changed = false;
    for (PaperName& name : names.value()) {
        if (!take_mark(name.record_was, merged)) continue;
        if (name.recognised == name.record) name.recognised = merged;
        name.record = merged;
        is_changed = true;
    }
    if (is_changed) item.names = codec::field_to_text(names.value());
    if (!take_mark(item.organisation_was, merged)) return is_changed;
    item.organisation = merged;
    item.digest = press_digest(item.organisation, item.text);
    return true;
}

Result<bool> give_back(model::PressClaim& claim, const std::string& merged) {
    auto effects = list_in<PaperEffect>(claim.effects);
    if (!effects) return effects.errors();
    bool is_changed = false;
    for (PaperEffect& effect : effects.value()) {
        if (effect.was.empty() || effect.was.back().merged != merged) continue;
        const PaperEffectBefore before = std::move(effect.was.back());
        effect.was.pop_back();
        effect.action = before.action;
        effect.id = before.id;
        effect.value = before.value;
        effect.made = before.made;
        is_changed = true;
    }
    if (is_changed) claim.effects = codec::field_to_text(effects.value());
    return is_changed;
}

bool give_back(model::PressMemory& lesson, const std::string& merged) {
    const bool was_theirs = take_mark(lesson.organisation_was, merged);
    const bool was_about = take_mark(lesson.subject_was, merged);
    if (was_theirs) lesson.organisation = merged;
    if (was_about) lesson.subject = merged;
    return was_theirs || was_about;
}

bool give_back(model::PressFeed& feed, const std::string& merged) {
    if (!take_mark(feed.organisation_was, merged)) return false;
    feed.organisation = merged;
    return true;
}

template <class Work>
Outcome change_press(const store::Store& store, std::vector<DeskRecord>& out, const Work& work) {
    if (auto done = change_all<model::PressItem>(store, out, work); !done) return done;
    if (auto done = change_all<model::PressClaim>(store, out, work); !done) return done;
    if (auto done = change_all<model::PressMemory>(store, out, work); !done) return done;
    return change_all<model::PressFeed>(store, out, work);
}

}  // namespace

Outcome move_press(const store::Store& store, const PressMove& move, store::WriteBatch& batch) {
    const Move moving(move);
    return change_press(store, batch.desk_puts,
                        [&moving](auto& record) { return Result<bool>(moving.turn(record)); });
}

Result<std::vector<DeskRecord>> press_to_give_back(const store::Store& store, const std::string& merged) {
    std::vector<DeskRecord> out;
    const auto done =
        change_press(store, out, [&merged](auto& record) { return Result<bool>(give_back(record, merged)); });
    if (!done) return done.errors();
    return out;
}

}  // namespace kontor::service
