// SPDX-License-Identifier: EUPL-1.2
#include "program/serve.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "cli/context.hpp"
#include "cli/stop_signal.hpp"
#include "http/api.hpp"
#include "http/api_accounts.hpp"
#include "http/api_care.hpp"
#include "http/api_feeds.hpp"
#include "http/api_news.hpp"
#include "http/api_notes.hpp"
#include "http/api_pairs.hpp"
#include "http/api_places.hpp"
#include "http/api_press.hpp"
#include "http/api_privacy.hpp"
#include "http/api_records.hpp"
#include "http/api_review.hpp"
#include "http/provider_pages.hpp"
#include "http/server.hpp"
#include "http/site.hpp"
#include "identity/curl_client.hpp"
#include "identity/web_client.hpp"
#include "program/errands.hpp"
#include "service/phrases.hpp"
#include "service/press_senses.hpp"
#include "service/shipped_data.hpp"

namespace kontor::program {
namespace {

using service::Phrase;

/// Idempotent: the ledger knows the files that are in.
base::Outcome load_demo(const cli::Context& context, store::Store& store) {
    const auto files = service::demo_files(context.globals().data);
    if (!files) return files.errors();
    auto splitter = service::load_splitter(context.globals().data, store);
    if (!splitter) return splitter.errors();
    service::ImportService imports(store, context.clock(), std::move(splitter).value());
    const auto progress = context.progress();
    const auto report = imports.records(context.asker(), {.files = files.value()}, *progress);
    if (!report) return report.errors();
    return base::Done{};
}

/// A database that holds something is served although a newer demo network contradicts it; the faults are
/// said.
bool may_serve_without_demo(const store::Store& store) {
    const auto sequence = store.last_sequence();
    return sequence && sequence.value() > 0 && !cli::StopSignal::requested();
}

/// Who does the daily work.
const service::Asker kHouse{.standing = service::Standing::Operator, .actor = "system"};

/// Where the package, or else the build, has put the readable form of the contract.
std::string documents_folder(const std::string& data) {
    const auto installed = std::filesystem::path(data).parent_path() / "api";
    return std::filesystem::exists(installed / "api-docs.html") ? installed.string() : KONTOR_DOCUMENTS;
}

/// The services of a loaded Kontor behind its doors; built in this order, taken down in the other.
class Doors {
public:
    Doors(service::Knowledge& knowledge, const cli::ServeOptions& options,
          const service::AccountSettings& settings, const http::PublicAddress& address)
        : knowledge_(knowledge),
          desk_(knowledge, settings),
          sign_in_(desk_),
          accounts_(desk_, sign_in_),
          tokens_(desk_),
          confirmations_(knowledge),
          links_(desk_, sign_in_, confirmations_),
          roles_(desk_),
          users_(desk_),
          mails_(desk_),
          provider_(desk_, sign_in_, web_),
          search_(knowledge),
          pages_(knowledge),
          partners_(knowledge),
          explanations_(knowledge),
          paths_(knowledge),
          comparisons_(knowledge),
          teams_(knowledge),
          imports_(knowledge, knowledge.clock()),
          maintenance_(knowledge),
          records_(knowledge),
          review_(knowledge),
          undo_(knowledge),
          care_(knowledge, desk_),
          notes_(knowledge),
          news_(knowledge),
          places_(knowledge),
          readers_(options.data),
          resolution_(knowledge.store()),
          press_(knowledge, service::press_senses(readers_, resolution_, places_)),
          press_memory_(knowledge),
          press_rules_(knowledge),
          press_news_(knowledge),
          feeds_(knowledge, feed_web_, options.feed_hosts, service::bringing_to(press_)),
          merges_(knowledge),
          audit_(knowledge),
          privacy_(knowledge),
          site_(options.web, documents_folder(options.data), pages_) {
        const http::AskerSource askers = http::asker_source(sign_in_, address);
        http::Door door(router_, askers);
        http::add_api(door, {search_, pages_, partners_, explanations_, teams_, imports_, maintenance_});
        http::add_account_api(door, {sign_in_, accounts_, tokens_, links_, roles_, users_, mails_, provider_},
                              address);
        http::add_record_api(door, records_);
        http::add_review_api(door, {review_, undo_, confirmations_, merges_});
        http::add_care_api(door, care_);
        http::add_note_api(door, notes_);
        http::add_news_api(door, news_);
        http::add_feed_api(door, feeds_, press_news_);
        http::add_privacy_api(door, {audit_, privacy_});
        http::add_place_api(door, places_);
        http::add_press_api(door, press_, press_memory_, press_rules_);
        http::add_pair_api(door, paths_, comparisons_);
        if (!options.provider.issuer.empty()) http::add_provider_pages(router_, provider_, askers, address);
        router_.pages([this](const http::Request& request) { return site_.get(request); });
    }

    [[nodiscard]] const http::Router& router() const { return router_; }
    [[nodiscard]] service::LinkService& links() { return links_; }
    [[nodiscard]] service::ProviderSignIn& provider() { return provider_; }
    [[nodiscard]] const service::AccountDesk& desk() const { return desk_; }
    [[nodiscard]] const service::PressFeedService& feeds() const { return feeds_; }

    /// Until `stop`: sees what other processes write, keeps the log of what was shown, erases people whose
    /// time is over, and sees the signal to end.
    void follow(const std::stop_token& stop, const cli::Context& context, http::Server& server) {
        model::Date swept;
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(250));
            if (cli::StopSignal::requested()) return server.stop();
            if (const auto refreshed = knowledge_.refresh(); !refreshed)
                (void)context.fail(refreshed.errors());
            knowledge_.refresh_audiences();
            if (const auto written = knowledge_.write_reveals(); !written)
                (void)context.fail(written.errors());
            if (swept == knowledge_.today()) continue;
            swept = knowledge_.today();
            if (const auto done = privacy_.sweep(kHouse); !done) (void)context.fail(done.errors());
        }
    }

private:
    service::Knowledge& knowledge_;
    service::AccountDesk desk_;
    service::SignInService sign_in_;
    service::AccountService accounts_;
    service::TokenService tokens_;
    service::ConfirmationService confirmations_;
    service::LinkService links_;
    service::RoleService roles_;
    service::UserService users_;
    service::MailService mails_;
    identity::CurlClient web_;
    service::ProviderSignIn provider_;
    service::SearchService search_;
    service::PageService pages_;
    service::PartnerService partners_;
    service::PartnerExplanationService explanations_;
    service::PathService paths_;
    service::ComparisonService comparisons_;
    service::TeamService teams_;
    service::ImportService imports_;
    service::MaintenanceService maintenance_;
    service::RecordService records_;
    service::ReviewService review_;
    service::UndoService undo_;
    service::CareService care_;
    service::PartnerNoteService notes_;
    service::NewsService news_;
    service::PlaceService places_;
    service::PressReaders readers_;
    service::NameResolution resolution_;
    service::PressDesk press_;
    service::PressMemoryService press_memory_;
    service::PressRuleService press_rules_;
    identity::CurlClient feed_web_{service::feed_limits()};
    service::PressNewsService press_news_;
    service::PressFeedService feeds_;
    service::MergeService merges_;
    service::AuditService audit_;
    service::PrivacyService privacy_;
    http::Site site_;
    http::Router router_;
};

bool is_loopback(const std::string& address) {
    return address == "127.0.0.1" || address == "::1";
}

/// Other machines are let in only under a known name, by which foreign pages are told apart.
base::Result<http::PublicAddress> public_address(const cli::ServeOptions& options,
                                                 const cli::Context& context) {
    auto address = http::PublicAddress::parse(options.public_url);
    if (!address) return address;
    if (is_loopback(options.address) || !address.value().text().empty()) return address;
    const base::ErrorArguments reason{{"reason", context.say(Phrase::ServeNeedsPublicUrl)}};
    return base::Error{base::ErrorCode::OperationNotPermitted, reason, {}, {}};
}

/// With the address that this Kontor is reached by; all faults of the options.
base::Result<identity::ProviderSettings> provider_settings(const cli::ProviderOptions& options,
                                                           const std::string& address) {
    identity::ProviderSettings settings;
    const std::size_t slashes = options.issuer.find("//");
    const std::string host =
        slashes == std::string::npos ? options.issuer : options.issuer.substr(slashes + 2);
    settings.name = options.name.empty() ? host.substr(0, host.find('/')) : options.name;
    settings.issuer = options.issuer;
    settings.client_id = options.client;
    settings.redirect_address = address + "/oidc/callback";
    if (!options.secret_file.empty()) {
        auto secret = publish::password_from_file(options.secret_file);
        if (!secret) return secret.errors();
        settings.client_secret = secret.value().reveal();
    }
    if (auto sound = identity::RelyingParty::check(settings); !sound) return sound.errors();
    return settings;
}

/// The one place that shows the link by which the first administrator comes in.
base::Outcome print_setup_link(const cli::Context& context, service::LinkService& links) {
    const auto link = links.setup(context.asker());
    if (!link) return link.errors();
    if (!link.value()) return base::Done{};
    context.print_line(context.say(
        Phrase::ServeSetup, {{"time", service::moment_for_people(link.value()->expires, context.language())},
                             {"link", link.value()->address}}));
    return base::Done{};
}

}  // namespace

int serve(const cli::ServeOptions& options) {
    const cli::StopSignal signal;
    cli::Context context({options.database, options.data, options.language, {}});
    const auto address = public_address(options, context);
    if (!address) return context.fail(address.errors());
    const auto store = context.open_store(store::OpenMode::Create);
    if (!store) return context.fail(store.errors());
    if (options.demo) {
        const auto loaded = load_demo(context, *store.value());
        if (!loaded && !may_serve_without_demo(*store.value())) return context.fail(loaded.errors());
        if (!loaded) (void)context.fail(loaded.errors());
    }
    auto sender = mail_sender(options.mail);
    if (!sender) return context.fail(sender.errors());
    const auto knowledge = context.load_knowledge();
    if (!knowledge) return context.fail(knowledge.errors());
    service::AccountSettings settings;
    settings.has_mail = sender.value() != nullptr;
    Doors doors(*knowledge.value(), options, settings, address.value());
    const auto server = http::Server::listen({.address = options.address,
                                              .port = options.port,
                                              .threads = options.threads,
                                              .public_host = address.value().host(),
                                              .is_secure = address.value().is_secure()},
                                             doors.router(), {});
    if (!server) return context.fail(server.errors());
    const std::string host = options.address == "::1" ? "[::1]" : options.address;
    const std::string local = fmt::format("http://{}:{}", host, server.value()->port());
    settings.address = address.value().text().empty() ? local : address.value().text();
    if (!options.provider.issuer.empty()) {
        auto provider = provider_settings(options.provider, settings.address);
        if (!provider) return context.fail(provider.errors());
        settings.provider = provider.value().name;
        doors.provider().use(std::move(provider).value());
    }
    Errands errands(context, doors.desk(), doors.feeds(), std::move(sender).value(), options.mail.from);
    // The address comes last: whoever starts a server waits for it.
    if (auto printed = print_setup_link(context, doors.links()); !printed)
        return context.fail(printed.errors());
    context.print_line(context.say(Phrase::ServeReady, {{"address", local}}));
    std::fflush(stdout);
    const std::jthread follower(
        [&](const std::stop_token& stop) { doors.follow(stop, context, *server.value()); });
    const std::jthread errand([&](const std::stop_token& stop) { errands.run(stop); });
    server.value()->run();
    return cli::Context::done();
}

}  // namespace kontor::program
