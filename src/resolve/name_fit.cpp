// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_fit.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "resolve/name_lexicon.hpp"
#include "text/names.hpp"

namespace kontor::resolve {
namespace {

using Words = std::vector<std::string_view>;

constexpr double kGenericWeight = 0.3;
constexpr std::size_t kSlipEvery = 12;  // letters: one slip in so many may be one
constexpr std::size_t kMostSlips = 3;

double weight(std::string_view word) {
    return word_class(word) == WordClass::Plain || is_number(word) ? 1 : kGenericWeight;
}

double length(const Words& words) {
    double sum = 0;
    for (const std::string_view word : words) sum += weight(word) * weight(word);
    return std::sqrt(sum);
}

/// Letters by which two words differ when that can be a slip.
std::optional<std::size_t> slip(std::string_view one, std::string_view other) {
    constexpr std::size_t kShortest = 6;
    if (one == other) return 0;
    const std::size_t shorter = std::min(one.size(), other.size());
    if (shorter < kShortest || is_number(one) || is_number(other) || is_opposite(one, other)) return {};
    const std::size_t allowed = shorter >= 2 * kShortest ? 2 : 1;
    const std::size_t distance = text::edit_distance(one, other, allowed);
    if (distance > allowed) return {};
    return distance;
}

struct Pairing {
    std::vector<std::size_t> partner;  // of each first word the second's number, or kNone
    std::vector<bool> taken;           // of the second
    std::size_t slips = 0;
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
};

/// Equal words first, then words that differ by a slip; in order.
Pairing pair_up(const Words& first, const Words& second) {
    Pairing out{std::vector<std::size_t>(first.size(), Pairing::kNone), std::vector<bool>(second.size()), 0};
    for (const bool is_exact : {true, false}) {
        for (std::size_t i = 0; i < first.size(); ++i) {
            if (out.partner[i] != Pairing::kNone) continue;
            for (std::size_t j = 0; j < second.size(); ++j) {
                if (out.taken[j]) continue;
                const auto distance =
                    is_exact ? (first[i] == second[j] ? std::optional<std::size_t>(0) : std::nullopt)
                             : slip(first[i], second[j]);
                if (!distance) continue;
                out.partner[i] = j;
                out.taken[j] = true;
                out.slips += *distance;
                break;
            }
        }
    }
    return out;
}

bool in_order(const Pairing& pairing) {
    std::size_t last = 0;
    for (const std::size_t partner : pairing.partner) {
        if (partner == Pairing::kNone) continue;
        if (partner < last) return false;
        last = partner;
    }
    return true;
}

bool is_neutral(std::string_view word, const Words& own, const Neutral& neutral) {
    return std::ranges::find(neutral.words, word) != neutral.words.end() || abbreviates(word, own);
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += word;
    return out;
}

/// Letters by which the names differ when spaces do not count; nothing when that is more than slips.
std::optional<std::size_t> slips_without_spaces(const std::vector<std::string>& one,
                                                const std::vector<std::string>& other, std::size_t letters) {
    const std::string first = joined(one);
    const std::string second = joined(other);
    if (first == second) return 0;
    const std::size_t allowed = std::min(letters / kSlipEvery, kMostSlips);
    if (std::min(first.size(), second.size()) < 2 * allowed + 4) return {};
    if (std::ranges::any_of(one, is_number) || std::ranges::any_of(other, is_number)) return {};
    if (one.size() == 1 && other.size() == 1) return {};  // slip() has looked at them
    const std::size_t distance = text::edit_distance(first, second, allowed);
    if (distance > allowed) return {};
    return distance;
}

bool differ_in_number(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    return std::ranges::any_of(one, is_number) || std::ranges::any_of(other, is_number);
}

bool all_neutral(const std::vector<std::string>& rest, const Words& own, const Neutral& neutral) {
    return std::ranges::all_of(rest, [&](const std::string& word) { return is_neutral(word, own, neutral); });
}

}  // namespace

NameFit compare(const ParsedName& first, const ParsedName& second, const Neutral& neutral) {
    NameFit out;
    const Words a = first.words();
    const Words b = second.words();
    if (a.empty() || b.empty()) return out;
    out.letters = std::min(first.text.size() - (a.size() - 1), second.text.size() - (b.size() - 1));
    out.has_same_form =
        first.legal_form == second.legal_form || first.legal_form.empty() || second.legal_form.empty();
    if (first.text == second.text) {
        out.relation = Relation::Equal;
        out.likeness = 1;
        return out;
    }
    const Pairing pairing = pair_up(a, b);
    double shared = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (pairing.partner[i] == Pairing::kNone) {
            out.only_first.emplace_back(a[i]);
        } else {
            shared += weight(a[i]) * weight(b[pairing.partner[i]]);
        }
    }
    for (std::size_t j = 0; j < b.size(); ++j) {
        if (!pairing.taken[j]) out.only_second.emplace_back(b[j]);
    }
    out.likeness = std::min(1.0, shared / (length(a) * length(b)));
    out.slips = pairing.slips;
    out.is_reordered = !in_order(pairing);
    const bool slips_fit =
        out.slips <= std::max<std::size_t>(1, std::min(out.letters / kSlipEvery, kMostSlips));
    if (out.only_first.empty() && out.only_second.empty()) {
        out.relation = slips_fit ? Relation::Respelt : Relation::Other;
        return out;
    }
    if (const auto more = slips_without_spaces(out.only_first, out.only_second, out.letters)) {
        if (!out.is_reordered && out.slips + *more <= kMostSlips) {
            out.slips += *more;
            out.likeness = std::max(out.likeness, 0.97);
            out.only_first.clear();
            out.only_second.clear();
            out.relation = Relation::Respelt;
            return out;
        }
    }
    out.has_other_number = differ_in_number(out.only_first, out.only_second);
    if (a.size() == 1 && abbreviates(a[0], b) && a[0].size() == b.size() && b.size() > 2) {
        out.relation = Relation::Abbreviation;
    } else if (b.size() == 1 && abbreviates(b[0], a) && b[0].size() == a.size() && a.size() > 2) {
        out.relation = Relation::Abbreviation;
    } else if (slips_fit && !out.has_other_number && all_neutral(out.only_first, a, neutral) &&
               all_neutral(out.only_second, b, neutral)) {
        out.relation = Relation::Extended;
    } else if (out.only_first.empty() || out.only_second.empty()) {
        out.relation = Relation::Shorter;
    }
    return out;
}

std::size_t telling_words(const ParsedName& name) {
    std::size_t count = 0;
    for (const std::string_view word : name.words()) {
        if (word.size() > 2 && !is_number(word) && word_class(word) == WordClass::Plain) ++count;
    }
    return count;
}

}  // namespace kontor::resolve
