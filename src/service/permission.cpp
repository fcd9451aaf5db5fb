// SPDX-License-Identifier: EUPL-1.2
#include "service/permission.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "service/phrases.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using model::RecordKind;
using model::Role;

struct Rule {
    Action action;
    std::string_view scope;
    std::array<bool, 9> roles;  // by model::Role
};

// manager, project, event, editor, member, partner, jury, funder, administrator
constexpr Rule kRules[] = {
    {Action::Read, "read", {1, 1, 1, 1, 1, 1, 1, 1, 1}},
    {Action::Export, "export", {1, 1, 1, 1, 1, 1, 1, 1, 1}},
    {Action::Import, "import", {1, 0, 0, 1, 0, 0, 0, 0, 1}},
    {Action::EditProfile, "write", {1, 0, 0, 1, 1, 0, 0, 0, 1}},
    {Action::EditProject, "write", {1, 1, 0, 1, 0, 0, 0, 0, 1}},
    {Action::EditEvent, "write", {1, 0, 1, 1, 0, 0, 0, 0, 1}},
    {Action::NotePartner, "write", {1, 1, 1, 1, 1, 0, 0, 0, 0}},
    {Action::Press, "write", {1, 1, 0, 1, 0, 0, 0, 0, 0}},
    {Action::Suggest, "write", {1, 1, 1, 1, 1, 1, 1, 1, 1}},
    {Action::Review, "write", {1, 0, 0, 1, 1, 0, 0, 0, 1}},
    {Action::Disclose, "write", {1, 0, 0, 0, 1, 0, 0, 0, 0}},
    {Action::GiveRoles, "roles", {1, 0, 0, 0, 0, 0, 0, 0, 1}},
    {Action::ReadAudit, "audit", {1, 0, 0, 0, 0, 0, 0, 0, 1}},
    {Action::Administer, "admin", {0, 0, 0, 0, 0, 0, 0, 0, 1}},
    {Action::Maintain, "admin", {0, 0, 0, 0, 0, 0, 0, 0, 0}},
};

const Rule& rule_of(Action action) {
    return kRules[static_cast<std::size_t>(action)];
}

bool allows(const Rule& rule, Role role) {
    return rule.roles[static_cast<std::size_t>(role)];
}

bool is_outsider(Role role) {
    return role == Role::PartnerCluster || role == Role::Jury || role == Role::Funder;
}

base::Error refused(const Asker& asker, Phrase why) {
    return {ErrorCode::OperationNotPermitted, {{"reason", say(why, asker.language)}}, {}, {}};
}

void add_unique(std::vector<std::string>& list, std::string_view id) {
    if (!id.empty() && std::find(list.begin(), list.end(), id) == list.end()) list.emplace_back(id);
}

/// Whom an organisation manages is no reason: anybody may name it in the own profile.
void add_clusters(const std::string& organisation, const network::Picture& picture, const AccessRules& rules,
                  std::vector<std::string>& list) {
    const auto index = picture.find_organisation(organisation);
    if (!index) return;
    for (const network::MembershipIndex membership : picture.memberships(*index)) {
        const network::Membership found = picture.at(membership);
        const std::string_view cluster = picture.at(found.cluster).id;
        const model::Disclosure* rule = rules.about(RecordKind::Membership, found.id);
        const bool is_claimed_only = rule != nullptr && rule->owner != cluster;
        if (found.standing == network::Standing::Current && !is_claimed_only) add_unique(list, cluster);
    }
}

void add_participants(const std::string& project, const network::Picture& picture,
                      std::vector<std::string>& list) {
    const auto index = picture.find_project(project);
    if (!index) return;
    for (const network::Participation& part : picture.participations(*index)) {
        add_unique(list, picture.at(part.organisation).id);
    }
}

/// What stands for a record when one asks who cares for it: a participation is cared for as its project is.
AccessRules::Key cared_for_as(const model::Record& record) {
    if (const auto* part = std::get_if<model::Participation>(&record))
        return {RecordKind::Project, part->project};
    if (const auto* claim = std::get_if<model::Claim>(&record)) return {claim->subject_kind, claim->subject};
    if (const auto* rule = std::get_if<model::Disclosure>(&record))
        return {rule->subject_kind, rule->subject};
    return {model::kind_of(record), model::id_of(record)};
}

}  // namespace

std::span<const std::string_view> known_scopes() {
    static constexpr std::string_view kScopes[] = {"read",  "export", "import", "write",
                                                   "roles", "audit",  "admin"};
    return kScopes;
}

std::string_view scope_of(Action action) {
    return rule_of(action).scope;
}

base::Outcome permit(const Asker& asker, Action action, std::span<const std::string> organisations) {
    if (asker.standing == Standing::Operator) return base::Done{};
    const Rule& rule = rule_of(action);
    const bool is_limited = asker.standing == Standing::User && asker.session.empty();
    if (is_limited && action != Action::Read &&
        std::find(asker.scopes.begin(), asker.scopes.end(), rule.scope) == asker.scopes.end()) {
        return base::Error{ErrorCode::ScopeMissing, {{"scope", std::string(rule.scope)}}, {}, {}};
    }
    if (action == Action::Read) return base::Done{};
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    if (action == Action::Export || action == Action::Suggest) return base::Done{};
    if (action == Action::Maintain) return refused(asker, Phrase::OnlyAtTheMachine);
    const bool is_allowed = std::any_of(asker.roles.begin(), asker.roles.end(), [&](const RoleAt& held) {
        if (!allows(rule, held.role)) return false;
        if (held.role == Role::Administrator) return true;
        return std::find(organisations.begin(), organisations.end(), held.organisation) !=
               organisations.end();
    });
    if (is_allowed) return base::Done{};
    return refused(asker, organisations.empty() ? Phrase::OnlyForAdministrators : Phrase::NoRoleForThis);
}

std::vector<std::string> allowed_by(Role role) {
    static constexpr std::pair<Action, const char*> kWords[] = {{Action::Import, "import"},
                                                                {Action::EditProfile, "edit_profile"},
                                                                {Action::EditProject, "edit_project"},
                                                                {Action::EditEvent, "edit_event"},
                                                                {Action::Press, "press"},
                                                                {Action::Review, "review"},
                                                                {Action::Disclose, "disclose"},
                                                                {Action::GiveRoles, "give_roles"},
                                                                {Action::ReadAudit, "read_audit"},
                                                                {Action::Administer, "administer"}};
    std::vector<std::string> list;
    for (const auto& [action, word] : kWords) {
        if (allows(rule_of(action), role)) list.emplace_back(word);
    }
    return list;
}

Action editing(RecordKind kind) {
    switch (kind) {
        case RecordKind::Organisation:
        case RecordKind::Membership:
        case RecordKind::Person:
        case RecordKind::News:
            return Action::EditProfile;
        case RecordKind::Project:
        case RecordKind::Participation:
        case RecordKind::Agreement:
            return Action::EditProject;
        case RecordKind::Delegation:
            return Action::EditEvent;
        case RecordKind::Claim:
            return Action::Review;
        case RecordKind::Disclosure:
            return Action::Disclose;
        case RecordKind::Source:
        case RecordKind::Region:
        case RecordKind::Place:
        case RecordKind::Topic:
        case RecordKind::Programme:
        case RecordKind::Call:
            return Action::Administer;
    }
    return Action::Administer;
}

std::vector<std::string> keepers(const model::Record& record, const network::Picture& picture,
                                 const AccessRules& rules) {
    const auto [kind, id] = cared_for_as(record);
    std::vector<std::string> list;
    if (const auto* membership = std::get_if<model::Membership>(&record)) {
        list = {membership->cluster};
    } else if (kind != RecordKind::Project) {
        list = natural_owners(record);
    }
    const model::Disclosure* disclosure = rules.about(kind, id);
    if (disclosure != nullptr) {
        add_unique(list, disclosure->owner);
        if (kind == RecordKind::Organisation) add_unique(list, id);
        return list;
    }
    if (kind == RecordKind::Project) add_participants(id, picture, list);
    // A project that nobody takes part in yet is for whoever brings the first participant.
    if (kind == RecordKind::Project && list.empty()) list = natural_owners(record);
    const std::vector<std::string> owners = list;
    for (const std::string& owner : owners) add_clusters(owner, picture, rules, list);
    return list;
}

std::vector<std::string> givers(const model::Record& record, const network::Picture& picture,
                                const AccessRules& rules) {
    const model::Disclosure* rule = model::kind_of(record) == RecordKind::Membership
                                        ? rules.about(RecordKind::Membership, model::id_of(record))
                                        : nullptr;
    if (rule != nullptr) return {rule->owner};
    return keepers(record, picture, rules);
}

std::vector<std::string> organisations_for(const Asker& asker, Action action) {
    std::vector<std::string> list;
    for (const RoleAt& held : asker.roles) {
        if (allows(rule_of(action), held.role)) add_unique(list, held.organisation);
    }
    return list;
}

Audience audience_of(const Asker& asker, const AccessRules& rules, const model::Date& today) {
    Audience audience;
    audience.is_operator = asker.standing == Standing::Operator;
    audience.is_signed_in = asker.is_signed_in();
    for (const RoleAt& held : asker.roles) {
        if (held.organisation.empty()) continue;
        (is_outsider(held.role) ? audience.matched : audience.own).insert(held.organisation);
    }
    for (const std::string& own : audience.own) audience.matched.merge(rules.matched_with(own, today));
    return audience;
}

std::optional<Audience> audience_seen_as(const Asker& asker, const AccessRules& rules,
                                         const model::Date& today) {
    if (asker.seen_as.empty()) return std::nullopt;
    Audience seen;
    if (asker.seen_as == "public") return seen;
    seen.is_signed_in = true;
    if (asker.seen_as == "network") return seen;
    seen.own.insert(asker.seen_as);
    const Audience asking = audience_of(asker, rules, today);
    for (const std::string& matched : rules.matched_with(asker.seen_as, today)) {
        if (asking.is_operator || asking.own.count(matched) > 0) seen.matched.insert(matched);
    }
    return seen;
}

}  // namespace kontor::service
