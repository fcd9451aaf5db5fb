// SPDX-License-Identifier: EUPL-1.2
// Clusters that German calls after their field in one word: "der Kunststoff-Cluster (KC)", "das
// Photonik-Netzwerk". Once is a description; a bracket with a name, its area, a list of names or being said
// again makes it a name.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "press/candidates.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr int kFieldWeight = 62;  // above runs of capitals
constexpr int kPlaceWeight = 77;  // above runs with a noun at their head
constexpr std::size_t kLetters = 4;
constexpr int kTimes = 2;

constexpr auto kDefinite = std::to_array<std::string_view>(
    {"der", "des", "dem", "den", "das", "vom", "beim", "zum", "im", "am", "ins"});
// What tells a sort of cluster, not which.
constexpr auto kSorts = std::to_array<std::string_view>(
    {"partner",   "spitzen",      "innovations", "industrie", "technologie", "branchen",  "landes",
     "bundes",    "schwester",    "forschungs",  "kompetenz", "exzellenz",   "firmen",    "unternehmens",
     "mitglieds", "hightech",     "high-tech",   "bmbf",      "regional",    "nachbar",   "wirtschafts",
     "zukunfts",  "kooperations", "leit",        "fach",      "euro",        "wachstums", "super",
     "meta",      "projekt",      "experten",    "praxis",    "gold",        "go"});

class FieldClusters {
public:
    FieldClusters(const View& view, Candidates& out) : view_(view), out_(out) {}

    void find() {
        std::unordered_map<std::string, std::vector<std::uint32_t>> found;
        std::vector<std::string> order;
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            const std::string name = name_of(i);
            if (name.empty()) continue;
            auto& places = found[name];
            if (places.empty()) order.push_back(name);
            places.push_back(i);
        }
        for (const std::string& name : order) {
            const auto& places = found[name];
            const bool is_said_again = places.size() >= kTimes &&
                                       std::ranges::any_of(places, [&](auto i) { return is_definite(i); });
            const bool is_told_which = std::ranges::any_of(
                places, [&](auto i) { return has_short_form(i) || is_of_area(i) || is_in_list(i); });
            if (!is_said_again && !is_told_which) continue;
            for (const std::uint32_t i : places) push(i);
        }
    }

private:
    /// The key of "Kunststoff-Cluster" without endings; empty for any other word.
    [[nodiscard]] std::string name_of(std::uint32_t i) const {
        if (!view_.is_capital(i)) return {};
        std::string key = view_.tokens[i].key;
        if (key.ends_with("-clusters")) key.pop_back();
        if (!key.ends_with("-cluster")) return {};
        const std::string_view field = std::string_view(key).substr(0, key.size() - 8);
        const bool is_sort = std::ranges::any_of(
            kSorts, [&](std::string_view sort) { return field == sort || field.starts_with("spitzen"); });
        if (field.size() < kLetters || is_sort || view_.lexicon->is_place(field)) return {};
        return key;
    }

    [[nodiscard]] bool is_definite(std::uint32_t i) const {
        return i > 0 && view_.same_sentence(i - 1, i) && is_one_of<kDefinite>(view_.tokens[i - 1].key);
    }

    /// "der oberösterreichische Lebensmittel-Cluster": an area has one of a field.
    [[nodiscard]] bool is_of_area(std::uint32_t i) const {
        return i > 1 && view_.same_sentence(i - 2, i) && view_.lexicon->adjective(view_.tokens[i - 1].key) &&
               is_one_of<kDefinite>(view_.tokens[i - 2].key);
    }

    /// "Hochschule Musterstadt, Gesundheits-Cluster, FH Musterland": amid names without an article.
    [[nodiscard]] bool is_in_list(std::uint32_t i) const {
        return i > 1 && view_.same_sentence(i - 2, i + 2) && view_.is_mark(i - 1, ",") &&
               view_.is_capital(i - 2) && view_.is_mark(i + 1, ",") && view_.is_capital(i + 2);
    }

    [[nodiscard]] bool has_short_form(std::uint32_t i) const {
        const std::uint32_t open = i + 1;
        return is_definite(i) && view_.has(open) && view_.tokens[open].kind == TokenKind::BracketOpen &&
               view_.tokens[open].partner != kNoToken && view_.is_capital(open + 1) &&
               (view_.is_striking(open + 1) || view_.is_capital(open + 2));
    }

    void push(std::uint32_t i) {
        Candidate made;
        made.first = made.name_first = i;
        made.end = made.name_end = i + 1;
        made.kind = EntityKind::Cluster;
        made.kind_told = true;
        made.weight = kFieldWeight;
        made.confidence = 0.75;
        made.rule = "field-cluster";
        if (view_.tokens[i].key.ends_with("-clusters"))
            made.name = std::string(view_.written(i).substr(0, view_.written(i).size() - 1));
        out_.push_back(std::move(made));
    }

    const View& view_;
    Candidates& out_;
};

/// "der Umweltcluster Musterland", "das Cluster Elektromobilität Musterland", "Clusternetzwerk Energie und
/// Umwelt": the noun with the place or the fields behind it is the name.
class PlaceClusters {
public:
    PlaceClusters(const View& view, Candidates& out) : view_(view), out_(out) {}

    void find() {
        for (std::uint32_t i = 0; i + 1 < view_.size(); ++i) {
            if (!view_.is_capital(i) || !view_.same_sentence(i, i + 1)) continue;
            const bool is_bare = is_one_of(i, kBareNouns);
            if (!is_bare && !is_compound(i)) continue;
            const std::uint32_t end = is_bare ? fields_end(i) : place_end(i + 1);
            if (end <= i + 1 || view_.is(end, WordClass::LegalForm) || !stands_alone(i, end)) continue;
            push(i, end);
            i = end - 1;
        }
    }

private:
    static constexpr auto kBareNouns = std::to_array<std::string_view>(
        {"cluster", "clusters", "clusternetzwerk", "clusternetzwerks", "clusterinitiative",
         "kompetenznetzwerk", "kompetenznetz", "innovationscluster", "spitzencluster", "landescluster",
         "innovationsnetzwerk", "technologienetzwerk", "technologiecluster"});
    static constexpr auto kHeads =
        std::to_array<std::string_view>({"cluster", "clusters", "netzwerk", "netzwerks", "-initiative"});
    static constexpr auto kDirections =
        std::to_array<std::string_view>({"nord", "sud", "ost", "west", "sudwest", "nordwest", "sudost",
                                         "nordost", "sud-west", "nord-west", "sud-ost", "nord-ost", "mitte"});

    template <std::size_t N>
    [[nodiscard]] bool is_one_of(std::uint32_t i, const std::array<std::string_view, N>& words) const {
        return view_.has(i) && std::ranges::find(words, view_.tokens[i].key) != words.end();
    }

    /// "Umweltcluster", "E-Mobilitätscluster", "Logistik-Initiative"; no "Partnernetzwerk".
    [[nodiscard]] bool is_compound(std::uint32_t i) const {
        const std::string_view key = view_.tokens[i].key;
        for (const std::string_view head : kHeads) {
            if (!key.ends_with(head) || key.size() < head.size() + kLetters) continue;
            std::string_view field = key.substr(0, key.size() - head.size());
            if (field.ends_with('-')) field.remove_suffix(1);
            return std::ranges::none_of(kSorts, [&](std::string_view sort) {
                return field == sort || field == std::string(sort) + "s" || field.starts_with("spitzen");
            });
        }
        return false;
    }

    [[nodiscard]] bool is_where(std::uint32_t i) const {
        const Token& token = view_.tokens[i];
        // "das Netzwerk MUSTERSTADT": in capitals a name that is no town; "NRW" stays.
        const bool is_called = token.writing == Writing::Capitals && token.key.size() >= kLetters;
        if (!view_.is_capital(i) || is_called) return false;
        return view_.lexicon->is_place(token.key) || is_one_of(i, kDirections);
    }

    /// "… Musterland", "… Musterland-Nord".
    [[nodiscard]] std::uint32_t place_end(std::uint32_t i) const {
        std::uint32_t end = i;
        while (end < i + 3 && view_.same_sentence(i, end) && is_where(end)) ++end;
        return end;
    }

    /// "… Energie und Umwelt", "… Erneuerbare Energien Musterland": at least one field.
    [[nodiscard]] std::uint32_t fields_end(std::uint32_t noun) const {
        std::uint32_t end = noun + 1;
        bool has_field = false;
        for (std::uint32_t words = 0; words < 5 && view_.same_sentence(noun, end); ++words) {
            if (is_field(end)) {
                has_field = true;
                ++end;
                continue;
            }
            const bool is_and = (view_.has_key(end, "und") || view_.is_mark(end, "&")) && has_field &&
                                is_second_field(end + 1) && view_.same_sentence(noun, end + 1);
            const bool is_adjective = view_.is_capital(end) && view_.tokens[end].key.ends_with('e') &&
                                      is_field(end + 1) && !view_.is(end, WordClass::Noun);
            if (!is_and && !is_adjective) break;
            end += is_and ? 2 : 1;
        }
        if (!has_field) return noun;
        const std::uint32_t place = view_.has_key(end, "in") ? place_end(end + 1) : place_end(end);
        if (view_.has_key(end, "in")) return place > end + 1 ? place : noun;
        // "das Cluster Optik" alone is for the runs of capitals.
        return place > end || end > noun + 2 ? place : noun;
    }

    /// What "und" joins to a field need not be in the vocabulary.
    [[nodiscard]] bool is_second_field(std::uint32_t i) const {
        return is_field(i) || (view_.is_capital(i) && !view_.is_striking(i) && !view_.is_capital(i + 1) &&
                               view_.lexicon->is_ordinary(view_.tokens[i].key) && !is_where(i));
    }

    [[nodiscard]] bool is_field(std::uint32_t i) const {
        return view_.is_capital(i) && !view_.is_striking(i) && !is_where(i) &&
               !view_.is(i, WordClass::Role) && !view_.is(i, WordClass::Noun) &&
               !view_.lexicon->topics().matches(view_.written(i)).empty();
    }

    /// One that is spoken of: with its article, or in a list or a line; not before another capital.
    [[nodiscard]] bool stands_alone(std::uint32_t first, std::uint32_t end) const {
        const bool goes_on = view_.same_sentence(first, end) && view_.is_capital(end);
        if (goes_on || view_.has_key(first - 1, "einem") || view_.has_key(first - 1, "ein")) return false;
        if (first == 0 || !view_.same_sentence(first - 1, first)) return true;
        const std::uint32_t before = first - 1;
        const bool is_listed = view_.is_mark(before, ",") || view_.is(before, WordClass::Conjunction) ||
                               view_.is_mark(before, ":") || view_.is(before, WordClass::Preposition);
        const bool is_definite = press::is_one_of<kDefinite>(view_.tokens[before].key);
        const bool is_described = view_.tokens[before].writing == Writing::Lower && before > 0 &&
                                  press::is_one_of<kDefinite>(view_.tokens[before - 1].key);
        return is_listed || is_definite || is_described;
    }

    void push(std::uint32_t first, std::uint32_t end) {
        Candidate made;
        made.first = made.name_first = first;
        made.end = made.name_end = end;
        made.kind =
            view_.tokens[first].key.ends_with("initiative") ? EntityKind::Organisation : EntityKind::Cluster;
        made.kind_told = true;
        made.weight = kPlaceWeight;
        made.confidence = 0.8;
        made.rule = "place-cluster";
        if (view_.tokens[first].key.ends_with("clusters") || view_.tokens[first].key.ends_with("netzwerks"))
            made.name = std::string(view_.written(first).substr(0, view_.written(first).size() - 1)) + " " +
                        tidy(view_.written(first + 1, end));
        out_.push_back(std::move(made));
    }

    const View& view_;
    Candidates& out_;
};

}  // namespace

void find_field_clusters(const View& view, Candidates& out) {
    if (view.language != Language::German) return;
    FieldClusters(view, out).find();
    PlaceClusters(view, out).find();
}

}  // namespace kontor::press
