// SPDX-License-Identifier: EUPL-1.2
// The HTTP/1.1 server: accepts, parses (Boost.Beast), dispatches, writes. Keeps connections open, limits
// sizes and times, sends the security headers with every answer, and stops after finishing the requests under
// way.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/error.hpp"
#include "http/router.hpp"

namespace kontor::http {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    int threads = 2;
    int idle_seconds = 60;
    std::size_t connections = 10'000;
    std::string public_host = {};  // as in the header Host, beside the names of this machine; may be empty
    bool is_secure = false;        // browsers come by https, and shall never come otherwise
};

/// One line per request for the log: method, path, status, bytes, microseconds. May be empty.
using AccessLog = std::function<void(std::string_view method, std::string_view path, unsigned status,
                                     std::size_t bytes, std::int64_t microseconds)>;

class Server {
public:
    /// Listens at once; AddressInUse as an error. The router must outlive the server.
    [[nodiscard]] static base::Result<std::unique_ptr<Server>> listen(const ServerOptions& options,
                                                                      const Router& router, AccessLog log);
    virtual ~Server() = default;
    [[nodiscard]] virtual std::uint16_t port() const = 0;
    /// Serves until stop(); blocks the calling thread and runs options.threads threads.
    virtual void run() = 0;
    /// Safe from any thread and from a signal handler's thread.
    virtual void stop() = 0;
};

}  // namespace kontor::http
