// SPDX-License-Identifier: EUPL-1.2
#include "text/compounds.hpp"

#include <algorithm>
#include <utility>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace kontor::text {

namespace {

// Roles of a known word.
constexpr std::uint8_t kWhole = 1;    // stands anywhere
constexpr std::uint8_t kFront = 2;    // only before others ("hoch-")
constexpr std::uint8_t kClipped = 4;  // a word without its final e, before others ("schul" of "schule")

constexpr std::size_t kShortestPart = 3;
constexpr std::size_t kShortestCompound = 7;
constexpr std::uint16_t kUnreachable = 0xFFFF;
constexpr std::array<std::string_view, 8> kLinks{"s", "es", "n", "en", "er", "e", "ens", "ns"};
struct Ending {
    std::string_view letters;
    std::size_t shortest;  // part that may take it: "Fraunhofer" is neither a woman nor a farm
};
constexpr std::array<Ending, 10> kEndings{{{"s", 3},
                                           {"es", 3},
                                           {"n", 3},
                                           {"en", 3},
                                           {"e", 3},
                                           {"er", 4},
                                           {"ern", 4},
                                           {"ien", 6},
                                           {"in", 6},
                                           {"innen", 6}}};

std::uint16_t part_cost(std::size_t length) {
    if (length == 3) return 160;
    return length == 4 ? 120 : 100;
}

struct KnownWord {
    std::string letters;
    std::uint8_t roles = 0;
};

std::vector<KnownWord> known_words(std::span<const std::string> parts) {
    std::vector<KnownWord> words;
    for (const std::string& part : parts) {
        const bool is_front = part.ends_with('-');
        std::string letters = collapsed_umlauts(
            folded(is_front ? std::string_view(part).substr(0, part.size() - 1) : std::string_view(part)));
        if (letters.size() < kShortestPart || letters.size() > kCompoundBytes) continue;
        if (!is_front && letters.ends_with('e') && letters.size() >= 5) {
            words.push_back({letters.substr(0, letters.size() - 1), kClipped});
        }
        words.push_back({std::move(letters), is_front ? kFront : kWhole});
    }
    std::ranges::sort(words, {}, &KnownWord::letters);
    std::vector<KnownWord> merged;
    for (KnownWord& word : words) {
        if (!merged.empty() && merged.back().letters == word.letters) {
            merged.back().roles |= word.roles;
        } else {
            merged.push_back(std::move(word));
        }
    }
    return merged;
}

}  // namespace

CompoundSplitter::CompoundSplitter(std::span<const std::string> parts) {
    const std::vector<KnownWord> words = known_words(parts);
    struct Pending {
        std::size_t node, begin, end, depth;
    };
    nodes_.push_back({});
    std::vector<Pending> queue{{0, 0, words.size(), 0}};
    for (std::size_t next = 0; next < queue.size(); ++next) {
        auto [node, begin, end, depth] = queue[next];
        if (begin < end && words[begin].letters.size() == depth) nodes_[node].roles = words[begin++].roles;
        nodes_[node].first_child = static_cast<std::uint32_t>(nodes_.size());
        while (begin < end) {
            const char letter = words[begin].letters[depth];
            std::size_t stop = begin;
            while (stop < end && words[stop].letters[depth] == letter) ++stop;
            queue.push_back({nodes_.size(), begin, stop, depth + 1});
            nodes_.push_back({0, 0, static_cast<std::uint8_t>(letter), 0});
            ++nodes_[node].child_count;
            begin = stop;
        }
    }
    count_ = words.size();
}

const CompoundSplitter::Node* CompoundSplitter::child(const Node& node, char letter) const {
    const auto wanted = static_cast<std::uint8_t>(letter);
    for (std::size_t i = node.first_child; i < std::size_t{node.first_child} + node.child_count; ++i) {
        if (nodes_[i].letter >= wanted) return nodes_[i].letter == wanted ? &nodes_[i] : nullptr;
    }
    return nullptr;
}

bool CompoundSplitter::knows(std::string_view word) const {
    if (nodes_.empty()) return false;
    const Node* node = &nodes_.front();
    for (const char letter : collapsed_umlauts(word)) {
        node = child(*node, letter);
        if (node == nullptr) return false;
    }
    return (node->roles & kWhole) != 0;
}

void CompoundSplitter::link(std::string_view word, const Step& part, Steps& best) const {
    const auto offer = [&](std::size_t to, unsigned extra) {
        Step step = part;
        step.cost = static_cast<std::uint16_t>(step.cost + extra);
        if (step.cost < best[to].cost) best[to] = step;
    };
    const std::string_view rest = word.substr(part.part_end);
    if ((part.roles & kWhole) != 0) {
        const std::size_t length = part.part_end - static_cast<std::size_t>(part.from);
        for (const Ending& ending : kEndings) {
            if (rest == ending.letters && length >= ending.shortest) offer(word.size(), 3);
        }
    }
    if (rest.empty()) {
        if ((part.roles & kWhole) != 0) offer(word.size(), 0);
        return;
    }
    offer(part.part_end, (part.roles & ~kClipped) != 0 ? 0 : 2);
    if ((part.roles & kWhole) == 0) return;
    for (const std::string_view element : kLinks) {
        if (rest.size() > element.size() && rest.starts_with(element)) {
            offer(part.part_end + element.size(), static_cast<unsigned>(element.size()));
        }
    }
}

void CompoundSplitter::extend(std::string_view word, std::size_t from, Steps& best) const {
    const Node* node = &nodes_.front();
    for (std::size_t end = from; end < word.size();) {
        node = child(*node, word[end++]);
        if (node == nullptr) return;
        if (node->roles == 0 || end - from < kShortestPart) continue;
        Step part;
        part.cost = static_cast<std::uint16_t>(best[from].cost + part_cost(end - from));
        part.from = static_cast<std::uint8_t>(from);
        part.part_end = static_cast<std::uint8_t>(end);
        part.roles = node->roles;
        link(word, part, best);
    }
}

std::vector<std::string> CompoundSplitter::split(std::string_view folded_word) const {
    if (nodes_.empty() || folded_word.size() < kShortestCompound || folded_word.size() > kCompoundBytes)
        return {};
    if (child(nodes_.front(), folded_word.front()) == nullptr) return {};
    const std::string word = collapsed_umlauts(folded_word);
    Steps best;
    for (std::size_t i = 1; i <= word.size(); ++i) best[i].cost = kUnreachable;
    best[0].cost = 0;
    for (std::size_t from = 0; from < word.size(); ++from) {
        if (best[from].cost != kUnreachable) extend(word, from, best);
    }
    if (best[word.size()].cost == kUnreachable || best[word.size()].from == 0) return {};
    std::vector<std::string> parts;
    for (std::size_t at = word.size(); at > 0; at = best[at].from) {
        const Step& step = best[at];
        parts.emplace_back(word, step.from, static_cast<std::size_t>(step.part_end - step.from));
        if (step.roles == kClipped) parts.back() += 'e';
    }
    std::ranges::reverse(parts);
    return parts;
}

std::vector<std::string> nouns_of_hunspell(std::string_view dic) {
    std::vector<std::string> nouns;
    const std::string text = first_utf8_fault(dic) ? utf8_from_windows_1252(dic) : std::string(dic);
    for (const std::string& line : words_of_list(text)) {
        std::string word = line.substr(0, line.find_first_of("/\t "));
        const std::string lower = lowercased(word);
        const std::size_t first = word.empty() ? 0 : character_at(word, 0).length;
        const bool is_noun =
            !word.empty() && word.substr(0, first) != lower.substr(0, first) &&
            word.substr(first).find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ.-'") == std::string::npos;
        if (is_noun) nouns.push_back(std::move(word));
    }
    return nouns;
}

std::vector<std::string> words_of_list(std::string_view list) {
    constexpr std::string_view kSpaces = " \t\r";
    std::vector<std::string> words;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find('\n'), list.size());
        std::string_view line = list.substr(0, std::min(list.find('#'), end));
        while (true) {
            line.remove_prefix(std::min(line.find_first_not_of(kSpaces), line.size()));
            if (line.empty()) break;
            const std::size_t stop = std::min(line.find_first_of(kSpaces), line.size());
            words.emplace_back(line.substr(0, stop));
            line.remove_prefix(stop);
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

}  // namespace kontor::text
