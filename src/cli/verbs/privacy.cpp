// SPDX-License-Identifier: EUPL-1.2
// privacy: what is kept about people, given out, erased and accounted for.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "cli/verbs/verbs.hpp"
#include "codec/json_text.hpp"
#include "service/privacy_service.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;
using service::PrivacyService;

struct Options {
    std::string who;
    std::vector<std::string> blank;
    bool json = false;
};

void print_places(const Context& context, const service::PersonMentions& found) {
    if (found.total == 0) context.print_line(context.say(Phrase::CliMentionsNone));
    if (found.total > 0)
        context.print_line(context.say(Phrase::CliMentionsLeft, {{"count", std::to_string(found.total)}}));
    for (const service::PersonMention& place : found.mentions) {
        std::string words;
        for (const service::SnippetSegment& segment : place.excerpt)
            words += segment.marked ? context.bold(segment.text) : segment.text;
        std::string notes;
        if (place.earlier) notes += " (" + context.say(Phrase::CliMentionEarlier) + ")";
        if (place.blanked) notes += " (" + context.say(Phrase::CliMentionBlanked) + ")";
        context.print_line(
            fmt::format("  {}/{}  {}{}", place.record.kind, place.record.id, place.field, notes));
        context.print_line("      " + words);
    }
    if (found.blanked > 0) {
        context.print_line(
            context.say(Phrase::CliMentionsBlanked, {{"count", std::to_string(found.blanked)}}));
    }
}

int run_export(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const PrivacyService privacy(*knowledge.value());
    auto found = privacy.about_person(context.asker(), options.who);
    const bool is_nobody = !found && found.errors().front().code == base::ErrorCode::RecordNotFound;
    if (is_nobody) {
        // The same words may name an account; if they do not either, the first answer is the better one.
        auto account = privacy.about_account(context.asker(), options.who);
        if (account) found = std::move(account);
    }
    if (!found) return context.fail(found.errors());
    if (options.json) {
        context.print_line(codec::json_text(found.value()));
        return Context::done();
    }
    for (const auto& section : found.value().sections) {
        context.print_line(context.bold(section.title));
        for (const auto& item : section.items)
            context.print_line(fmt::format("  {}: {}", item.label, item.value));
    }
    return Context::done();
}

int run_mentions(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const PrivacyService privacy(*knowledge.value());
    const auto found = privacy.mentions(context.asker(), options.who);
    if (!found) return context.fail(found.errors());
    if (options.json) {
        context.print_line(codec::json_text(found.value()));
    } else {
        print_places(context, found.value());
    }
    return Context::done();
}

int run_erase(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    PrivacyService privacy(*knowledge.value());
    const auto erased = privacy.erase_person(context.asker(), options.who, options.blank);
    if (!erased) return context.fail(erased.errors());
    if (options.json) {
        context.print_line(codec::json_text(erased.value()));
        return Context::done();
    }
    context.print_line(context.say(Phrase::CliPersonErased, {{"id", options.who}}));
    print_places(context, erased.value());
    return Context::done();
}

int run_sweep(Context& context, const Options&) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    PrivacyService privacy(*knowledge.value());
    const auto swept = privacy.sweep(context.asker());
    if (!swept) return context.fail(swept.errors());
    context.print_line(context.say(Phrase::CliSwept, {{"count", std::to_string(swept.value())}}));
    return Context::done();
}

int run_register(Context& context, const Options& options) {
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    const PrivacyService privacy(*knowledge.value());
    const auto answer = privacy.processing_register(context.asker());
    if (!answer) return context.fail(answer.errors());
    if (options.json) {
        context.print_line(codec::json_text(answer.value()));
        return Context::done();
    }
    context.print_line(context.bold(answer.value().title));
    context.print_line(answer.value().note);
    for (const auto& activity : answer.value().activities) {
        context.print_line("");
        context.print_line(context.bold(activity.name));
        for (const std::string* text : {&activity.purpose, &activity.kept, &activity.ends})
            context.print_line("  " + *text);
    }
    return Context::done();
}

CLI::App* add_one(CLI::App& parent, Verbs& verbs, const std::string& name, Phrase description,
                  int (*run)(Context&, const Options&)) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = verbs.add(parent, name, description);
    const bool names_somebody = name != "sweep" && name != "register";
    if (names_somebody) verb->add_option("ID", options->who, verbs.help(Phrase::HelpPrivacyWho))->required();
    if (name == "erase")
        verb->add_option("--blank", options->blank, verbs.help(Phrase::HelpPrivacyBlank))->delimiter(',');
    if (name != "sweep") verb->add_flag("--json", options->json, verbs.help(Phrase::HelpJson));
    verb->callback([&verbs, options, run] {
        verbs.chosen = [options, run](Context& context) { return run(context, *options); };
    });
    return verb;
}

}  // namespace

void add_privacy_verbs(CLI::App& app, Verbs& verbs) {
    CLI::App* privacy = verbs.add(app, "privacy", Phrase::HelpPrivacy);
    privacy->require_subcommand(1);
    add_one(*privacy, verbs, "export", Phrase::HelpPrivacyExport, run_export);
    add_one(*privacy, verbs, "mentions", Phrase::HelpPrivacyMentions, run_mentions);
    add_one(*privacy, verbs, "erase", Phrase::HelpPrivacyErase, run_erase);
    add_one(*privacy, verbs, "sweep", Phrase::HelpPrivacySweep, run_sweep);
    add_one(*privacy, verbs, "register", Phrase::HelpPrivacyRegister, run_register);
}

}  // namespace kontor::cli
