// SPDX-License-Identifier: EUPL-1.2
// What identity asks of the web: one request, one answer. An interface, so that a test can answer anything;
// CurlClient is the real one. Implementations may be called from several threads at once and give up after a
// limited time.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"

namespace kontor::identity {

struct WebRequest {
    std::string address;
    std::string form;           // posted as application/x-www-form-urlencoded; a plain GET when empty
    std::string authorization;  // the header of this name; none when empty
};

struct WebAnswer {
    long status = 0;
    std::string body;
};

class WebClient {
public:
    virtual ~WebClient() = default;
    /// The answer, whatever its status. Redirects are answers, never followed. identity-provider-unreachable
    /// with its `reason` when there is no answer within the limits of time and size.
    [[nodiscard]] virtual base::Result<WebAnswer> send(const WebRequest& request) const = 0;
};

/// How far an address may be trusted with secrets.
enum class Reach {
    Refused,   // unreadable, http to another machine, with a user name or a fragment, or over 2,000 octets
    Loopback,  // http to this machine: localhost, 127.0.0.1, [::1]
    Secure     // https
};
[[nodiscard]] Reach reach_of(std::string_view address);

/// `text` with everything but letters, digits and -._~ as %XX (RFC 3986).
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace kontor::identity
