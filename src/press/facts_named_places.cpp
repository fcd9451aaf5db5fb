// SPDX-License-Identifier: EUPL-1.2
// Where clusters are by their names: "Photonics Musterland" in Musterland, "Musterstädter Cluster" in
// Musterstadt.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kShortestPlace = 4;

/// "Europe", "EU": no cluster is told to be there by its name.
bool is_too_wide(const Entity& place) {
    static constexpr auto kWide = std::to_array<std::string_view>(
        {"europa", "europe", "eu", "afrika", "africa", "afrique", "asien", "asia", "asie", "welt", "world"});
    const std::string name = text::folded(place.name);
    return is_one_of<kWide>(std::string_view(name));
}

/// The places of a text by their folded names.
using PlaceNames = std::unordered_map<std::string, std::uint32_t>;

PlaceNames names_of_places(const std::vector<Entity>& entities) {
    PlaceNames out;
    for (std::uint32_t place = 0; place < entities.size(); ++place) {
        const Entity& one = entities[place];
        if (one.kind != EntityKind::Place || is_too_wide(one)) continue;
        const auto add = [&](const std::string& form) {
            std::string folded = text::folded(form);
            if (folded.size() >= kShortestPlace) out.try_emplace(std::move(folded), place);
        };
        add(one.name);
        std::ranges::for_each(one.aliases, add);
    }
    return out;
}

/// The first place in the words of a folded name: whole, or as an adjective ("leipziger" of "leipzig").
std::optional<std::uint32_t> place_in(const std::string& name, const PlaceNames& places) {
    constexpr int kWords = 4;  // of a place
    constexpr std::size_t kEnding = 3;
    const auto is_whole_name = [&](std::size_t begin, std::size_t end) {
        return begin == 0 && end == name.size();
    };
    for (std::size_t begin = 0; begin < name.size();) {
        std::size_t end = begin;
        for (int word = 0; word < kWords && end < name.size(); ++word) {
            end = std::min(name.find_first_of(" -", end + 1), name.size());
            const auto found = places.find(name.substr(begin, end - begin));
            if (found != places.end() && !is_whole_name(begin, end)) return found->second;
        }
        const std::size_t word_end = std::min(name.find_first_of(" -", begin), name.size());
        for (std::size_t cut = 1; cut <= kEnding && begin + kShortestPlace + cut <= word_end; ++cut) {
            const auto found = places.find(name.substr(begin, word_end - begin - cut));
            if (found != places.end()) return found->second;
        }
        begin = word_end + 1;
    }
    return std::nullopt;
}

void read_names(const Scene& scene, FactSink& sink) {
    const auto& entities = scene.findings().entities;
    const PlaceNames places = names_of_places(entities);
    if (places.empty()) return;
    std::unordered_set<std::uint32_t> seen;
    for (const Mention& mention : scene.findings().mentions) {
        for (const std::uint32_t body : mention.entities) {
            if (mention.reference || entities[body].kind != EntityKind::Cluster || !seen.insert(body).second)
                continue;
            const auto place = place_in(text::folded(entities[body].name), places);
            if (!place) continue;
            sink.add({.subject = body,
                      .predicate = Predicate::LocatedIn,
                      .object = *place,
                      .sentence = mention.sentence,
                      .at = mention.first,
                      .rule = "place-in-name",
                      .certainty = Certainty::Implied});
        }
    }
}

}  // namespace

void conclude_named_places(const Scene& scene, FactSink& sink) {
    read_names(scene, sink);
}

}  // namespace kontor::press
