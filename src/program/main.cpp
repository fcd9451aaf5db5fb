// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "program/serve.hpp"

int main(int argc, char** argv) {
    try {
        return kontor::cli::run(argc, argv, kontor::program::serve);
    } catch (const std::exception& error) {
        fmt::print(stderr, "kontor: {}\n", error.what());
        return static_cast<int>(kontor::cli::ExitCode::Internal);
    }
}
