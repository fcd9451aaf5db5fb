// SPDX-License-Identifier: EUPL-1.2
// Clusters that German calls after their field in one word: "der Kunststoff-Cluster (KC)", "das
// Photonik-Netzwerk". Once is a description; a bracket with letters or being said again makes it a name.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "press/candidates.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr int kFieldWeight = 62;  // above runs of capitals
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
            const bool has_letters = std::ranges::any_of(places, [&](auto i) { return has_short_form(i); });
            if (!is_said_again && !has_letters) continue;
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

    [[nodiscard]] bool has_short_form(std::uint32_t i) const {
        const std::uint32_t open = i + 1;
        return is_definite(i) && view_.has(open) && view_.tokens[open].kind == TokenKind::BracketOpen &&
               view_.tokens[open].partner == open + 2 && view_.is_striking(open + 1);
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

}  // namespace

void find_field_clusters(const View& view, Candidates& out) {
    if (view.language == Language::German) FieldClusters(view, out).find();
}

}  // namespace kontor::press
