// SPDX-License-Identifier: EUPL-1.2
// Who may be a partner at all, and whom to look at. When the filters leave few, all of them are looked at;
// otherwise those who share a topic, offer or need what is missing, or are near in the cooperation graph, up
// to Bounds.
#pragma once

#include <vector>

#include "match/subject.hpp"

namespace kontor::match {

class Filter {
public:
    Filter(const Scene& scene, const Subject& subject, const PartnerRequest& request);
    [[nodiscard]] Exclusion check(OrganisationIndex organisation) const;
    /// The shortest list that contains all who pass kinds, countries and topics; each once, ascending.
    [[nodiscard]] std::vector<OrganisationIndex> pool(std::size_t& length) const;

private:
    [[nodiscard]] bool kind_passes(model::OrganisationKind kind) const;

    const network::Picture& picture_;
    const Subject& subject_;
    const PartnerFilters& filters_;
    std::array<bool, model::Words<model::OrganisationKind>::kWords.size()> kinds_{};
    std::vector<network::CountryCode> countries_;
    std::vector<bool> with_topic_;  // empty: any
    std::vector<bool> excluded_;
    std::vector<bool> own_house_;
    std::vector<TopicIndex> topics_;  // with all that is below
};

struct Candidates {
    std::vector<OrganisationIndex> organisations;  // pass the filter, ascending
    std::size_t considered = 0;
};
[[nodiscard]] Candidates find_candidates(const Scene& scene, const Subject& subject, const Filter& filter);

/// Why nobody passes; NothingInCommon when somebody does.
[[nodiscard]] NoCandidate why_nobody(const Scene& scene, const Filter& filter);

}  // namespace kontor::match
