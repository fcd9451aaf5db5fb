// SPDX-License-Identifier: EUPL-1.2
#include "cli/terminal_progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/stop_signal.hpp"
#include "service/phrases.hpp"

namespace kontor::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kRedraw = 100ms;
constexpr auto kPlainLine = 10s;
constexpr std::size_t kBarWidth = 24;

}  // namespace

std::string duration_text(std::int64_t seconds) {
    const std::int64_t minutes = seconds / 60;
    if (minutes < 60) return fmt::format("{}:{:02}", minutes, seconds % 60);
    return fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, seconds % 60);
}

std::string count_text(std::uint64_t count, std::string_view language) {
    std::string digits = std::to_string(count);
    const char mark = language == "de" ? '.' : ',';
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, mark);
    }
    return digits;
}

TerminalProgress::TerminalProgress(Style style, std::string language)
    : style_(style), language_(std::move(language)) {}

TerminalProgress::~TerminalProgress() {
    if (bar_is_drawn_) fmt::print(stderr, "\r\x1b[K");
}

bool TerminalProgress::stop_requested() const {
    return StopSignal::requested();
}

std::string TerminalProgress::stage_label() const {
    const auto phrase = service::phrase_from_slug("stage-" + stage_);
    return phrase ? service::say(*phrase, language_) : stage_;
}

std::string TerminalProgress::line(std::uint64_t done, std::uint64_t total, Instant now) const {
    const double seconds = std::chrono::duration<double>(now - stage_begun_).count();
    const double rate = seconds > 0.2 ? static_cast<double>(done) / seconds : 0;
    std::string out = stage_label() + "  ";
    if (style_ == Style::Bar && total > 0) {
        const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
        const auto filled = static_cast<std::size_t>(share * static_cast<double>(kBarWidth));
        out += "[" + std::string(filled, '#') + std::string(kBarWidth - filled, '-') + "]  ";
    }
    out += count_text(done, language_);
    if (total > 0) out += " / " + count_text(total, language_);
    if (rate >= 1) out += fmt::format("  {}/s", count_text(static_cast<std::uint64_t>(rate), language_));
    if (rate >= 1 && total > done) {
        const auto left = static_cast<std::int64_t>(static_cast<double>(total - done) / rate);
        out += "  " + service::say(service::Phrase::ProgressLeft, language_, {{"time", duration_text(left)}});
    }
    return out;
}

void TerminalProgress::report(std::string_view stage, std::uint64_t done, std::uint64_t total) {
    if (style_ == Style::Silent) return;
    const Instant now = std::chrono::steady_clock::now();
    const bool is_new_stage = stage != stage_;
    if (is_new_stage) {
        stage_ = stage;
        stage_begun_ = now;
    }
    const auto pause = style_ == Style::Bar ? std::chrono::nanoseconds(kRedraw) : kPlainLine;
    if (!is_new_stage && now - last_shown_ < pause) return;
    last_shown_ = now;
    if (style_ == Style::Bar) {
        fmt::print(stderr, "\r{}\x1b[K", line(done, total, now));
        std::fflush(stderr);
        bar_is_drawn_ = true;
    } else {
        fmt::print(stderr, "{}\n", line(done, total, now));
    }
}

}  // namespace kontor::cli
