// SPDX-License-Identifier: EUPL-1.2
// The code lists of the field (domain.md: CORDIS activity types and roles, EEN, Interreg). Each enumeration
// has a table of the words used in files, in the database and over HTTP; `unknown words` are faults, never a
// default.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kontor::model {

/// Specialised for each code list: `kWords[i]` is the word of enumerator i.
template <class E>
struct Words;

template <class E>
[[nodiscard]] constexpr std::string_view word(E value) {
    return Words<E>::kWords[static_cast<std::size_t>(value)];
}

template <class E>
[[nodiscard]] constexpr std::optional<E> from_word(std::string_view text) {
    for (std::size_t i = 0; i < Words<E>::kWords.size(); ++i) {
        if (Words<E>::kWords[i] == text) return static_cast<E>(i);
    }
    return std::nullopt;
}

enum class RecordKind {
    Source,
    Region,
    Place,
    Topic,
    Organisation,
    Membership,
    Programme,
    Call,
    Project,
    Participation,
    Agreement,
    Delegation,
    Claim,
    Person,
    Disclosure,
    News
};
template <>
struct Words<RecordKind> {
    static constexpr std::array<std::string_view, 16> kWords{
        "source",    "region", "place",      "topic",         "organisation", "membership",
        "programme", "call",   "project",    "participation", "agreement",    "delegation",
        "claim",     "person", "disclosure", "news"};
};

/// What came of thinking of somebody as a partner, as one's own organisation notes it.
enum class PartnerOutcome { Asked, Accepted, Declined, Met, Cooperated, Unwanted };
template <>
struct Words<PartnerOutcome> {
    static constexpr std::array<std::string_view, 6> kWords{"asked", "accepted",   "declined",
                                                            "met",   "cooperated", "unwanted"};
};

enum class TextOrigin { Person, Machine, Import };
template <>
struct Words<TextOrigin> {
    static constexpr std::array<std::string_view, 3> kWords{"person", "machine", "import"};
};

enum class SourceKind { File, Web, Press, Person, Demo };
template <>
struct Words<SourceKind> {
    static constexpr std::array<std::string_view, 5> kWords{"file", "web", "press", "person", "demo"};
};

enum class TopicScheme { Kontor, EuroSciVoc, Nace };
template <>
struct Words<TopicScheme> {
    static constexpr std::array<std::string_view, 3> kWords{"kontor", "euroscivoc", "nace"};
};

enum class TopicKind { Technology, Application, Sector, Science };
template <>
struct Words<TopicKind> {
    static constexpr std::array<std::string_view, 4> kWords{"technology", "application", "sector", "science"};
};

enum class OrganisationKind {
    Cluster,
    Company,
    University,
    ResearchInstitute,
    Clinic,
    EndUser,
    PublicBody,
    Association,
    Other
};
template <>
struct Words<OrganisationKind> {
    static constexpr std::array<std::string_view, 9> kWords{
        "cluster",     "company",     "university", "research_institute", "clinic", "end_user",
        "public_body", "association", "other"};
};

enum class NameType { Legal, Short, Alias, Former };
template <>
struct Words<NameType> {
    static constexpr std::array<std::string_view, 4> kWords{"legal", "short", "alias", "former"};
};

/// CORDIS: higher education, research organisation, private for profit, public body, other.
enum class ActivityType { Unknown, HES, REC, PRC, PUB, OTH };
template <>
struct Words<ActivityType> {
    static constexpr std::array<std::string_view, 6> kWords{"", "HES", "REC", "PRC", "PUB", "OTH"};
};

enum class SizeClass { Unknown, Micro, Small, Medium, Large };
template <>
struct Words<SizeClass> {
    static constexpr std::array<std::string_view, 5> kWords{"", "micro", "small", "medium", "large"};
};

enum class MembershipType {
    Unknown,
    Sme,
    Large,
    Research,
    University,
    Public,
    EndUser,
    Investor,
    Associate,
    Mutual
};
template <>
struct Words<MembershipType> {
    static constexpr std::array<std::string_view, 10> kWords{"",           "sme",    "large",    "research",
                                                             "university", "public", "end_user", "investor",
                                                             "associate",  "mutual"};
};

enum class ProjectStatus { Unknown, Planned, Running, Closed, Terminated };
template <>
struct Words<ProjectStatus> {
    static constexpr std::array<std::string_view, 5> kWords{"unknown", "planned", "running", "closed",
                                                            "terminated"};
};

enum class ParticipationRole {
    Coordinator,
    Participant,
    ThirdParty,
    AssociatedPartner,
    InternationalPartner,
    NetworkPartner
};
template <>
struct Words<ParticipationRole> {
    static constexpr std::array<std::string_view, 6> kWords{"coordinator",           "participant",
                                                            "third_party",           "associated_partner",
                                                            "international_partner", "network_partner"};
};

enum class AgreementType {
    Nda,
    Loi,
    Mou,
    Cooperation,
    Partnership,
    Consortium,
    Arrangement,
    Licence,
    RndContract,
    MutualMembership
};
template <>
struct Words<AgreementType> {
    static constexpr std::array<std::string_view, 10> kWords{
        "nda",        "loi",         "mou",     "cooperation",  "partnership",
        "consortium", "arrangement", "licence", "rnd_contract", "mutual_membership"};
};

enum class ClaimStatus { Stated, Planned, Amended, Final };
template <>
struct Words<ClaimStatus> {
    static constexpr std::array<std::string_view, 4> kWords{"stated", "planned", "amended", "final"};
};

/// Whether somebody in charge has looked at a claim; nobody has to when its source may speak for itself.
enum class ClaimReview { NotNeeded, Waiting, Accepted, Rejected };
template <>
struct Words<ClaimReview> {
    static constexpr std::array<std::string_view, 4> kWords{"", "waiting", "accepted", "rejected"};
};

/// Who may see something: everybody; whoever is signed in; those with whom its owner has an agreement in
/// force; the owner's own people.
enum class Visibility { Public, Network, Matched, Own };
template <>
struct Words<Visibility> {
    static constexpr std::array<std::string_view, 4> kWords{"public", "network", "matched", "own"};
};

}  // namespace kontor::model
