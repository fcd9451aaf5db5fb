// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "base/limits.hpp"
#include "cli/columns.hpp"
#include "cli/stop_signal.hpp"
#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/fairness.hpp"
#include "service/matching_training.hpp"
#include "service/views.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

struct TrainOptions {
    bool forget = false;
    bool json = false;
};

std::string json_text(const service::Training& training) {
    std::string weights;
    for (std::size_t i = 0; i < match::kParts; ++i) {
        weights += fmt::format(R"({}"{}":{})", i == 0 ? "" : ",", match::word(static_cast<match::Part>(i)),
                               training.parts.usual.weights.values[i]);
    }
    return fmt::format(
        R"({{"from":"{}","until":"{}","parts":{{"kept":{},"cases":{},"checked":{},"shipped_mrr":{:.5f},"learnt_mrr":{:.5f},"weights":{{{}}}}},"team":{{"cases":{}}}}})",
        training.from, training.until, training.parts_kept, training.parts.cases, training.parts.checked,
        training.parts.shipped_mrr, training.parts.learnt_mrr, weights, training.team_cases);
}

void print_weights(const Context& context, const match::PartWeights& weights) {
    Columns rows({Align::Left, Align::Right}, context.width());
    for (std::size_t i = 0; i < match::kParts; ++i) {
        const auto part = static_cast<match::Part>(i);
        rows.add({service::code_label("part", match::word(part), context.language()),
                  decimal(weights[part], 2, context.language())});
    }
    context.print(rows.text());
}

void print_training(const Context& context, const service::Training& training) {
    const match::LearntParts& parts = training.parts;
    const auto text = [](std::size_t number) { return std::to_string(number); };
    if (parts.cases < match::kShippedCases) {
        context.print_line(context.say(Phrase::CliTrainPartsFew, {{"count", text(parts.cases)}}));
    } else {
        context.print_line(
            context.say(Phrase::CliTrainParts,
                        {{"count", text(parts.cases)}, {"from", training.from}, {"until", training.until}}));
        print_weights(context, parts.usual.weights);
        context.print_line(context.say(Phrase::CliTrainChecked,
                                       {{"count", text(parts.checked)},
                                        {"before", decimal(parts.shipped_mrr, 3, context.language())},
                                        {"after", decimal(parts.learnt_mrr, 3, context.language())}}));
        if (!training.parts_kept) context.print_line(context.say(Phrase::CliTrainPartsNoBetter));
    }
    context.print_line(context.say(training.team_cases > 0 ? Phrase::CliTrainTeam : Phrase::CliTrainTeamFew,
                                   {{"count", text(training.team_cases)}}));
}

int run_train(Context& context, const TrainOptions& options) {
    const StopSignal stop;
    const auto store = context.open_store(store::OpenMode::Existing);
    if (!store) return context.fail(store.errors());
    if (options.forget) {
        const auto forgotten = service::forget_training(*store.value(), context.asker());
        if (!forgotten) return context.fail(forgotten.errors());
        context.print_line(context.say(Phrase::CliTrainForgotten));
        return Context::done();
    }
    auto progress = context.progress();
    const auto training = service::train(*store.value(), context.clock(), context.asker(), *progress);
    progress.reset();
    if (!training) return context.fail(training.errors());
    if (options.json) {
        context.print_line(json_text(training.value()));
    } else {
        print_training(context, training.value());
    }
    return Context::done();
}

struct FairnessOptions {
    service::FairnessRequest request;
    bool json = false;
};

std::string json_text(const service::Fairness& found) {
    std::string presets;
    for (const service::FairnessFigures& one : found.presets) {
        presets += fmt::format(
            R"({}{{"preset":"{}","places":{},"known_share":{:.5f},"seldom_share":{:.5f},"named":{},"gini":{:.5f}}})",
            presets.empty() ? "" : ",", model::word(one.preset), one.places, one.known_share,
            one.seldom_share, one.named, one.gini);
    }
    return fmt::format(
        R"({{"organisations":{},"lists":{},"top":{},"known":{},"known_share":{:.5f},"seldom_share":{:.5f},"presets":[{}]}})",
        found.organisations, found.lists, found.top, found.known, found.known_share, found.seldom_share,
        presets);
}

void print_fairness(const Context& context, const service::Fairness& found) {
    context.print_line(
        context.say(Phrase::CliFairness, {{"lists", std::to_string(found.lists)},
                                          {"top", std::to_string(found.top)},
                                          {"organisations", std::to_string(found.organisations)},
                                          {"known", std::to_string(found.known)},
                                          {"seldom", std::to_string(service::kSeldomProjects)}}));
    const auto percent = [&context](double share) {
        return decimal(100 * share, 1, context.language()) + " %";
    };
    Columns rows({Align::Left, Align::Right, Align::Right, Align::Right, Align::Right}, context.width());
    rows.add({"", context.say(Phrase::CliFairnessKnown), context.say(Phrase::CliFairnessSeldom),
              context.say(Phrase::CliFairnessNamed), context.say(Phrase::CliFairnessGini)});
    for (const service::FairnessFigures& one : found.presets) {
        rows.add({service::preset_label(one.preset, context.language()), percent(one.known_share),
                  percent(one.seldom_share), std::to_string(one.named),
                  decimal(one.gini, 2, context.language())});
    }
    rows.add({context.say(Phrase::CliFairnessEven), percent(found.known_share), percent(found.seldom_share),
              "", ""});
    context.print(rows.text());
}

int run_fairness(Context& context, const FairnessOptions& options) {
    const StopSignal stop;
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    auto progress = context.progress();
    const auto found = service::fairness(*knowledge.value(), reader.value(), options.request, *progress);
    progress.reset();
    if (!found) return context.fail(found.errors());
    if (options.json) {
        context.print_line(json_text(found.value()));
    } else {
        print_fairness(context, found.value());
    }
    return Context::done();
}

}  // namespace

void add_train_verb(CLI::App& app, Verbs& verbs) {
    const auto options = std::make_shared<TrainOptions>();
    CLI::App* verb = add_json_verb(app, verbs, {"train", Phrase::HelpTrain, run_train}, options);
    verb->add_flag("--forget", options->forget, verbs.help(Phrase::HelpTrainForget));
}

void add_fairness_verb(CLI::App& evaluate, Verbs& verbs) {
    const auto options = std::make_shared<FairnessOptions>();
    CLI::App* verb =
        add_json_verb(evaluate, verbs, {"fairness", Phrase::HelpEvaluateFairness, run_fairness}, options);
    verb->add_option("--sample", options->request.sample, verbs.help(Phrase::HelpFairnessSample))
        ->check(CLI::Range(std::size_t{1}, std::size_t{10'000}))
        ->capture_default_str();
    verb->add_option("--top", options->request.top, verbs.help(Phrase::HelpFairnessTop))
        ->check(CLI::Range(std::size_t{1}, base::limits::kPageSize))
        ->capture_default_str();
}

}  // namespace kontor::cli
