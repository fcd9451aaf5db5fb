// SPDX-License-Identifier: EUPL-1.2
#include "press/labels.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kLabelWords = 6;

using Words = std::pair<Label, std::string_view>;

/// Folded; what stands further up wins: "lead partner" is no partner among others.
constexpr auto kWords = std::to_array<Words>({{Label::Lead, "lead"},
                                              {Label::Lead, "leadpartner"},
                                              {Label::Lead, "leitpartner"},
                                              {Label::Lead, "coordinator"},
                                              {Label::Lead, "coordination"},
                                              {Label::Lead, "koordinator"},
                                              {Label::Lead, "koordinatorin"},
                                              {Label::Lead, "koordination"},
                                              {Label::Lead, "projektkoordination"},
                                              {Label::Lead, "projektkoordinator"},
                                              {Label::Lead, "projektleitung"},
                                              {Label::Lead, "konsortialfuhrer"},
                                              {Label::Lead, "konsortialfuhrung"},
                                              {Label::Lead, "federfuhrung"},
                                              {Label::Lead, "coordinateur"},
                                              {Label::Lead, "coordinatrice"},
                                              {Label::Lead, "chef"},
                                              {Label::Lead, "porteur"},
                                              {Label::Funding, "funding"},
                                              {Label::Funding, "funded"},
                                              {Label::Funding, "funder"},
                                              {Label::Funding, "funders"},
                                              {Label::Funding, "co-financing"},
                                              {Label::Funding, "cofinancing"},
                                              {Label::Funding, "forderung"},
                                              {Label::Funding, "gefordert"},
                                              {Label::Funding, "fordergeber"},
                                              {Label::Funding, "fordermittelgeber"},
                                              {Label::Funding, "zuwendungsgeber"},
                                              {Label::Funding, "forderprogramm"},
                                              {Label::Funding, "forderlinie"},
                                              {Label::Funding, "programm"},
                                              {Label::Funding, "programme"},
                                              {Label::Funding, "program"},
                                              {Label::Funding, "finanzierung"},
                                              {Label::Funding, "financement"},
                                              {Label::Funding, "financeur"},
                                              {Label::Funding, "financeurs"},
                                              {Label::Host, "veranstalter"},
                                              {Label::Host, "organiser"},
                                              {Label::Host, "organisers"},
                                              {Label::Host, "organizer"},
                                              {Label::Host, "organizers"},
                                              {Label::Host, "organisateur"},
                                              {Label::Host, "organisateurs"},
                                              {Label::Host, "gastgeber"},
                                              {Label::Partners, "partner"},
                                              {Label::Partners, "partners"},
                                              {Label::Partners, "projektpartner"},
                                              {Label::Partners, "verbundpartner"},
                                              {Label::Partners, "konsortium"},
                                              {Label::Partners, "consortium"},
                                              {Label::Partners, "partenaire"},
                                              {Label::Partners, "partenaires"},
                                              {Label::Duration, "duration"},
                                              {Label::Duration, "laufzeit"},
                                              {Label::Duration, "projektlaufzeit"},
                                              {Label::Duration, "zeitraum"},
                                              {Label::Duration, "projektzeitraum"},
                                              {Label::Duration, "forderzeitraum"},
                                              {Label::Duration, "duree"},
                                              {Label::Duration, "periode"},
                                              {Label::Duration, "period"},
                                              {Label::Start, "start"},
                                              {Label::Start, "started"},
                                              {Label::Start, "beginn"},
                                              {Label::Start, "projektstart"},
                                              {Label::Start, "projektbeginn"},
                                              {Label::Start, "debut"},
                                              {Label::Start, "demarrage"},
                                              {Label::End, "end"},
                                              {Label::End, "ends"},
                                              {Label::End, "projektende"},
                                              {Label::End, "ende"},
                                              {Label::End, "fin"},
                                              {Label::Place, "ort"},
                                              {Label::Place, "veranstaltungsort"},
                                              {Label::Place, "venue"},
                                              {Label::Place, "location"},
                                              {Label::Place, "where"},
                                              {Label::Place, "wo"},
                                              {Label::Place, "lieu"},
                                              {Label::Day, "datum"},
                                              {Label::Day, "termin"},
                                              {Label::Day, "date"},
                                              {Label::Day, "dates"},
                                              {Label::Day, "when"},
                                              {Label::Day, "wann"},
                                              {Label::Day, "quand"}});

/// What a label must not hold: "media partner:", "start-up programme:".
constexpr auto kOther = std::to_array<std::string_view>({"media",
                                                         "medienpartner",
                                                         "ansprechpartner",
                                                         "contact",
                                                         "kontakt",
                                                         "start-up",
                                                         "startup",
                                                         "application",
                                                         "bewerbung",
                                                         "anmeldung",
                                                         "registration",
                                                         "inscription",
                                                         "who",
                                                         "he",
                                                         "she",
                                                         "it",
                                                         "is",
                                                         "are",
                                                         "ist",
                                                         "est"});

bool is_of_project(const Key& key) {
    return key.starts_with("projekt") || key == "project" || key == "projet" || key.starts_with("verbund") ||
           key.starts_with("konsorti") || key == "leadpartner" || key == "lead" || key == "consortium";
}

}  // namespace

std::optional<LabelAt> label_of(std::span<const Token> tokens, const Sentence& sentence) {
    std::uint32_t colon = sentence.first;
    const std::uint32_t end = std::min(sentence.end, sentence.first + kLabelWords + 1);
    while (colon < end && tokens[colon].key != ":") ++colon;
    if (colon == end || colon == sentence.first) return std::nullopt;
    std::optional<std::size_t> best;
    bool of_project = false;
    for (std::uint32_t i = sentence.first; i < colon; ++i) {
        const Key& key = tokens[i].key;
        if (is_one_of<kOther>(key) || tokens[i].kind == TokenKind::Number) return std::nullopt;
        of_project = of_project || is_of_project(key);
        for (std::size_t word = 0; word < best.value_or(kWords.size()); ++word) {
            if (kWords[word].second == key) best = word;
        }
    }
    if (!best) return std::nullopt;
    return LabelAt{.label = kWords[*best].first, .colon = colon, .of_project = of_project};
}

}  // namespace kontor::press
