// SPDX-License-Identifier: EUPL-1.2
#include "ingest/project_topics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/topic_tagger.hpp"

namespace kontor::ingest {
namespace {

using testing::ElementsAre;

model::Topic topic(const std::string& id, const std::string& label) {
    model::Topic out;
    out.id = id;
    out.labels = {{"en", label}};
    return out;
}

TEST(TagProject, FindsTopicsInTheProjectsOwnWords) {
    const std::vector<model::Topic> topics{topic("photonics", "photonics"), topic("health", "SC1"),
                                           topic("lasers", "laser"), topic("ict", "ICT"),
                                           topic("printing", "3D-printing")};
    const text::TopicTagger tagger(topics);
    model::Project project;
    project.titles = {{"en", "Better laser sources", model::TextOrigin::Import}};
    project.objective = {{"en", "We advance photonics.", model::TextOrigin::Import}};
    project.keywords = {"SC1", "ICT-15-2014", "3D-printing"};
    project.topics = {"zeta"};
    tag_project(project, tagger);
    EXPECT_THAT(project.topics, ElementsAre("lasers", "photonics", "printing", "zeta"));
    const auto once = project.topics;
    tag_project(project, tagger);
    EXPECT_EQ(project.topics, once);
}

TEST(TagProject, PassesOverStandInTitles) {
    const std::vector<model::Topic> topics{topic("h2020", "H2020")};
    const text::TopicTagger tagger(topics);
    model::Project project;
    project.titles = {{"und", "H2020 207027", model::TextOrigin::Machine}};
    tag_project(project, tagger);
    EXPECT_THAT(project.topics, testing::IsEmpty());
}

}  // namespace
}  // namespace kontor::ingest
