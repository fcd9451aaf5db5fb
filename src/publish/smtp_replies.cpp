// SPDX-License-Identifier: EUPL-1.2
#include "publish/smtp_replies.hpp"

#include <charconv>

#include "base/limits.hpp"

namespace kontor::publish {
namespace {

constexpr int kFarewell = 221;

}  // namespace

void SmtpReplies::add_line(std::string_view line) {
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    int code = 0;
    if (line.size() < 3 || std::from_chars(line.data(), line.data() + 3, code).ptr != line.data() + 3) return;
    if (code == kFarewell) return;
    if (!is_open_) {
        text_.clear();
        ++replies_;
    }
    const std::string_view words = is_open_ ? line.substr(line.size() > 3 ? 4 : 3) : line;
    if (text_.size() + words.size() < 4 * base::limits::kMailAnswerBytes) {
        if (is_open_) text_ += ' ';
        text_ += words;
    }
    code_ = code;
    is_open_ = line.size() > 3 && line[3] == '-';
}

bool SmtpReplies::refuses_the_mail() const {
    const bool is_about_us = code_ == 530 || code_ == 534 || code_ == 535 || code_ == 538;
    return replies_ > 1 && code_ >= 500 && code_ <= 599 && !is_about_us;
}

}  // namespace kontor::publish
