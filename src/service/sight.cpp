// SPDX-License-Identifier: EUPL-1.2
#include "service/sight.hpp"

#include <algorithm>
#include <iterator>

namespace kontor::service {
namespace {

using model::Record;
using model::RecordKind;
using model::Visibility;

std::vector<std::string> owners_of(const model::Organisation& r) {
    return {r.id};
}
std::vector<std::string> owners_of(const model::Membership& r) {
    return {r.cluster, r.member};
}
std::vector<std::string> owners_of(const model::Participation& r) {
    return {r.organisation};
}
std::vector<std::string> owners_of(const model::Agreement& r) {
    return r.parties;
}
std::vector<std::string> owners_of(const model::Delegation& r) {
    return r.organisers;
}
std::vector<std::string> owners_of(const model::News& r) {
    if (r.keeper.empty()) return {};
    return {r.keeper};
}
std::vector<std::string> owners_of(const model::Person& r) {
    return {r.organisation};
}
std::vector<std::string> owners_of(const model::Disclosure& r) {
    return {r.owner};
}
std::vector<std::string> owners_of(const model::Claim& r) {
    if (r.subject_kind == RecordKind::Organisation) return {r.subject};
    return {};
}
template <class R>
std::vector<std::string> owners_of(const R&) {
    return {};
}

/// The records without which a relation must not be seen either.
std::vector<AccessRules::Key> joined_by(const Record& record) {
    if (const auto* r = std::get_if<model::Membership>(&record)) {
        return {{RecordKind::Organisation, r->member}, {RecordKind::Organisation, r->cluster}};
    }
    if (const auto* r = std::get_if<model::Participation>(&record)) {
        return {{RecordKind::Project, r->project}, {RecordKind::Organisation, r->organisation}};
    }
    if (const auto* r = std::get_if<model::Claim>(&record)) return {{r->subject_kind, r->subject}};
    if (const auto* r = std::get_if<model::Person>(&record))
        return {{RecordKind::Organisation, r->organisation}};
    std::vector<AccessRules::Key> all;
    if (const auto* r = std::get_if<model::Agreement>(&record)) {
        for (const std::string& party : r->parties) all.emplace_back(RecordKind::Organisation, party);
    }
    return all;
}

bool audience_may(const Audience& audience, Visibility visibility, const std::vector<std::string>& owners) {
    if (audience.is_operator || visibility == Visibility::Public) return true;
    if (!audience.is_signed_in) return false;
    if (visibility == Visibility::Network) return true;
    return std::any_of(owners.begin(), owners.end(), [&](const std::string& owner) {
        return audience.own.count(owner) > 0 ||
               (visibility == Visibility::Matched && audience.matched.count(owner) > 0);
    });
}

/// A rule that only says who takes care of a record hides nothing from anybody.
bool hides_something(const model::Disclosure& disclosure) {
    return disclosure.visibility != Visibility::Public || !disclosure.fields.empty();
}

/// What pictures and indices hold of an organisation or a project, and lists tell of it.
bool is_in_lists(std::string_view field) {
    static constexpr std::string_view kFields[] = {
        "acronym",     "as_of",     "call",           "city",           "country",   "description", "end",
        "identifiers", "kind",      "keywords",       "latitude",       "longitude", "names",       "needs",
        "nuts",        "objective", "offers",         "open_for_ideas", "phases",    "programme",   "start",
        "status",      "strands",   "target_regions", "titles",         "topics"};
    return std::find(std::begin(kFields), std::end(kFields), field) != std::end(kFields);
}

template <class R>
void hide(R& record, std::string_view hidden) {
    static const R kDefault{};
    std::size_t place = 0;
    std::vector<const void*> defaults;
    visit_fields(kDefault,
                 [&](std::string_view, const auto& member, model::Need) { defaults.push_back(&member); });
    visit_fields(record, [&](std::string_view name, auto& member, model::Need need) {
        using Member = std::remove_reference_t<decltype(member)>;
        const auto& standard = *static_cast<const Member*>(defaults[place++]);
        if (name == hidden && need == model::Need::Optional) member = standard;
    });
}

/// What means nothing without a field that was hidden goes with it: half a place, an amount without currency.
/// The record stays one that the store would take.
template <class R>
void hide_what_hangs_on_it(R& record) {
    const auto drop = [](auto&... amounts) { (amounts.reset(), ...); };
    if constexpr (requires { record.latitude.reset(); }) {
        if (!record.latitude || !record.longitude) drop(record.latitude, record.longitude);
    }
    if constexpr (requires { record.currency; }) {
        if (!record.currency.empty()) return;
        if constexpr (requires { record.budget; }) drop(record.budget);
        if constexpr (requires { record.total_cost; }) drop(record.total_cost, record.eu_contribution);
        if constexpr (requires { record.contribution; }) drop(record.contribution);
    }
}

}  // namespace

std::vector<std::string> natural_owners(const Record& record) {
    return std::visit([](const auto& r) { return owners_of(r); }, record);
}

std::vector<AccessRules::Key> AccessRules::put(const Record& record) {
    if (const auto* agreement = std::get_if<model::Agreement>(&record)) {
        agreements_.insert_or_assign(agreement->id, *agreement);
        return {};
    }
    const auto* disclosure = std::get_if<model::Disclosure>(&record);
    if (disclosure == nullptr) return {};
    std::vector<Key> concerned = erase(RecordKind::Disclosure, disclosure->id);
    const Key& key = concerned.emplace_back(disclosure->subject_kind, disclosure->subject);
    by_id_.emplace(disclosure->id, key);
    if (const auto other = by_subject_.find(key); other != by_subject_.end()) weigh(key, other->second, -1);
    by_subject_.insert_or_assign(key, *disclosure);
    weigh(key, *disclosure, 1);
    return concerned;
}

std::vector<AccessRules::Key> AccessRules::erase(RecordKind kind, std::string_view id) {
    if (kind == RecordKind::Agreement) {
        if (const auto known = agreements_.find(id); known != agreements_.end()) agreements_.erase(known);
    }
    const auto known = kind == RecordKind::Disclosure ? by_id_.find(id) : by_id_.end();
    if (known == by_id_.end()) return {};
    std::vector<Key> concerned{known->second};
    if (const auto subject = by_subject_.find(known->second); subject != by_subject_.end()) {
        weigh(known->second, subject->second, -1);
        by_subject_.erase(subject);
    }
    by_id_.erase(known);
    return concerned;
}

std::set<std::string> AccessRules::matched_with(std::string_view organisation,
                                                const model::Date& today) const {
    std::set<std::string> matched;
    for (const auto& [id, agreement] : agreements_) {
        const auto& parties = agreement.confirmed_by;
        if (std::find(parties.begin(), parties.end(), organisation) == parties.end()) continue;
        const bool is_over = agreement.valid_to.known() && agreement.valid_to < today;
        const bool is_ahead = agreement.signed_on.known() && today < agreement.signed_on;
        if (!is_over && !is_ahead) matched.insert(parties.begin(), parties.end());
    }
    return matched;
}

const model::Disclosure* AccessRules::about(RecordKind kind, std::string_view id) const {
    if (by_subject_.empty()) return nullptr;
    const auto found = by_subject_.find({kind, std::string(id)});
    return found == by_subject_.end() ? nullptr : &found->second;
}

const model::Agreement* AccessRules::agreement(std::string_view id) const {
    const auto found = agreements_.find(id);
    return found == agreements_.end() ? nullptr : &found->second;
}

void AccessRules::weigh(const Key& subject, const model::Disclosure& disclosure, std::ptrdiff_t times) {
    if (!hides_something(disclosure)) return;
    hiding_ += times;
    owners_[disclosure.owner] += times;
    if (subject.first == RecordKind::Organisation) {
        owners_[subject.second] += times;
    } else {
        hiding_others_ += times;
    }
}

std::string AccessRules::key(const Audience& audience) const {
    if (audience.is_operator || hides_nothing()) return "*";
    // Natural owners of other kinds (a membership's cluster …) are not in the disclosure: all of them count.
    const auto is_relevant = [this](const std::string& owner) {
        const auto known = owners_.find(owner);
        return hiding_others_ > 0 || (known != owners_.end() && known->second > 0);
    };
    std::string text = audience.is_signed_in ? "network" : "public";
    for (const std::string& own : audience.own) {
        if (is_relevant(own)) text += " own:" + own;
    }
    for (const std::string& matched : audience.matched) {
        if (audience.own.count(matched) == 0 && is_relevant(matched)) text += " matched:" + matched;
    }
    return text;
}

Sight::Sight(std::shared_ptr<const AccessRules> rules, Audience audience, std::optional<Audience> also)
    : rules_(std::move(rules)) {
    audiences_.push_back(std::move(audience));
    if (also) audiences_.push_back(std::move(*also));
}

bool Sight::sees_everything() const {
    return std::all_of(audiences_.begin(), audiences_.end(),
                       [](const Audience& audience) { return audience.is_operator; });
}

std::string Sight::key() const {
    std::string text;
    for (const Audience& audience : audiences_) {
        text += text.empty() ? "" : " & ";
        text += rules_->key(audience);
    }
    return text;
}

bool Sight::may(Visibility visibility, const std::vector<std::string>& owners) const {
    return std::all_of(audiences_.begin(), audiences_.end(),
                       [&](const Audience& audience) { return audience_may(audience, visibility, owners); });
}

bool Sight::sees_parties(std::string_view agreement) const {
    const model::Agreement* known = rules_->agreement(agreement);
    return known == nullptr ||
           std::all_of(known->parties.begin(), known->parties.end(),
                       [&](const std::string& party) { return sees(RecordKind::Organisation, party); });
}

bool Sight::sees(RecordKind kind, std::string_view id) const {
    if (kind == RecordKind::Agreement && !sees_parties(id)) return false;
    const model::Disclosure* disclosure = rules_->about(kind, id);
    if (disclosure == nullptr) return true;
    std::vector<std::string> owners{disclosure->owner};
    if (kind == RecordKind::Organisation) owners.emplace_back(id);
    return may(disclosure->visibility, owners);
}

bool Sight::hides(RecordKind kind, const std::string& id, std::string_view field) const {
    if (sees_everything()) return false;
    if (!sees(kind, id)) return true;
    const model::Disclosure* disclosure = rules_->about(kind, id);
    if (disclosure == nullptr) return false;
    std::vector<std::string> owners{disclosure->owner};
    if (kind == RecordKind::Organisation) owners.push_back(id);
    return std::any_of(disclosure->fields.begin(), disclosure->fields.end(), [&](const auto& each) {
        return each.field == field && !may(each.visibility, owners);
    });
}

std::optional<std::string> Sight::confided(const model::Disclosure* disclosure,
                                           std::vector<std::string> owners, const FieldTest& is_shown) const {
    if (disclosure == nullptr) return std::nullopt;
    if (disclosure->visibility >= Visibility::Matched) return disclosure->owner;
    owners.push_back(disclosure->owner);
    const bool sees_secret =
        std::any_of(disclosure->fields.begin(), disclosure->fields.end(), [&](const auto& field) {
            return field.visibility >= Visibility::Matched && is_shown(field.field) &&
                   may(field.visibility, owners);
        });
    return sees_secret ? std::optional<std::string>(disclosure->owner) : std::nullopt;
}

std::optional<std::string> Sight::confided_by(const Record& record) const {
    if (const auto* person = std::get_if<model::Person>(&record)) return person->organisation;
    if (const auto* claim = std::get_if<model::Claim>(&record)) {
        auto owner = confided(rules_->about(claim->subject_kind, claim->subject), natural_owners(record),
                              [&](std::string_view field) { return field == claim->predicate; });
        if (owner) return owner;
    }
    return confided(rules_->about(model::kind_of(record), model::id_of(record)), natural_owners(record),
                    [](std::string_view) { return true; });
}

std::optional<std::string> Sight::confided_in_lists(RecordKind kind, std::string_view id) const {
    std::vector<std::string> owners;
    if (kind == RecordKind::Organisation) owners.emplace_back(id);
    if (kind == RecordKind::Agreement) {
        if (const model::Agreement* known = rules_->agreement(id)) owners = known->parties;
    }
    return confided(rules_->about(kind, id), std::move(owners), is_in_lists);
}

bool Sight::may_see_people() const {
    const auto& rules = rules_->all();
    const auto opened = rules.lower_bound({RecordKind::Person, ""});
    if (opened != rules.end() && opened->first.first == RecordKind::Person) return true;
    return std::all_of(audiences_.begin(), audiences_.end(), [](const Audience& audience) {
        return audience.is_operator || !audience.own.empty();
    });
}

bool Sight::hides_some(RecordKind kind) const {
    if (sees_everything()) return false;
    const auto& rules = rules_->all();
    const bool hides_one = std::any_of(rules.begin(), rules.end(), [&](const auto& each) {
        return each.first.first == kind && !sees(kind, each.first.second);
    });
    if (hides_one || kind != RecordKind::Agreement) return hides_one;
    const auto& agreements = rules_->agreements();
    return std::any_of(agreements.begin(), agreements.end(),
                       [&](const auto& each) { return !sees(kind, each.first); });
}

bool Sight::sees_record(const Record& record) const {
    const RecordKind kind = model::kind_of(record);
    const model::Disclosure* disclosure = rules_->about(kind, model::id_of(record));
    const bool is_closed = kind == RecordKind::Person || kind == RecordKind::Disclosure;
    if (disclosure != nullptr || is_closed) {
        std::vector<std::string> owners = natural_owners(record);
        if (disclosure != nullptr) owners.push_back(disclosure->owner);
        if (!may(disclosure != nullptr ? disclosure->visibility : Visibility::Own, owners)) return false;
    }
    const auto joined = joined_by(record);
    const bool sees_ends = std::all_of(joined.begin(), joined.end(), [&](const AccessRules::Key& end) {
        return sees(end.first, end.second);
    });
    if (!sees_ends) return false;
    const auto* claim = std::get_if<model::Claim>(&record);
    return claim == nullptr || sees_claim(*claim);
}

/// A claim tells a field's value: it is seen as far as the field is.
bool Sight::sees_claim(const model::Claim& claim) const {
    // What these say can be seen only with the records that they join, which a claim does not name.
    const bool is_about_relation = claim.subject_kind == RecordKind::Membership ||
                                   claim.subject_kind == RecordKind::Participation ||
                                   claim.subject_kind == RecordKind::Person;
    if (is_about_relation) return false;
    std::vector<std::string> owners = natural_owners(claim);
    const model::Disclosure* about_subject = rules_->about(claim.subject_kind, claim.subject);
    if (about_subject != nullptr) {
        owners.push_back(about_subject->owner);
        for (const model::FieldVisibility& field : about_subject->fields) {
            if (field.field == claim.predicate && !may(field.visibility, owners)) return false;
        }
    }
    const bool is_open =
        claim.review == model::ClaimReview::NotNeeded || claim.review == model::ClaimReview::Accepted;
    return is_open || may(Visibility::Own, owners);
}

void Sight::hide_fields(Record& record) const {
    const model::Disclosure* disclosure = rules_->about(model::kind_of(record), model::id_of(record));
    if (disclosure == nullptr) return;
    std::vector<std::string> owners = natural_owners(record);
    owners.push_back(disclosure->owner);
    for (const model::FieldVisibility& field : disclosure->fields) {
        if (may(field.visibility, owners)) continue;
        std::visit(
            [&](auto& r) {
                hide(r, field.field);
                hide_what_hangs_on_it(r);
            },
            record);
    }
}

void Sight::keep_visible(RecordKind kind, std::vector<std::string>& ids) const {
    std::erase_if(ids, [&](const std::string& id) { return !sees(kind, id); });
}

void Sight::keep_visible(RecordKind kind, std::string& id) const {
    if (!id.empty() && !sees(kind, id)) id.clear();
}

void Sight::hide_references(Record& record) const {
    std::visit(
        [&](auto& r) {
            if constexpr (requires { r.source; }) {
                using R = std::remove_reference_t<decltype(r)>;
                if constexpr (!std::same_as<R, model::Claim>) keep_visible(RecordKind::Source, r.source);
            }
        },
        record);
    if (auto* r = std::get_if<model::Organisation>(&record); r != nullptr && r->cluster) {
        keep_visible(RecordKind::Organisation, r->cluster->management_entity);
        keep_visible(RecordKind::Organisation, r->cluster->association_entity);
    } else if (auto* project = std::get_if<model::Project>(&record)) {
        keep_visible(RecordKind::Project, project->predecessors);
    } else if (auto* delegation = std::get_if<model::Delegation>(&record)) {
        keep_visible(RecordKind::Organisation, delegation->organisers);
        keep_visible(RecordKind::Organisation, delegation->participants);
        keep_visible(RecordKind::Agreement, delegation->basis);
        keep_visible(RecordKind::Project, delegation->project);
    } else if (auto* news = std::get_if<model::News>(&record)) {
        keep_visible(RecordKind::Organisation, news->organisations);
        keep_visible(RecordKind::Project, news->projects);
        keep_visible(RecordKind::News, news->group);
        keep_visible(RecordKind::Organisation, news->keeper);
    } else if (auto* agreement = std::get_if<model::Agreement>(&record)) {
        keep_visible(RecordKind::Project, agreement->project);
    } else if (auto* programme = std::get_if<model::Programme>(&record)) {
        keep_visible(RecordKind::Organisation, programme->funder);
    }
}

std::optional<Record> Sight::shown(Record record) const {
    if (sees_everything()) return record;
    if (!sees_record(record)) return std::nullopt;
    hide_fields(record);
    if (!rules_->all().empty()) hide_references(record);
    return record;
}

}  // namespace kontor::service
