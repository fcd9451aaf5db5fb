// SPDX-License-Identifier: EUPL-1.2
// Where clusters are by their names: "Photonics Musterland" in Musterland, "Musterstädter Cluster" in
// Musterstadt.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "press/facts.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kShortestPlace = 4;

/// Whether a word of the folded name is the place or its adjective: "leipziger" of "leipzig".
bool holds_place(std::string_view name, std::string_view place) {
    constexpr std::size_t kEnding = 3;
    std::size_t begin = 0;
    while (begin < name.size()) {
        const std::size_t end = std::min(name.find_first_of(" -", begin), name.size());
        const std::string_view rest = name.substr(begin);
        const std::string_view word = name.substr(begin, end - begin);
        const bool is_whole =
            rest.starts_with(place) &&
            (rest.size() == place.size() || rest[place.size()] == ' ' || rest[place.size()] == '-');
        const bool is_adjective = place.find(' ') == std::string_view::npos && word.starts_with(place) &&
                                  word.size() <= place.size() + kEnding;
        if (is_whole || is_adjective) return true;
        begin = end + 1;
    }
    return false;
}

/// A cluster calls itself after its place.
bool is_called_after(const Entity& body, const Entity& place) {
    const std::string name = text::folded(body.name);
    const auto holds = [&](const std::string& form) {
        const std::string folded = text::folded(form);
        return folded.size() >= kShortestPlace && name.size() > folded.size() && holds_place(name, folded);
    };
    return holds(place.name) || std::ranges::any_of(place.aliases, holds);
}

/// "Europe", "EU": no cluster is told to be there by its name.
bool is_too_wide(const Entity& place) {
    static constexpr auto kWide = std::to_array<std::string_view>(
        {"europa", "europe", "eu", "afrika", "africa", "afrique", "asien", "asia", "asie", "welt", "world"});
    const std::string name = text::folded(place.name);
    return is_one_of<kWide>(std::string_view(name));
}

void read_names(const Scene& scene, FactSink& sink) {
    const auto& entities = scene.findings().entities;
    for (const Mention& mention : scene.findings().mentions) {
        for (const std::uint32_t body : mention.entities) {
            if (mention.reference || entities[body].kind != EntityKind::Cluster) continue;
            for (std::uint32_t place = 0; place < entities.size(); ++place) {
                if (entities[place].kind != EntityKind::Place || is_too_wide(entities[place]) ||
                    !is_called_after(entities[body], entities[place]))
                    continue;
                sink.add({.subject = body,
                          .predicate = Predicate::LocatedIn,
                          .object = place,
                          .sentence = mention.sentence,
                          .at = mention.first,
                          .rule = "place-in-name",
                          .certainty = Certainty::Implied});
            }
        }
    }
}

}  // namespace

void conclude_named_places(const Scene& scene, FactSink& sink) {
    read_names(scene, sink);
}

}  // namespace kontor::press
