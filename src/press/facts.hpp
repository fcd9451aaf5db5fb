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
/// Partners that a phrase of company or a number announces: "Mit im Boot sind A und B", "five clusters – A,
/// B".
void read_side_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Whom an apposition or a relative clause with the word at `at` tells to lead: "A, chef de file", "A, der P
/// leitet". Without entities: somebody whose name was not read.
[[nodiscard]] std::optional<Part> told_to_lead(const Scene& scene, std::uint32_t s, std::uint32_t at);
/// "might lead to", "in the lead", "un leader européen", "A, que pilote B": tells nobody to lead the project.
[[nodiscard]] bool is_no_lead(const Scene& scene, std::uint32_t s, std::uint32_t at, const Part& project);
/// "wird von A, B und C geleitet": all that stand behind "von".
[[nodiscard]] bool is_led_by_several(const Scene& scene, std::uint32_t s, const Part& who,
                                     std::uint32_t verb);
/// "die Partner prüfen …", "the project partners gathered": they are only spoken of, unless a list follows.
[[nodiscard]] bool only_mentions_partners(const Scene& scene, std::uint32_t s, std::uint32_t at);
/// "ein Verbund von 100 Mitgliedern", "wirkt im Cluster mit", "take part in COSME": of something else than
/// the project that the text speaks of. `is_here`: the sentence names the project.
[[nodiscard]] bool is_of_other_group(const Scene& scene, std::uint32_t s, std::uint32_t at, bool is_here);
/// Parties of agreements.
void read_agreement_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Who acts within the frame of a project, who is welcomed as a member.
void read_frame_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// "Project partners:" and a line for each; `s`: the heading.
void read_listed_lines(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Posts that people hold.
void read_post_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Members, posts that people hold, parts of organisations and projects.
void read_member_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Founders and later members told over several sentences, guests of events, companions of trips.
void read_founder_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Funders, programmes and money.
void read_funding_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Who takes part in events.
void read_attendance_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Who organises, takes part, was chosen; where trips go; what agreements and earlier projects led to.
void read_event_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Whom and what trips visit.
void read_trip_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Who hosts events and trips.
void read_host_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// What happened at events: who was there, who spoke, how many came, what they belong to.
void read_meeting_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Start, end and phases.
void read_date_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Where clusters are by their names.
void conclude_named_places(const Scene& scene, FactSink& sink);
/// When what the item is about began, where no sentence has told when anything does.
void conclude_dates(const Scene& scene, FactSink& sink);
/// The last day (or month) of a run of `months` from `start`: 2010-07-01 and 36 give 2013-06-30.
[[nodiscard]] std::optional<model::Date> end_after(const model::Date& start, int months);
/// "after 30 months", "two years on", "deux ans plus tard", "en trois ans": the duration `date` is over.
[[nodiscard]] bool looks_back(const Scene& scene, std::uint32_t s, const DateSpan& date);
/// Terms of two dates in brackets or behind a label.
void read_bracket_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Places of bodies and events.
void read_place_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Where bodies are that are told of together or in lines of a programme.
void read_whereabouts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Places and regions that something is directed at.
void read_target_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// What things are directed at by what they do: ties, markets, whom they help.
void read_aim_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// The places that a piece of work reaches: what it covers, chosen markets, whose partners it looks for.
void read_reach_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Events of projects and at fairs, departments of bodies, sections of programmes.
void read_whole_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Where projects are done and agreements were signed.
void read_work_place_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// The way of a trip told in a sentence of its own, and seats of bodies.
void read_route_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Topics that names and nouns tell by themselves; whether the sentence is told of places alone. `told`:
/// where those begin that are told of a place beside others.
bool read_field_facts(const Scene& scene, std::uint32_t s, FactSink& sink, std::uint32_t& told);
/// Topics.
void read_topic_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// When bodies were founded.
void read_founding_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Counts and years of founding.
void read_figure_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// How many came to an event; false: the count tells something else.
bool told_count(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink);
/// "ten firms travelled, among them A and B": named ones take part, or are members of whose the count is.
void counted_examples(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink);
/// How many stand behind the project or agreement of the item, told in its first sentences; false: no such.
bool opening_count(const Scene& scene, std::uint32_t s, const CountSpan& count, FactSink& sink);
/// A body's own project, and who set up a programme.
void read_owner_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// Lines of label and value: "Lead partner: A".
void read_label_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// The item itself: what it reports on, who published it, contacts.
void read_item_facts(const Scene& scene, std::uint32_t s, FactSink& sink);
/// "X Management GmbH", "X e.V." and "X Town" are parts of X.
void conclude_parts(const Scene& scene, FactSink& sink);
/// What follows from the whole text.
void conclude(const Scene& scene, FactSink& sink);

/// Whether an event is a trip, by its name or by how it was found.
/// Words for signing and concluding an agreement.
[[nodiscard]] bool tells_signing(const Key& key);
/// "Piedmont in Italy", "Nijmegen, The Netherlands": the place that the place is in; none otherwise.
[[nodiscard]] Entities place_around(const Scene& scene, const Mention& place);
[[nodiscard]] bool is_trip(const Scene& scene, std::uint32_t event);
/// "eine Delegation aus der Ukraine", "a delegation of Danish firms": where a group comes from, not where it
/// goes.
[[nodiscard]] bool is_origin(const Scene& scene, const Mention& group, const Mention& place);
/// The event that the body named at token `body` gives its name to: "Jahrestreffen des Netzwerks A".
[[nodiscard]] std::optional<std::uint32_t> event_of_body(const Scene& scene, std::uint32_t s,
                                                         std::uint32_t body);
/// "beim", "at the", "lors de la" directly in front of what is held at `event`.
[[nodiscard]] bool is_led_there(const Scene& scene, std::uint32_t s, std::uint32_t event);
/// The word at `word` tells that somebody welcomes somebody.
[[nodiscard]] bool is_welcome(const Scene& scene, std::uint32_t word);
/// The word at `word` tells that somebody welcomes the group of a trip: that trip visits them.
[[nodiscard]] bool receives_trip(const Scene& scene, std::uint32_t word, std::uint32_t event);
/// The project or event that the first sentences name first.
[[nodiscard]] std::optional<std::uint32_t> opening_of(const Scene& scene);

/// Since, until, phase and "new" as the sentence says them.
[[nodiscard]] std::vector<Qualifier> details_of(const Scene& scene, std::uint32_t s);
void add_date(std::vector<Qualifier>& out, const char* name, const model::Date& date, const DateSpan& span);

}  // namespace kontor::press
