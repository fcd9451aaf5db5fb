// SPDX-License-Identifier: EUPL-1.2
#include "cli/context.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "service/shipped_data.hpp"
#include "service/sign_in_service.hpp"

namespace kontor::cli {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return value == nullptr ? "" : value;
}

std::size_t terminal_width() {
    if (isatty(STDOUT_FILENO) == 0) return 0;
    constexpr std::size_t kUsual = 80;
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsual;
    return size.ws_col;
}

}  // namespace

Context::Context(Globals globals) : globals_(std::move(globals)), width_(terminal_width()) {}

service::Asker Context::asker() const {
    return {.standing = service::Standing::Operator, .language = globals_.language, .actor = "cli"};
}

base::Result<service::Asker> Context::reader() {
    if (globals_.token.empty()) return asker();
    const auto knowledge = load_knowledge();
    if (!knowledge) return knowledge.errors();
    const service::AccountSettings settings;
    const service::AccountDesk desk(*knowledge.value(), settings);
    return service::SignInService(desk).asker_of_token(globals_.token, language());
}

base::Result<store::Store*> Context::open_store(store::OpenMode mode) {
    if (store_ != nullptr) return store_.get();
    const std::filesystem::path path(globals_.database);
    std::error_code failed;
    if (mode == store::OpenMode::Existing && !std::filesystem::exists(path, failed)) {
        return base::Error{base::ErrorCode::DatabaseMissing, {{"database", globals_.database}}, {}, {}};
    }
    if (mode == store::OpenMode::Create && path.has_parent_path()) {
        std::filesystem::create_directories(path.parent_path(), failed);
        if (failed) {
            return base::Error{base::ErrorCode::DatabaseUnusable,
                               {{"database", globals_.database}, {"reason", failed.message()}},
                               {},
                               {}};
        }
    }
    auto store = store::open_sqlite(globals_.database, mode, clock_);
    if (!store) return store.errors();
    store_ = std::move(store).value();
    return store_.get();
}

base::Result<service::Knowledge*> Context::load_knowledge() {
    if (knowledge_ != nullptr) return knowledge_.get();
    const auto store = open_store(store::OpenMode::Existing);
    if (!store) return store.errors();
    auto splitter = service::load_splitter(globals_.data, *store.value());
    if (!splitter) return splitter.errors();
    auto knowledge =
        std::make_unique<service::Knowledge>(*store.value(), clock_, std::move(splitter).value());
    const auto shown = isatty(STDERR_FILENO) == 0
                           ? std::make_unique<TerminalProgress>(TerminalProgress::Style::Silent, language())
                           : progress();
    if (auto loaded = knowledge->load(*shown); !loaded) return loaded.errors();
    knowledge_ = std::move(knowledge);
    return knowledge_.get();
}

std::unique_ptr<TerminalProgress> Context::progress() const {
    const auto style =
        isatty(STDERR_FILENO) == 0 ? TerminalProgress::Style::Lines : TerminalProgress::Style::Bar;
    return std::make_unique<TerminalProgress>(style, language());
}

void Context::print(std::string_view text) const {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void Context::print_line(std::string_view text) const {
    print(text);
    print("\n");
}

void Context::note(std::string_view text) const {
    std::fflush(stdout);
    fmt::print(stderr, "{}\n", text);
}

int Context::fail(const base::Errors& errors) const {
    for (const base::Error& error : errors) note(base::located_sentence(error, language()));
    return done(exit_code(errors));
}

std::string Context::say(service::Phrase phrase, const base::ErrorArguments& words) const {
    return service::say(phrase, language(), words);
}

std::string Context::bold(std::string_view text) const {
    if (width_ == 0) return std::string(text);
    return fmt::format("\x1b[1m{}\x1b[0m", text);
}

std::string environment_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string value = environment(name);
        if (!value.empty()) return value.starts_with("de") ? "de" : "en";
    }
    return "en";
}

std::string default_database() {
    std::filesystem::path folder = environment("XDG_DATA_HOME");
    if (folder.empty()) folder = std::filesystem::path(environment("HOME")) / ".local" / "share";
    return (folder / "kontor" / "kontor.db").string();
}

std::string shipped_folder(std::string_view name) {
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    if (!failed) {
        const auto installed = program.parent_path().parent_path() / "share" / "kontor" / name;
        if (std::filesystem::is_directory(installed, failed)) return installed.string();
    }
    return (std::filesystem::path(KONTOR_SOURCE_TREE) / (name == "web" ? "web/dist" : name)).string();
}

}  // namespace kontor::cli
