// SPDX-License-Identifier: EUPL-1.2
#include "identity/curl_client.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

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
    Headers out(curl_slist_append(nullptr, "Accept: application/json"));
    if (!out) throw std::bad_alloc();
    if (request.authorization.empty()) return out;
    const std::string line = "Authorization: " + request.authorization;
    if (curl_slist_append(out.get(), line.c_str()) == nullptr) throw std::bad_alloc();
    return out;
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
    if (reach == Reach::Loopback) curl_easy_setopt(handle.get(), CURLOPT_NOPROXY, "*");
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
    WebAnswer answer;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    answer.body = std::move(intake.body);
    return answer;
}

}  // namespace kontor::identity
