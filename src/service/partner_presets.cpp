// SPDX-License-Identifier: EUPL-1.2
#include "service/partner_presets.hpp"

#include "service/phrases.hpp"
#include "service/views.hpp"

namespace kontor::service {
namespace {

struct Purpose {
    match::PartWeights weights;
    match::Emphasis emphasis = {};
    match::ExistingPartners existing = match::ExistingPartners::CountAgainst;
};

// By part: topic fit, complementarity, warm path, track record, place, freshness.
Purpose purpose(Preset preset, const match::Usual& usual) {
    switch (preset) {
        case Preset::Usual:
            return {usual.weights, {.well_known = usual.well_known}};
        case Preset::Known:
            return {{{2, 1, 4, 3, 0.5, 0.5}}, {}, match::ExistingPartners::Welcome};
        case Preset::Complementary:
            return {{{2, 6, 0.5, 0.5, 1, 1.5}}, {.well_known = 0.15}};
        case Preset::EndUsers:
            return {{{2, 5, 1, 1, 1, 0.5}}, {.end_users = 3, .well_known = 0.06}};
        case Preset::Newcomers:
            return {{{4, 4, 0.5, 0, 1, 2}}, {.well_known = 0.3}};
    }
    return {usual.weights, {.well_known = usual.well_known}};
}

struct Texts {
    Phrase label;
    Phrase description;
};

Texts texts(Preset preset) {
    switch (preset) {
        case Preset::Usual:
            return {Phrase::PresetUsual, Phrase::PresetUsualText};
        case Preset::Known:
            return {Phrase::PresetKnown, Phrase::PresetKnownText};
        case Preset::Complementary:
            return {Phrase::PresetComplementary, Phrase::PresetComplementaryText};
        case Preset::EndUsers:
            return {Phrase::PresetEndUsers, Phrase::PresetEndUsersText};
        case Preset::Newcomers:
            return {Phrase::PresetNewcomers, Phrase::PresetNewcomersText};
    }
    return {Phrase::PresetUsual, Phrase::PresetUsualText};
}

}  // namespace

void apply(Preset preset, const match::Usual& usual, match::PartnerRequest& request) {
    const Purpose found = purpose(preset, usual);
    request.weights = found.weights;
    request.emphasis = found.emphasis;
    request.filters.existing = found.existing;
}

std::string preset_label(Preset preset, std::string_view language) {
    return say(texts(preset).label, language);
}

std::vector<PartnerPreset> presets(const match::Usual& usual, std::string_view language) {
    std::vector<PartnerPreset> out;
    for (std::size_t i = 0; i < model::Words<Preset>::kWords.size(); ++i) {
        const auto preset = static_cast<Preset>(i);
        PartnerPreset view;
        view.preset = model::Words<Preset>::kWords[i];
        view.label = say(texts(preset).label, language);
        view.description = say(texts(preset).description, language);
        view.weights = weights_view(purpose(preset, usual).weights, language);
        out.push_back(std::move(view));
    }
    return out;
}

std::vector<PartnerWeight> weights_view(const match::PartWeights& weights, std::string_view language) {
    std::vector<PartnerWeight> out;
    for (std::size_t i = 0; i < match::kParts; ++i) {
        const auto part = static_cast<match::Part>(i);
        PartnerWeight view;
        view.part = match::word(part);
        view.label = code_label("part", view.part, language);
        view.weight = weights[part];
        out.push_back(std::move(view));
    }
    return out;
}

}  // namespace kontor::service
