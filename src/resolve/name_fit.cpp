// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "resolve/name_lexicon.hpp"
#include "text/name_words.hpp"
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

bool holds(const std::vector<std::string_view>& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

/// Sorts of bodies that a foundation or an association of nearly the same name stands beside.
bool is_house(std::string_view word) {
    constexpr std::array<std::string_view, 11> kHouses{"institute",   "bank",     "city",      "college",
                                                       "hochschule",  "hospital", "ministry",  "museum",
                                                       "polytechnic", "school",   "university"};
    return std::ranges::find(kHouses, word) != kHouses.end();
}

/// Two names of which one has words more.
struct Lengths {
    const Words& shorter;
    const Words& longer;
    std::size_t letters = 0;  // of the shorter
    std::size_t telling = 0;  // words of the shorter
    bool is_company = false;  // one says a legal form
};

bool is_neutral(const std::string& word, const Lengths& names, const Neutral& neutral) {
    if (is_number(word)) return false;
    const std::size_t count = names.shorter.size();
    const bool says_much = names.telling > 0 || count > 2;
    if (abbreviates(word, names.longer)) return true;
    // What a body is called for short can be the very word that tells it from its neighbour.
    if (holds(neutral.abbreviations, word)) return count > 2 && names.telling > 0;
    if (word.size() == 1) return count > 1 && names.longer.back() != word;
    if (holds(neutral.towns, word)) return count > 1 && says_much;
    if (holds(neutral.countries, word)) return count > 2 && says_much;
    if (word == "association" && names.telling > 2 && !names.is_company) return true;
    if (word == "association" || word == "foundation")
        return names.telling > 0 && !names.is_company && std::ranges::none_of(names.shorter, is_house);
    return false;
}

/// One more word in front of or behind a long name: mostly what the body is called for short.
bool is_call_name(const std::vector<std::string>& rest, const Lengths& names) {
    constexpr std::size_t kLongName = 28;
    constexpr std::size_t kLongest = 10;
    if (rest.size() != 1 || names.shorter.size() < 4 || names.letters < kLongName) return false;
    const std::string& word = rest.front();
    const bool is_at_edge = names.longer.front() == word || names.longer.back() == word;
    return is_at_edge && word.size() <= kLongest && !is_number(word) && word_class(word) == WordClass::Plain;
}

/// The association of institutes or the academy that a long name is said to belong to.
bool is_roof(const std::vector<std::string>& rest, const Lengths& names) {
    constexpr std::size_t kMostWords = 4;
    if (names.shorter.size() < 4 || names.telling < 2 || rest.size() > kMostWords) return false;
    const auto says = [&rest](std::string_view word) { return std::ranges::find(rest, word) != rest.end(); };
    if (std::ranges::any_of(rest, is_number)) return false;
    if (says("academy") && says("science")) return true;
    return (says("helmholtz") || says("leibniz")) && rest.size() <= 2;
}

bool is_extension(const std::vector<std::string>& rest, const Lengths& names, const Neutral& neutral) {
    if (is_roof(rest, names)) return true;
    return std::ranges::all_of(rest,
                               [&](const std::string& word) { return is_neutral(word, names, neutral); });
}

/// The words that stand in one list only, each list's without spaces.
std::pair<std::string, std::string> rests(const Words& one, const Words& other) {
    std::vector<bool> taken(other.size());
    std::pair<std::string, std::string> out;
    for (const std::string_view word : one) {
        std::size_t j = 0;
        while (j < other.size() && (taken[j] || other[j] != word)) ++j;
        if (j < other.size()) {
            taken[j] = true;
        } else {
            out.first += word;
        }
    }
    for (std::size_t j = 0; j < other.size(); ++j) {
        if (!taken[j]) out.second += other[j];
    }
    return out;
}

/// Letters by which the names as written differ when spaces do not count, in what differs at all; nothing
/// when that is more than slips.
std::optional<std::size_t> slips_between(const Words& first, const Words& second) {
    constexpr std::size_t kShortest = 6;
    constexpr std::size_t kEvery = 8;
    const auto both = rests(first, second);
    if (both.first == both.second) return 0;
    const std::size_t shorter = std::min(both.first.size(), both.second.size());
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (shorter < kShortest || is_opposite(both.first, both.second)) return {};
    if (std::ranges::any_of(both.first, is_digit) || std::ranges::any_of(both.second, is_digit)) return {};
    const std::size_t allowed = std::clamp<std::size_t>(shorter / kEvery, 1, kMostSlips);
    const std::size_t distance = text::edit_distance(both.first, both.second, allowed);
    if (distance > allowed) return {};
    return distance;
}

template <class List>
bool lists(const List& list, std::string_view form) {
    return std::ranges::find(list, form) != list.end();
}

/// Whether two legal forms can be one: the same, or an English word for that of the country.
bool can_be_one_form(std::string_view one, std::string_view other) {
    constexpr std::array<std::string_view, 4> kEnglish{"co", "corp", "inc", "ltd"};
    constexpr std::array<std::string_view, 2> kSmall{"ug", "ug gmbh"};
    constexpr std::array<std::string_view, 13> kLimited{"aps", "bv", "doo",  "eood", "gmbh",   "kft", "lda",
                                                        "ood", "oy", "sarl", "sl",   "sp zoo", "sro"};
    if (one == other || one.empty() || other.empty()) return true;
    if (one == "ltd" && lists(kLimited, other)) return true;
    if (other == "ltd" && lists(kLimited, one)) return true;
    return (lists(kEnglish, one) && lists(kEnglish, other)) || (lists(kSmall, one) && lists(kSmall, other));
}

/// The words as written without the legal form behind them and without small words.
Words without_form(const ParsedName& name) {
    Words words = split_words(name.raw);
    std::string form = name.legal_form;
    std::erase_if(form, [](char letter) { return letter == ' ' || letter == '&'; });
    std::string tail;
    for (std::size_t count = 1; count < words.size() && tail.size() < form.size(); ++count) {
        tail.insert(0, words[words.size() - count]);
        if (tail != form) continue;
        words.resize(words.size() - count);
        break;
    }
    std::erase_if(words, text::is_small_word);
    return words;
}

/// Without spaces, small words and legal form.
std::string as_written(const ParsedName& name) {
    std::string out;
    for (const std::string_view word : without_form(name)) out += word;
    return out;
}

std::optional<std::size_t> slips_as_written(const ParsedName& first, const ParsedName& second) {
    if (first.joined() == second.joined()) return 0;
    if (const auto slips = slips_between(split_words(first.raw), split_words(second.raw))) return slips;
    if (!can_be_one_form(first.legal_form, second.legal_form)) return {};
    return slips_between(without_form(first), without_form(second));
}

/// Without vowels and what stands for Greek ones in Latin letters ("h" for eta, "w" for omega).
std::string skeleton(const ParsedName& name) {
    constexpr std::string_view kVowels = "aeiouyhwj ";
    std::string out;
    for (const std::string_view word : without_form(name)) {
        for (const char letter : word) {
            if (kVowels.find(letter) == std::string_view::npos) out += letter;
        }
    }
    return out;
}

/// Two ways to write a long Greek name in Latin letters.
bool are_romanised(const ParsedName& first, const ParsedName& second, const Neutral& neutral) {
    constexpr std::size_t kShortest = 16;
    if (!holds(neutral.countries, "greece")) return false;
    const std::string one = skeleton(first);
    const std::string other = skeleton(second);
    if (std::min(one.size(), other.size()) < kShortest) return false;
    return text::edit_distance(one, other, 1) <= 1;
}

bool are_bracketed(const ParsedName& first, const ParsedName& second) {
    const auto fits = [](const ParsedName& with, const ParsedName& without) {
        if (with.outer.empty() || (with.outer != without.text && with.outer != without.outer)) return false;
        return std::ranges::none_of(with.words(), [](std::string_view word) {
            return is_number(word) || word_class(word) == WordClass::Part;
        });
    };
    return fits(first, second) || fits(second, first);
}

/// "Name / the same in another language" beside one of the two.
bool are_parallel(const ParsedName& first, const ParsedName& second) {
    const auto fits = [](const ParsedName& both, const ParsedName& one) {
        return std::ranges::any_of(both.parallel, [&one](const std::string& part) {
            return part == one.text || std::ranges::find(one.parallel, part) != one.parallel.end();
        });
    };
    return fits(first, second) || fits(second, first);
}

/// What two names are to one another of which one or both have words more.
Relation relation_of_rest(NameFit& fit, const ParsedName& first, const ParsedName& second,
                          const Neutral& neutral) {
    const Words a = first.words();
    const Words b = second.words();
    const auto is_initials = [](const Words& one, const Words& all) {
        return one.size() == 1 && all.size() > 2 && one[0] == initials(all);
    };
    if (is_initials(a, b) || is_initials(b, a)) return Relation::Abbreviation;
    if (are_bracketed(first, second) || are_parallel(first, second)) return Relation::Extended;
    if (!fit.only_first.empty() && !fit.only_second.empty()) return Relation::Other;
    const bool first_is_longer = fit.only_second.empty();
    const Lengths names{first_is_longer ? b : a, first_is_longer ? a : b, fit.letters,
                        telling_words(first_is_longer ? second : first),
                        !first.legal_form.empty() || !second.legal_form.empty()};
    const auto& rest = first_is_longer ? fit.only_first : fit.only_second;
    const bool is_neutral_rest = is_extension(rest, names, neutral);
    fit.has_call_name = !is_neutral_rest && is_call_name(rest, names);
    const bool extends = is_neutral_rest || fit.has_call_name;
    return extends && !fit.has_other_number && !fit.is_reordered ? Relation::Extended : Relation::Shorter;
}

void note_words(NameFit& out, const Words& a, const Words& b) {
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
    out.has_other_number =
        std::ranges::any_of(out.only_first, is_number) || std::ranges::any_of(out.only_second, is_number);
}

}  // namespace

namespace {

/// A single letter behind a name counts ("University I"): comparable words do without it.
std::string_view last_letter(const ParsedName& name) {
    const Words words = split_words(name.raw);
    return words.size() > 1 && words.back().size() == 1 ? words.back() : std::string_view();
}

bool ends_in_other_letter(const ParsedName& first, const ParsedName& second) {
    if (!first.legal_form.empty() || !second.legal_form.empty()) return false;
    return last_letter(first) != last_letter(second);
}

}  // namespace

NameFit compare(const ParsedName& first, const ParsedName& second, const Neutral& neutral) {
    NameFit out;
    const Words a = first.words();
    const Words b = second.words();
    if (a.empty() || b.empty()) return out;
    out.letters = std::min(first.text.size() - (a.size() - 1), second.text.size() - (b.size() - 1));
    out.has_same_form = can_be_one_form(first.legal_form, second.legal_form);
    out.is_same_office = is_same_office(first.office, second.office);
    if (first.text == second.text) {
        out.relation = Relation::Equal;
        out.likeness = 1;
        out.is_translated = first.raw != second.raw && as_written(first) != as_written(second);
        out.has_other_number = ends_in_other_letter(first, second);
        return out;
    }
    note_words(out, a, b);
    const std::size_t most = std::clamp<std::size_t>(out.letters / kSlipEvery, 1, kMostSlips);
    if (out.only_first.empty() && out.only_second.empty()) {
        out.relation = out.slips <= most ? Relation::Respelt : Relation::Other;
    } else if (const auto slips = slips_as_written(first, second)) {
        out.relation = Relation::Respelt;
        out.slips = *slips;
        out.has_other_number = ends_in_other_letter(first, second);
        out.likeness = std::max(out.likeness, 0.97);
        out.only_first.clear();
        out.only_second.clear();
    } else if (out.is_same_office || (!out.has_other_number && are_romanised(first, second, neutral))) {
        out.relation = Relation::Respelt;
        out.slips = 1;
        out.likeness = std::max(out.likeness, 0.95);
        out.only_first.clear();
        out.only_second.clear();
    } else {
        out.relation = relation_of_rest(out, first, second, neutral);
    }
    // In a short name one letter makes another name.
    if (out.slips > 0 && out.letters < kSlipEvery && out.relation != Relation::Shorter)
        out.relation = Relation::Other;
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
