// SPDX-License-Identifier: EUPL-1.2
#include "identity/curl_client.hpp"

#include <curl/curl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <new>
#include <utility>

namespace kontor::identity {
namespace {

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, FreeHandle>;
using Headers = std::unique_ptr<curl_slist, FreeList>;

struct Intake {
    std::string body;
    std::size_t maximum = 0;
    bool overflowed = false;
};

std::size_t take(char* octets, std::size_t size, std::size_t count, void* target) {
    Intake& intake = *static_cast<Intake*>(target);
    intake.overflowed = intake.body.size() + size * count > intake.maximum;
    if (intake.overflowed) return 0;
    intake.body.append(octets, size * count);
    return size * count;
}

base::Error unreachable(std::string reason) {
    return {base::ErrorCode::IdentityProviderUnreachable, {{"reason", std::move(reason)}}, {}, {}};
}

Headers headers_of(const WebRequest& request) {
    Headers out(curl_slist_append(nullptr, ("Accept: " + request.accept).c_str()));
    if (!out) throw std::bad_alloc();
    const std::pair<const char*, const std::string&> lines[] = {
        {"Authorization: ", request.authorization},
        {"If-None-Match: ", request.if_none_match},
        {"If-Modified-Since: ", request.if_modified_since}};
    for (const auto& [name, value] : lines) {
        // What a server said once must not become a header of its choosing.
        if (value.empty() || value.find_first_of("\r\n") != std::string::npos) continue;
        if (curl_slist_append(out.get(), (name + value).c_str()) == nullptr) throw std::bad_alloc();
    }
    return out;
}

/// The value of a header line when it has this name.
void take_value(std::string_view line, std::string_view name, std::string& into) {
    constexpr std::size_t kLongest = 200;
    if (line.size() <= name.size() || line[name.size()] != ':') return;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = line[i] >= 'A' && line[i] <= 'Z' ? static_cast<char>(line[i] - 'A' + 'a') : line[i];
        if (c != name[i]) return;
    }
    std::string_view value = line.substr(name.size() + 1);
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!value.empty() && is_blank(value.front())) value.remove_prefix(1);
    while (!value.empty() && is_blank(value.back())) value.remove_suffix(1);
    if (value.size() <= kLongest) into = value;
}

std::size_t take_header(char* octets, std::size_t size, std::size_t count, void* target) {
    WebAnswer& answer = *static_cast<WebAnswer*>(target);
    const std::string_view line(octets, size * count);
    take_value(line, "etag", answer.etag);
    take_value(line, "last-modified", answer.last_modified);
    return size * count;
}

curl_socket_t open_public(void*, curlsocktype, curl_sockaddr* peer) {
    const auto* octets = reinterpret_cast<const unsigned char*>(&peer->addr);
    bool is_fine = false;
    if (peer->family == AF_INET) {
        is_fine = is_public_peer({octets + offsetof(sockaddr_in, sin_addr), sizeof(in_addr)});
    } else if (peer->family == AF_INET6 && peer->addrlen >= sizeof(sockaddr_in6)) {
        is_fine = is_public_peer({octets + offsetof(sockaddr_in6, sin6_addr), sizeof(in6_addr)});
    }
    if (!is_fine) return CURL_SOCKET_BAD;
    return ::socket(peer->family, peer->socktype | SOCK_CLOEXEC, peer->protocol);
}

void set_limits(CURL* handle, const CurlLimits& limits) {
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total.count()));
    if (!limits.authorities.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, limits.authorities.c_str());
}

}  // namespace

bool is_public_peer(std::span<const unsigned char> octets) {
    constexpr std::size_t kV4 = 4;
    constexpr std::size_t kV6 = 16;
    if (octets.size() == kV6) {
        const auto starts_with = [&](std::initializer_list<unsigned char> bytes) {
            return std::equal(bytes.begin(), bytes.end(), octets.begin());
        };
        // IPv4 in IPv6, in its several clothes, is judged as what it is.
        if (starts_with({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}))
            return is_public_peer(octets.subspan(12));
        if (starts_with({0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0}))
            return is_public_peer(octets.subspan(12));
        if (starts_with({0x20, 0x02})) return is_public_peer(octets.subspan(2, kV4));
        if (starts_with({0x20, 0x01, 0x00}) || starts_with({0x20, 0x01, 0x0D, 0xB8})) return false;
        return (octets[0] & 0xE0U) == 0x20U;  // 2000::/3, all that is given out
    }
    if (octets.size() != kV4) return false;
    const unsigned a = octets[0];
    const unsigned b = octets[1];
    const bool is_private = a == 10 || (a == 172 && b >= 16 && b < 32) || (a == 192 && b == 168);
    const bool is_local = a == 0 || a == 127 || (a == 169 && b == 254) || (a == 100 && b >= 64 && b < 128);
    const bool is_reserved = a >= 224 || (a == 192 && b == 0 && (octets[2] == 0 || octets[2] == 2)) ||
                             (a == 198 && (b == 18 || b == 19 || (b == 51 && octets[2] == 100))) ||
                             (a == 203 && b == 0 && octets[2] == 113);
    return !is_private && !is_local && !is_reserved;
}

CurlClient::CurlClient(CurlLimits limits) : limits_(std::move(limits)) {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::bad_alloc();
}

base::Result<WebAnswer> CurlClient::send(const WebRequest& request) const {
    const Reach reach = reach_of(request.address);
    if (reach == Reach::Refused) return unreachable("the address is neither https nor on this machine");
    const Handle handle(curl_easy_init());
    if (!handle) throw std::bad_alloc();
    const Headers headers = headers_of(request);
    Intake intake{.body = {}, .maximum = limits_.body_bytes};
    set_limits(handle.get(), limits_);
    // What is sent to this machine in the clear must not take the way over a proxy.
    if (reach == Reach::Loopback || limits_.peers == Peers::Public)
        curl_easy_setopt(handle.get(), CURLOPT_NOPROXY, "*");
    if (reach != Reach::Loopback && limits_.peers == Peers::Public)
        curl_easy_setopt(handle.get(), CURLOPT_OPENSOCKETFUNCTION, &open_public);
    WebAnswer answer;
    curl_easy_setopt(handle.get(), CURLOPT_HEADERFUNCTION, &take_header);
    curl_easy_setopt(handle.get(), CURLOPT_HEADERDATA, &answer);
    curl_easy_setopt(handle.get(), CURLOPT_URL, request.address.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, &take);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &intake);
    if (!request.form.empty()) {
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(request.form.size()));
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, request.form.c_str());
    }
    const CURLcode result = curl_easy_perform(handle.get());
    if (intake.overflowed)
        return unreachable(fmt::format("the answer is larger than {} bytes", limits_.body_bytes));
    if (result != CURLE_OK) return unreachable(curl_easy_strerror(result));
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    answer.body = std::move(intake.body);
    return answer;
}

}  // namespace kontor::identity
