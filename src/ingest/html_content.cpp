// SPDX-License-Identifier: EUPL-1.2
#include "ingest/html_content.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace kontor::ingest {
namespace {

constexpr double kNearlyAll = 0.8;   // of the good words that an element must hold to stand for the page
constexpr double kPartOfPage = 0.4;  // of them that <main> or <article> must hold to be believed
constexpr std::size_t kLoneLinkWords = 3;
constexpr std::size_t kActionWords = 6;  // a link of so few words that stands alone is a button

double link_share(const HtmlBlock& block) {
    return block.words == 0 ? 0 : static_cast<double>(block.link_words) / static_cast<double>(block.words);
}

// The decision tree NumWordsClassifier of the paper.
bool is_good(const HtmlBlock& before, const HtmlBlock& block, const HtmlBlock& after) {
    if (link_share(block) > 0.333333) return false;
    if (link_share(before) > 0.555556) return block.words > 40 || after.words > 17;
    if (block.words > 16 || after.words > 15) return true;
    return before.words > 4;
}

bool is_lone_link(const HtmlBlock& block) {
    return link_share(block) > 0.9 && block.words <= kLoneLinkWords;
}

// The block beside block `i`: a lone link between two texts ("Read more") does not make the next one chrome.
const HtmlBlock& beside(const std::vector<HtmlBlock>& blocks, std::size_t i, std::ptrdiff_t step) {
    static const HtmlBlock kNone;
    const auto block = [&](std::ptrdiff_t at) -> const HtmlBlock& {
        const bool inside = at >= 0 && at < static_cast<std::ptrdiff_t>(blocks.size());
        return inside ? blocks[static_cast<std::size_t>(at)] : kNone;
    };
    const auto at = static_cast<std::ptrdiff_t>(i) + step;
    const HtmlBlock& behind = block(at + step);
    return is_lone_link(block(at)) && behind.words > 0 && link_share(behind) < 0.333333 ? behind : block(at);
}

std::vector<std::size_t> good_words(const std::vector<HtmlBlock>& blocks) {
    std::vector<std::size_t> good(blocks.size(), 0);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (is_good(beside(blocks, i, -1), blocks[i], beside(blocks, i, 1))) good[i] = blocks[i].words;
    }
    return good;
}

using Weights = std::unordered_map<const xmlNode*, std::size_t>;

Weights weights_of(const std::vector<HtmlBlock>& blocks, const std::vector<std::size_t>& good) {
    Weights weights;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        for (const xmlNode* at = blocks[i].element; at != nullptr && good[i] > 0; at = at->parent) {
            weights[at] += good[i];
        }
    }
    return weights;
}

std::size_t weight(const Weights& weights, const xmlNode* node) {
    const auto found = weights.find(node);
    return found == weights.end() ? 0 : found->second;
}

const xmlNode* declared_content(const xmlNode* root, const Weights& weights) {
    const xmlNode* best = root;
    std::size_t best_weight = 0;
    for (const xmlNode* at = root; at != nullptr; at = next_node(at, root, Into::Children)) {
        const std::string_view name = element_name(at);
        if (name.empty()) continue;
        const bool declared = name == "main" || name == "article" || attribute(at, "role") == "main" ||
                              attribute(at, "itemprop") == "articleBody";
        if (!declared || weight(weights, at) < best_weight) continue;
        best = at;
        best_weight = weight(weights, at);
    }
    const auto all = static_cast<double>(weight(weights, root));
    return static_cast<double>(best_weight) > kPartOfPage * all ? best : root;
}

// What pages are laid out with; a paragraph that holds nearly all is not yet the article.
bool is_container(const xmlNode* node) {
    constexpr std::array<std::string_view, 9> kContainers{"body", "div",   "section", "article", "main",
                                                          "td",   "table", "tbody",   "tr"};
    return std::find(kContainers.begin(), kContainers.end(), element_name(node)) != kContainers.end();
}

const xmlNode* innermost(const xmlNode* from, const Weights& weights) {
    const xmlNode* chosen = from;
    if (element_name(from) == "article") return from;
    const double needed = kNearlyAll * static_cast<double>(weight(weights, from));
    for (const xmlNode* child = from->children; child != nullptr;) {
        if (needed > 0 && is_container(child) && static_cast<double>(weight(weights, child)) >= needed) {
            chosen = child;
            child = child->children;
        } else {
            child = child->next;
        }
    }
    return chosen;
}

bool lies_in(const HtmlBlock& block, const xmlNode* element) {
    for (const xmlNode* at = block.element; at != nullptr; at = at->parent) {
        if (at == element) return true;
    }
    return false;
}

bool is_notice(const HtmlBlock& block) {
    const std::string& text = block.text;
    const auto has = [&](std::string_view part) { return text.find(part) != std::string::npos; };
    if (text.starts_with("©") || text.starts_with("Copyright ")) return true;
    const bool cookies = has("Cookie") || has("cookie");
    constexpr std::array<std::string_view, 12> kConsent{"kzeptier", "ustimm", "inwillig", "ccept",
                                                        "onsent",   "utilis", "verwende", "nutzt",
                                                        "nutzen",   "use ",   "uses ",    "gree"};
    return cookies && std::any_of(kConsent.begin(), kConsent.end(), has);
}

// "Als PDF speichern", "Zurück", "Share": a link alone. A list of linked partners is none: it follows a line
// that announces it, or leads to other sites.
bool is_action(const HtmlBlock& block, bool announced) {
    if (block.leads_elsewhere || announced || block.kind == BlockKind::Heading) return false;
    return link_share(block) >= 0.9 && (block.words <= kActionWords || block.kind == BlockKind::ListItem);
}

// A heading under which nothing is left ("Weitere Meldungen" above dropped links) goes with it.
void drop_empty_sections(std::vector<HtmlBlock>& blocks, std::vector<bool>& dropped) {
    bool something_below = false;
    bool links_below = false;
    for (std::size_t i = blocks.size(); i-- > 0;) {
        if (blocks[i].kind == BlockKind::Heading && !dropped[i]) {
            if (!something_below && links_below && blocks[i].level > 1) dropped[i] = true;
            something_below = false;
            links_below = dropped[i];
        } else if (dropped[i]) {
            links_below = true;
        } else {
            something_below = true;
        }
    }
}

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Span span_of(const xmlNode* element, const std::vector<HtmlBlock>& blocks) {
    Span span{blocks.size(), 0};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (!lies_in(blocks[i], element)) continue;
        span.begin = std::min(span.begin, i);
        span.end = i + 1;
    }
    return span;
}

// The lead often stands outside of the body, below the page's main heading.
std::size_t begin_at_heading(const std::vector<HtmlBlock>& blocks, std::size_t begin) {
    for (std::size_t i = begin; i-- > 0;) {
        if (blocks[i].level == 1) return i;
    }
    return begin;
}

}  // namespace

std::vector<HtmlBlock> main_content(const xmlNode* root, std::vector<HtmlBlock> blocks) {
    const std::vector<std::size_t> good = good_words(blocks);
    const Weights weights = weights_of(blocks, good);
    const Span span = span_of(innermost(declared_content(root, weights), weights), blocks);
    const std::size_t begin = begin_at_heading(blocks, span.begin);
    std::vector<HtmlBlock> own;
    std::vector<bool> dropped;
    bool announced = false;
    for (std::size_t i = begin; i < span.end; ++i) {
        const bool before_body = i < span.begin && good[i] == 0 && blocks[i].level == 0;
        const bool drop = before_body || is_notice(blocks[i]) || is_action(blocks[i], announced);
        announced = blocks[i].text.ends_with(':') || (announced && blocks[i].kind == BlockKind::ListItem);
        dropped.push_back(drop);
        own.push_back(std::move(blocks[i]));
    }
    drop_empty_sections(own, dropped);
    std::vector<HtmlBlock> kept;
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (!dropped[i]) kept.push_back(std::move(own[i]));
    }
    return kept;
}

}  // namespace kontor::ingest
