// SPDX-License-Identifier: EUPL-1.2
// How records look inside answers: references, briefs, sources. Functions of one snapshot and the reader's
// language; what is confidential among what they name is noted as shown (VisibleRecords::note_listed).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "service/answers.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

/// A profile not confirmed for this long is stale.
inline constexpr int kStaleDays = 2 * 365;

class Views {
public:
    /// For the work of the house itself; `snapshot` must outlive the Views.
    Views(const Snapshot& snapshot, std::string_view language);
    /// For an asker: of whatever these name it is noted that the asker has been shown it. `view` must outlive
    /// them.
    Views(const View& view, std::string_view language);

    /// Says that a list shows this, for what these do not name themselves.
    void note(model::RecordKind kind, std::string_view id) const;

    [[nodiscard]] Ref ref(network::OrganisationIndex organisation) const;
    [[nodiscard]] Ref ref(network::ProjectIndex project) const;
    [[nodiscard]] Ref ref(network::ProgrammeIndex programme) const;
    [[nodiscard]] Ref ref(network::TopicIndex topic) const;
    [[nodiscard]] Ref ref(network::AgreementIndex agreement) const;
    [[nodiscard]] Ref ref(network::DelegationIndex delegation) const;
    /// A reference by id; its name is the id when the picture does not hold it. Empty id: an empty Ref.
    [[nodiscard]] Ref organisation_ref(std::string_view id) const;
    [[nodiscard]] Ref project_ref(std::string_view id) const;
    [[nodiscard]] Ref programme_ref(std::string_view id) const;

    [[nodiscard]] OrganisationBrief brief(network::OrganisationIndex organisation) const;
    /// The first `limit` of a list.
    [[nodiscard]] std::vector<OrganisationBrief> briefs(std::span<const network::OrganisationIndex> list,
                                                        std::size_t limit) const;
    /// At most `limit` topics with most of it first.
    [[nodiscard]] std::vector<Ref> leading_topics(network::OrganisationIndex organisation,
                                                  std::size_t limit) const;
    [[nodiscard]] std::vector<Ref> topics(std::span<const network::TopicIndex> list) const;

    /// "Finnland" for a reader of German; "" for no country.
    [[nodiscard]] const std::string& country(std::string_view code) const;

    [[nodiscard]] const network::Picture& picture() const { return *snapshot_.picture; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return *snapshot_.vocabulary; }
    [[nodiscard]] const std::string& language() const { return language_; }

private:
    const Snapshot& snapshot_;
    const VisibleRecords* records_ = nullptr;
    std::string language_;
};

/// ISO date of a day; "" for an unknown one.
[[nodiscard]] std::string iso_date(network::Day day);

/// A day as the reader's language writes it ("1. März 2026"); "" for an unknown one.
[[nodiscard]] std::string spoken_day(network::Day day, std::string_view language);

/// The label of a code word in the reader's language: label("organisation", "research_institute", "de").
[[nodiscard]] std::string code_label(std::string_view list, std::string_view word, std::string_view language);

[[nodiscard]] SourceView source_view(const model::Source& source);
/// Where the counts on a page are from: this Kontor's own records, as of the snapshot's day.
[[nodiscard]] SourceView counted_here(const Views& views);
/// Where the names of countries are from.
[[nodiscard]] SourceView country_names_source(std::string_view language);

}  // namespace kontor::service
