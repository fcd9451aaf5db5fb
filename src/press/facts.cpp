// SPDX-License-Identifier: EUPL-1.2
#include "press/facts.hpp"

namespace kontor::press {
namespace {

/// A sentence that names more is a list of something else, and rules look at all its pairs.
constexpr std::size_t kMentions = 200;
constexpr std::uint32_t kTokens = 1'500;

}  // namespace

std::vector<Fact> facts_of(const Findings& findings, const Marked& marked) {
    const Scene scene(findings, marked);
    FactSink sink(scene);
    for (std::uint32_t s = 0; s < scene.sentence_count(); ++s) {
        const Sentence& sentence = scene.sentence(s);
        const bool is_readable = sentence.kind != SentenceKind::Furniture &&
                                 scene.mentions(s).size() <= kMentions &&
                                 sentence.end - sentence.first <= kTokens;
        if (!is_readable) continue;
        read_item_facts(scene, s, sink);
        read_label_facts(scene, s, sink);
        read_listed_lines(scene, s, sink);
        if (scene.mentions(s).empty() && scene.dates(s).empty() && scene.counts(s).empty()) {
            read_figure_facts(scene, s, sink);
            continue;
        }
        read_funding_facts(scene, s, sink);  // whoever gives the money is no partner by that
        read_owner_facts(scene, s, sink);    // who leads is no partner beside
        read_partner_facts(scene, s, sink);
        read_member_facts(scene, s, sink);
        read_host_facts(scene, s, sink);
        read_frame_facts(scene, s, sink);
        read_event_facts(scene, s, sink);
        read_trip_facts(scene, s, sink);
        read_meeting_facts(scene, s, sink);
        read_founder_facts(scene, s, sink);
        read_date_facts(scene, s, sink);
        read_bracket_facts(scene, s, sink);
        read_place_facts(scene, s, sink);
        read_whereabouts(scene, s, sink);
        read_target_facts(scene, s, sink);
        read_whole_facts(scene, s, sink);
        read_work_place_facts(scene, s, sink);
        read_aim_facts(scene, s, sink);
        read_reach_facts(scene, s, sink);
        read_route_facts(scene, s, sink);
        read_figure_facts(scene, s, sink);
        read_topic_facts(scene, s, sink);
    }
    conclude_parts(scene, sink);
    conclude_named_places(scene, sink);
    conclude_dates(scene, sink);
    conclude(scene, sink);
    return sink.take();
}

}  // namespace kontor::press
