// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <memory>

#include "cli/columns.hpp"
#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/search_service.hpp"
#include "service/views.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

struct SearchOptions {
    service::SearchRequest request;
    std::vector<std::string> words;
    std::vector<std::string> kinds;
    bool json = false;
};

/// `--kind` takes both: kinds of records, and kinds of organisations (which mean only organisations).
void sort_kinds(SearchOptions& options) {
    for (const std::string& kind : options.kinds) {
        if (model::from_word<model::OrganisationKind>(kind)) {
            options.request.organisation_kinds.push_back(kind);
        } else {
            options.request.kinds.push_back(kind);
        }
    }
}

std::string joined_topics(const std::vector<service::Ref>& topics, std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < topics.size() && i < most; ++i) {
        out += (out.empty() ? "" : ", ") + topics[i].name;
    }
    return out;
}

void print_page(const Context& context, const service::SearchPage& page) {
    constexpr std::size_t kTopics = 3;
    for (const auto& correction : page.corrections) {
        context.print_line(
            context.say(Phrase::CliCorrected, {{"typed", correction.typed}, {"used", correction.used}}));
    }
    if (page.mode == "any") context.print_line(context.say(Phrase::CliAnyWord));
    if (!page.understood_topics.empty()) {
        context.print_line(
            context.say(Phrase::CliUnderstood, {{"topics", joined_topics(page.understood_topics, 10)}}));
    }
    if (page.hits.empty()) return context.print_line(context.say(Phrase::CliNoHits));
    Columns rows({Align::Left, Align::Left, Align::Left, Align::Left, Align::Left, Align::Left},
                 context.width());
    for (const service::SearchHit& hit : page.hits) {
        const bool is_organisation = !hit.organisation_kind.empty();
        rows.add({service::code_label(is_organisation ? "organisation" : "kind",
                                      is_organisation ? hit.organisation_kind : hit.kind, context.language()),
                  hit.name, hit.country_name, hit.year == 0 ? "" : std::to_string(hit.year), hit.id,
                  joined_topics(hit.topics, kTopics)});
    }
    context.print(rows.text());
    context.print_line(
        context.say(Phrase::CliHits,
                    {{"shown", std::to_string(page.hits.size())},
                     {"total", count_text(static_cast<std::uint64_t>(page.total), context.language())}}));
}

int run_search(Context& context, SearchOptions options) {
    for (const std::string& word : options.words) {
        options.request.query += (options.request.query.empty() ? "" : " ") + word;
    }
    sort_kinds(options);
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const service::SearchService search(*knowledge.value());
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    const auto page = search.search(reader.value(), options.request);
    if (!page) return context.fail(page.errors());
    if (options.json) {
        context.print_line(codec::json_text(page.value()));
    } else {
        print_page(context, page.value());
    }
    return Context::done();
}

}  // namespace

void add_search_verb(CLI::App& app, Verbs& verbs) {
    const auto options = std::make_shared<SearchOptions>();
    service::SearchRequest& request = options->request;
    CLI::App* verb = verbs.add(app, "search", Phrase::HelpSearch);
    verb->positionals_at_end(false);
    verb->add_option("WORDS", options->words, verbs.help(Phrase::HelpWords));
    verb->add_option("--kind", options->kinds, verbs.help(Phrase::HelpKind))->delimiter(',');
    verb->add_option("--country", request.countries, verbs.help(Phrase::HelpCountry))->delimiter(',');
    verb->add_option("--topic", request.topics, verbs.help(Phrase::HelpTopic))->delimiter(',');
    verb->add_option("--programme", request.programmes, verbs.help(Phrase::HelpProgramme))->delimiter(',');
    verb->add_option("--year-from", request.year_from, verbs.help(Phrase::HelpYearFrom));
    verb->add_option("--year-to", request.year_to, verbs.help(Phrase::HelpYearTo));
    verb->add_option("--limit", request.limit, verbs.help(Phrase::HelpLimit))
        ->check(CLI::Range(std::size_t{1}, base::limits::kPageSize));
    verb->add_option("--cursor", request.cursor, verbs.help(Phrase::HelpCursor));
    verb->add_flag("--json", options->json, verbs.help(Phrase::HelpJson));
    verb->callback([&verbs, options] {
        verbs.chosen = [options](Context& context) { return run_search(context, *options); };
    });
}

}  // namespace kontor::cli
