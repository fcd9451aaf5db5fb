// SPDX-License-Identifier: EUPL-1.2
#include "identity/web_client.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <new>

namespace kontor::identity {
namespace {

constexpr std::size_t kAddressOctets = 2'000;

struct FreeAddress {
    void operator()(CURLU* address) const { curl_url_cleanup(address); }
};
struct FreeText {
    void operator()(char* text) const { curl_free(text); }
};
using Address = std::unique_ptr<CURLU, FreeAddress>;
using CurlText = std::unique_ptr<char, FreeText>;

std::string part(const Address& address, CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(address.get(), which, &text, 0) != CURLUE_OK) return {};
    const CurlText owner(text);
    return text;
}

bool has_part(const Address& address, CURLUPart which) {
    char* text = nullptr;
    const CURLUcode found = curl_url_get(address.get(), which, &text, 0);
    const CurlText owner(text);
    return found == CURLUE_OK;
}

}  // namespace

Reach reach_of(std::string_view address) {
    const bool is_plain = std::all_of(address.begin(), address.end(),
                                      [](char c) { return c > ' ' && c < '\x7F' && c != '\\'; });
    if (!is_plain || address.size() > kAddressOctets) return Reach::Refused;
    const Address read(curl_url());
    if (!read) throw std::bad_alloc();
    if (curl_url_set(read.get(), CURLUPART_URL, std::string(address).c_str(), CURLU_NON_SUPPORT_SCHEME) !=
        CURLUE_OK)
        return Reach::Refused;
    const std::string host = part(read, CURLUPART_HOST);
    if (host.empty() || has_part(read, CURLUPART_USER) || has_part(read, CURLUPART_PASSWORD) ||
        has_part(read, CURLUPART_FRAGMENT)) {
        return Reach::Refused;
    }
    const std::string scheme = part(read, CURLUPART_SCHEME);
    if (scheme == "https") return Reach::Secure;
    const bool is_here = host == "localhost" || host == "127.0.0.1" || host == "[::1]";
    return scheme == "http" && is_here ? Reach::Loopback : Reach::Refused;
}

std::string host_and_port(std::string_view address) {
    if (reach_of(address) == Reach::Refused) return {};
    const Address read(curl_url());
    if (!read) throw std::bad_alloc();
    if (curl_url_set(read.get(), CURLUPART_URL, std::string(address).c_str(), 0) != CURLUE_OK) return {};
    std::string host = part(read, CURLUPART_HOST);
    std::transform(host.begin(), host.end(), host.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    char* port = nullptr;
    if (curl_url_get(read.get(), CURLUPART_PORT, &port, CURLU_DEFAULT_PORT) != CURLUE_OK) return {};
    const CurlText owner(port);
    return host + ":" + port;
}

std::string percent_encoded(std::string_view text) {
    if (text.empty()) return {};
    const CurlText encoded(curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size())));
    if (!encoded) throw std::bad_alloc();
    return encoded.get();
}

}  // namespace kontor::identity
