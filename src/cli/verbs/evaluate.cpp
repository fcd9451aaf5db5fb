// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <array>
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
    service::CompletionRequest request;
    bool json = false;
};

std::string json_text(const service::CompletionEvaluation& answer) {
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

void print_table(const Context& context, const service::CompletionEvaluation& answer) {
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

int run_completion(const Context& context, const EvaluateOptions& options) {
    const StopSignal stop;
    auto progress = context.progress();
    const auto answer = service::evaluate_completion(options.request, *progress);
    progress.reset();
    if (!answer) return context.fail(answer.errors());
    if (options.json) {
        context.print_line(json_text(answer.value()));
    } else {
        print_table(context, answer.value());
    }
    return Context::done();
}

}  // namespace

void add_evaluate_verbs(CLI::App& app, Verbs& verbs) {
    CLI::App* evaluate = verbs.add(app, "evaluate", Phrase::HelpEvaluate);
    evaluate->require_subcommand(1);
    const auto options = std::make_shared<EvaluateOptions>();
    service::CompletionRequest& request = options->request;
    CLI::App* verb = verbs.add(*evaluate, "completion", Phrase::HelpEvaluateCompletion);
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
    verb->callback([&verbs, options] {
        verbs.chosen = [options](Context& context) { return run_completion(context, *options); };
    });
}

}  // namespace kontor::cli
