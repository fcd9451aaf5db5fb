// SPDX-License-Identifier: EUPL-1.2
// The replies of a mail server, line by line as they come (RFC 5321, 4.2), and what the last one means for
// the mail. One thread; bounded memory.
#pragma once

#include <string>
#include <string_view>

namespace kontor::publish {

class SmtpReplies {
public:
    /// One line, with or without its line end. The farewell to QUIT (221) is not an answer and is passed
    /// over.
    void add_line(std::string_view line);

    /// The code of the last reply; 0 before the first.
    [[nodiscard]] int code() const { return code_; }
    /// The words of the last reply, its lines joined by spaces, with the code in front.
    [[nodiscard]] const std::string& text() const { return text_; }

    /// Whether the last reply says that this mail will never be taken. A refusal of the connection itself
    /// (the greeting) or of our rights (530, 534, 535, 538) says nothing about the mail.
    [[nodiscard]] bool refuses_the_mail() const;

private:
    int code_ = 0;
    int replies_ = 0;
    bool is_open_ = false;  // a further line of the same reply may follow
    std::string text_;
};

}  // namespace kontor::publish
