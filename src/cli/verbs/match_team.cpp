// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <memory>

#include "cli/columns.hpp"
#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/team_service.hpp"
#include "service/views.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

constexpr std::size_t kUsualWidth = 100;
constexpr std::size_t kShownEvidence = 3;
constexpr int kDigits = 2;

struct TeamOptions {
    service::TeamQuery query;
    bool json = false;
};

void print_candidate(const Context& context, const service::TeamCandidate& candidate) {
    const std::size_t width = context.width() == 0 ? kUsualWidth : context.width();
    const service::OrganisationBrief& who = candidate.organisation;
    std::string place = who.city;
    if (!who.country_name.empty()) place += (place.empty() ? "" : ", ") + who.country_name;
    if (candidate.kept_place) place += " – " + context.say(Phrase::CliKeptPlace, {});
    context.print_line(
        fmt::format("{:>3}  {}  {}  {}  {}  [{}]", candidate.rank,
                    decimal(candidate.score, kDigits, context.language()), context.bold(who.name),
                    service::code_label("organisation", who.kind, context.language()), place, who.id));
    for (const service::TeamPart& part : candidate.parts) {
        if (part.evidence.empty()) continue;
        std::string line =
            fmt::format("{} {}:", part.label, decimal(part.contribution, kDigits, context.language()));
        for (std::size_t i = 0; i < part.evidence.size() && i < kShownEvidence; ++i)
            line += " " + part.evidence[i].text;
        context.print(wrapped(line, width, 5));
    }
}

int run_team(Context& context, const TeamOptions& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const service::TeamService teams(*knowledge.value());
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    const auto page = teams.candidates(reader.value(), options.query);
    if (!page) return context.fail(page.errors());
    if (options.json) {
        context.print_line(codec::json_text(page.value()));
        return Context::done();
    }
    for (const service::TeamCandidate& candidate : page.value().candidates)
        print_candidate(context, candidate);
    if (!page.value().no_candidate_reason.empty()) context.print_line(page.value().no_candidate_reason);
    context.print_line(
        context.say(Phrase::CliTeamCandidates, {{"shown", std::to_string(page.value().candidates.size())},
                                                {"total", std::to_string(page.value().total)}}));
    context.print_line(page.value().model);
    return Context::done();
}

}  // namespace

void add_match_team_verb(CLI::App& match, Verbs& verbs) {
    const auto options = std::make_shared<TeamOptions>();
    service::TeamQuery& query = options->query;
    CLI::App* verb =
        add_json_verb<TeamOptions>(match, verbs, {"team", Phrase::HelpMatchTeam, run_team}, options);
    verb->add_option("--member", query.members, verbs.help(Phrase::HelpMember))->delimiter(',');
    verb->add_option("--programme", query.programme, verbs.help(Phrase::HelpProgrammePart));
    verb->add_option("--country", query.countries, verbs.help(Phrase::HelpCountry))->delimiter(',');
    verb->add_option("--kind", query.organisation_kinds, verbs.help(Phrase::HelpKind))->delimiter(',');
    verb->add_option("--exclude", query.excluded, verbs.help(Phrase::HelpExclude))->delimiter(',');
    verb->add_option("--limit", query.limit, verbs.help(Phrase::HelpLimit))
        ->check(CLI::Range(std::size_t{1}, base::limits::kPageSize));
    verb->add_option("--cursor", query.cursor, verbs.help(Phrase::HelpCursor));
}

}  // namespace kontor::cli
