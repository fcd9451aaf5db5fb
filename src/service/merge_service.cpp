// SPDX-License-Identifier: EUPL-1.2
#include "service/merge_service.hpp"

#include <algorithm>
#include <map>

#include "ingest/organisation_merge.hpp"
#include "service/audit_event.hpp"
#include "service/merge_choices.hpp"
#include "service/page_parts.hpp"
#include "service/partner_notes.hpp"
#include "service/press_merging.hpp"
#include "service/references.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::ErrorCode;
using base::Outcome;
using base::Result;
using model::Record;
using model::RecordKind;

constexpr std::string_view kMerged = model::word(AuditEvent::OrganisationMerged);

/// `first` with what it leaves open filled from `second`; nothing when they contradict each other.
template <class R>
std::optional<R> joined(R first, R second) {
    // Ids and sources tell records apart, not what they say.
    second.id = first.id;
    second.source = first.source;
    const R standard{};
    std::vector<const void*> others;
    std::vector<const void*> defaults;
    visit_fields(second,
                 [&](std::string_view, const auto& member, model::Need) { others.push_back(&member); });
    visit_fields(standard,
                 [&](std::string_view, const auto& member, model::Need) { defaults.push_back(&member); });
    bool fits = true;
    std::size_t place = 0;
    visit_fields(first, [&](std::string_view, auto& member, model::Need) {
        using Member = std::remove_reference_t<decltype(member)>;
        const auto& other = *static_cast<const Member*>(others[place]);
        const auto& nothing = *static_cast<const Member*>(defaults[place]);
        ++place;
        if (member == nothing) member = other;
        fits = fits && (other == nothing || member == other);
    });
    return fits ? std::optional<R>(std::move(first)) : std::nullopt;
}

std::optional<Record> joined_records(const Record& first, const Record& second) {
    return std::visit(
        [&](const auto& r) -> std::optional<Record> {
            using R = std::remove_cvref_t<decltype(r)>;
            const R* other = std::get_if<R>(&second);
            if constexpr (std::same_as<R, model::Participation>) {
                // No phases are all phases: nothing to fill up.
                if (other != nullptr && other->phases != r.phases) return std::nullopt;
            }
            if constexpr (requires { r.source; }) {
                auto one = other != nullptr ? joined(r, *other) : std::nullopt;
                if (one) return Record(std::move(*one));
            }
            return std::nullopt;
        },
        first);
}

model::Organisation joined_organisations(const model::Organisation& kept, model::Organisation merged) {
    const std::string source = merged.source;
    const model::Date as_of = merged.as_of;
    merged.id = kept.id;
    // Without a day it leads nowhere: what is kept goes on saying what it said.
    merged.source.clear();
    merged.as_of = {};
    model::Organisation out = ingest::merge(kept, merged);
    if (out.source.empty()) out.source = source;
    if (!out.as_of.known()) out.as_of = as_of;
    return out;
}

/// What both rules hide.
model::Disclosure stricter(model::Disclosure rule, const model::Disclosure& other) {
    rule.visibility = std::max(rule.visibility, other.visibility);
    for (const model::FieldVisibility& field : other.fields) {
        const auto known = std::find_if(rule.fields.begin(), rule.fields.end(),
                                        [&](const auto& each) { return each.field == field.field; });
        if (known == rule.fields.end()) {
            rule.fields.push_back(field);
        } else {
            known->visibility = std::max(known->visibility, field.visibility);
        }
    }
    return rule;
}

/// A relation of the organisation with itself, or an agreement with nobody else.
bool is_void(const Record& record) {
    if (const auto* membership = std::get_if<model::Membership>(&record))
        return membership->member == membership->cluster;
    const auto* agreement = std::get_if<model::Agreement>(&record);
    return agreement != nullptr && agreement->parties.size() < 2;
}

class Merge {
public:
    Merge(Edit& edit, const Knowledge& knowledge, std::string kept, std::string merged)
        : edit_(edit), knowledge_(knowledge), kept_(std::move(kept)), merged_(std::move(merged)) {}

    Outcome run(const MergeSide& kept, const MergeSide& merged, const MergeChoices& choices) {
        model::Organisation joined = joined_organisations(kept.stored, merged.stored);
        settle_choices(joined, choices, kept, merged);
        if (auto faults = model::validate(joined); !faults.empty() && !choices.empty()) return faults;
        Record one = std::move(joined);
        redirect(one, RecordKind::Organisation, merged_, kept_);
        if (auto& cluster = std::get<model::Organisation>(one).cluster; cluster) {
            for (std::string* entity : {&cluster->management_entity, &cluster->association_entity}) {
                if (*entity == kept_) entity->clear();
            }
        }
        move_.merged = merged_;
        move_.kept = kept.stored;
        put(std::move(one));
        auto referring = referring_records();
        if (!referring) return referring.errors();
        for (Record& record : referring.value()) {
            if (auto moved = move(std::move(record)); !moved) return moved;
        }
        erase(RecordKind::Organisation, merged_);
        return write_down();
    }

    [[nodiscard]] const WrittenBatch& counts() const { return counts_; }

private:
    /// Rules come last: which records stay is known then.
    Result<std::vector<Record>> referring_records() const {
        std::vector<Record> found;
        const store::Store& store = knowledge_.store();
        constexpr std::pair<RecordKind, std::string_view> kIndexed[] = {
            {RecordKind::Membership, "member"},
            {RecordKind::Membership, "cluster"},
            {RecordKind::Participation, "organisation"},
            {RecordKind::Person, "organisation"},
            {RecordKind::Claim, "subject"}};
        for (const auto& [kind, field] : kIndexed) {
            auto records = store.referring(kind, field, merged_);
            if (!records) return records.errors();
            for (Record& record : records.value()) take(std::move(record), found);
        }
        for (const RecordKind kind : {RecordKind::Agreement, RecordKind::Delegation, RecordKind::Programme,
                                      RecordKind::Organisation, RecordKind::News}) {
            const auto scanned = store.scan(kind, [&](Record&& record) {
                if (model::id_of(record) != merged_ && model::id_of(record) != kept_)
                    take(std::move(record), found);
                return true;
            });
            if (!scanned) return scanned.errors();
        }
        for (const std::string_view field : {"subject", "owner"}) {
            auto records = store.referring(RecordKind::Disclosure, field, merged_);
            if (!records) return records.errors();
            for (Record& record : records.value()) take(std::move(record), found);
        }
        return found;
    }

    void take(Record&& record, std::vector<Record>& found) const {
        const auto references = model::references(record);
        const bool refers = std::any_of(references.begin(), references.end(), [&](const auto& each) {
            return each.kind == RecordKind::Organisation && each.id == merged_;
        });
        const bool is_known = std::any_of(found.begin(), found.end(), [&](const Record& each) {
            return model::kind_of(each) == model::kind_of(record) &&
                   model::id_of(each) == model::id_of(record);
        });
        if (refers && !is_known) found.push_back(std::move(record));
    }

    Outcome move(Record record) {
        redirect(record, RecordKind::Organisation, merged_, kept_);
        if (const auto* rule = std::get_if<model::Disclosure>(&record)) return move_rule(*rule);
        const RecordKind kind = model::kind_of(record);
        const std::string id = model::id_of(record);
        if (is_void(record)) return drop(kind, id);
        auto twin = find_twin(record);
        if (!twin) return twin.errors();
        if (twin.value()) {
            const std::string stays = model::id_of(*twin.value());
            move_.twins[{kind, id}] = stays;
            put(std::move(*twin.value()));
            if (auto told = tell_rule(kind, id, stays); !told) return told;
            erase(kind, id);
            return Done{};
        }
        put(std::move(record));
        return Done{};
    }

    /// A relation of the kept organisation that says the same, filled up.
    Result<std::optional<Record>> find_twin(const Record& record) const {
        using Twin = std::optional<Record>;
        const RecordKind kind = model::kind_of(record);
        std::string_view field;
        if (kind == RecordKind::Membership) {
            field = std::get<model::Membership>(record).member == kept_ ? "member" : "cluster";
        } else if (kind == RecordKind::Participation || kind == RecordKind::Person) {
            field = "organisation";
        } else if (kind == RecordKind::Claim) {
            field = "subject";
        } else {
            return Twin();
        }
        const auto known = knowledge_.store().referring(kind, field, kept_);
        if (!known) return known.errors();
        for (const Record& each : known.value()) {
            const auto present = edit_.stored(kind, model::id_of(each));
            if (!present) return present.errors();
            if (model::id_of(each) == model::id_of(record) || !present.value()) continue;
            if (auto one = joined_records(*present.value(), record)) return one;
        }
        return Twin();
    }

    Outcome move_rule(const model::Disclosure& rule) {
        // A rule about a relation that is gone went with it.
        if (erased_.count({rule.subject_kind, rule.subject}) > 0 || erased_rules_.count(rule.id) > 0)
            return Done{};
        const auto rules = knowledge_.current()->rules;
        const model::Disclosure* known = rules->about(rule.subject_kind, rule.subject);
        if (known == nullptr || known->id == rule.id) {
            put(Record(rule));
            return Done{};
        }
        if (auto joined_rule = put_stricter(*known, rule); !joined_rule) return joined_rule;
        erase(RecordKind::Disclosure, rule.id);
        return Done{};
    }

    /// `known` as this merge has left it so far, with what `other` hides.
    Outcome put_stricter(const model::Disclosure& known, const model::Disclosure& other) {
        auto now = edit_.stored(RecordKind::Disclosure, known.id);
        if (!now) return now.errors();
        Record rule = now.value() ? *now.value() : Record(known);
        redirect(rule, RecordKind::Organisation, merged_, kept_);
        put(stricter(std::get<model::Disclosure>(rule), other));
        return Done{};
    }

    /// The rule about a relation that goes holds for the one that stays.
    Outcome tell_rule(RecordKind kind, const std::string& from, const std::string& to) {
        const auto rules = knowledge_.current()->rules;
        const model::Disclosure* gone = rules->about(kind, from);
        if (gone == nullptr) return Done{};
        model::Disclosure rule = *gone;
        rule.subject = to;
        if (rule.owner == merged_) rule.owner = kept_;
        erased_rules_.insert(gone->id);
        if (const model::Disclosure* known = rules->about(kind, to); known != nullptr) {
            if (auto joined_rule = put_stricter(*known, rule); !joined_rule) return joined_rule;
            erase(RecordKind::Disclosure, gone->id);
        } else {
            put(Record(std::move(rule)));
        }
        return Done{};
    }

    Outcome drop(RecordKind kind, const std::string& id) {
        const auto rules = knowledge_.current()->rules;
        if (const model::Disclosure* rule = rules->about(kind, id); rule != nullptr) {
            erased_rules_.insert(rule->id);
            erase(RecordKind::Disclosure, rule->id);
        }
        erase(kind, id);
        return Done{};
    }

    void put(Record record) {
        const AccessRules::Key key{model::kind_of(record), model::id_of(record)};
        if (touched_.insert(key).second) ++counts_.changed;
        edit_.put(std::move(record));
    }
    void erase(RecordKind kind, const std::string& id) {
        touched_.insert({kind, id});
        erased_.insert({kind, id});
        edit_.batch().erasures.push_back({kind, id});
        ++counts_.erased;
    }

    /// Nobody may have changed any of it meanwhile; roles go along, and the log says which.
    Outcome write_down() {
        for (const auto& [kind, id] : touched_) {
            if (auto expected = edit_.expect_present(kind, id); !expected) return expected;
        }
        const auto grants = knowledge_.store().desk_where(model::DeskKind::Grant, "organisation", merged_);
        if (!grants) return grants.errors();
        std::string moved;
        for (const model::DeskRecord& record : grants.value()) {
            auto grant = std::get<model::Grant>(record);
            moved += (moved.empty() ? "" : " ") + grant.id;
            grant.organisation = kept_;
            edit_.batch().desk_puts.emplace_back(std::move(grant));
        }
        if (auto ended = end_offers(); !ended) return ended;
        if (auto done = move_notes(knowledge_.store(), merged_, kept_, edit_.batch()); !done) return done;
        if (auto done = move_press(knowledge_.store(), move_, edit_.batch()); !done) return done;
        edit_.batch().audit.push_back({.action = std::string(kMerged),
                                       .subject_kind = "organisation",
                                       .subject = merged_,
                                       .organisation = kept_,
                                       .detail = moved});
        return Done{};
    }

    /// What was offered by or to what is no more can be offered anew.
    Outcome end_offers() {
        for (const std::string_view side : {"giver", "taker"}) {
            const auto offers = knowledge_.store().desk_where(model::DeskKind::CareOffer, side, merged_);
            if (!offers) return offers.errors();
            for (const model::DeskRecord& offer : offers.value())
                edit_.batch().desk_erasures.push_back({model::DeskKind::CareOffer, model::id_of(offer)});
        }
        return Done{};
    }

    Edit& edit_;
    const Knowledge& knowledge_;
    const std::string kept_;
    const std::string merged_;
    std::set<AccessRules::Key> touched_;
    std::set<AccessRules::Key> erased_;
    std::set<std::string> erased_rules_;
    WrittenBatch counts_;
    PressMove move_;
};

Outcome may_merge(const Edit& edit, const store::Store& store, const std::vector<const Record*>& both,
                  const std::string& merged) {
    const auto grants = store.desk_where(model::DeskKind::Grant, "organisation", merged);
    if (!grants) return grants.errors();
    for (const Record* record : both) {
        for (const Action action : {Action::Review, Action::EditProfile, Action::GiveRoles}) {
            if (action == Action::GiveRoles && grants.value().empty()) continue;
            if (auto permitted = edit.may(action, *record); !permitted) return permitted;
        }
    }
    return Done{};
}

}  // namespace

Result<WrittenBatch> MergeService::merge(const Asker& asker, const MergeForm& form) {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto choices = merge_choices(form);
    base::Errors faults;
    if (form.kept == form.merged) {
        faults.push_back({ErrorCode::ValueNotAllowed,
                          {{"value", form.merged}, {"allowed", "≠ " + form.kept}},
                          {.file = {}, .field = "/merged"},
                          {}});
    }
    if (!choices) faults.insert(faults.end(), choices.errors().begin(), choices.errors().end());
    if (!faults.empty()) return faults;
    Edit edit(knowledge_, asker);
    const auto seen_kept = edit.visible(RecordKind::Organisation, form.kept);
    if (!seen_kept) return seen_kept.errors();
    const auto seen_merged = edit.visible(RecordKind::Organisation, form.merged);
    if (!seen_merged) return seen_merged.errors();
    const auto kept = edit.stored(RecordKind::Organisation, form.kept);
    if (!kept) return kept.errors();
    const auto merged = edit.stored(RecordKind::Organisation, form.merged);
    if (!merged) return merged.errors();
    if (!kept.value() || !merged.value())
        return record_not_found(RecordKind::Organisation, form.merged, asker.language);
    const auto permitted =
        may_merge(edit, knowledge_.store(), {&*kept.value(), &*merged.value()}, form.merged);
    if (!permitted) return permitted.errors();
    Merge merge(edit, knowledge_, form.kept, form.merged);
    const auto whole = [](const Record& stored, const Record& seen) {
        return MergeSide{std::get<model::Organisation>(stored), std::get<model::Organisation>(seen)};
    };
    const auto done = merge.run(whole(*kept.value(), seen_kept.value()),
                                whole(*merged.value(), seen_merged.value()), choices.value());
    if (!done) return done.errors();
    const auto written = edit.write();
    if (!written) return written.errors();
    WrittenBatch answer = merge.counts();
    answer.batch = static_cast<std::int64_t>(written.value().batch);
    return answer;
}

Result<std::vector<model::DeskRecord>> roles_to_give_back(const store::Store& store,
                                                          const std::string& merged) {
    std::vector<model::DeskRecord> roles;
    const auto log = store.audit({.subject = merged, .limit = 20});
    if (!log) return log.errors();
    const auto entry = std::find_if(log.value().begin(), log.value().end(),
                                    [](const store::AuditEntry& each) { return each.action == kMerged; });
    if (entry == log.value().end()) return roles;
    const std::string list = " " + entry->detail + " ";
    const auto grants = store.desk_where(model::DeskKind::Grant, "organisation", entry->organisation);
    if (!grants) return grants.errors();
    for (const model::DeskRecord& record : grants.value()) {
        auto grant = std::get<model::Grant>(record);
        if (list.find(" " + grant.id + " ") == std::string::npos) continue;
        grant.organisation = merged;
        roles.emplace_back(std::move(grant));
    }
    return roles;
}

}  // namespace kontor::service
