// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_keys.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace kontor::resolve {
namespace {

constexpr std::uint32_t kSymbols = 64;  // letters, digits, space and 27 for the bytes of other scripts
constexpr std::uint32_t kTrigrams = kSymbols * kSymbols * kSymbols;
constexpr std::size_t kRare = 64;      // names with a word that is worth following
constexpr std::size_t kRead = 80'000;  // postings read for one question; the rarest trigrams come first

std::uint32_t symbol(char letter) {
    if (letter >= 'a' && letter <= 'z') return static_cast<std::uint32_t>(letter - 'a') + 1;
    if (letter >= '0' && letter <= '9') return static_cast<std::uint32_t>(letter - '0') + 27;
    if (letter == ' ') return 0;
    return 37 + static_cast<std::uint32_t>(static_cast<unsigned char>(letter)) % 27;
}

/// Each once, ascending.
std::vector<std::uint32_t> trigrams(std::string_view text) {
    std::vector<std::uint32_t> out;
    std::uint32_t gram = 0;
    for (const char letter : text) {
        gram = (gram * kSymbols + symbol(letter)) % kTrigrams;
        out.push_back(gram);
    }
    out.push_back(gram * kSymbols % kTrigrams);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// FNV-1a with the sort of key in front.
std::uint64_t hashed(char sort, std::string_view text) {
    constexpr std::uint64_t kPrime = 1099511628211ULL;
    std::uint64_t hash = (14695981039346656037ULL ^ static_cast<unsigned char>(sort)) * kPrime;
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * kPrime;
    return hash;
}

std::string without_spaces(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    return text;
}

constexpr char kWhole = '=';
constexpr char kWord = 'w';
constexpr char kInitials = '#';
constexpr char kOffice = 'o';

std::vector<std::uint32_t> grams_of(const ParsedName& name) {
    return trigrams(name.text);
}

bool counts(const KeyPart& part, std::uint32_t name) {
    return part.gone == nullptr || !part.gone->has(name);
}

/// Adds the names with the key unless there are more than `most`.
void follow(std::span<const KeyPart> parts, std::uint64_t hash, std::size_t most,
            std::vector<FoundName>& out) {
    const std::size_t before = out.size();
    for (std::uint32_t i = 0; i < parts.size(); ++i) {
        for (const auto& [key, name] : parts[i].keys->with_key(hash)) {
            if (!counts(parts[i], name)) continue;
            if (out.size() - before == most) {
                out.resize(before);
                return;
            }
            out.push_back({i, name});
        }
    }
}

void find_keys(std::span<const KeyPart> parts, const ParsedName& name, std::vector<FoundName>& out) {
    constexpr std::size_t kMostEqual = 512;
    const auto words = name.words();
    follow(parts, hashed(kWhole, name.joined()), kMostEqual, out);
    if (!name.outer.empty()) follow(parts, hashed(kWhole, without_spaces(name.outer)), kMostEqual, out);
    if (!name.office.function.empty()) follow(parts, hashed(kOffice, name.office.function), kMostEqual, out);
    for (const std::string_view word : words) follow(parts, hashed(kWord, word), kRare, out);
    if (words.size() == 1) follow(parts, hashed(kInitials, words.front()), kRare, out);
    if (words.size() > 2) follow(parts, hashed(kWhole, initials(words)), kRare, out);
}

/// How many names have a trigram, and how much it tells.
struct Trigram {
    std::size_t with = 0;
    std::uint32_t gram = 0;
    float weight = 0;
};

/// Those of the text that any name has, the rarest first.
std::vector<Trigram> weighed_trigrams(std::span<const KeyPart> parts, std::string_view text) {
    std::size_t postings = 0;
    for (const KeyPart& part : parts)
        postings += part.keys->postings() - (part.gone == nullptr ? 0 : part.gone->postings);
    std::vector<Trigram> out;
    for (const std::uint32_t gram : trigrams(text)) {
        std::size_t with = 0;
        for (const KeyPart& part : parts) {
            with += part.keys->with_trigram(gram).size();
            if (part.gone == nullptr) continue;
            const auto gone = part.gone->trigrams.find(gram);
            if (gone != part.gone->trigrams.end()) with -= gone->second;
        }
        if (with == 0) continue;
        const double weight = std::log1p(static_cast<double>(postings) / static_cast<double>(1 + with));
        out.push_back({with, gram, static_cast<float>(weight * weight)});
    }
    std::sort(out.begin(), out.end(), [](const Trigram& a, const Trigram& b) {
        return std::pair(a.with, a.gram) < std::pair(b.with, b.gram);
    });
    return out;
}

/// How alike names are by trigrams, filled one trigram after the other.
class Scores {
public:
    explicit Scores(std::span<const KeyPart> parts) : parts_(parts) {
        for (const KeyPart& part : parts) scores_.emplace_back(part.keys->size());
    }

    void add(const Trigram& trigram) {
        for (std::uint32_t i = 0; i < parts_.size(); ++i) {
            for (const std::uint32_t name : parts_[i].keys->with_trigram(trigram.gram)) {
                float& score = scores_[i][name];
                if (score == 0) {
                    if (!counts(parts_[i], name)) continue;
                    met_.push_back({i, name});
                }
                score += trigram.weight;
            }
        }
    }
    [[nodiscard]] bool is_empty() const { return met_.empty(); }

    void take_best(std::size_t limit, std::vector<FoundName>& out) {
        for (const FoundName& each : met_) {
            scores_[each.part][each.name] /=
                std::sqrt(static_cast<float>(parts_[each.part].keys->length(each.name)));
        }
        const auto score = [this](const FoundName& each) { return scores_[each.part][each.name]; };
        if (met_.size() > limit) {
            const auto last = met_.begin() + static_cast<std::ptrdiff_t>(limit) - 1;
            std::nth_element(
                met_.begin(), last, met_.end(),
                [&score](const FoundName& a, const FoundName& b) { return score(a) > score(b); });
            const float least = score(*last);
            std::erase_if(met_, [&](const FoundName& each) { return score(each) < least; });
        }
        out.insert(out.end(), met_.begin(), met_.end());
    }

private:
    std::span<const KeyPart> parts_;
    std::vector<std::vector<float>> scores_;
    std::vector<FoundName> met_;
};

void find_alike(std::span<const KeyPart> parts, const ParsedName& name, std::size_t limit,
                std::vector<FoundName>& out) {
    Scores scores(parts);
    std::size_t read = 0;
    for (const Trigram& trigram : weighed_trigrams(parts, name.text)) {
        read += trigram.with;
        if (read > kRead && !scores.is_empty()) break;
        scores.add(trigram);
    }
    scores.take_best(limit, out);
}

}  // namespace

NameKeys::NameKeys(const std::vector<const ParsedName*>& names) {
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        const ParsedName& name = *names[i];
        const auto words = name.words();
        keys_.emplace_back(hashed(kWhole, name.joined()), i);
        if (!name.outer.empty()) keys_.emplace_back(hashed(kWhole, without_spaces(name.outer)), i);
        if (!name.office.function.empty()) keys_.emplace_back(hashed(kOffice, name.office.function), i);
        for (const std::string_view word : words) keys_.emplace_back(hashed(kWord, word), i);
        if (words.size() > 2) keys_.emplace_back(hashed(kInitials, initials(words)), i);
    }
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    add_trigrams(names);
}

void NameKeys::add_trigrams(const std::vector<const ParsedName*>& names) {
    if (names.empty()) return;
    starts_.assign(kTrigrams + 1, 0);
    lengths_.reserve(names.size());
    for (const ParsedName* name : names) {
        const auto grams = trigrams(name->text);
        for (const std::uint32_t gram : grams) ++starts_[gram + 1];
        lengths_.push_back(static_cast<std::uint32_t>(grams.size()));
    }
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    postings_.resize(starts_.back());
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        for (const std::uint32_t gram : trigrams(names[i]->text)) postings_[next[gram]++] = i;
    }
}

std::span<const NameKeys::Key> NameKeys::with_key(std::uint64_t hash) const {
    const auto begin = std::lower_bound(keys_.begin(), keys_.end(), Key(hash, 0));
    auto end = begin;
    while (end != keys_.end() && end->first == hash) ++end;
    return {begin, end};
}

std::span<const std::uint32_t> NameKeys::with_trigram(std::uint32_t trigram) const {
    if (starts_.empty()) return {};
    return std::span(postings_).subspan(starts_[trigram], starts_[trigram + 1] - starts_[trigram]);
}

void GoneNames::add(std::uint32_t number, const ParsedName& name, std::size_t all) {
    is_gone.resize(all);
    is_gone[number] = true;
    for (const std::uint32_t gram : grams_of(name)) {
        ++trigrams[gram];
        ++postings;
    }
}

std::vector<FoundName> near_names(std::span<const KeyPart> parts, const ParsedName& name, std::size_t limit) {
    std::vector<FoundName> out;
    if (name.text.empty()) return out;
    find_keys(parts, name, out);
    find_alike(parts, name, limit, out);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<FoundName> names_with_word(std::span<const KeyPart> parts, std::string_view word) {
    std::vector<FoundName> out;
    follow(parts, hashed(kWord, word), static_cast<std::size_t>(-1), out);
    return out;
}

}  // namespace kontor::resolve
