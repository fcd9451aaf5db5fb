// SPDX-License-Identifier: EUPL-1.2
#include <memory>

#include "cli/verbs/verbs.hpp"

namespace kontor::cli {

using service::Phrase;

namespace {

void add_mail_options(CLI::App& verb, MailOptions& mail, const Verbs& verbs) {
    CLI::Option* server = verb.add_option("--mail-server", mail.server, verbs.help(Phrase::HelpMailServer));
    CLI::Option* from = verb.add_option("--mail-from", mail.from, verbs.help(Phrase::HelpMailFrom));
    server->needs(from);
    from->needs(server);
    verb.add_option("--mail-user", mail.user, verbs.help(Phrase::HelpMailUser))->needs(server);
    verb.add_option("--mail-password-file", mail.password_file, verbs.help(Phrase::HelpMailPasswordFile))
        ->needs(server);
    verb.add_option("--mail-authorities", mail.authorities, verbs.help(Phrase::HelpMailAuthorities))
        ->needs(server);
    verb.add_flag("--mail-plain", mail.plain, verbs.help(Phrase::HelpMailPlain))->needs(server);
}

void add_provider_options(CLI::App& verb, ProviderOptions& provider, const Verbs& verbs) {
    CLI::Option* issuer =
        verb.add_option("--oidc-issuer", provider.issuer, verbs.help(Phrase::HelpOidcIssuer));
    CLI::Option* client =
        verb.add_option("--oidc-client", provider.client, verbs.help(Phrase::HelpOidcClient));
    issuer->needs(client);
    client->needs(issuer);
    verb.add_option("--oidc-secret-file", provider.secret_file, verbs.help(Phrase::HelpOidcSecretFile))
        ->needs(issuer);
    verb.add_option("--oidc-name", provider.name, verbs.help(Phrase::HelpOidcName))->needs(issuer);
}

}  // namespace

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
    add_mail_options(*verb, options->mail, verbs);
    add_provider_options(*verb, options->provider, verbs);
    verb->add_option("--feed-host", options->feed_hosts, verbs.help(Phrase::HelpFeedHost));
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
