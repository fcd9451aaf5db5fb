// SPDX-License-Identifier: EUPL-1.2
// What a press text says about what it names: one function for each family of facts, called sentence by
// sentence, and those that look at the whole text at last. General grammar with trigger words; no name of any
// item is in it. Pure, linear in the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "press/fact_sink.hpp"
#include "press/findings.hpp"
#include "press/scene.hpp"
#include "press/triggers.hpp"

namespace kontor::press {

/// All facts, by sentence.
[[nodiscard]] std::vector<Fact> facts_of(const Findings& findings, const Marked& marked);

/// Partners and coordinators of projects, network partners, those who leave, parties of agreements.
void read_partner_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Members, posts that people hold, parts of organisations and projects.
void read_member_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Funders, programmes and money.
void read_funding_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Who organises, takes part, was chosen; where trips go; what agreements and earlier projects led to.
void read_event_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Start, end and phases.
void read_date_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Places of bodies and events.
void read_place_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Places and regions that something is directed at.
void read_target_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Where projects are done and agreements were signed.
void read_work_place_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// The way of a trip told in a sentence of its own, and seats of bodies.
void read_route_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Topics.
void read_topic_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Counts and years of founding.
void read_figure_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// The item itself: what it reports on, who published it, contacts.
void read_item_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// What follows from the whole text.
void conclude(const Scene& scene, FactSink& sink);

/// The project or event that the first sentences name first.
[[nodiscard]] std::optional<std::uint32_t> opening_of(const Scene& scene);

/// Since, until, phase and "new" as the sentence says them.
[[nodiscard]] std::vector<Qualifier> details_of(const Scene& scene, std::uint32_t s);
void add_date(std::vector<Qualifier>& out, const char* name, const model::Date& date, const DateSpan& span);

}  // namespace kontor::press
