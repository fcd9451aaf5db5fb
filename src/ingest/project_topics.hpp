// SPDX-License-Identifier: EUPL-1.2
// Gives a project its topics from its own words. Pure; one tagger may serve several threads.
#pragma once

#include "model/records.hpp"

namespace kontor::text {
class TopicTagger;
}

namespace kontor::ingest {

/// Adds the topics found in titles, objective and keywords to project.topics (sorted, without repetition).
/// Keywords that name a part of the programme ("SC1", "LEIT", "MSCA") are not words about the project and are
/// left out.
void tag_project(model::Project& project, const text::TopicTagger& tagger);

}  // namespace kontor::ingest
