// SPDX-License-Identifier: EUPL-1.2
#include "http/server.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <optional>
#include <thread>

#include "base/limits.hpp"
#include "http/problem.hpp"

namespace kontor::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

using Parser = beast::http::request_parser<beast::http::string_body>;
using Message = beast::http::response<beast::http::span_body<const char>>;

/// Sent with every answer; pages add their own policy on top of nothing: this one is the strictest that
/// works.
constexpr std::pair<std::string_view, std::string_view> kSecurityHeaders[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
     "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
};

struct Shared {
    const Router& router;
    AccessLog log;
    ServerOptions options;
    asio::thread_pool slow;
    std::atomic<std::size_t> connections = 0;
    std::atomic<bool> stopping = false;
};

/// A foreign page may make its own name resolve to this machine (DNS rebinding); the name it sends gives it
/// away.
bool is_own_host(std::string_view host) {
    const std::string_view name = host.substr(0, host.starts_with('[') ? host.find(']') + 1 : host.find(':'));
    return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

/// One connection: reads a request, answers it, reads the next. Runs on its own strand; kept alive by its
/// handlers.
class Session : public std::enable_shared_from_this<Session> {
public:
    Session(tcp::socket socket, Shared& shared) : stream_(std::move(socket)), shared_(shared) {
        ++shared_.connections;
        beast::error_code unknown;
        const auto peer = stream_.socket().remote_endpoint(unknown);
        if (!unknown) address_ = peer.address().to_string();
    }
    ~Session() { --shared_.connections; }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void start() {
        asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->read(); });
    }

private:
    void read() {
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(base::limits::kRequestTargetBytes + 8'192));
        parser_->body_limit(base::limits::kRequestBodyBytes);
        stream_.expires_after(std::chrono::seconds(shared_.options.idle_seconds));
        beast::http::async_read(
            stream_, buffer_, *parser_,
            [self = shared_from_this()](beast::error_code error, std::size_t) { self->on_read(error); });
    }

    void on_read(beast::error_code error) {
        if (error == beast::http::error::end_of_stream || error == beast::error::timeout ||
            error == asio::error::connection_reset || error == asio::error::operation_aborted) {
            return close();
        }
        started_ = Clock::now();
        answer_ = {};
        if (error) {
            // What follows on a connection whose framing is broken cannot be trusted: answer, then close.
            keep_alive_ = false;
            const auto head = buffer_.cdata();
            answer_ =
                problem(refusal(error), early_language({static_cast<const char*>(head.data()), head.size()}));
            return write();
        }
        const auto& message = parser_->get();
        keep_alive_ = message.keep_alive() && !shared_.stopping;
        request_ = {};
        request_.method = view(message.method_string());
        request_.target = view(message.target());
        request_.accept = view(message[beast::http::field::accept]);
        request_.accept_language = view(message[beast::http::field::accept_language]);
        request_.accept_encoding = view(message[beast::http::field::accept_encoding]);
        request_.if_none_match = view(message[beast::http::field::if_none_match]);
        request_.if_match = view(message[beast::http::field::if_match]);
        request_.content_type = view(message[beast::http::field::content_type]);
        request_.host = view(message[beast::http::field::host]);
        request_.body = message.body();
        request_.cookie = view(message[beast::http::field::cookie]);
        request_.authorization = view(message[beast::http::field::authorization]);
        request_.origin = view(message[beast::http::field::origin]);
        request_.fetch_site = view(message["Sec-Fetch-Site"]);
        request_.form_token = view(message["X-Kontor-Form"]);
        request_.user_agent = view(message[beast::http::field::user_agent]);
        request_.forwarded_for = view(message["X-Forwarded-For"]);
        request_.address = address_;
        request_.language = negotiated_language(asked_language(request_.target), request_.accept_language);
        if (request_.target.size() > base::limits::kRequestTargetBytes) {
            answer_ = problem(refusal(beast::http::error::header_limit), request_.language);
            return write();
        }
        const bool is_public = !request_.host.empty() && request_.host == shared_.options.public_host;
        if (!is_public && !is_own_host(request_.host)) {
            const base::ErrorArguments reason{{"reason", "Host: " + std::string(request_.host)}};
            answer_ = problem({{base::ErrorCode::OperationNotPermitted, reason, {}, {}}}, request_.language);
            return write();
        }
        const Router::Route* route = shared_.router.find(request_, answer_);
        if (route == nullptr) return write();
        if (route->pace == Pace::Quick) {
            answer_ = handled(*route);
            return write();
        }
        stream_.expires_never();
        asio::post(shared_.slow, [self = shared_from_this(), route] {
            self->answer_ = self->handled(*route);
            asio::post(self->stream_.get_executor(), [self] { self->write(); });
        });
    }

    static base::Errors refusal(beast::error_code error) {
        using base::ErrorCode;
        const auto maximum = [](std::size_t bytes) {
            return base::ErrorArguments{{"maximum", std::to_string(bytes)}};
        };
        if (error == beast::http::error::body_limit) {
            return {{ErrorCode::FileTooLarge, maximum(base::limits::kRequestBodyBytes), {}, {}}};
        }
        if (error == beast::http::error::header_limit) {
            return {{ErrorCode::RequestTooLong, maximum(base::limits::kRequestTargetBytes), {}, {}}};
        }
        return {{ErrorCode::RequestMalformed, {{"reason", error.message()}}, {}, {}}};
    }

    /// Exceptions here are exhausted resources or bugs: the client learns nothing of them, the log
    /// everything.
    Response handled(const Router::Route& route) {
        try {
            return route.handler(request_);
        } catch (const std::exception& exception) {
            return problem({{base::ErrorCode::Internal, {}, {}, exception.what()}}, request_.language);
        }
    }

    void write() {
        message_.emplace();
        message_->version(11);
        message_->result(answer_.status);
        message_->set(beast::http::field::server, "Kontor");
        if (!answer_.content_type.empty()) {
            message_->set(beast::http::field::content_type, answer_.content_type);
        }
        for (const auto& [name, value] : kSecurityHeaders) {
            message_->set(beast::string_view(name.data(), name.size()),
                          beast::string_view(value.data(), value.size()));
        }
        if (shared_.options.is_secure) {
            message_->set(beast::http::field::strict_transport_security, "max-age=31536000");
        }
        for (const auto& [name, value] : answer_.headers) {
            if (name == "Set-Cookie") {
                message_->insert(name, value);  // an answer may have two
            } else {
                message_->set(name, value);
            }
        }
        message_->keep_alive(keep_alive_);
        const std::string& content = answer_.content();
        const bool head = request_.method == "HEAD";
        message_->body() = {content.data(), head ? 0 : content.size()};
        if (answer_.status != 304) message_->content_length(content.size());
        serializer_.emplace(*message_);
        stream_.expires_after(std::chrono::seconds(shared_.options.idle_seconds));
        const auto done = [self = shared_from_this()](beast::error_code error, std::size_t) {
            self->on_write(error);
        };
        if (head) return beast::http::async_write_header(stream_, *serializer_, done);
        beast::http::async_write(stream_, *serializer_, done);
    }

    void on_write(beast::error_code error) {
        if (shared_.log) {
            const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started_);
            shared_.log(request_.method, request_.path, answer_.status, answer_.content().size(),
                        took.count());
        }
        if (error || !keep_alive_) return close();
        read();
    }

    /// Closing with unread bytes resets the connection, and the answer that explains why would be lost: what
    /// the client is still sending is read and dropped for a moment.
    void drain() {
        constexpr std::size_t kDropped = 128U << 20U;
        stream_.async_read_some(asio::buffer(dropped_),
                                [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                                    self->dropped_bytes_ += bytes;
                                    if (!error && self->dropped_bytes_ < kDropped) self->drain();
                                });
    }

    void close() {
        beast::error_code ignored;
        stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
        stream_.expires_after(std::chrono::seconds(2));
        if (!ignored) drain();
    }

    beast::tcp_stream stream_;
    Shared& shared_;
    std::string address_;
    beast::flat_buffer buffer_;
    std::optional<Parser> parser_;
    std::optional<Message> message_;
    std::optional<beast::http::response_serializer<beast::http::span_body<const char>>> serializer_;
    Request request_;
    Response answer_;
    Clock::time_point started_;
    std::array<char, 16'384> dropped_{};
    std::size_t dropped_bytes_ = 0;
    bool keep_alive_ = true;
};

class BeastServer final : public Server {
public:
    BeastServer(const ServerOptions& options, const Router& router, AccessLog log)
        : context_(options.threads), acceptor_(context_), shared_{router,  std::move(log),
                                                                  options, asio::thread_pool(2),
                                                                  {},      {}} {}

    base::Outcome open() {
        beast::error_code error;
        const auto address = asio::ip::make_address(shared_.options.address, error);
        const tcp::endpoint endpoint(address, shared_.options.port);
        if (!error) acceptor_.open(endpoint.protocol(), error);
        if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
        if (!error) acceptor_.bind(endpoint, error);
        if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
        if (!error) return base::Done{};
        const std::string named = shared_.options.address + ":" + std::to_string(shared_.options.port);
        return base::Error{
            base::ErrorCode::AddressUnusable, {{"address", named}, {"reason", error.message()}}, {}, {}};
    }

    std::uint16_t port() const override { return acceptor_.local_endpoint().port(); }

    void run() override {
        accept();
        std::vector<std::jthread> threads;
        for (int i = 1; i < shared_.options.threads; ++i) threads.emplace_back([this] { context_.run(); });
        context_.run();
        threads.clear();
        shared_.slow.join();
    }

    void stop() override {
        shared_.stopping = true;
        asio::post(context_, [this] { acceptor_.close(); });
        // Requests under way get this long to finish; then the remaining connections are cut.
        drain_.expires_after(std::chrono::milliseconds(300));
        drain_.async_wait([this](beast::error_code) { context_.stop(); });
    }

private:
    void accept() {
        acceptor_.async_accept(asio::make_strand(context_),
                               [this](beast::error_code error, tcp::socket socket) {
                                   if (shared_.stopping) return;
                                   if (!error && shared_.connections < shared_.options.connections) {
                                       beast::error_code ignored;
                                       socket.set_option(tcp::no_delay(true), ignored);
                                       std::make_shared<Session>(std::move(socket), shared_)->start();
                                   }
                                   accept();
                               });
    }

    asio::io_context context_;
    tcp::acceptor acceptor_;
    asio::steady_timer drain_{context_};
    Shared shared_;
};

}  // namespace

base::Result<std::unique_ptr<Server>> Server::listen(const ServerOptions& options, const Router& router,
                                                     AccessLog log) {
    auto server = std::make_unique<BeastServer>(options, router, std::move(log));
    if (auto opened = server->open(); !opened) return opened.errors();
    return std::unique_ptr<Server>(std::move(server));
}

}  // namespace kontor::http
