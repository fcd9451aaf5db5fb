// SPDX-License-Identifier: EUPL-1.2
#include "http/asker_source.hpp"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

#include "identity/web_client.hpp"

namespace kontor::http {
namespace {

using base::ErrorCode;

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool only_reads(const Request& request) {
    return request.method == "GET" || request.method == "HEAD";
}

/// Browsers say where a request was made; programs without cookies need not.
bool is_from_own_page(const Request& request, const PublicAddress& address) {
    const std::string_view site = request.fetch_site;
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    if (request.origin.empty()) return true;
    return request.origin == address.text() || request.origin == "http://" + std::string(request.host);
}

}  // namespace

base::Result<PublicAddress> PublicAddress::parse(std::string_view text) {
    PublicAddress out;
    if (text.empty()) return out;
    const std::size_t name = text.find("//") + 2;
    const bool is_bare = text.find_first_of("/?#@", name) == std::string_view::npos;
    const bool is_lower = std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_bare || !is_lower || identity::reach_of(text) == identity::Reach::Refused) {
        return base::Error{ErrorCode::PublicUrlInvalid, {{"value", std::string(text)}}, {}, {}};
    }
    out.text_ = text;
    return out;
}

std::string PublicAddress::host() const {
    const std::size_t slashes = text_.find("//");
    return slashes == std::string::npos ? std::string() : text_.substr(slashes + 2);
}

std::string_view Cookies::value_in(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const std::size_t end = std::min(header.find(';'), header.size());
        const std::string_view pair = trimmed(header.substr(0, end));
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name)
            return pair.substr(equals + 1);
        header.remove_prefix(std::min(end + 1, header.size()));
    }
    return {};
}

std::string Cookies::keep(std::string_view secret) const {
    std::string out(name());
    out += '=';
    out += secret;
    out += "; Path=/; HttpOnly; SameSite=Lax";
    if (is_secure_) out += "; Secure";
    out += "; Max-Age=" + std::to_string(secret.empty() ? 0 : service::kSessionSeconds);
    return out;
}

service::Visitor visitor_of(const Request& request, const PublicAddress& address) {
    service::Visitor visitor{request.address, std::string(request.user_agent)};
    boost::system::error_code failed;
    const auto peer = boost::asio::ip::make_address(request.address, failed);
    if (failed || !peer.is_loopback() || address.text().empty()) return visitor;
    const std::size_t comma = request.forwarded_for.rfind(',');
    const std::string last(
        trimmed(request.forwarded_for.substr(comma == std::string_view::npos ? 0 : comma + 1)));
    const auto told = boost::asio::ip::make_address(last, failed);
    if (!failed) visitor.address = told.to_string();
    return visitor;
}

AskerSource asker_source(service::SignInService& sign_in, const PublicAddress& address) {
    return [&sign_in, address,
            cookies = Cookies(address)](const Request& request) -> base::Result<service::Asker> {
        constexpr std::string_view kBearer = "Bearer ";
        if (!request.authorization.empty()) {
            const bool is_bearer = request.authorization.starts_with(kBearer);
            const auto secret = is_bearer ? request.authorization.substr(kBearer.size()) : std::string_view();
            return sign_in.asker_of_token(secret, request.language);
        }
        const bool writes = !only_reads(request);
        if (writes && !is_from_own_page(request, address))
            return base::Error{ErrorCode::FormTokenInvalid, {}, {}, {}};
        auto asker = sign_in.asker_of_session(cookies.secret_in(request.cookie), request.language);
        if (!asker || asker.value().session.empty() || !writes) return asker;
        if (auto form = sign_in.check_form(asker.value(), request.form_token); !form) return form.errors();
        return asker;
    };
}

}  // namespace kontor::http
