// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_line.hpp"

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <string_view>
#include <vector>

#include "cli/verbs/verbs.hpp"

namespace kontor::cli {
namespace {

using service::Phrase;

/// Needed before the line is parsed, because the help speaks it.
std::string language_of(int argc, const char* const* argv) {
    constexpr std::string_view kOption = "--lang";
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--lang=de" ||
            (argument == kOption && i + 1 < argc && argv[i + 1] == std::string_view("de")))
            return "de";
        if (argument.starts_with(kOption)) return "en";
    }
    return environment_language();
}

void translate_headings(CLI::App& app, const std::string& language) {
    if (language != "de") return;
    const auto formatter = app.get_formatter();
    formatter->label("Usage", "Aufruf");
    formatter->label("OPTIONS", "OPTIONEN");
    formatter->label("SUBCOMMAND", "BEFEHL");
    formatter->label("SUBCOMMANDS", "BEFEHLE");
    formatter->label("Positionals", "Angaben");
    formatter->label("REQUIRED", "NÖTIG");
}

base::Error error_of(const CLI::ParseError& error, const CLI::App& app) {
    const std::string what = error.what();
    const std::vector<std::string> unknown = app.remaining(true);
    const bool is_missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    if (!unknown.empty() && (is_missing || dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)) {
        return {base::ErrorCode::ArgumentUnknown, {{"argument", unknown.front()}}, {}, {}};
    }
    if (is_missing) {
        const std::string missing = what.substr(0, what.find(" is required"));
        return {base::ErrorCode::ArgumentMissing,
                {{"argument", missing == "A subcommand" ? "SUBCOMMAND" : missing}},
                {},
                {}};
    }
    return {base::ErrorCode::ArgumentInvalid, {{"reason", what}}, {}, {}};
}

void add_globals(CLI::App& app, Globals& globals, const Verbs& verbs) {
    app.option_defaults()->take_last();
    app.add_option("--database", globals.database, verbs.help(Phrase::HelpDatabase))->capture_default_str();
    app.add_option("--lang", globals.language, verbs.help(Phrase::HelpLang))
        ->check(CLI::IsMember({"de", "en"}))
        ->capture_default_str();
    app.add_option("--data", globals.data, verbs.help(Phrase::HelpData))->capture_default_str();
    app.add_option("--token", globals.token, verbs.help(Phrase::HelpToken))->envname("KONTOR_TOKEN");
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
}

}  // namespace

CLI::App* Verbs::add(CLI::App& parent, const std::string& name, Phrase description) const {
    CLI::App* verb = parent.add_subcommand(name, help(description));
    verb->set_help_flag("-h,--help", help(Phrase::HelpHelp));
    verb->fallthrough();
    return verb;
}

int run(int argc, const char* const* argv, const Serve& serve) {
    Verbs verbs{language_of(argc, argv), {}};
    Globals globals{default_database(), shipped_folder("data"), verbs.language, {}};
    CLI::App app(verbs.help(Phrase::HelpProgram), "kontor");
    app.set_help_flag("-h,--help", verbs.help(Phrase::HelpHelp));
    app.footer(verbs.help(Phrase::HelpExit));
    app.require_subcommand(1);
    translate_headings(app, verbs.language);
    add_globals(app, globals, verbs);
    add_serve_verb(app, verbs, serve);
    add_import_verbs(app, verbs);
    add_search_verb(app, verbs);
    add_news_verb(app, verbs);
    add_resolve_verb(app, verbs);
    add_match_verbs(app, verbs);
    add_train_verb(app, verbs);
    add_evaluate_verbs(app, verbs);
    add_show_verb(app, verbs);
    add_press_verbs(app, verbs);
    add_export_verb(app, verbs);
    add_record_verbs(app, verbs);
    add_care_verbs(app, verbs);
    add_privacy_verbs(app, verbs);
    add_maintenance_verbs(app, verbs);
    add_user_verbs(app, verbs);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wish) {
        return app.exit(wish);  // --help was asked for
    } catch (const CLI::ParseError& error) {
        globals.language = verbs.language;
        return Context(globals).fail({error_of(error, app)});
    }
    Context context(globals);
    return verbs.chosen(context);
}

}  // namespace kontor::cli
