// SPDX-License-Identifier: EUPL-1.2
// merge, undo, review: deciding about records at the terminal.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/merge_service.hpp"
#include "service/review_service.hpp"
#include "service/undo_service.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

struct Options {
    std::string kept;
    std::string merged;
    std::vector<std::string> take;
    std::uint64_t batch = 0;
    std::vector<std::string> claims;
    std::string organisation;
    std::string decision;
    bool json = false;
};

template <class T>
int show(const Context& context, const base::Result<T>& result, const Options& options,
         const std::string& sentence) {
    if (!result) return context.fail(result.errors());
    context.print_line(options.json ? codec::json_text(result.value()) : sentence);
    return Context::done();
}

std::string written_sentence(const Context& context, const base::Result<service::WrittenBatch>& result) {
    if (!result) return {};
    const service::WrittenBatch& batch = result.value();
    return context.say(Phrase::CliBatchWritten, {{"changed", std::to_string(batch.changed)},
                                                 {"erased", std::to_string(batch.erased)},
                                                 {"batch", std::to_string(batch.batch)}});
}

/// "city=merged"; what is wrong with a choice is said by the use case, along with all others.
std::vector<service::MergeChoice> choices_of(const std::vector<std::string>& words) {
    std::vector<service::MergeChoice> choices;
    for (const std::string& word : words) {
        const std::size_t equals = std::min(word.find('='), word.size());
        choices.push_back({word.substr(0, equals), word.substr(std::min(equals + 1, word.size()))});
    }
    return choices;
}

/// Faults with the places of a command line instead of those of a form.
base::Errors at_options(base::Errors faults, const std::vector<std::string>& take) {
    constexpr std::string_view kChoices = "/choices/";
    for (base::Error& fault : faults) {
        std::string& field = fault.place.field;
        if (field == "/merged") field = "MERGED";
        if (!field.starts_with(kChoices)) continue;
        const std::size_t index = std::strtoul(field.c_str() + kChoices.size(), nullptr, 10);
        field = "--take " + (index < take.size() ? take[index] : std::string());
    }
    return faults;
}

int run_merge(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const auto choices = choices_of(options.take);
    service::MergeForm form{options.kept, options.merged, {}};
    if (!choices.empty()) form.choices = choices;
    service::MergeService merges(*knowledge.value());
    auto merged = merges.merge(context.asker(), form);
    if (!merged) return context.fail(at_options(merged.errors(), options.take));
    return show(context, merged, options, written_sentence(context, merged));
}

int run_undo(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    service::UndoService undo(*knowledge.value());
    const auto undone = undo.undo(context.asker(), options.batch);
    return show(context, undone, options, written_sentence(context, undone));
}

int run_list(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const service::ReviewService review(*knowledge.value());
    constexpr std::size_t kShown = 100;
    const auto page = review.waiting(context.asker(), options.organisation, {kShown, ""});
    if (!page) return context.fail(page.errors());
    if (options.json) {
        context.print_line(codec::json_text(page.value()));
        return Context::done();
    }
    for (const service::ReviewItem& item : page.value().items) {
        context.print_line(fmt::format("{}  {} · {}: {} {}", context.bold(item.claim), item.subject.name,
                                       item.label, item.claimed.value, item.claimed.unit));
        context.print_line(fmt::format("    {}  ({}, {})",
                                       context.say(Phrase::CliPresent, {{"value", item.present}}),
                                       item.claimed.source.title, item.claimed.as_of));
    }
    if (page.value().items.empty()) context.print_line(context.say(Phrase::CliNothingWaits));
    return Context::done();
}

int run_decide(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    service::ReviewService review(*knowledge.value());
    service::DecisionForm form;
    for (const std::string& claim : options.claims)
        form.decisions.push_back({claim, options.decision, {}, {}});
    const auto decided = review.decide(context.asker(), form);
    std::string sentence;
    if (decided) {
        sentence = context.say(Phrase::CliDecided, {{"accepted", std::to_string(decided.value().accepted)},
                                                    {"rejected", std::to_string(decided.value().rejected)},
                                                    {"batch", std::to_string(decided.value().batch)}});
    }
    return show(context, decided, options, sentence);
}

}  // namespace

void add_record_verbs(CLI::App& app, Verbs& verbs) {
    const auto merge = std::make_shared<Options>();
    CLI::App* merging = add_json_verb(app, verbs, {"merge", Phrase::HelpMerge, run_merge}, merge);
    merging->add_option("KEPT", merge->kept, verbs.help(Phrase::HelpMergeKept))->required();
    merging->add_option("MERGED", merge->merged, verbs.help(Phrase::HelpMergeMerged))->required();
    merging->add_option("--take", merge->take, verbs.help(Phrase::HelpMergeTake))->delimiter(',');
    const auto undo = std::make_shared<Options>();
    CLI::App* undoing = add_json_verb(app, verbs, {"undo", Phrase::HelpUndo, run_undo}, undo);
    undoing->add_option("BATCH", undo->batch, verbs.help(Phrase::HelpUndoBatch))->required();
    CLI::App* review = verbs.add(app, "review", Phrase::HelpReview);
    review->require_subcommand(1);
    const auto list = std::make_shared<Options>();
    CLI::App* listing = add_json_verb(*review, verbs, {"list", Phrase::HelpReviewList, run_list}, list);
    listing->add_option("--organisation", list->organisation, verbs.help(Phrase::HelpReviewOrganisation));
    for (const auto& [word, phrase] :
         {std::pair{"accept", Phrase::HelpReviewAccept}, {"reject", Phrase::HelpReviewReject}}) {
        const auto options = std::make_shared<Options>();
        options->decision = word;
        CLI::App* deciding = add_json_verb(*review, verbs, {word, phrase, run_decide}, options);
        deciding->add_option("CLAIM", options->claims, verbs.help(Phrase::HelpReviewClaims))->required();
    }
}

}  // namespace kontor::cli
