// SPDX-License-Identifier: EUPL-1.2
// What `kontor serve` was told; program/serve.hpp does it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace kontor::cli {

struct ServeOptions {
    std::string database;
    std::string data;  // folder of the shipped data
    std::string web;   // folder of the built front end; may not exist
    std::string language = "en";
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any free one
    std::string public_url;     // "https://kontor.example.org"; empty: this machine alone
    int threads = 2;
    bool demo = false;  // load the demo network when it is missing
};

/// Gives the exit code.
using Serve = std::function<int(const ServeOptions&)>;

}  // namespace kontor::cli
