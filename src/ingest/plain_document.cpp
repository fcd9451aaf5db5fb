// SPDX-License-Identifier: EUPL-1.2
#include "ingest/plain_document.hpp"

#include "ingest/decoded_text.hpp"
#include "ingest/mail_body.hpp"

namespace kontor::ingest {
namespace {

constexpr std::size_t kTitleBytes = 250;

// What was copied from a page may begin with the path to it, its last step the title that follows on a line
// of its own: "HomeNewsThe title".
void drop_path_line(std::string& text) {
    const std::size_t end = text.find('\n');
    if (end == std::string::npos) return;
    const std::size_t begin = text.find_first_not_of('\n', end);
    if (begin == std::string::npos) return;
    const std::string_view next = std::string_view(text).substr(begin, text.find('\n', begin) - begin);
    const std::string_view first = std::string_view(text).substr(0, end);
    if (first.size() > next.size() && next.size() >= 10 && first.ends_with(next)) text.erase(0, begin);
}

}  // namespace

std::string taken_title(std::string& text) {
    const std::size_t end = text.find('\n');
    if (end == std::string::npos || end > kTitleBytes || end + 1 >= text.size()) return {};
    const char last = text[end - 1];
    const bool stands_alone = text[end + 1] == '\n';
    if (!stands_alone || last == '.' || last == ',' || last == ';' || last == ':') return {};
    std::string title = text.substr(0, end);
    text.erase(0, end + 2);
    return title;
}

base::Result<DocumentText> read_plain_text(std::string_view bytes) {
    DocumentText document;
    document.kind = DocumentKind::PlainText;
    document.text = tidy_text(decoded_text(bytes, ""));
    document.text = unwrapped_text(document.text);
    drop_path_line(document.text);
    document.title = taken_title(document.text);
    if (document.text.empty()) return base::Error{base::ErrorCode::DocumentWithoutText, {}, {}, {}};
    return document;
}

}  // namespace kontor::ingest
