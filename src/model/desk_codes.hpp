// SPDX-License-Identifier: EUPL-1.2
// The code lists of the desk's records (desk.hpp) with their words. Pure.
#pragma once

#include <array>
#include <string_view>

#include "model/codes.hpp"

namespace kontor::model {

enum class DeskKind {
    User,
    Grant,
    Session,
    ApiToken,
    Link,
    Mail,
    Draft,
    CareOffer,
    PartnerNote,
    TrainedModel,
    PressItem,
    PressClaim,
    PressMemory,
    PressFeed,
    PressRule
};
template <>
struct Words<DeskKind> {
    static constexpr std::array<std::string_view, 15> kWords{
        "user",       "grant",       "session",      "api_token",    "link",
        "mail",       "draft",       "care_offer",   "partner_note", "trained_model",
        "press_item", "press_claim", "press_memory", "press_feed",   "press_rule"};
};

/// What somebody does for an organisation, or, without one, for this Kontor (administrator).
enum class Role {
    ClusterManager,
    ProjectManager,
    EventManager,
    Editor,
    MemberContact,
    PartnerCluster,
    Jury,
    Funder,
    Administrator
};
template <>
struct Words<Role> {
    static constexpr std::array<std::string_view, 9> kWords{
        "cluster_manager", "project_manager", "event_manager", "editor",
        "member_contact",  "partner_cluster", "jury",          "funder",
        "administrator"};
};

enum class UserState { Invited, Active, Locked };
template <>
struct Words<UserState> {
    static constexpr std::array<std::string_view, 3> kWords{"invited", "active", "locked"};
};

enum class LinkPurpose { Setup, Invitation, PasswordReset, Confirmation };
template <>
struct Words<LinkPurpose> {
    static constexpr std::array<std::string_view, 4> kWords{"setup", "invitation", "password_reset",
                                                            "confirmation"};
};

enum class MailState { Waiting, Sent, Failed };
template <>
struct Words<MailState> {
    static constexpr std::array<std::string_view, 3> kWords{"waiting", "sent", "failed"};
};

enum class PressState { Open, Done, Withdrawn };
template <>
struct Words<PressState> {
    static constexpr std::array<std::string_view, 3> kWords{"open", "done", "withdrawn"};
};

enum class PressClaimState { Waiting, Accepted, Corrected, Rejected };
template <>
struct Words<PressClaimState> {
    static constexpr std::array<std::string_view, 4> kWords{"waiting", "accepted", "corrected", "rejected"};
};

/// Whose record a name means, that it is no name, what kind of thing it names; what a rule of the reader
/// found wrongly.
enum class PressLesson { Alias, Refused, Kind, Pattern };
template <>
struct Words<PressLesson> {
    static constexpr std::array<std::string_view, 4> kWords{"alias", "refused", "kind", "pattern"};
};

/// Whether a feed is read when its day has come.
enum class FeedState { Active, Paused };
template <>
struct Words<FeedState> {
    static constexpr std::array<std::string_view, 2> kWords{"active", "paused"};
};

}  // namespace kontor::model
