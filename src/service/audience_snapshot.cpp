// SPDX-License-Identifier: EUPL-1.2
#include "service/audience_snapshot.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace kontor::service {
namespace {

using base::Done;
using base::Outcome;
using model::RecordKind;
using Keys = std::set<AccessRules::Key>;

/// The records whose visible form may differ between two sights: those whose disclosure is another or is
/// looked at by others, and those that refer to a record which only one of the two sees.
class Differing {
public:
    Differing(const Snapshot& whole, const Sight& before, const VisibleRecords& records)
        : whole_(whole), before_(before), records_(records) {}

    Keys find() {
        const AccessRules& earlier = before_.rules();
        const AccessRules& later = records_.sight().rules();
        if (&earlier == &later && before_.key() == records_.sight().key()) return {};
        const bool same_eyes = before_.has_eyes_of(records_.sight());
        for (const auto& [subject, disclosure] : later.all()) {
            const model::Disclosure* known = earlier.about(subject.first, subject.second);
            const bool same_rule = known != nullptr && *known == disclosure;
            if (!same_rule || !(same_eyes || is_shown_alike(disclosure))) add(subject);
        }
        for (const auto& [subject, disclosure] : earlier.all()) {
            if (later.about(subject.first, subject.second) == nullptr) add(subject);
        }
        if (is_party_concerned_) add_all(RecordKind::Agreement, RecordKind::Delegation);
        return std::move(keys_);
    }

private:
    /// What of an organisation is shown depends on nothing but its disclosure; others have owners of their
    /// own.
    [[nodiscard]] bool is_shown_alike(const model::Disclosure& rule) const {
        const Sight& after = records_.sight();
        return rule.subject_kind == RecordKind::Organisation &&
               before_.sees(rule.subject_kind, rule.subject) == after.sees(rule.subject_kind, rule.subject) &&
               std::all_of(rule.fields.begin(), rule.fields.end(), [&](const auto& each) {
                   return before_.hides(rule.subject_kind, rule.subject, each.field) ==
                          after.hides(rule.subject_kind, rule.subject, each.field);
               });
    }
    void add(const AccessRules::Key& subject) {
        keys_.insert(subject);
        const auto& [kind, id] = subject;
        if (before_.sees(kind, id) == records_.sight().sees(kind, id)) return;
        if (kind == RecordKind::Organisation) around_organisation(id);
        if (kind == RecordKind::Project) around_project(id);
    }
    void add_referring(RecordKind kind, std::string_view field, const std::string& id) {
        const auto found = records_.whole().referring(kind, field, id);
        if (!found) return;
        for (const model::Record& record : found.value()) keys_.emplace(kind, model::id_of(record));
    }
    void around_organisation(const std::string& id) {
        is_party_concerned_ = true;
        add_referring(RecordKind::Membership, "member", id);
        add_referring(RecordKind::Membership, "cluster", id);
        add_referring(RecordKind::Participation, "organisation", id);
        const network::Picture& picture = *whole_.picture;
        const auto index = picture.find_organisation(id);
        if (!index) return;
        for (const network::OrganisationIndex cluster : picture.managed_clusters(*index)) {
            keys_.emplace(RecordKind::Organisation, picture.at(cluster).id);
        }
    }
    void around_project(const std::string& id) {
        is_party_concerned_ = true;
        add_referring(RecordKind::Participation, "project", id);
        const network::Picture& picture = *whole_.picture;
        const auto index = picture.find_project(id);
        if (!index) return;
        for (const network::ProjectIndex successor : picture.successors(*index)) {
            keys_.emplace(RecordKind::Project, picture.at(successor).id);
        }
    }
    void add_all(RecordKind first, RecordKind second) {
        for (const RecordKind kind : {first, second}) {
            static_cast<void>(records_.whole().scan(kind, [&](model::Record&& record) {
                keys_.emplace(kind, model::id_of(record));
                return true;
            }));
        }
    }

    const Snapshot& whole_;
    const Sight& before_;
    const VisibleRecords& records_;
    Keys keys_;
    bool is_party_concerned_ = false;
};

/// Says of one record in the cut's rows how it is seen now.
Outcome look_again(const AccessRules::Key& key, network::PictureCut& rows, network::PictureBuilder& builder,
                   const VisibleRecords& records) {
    const auto& [kind, id] = key;
    auto whole = records.whole().read(kind, id);
    if (!whole) return whole.errors();
    builder.restore(rows, kind, id);
    if (!whole.value()) return Done{};
    const auto shown = records.sight().shown(*whole.value());
    if (!shown) {
        builder.hide(rows, kind, id);
    } else if (*shown != *whole.value()) {
        builder.show(rows, *shown);
    }
    return Done{};
}

}  // namespace

AudienceCut uncut(const std::shared_ptr<const Snapshot>& whole) {
    return {whole, {}, Sight(whole->rules, {.is_operator = true})};
}

Outcome carry(AudienceCut& cut, const std::shared_ptr<const Snapshot>& whole, const FeedSteps& steps,
              network::PictureBuilder& builder, const VisibleRecords& records) {
    Keys keys = Differing(*whole, cut.sight, records).find();
    DocumentKeys touched;
    for (const auto& [kind, id] : keys) {
        touched.insert({kind, id});
        for (auto& [end, end_id] : builder.joined(kind, id)) touched.insert({end, end_id});
    }
    for (const auto& step : steps) {
        touched.insert(step->touched.begin(), step->touched.end());
        for (const store::Change& change : step->changes) keys.emplace(change.kind, change.id);
    }
    for (const AccessRules::Key& key : keys) {
        if (auto looked = look_again(key, cut.rows, builder, records); !looked) return looked;
    }
    auto next = std::make_shared<Snapshot>(*whole);
    const std::vector<network::RecordKey> changed(keys.begin(), keys.end());
    next->picture = builder.rebuild(cut.snapshot->picture, changed, cut.rows);
    auto index = renewed_index(*cut.snapshot, *next, touched, records, search::Merging::Never);
    if (!index) return index.errors();
    next->index = std::move(index).value();
    cut.snapshot = std::move(next);
    cut.sight = records.sight();
    return Done{};
}

}  // namespace kontor::service
