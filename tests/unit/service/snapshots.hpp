// SPDX-License-Identifier: EUPL-1.2
// Whether two snapshots say the same, for tests on small random networks.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "search/searcher.hpp"
#include "service/snapshot.hpp"
#include "support/match_network.hpp"

namespace kontor::service {

inline search::Answer answer(const Snapshot& snapshot, const std::string& words,
                             const std::vector<std::string>& topics = {}) {
    search::Request request;
    request.query = words;
    request.topics = topics;
    request.limit = 100;
    search::Searcher searcher;
    return searcher.search(*snapshot.index, request).value();
}

inline std::string partners_of(const network::Picture& picture, network::OrganisationIndex subject) {
    match::PartnerRequest request;
    request.subject = subject;
    request.limit = 100;
    std::string out;
    const match::PartnerAnswer answer = match::find_partners(picture, request).value();
    for (const match::Partner& one : answer.partners) {
        out += fmt::format("{} {}:", picture.at(one.organisation).id, one.score);
        for (const match::PartScore& part : one.parts)
            out += fmt::format(" {} from {}", part.value, part.evidence.size());
        out += "\n";
    }
    return out;
}

inline void expect_same(const Snapshot& kept, const Snapshot& anew) {
    ASSERT_EQ(kept.index->document_count(), anew.index->document_count());
    for (const char* words : {"", "o1", "p2 p3", "t1", "t4 o5", "oxg"}) {
        ASSERT_EQ(answer(kept, words), answer(anew, words)) << words;
    }
    for (std::size_t i = 0; i < anew.picture->topic_count(); ++i) {
        const std::string topic(anew.picture->at(network::TopicIndex(i)).id);
        ASSERT_EQ(answer(kept, "", {topic}), answer(anew, "", {topic})) << topic;
    }
    ASSERT_EQ(kept.picture->organisation_count(), anew.picture->organisation_count());
    for (std::size_t i = 0; i < anew.picture->organisation_count(); ++i) {
        const network::OrganisationIndex subject(i);
        ASSERT_EQ(partners_of(*kept.picture, subject), partners_of(*anew.picture, subject));
    }
}

inline std::vector<model::Record> records_of(const test::SmallNetwork& net) {
    std::vector<model::Record> out;
    for (const auto& [key, record] : net.records()) out.push_back(record);
    return out;
}

}  // namespace kontor::service
