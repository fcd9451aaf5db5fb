// SPDX-License-Identifier: EUPL-1.2
#include "ingest/document_content.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace kontor::ingest {
namespace {

constexpr std::size_t kLookedAt = 4096;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// The start without zero bytes (UTF-16), byte order mark and leading space, in small letters.
std::string lower_start(std::string_view bytes) {
    std::string start;
    for (const char c : bytes.substr(0, kLookedAt)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool leading = start.empty() && (byte <= ' ' || byte >= 0xEF);
        const bool mark = start.empty() && (byte == 0xBB || byte == 0xBF);
        if (byte != 0 && !leading && !mark) start += lower(c);
    }
    return start;
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

bool is_feed(std::string_view start) {
    if (!start.starts_with("<")) return false;
    return (has(start, "<rss") && !has(start, "<html")) || has(start, "http://www.w3.org/2005/atom") ||
           has(start, "http://purl.org/rss/1.0/") || has(start, "<feed");
}

bool is_html(std::string_view start) {
    constexpr std::array<std::string_view, 12> kMarks{
        "<!doctype html", "<html", "<head>", "<body", "<article", "<main",
        "<div",           "<p>",   "<h1",    "<p ",   "<table",   "<script"};
    if (!start.starts_with("<")) return false;
    return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return has(start, mark); });
}

// Header lines "Name: value" up to the first empty line, at least two of them ones that mails have.
bool is_email(std::string_view start) {
    constexpr std::array<std::string_view, 14> kFields{
        "from",         "to",           "subject",     "date",          "message-id",
        "mime-version", "content-type", "return-path", "delivered-to",  "received",
        "x-mailer",     "list-id",      "reply-to",    "dkim-signature"};
    std::size_t known = 0;
    bool technical = false;
    while (!start.empty()) {
        const std::size_t length = std::min(start.find('\n'), start.size());
        std::string_view line = start.substr(0, length);
        start.remove_prefix(std::min(length + 1, start.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) break;
        if (line.front() == ' ' || line.front() == '\t' || line.starts_with("from ")) continue;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != std::string_view::npos) {
            return false;
        }
        const std::string_view name = line.substr(0, colon);
        if (std::find(kFields.begin(), kFields.end(), name) != kFields.end()) ++known;
        technical = technical || name == "message-id" || name == "mime-version" || name == "received" ||
                    name == "return-path" || name == "delivered-to";
    }
    return known >= 2 && (technical || known >= 3);
}

bool is_binary(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, kLookedAt);
    const auto zeros = static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0'));
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
    const auto controls = static_cast<std::size_t>(std::count_if(start.begin(), start.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ' && c != '\0' && c != '\n' && c != '\r' && c != '\t' &&
               c != '\f';
    }));
    const bool may_be_utf16 = zeros > start.size() * 3 / 10 && zeros < start.size() * 6 / 10;
    return (zeros > 0 && !may_be_utf16 && zeros * 100 > start.size()) || controls * 10 > start.size();
}

// Office programs wrap what they encrypt into the container of their old formats, under this name in UTF-16.
bool is_encrypted_office(std::string_view bytes) {
    if (!bytes.starts_with("\xD0\xCF\x11\xE0")) return false;
    std::string name;
    for (const char c : std::string_view("EncryptedPackage")) name += {c, '\0'};
    return has(bytes, name);
}

}  // namespace

bool has_ending(std::string_view name, std::string_view ending) {
    return name.size() >= ending.size() && std::equal(ending.rbegin(), ending.rend(), name.rbegin(),
                                                      [](char a, char b) { return lower(a) == lower(b); });
}

DocumentContent document_content(std::string_view bytes, std::string_view name) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06") ||
        bytes.starts_with("PK\x07\x08")) {
        return DocumentContent::Archive;
    }
    if (bytes.starts_with("%PDF-")) return DocumentContent::Pdf;
    if (is_encrypted_office(bytes)) return DocumentContent::EncryptedOffice;
    const std::string start = lower_start(bytes);
    const bool is_pdf = has(bytes.substr(0, 1024), "%PDF-") && !is_email(start);
    if (is_pdf) return DocumentContent::Pdf;
    if (is_binary(bytes) && !is_email(start)) return DocumentContent::Unknown;
    if (start.empty()) return DocumentContent::Empty;
    if (start.starts_with("{\\rtf")) return DocumentContent::Unknown;
    if (is_feed(start)) return DocumentContent::Feed;
    if (is_html(start)) return DocumentContent::Html;
    if (is_email(start)) return DocumentContent::Email;
    if (has_ending(name, ".html") || has_ending(name, ".htm")) return DocumentContent::Html;
    if (has_ending(name, ".eml")) return DocumentContent::Email;
    return DocumentContent::PlainText;
}

}  // namespace kontor::ingest
