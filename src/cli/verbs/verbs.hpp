// SPDX-License-Identifier: EUPL-1.2
// The verbs of the command line. Each adds itself with its options; the one that was typed leaves its action,
// which is run once the whole line has been understood.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <memory>
#include <string>

#include "cli/context.hpp"
#include "cli/serve_options.hpp"

namespace kontor::cli {

/// Gives the exit code.
using Action = std::function<int(Context&)>;

struct Verbs {
    std::string language;  // of the help
    Action chosen;

    [[nodiscard]] std::string help(service::Phrase phrase) const { return service::say(phrase, language); }
    /// A verb below `parent`.
    CLI::App* add(CLI::App& parent, const std::string& name, service::Phrase description) const;
};

/// What is run with its options once chosen.
template <class Options>
struct NewVerb {
    const char* name;
    service::Phrase description;
    int (*run)(Context&, const Options&);
};

/// A verb with a flag --json, which sets `json` of its options.
template <class Options>
CLI::App* add_json_verb(CLI::App& parent, Verbs& verbs, const NewVerb<Options>& made,
                        const std::shared_ptr<Options>& options) {
    CLI::App* verb = verbs.add(parent, made.name, made.description);
    verb->add_flag("--json", options->json, verbs.help(service::Phrase::HelpJson));
    verb->callback([&verbs, options, run = made.run] {
        verbs.chosen = [options, run](Context& context) { return run(context, *options); };
    });
    return verb;
}

void add_import_verbs(CLI::App& app, Verbs& verbs);
void add_search_verb(CLI::App& app, Verbs& verbs);
void add_news_verb(CLI::App& app, Verbs& verbs);
/// feeds, fetch, below press
void add_feed_verbs(CLI::App& press, Verbs& verbs);
void add_match_verbs(CLI::App& app, Verbs& verbs);
void add_train_verb(CLI::App& app, Verbs& verbs);
/// Below the verb evaluate.
void add_fairness_verb(CLI::App& evaluate, Verbs& verbs);
/// note, notes, withdraw, below match
void add_note_verbs(CLI::App& match, Verbs& verbs);
/// Below match.
void add_match_team_verb(CLI::App& match, Verbs& verbs);
void add_evaluate_verbs(CLI::App& app, Verbs& verbs);
/// Which record a name means.
void add_resolve_verb(CLI::App& app, Verbs& verbs);
/// resolve, below evaluate
void add_resolve_evaluation_verb(CLI::App& evaluate, Verbs& verbs);
/// feedback, below evaluate
void add_feedback_verb(CLI::App& evaluate, Verbs& verbs);
/// press, below evaluate
void add_press_evaluation_verb(CLI::App& evaluate, Verbs& verbs);
/// press read
void add_press_verbs(CLI::App& app, Verbs& verbs);
/// items, show, add, accept, reject, withdraw, restore, below press
void add_press_desk_verbs(CLI::App& press, Verbs& verbs);
void add_show_verb(CLI::App& app, Verbs& verbs);
void add_export_verb(CLI::App& app, Verbs& verbs);
/// merge, undo, review list/accept/reject
void add_record_verbs(CLI::App& app, Verbs& verbs);
/// care list, set
void add_care_verbs(CLI::App& app, Verbs& verbs);
/// privacy export/erase/sweep/register
void add_privacy_verbs(CLI::App& app, Verbs& verbs);
/// doctor, status, backup, restore, demo load, version
void add_maintenance_verbs(CLI::App& app, Verbs& verbs);
/// user add, list, role, invite, lock, unlock, delete, reset
void add_user_verbs(CLI::App& app, Verbs& verbs);
void add_serve_verb(CLI::App& app, Verbs& verbs, const Serve& serve);

}  // namespace kontor::cli
