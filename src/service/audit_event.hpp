// SPDX-License-Identifier: EUPL-1.2
// Everything that the audit tells: what is written to the log (store::AuditEntry::action), and what the
// change feed tells of records. Each has words in every language (phrases "audit-…"). Pure.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/codes.hpp"

namespace kontor::service {

enum class AuditEvent {
    RecordCreated,
    RecordChanged,
    RecordErased,
    RecordRevealed,
    PersonErased,
    PersonExported,
    OrganisationMerged,
    BatchUndone,
    DisclosureSet,
    ProfileConfirmed,
    SessionBegun,
    SessionRefused,
    SessionEnded,
    SessionOthersEnded,
    PasswordChanged,
    PasswordResetAsked,
    SecondFactorAdded,
    SecondFactorRemoved,
    RoleOffered,
    RoleGiven,
    RoleAccepted,
    RoleTaken,
    TokenCreated,
    TokenWithdrawn,
    AccountAdded,
    AccountChanged,
    AccountLocked,
    AccountUnlocked,
    AccountDeleted,
    AccountBound,
    AccountUnbound,
    LinkCreated,
    LinkUsed,
    DeskSwept,
    CareOffered,
    CareAccepted,
    CareDeclined,
    CareWithdrawn,
    CareSet,
    PartnerNoteMade,
    PartnerNoteWithdrawn,
    ModelTrained,
    ModelForgotten,
    PressBrought,
    PressDecided,
    PressWithdrawn,
    PressRestored,
    PressForgotten,
    PressNameAdded,
    PressRuleSet,
    PressRuleApplied,
    FeedSubscribed,
    FeedUnsubscribed,
    FeedRead
};

}  // namespace kontor::service

namespace kontor::model {
template <>
struct Words<service::AuditEvent> {
    static constexpr std::array<std::string_view, 54> kWords{"record.created",
                                                             "record.changed",
                                                             "record.erased",
                                                             "record.revealed",
                                                             "person.erased",
                                                             "person.exported",
                                                             "organisation.merged",
                                                             "batch.undone",
                                                             "disclosure.set",
                                                             "profile.confirmed",
                                                             "session.begun",
                                                             "session.refused",
                                                             "session.ended",
                                                             "session.others_ended",
                                                             "password.changed",
                                                             "password.reset_asked",
                                                             "second_factor.added",
                                                             "second_factor.removed",
                                                             "role.offered",
                                                             "role.given",
                                                             "role.accepted",
                                                             "role.taken",
                                                             "token.created",
                                                             "token.withdrawn",
                                                             "account.added",
                                                             "account.changed",
                                                             "account.locked",
                                                             "account.unlocked",
                                                             "account.deleted",
                                                             "account.bound",
                                                             "account.unbound",
                                                             "link.created",
                                                             "link.used",
                                                             "desk.swept",
                                                             "care.offered",
                                                             "care.accepted",
                                                             "care.declined",
                                                             "care.withdrawn",
                                                             "care.set",
                                                             "partner_note.made",
                                                             "partner_note.withdrawn",
                                                             "model.trained",
                                                             "model.forgotten",
                                                             "press.brought",
                                                             "press.decided",
                                                             "press.withdrawn",
                                                             "press.restored",
                                                             "press.forgotten",
                                                             "press.name_added",
                                                             "press.rule_set",
                                                             "press.rule_applied",
                                                             "feed.subscribed",
                                                             "feed.unsubscribed",
                                                             "feed.read"};
};
}  // namespace kontor::model

namespace kontor::service {

/// As the log keeps it: "role.given".
[[nodiscard]] inline std::string action_of(AuditEvent event) {
    return std::string(model::word(event));
}

/// For people: "gave a role". What an older Kontor has written and this one does not know stays as it is.
[[nodiscard]] std::string action_name(std::string_view action, std::string_view language);

/// The particulars of a line in words: "role: editor". `detail` is a flat object in JSON, as account_event
/// writes it; what this Kontor does not know is left out.
/// `name_of` gives the name of the organisation with an id; empty for one that the reader cannot see.
[[nodiscard]] std::string detail_words(std::string_view detail, std::string_view language,
                                       const std::function<std::string(const std::string&)>& name_of = {});

}  // namespace kontor::service
