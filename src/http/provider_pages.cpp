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
        // The language stands before the secret, so that whoever comes back is spoken to as before.
        return redirect(begun.value().address, cookie(language + begun.value().secret));
    }

    [[nodiscard]] Response callback(const Request& request) const {
        const std::string kept(Cookies::value_in(request.cookie, name()));
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
        if (!done) return refused(done.errors(), language);
        Response response =
            redirect("/" + language + done.value().to, session_.keep(done.value().session.secret));
        response.headers.emplace_back("Set-Cookie", cookie(""));
        return response;
    }

private:
    static base::Result<NameValues> query_of(const Request& request) {
        const std::size_t question = request.target.find('?');
        return decoded_query(question == std::string_view::npos ? "" : request.target.substr(question + 1));
    }

    [[nodiscard]] std::string_view name() const {
        return address_.is_secure() ? "__Host-kontor-oidc" : "kontor-oidc";
    }

    /// Lax, for the browser comes back from another site.
    [[nodiscard]] std::string cookie(const std::string& value) const {
        std::string out(name());
        out += "=" + value + "; Path=/; HttpOnly; SameSite=Lax";
        if (address_.is_secure()) out += "; Secure";
        return out + "; Max-Age=" + (value.empty() ? "0" : std::to_string(identity::kSignInTime.count()));
    }

    [[nodiscard]] Response refused(const base::Errors& errors, const std::string& language) const {
        const std::string title = html_escaped(service::say(Phrase::IdentityPageTitle, language));
        const std::string back = html_escaped(service::say(Phrase::IdentityPageBack, language));
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
            title + "</h1>\n" + reasons + "<p><a href=\"/" + language + "/sign-in\">" + back +
            "</a></p>\n</main></body>\n</html>\n";
        response.headers = {
            {"Cache-Control", "no-store"}, {"Content-Language", language}, {"Set-Cookie", cookie("")}};
        return response;
    }

    service::ProviderSignIn& provider_;
    AskerSource askers_;
    PublicAddress address_;
    Cookies session_;
};

}  // namespace

void add_provider_pages(Router& router, service::ProviderSignIn& provider, const AskerSource& askers,
                        const PublicAddress& address) {
    const ProviderPages pages(provider, askers, address);
    router.page("/oidc/start", [pages](const Request& request) { return pages.start(request); });
    router.page("/oidc/callback", [pages](const Request& request) { return pages.callback(request); });
}

}  // namespace kontor::http
