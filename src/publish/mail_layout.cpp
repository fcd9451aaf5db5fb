// SPDX-License-Identifier: EUPL-1.2
#include "publish/mail_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "text/utf8.hpp"

namespace kontor::publish {
namespace {

namespace limits = base::limits;

/// Both colours of the button are given in both modes: a mail program that inverts only one of them would
/// otherwise make it unreadable.
constexpr std::string_view kStyle =
    "body{margin:0;padding:0;background:#ffffff;color:#1b2430}"
    ".page{max-width:36rem;margin:0 auto;padding:24px 20px;font:16px/1.5 system-ui,'Segoe UI',Arial,"
    "sans-serif}"
    ".house{font-weight:600;border-bottom:1px solid #9aa5b1;padding-bottom:12px}"
    "th{text-align:left;vertical-align:top;font-weight:400;padding:4px 16px 4px 0;color:#4a5663}"
    "td{vertical-align:top;padding:4px 0}"
    ".button{display:inline-block;padding:12px 20px;border-radius:6px;background:#14507a;color:#ffffff;"
    "border:1px solid #14507a;text-decoration:none;font-weight:600}"
    ".small{font-size:14px;color:#4a5663;overflow-wrap:anywhere}"
    "@media (prefers-color-scheme:dark){body{background:#12171d;color:#e6eaee}th,.small{color:#b3bdc7}"
    ".button{background:#9cd0f2;color:#0c1a24;border-color:#9cd0f2}}";

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char letter : text) {
        switch (letter) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += letter;
        }
    }
    return out;
}

/// `value` as UTF-8 without faults: each byte that belongs to no character becomes U+FFFD.
std::string repaired(std::string_view value) {
    std::string out;
    for (auto fault = text::first_utf8_fault(value); fault; fault = text::first_utf8_fault(value)) {
        out += value.substr(0, *fault);
        out += "\uFFFD";
        value.remove_prefix(*fault + 1);
    }
    out += value;
    return out;
}

/// Control and disguising characters become spaces; runs of spaces become one.
std::string undisguised(std::string value) {
    for (auto found = text::first_control_character(value, text::Whitespace::SpacesOnly); found;
         found = text::first_control_character(value, text::Whitespace::SpacesOnly)) {
        value.replace(found->offset, text::character_at(value, found->offset).length, " ");
    }
    const auto doubled = [](char left, char right) { return left == ' ' && right == ' '; };
    value.erase(std::unique(value.begin(), value.end(), doubled), value.end());
    return value;
}

bool is_safe_link(std::string_view link, const MailHouse& house) {
    if (link.size() > limits::kMailLinkBytes || !link.starts_with(house.address + "/")) return false;
    return std::all_of(link.begin(), link.end(), [](char letter) {
        return letter > ' ' && letter < '\x7f' &&
               std::string_view("<>\"\\^`{|}").find(letter) == std::string_view::npos;
    });
}

base::Errors link_faults(const MailDraft& draft, const MailHouse& house) {
    base::Errors faults;
    const bool has_address = house.address.starts_with("https://") || house.address.starts_with("http://");
    for (const MailBlock& block : draft.blocks) {
        if (block.kind != BlockKind::Button) continue;
        if (has_address && is_safe_link(block.link, house)) continue;
        faults.push_back({base::ErrorCode::MailLinkRefused,
                          {{"link", shown_value(block.link)}, {"house", shown_value(house.address)}},
                          {},
                          {}});
    }
    return faults;
}

void add_plain(std::string& out, const MailBlock& block) {
    switch (block.kind) {
        case BlockKind::Paragraph:
        case BlockKind::Note:
            out += fmt::format("{}\n\n", block.text);
            return;
        case BlockKind::Button:
            out += fmt::format("{}:\n{}\n\n", block.text, block.link);
            return;
        case BlockKind::Facts:
            break;
    }
    for (const MailFact& fact : block.facts) out += fmt::format("  {}: {}\n", fact.label, fact.value);
    out += '\n';
}

void add_html(std::string& out, const MailBlock& block, const MailFrame& frame) {
    switch (block.kind) {
        case BlockKind::Paragraph:
            out += fmt::format("<p>{}</p>\n", escaped(block.text));
            return;
        case BlockKind::Note:
            out += fmt::format("<p class=\"small\">{}</p>\n", escaped(block.text));
            return;
        case BlockKind::Button: {
            const std::string link = escaped(block.link);
            out += fmt::format("<p><a class=\"button\" href=\"{}\">{}</a></p>\n", link, escaped(block.text));
            out += fmt::format("<p class=\"small\">{}<br>{}</p>\n", escaped(frame.link_below), link);
            return;
        }
        case BlockKind::Facts:
            break;
    }
    out += "<table>\n";
    for (const MailFact& fact : block.facts) {
        out += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", escaped(fact.label),
                           escaped(fact.value));
    }
    out += "</table>\n";
}

}  // namespace

std::string one_line(std::string_view value, std::size_t max_characters) {
    // Four bytes are the longest character; what lies far beyond would be cut in any case.
    const std::string_view head = value.substr(0, 8 * max_characters);
    std::string line = undisguised(repaired(head));
    if (head.size() == value.size() && text::character_count(line) <= max_characters) return line;
    std::size_t end = 0;
    for (std::size_t count = 1; count < max_characters && end < line.size(); ++count) {
        end += text::character_at(line, end).length;
    }
    line.resize(end);
    return line + "…";
}

std::string shown_value(std::string_view value) {
    return one_line(value, limits::kMailValueCharacters);
}

std::vector<MailFact> shown_facts(const std::vector<MailFact>& facts, std::string_view language) {
    std::vector<MailFact> shown;
    for (const MailFact& fact : facts) {
        if (shown.size() == limits::kMailFacts) break;
        shown.push_back({one_line(fact.label, limits::kMailLabelCharacters), shown_value(fact.value)});
    }
    if (shown.size() < facts.size()) {
        shown.push_back({mail_frame(language).more, fmt::format("{}", facts.size() - shown.size())});
    }
    return shown;
}

base::Result<MailText> laid_out(const MailDraft& draft, const MailHouse& house) {
    base::Errors faults = link_faults(draft, house);
    if (!faults.empty()) return faults;
    const MailFrame frame = mail_frame(draft.language);
    const std::string name = shown_value(house.name);
    const std::string footer = base::filled(frame.footer, {{"house", name}});
    MailText out;
    out.subject = draft.subject;
    out.plain = frame.greeting + "\n\n";
    out.html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<style>{}</style>\n</head>\n"
        "<body>\n<div class=\"page\">\n<p class=\"house\">{}</p>\n<p>{}</p>\n",
        escaped(draft.language), escaped(draft.subject), kStyle, escaped(name), escaped(frame.greeting));
    for (const MailBlock& block : draft.blocks) {
        add_plain(out.plain, block);
        add_html(out.html, block, frame);
    }
    out.plain += fmt::format("-- \n{}\n{}\n", footer, house.address);
    out.html += fmt::format("<p class=\"small\">{}<br>{}</p>\n</div>\n</body>\n</html>\n", escaped(footer),
                            escaped(house.address));
    return out;
}

}  // namespace kontor::publish
