// SPDX-License-Identifier: EUPL-1.2
// Verbs that look at two organisations: why one is on the list of the other, through whom they are connected,
// and both side by side.
#include <fmt/format.h>

#include <chrono>
#include <memory>

#include "cli/columns.hpp"
#include "cli/verbs/match.hpp"
#include "codec/json_text.hpp"
#include "service/comparison_service.hpp"
#include "service/partner_explanation.hpp"
#include "service/path_service.hpp"
#include "service/views.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

struct WhyOptions {
    MatchOptions match;
    std::string candidate;
    bool json = false;
};

struct PathOptions {
    service::PathQuery query;
    bool json = false;
};

struct CompareOptions {
    service::ComparisonQuery query;
    bool json = false;
};

/// Loads the network and prints what `ask` gets from it: as JSON, or as `print` writes it.
template <class Ask, class Print>
int run(Context& context, bool json, const Ask& ask, const Print& print) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    const auto answer = ask(*knowledge.value(), reader.value());
    if (!answer) return context.fail(answer.errors());
    if (json) {
        context.print_line(codec::json_text(answer.value()));
    } else {
        print(context, answer.value());
    }
    return Context::done();
}

void print_parts(const Context& context, const std::vector<service::PartnerPart>& parts) {
    for (const service::PartnerPart& part : parts) {
        if (part.evidence.empty()) continue;
        context.print(wrapped(fmt::format("{} {}", part.label, score_text(context, part.contribution)),
                              line_width(context), 5));
        for (const service::Evidence& evidence : part.evidence) {
            const bool told = evidence.loss && *evidence.loss >= 0.0005;
            const std::string loss = told ? score_text(context, -*evidence.loss * part.weight) : "";
            context.print(
                wrapped(told ? context.say(Phrase::CliLoss, {{"text", evidence.text}, {"loss", loss}})
                             : evidence.text,
                        line_width(context), 9));
        }
    }
}

void print_explanation(const Context& context, const service::PartnerExplanation& found) {
    print_heading(context, found.candidate);
    context.print(wrapped(found.standing, line_width(context), 5));
    print_parts(context, found.candidate.parts);
    print_counter_reasons(context, found.candidate.counter_reasons);
    if (found.raised_by.empty()) return;
    context.print_line("     " + context.say(Phrase::CliRaisedBy));
    for (const service::RaisedBy& one : found.raised_by) {
        context.print(wrapped(fmt::format("{}  {}", score_text(context, one.could_raise), one.text),
                              line_width(context), 9));
    }
}

int run_why(Context& context, const WhyOptions& options) {
    const service::PartnerQuery query = query_of(options.match);
    return run(
        context, options.json,
        [&](const service::Knowledge& knowledge, const service::Asker& reader) {
            return service::PartnerExplanationService(knowledge).explain(reader, query, options.candidate);
        },
        print_explanation);
}

void print_whom_to_ask(const Context& context, const service::PathLink& link) {
    std::string names;
    for (const service::PathPerson& one : link.people) {
        if (!names.empty()) names += ", ";
        names +=
            one.function.empty() ? one.person.name : fmt::format("{} ({})", one.person.name, one.function);
    }
    if (names.empty()) return;
    context.print(
        wrapped(context.say(Phrase::CliWhomToAsk, {{"organisation", link.to.name}, {"names", names}}),
                line_width(context), 9));
}

void print_paths(const Context& context, const service::PathList& list) {
    std::size_t number = 0;
    for (const service::ConnectingPath& path : list.paths) {
        context.print_line(
            context.bold(context.say(path.oldest.empty() ? Phrase::CliChain : Phrase::CliChainSince,
                                     {{"number", std::to_string(++number)},
                                      {"strength", score_text(context, path.strength)},
                                      {"date", path.oldest_text}})));
        for (const service::PathLink& link : path.links) {
            context.print(wrapped(fmt::format("{} → {}: {}", link.from.name, link.to.name, link.text),
                                  line_width(context), 5));
            print_whom_to_ask(context, link);
        }
    }
    if (!list.reason.empty()) context.print_line(list.reason);
}

int run_path(Context& context, const PathOptions& options) {
    return run(
        context, options.json,
        [&](const service::Knowledge& knowledge, const service::Asker& reader) {
            return service::PathService(knowledge).paths(reader, options.query);
        },
        print_paths);
}

void print_items(const Context& context, Phrase heading, const std::vector<service::ComparedItem>& items) {
    context.print_line("  " + context.bold(context.say(heading)));
    if (items.empty()) context.print_line("     " + context.say(Phrase::CliNothingRecorded));
    for (const service::ComparedItem& item : items) {
        context.print(wrapped(item.text, line_width(context), 5));
    }
}

void print_refs(const Context& context, Phrase heading, const std::vector<service::Ref>& refs) {
    service::ComparedItem all;
    for (const service::Ref& ref : refs) all.text += (all.text.empty() ? "" : ", ") + ref.name;
    print_items(
        context, heading,
        refs.empty() ? std::vector<service::ComparedItem>{} : std::vector<service::ComparedItem>{all});
}

void print_sheet(const Context& context, const std::string& ours, const service::Comparison& sheet) {
    context.print_line(fmt::format(
        "{}  {}", score_text(context, sheet.score),
        context.bold(context.say(Phrase::CliCompared, {{"ours", ours}, {"theirs", sheet.with.name}}))));
    print_items(context, Phrase::CliWeBring, sheet.we_bring);
    print_items(context, Phrase::CliTheyBring, sheet.they_bring);
    print_items(context, Phrase::CliWeNeed, sheet.we_need);
    print_items(context, Phrase::CliTheyNeed, sheet.they_need);
    print_items(context, Phrase::CliSharedTopics, sheet.shared_topics);
    print_refs(context, Phrase::CliOurEndUsers, sheet.our_end_users);
    print_refs(context, Phrase::CliTheirEndUsers, sheet.their_end_users);
    print_items(context, Phrase::CliBridges, sheet.bridges);
    print_items(context, Phrase::CliJointProjects, sheet.joint_projects);
    print_items(context, Phrase::CliCommonTargets, sheet.common_targets);
    print_items(context, Phrase::CliOurTargetsThere, sheet.our_targets_there);
    print_items(context, Phrase::CliTheirTargetsHere, sheet.their_targets_here);
    print_counter_reasons(context, sheet.counter_reasons);
}

int run_compare(Context& context, const CompareOptions& options) {
    return run(
        context, options.json,
        [&](const service::Knowledge& knowledge, const service::Asker& reader) {
            return service::ComparisonService(knowledge).compare(reader, options.query);
        },
        [](const Context& to, const service::ComparisonList& list) {
            const std::string ours = list.subject ? list.subject->name : "";
            for (const service::Comparison& sheet : list.comparisons) print_sheet(to, ours, sheet);
        });
}

}  // namespace

void add_pair_verbs(CLI::App& match, Verbs& verbs) {
    const auto why = std::make_shared<WhyOptions>();
    CLI::App* asked = add_json_verb<WhyOptions>(match, verbs, {"why", Phrase::HelpMatchWhy, run_why}, why);
    add_query_options(*asked, verbs, why->match);
    asked->add_option("--candidate", why->candidate, verbs.help(Phrase::HelpCandidate))->required();

    const auto path = std::make_shared<PathOptions>();
    CLI::App* between =
        add_json_verb<PathOptions>(match, verbs, {"path", Phrase::HelpMatchPath, run_path}, path);
    between->add_option("from", path->query.from, verbs.help(Phrase::HelpPathFrom))->required();
    between->add_option("to", path->query.to, verbs.help(Phrase::HelpPathTo))->required();
    between->add_option("--limit", path->query.limit, verbs.help(Phrase::HelpPathLimit))
        ->check(CLI::Range(std::size_t{1}, service::kMostPaths));

    const auto compare = std::make_shared<CompareOptions>();
    CLI::App* beside = add_json_verb<CompareOptions>(
        match, verbs, {"compare", Phrase::HelpMatchCompare, run_compare}, compare);
    beside->add_option("for", compare->query.subject, verbs.help(Phrase::HelpCompareFor))->required();
    beside->add_option("with", compare->query.against, verbs.help(Phrase::HelpCompareWith))->required();
}

}  // namespace kontor::cli
