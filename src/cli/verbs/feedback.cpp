// SPDX-License-Identifier: EUPL-1.2
// evaluate feedback: where in the lists those stood who accepted or declined.
#include <fmt/format.h>

#include <memory>

#include "cli/stop_signal.hpp"
#include "cli/verbs/verbs.hpp"
#include "service/notes_replay.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;
using service::ReplayFigures;

struct Options {
    bool json = false;
};

std::string json_text(const ReplayFigures& figures) {
    return fmt::format(R"({{"pairs":{},"mrr":{:.5f},"hit10":{:.5f},"hit50":{:.5f}}})", figures.pairs,
                       figures.mrr, figures.hit10, figures.hit50);
}

/// `in_order` is null when there is nothing to compare.
std::string json_text(const service::NotesReplay& replay) {
    return fmt::format(R"({{"positive":{},"negative":{},"compared":{},"in_order":{}}})",
                       json_text(replay.good), json_text(replay.bad), replay.compared,
                       replay.compared == 0 ? "null" : fmt::format("{:.5f}", replay.in_order));
}

void print_line(const Context& context, Phrase name, const ReplayFigures& figures) {
    if (figures.pairs == 0) return;
    context.print_line(fmt::format("{:<22}{:>8}{:>8.3f}{:>8.3f}{:>8.3f}", context.say(name), figures.pairs,
                                   figures.mrr, figures.hit10, figures.hit50));
}

void print_table(const Context& context, const service::NotesReplay& replay) {
    if (replay.good.pairs + replay.bad.pairs == 0)
        return context.print_line(context.say(Phrase::CliFeedbackNone));
    context.print_line(
        context.bold(fmt::format("{:<22}{:>8}{:>8}{:>8}{:>8}", "", "n", "mrr", "hit10", "hit50")));
    print_line(context, Phrase::CliFeedbackGood, replay.good);
    print_line(context, Phrase::CliFeedbackBad, replay.bad);
    context.print_line(replay.compared == 0 ? context.say(Phrase::CliFeedbackNoOrder)
                                            : context.say(Phrase::CliFeedbackOrder,
                                                          {{"share", fmt::format("{:.3f}", replay.in_order)},
                                                           {"pairs", std::to_string(replay.compared)}}));
    context.print_line(context.say(Phrase::CliFeedback, {{"positive", std::to_string(replay.good.pairs)},
                                                         {"negative", std::to_string(replay.bad.pairs)}}));
}

int run_feedback(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const auto reader = context.reader();
    if (!reader) return context.fail(reader.errors());
    const StopSignal stop;
    auto progress = context.progress();
    const auto replay = service::replay_notes(*knowledge.value(), reader.value(), *progress);
    progress.reset();
    if (!replay) return context.fail(replay.errors());
    if (options.json) {
        context.print_line(json_text(replay.value()));
    } else {
        print_table(context, replay.value());
    }
    return Context::done();
}

}  // namespace

void add_feedback_verb(CLI::App& evaluate, Verbs& verbs) {
    add_json_verb(evaluate, verbs, {"feedback", Phrase::HelpEvaluateFeedback, run_feedback},
                  std::make_shared<Options>());
}

}  // namespace kontor::cli
