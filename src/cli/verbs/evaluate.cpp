// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <array>
#include <functional>
#include <memory>

#include "cli/stop_signal.hpp"
#include "cli/verbs/verbs.hpp"
#include "service/evaluation.hpp"

namespace kontor::cli {
namespace {

using match::Measure;
using match::TeamFigures;
using service::Phrase;

struct Column {
    const char* name;
    Measure TeamFigures::*measure;
};
constexpr std::array<Column, 5> kColumns{{{"mrr", &TeamFigures::mrr},
                                          {"hit10", &TeamFigures::hit10},
                                          {"hit50", &TeamFigures::hit50},
                                          {"hit100", &TeamFigures::hit100},
                                          {"rare_hit50", &TeamFigures::rare_hit50}}};

struct EvaluateOptions {
    service::EvaluationRequest request;
    std::vector<std::string> clusters;  // tables
    bool with_partner = false;
    bool json = false;
};

std::string json_text(const service::Evaluation& answer) {
    std::string methods;
    for (const service::MethodFigures& method : answer.methods) {
        std::string figures;
        for (const Column& column : kColumns) {
            const Measure& measure = method.figures.*column.measure;
            figures += fmt::format(R"(,"{0}":{1:.5f},"{0}_interval":[{2:.5f},{3:.5f}])", column.name,
                                   measure.value, measure.low, measure.high);
        }
        methods +=
            fmt::format(R"({}{{"name":"{}"{},"cases":{},"rare_cases":{}}})", methods.empty() ? "" : ",",
                        method.name, figures, method.figures.cases, method.figures.rare_cases);
    }
    return fmt::format(
        R"({{"methods":[{}],"organisations":{},"projects":{},"left_out":{},"teams":{},"cases":{}}})", methods,
        answer.organisations, answer.projects, answer.left_out, answer.teams, answer.cases);
}

void print_table(const Context& context, const service::Evaluation& answer) {
    std::string head = fmt::format("{:<22}", "");
    for (const Column& column : kColumns) head += fmt::format("{:>22}", column.name);
    context.print_line(context.bold(head));
    for (const service::MethodFigures& method : answer.methods) {
        std::string line = fmt::format("{:<22}", method.name);
        for (const Column& column : kColumns) {
            const Measure& measure = method.figures.*column.measure;
            line += fmt::format("  {:.3f} ({:.3f}–{:.3f})", measure.value, measure.low, measure.high);
        }
        context.print_line(line);
    }
    context.print_line(
        context.say(Phrase::CliEvaluated, {{"cases", std::to_string(answer.cases)},
                                           {"teams", std::to_string(answer.teams)},
                                           {"organisations", std::to_string(answer.organisations)},
                                           {"projects", std::to_string(answer.projects)},
                                           {"left_out", std::to_string(answer.left_out)}}));
}

using Evaluate = std::function<base::Result<service::Evaluation>(const EvaluateOptions& options,
                                                                 base::Progress& progress)>;

int run(const Context& context, const EvaluateOptions& options, const Evaluate& evaluate) {
    const StopSignal stop;
    auto progress = context.progress();
    const auto answer = evaluate(options, *progress);
    progress.reset();
    if (!answer) return context.fail(answer.errors());
    if (options.json) {
        context.print_line(json_text(answer.value()));
    } else {
        print_table(context, answer.value());
    }
    return Context::done();
}

/// The arguments that all evaluations of records of projects have.
CLI::App* add_evaluation(CLI::App& evaluate, Verbs& verbs, const char* name, Phrase help,
                         const std::shared_ptr<EvaluateOptions>& options) {
    service::EvaluationRequest& request = options->request;
    CLI::App* verb = verbs.add(evaluate, name, help);
    verb->add_option("--history", request.history, verbs.help(Phrase::HelpEvaluateHistory))
        ->required()
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb->add_option("--later", request.later, verbs.help(Phrase::HelpEvaluateLater))
        ->required()
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb->add_option("--cut", request.cut, verbs.help(Phrase::HelpEvaluateCut));
    verb->add_option("--seed", request.seed, verbs.help(Phrase::HelpEvaluateSeed))->capture_default_str();
    verb->add_option("--limit", request.limit, verbs.help(Phrase::HelpEvaluateLimit))->capture_default_str();
    verb->add_flag("--json", options->json, verbs.help(Phrase::HelpJson));
    return verb;
}

base::Result<service::Evaluation> completion(const EvaluateOptions& options, base::Progress& progress) {
    return service::evaluate_completion(options.request, progress);
}

base::Result<service::Evaluation> need(const EvaluateOptions& options, base::Progress& progress) {
    const auto partner = options.with_partner ? match::FirstPartner::Given : match::FirstPartner::None;
    return service::evaluate_need(options.request, partner, progress);
}

base::Result<service::Evaluation> clusters(const EvaluateOptions& options, base::Progress& progress) {
    return service::evaluate_clusters(options.request, options.clusters, progress);
}

}  // namespace

void add_evaluate_verbs(CLI::App& app, Verbs& verbs) {
    CLI::App* evaluate = verbs.add(app, "evaluate", Phrase::HelpEvaluate);
    evaluate->require_subcommand(1);
    add_feedback_verb(*evaluate, verbs);
    add_press_evaluation_verb(*evaluate, verbs);
    add_resolve_evaluation_verb(*evaluate, verbs);
    const auto for_completion = std::make_shared<EvaluateOptions>();
    add_evaluation(*evaluate, verbs, "completion", Phrase::HelpEvaluateCompletion, for_completion)
        ->callback([&verbs, for_completion] {
            verbs.chosen = [for_completion](Context& context) {
                return run(context, *for_completion, completion);
            };
        });
    const auto for_need = std::make_shared<EvaluateOptions>();
    CLI::App* needs = add_evaluation(*evaluate, verbs, "need", Phrase::HelpEvaluateNeed, for_need);
    needs->add_flag("--partner", for_need->with_partner, verbs.help(Phrase::HelpEvaluatePartner));
    needs->callback([&verbs, for_need] {
        verbs.chosen = [for_need](Context& context) { return run(context, *for_need, need); };
    });
    const auto for_clusters = std::make_shared<EvaluateOptions>();
    CLI::App* pairs =
        add_evaluation(*evaluate, verbs, "clusters", Phrase::HelpEvaluateClusters, for_clusters);
    pairs->add_option("--clusters", for_clusters->clusters, verbs.help(Phrase::HelpEvaluateClusterTables))
        ->required()
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    pairs->callback([&verbs, for_clusters] {
        verbs.chosen = [for_clusters](Context& context) { return run(context, *for_clusters, clusters); };
    });
    add_fairness_verb(*evaluate, verbs);
}

}  // namespace kontor::cli
