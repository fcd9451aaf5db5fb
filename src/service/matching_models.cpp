// SPDX-License-Identifier: EUPL-1.2
#include "service/matching_models.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "codec/json_document.hpp"
#include "codec/json_text.hpp"
#include "codec/value_reader.hpp"

namespace kontor::service {
namespace {

using model::Need;

struct PartsContent {
    std::vector<std::string> parts;
    std::vector<double> weights;  // by parts
    double well_known = 0;
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PartsContent>
void visit_fields(S& s, V&& visit) {
    visit("parts", s.parts, Need::Required);
    visit("weights", s.weights, Need::Required);
    visit("well_known", s.well_known, Need::Required);
}

struct TeamContent {
    std::vector<std::string> evidence;
    std::vector<double> mean, scale;  // by evidence
    std::vector<double> weights;      // by renown, then by evidence
    std::vector<double> offset;       // by renown
};
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, TeamContent>
void visit_fields(S& s, V&& visit) {
    visit("evidence", s.evidence, Need::Required);
    visit("mean", s.mean, Need::Required);
    visit("scale", s.scale, Need::Required);
    visit("weights", s.weights, Need::Required);
    visit("offset", s.offset, Need::Required);
}

template <class Content>
struct Found {
    model::TrainedModel record;
    Content content;
};

template <class Content>
std::optional<Found<Content>> find(const store::Store& store, const char* id) {
    const auto record = store.read_desk(model::DeskKind::TrainedModel, id);
    if (!record || !record.value()) return std::nullopt;
    Found<Content> out{std::get<model::TrainedModel>(*record.value()), {}};
    const auto json = codec::parse_json(out.record.content, {});
    if (!json) return std::nullopt;
    codec::ValueReader reader({});
    reader.read(json.value(), out.content);
    if (!reader.faults().empty()) return std::nullopt;
    return out;
}

std::vector<std::string> part_words() {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < match::kParts; ++i) {
        out.emplace_back(match::word(static_cast<match::Part>(i)));
    }
    return out;
}

std::vector<std::string> evidence_words() {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < match::kTeamEvidence; ++i) {
        out.emplace_back(match::word(static_cast<match::TeamEvidence>(i)));
    }
    return out;
}

bool fits(const TeamContent& content) {
    return content.evidence == evidence_words() && content.mean.size() == match::kTeamEvidence &&
           content.scale.size() == match::kTeamEvidence &&
           content.weights.size() == match::kRenowns * match::kTeamEvidence &&
           content.offset.size() == match::kRenowns;
}

template <class Numbers, class Other>
void copy_numbers(const Numbers& from, Other& to) {
    std::transform(from.begin(), from.end(), to.begin(),
                   [](auto value) { return static_cast<typename Other::value_type>(value); });
}

template <class Numbers>
std::vector<double> as_doubles(const Numbers& numbers) {
    return std::vector<double>(numbers.begin(), numbers.end());
}

model::TrainedModel record_of(const char* id, std::int64_t trained, std::int64_t cases, std::string content) {
    model::TrainedModel out;
    out.id = id;
    out.trained = trained;
    out.cases = cases;
    out.content = std::move(content);
    return out;
}

}  // namespace

UsualWeights usual_weights(const store::Store& store) {
    UsualWeights out;
    const auto found = find<PartsContent>(store, kPartsModel);
    if (!found || found->content.parts != part_words() || found->content.weights.size() != match::kParts) {
        return out;
    }
    copy_numbers(found->content.weights, out.usual.weights.values);
    out.usual.well_known = found->content.well_known;
    out.trained = found->record.trained;
    out.cases = found->record.cases;
    return out;
}

TeamWeights team_weights(const store::Store& store) {
    TeamWeights out{match::shipped_team_model()};
    const auto found = find<TeamContent>(store, kTeamModel);
    if (!found || !fits(found->content)) return out;
    copy_numbers(found->content.mean, out.model.mean);
    copy_numbers(found->content.scale, out.model.scale);
    copy_numbers(found->content.offset, out.model.offset);
    for (std::size_t renown = 0; renown < match::kRenowns; ++renown) {
        for (std::size_t i = 0; i < match::kTeamEvidence; ++i) {
            out.model.weights[renown][i] =
                static_cast<match::Float>(found->content.weights[renown * match::kTeamEvidence + i]);
        }
    }
    out.trained = found->record.trained;
    out.cases = found->record.cases;
    return out;
}

model::TrainedModel kept(const UsualWeights& usual) {
    const PartsContent content{part_words(), as_doubles(usual.usual.weights.values), usual.usual.well_known};
    return record_of(kPartsModel, usual.trained, usual.cases, codec::json_text(content));
}

model::TrainedModel kept(const TeamWeights& team) {
    TeamContent content{evidence_words(), as_doubles(team.model.mean), as_doubles(team.model.scale), {}, {}};
    for (const auto& weights : team.model.weights) {
        content.weights.insert(content.weights.end(), weights.begin(), weights.end());
    }
    content.offset = as_doubles(team.model.offset);
    return record_of(kTeamModel, team.trained, team.cases, codec::json_text(content));
}

}  // namespace kontor::service
