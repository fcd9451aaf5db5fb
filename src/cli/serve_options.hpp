// SPDX-License-Identifier: EUPL-1.2
// What `kontor serve` was told; program/serve.hpp does it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace kontor::cli {

/// How mails are handed over; without a server none are sent.
struct MailOptions {
    std::string server;         // "smtps://name:465", "smtp://name:587"
    std::string from;           // the sender's address
    std::string user;           // empty: no sign-in at the mail server
    std::string password_file;  // without one, KONTOR_MAIL_PASSWORD has the password
    std::string authorities;    // PEM file; empty: the system's
    bool plain = false;         // unencrypted, to a server on this machine
};

/// Who else vouches for people; without an issuer nobody does.
struct ProviderOptions {
    std::string issuer;
    std::string client;
    std::string secret_file;  // empty for a public client
    std::string name;         // on the button; the issuer's host without one
};

struct ServeOptions {
    std::string database;
    std::string data;  // folder of the shipped data
    std::string web;   // folder of the built front end; may not exist
    std::string language = "en";
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    std::string public_url;     // "https://kontor.example.org"; empty: this machine alone
    int threads = 2;
    MailOptions mail;
    ProviderOptions provider;
    std::vector<std::string> feed_hosts;  // from which feeds may be read: "host" or "host:port"
    bool demo = false;                    // load the demo network when it is missing
};

/// Gives the exit code.
using Serve = std::function<int(const ServeOptions&)>;

}  // namespace kontor::cli
