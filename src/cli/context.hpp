// SPDX-License-Identifier: EUPL-1.2
// What all verbs share: the options in front, the database that is opened when it is needed, and the two ways
// of speaking: answers on standard output, faults on standard error. One per run of the program.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "cli/exit_code.hpp"
#include "cli/terminal_progress.hpp"
#include "service/asker.hpp"
#include "service/knowledge.hpp"
#include "service/phrases.hpp"
#include "store/store.hpp"

namespace kontor::cli {

struct Globals {
    std::string database;
    std::string data;
    std::string language = "en";
    std::string token;  // of whoever asks, instead of the operator
};

class Context {
public:
    explicit Context(Globals globals);

    [[nodiscard]] const Globals& globals() const { return globals_; }
    [[nodiscard]] const std::string& language() const { return globals_.language; }
    /// Whoever sits at the terminal is the operator.
    [[nodiscard]] service::Asker asker() const;
    /// Who asks: with a token the person it acts for (token-invalid), for whom the knowledge is loaded; else
    /// the operator.
    [[nodiscard]] base::Result<service::Asker> reader();
    [[nodiscard]] const base::Clock& clock() const { return clock_; }

    /// Create makes the file and its folders; Existing gives DatabaseMissing when it is not there.
    [[nodiscard]] base::Result<store::Store*> open_store(store::OpenMode mode);
    /// Opens the existing database and reads all of it.
    [[nodiscard]] base::Result<service::Knowledge*> load_knowledge();

    /// A bar when standard error is a terminal, else lines.
    [[nodiscard]] std::unique_ptr<TerminalProgress> progress() const;

    void print(std::string_view text) const;
    void print_line(std::string_view text) const;
    /// A note beside the answer, on standard error.
    void note(std::string_view text) const;
    /// Says every fault and gives the exit code.
    [[nodiscard]] int fail(const base::Errors& errors) const;
    [[nodiscard]] static int done(ExitCode code = ExitCode::Ok) { return static_cast<int>(code); }

    [[nodiscard]] std::string say(service::Phrase phrase, const base::ErrorArguments& words = {}) const;
    /// Characters in a line of the terminal; 0 when the answer does not go to one.
    [[nodiscard]] std::size_t width() const { return width_; }
    /// `text` in bold when the answer goes to a terminal.
    [[nodiscard]] std::string bold(std::string_view text) const;

private:
    Globals globals_;
    base::SystemClock clock_;
    std::size_t width_ = 0;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<service::Knowledge> knowledge_;
};

/// The language that the environment asks for: LC_ALL, LC_MESSAGES, LANG.
[[nodiscard]] std::string environment_language();
/// $XDG_DATA_HOME/kontor/kontor.db, else below ~/.local/share.
[[nodiscard]] std::string default_database();
/// The folder `name` ("data", "web") of the installation, else that of the source tree.
[[nodiscard]] std::string shipped_folder(std::string_view name);

}  // namespace kontor::cli
