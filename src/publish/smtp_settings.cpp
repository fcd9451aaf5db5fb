// SPDX-License-Identifier: EUPL-1.2
#include "publish/smtp_settings.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>

#include "base/limits.hpp"
#include "publish/mail_layout.hpp"
#include "text/utf8.hpp"

namespace kontor::publish {
namespace {

namespace limits = base::limits;
using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

/// A part of the address; empty when it has none.
std::string part_of(const Url& url, CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(url.get(), which, &text, 0) != CURLUE_OK) return {};
    const std::unique_ptr<char, decltype(&curl_free)> owner(text, curl_free);
    return text;
}

/// libcurl itself resolves "localhost" to the loopback, whatever the name service says.
bool is_loopback(std::string_view host) {
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

/// Read by the library that will connect, so that both see the same host.
bool is_possible_server(const SmtpSettings& settings) {
    const Url url(curl_url(), curl_url_cleanup);
    const auto set =
        curl_url_set(url.get(), CURLUPART_URL, settings.server.c_str(), CURLU_NON_SUPPORT_SCHEME);
    if (set != CURLUE_OK || settings.server.find('\0') != std::string::npos) return false;
    const std::string scheme = part_of(url, CURLUPART_SCHEME);
    if (scheme != "smtp" && scheme != "smtps") return false;
    for (const CURLUPart surplus :
         {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS, CURLUPART_QUERY, CURLUPART_FRAGMENT}) {
        if (!part_of(url, surplus).empty()) return false;
    }
    const std::string path = part_of(url, CURLUPART_PATH);
    if (!path.empty() && path != "/") return false;
    return settings.encryption == SmtpEncryption::Required || is_loopback(part_of(url, CURLUPART_HOST));
}

/// The address without what might be a password in it.
std::string shown_server(std::string_view server) {
    const std::size_t at = server.rfind('@');
    const std::size_t scheme = server.find("://");
    if (at == std::string_view::npos) return shown_value(server);
    const std::string start(scheme == std::string_view::npos ? "" : server.substr(0, scheme + 3));
    return shown_value(start + "…" + std::string(server.substr(at)));
}

base::Error fault(base::ErrorCode code, base::ErrorArguments words, std::string field) {
    return {code, std::move(words), {{}, 0, 0, std::move(field)}, {}};
}

base::Result<Secret> checked_password(std::string value, const std::string& source) {
    const bool is_sound = !value.empty() && value.size() <= limits::kMailPasswordBytes &&
                          !text::first_utf8_fault(value) &&
                          !text::first_control_character(value, text::Whitespace::SpacesOnly);
    if (is_sound) return Secret(std::move(value));
    return fault(base::ErrorCode::MailPasswordMissing, {{"source", shown_value(source)}}, "password");
}

}  // namespace

base::Errors settings_faults(const SmtpSettings& settings) {
    base::Errors faults;
    if (!is_possible_server(settings)) {
        faults.push_back(
            fault(base::ErrorCode::MailServerRefused, {{"server", shown_server(settings.server)}}, "server"));
    }
    if (!is_mail_address(settings.from.address)) {
        faults.push_back(fault(base::ErrorCode::MailAddressRefused,
                               {{"address", shown_value(settings.from.address)}}, "from"));
    }
    for (const auto& [name, value] :
         {std::pair{"from", settings.from.name}, std::pair{"user", settings.user}}) {
        const bool is_sound = value.size() <= limits::kMailFieldBytes && !text::first_utf8_fault(value) &&
                              !text::first_control_character(value, text::Whitespace::SpacesOnly);
        if (is_sound) continue;
        faults.push_back(fault(base::ErrorCode::MailFieldRefused,
                               {{"field", name}, {"maximum", std::to_string(limits::kMailFieldBytes)}},
                               name));
    }
    if (!settings.user.empty() && settings.password.empty()) {
        faults.push_back(fault(base::ErrorCode::MailPasswordMissing, {{"source", shown_value(settings.user)}},
                               "password"));
    }
    if (settings.timeout.count() <= 0 || settings.connect_timeout.count() <= 0) {
        faults.push_back(fault(base::ErrorCode::ArgumentInvalid, {{"reason", "timeout <= 0"}}, "timeout"));
    }
    return faults;
}

base::Result<Secret> password_from_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string head(limits::kMailPasswordBytes + 2, '\0');
    if (file) file.read(head.data(), static_cast<std::streamsize>(head.size()));
    if (!file.is_open() || file.bad()) {
        return fault(base::ErrorCode::FileUnreadable,
                     {{"file", shown_value(path)}, {"reason", std::strerror(errno)}}, "password");
    }
    head.resize(static_cast<std::size_t>(file.gcount()));
    head.resize(std::min(head.size(), head.find_first_of("\r\n")));
    return checked_password(std::move(head), path);
}

base::Result<Secret> password_from_environment(const std::string& variable) {
    const char* value = std::getenv(variable.c_str());  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return checked_password(value == nullptr ? "" : value, variable);
}

}  // namespace kontor::publish
