// SPDX-License-Identifier: EUPL-1.2
#include "cli/verbs/match.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/columns.hpp"
#include "codec/json_text.hpp"
#include "service/views.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

constexpr std::size_t kShownEvidence = 3;

void print_partner(const Context& context, const service::Partner& partner) {
    const std::size_t width = line_width(context);
    print_heading(context, partner);
    for (const service::PartnerPart& part : partner.parts) {
        if (part.evidence.empty()) continue;
        std::string line = fmt::format("{} {}:", part.label, score_text(context, part.contribution));
        for (std::size_t i = 0; i < part.evidence.size() && i < kShownEvidence; ++i) {
            line += " " + part.evidence[i].text;
        }
        context.print(wrapped(line, width, 5));
    }
    print_counter_reasons(context, partner.counter_reasons);
    if (!partner.missing.empty()) {
        std::string missing;
        for (const std::string& datum : partner.missing) missing += (missing.empty() ? "" : "; ") + datum;
        context.print(wrapped(context.say(Phrase::CliMissing, {{"missing", missing}}), width, 5));
    }
}

void print_page(const Context& context, const service::PartnerPage& page) {
    if (!page.understood_topics.empty()) {
        std::string topics;
        for (const service::Ref& topic : page.understood_topics) {
            topics += (topics.empty() ? "" : ", ") + topic.name;
        }
        context.print_line(context.say(Phrase::CliUnderstood, {{"topics", topics}}));
    }
    for (const service::Partner& partner : page.partners) print_partner(context, partner);
    if (!page.no_candidate_reason.empty()) context.print_line(page.no_candidate_reason);
    context.print_line(context.say(Phrase::CliPartners, {{"shown", std::to_string(page.partners.size())},
                                                         {"total", std::to_string(page.total)},
                                                         {"considered", std::to_string(page.considered)}}));
}

int run_partners(Context& context, const MatchOptions& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const service::PartnerService partners(*knowledge.value());
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    const auto page = partners.partners(reader.value(), query_of(options));
    if (!page) return context.fail(page.errors());
    if (options.json) {
        context.print_line(codec::json_text(page.value()));
    } else {
        print_page(context, page.value());
    }
    return Context::done();
}

}  // namespace

std::size_t line_width(const Context& context) {
    constexpr std::size_t kUsualWidth = 100;
    return context.width() == 0 ? kUsualWidth : context.width();
}

std::string score_text(const Context& context, double score) {
    return decimal(score, 3, context.language());
}

void print_heading(const Context& context, const service::Partner& partner) {
    const service::OrganisationBrief& who = partner.organisation;
    std::string place = who.city;
    if (!who.country_name.empty()) place += (place.empty() ? "" : ", ") + who.country_name;
    const std::string rank = partner.rank > 0 ? std::to_string(partner.rank) : "–";
    context.print_line(fmt::format(
        "{:>3}  {}  {}  {}  {}  [{}]", rank, score_text(context, partner.score), context.bold(who.name),
        service::code_label("organisation", who.kind, context.language()), place, who.id));
}

void print_counter_reasons(const Context& context, const std::vector<service::CounterReason>& reasons) {
    for (const service::CounterReason& reason : reasons) {
        context.print(wrapped(
            fmt::format("− {} {}: {}", reason.label, score_text(context, reason.contribution), reason.text),
            line_width(context), 5));
    }
}

service::PartnerQuery query_of(const MatchOptions& options) {
    service::PartnerQuery out = options.query;
    if (options.hide_existing) out.existing = "hide";
    if (options.hide_asked) out.asked = "hide";
    return out;
}

void add_query_options(CLI::App& verb, const Verbs& verbs, MatchOptions& options) {
    service::PartnerQuery& query = options.query;
    verb.add_option("--for", query.subject, verbs.help(Phrase::HelpFor));
    verb.add_option("--need", query.need, verbs.help(Phrase::HelpNeed));
    verb.add_option("--country", query.countries, verbs.help(Phrase::HelpCountry))->delimiter(',');
    verb.add_option("--kind", query.organisation_kinds, verbs.help(Phrase::HelpKind))->delimiter(',');
    verb.add_option("--topic", query.topics, verbs.help(Phrase::HelpTopic))->delimiter(',');
    verb.add_option("--exclude", query.excluded, verbs.help(Phrase::HelpExclude))->delimiter(',');
    verb.add_option("--preset", query.preset, verbs.help(Phrase::HelpPreset));
    verb.add_option("--spread", query.spread, verbs.help(Phrase::HelpSpread));
    verb.add_option("--weights", query.weights, verbs.help(Phrase::HelpWeights));
    verb.add_flag("--hide-existing", options.hide_existing, verbs.help(Phrase::HelpHideExisting));
    verb.add_flag("--hide-asked", options.hide_asked, verbs.help(Phrase::HelpHideAsked));
}

void add_match_verbs(CLI::App& app, Verbs& verbs) {
    CLI::App* match = verbs.add(app, "match", Phrase::HelpMatch);
    match->require_subcommand(1);
    add_note_verbs(*match, verbs);
    const auto options = std::make_shared<MatchOptions>();
    service::PartnerQuery& query = options->query;
    CLI::App* verb = verbs.add(*match, "partners", Phrase::HelpMatchPartners);
    add_query_options(*verb, verbs, *options);
    verb->add_option("--limit", query.limit, verbs.help(Phrase::HelpLimit))
        ->check(CLI::Range(std::size_t{1}, base::limits::kPageSize));
    verb->add_option("--cursor", query.cursor, verbs.help(Phrase::HelpCursor));
    verb->add_flag("--json", options->json, verbs.help(Phrase::HelpJson));
    verb->callback([&verbs, options] {
        verbs.chosen = [options](Context& context) { return run_partners(context, *options); };
    });
    add_pair_verbs(*match, verbs);
    add_match_team_verb(*match, verbs);
}

}  // namespace kontor::cli
