// SPDX-License-Identifier: EUPL-1.2
#include "ingest/pdf_apart.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): kill() is not in <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <exception>
#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "ingest/pdf_document.hpp"

namespace kontor::ingest {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

// ---- What the child says: fields, each its length, a line feed and its bytes.

constexpr std::string_view kText = "text";
constexpr std::string_view kFault = "fault";
// No more than this is believed; the text's own maximum and room for the rest.
constexpr std::size_t kMostBytes = 2 * base::limits::kDocumentTextBytes;

using Fields = std::vector<std::string>;

std::string packed(const Fields& fields) {
    std::string out;
    for (const std::string& field : fields) out += std::to_string(field.size()) + '\n' + field;
    return out;
}

/// Nothing when something is missing: the child did not come to its end.
std::optional<Fields> unpacked(std::string_view bytes) {
    Fields out;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        std::size_t length = 0;
        if (end == std::string_view::npos) return std::nullopt;
        const auto [last, failed] = std::from_chars(bytes.data(), bytes.data() + end, length);
        bytes.remove_prefix(end + 1);
        if (failed != std::errc{} || length > bytes.size()) return std::nullopt;
        out.emplace_back(bytes.substr(0, length));
        bytes.remove_prefix(length);
    }
    return out;
}

Fields fields_of(const Result<DocumentText>& read) {
    if (read) {
        const DocumentText& text = read.value();
        return {std::string(kText), text.title, text.text, text.published.text()};
    }
    const Error& error = read.errors().front();
    Fields out{std::string(kFault), std::to_string(static_cast<int>(error.code))};
    for (const auto& [name, value] : error.arguments) {
        out.push_back(name);
        out.push_back(value);
    }
    return out;
}

Error damaged(std::string detail) {
    return {ErrorCode::DocumentDamaged, {{"format", "PDF"}}, {}, std::move(detail)};
}

Result<DocumentText> result_of(std::string_view bytes) {
    const auto fields = unpacked(bytes);
    if (!fields || fields->size() < 2) return damaged("the reader of the file died or took too much");
    const Fields& said = *fields;
    if (said.front() == kText && said.size() == 4) {
        DocumentText text;
        text.kind = DocumentKind::Pdf;
        text.title = said[1];
        text.text = said[2];
        text.published = model::Date::parse(said[3]).value_or(model::Date{});
        return text;
    }
    int code = 0;
    std::from_chars(said[1].data(), said[1].data() + said[1].size(), code);
    Error error{static_cast<ErrorCode>(code), {}, {}, {}};
    for (std::size_t i = 2; i + 1 < said.size(); i += 2) error.arguments.emplace_back(said[i], said[i + 1]);
    return error;
}

// ---- The child

std::uint64_t address_space() {
    std::uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

void limit(__rlimit_resource what, std::uint64_t most) {
    const rlimit both{most, most};
    ::setrlimit(what, &both);
}

void write_all(int to, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(to, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Ends without cleaning up: what there is to clean up is the parent's.
[[noreturn]] void read_as_child(int to, std::string_view bytes, const PdfAllowance& allowance) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // Connections of the server must end for their clients when the server ends them, not when this does.
    constexpr int kPipe = 3;
    if (to != kPipe) ::dup2(to, kPipe);
    ::close_range(kPipe + 1, ~0U, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, allowance.seconds);
    limit(RLIMIT_AS, address_space() + allowance.memory_bytes);
    try {
        const base::SilentProgress progress;
        write_all(kPipe, packed(fields_of(read_pdf(bytes, progress))));
    } catch (const std::exception&) {
        ::_exit(1);
    }
    ::_exit(0);
}

// ---- The parent

class Child {
public:
    Child(pid_t id, int from) : id_(id), from_(from) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        ::close(from_);
        ::kill(id_, SIGKILL);
        while (::waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }

    Result<std::string> said(const base::Progress& progress, std::chrono::seconds patience) const {
        constexpr int kWaitMilliseconds = 200;
        const auto end = std::chrono::steady_clock::now() + patience;
        std::string out;
        std::array<char, 65536> block{};
        while (out.size() <= kMostBytes && std::chrono::steady_clock::now() < end) {
            if (progress.stop_requested()) return Error{ErrorCode::Stopped, {}, {}, {}};
            pollfd watched{from_, POLLIN, 0};
            if (::poll(&watched, 1, kWaitMilliseconds) <= 0) continue;
            const ssize_t got = ::read(from_, block.data(), block.size());
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return out;
            out.append(block.data(), static_cast<std::size_t>(got));
        }
        return std::string();
    }

private:
    pid_t id_;
    int from_;
};

}  // namespace

Result<DocumentText> read_pdf_apart(std::string_view bytes, const base::Progress& progress,
                                    const PdfAllowance& allowance) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return damaged("no pipe to the reader of the file");
    const pid_t id = ::fork();
    if (id == 0) read_as_child(ends[1], bytes, allowance);
    ::close(ends[1]);
    if (id < 0) {
        ::close(ends[0]);
        return damaged("no child to read the file");
    }
    const Child child(id, ends[0]);
    // A lock that another thread held at the moment of forking would be waited for without end.
    auto said = child.said(progress, std::chrono::seconds(3 * allowance.seconds));
    if (!said) return said.errors();
    return result_of(said.value());
}

}  // namespace kontor::ingest
