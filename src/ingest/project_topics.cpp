// SPDX-License-Identifier: EUPL-1.2
#include "ingest/project_topics.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/limits.hpp"
#include "text/topic_tagger.hpp"

namespace kontor::ingest {
namespace {

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Parts of the framework programmes ("SC1", "LEIT", "Innovation in SMEs") and identifiers of calls and topics
// ("ICT-15-2014", "HEALTH.2013.2.1.1-1", "ERC-PoC-2014").
bool names_a_programme_part(std::string_view keyword) {
    constexpr std::array<std::string_view, 2> kParts{"Euratom", "Innovation in SMEs"};
    if (std::find(kParts.begin(), kParts.end(), keyword) != kParts.end()) return true;
    if (keyword.find(' ') != std::string_view::npos) return false;
    if (std::none_of(keyword.begin(), keyword.end(), is_lower)) return true;
    for (std::size_t at = keyword.find("20"); at != std::string_view::npos; at = keyword.find("20", at + 1)) {
        if (at + 4 <= keyword.size() && is_digit(keyword[at + 2]) && is_digit(keyword[at + 3])) return true;
    }
    return false;
}

}  // namespace

void tag_project(model::Project& project, const text::TopicTagger& tagger) {
    std::set<std::string> topics(project.topics.begin(), project.topics.end());
    const auto tag = [&](std::string_view text) {
        for (const text::TopicMatch& match : tagger.matches(text))
            topics.insert(tagger.topic_id(match.topic));
    };
    for (const model::Text& title : project.titles) {
        if (title.origin != model::TextOrigin::Machine) tag(title.text);
    }
    for (const model::Text& objective : project.objective) tag(objective.text);
    for (const std::string& keyword : project.keywords) {
        if (!names_a_programme_part(keyword)) tag(keyword);
    }
    project.topics.assign(topics.begin(), topics.end());
    if (project.topics.size() > base::limits::kListItems) project.topics.resize(base::limits::kListItems);
}

}  // namespace kontor::ingest
