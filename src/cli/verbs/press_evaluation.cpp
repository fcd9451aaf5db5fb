// SPDX-License-Identifier: EUPL-1.2
// evaluate press: how well press texts are read, with the names of the network and without.
#include "service/press_evaluation.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/verbs/press.hpp"
#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"

namespace kontor::cli {
namespace {

using press::Tally;
using service::Phrase;
using service::PressFigures;
using service::PressRun;

struct Options {
    service::PressEvaluationRequest request;
    bool without_network = false;
    bool faults = false;
    bool json = false;
};

using Runs = std::vector<std::pair<std::string, PressRun>>;

// -- JSON

std::string json_of(const Tally& tally) {
    return fmt::format(
        R"({{"precision":{:.4f},"recall":{:.4f},"f1":{:.4f},"read":{},"right":{},"gold":{},"met":{}}})",
        tally.precision(), tally.recall(), tally.f1(), tally.read, tally.right, tally.gold, tally.met);
}

std::string json_of(const std::array<Tally, press::kMatchings>& tallies) {
    return fmt::format(R"({{"strict":{},"relaxed":{}}})", json_of(tallies[0]), json_of(tallies[1]));
}

std::string json_of(const std::array<Tally, press::kNoteFields>& tallies) {
    std::string out;
    for (std::size_t i = 0; i < press::kNoteFields; ++i) {
        out += fmt::format(R"({}"{}":{})", i == 0 ? "" : ",", model::word(static_cast<press::NoteField>(i)),
                           json_of(tallies.at(i)));
    }
    return fmt::format(R"({{{},"all":{}}})", out, json_of(press::together(tallies)));
}

std::string json_of(const std::vector<std::string>& list) {
    return codec::json_text(list);
}

std::string json_of(const PressFigures& figures, bool faults) {
    const press::FactScore& facts = figures.facts;
    std::string predicates;
    for (const auto& [predicate, tallies] : facts.by_predicate)
        predicates += fmt::format(R"({}"{}":{})", predicates.empty() ? "" : ",", model::word(predicate),
                                  json_of(tallies));
    std::string bins;
    for (std::size_t i = 0; i < press::kConfidenceBins; ++i) {
        const press::ConfidenceBin& bin = facts.reliability.at(i);
        bins += fmt::format(R"({}{{"from":{:.1f},"facts":{},"held":{},"confidence":{:.3f}}})",
                            i == 0 ? "" : ",", static_cast<double>(i) / press::kConfidenceBins, bin.facts,
                            bin.held, bin.facts == 0 ? 0 : bin.confidence / static_cast<double>(bin.facts));
    }
    std::string out = fmt::format(
        R"("items":{},"notes":{},"entities":{},"facts":{},"stated":{},"implied":{},"qualifiers":{},)"
        R"("predicates":{{{}}},"reliability":[{}],"note_fields":{},"note_fields_in_text":{})",
        figures.items, figures.notes, json_of(facts.entities), json_of(facts.facts), json_of(facts.stated),
        json_of(facts.implied), json_of(facts.qualifiers), predicates, bins, json_of(figures.note_fields.all),
        json_of(figures.note_fields.in_text));
    if (faults)
        out += fmt::format(R"(,"missed":{},"wrong":{},"notes_missed":{},"notes_wrong":{})",
                           json_of(facts.missed), json_of(facts.wrong), json_of(figures.note_fields.missed),
                           json_of(figures.note_fields.wrong));
    return "{" + out + "}";
}

std::string json_of(const Runs& runs, bool faults) {
    std::string out;
    for (const auto& [name, run] : runs) {
        std::string languages;
        for (const auto& [language, figures] : run.by_language)
            languages +=
                fmt::format(R"({}"{}":{})", languages.empty() ? "" : ",", language, json_of(figures, false));
        out += fmt::format(R"({}"{}":{{"all":{},"languages":{{{}}},"bytes":{},"seconds":{:.4f}}})",
                           out.empty() ? "" : ",", name, json_of(run.all, faults), languages, run.bytes,
                           run.seconds);
    }
    return "{" + out + "}";
}

// -- tables

void print_tally(const Context& context, std::string_view name, const Tally& tally) {
    if (tally.read + tally.gold == 0) return;
    context.print_line(fmt::format("  {:<28}{:>8.3f}{:>8.3f}{:>8.3f}{:>8}{:>8}", name, tally.precision(),
                                   tally.recall(), tally.f1(), tally.read, tally.gold));
}

void print_head(const Context& context, const std::string& name) {
    context.print_line(
        context.bold(fmt::format("{:<30}{:>8}{:>8}{:>8}{:>8}{:>8}", name, "P", "R", "F1", "read", "gold")));
}

void print_facts(const Context& context, const std::string& name, const press::FactScore& score) {
    for (const press::Matching matching : {press::Matching::Strict, press::Matching::Relaxed}) {
        const auto at = static_cast<std::size_t>(matching);
        print_head(context, fmt::format("{}, {}", name, model::word(matching)));
        print_tally(context, "entities", score.entities.at(at));
        print_tally(context, "facts", score.facts.at(at));
        print_tally(context, "stated (recall)", score.stated.at(at));
        print_tally(context, "implied (recall)", score.implied.at(at));
    }
    print_tally(context, "qualifiers (recall)", score.qualifiers);
}

void print_predicates(const Context& context, const press::FactScore& score) {
    print_head(context, "predicate, relaxed");
    for (const auto& [predicate, tallies] : score.by_predicate)
        print_tally(context, model::word(predicate), tallies[1]);
    context.print_line(
        context.bold(fmt::format("{:<30}{:>8}{:>8}{:>8}", "confidence", "mean", "held", "facts")));
    for (std::size_t i = 0; i < press::kConfidenceBins; ++i) {
        const press::ConfidenceBin& bin = score.reliability.at(i);
        if (bin.facts == 0) continue;
        const auto facts = static_cast<double>(bin.facts);
        context.print_line(fmt::format(
            "  {:.1f} – {:.1f}{:<17}{:>8.3f}{:>8.3f}{:>8}", static_cast<double>(i) / press::kConfidenceBins,
            static_cast<double>(i + 1) / press::kConfidenceBins, "", bin.confidence / facts,
            static_cast<double>(bin.held) / facts, bin.facts));
    }
}

void print_fields(const Context& context, const std::array<Tally, press::kNoteFields>& tallies) {
    for (std::size_t i = 0; i < press::kNoteFields; ++i)
        print_tally(context, model::word(static_cast<press::NoteField>(i)), tallies.at(i));
    print_tally(context, "all", press::together(tallies));
}

void print_notes(const Context& context, const std::string& name, const press::NoteScore& score) {
    print_head(context, name + ", notes");
    print_fields(context, score.all);
    print_head(context, name + ", notes, in the text");
    print_fields(context, score.in_text);
}

void print_list(const Context& context, const std::string& head, const std::vector<std::string>& list) {
    if (list.empty()) return;
    context.print_line(context.bold(head));
    for (const std::string& one : list) context.print_line("  " + one);
}

void print_run(const Context& context, const std::string& name, const PressRun& run, bool faults) {
    if (run.all.items > 0) {
        print_facts(context, name, run.all.facts);
        print_predicates(context, run.all.facts);
    }
    if (run.all.notes > 0) print_notes(context, name, run.all.note_fields);
    for (const auto& [language, figures] : run.by_language) {
        if (run.by_language.size() < 2) break;
        if (figures.items > 0) print_facts(context, name + " " + language, figures.facts);
        if (figures.notes > 0) print_notes(context, name + " " + language, figures.note_fields);
    }
    const double megabytes = static_cast<double>(run.bytes) / 1e6;
    if (run.seconds > 0)
        context.print_line(fmt::format("{:.3f} MB, {:.2f} MB/s", megabytes, megabytes / run.seconds));
    if (!faults) return;
    print_head(context, "rule");
    for (const auto& [rule, tally] : run.all.facts.by_rule) print_tally(context, rule, tally);
    print_list(context, "missed", run.all.facts.missed);
    print_list(context, "wrong", run.all.facts.wrong);
    print_list(context, "notes, missed", run.all.note_fields.missed);
    print_list(context, "notes, wrong", run.all.note_fields.wrong);
}

int run_evaluation(Context& context, const Options& options) {
    const service::PressReaders readers(context.globals().data);
    Runs runs;
    for (const auto& [name, names] : {std::pair("with-network", NetworkNames::Known),
                                      std::pair("without-network", NetworkNames::LeftOut)}) {
        if (options.without_network && names == NetworkNames::Known) continue;
        const auto reader = press_reader(context, readers, names);
        if (!reader) return context.fail(reader.errors());
        auto run = service::evaluate_press(options.request, *reader.value());
        if (!run) return context.fail(run.errors());
        runs.emplace_back(name, std::move(run).value());
        if (names == NetworkNames::Known) continue;
        service::PressEvaluationRequest told = options.request;
        told.names_told = true;
        auto facts_alone = service::evaluate_press(told, *reader.value());
        if (!facts_alone) return context.fail(facts_alone.errors());
        if (facts_alone.value().all.items > 0)
            runs.emplace_back("names-told", std::move(facts_alone).value());
    }
    if (options.json) {
        context.print_line(json_of(runs, options.faults));
        return Context::done();
    }
    for (const auto& [name, run] : runs) print_run(context, name, run, options.faults);
    return Context::done();
}

}  // namespace

void add_press_evaluation_verb(CLI::App& evaluate, Verbs& verbs) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = verbs.add(evaluate, "press", Phrase::HelpEvaluatePress);
    verb->add_option("GOLD", options->request.gold, verbs.help(Phrase::HelpEvaluatePressGold))->required();
    verb->add_option("--texts", options->request.texts, verbs.help(Phrase::HelpEvaluatePressTexts));
    verb->add_flag("--without-network", options->without_network,
                   verbs.help(Phrase::HelpPressWithoutNetwork));
    verb->add_flag("--faults", options->faults, verbs.help(Phrase::HelpEvaluatePressFaults));
    verb->add_flag("--json", options->json, verbs.help(Phrase::HelpJson));
    verb->callback([&verbs, options] {
        verbs.chosen = [options](Context& context) { return run_evaluation(context, *options); };
    });
}

}  // namespace kontor::cli
