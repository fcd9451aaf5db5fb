// SPDX-License-Identifier: EUPL-1.2
#include <memory>

#include "cli/verbs/verbs.hpp"

namespace kontor::cli {

using service::Phrase;

void add_serve_verb(CLI::App& app, Verbs& verbs, const Serve& serve) {
    const auto options = std::make_shared<ServeOptions>();
    options->web = shipped_folder("web");
    CLI::App* verb = verbs.add(app, "serve", Phrase::HelpServe);
    verb->add_option("--address", options->address, verbs.help(Phrase::HelpServeAddress))
        ->capture_default_str();
    verb->add_option("--port", options->port, verbs.help(Phrase::HelpServePort))->capture_default_str();
    verb->add_option("--public-url", options->public_url, verbs.help(Phrase::HelpPublicUrl));
    verb->add_option("--web", options->web, verbs.help(Phrase::HelpServeWeb))->capture_default_str();
    verb->add_option("--threads", options->threads, verbs.help(Phrase::HelpServeThreads))
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    verb->add_flag("--demo", options->demo, verbs.help(Phrase::HelpServeDemo));
    verb->callback([&verbs, options, &serve] {
        verbs.chosen = [options, &serve](Context& context) {
            options->database = context.globals().database;
            options->data = context.globals().data;
            options->language = context.language();
            return serve(*options);
        };
    });
}

}  // namespace kontor::cli
