// SPDX-License-Identifier: EUPL-1.2
#include "ingest/html_blocks.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "ingest/decoded_text.hpp"
#include "ingest/html_chrome.hpp"

namespace kontor::ingest {
namespace {

constexpr std::size_t kRowBytesAsLine = 300;

bool is_block(std::string_view name) {
    static const std::unordered_set<std::string_view> kBlocks{
        "address", "article",  "aside",  "blockquote", "body",  "center",   "dd",         "details",
        "dialog",  "dir",      "div",    "dl",         "dt",    "fieldset", "figcaption", "figure",
        "footer",  "form",     "h1",     "h2",         "h3",    "h4",       "h5",         "h6",
        "header",  "hr",       "html",   "legend",     "li",    "main",     "menu",       "nav",
        "ol",      "optgroup", "option", "p",          "pre",   "section",  "summary",    "table",
        "tbody",   "td",       "tfoot",  "th",         "thead", "tr",       "ul",         "caption"};
    return kBlocks.contains(name);
}

int heading_level(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

std::size_t words_of(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n';
        words += !space && !inside ? 1 : 0;
        inside = !space;
    }
    return words;
}

// White space of the source is one space; only elements break lines.
std::string collapsed(std::string_view source) {
    std::string out;
    for (const char c : source) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        if (!space) out += c;
        if (space && (out.empty() || out.back() != ' ')) out += ' ';
    }
    return out;
}

class BlockWalk {
public:
    BlockWalk(const xmlNode* root, Chrome chrome) : root_(root), chrome_(chrome), page_(root) {}

    std::vector<HtmlBlock> walk() {
        const xmlNode* node = root_;
        while (node != nullptr) {
            const Into into = enter(node);
            const xmlNode* next = next_node(node, root_, into);
            leave_until(node, next, into);
            node = next;
        }
        flush();
        return std::move(blocks_);
    }

private:
    Into enter(const xmlNode* node) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            add(as_text(node->content));
            return Into::Skip;
        }
        const std::string_view name = element_name(node);
        if (name.empty() || is_never_shown(node)) return Into::Skip;
        if (chrome_ == Chrome::Drop && node != root_ && page_.is_chrome(node)) {
            flush();
            return Into::Skip;
        }
        if (name == "br") line_break();
        if (name == "a") begin_link(node);
        if (!is_block(name)) return Into::Children;
        flush();
        element_ = node;
        if (name == "li") list_item_ = true;
        if (name == "tr" && add_row(node)) return Into::Skip;
        return Into::Children;
    }

    // Closes the elements that lie between `node` and the one that is met next.
    void leave_until(const xmlNode* node, const xmlNode* next, Into into) {
        if (into == Into::Children && next != nullptr && next->parent == node) return;
        const xmlNode* stop = next == nullptr ? root_->parent : next->parent;
        for (const xmlNode* at = node; at != nullptr && at != stop; at = at->parent) {
            const std::string_view name = element_name(at);
            if (name == "a" && at == link_) link_ = nullptr;
            if (is_block(name)) {
                flush();
                element_ = at->parent;
            }
        }
    }

    void add(std::string_view source) {
        const std::string text = in_pre() ? std::string(source) : collapsed(source);
        if (link_ != nullptr) link_text_ += text + ' ';
        text_ += text;
    }

    void begin_link(const xmlNode* node) {
        if (!has_attribute(node, "href")) return;
        link_ = node;
        link_text_ += ' ';
        if (page_.leads_elsewhere(node)) leads_elsewhere_ = true;
    }

    // Two line breaks with nothing between them are how old pages end a paragraph.
    void line_break() {
        const std::size_t last = text_.find_last_not_of(' ');
        if (last != std::string::npos && text_[last] == '\n') {
            flush();
        } else {
            text_ += '\n';
        }
    }

    // A row of short cells is one line; one that lays out the page is not.
    bool add_row(const xmlNode* row) {
        std::string line;
        bool after_name = false;
        for (const xmlNode* cell = row->children; cell != nullptr; cell = cell->next) {
            const std::string_view name = element_name(cell);
            if (name != "td" && name != "th") continue;
            for (const xmlNode* at = cell; at != nullptr; at = next_node(at, cell, Into::Children)) {
                if (at != cell && is_block(element_name(at)) && element_name(at) != "p") return false;
                if (element_name(at) == "script" || element_name(at) == "a") return false;
            }
            const std::string text = tidy_line(text_below(cell));
            if (line.size() + text.size() > kRowBytesAsLine) return false;
            if (text.empty()) continue;
            if (!line.empty()) line += after_name ? ": " : " | ";
            line += text;
            after_name = name == "th" || text.ends_with(':');
            if (text.ends_with(':')) line.pop_back();
        }
        HtmlBlock block{.kind = BlockKind::Row, .text = line, .words = words_of(line), .element = row};
        if (!line.empty()) blocks_.push_back(std::move(block));
        return true;
    }

    [[nodiscard]] bool in_pre() const { return element_ != nullptr && element_name(element_) == "pre"; }

    void flush() {
        std::string text = tidy_text(text_);
        text_.clear();
        HtmlBlock block;
        if (!text.empty()) {
            block.words = words_of(text);
            block.link_words = std::min(words_of(tidy_line(link_text_)), block.words);
            block.text = std::move(text);
            block.leads_elsewhere = leads_elsewhere_;
            block.element = element_ == nullptr ? root_ : element_;
            block.level = heading_level(element_name(block.element));
            if (list_item_) block.kind = BlockKind::ListItem;
            if (block.level > 0) block.kind = BlockKind::Heading;
            blocks_.push_back(std::move(block));
            list_item_ = false;
        }
        link_text_.clear();
        leads_elsewhere_ = link_ != nullptr && page_.leads_elsewhere(link_);
    }

    const xmlNode* root_;
    Chrome chrome_;
    PageChrome page_;
    std::vector<HtmlBlock> blocks_;
    const xmlNode* element_ = nullptr;
    const xmlNode* link_ = nullptr;
    std::string text_;
    std::string link_text_;
    bool list_item_ = false;
    bool leads_elsewhere_ = false;
};

}  // namespace

std::vector<HtmlBlock> html_blocks(const xmlNode* root, Chrome chrome) {
    return BlockWalk(root, chrome).walk();
}

std::string joined_blocks(const std::vector<HtmlBlock>& blocks) {
    std::string out;
    const HtmlBlock* before = nullptr;
    for (const HtmlBlock& block : blocks) {
        const bool listed = block.kind == BlockKind::ListItem || block.kind == BlockKind::Row;
        if (before != nullptr) out += listed && before->kind == block.kind ? "\n" : "\n\n";
        if (block.kind == BlockKind::ListItem) out += "• ";
        out += block.text;
        before = &block;
    }
    return out;
}

}  // namespace kontor::ingest
