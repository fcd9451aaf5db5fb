// SPDX-License-Identifier: EUPL-1.2
// Who may do what: the one table that decides it, for every door. A role counts at the organisation it was
// given for; a record is in the care of its keepers, and who has a fitting role at one of them may change it.
// Pure; any number of threads.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/records.hpp"
#include "network/picture.hpp"
#include "service/asker.hpp"
#include "service/sight.hpp"

namespace kontor::service {

enum class Action {
    Read,         // what one may see
    Export,       // what one may see, in bulk
    Import,       // a member list of a cluster
    EditProfile,  // organisations, memberships, people
    EditProject,  // projects, participations, agreements
    EditEvent,    // delegations
    NotePartner,  // what came of asking, for the organisation's own people
    Press,        // the press desk of an organisation
    Suggest,      // a value for somebody else's record
    Review,       // accept, correct and reject claims; merge and undo
    Disclose,     // who may see a record and its fields
    GiveRoles,    // invite, give and take roles at an organisation
    ReadAudit,    // what others did at an organisation
    Administer,   // accounts, mail queue, vocabularies
    Maintain      // the installation: bulk imports, backup, restore, doctor
};

/// What an API token may be limited to; a token without scopes only reads.
[[nodiscard]] std::span<const std::string_view> known_scopes();

/// The scope a token needs for an action: "read", "export", "import", "write", "roles", "audit", "admin".
[[nodiscard]] std::string_view scope_of(Action action);

/// Whether `asker` may do `action` in the care of one of `organisations`; empty organisations stand for the
/// Kontor as a whole, which the administrator cares for. SignInRequired when nobody is signed in,
/// OperationNotPermitted with the reason else.
[[nodiscard]] base::Outcome permit(const Asker& asker, Action action,
                                   std::span<const std::string> organisations = {});

/// The words of the contract for what a role allows at its organisation.
[[nodiscard]] std::vector<std::string> allowed_by(model::Role role);

/// The action that changing a record of this kind is.
[[nodiscard]] Action editing(model::RecordKind kind);

/// Organisations in whose care a record is: its owners (of a membership the cluster alone, of a participation
/// those of the project), the disclosure's owner, and, as long as no disclosure names another owner, the
/// clusters that an organisation belongs to and the participants of a project. A membership that a disclosure
/// gives to somebody else than its cluster is a claim of the cluster's: it gives no care
/// (membership_care.hpp).
[[nodiscard]] std::vector<std::string> keepers(const model::Record& record, const network::Picture& picture,
                                               const AccessRules& rules);

/// Those of the keepers who may give the care of a record away: of a membership that is only claimed, whoever
/// the claim is left to, and not the cluster that claims it.
[[nodiscard]] std::vector<std::string> givers(const model::Record& record, const network::Picture& picture,
                                              const AccessRules& rules);

/// The organisations at which the asker has one of the roles that allow `action`, in the order of the roles.
[[nodiscard]] std::vector<std::string> organisations_for(const Asker& asker, Action action);

/// What the asker may see by the roles. Jury, funder and partner cluster look on from outside: they count as
/// matched with the organisation, not as its own people.
[[nodiscard]] Audience audience_of(const Asker& asker, const AccessRules& rules, const model::Date& today);

/// The audience that Asker::seen_as names, if it names one. Of an organisation's agreements it knows those
/// with the asker's own organisations only, so that nobody learns of others by looking through its eyes.
[[nodiscard]] std::optional<Audience> audience_seen_as(const Asker& asker, const AccessRules& rules,
                                                       const model::Date& today);

}  // namespace kontor::service
