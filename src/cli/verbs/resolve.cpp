// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <memory>

#include "cli/columns.hpp"
#include "cli/stop_signal.hpp"
#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/name_reasons.hpp"
#include "service/name_resolution.hpp"
#include "service/resolve_evaluation.hpp"
#include "text/countries.hpp"

namespace kontor::cli {
namespace {

using resolve::PairFigures;
using service::Phrase;

std::string json_string(std::string_view text) {
    std::string out;
    codec::append_quoted(out, text);
    return out;
}

struct ResolveOptions {
    resolve::NameQuery query;
    std::string kind;
    std::size_t limit = 5;
    bool json = false;
};

std::string json_text(const resolve::Candidate& candidate, const std::string& language) {
    std::string reasons;
    for (const resolve::Reason& reason : candidate.reasons) {
        reasons += fmt::format(R"({}{{"code":"{}","value":{},"text":{}}})", reasons.empty() ? "" : ",",
                               word(reason.code), json_string(reason.value),
                               json_string(service::name_reason(reason, language)));
    }
    return fmt::format(R"({{"id":{},"name":{},"score":{:.3f},"verdict":"{}","reasons":[{}]}})",
                       json_string(candidate.record), json_string(candidate.name), candidate.score,
                       word(candidate.verdict), reasons);
}

void print_candidate(const Context& context, const resolve::Candidate& candidate) {
    std::string reasons;
    for (const resolve::Reason& reason : candidate.reasons) {
        reasons += (reasons.empty() ? "" : " ") + service::name_reason(reason, context.language());
    }
    context.print_line(
        context.bold(fmt::format("{} ({}): {}", candidate.name, candidate.record,
                                 service::name_verdict(candidate.verdict, context.language()))));
    context.print_line("  " + reasons);
}

int run_resolve(Context& context, const ResolveOptions& options) {
    resolve::NameQuery query = options.query;
    if (const auto country = text::canonical_country(query.country)) query.country = *country;
    query.kind = model::from_word<model::OrganisationKind>(options.kind);
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const service::View view = knowledge.value()->view(reader.value());
    service::NameResolution resolution(knowledge.value()->store());
    const auto found = resolution.candidates(view, model::RecordKind::Organisation, query, options.limit);
    if (!found) return context.fail(found.errors());
    if (options.json) {
        std::string items;
        for (const resolve::Candidate& each : found.value()) {
            items += (items.empty() ? "" : ",") + json_text(each, context.language());
        }
        context.print_line(R"({"candidates":[)" + items + "]}");
        return Context::done();
    }
    if (found.value().empty()) context.print_line(context.say(Phrase::CliResolveNone));
    for (const resolve::Candidate& each : found.value()) print_candidate(context, each);
    return Context::done();
}

struct SampleOptions {
    service::ResolveEvaluationRequest request;
    std::vector<std::string> files;
    std::string part = "report";
    bool lists = false;
    bool json = false;
};

std::string figures_json(const PairFigures& figures) {
    return fmt::format(
        R"({{"method":"{}","same":{},"other":{},"found":{},"wrong":{},"doubtful":{},"offered":{},"precision":{:.5f},"recall":{:.5f},"close_same":{},"close_recall":{:.5f}}})",
        figures.method, figures.same, figures.other, figures.found, figures.wrong, figures.doubtful,
        figures.offered, figures.precision(), figures.recall(), figures.close_same, figures.close_recall());
}

std::string all_json(const std::vector<PairFigures>& list) {
    std::string out;
    for (const PairFigures& each : list) out += (out.empty() ? "" : ",") + figures_json(each);
    return "[" + out + "]";
}

void print_figures(const Context& context, std::string_view sample, const std::vector<PairFigures>& list) {
    context.print_line(context.bold(fmt::format("{:<26}{:>7}{:>7}{:>7}{:>7}{:>10}{:>9}{:>11}{:>8}{:>8}",
                                                sample, "same", "other", "found", "wrong", "doubtful",
                                                "offered", "precision", "recall", ">=0.8")));
    for (const PairFigures& each : list) {
        context.print_line(fmt::format("{:<26}{:>7}{:>7}{:>7}{:>7}{:>10}{:>9}{:>11.4f}{:>8.4f}{:>8.4f}",
                                       each.method, each.same, each.other, each.found, each.wrong,
                                       each.doubtful, each.offered, each.precision(), each.recall(),
                                       each.close_recall()));
    }
}

void print_pairs(const Context& context, std::string_view title,
                 const std::vector<resolve::JudgedPair>& list) {
    context.print_line(context.bold(fmt::format("{}: {}", title, list.size())));
    for (const resolve::JudgedPair& each : list) {
        std::string reasons;
        for (const resolve::Reason& reason : each.judged.reasons) {
            reasons += fmt::format(" {}({})", word(reason.code), reason.value);
        }
        context.print_line(fmt::format(
            "{} | {} | {} | {}{} | {:016x}", resolve::kToldWords[static_cast<std::size_t>(each.told)],
            each.asked, each.candidate, word(each.judged.verdict), reasons, each.pair.fingerprint));
    }
}

int run_sample(Context& context, SampleOptions options) {
    options.request.files = {options.files.front(), options.files.back()};
    options.request.options.part = options.part == "all"           ? resolve::SamplePart::All
                                   : options.part == "development" ? resolve::SamplePart::Development
                                                                   : resolve::SamplePart::Report;
    const StopSignal stop;
    auto progress = context.progress();
    const auto answer = service::evaluate_resolving(options.request, *progress);
    progress.reset();
    if (!answer) return context.fail(answer.errors());
    const resolve::SampleFigures& figures = answer.value().figures;
    const resolve::PairSample& sample = answer.value().sample;
    if (options.json) {
        context.print_line(
            fmt::format(R"({{"pairs":{},"bodies":[{},{}],"twins":{},"met":{},"methods":{},"renamed":{}}})",
                        sample.pairs.size(), answer.value().bodies[0], answer.value().bodies[1], sample.twins,
                        all_json(figures.met), all_json(figures.methods), all_json(figures.renamed)));
        return Context::done();
    }
    print_figures(context, "as they come", figures.met);
    print_figures(context, "names differ", figures.methods);
    print_figures(context, "renamed", figures.renamed);
    context.print_line(
        context.say(Phrase::CliResolveSample, {{"pairs", std::to_string(sample.pairs.size())},
                                               {"first", std::to_string(answer.value().bodies[0])},
                                               {"second", std::to_string(answer.value().bodies[1])},
                                               {"renamed", std::to_string(sample.renamed.size())},
                                               {"twins", std::to_string(sample.twins)}}));
    if (!options.lists) return Context::done();
    print_pairs(context, "wrong", figures.wrong);
    print_pairs(context, "missed", figures.missed);
    return Context::done();
}

}  // namespace

void add_resolve_verb(CLI::App& app, Verbs& verbs) {
    const auto options = std::make_shared<ResolveOptions>();
    CLI::App* verb = verbs.add(app, "resolve", Phrase::HelpResolve);
    verb->add_option("NAME", options->query.name, verbs.help(Phrase::HelpResolveName))->required();
    verb->add_option("--country", options->query.country, verbs.help(Phrase::HelpResolveCountry));
    verb->add_option("--city", options->query.city, verbs.help(Phrase::HelpResolveCity));
    std::vector<std::string> kinds(model::Words<model::OrganisationKind>::kWords.begin(),
                                   model::Words<model::OrganisationKind>::kWords.end());
    verb->add_option("--kind", options->kind, verbs.help(Phrase::HelpResolveKind))
        ->check(CLI::IsMember(kinds));
    verb->add_option("--limit", options->limit, verbs.help(Phrase::HelpResolveLimit))
        ->check(CLI::Range(std::size_t{1}, std::size_t{100}))
        ->capture_default_str();
    verb->add_flag("--json", options->json, verbs.help(Phrase::HelpJson));
    verb->callback([&verbs, options] {
        verbs.chosen = [options](Context& context) { return run_resolve(context, *options); };
    });
}

void add_resolve_evaluation_verb(CLI::App& evaluate, Verbs& verbs) {
    const auto options = std::make_shared<SampleOptions>();
    resolve::SampleOptions& sample = options->request.options;
    CLI::App* verb = verbs.add(evaluate, "resolve", Phrase::HelpEvaluateResolve);
    verb->add_option("--cordis", options->files, verbs.help(Phrase::HelpEvaluateCordis))
        ->required()
        ->expected(2);
    verb->add_option("--seed", sample.seed, verbs.help(Phrase::HelpEvaluateSeed))->capture_default_str();
    verb->add_option("--pairs", sample.pairs, verbs.help(Phrase::HelpEvaluatePairs))->capture_default_str();
    verb->add_option("--part", options->part, verbs.help(Phrase::HelpEvaluatePart))
        ->check(CLI::IsMember({"report", "development", "all"}))
        ->capture_default_str();
    verb->add_flag("--list", options->lists, verbs.help(Phrase::HelpEvaluateList));
    verb->add_flag("--json", options->json, verbs.help(Phrase::HelpJson));
    verb->callback([&verbs, options] {
        verbs.chosen = [options](Context& context) { return run_sample(context, *options); };
    });
}

}  // namespace kontor::cli
