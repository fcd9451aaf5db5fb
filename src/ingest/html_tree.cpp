// SPDX-License-Identifier: EUPL-1.2
#include "ingest/html_tree.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <algorithm>
#include <limits>

namespace kontor::ingest {
namespace {

constexpr std::size_t kAttributes = 300;  // of one element; no page made by people has a tenth

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool begins_with(std::string_view text, std::string_view small_letters) {
    return text.size() >= small_letters.size() &&
           std::equal(small_letters.begin(), small_letters.end(), text.begin(),
                      [](char a, char b) { return a == b || (b >= 'A' && b <= 'Z' && a == b + 32); });
}

// Each becomes some hundred bytes of tree and of blocks; a page of 2 MB of text has a tenth of them.
constexpr std::ptrdiff_t kElements = 1'000'000;

/// Copies a page without the attributes beyond kAttributes of an element: libxml2 compares each with all
/// before, so that a page of 1 MB can take half a minute. Reads tags as libxml2 does.
class SparseTags {
public:
    explicit SparseTags(std::string_view html) : html_(html) { out_.reserve(html.size()); }

    std::string copied() {
        while (at_ < html_.size()) {
            const std::size_t tag = std::min(html_.find('<', at_), html_.size());
            copy_to(tag);
            const std::string_view rest = html_.substr(tag);
            if (rest.starts_with("<!--")) {
                copy_to(end_of("-->", tag + 4));
            } else if (rest.size() > 1 && ((rest[1] | 0x20) >= 'a' && (rest[1] | 0x20) <= 'z')) {
                copy_tag();
                // What looks like a tag in there is none.
                if (begins_with(rest, "<script")) copy_to(end_of("</", at_));
                if (begins_with(rest, "<style")) copy_to(end_of("</", at_));
            } else {
                copy_to(std::min(tag + 1, html_.size()));
            }
        }
        return std::move(out_);
    }

private:
    void copy_to(std::size_t end) {
        out_ += html_.substr(at_, end - at_);
        at_ = end;
    }
    [[nodiscard]] std::size_t end_of(std::string_view mark, std::size_t from) const {
        return std::min(html_.find(mark, std::min(from, html_.size())), html_.size());
    }
    [[nodiscard]] char next() const { return at_ < html_.size() ? html_[at_] : '>'; }

    void copy_tag() {
        std::size_t end = at_;
        while (end < html_.size() && !is_blank(html_[end]) && html_[end] != '>') ++end;
        copy_to(end);
        for (std::size_t attributes = 0; next() != '>'; ++attributes) {
            const std::size_t begin = at_;
            pass_attribute();
            if (attributes < kAttributes) out_ += html_.substr(begin, at_ - begin);
        }
    }

    void pass_blanks() {
        while (at_ < html_.size() && is_blank(html_[at_])) ++at_;
    }
    void pass_attribute() {
        pass_blanks();
        while (next() != '>' && next() != '=' && !is_blank(next())) ++at_;
        const std::size_t end = at_;
        pass_blanks();
        if (next() != '=') {
            at_ = std::max(end, at_);
            return;
        }
        ++at_;
        pass_blanks();
        const char quote = next();
        if (quote == '"' || quote == '\'') {
            at_ = std::min(end_of(std::string_view(&quote, 1), at_ + 1) + 1, html_.size());
            return;
        }
        while (next() != '>' && !is_blank(next())) ++at_;
    }

    std::string_view html_;
    std::string out_;
    std::size_t at_ = 0;
};

}  // namespace

void begin_libxml() {
    static const bool begun = [] {
        xmlInitParser();
        return true;
    }();
    static_cast<void>(begun);
}

HtmlTree parsed_html(std::string_view utf8) {
    begin_libxml();
    if (utf8.empty() || utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return {};
    constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT;
    if (std::count(utf8.begin(), utf8.end(), '<') > kElements) return {};
    const std::string page = SparseTags(utf8).copied();
    return HtmlTree(htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", kOptions));
}

const xmlNode* next_node(const xmlNode* node, const xmlNode* root, Into into) {
    if (into == Into::Children && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
        return node->children;
    }
    while (node != root && node != nullptr) {
        if (node->next != nullptr) return node->next;
        node = node->parent;
    }
    return nullptr;
}

std::string attribute(const xmlNode* node, const char* name) {
    for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
        if (as_text(one->name) != name) continue;
        return one->children == nullptr ? std::string() : std::string(as_text(one->children->content));
    }
    return {};
}

bool has_attribute(const xmlNode* node, const char* name) {
    for (const xmlAttr* one = node->properties; one != nullptr; one = one->next) {
        if (as_text(one->name) == name) return true;
    }
    return false;
}

std::string text_below(const xmlNode* node) {
    std::string out;
    for (const xmlNode* at = node; at != nullptr; at = next_node(at, node, Into::Children)) {
        if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) out += as_text(at->content);
    }
    return out;
}

}  // namespace kontor::ingest
