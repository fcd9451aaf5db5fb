// SPDX-License-Identifier: EUPL-1.2
#include "service/press_withdrawal.hpp"

#include <algorithm>

#include "codec/record_fields.hpp"
#include "codec/record_json.hpp"
#include "service/phrases.hpp"
#include "service/press_lists.hpp"
#include "service/press_news.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::Outcome;
using base::Result;
using model::DeskKind;
using model::Record;
using model::RecordKind;

RecordKey key_of(const PaperEffect& effect) {
    return {model::from_word<RecordKind>(effect.kind).value_or(RecordKind::Claim), effect.id};
}

bool is_deed(const PaperEffect& effect) {
    return effect.action != EffectAction::Known && effect.action != EffectAction::None;
}

/// Whether `other` speaks of what `taken` did.
bool supports(const PaperEffect& other, const PaperEffect& taken) {
    if (other.kind != taken.kind || other.id != taken.id) return false;
    return taken.field.empty() || (other.field == taken.field && other.value == taken.value);
}

void set_source(Record& record, const std::string& source) {
    std::visit(
        [&source](auto& r) {
            if constexpr (requires { r.source; }) r.source = source;
        },
        record);
}

std::string source_of(const Record& record) {
    return std::visit(
        [](const auto& r) -> std::string {
            if constexpr (requires { r.source; }) {
                return r.source;
            } else {
                return {};
            }
        },
        record);
}

void clear_field(Record& record, std::string_view field) {
    std::visit(
        [&field](auto& r) {
            visit_fields(r, [&field](std::string_view name, auto& member, model::Need) {
                if (name == field) member = std::decay_t<decltype(member)>{};
            });
        },
        record);
}

/// Takes one value out again; false when it is not there any more.
bool take_out(Record& record, const PaperEffect& effect) {
    if (auto* organisation = std::get_if<model::Organisation>(&record);
        organisation != nullptr && effect.field == kPositionField) {
        if (position_words(*organisation) != effect.value) return false;
        organisation->latitude.reset();
        organisation->longitude.reset();
        return true;
    }
    if (list_has(record, effect.field, effect.value) != InList::Unknown)
        return list_remove(record, effect.field, effect.value);
    if (codec::field_words(record, effect.field).value_or("") != effect.value) return false;
    clear_field(record, effect.field);
    return true;
}

/// Whether nobody has changed what was made, apart from where it is said to be from.
bool is_as_made(Record record, const std::string& json) {
    auto made = codec::record_from_own_text(json);
    if (!made) return false;
    set_source(record, {});
    set_source(made.value(), {});
    return record == made.value();
}

}  // namespace

Outcome PressTakingBack::take_back(const std::set<std::string>& claims) {
    collect(claims);
    if (auto read = read_others(); !read) return read;
    for (Taken& taken : taken_) find_heir(taken);
    for (const Taken& taken : taken_) {
        if (taken.effect.field.empty()) continue;
        if (auto undone = undo_value(taken); !undone) return undone;
    }
    // What was made last refers to what was made first.
    for (auto taken = taken_.rbegin(); taken != taken_.rend(); ++taken) {
        if (!taken->effect.field.empty()) continue;
        if (auto undone = undo_record(*taken); !undone) return undone;
    }
    for (PressPaper& other : others_) {
        for (PaperClaim& claim : other.claims) {
            std::string effects = codec::field_to_text(claim.effects);
            if (effects == claim.desk.effects) continue;
            claim.desk.effects = std::move(effects);
            edit_.batch().desk_puts.emplace_back(claim.desk);
        }
    }
    return erase_source();
}

void PressTakingBack::collect(const std::set<std::string>& claims) {
    for (PaperClaim& claim : paper_.claims) {
        if (claims.count(claim.desk.id) == 0) continue;
        for (const PaperEffect& effect : claim.effects) {
            if (is_deed(effect)) taken_.push_back({.effect = effect});
        }
        claim.effects.clear();
    }
}

Outcome PressTakingBack::read_others() {
    if (taken_.empty()) return Done{};
    const store::Store& store = knowledge_.store();
    const auto all = store.all_desk(DeskKind::PressClaim);
    if (!all) return all.errors();
    std::set<std::string> items;
    for (const model::DeskRecord& record : all.value()) {
        const auto& claim = std::get<model::PressClaim>(record);
        if (claim.item == paper_.item.id || items.count(claim.item) > 0) continue;
        const bool is_concerned = std::any_of(taken_.begin(), taken_.end(), [&claim](const Taken& each) {
            return claim.effects.find('"' + each.effect.id + '"') != std::string::npos;
        });
        if (is_concerned) items.insert(claim.item);
    }
    for (const std::string& id : items) {
        auto paper = read_paper(store, id);
        if (!paper) return paper.errors();
        if (paper.value() && paper.value()->item.state != model::PressState::Withdrawn)
            others_.push_back(std::move(*paper.value()));
    }
    return Done{};
}

void PressTakingBack::find_heir(Taken& taken) {
    const auto look = [&taken](PressPaper& paper) {
        for (PaperClaim& claim : paper.claims) {
            if (!claim.is_accepted() || taken.heir != nullptr) continue;
            const bool is_heir =
                std::any_of(claim.effects.begin(), claim.effects.end(),
                            [&taken](const PaperEffect& effect) { return supports(effect, taken.effect); });
            if (!is_heir) continue;
            taken.heir = &claim;
            taken.title = paper.item.title;
            taken.source = paper.item.source;
        }
    };
    look(paper_);
    for (PressPaper& other : others_) look(other);
}

Outcome PressTakingBack::undo_value(const Taken& taken) {
    const RecordKey key = key_of(taken.effect);
    const auto found = edit_.stored(key.first, key.second);
    if (!found) return found.errors();
    if (!found.value()) return Done{};
    const std::string what = say(Phrase::DeskWhatValue, edit_.asker().language,
                                 {{"label", code_label("figure", taken.effect.field, edit_.asker().language)},
                                  {"value", spoken_value(edit_, taken.effect)}});
    if (taken.heir != nullptr) {
        stays(key, Phrase::DeskStayedSupported, what, taken.title);
        return pass_on(taken);
    }
    Record next = *found.value();
    if (!take_out(next, taken.effect)) {
        stays(key, Phrase::DeskStayedChanged, what);
        return Done{};
    }
    if (!edit_.may(editing(key.first), *found.value()).ok()) {
        stays(key, Phrase::DeskStayedForbidden, what);
        return Done{};
    }
    if (taken.effect.note != kUnspoken) goes_field(key, what);
    return edit_.supplement(std::move(next));
}

Outcome PressTakingBack::undo_record(const Taken& taken) {
    const RecordKey key = key_of(taken.effect);
    const auto found = edit_.stored(key.first, key.second);
    if (!found) return found.errors();
    if (!found.value()) return Done{};
    const std::string what = spoken_record(edit_, *found.value());
    if (taken.heir != nullptr) {
        stays(key, Phrase::DeskStayedSupported, what, taken.title);
        return pass_on(taken);
    }
    if (kept_.count(key) > 0) {
        stays(key, Phrase::DeskStayedUsed, what);
        return Done{};
    }
    if (!is_as_made(*found.value(), taken.effect.made)) {
        stays(key, Phrase::DeskStayedChanged, what);
        return Done{};
    }
    const bool is_suggestion = taken.effect.action == EffectAction::Wait;
    const auto* claim = std::get_if<model::Claim>(&*found.value());
    RecordKey kept_by = claim == nullptr ? key : RecordKey{claim->subject_kind, claim->subject};
    const auto subject = edit_.stored(kept_by.first, kept_by.second);
    if (!subject) return subject.errors();
    const bool is_ours =
        is_suggestion || !subject.value() || edit_.may(editing(kept_by.first), *subject.value()).ok();
    if (!is_ours) {
        stays(key, Phrase::DeskStayedForbidden, what);
        return Done{};
    }
    goes(*found.value());
    forget_record(key);
    return edit_.remove(key.first, key.second);
}

Outcome PressTakingBack::pass_on(const Taken& taken) {
    const RecordKey key = key_of(taken.effect);
    std::vector<PaperEffect>& effects = taken.heir->effects;
    const auto same = std::find_if(effects.begin(), effects.end(), [&taken](const PaperEffect& effect) {
        return !is_deed(effect) && effect.field == taken.effect.field && supports(effect, taken.effect);
    });
    if (same == effects.end()) {
        effects.push_back(taken.effect);
    } else {
        *same = taken.effect;
    }
    const auto found = edit_.stored(key.first, key.second);
    if (!found) return found.errors();
    const bool is_from_here = found.value() && taken.effect.field.empty() &&
                              source_of(*found.value()) == paper_.item.source &&
                              taken.source != paper_.item.source;
    if (!is_from_here) return Done{};
    const auto heir = std::find_if(others_.begin(), others_.end(), [&taken](const PressPaper& other) {
        return other.item.source == taken.source;
    });
    const auto known = edit_.stored(RecordKind::Source, taken.source);
    if (!known) return known.errors();
    if (!known.value()) edit_.put(press_source(heir->item));
    // Who takes care of it was said by this text too.
    const auto rules = knowledge_.current()->rules;
    if (const auto* rule = rules->about(key.first, key.second);
        rule != nullptr && rule->source == paper_.item.source) {
        model::Disclosure passed = *rule;
        passed.source = taken.source;
        edit_.put(std::move(passed));
    }
    Record next = *found.value();
    set_source(next, taken.source);
    return edit_.supplement(std::move(next));
}

Outcome PressTakingBack::erase_source() {
    const bool is_needed =
        std::any_of(paper_.claims.begin(), paper_.claims.end(), [](const PaperClaim& claim) {
            return std::any_of(claim.effects.begin(), claim.effects.end(), is_deed);
        });
    const RecordKey key{RecordKind::Source, press_source_id(paper_.item.id)};
    if (is_needed || kept_.count(key) > 0) return Done{};
    const auto found = edit_.stored(key.first, key.second);
    if (!found) return found.errors();
    return found.value() ? edit_.remove(key.first, key.second) : Outcome(Done{});
}

void PressTakingBack::forget_record(const RecordKey& key) {
    for (PaperName& name : paper_.names) {
        if (record_kind(name.kind) == key.first && name.record == key.second) name.record.clear();
    }
}

void PressTakingBack::stays(const RecordKey& key, Phrase why, const std::string& what,
                            const std::string& title) {
    // The phrases name different words; those that one does not name are passed over.
    base::ErrorArguments words{{"what", what}};
    if (why == Phrase::DeskStayedSupported) words.emplace_back("title", title);
    const auto found = edit_.stored(key.first, key.second);
    const RecordKey at = found && found.value() ? seen_at(*found.value()) : key;
    report_.stayed.push_back(
        {record_ref(edit_, at.first, at.second), say(why, edit_.asker().language, words)});
}

void PressTakingBack::goes(const Record& record) {
    const RecordKey own{model::kind_of(record), model::id_of(record)};
    removed_.insert(own);
    const RecordKey at = seen_at(record);
    if (at != own) return goes_value(at, spoken_record(edit_, record));
    const bool is_news = own.first == RecordKind::News;
    const Phrase past = is_news ? Phrase::DeskGoneNews : Phrase::DeskGoneRecord;
    const Phrase future = is_news ? Phrase::DeskGoesNews : Phrase::DeskGoesRecord;
    report_.gone.push_back({record_ref(edit_, own.first, own.second),
                            say(tense_ == PressTense::Past ? past : future, edit_.asker().language)});
}

void PressTakingBack::goes_field(const RecordKey& key, const std::string& what) {
    goes_value(key, what);
    fields_.emplace_back(key, std::move(report_.gone.back()));
    report_.gone.pop_back();
}

PressWithdrawal PressTakingBack::report() const {
    PressWithdrawal out = report_;
    const auto add = [&out](const PressRemainder& row) {
        const bool is_told = std::any_of(out.gone.begin(), out.gone.end(), [&row](const auto& each) {
            return each.record.id == row.record.id && each.text == row.text;
        });
        if (!is_told) out.gone.push_back(row);
    };
    for (const auto& [key, row] : fields_) {
        if (removed_.count(key) == 0) add(row);
    }
    return out;
}

void PressTakingBack::goes_value(const RecordKey& key, const std::string& what) {
    const Phrase phrase = tense_ == PressTense::Past ? Phrase::DeskGoneValue : Phrase::DeskGoesValue;
    report_.gone.push_back(
        {record_ref(edit_, key.first, key.second), say(phrase, edit_.asker().language, {{"what", what}})});
}

Outcome PressTakingBack::withdraw(PressTense tense) {
    tense_ = tense;
    if (auto taken = take_news(); !taken) return taken;
    std::set<std::string> claims;
    for (const PaperClaim& claim : paper_.claims) {
        if (claim.is_accepted()) claims.insert(claim.desk.id);
    }
    if (auto taken = take_back(claims); !taken) return taken;
    paper_.item.state = model::PressState::Withdrawn;
    paper_.item.withdrawn = knowledge_.clock().now().time_since_epoch().count();
    return Done{};
}

/// What people have added to the news and how it is told in other languages comes back when the item does.
Outcome PressTakingBack::take_news() {
    const RecordKey key{RecordKind::News, news_id_of(paper_.item.id)};
    const auto found = edit_.stored(key.first, key.second);
    if (!found) return found.errors();
    if (!found.value()) return Done{};
    const Record& news = *found.value();
    if (!edit_.may(editing(key.first), news).ok()) {
        stays(key, Phrase::DeskStayedForbidden, record_ref(edit_, key.first, key.second).name);
        return Done{};
    }
    goes(news);
    paper_.item.news = codec::to_text(codec::to_json(news));
    return take_out_news(knowledge_.store(), edit_, std::get<model::News>(news));
}

std::set<RecordKey> records_in_use(const base::Errors& faults) {
    std::set<RecordKey> out;
    for (const base::Error& fault : faults) {
        if (fault.code != base::ErrorCode::RecordInUse) continue;
        const std::map<std::string, std::string> words(fault.arguments.begin(), fault.arguments.end());
        const auto kind = words.find("kind");
        const auto id = words.find("id");
        if (kind == words.end() || id == words.end()) continue;
        if (const auto known = model::from_word<RecordKind>(kind->second)) out.emplace(*known, id->second);
    }
    return out;
}

}  // namespace kontor::service
