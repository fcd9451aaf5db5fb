// SPDX-License-Identifier: EUPL-1.2
// A partner query in words becomes a request to the engine: ids and code words are looked up, the need's
// topics are recognised, every fault is collected.
#pragma once

#include "match/partners.hpp"
#include "service/partner_presets.hpp"
#include "service/partner_service.hpp"

namespace kontor::service {

struct ReadQuery {
    match::PartnerRequest request;
    /// Topics recognised in the need, in order of appearance.
    std::vector<network::TopicIndex> understood;
    Preset preset = Preset::Usual;
};

/// `usual` are the weights of the preset of that name.
[[nodiscard]] base::Result<ReadQuery> read_query(const PartnerQuery& query, const Snapshot& snapshot,
                                                 const match::Usual& usual, std::string_view language);

}  // namespace kontor::service
