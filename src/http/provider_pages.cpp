// SPDX-License-Identifier: EUPL-1.2
#include "http/provider_pages.hpp"

#include "http/html.hpp"
#include "http/parameter_checks.hpp"
#include "http/problem.hpp"
#include "service/phrases.hpp"

namespace kontor::http {
namespace {

using service::Phrase;

std::string value_of(const NameValues& query, std::string_view name) {
    for (const auto& [key, value] : query) {
        if (key == name) return value;
    }
    return {};
}

Response redirect(const std::string& address, const std::string& cookie) {
    Response response;
    response.status = 303;
    response.content_type.clear();
    response.headers = {{"Location", address}, {"Cache-Control", "no-store"}, {"Set-Cookie", cookie}};
    return response;
}

std::string_view cookie_name(const PublicAddress& address) {
    return address.is_secure() ? "__Host-kontor-oidc" : "kontor-oidc";
}

class ProviderPages {
public:
    ProviderPages(service::ProviderSignIn& provider, AskerSource askers, const PublicAddress& address)
        : provider_(provider), askers_(std::move(askers)), address_(address), session_(address) {}

    [[nodiscard]] Response start(const Request& request) const {
        const auto query = query_of(request);
        if (!query) return refused(query.errors(), request.language);
        const std::string language =
            negotiated_language(value_of(query.value(), "lang"), request.accept_language);
        const auto begun = provider_.start(value_of(query.value(), "to"), visitor_of(request, address_));
        if (!begun) return refused(begun.errors(), language);
        return redirect(begun.value().address, provider_cookie(address_, language + begun.value().secret));
    }

    [[nodiscard]] Response callback(const Request& request) const {
        const std::string kept(Cookies::value_in(request.cookie, cookie_name(address_)));
        const bool is_german = kept.starts_with("de");
        const std::string language =
            is_german || kept.starts_with("en") ? kept.substr(0, 2) : request.language;
        const auto query = query_of(request);
        if (!query) return refused(query.errors(), language);
        auto asker = askers_(request);
        if (!asker) return refused(asker.errors(), language);
        asker.value().language = language;
        const identity::SignInReturn back{value_of(query.value(), "state"), value_of(query.value(), "code"),
                                          value_of(query.value(), "error"), value_of(query.value(), "iss")};
        const std::string secret = kept.size() > 2 ? kept.substr(2) : std::string();
        const auto done = provider_.finish(asker.value(), secret, back, visitor_of(request, address_));
        if (!done) return refused(done.errors(), language, asker.value());
        Response response = redirect("/" + language + done.value().to, provider_cookie(address_, ""));
        const std::string& session = done.value().session.secret;
        if (!session.empty()) response.headers.emplace_back("Set-Cookie", session_.keep(session));
        return response;
    }

private:
    static base::Result<NameValues> query_of(const Request& request) {
        const std::size_t question = request.target.find('?');
        return decoded_query(question == std::string_view::npos ? "" : request.target.substr(question + 1));
    }

    [[nodiscard]] Response refused(const base::Errors& errors, const std::string& language,
                                   const service::Asker& asker = {}) const {
        const std::string title = html_escaped(service::say(Phrase::IdentityPageTitle, language));
        const bool is_connecting = asker.is_signed_in();
        const Phrase to = is_connecting ? Phrase::IdentityPageAccount : Phrase::IdentityPageBack;
        const std::string back = html_escaped(service::say(to, language));
        std::string reasons;
        for (const base::Error& error : errors)
            reasons += "<p role=\"alert\">" + html_escaped(base::sentence(error, language)) + "</p>\n";
        Response response;
        response.status = problem(errors, language).status;
        response.content_type = "text/html; charset=utf-8";
        response.body =
            "<!doctype html>\n<html lang=\"" + language +
            "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
            "content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><title>" +
            title +
            " – Kontor</title>\n<link rel=\"stylesheet\" href=\"/api/docs.css\"></head>\n<body><main>\n<h1>" +
            title + "</h1>\n" + reasons + "<p><a href=\"/" + language +
            (is_connecting ? "/account" : "/sign-in") + "\">" + back + "</a></p>\n</main></body>\n</html>\n";
        response.headers = {{"Cache-Control", "no-store"},
                            {"Content-Language", language},
                            {"Set-Cookie", provider_cookie(address_, "")}};
        return response;
    }

    service::ProviderSignIn& provider_;
    AskerSource askers_;
    PublicAddress address_;
    Cookies session_;
};

}  // namespace

std::string provider_cookie(const PublicAddress& address, const std::string& value) {
    std::string out(cookie_name(address));
    out += "=" + value + "; Path=/; HttpOnly; SameSite=Lax";
    if (address.is_secure()) out += "; Secure";
    return out + "; Max-Age=" + (value.empty() ? "0" : std::to_string(identity::kSignInTime.count()));
}

void add_provider_pages(Router& router, service::ProviderSignIn& provider, const AskerSource& askers,
                        const PublicAddress& address) {
    const ProviderPages pages(provider, askers, address);
    router.page("/oidc/start", [pages](const Request& request) { return pages.start(request); });
    router.page("/oidc/callback", [pages](const Request& request) { return pages.callback(request); });
}

}  // namespace kontor::http
