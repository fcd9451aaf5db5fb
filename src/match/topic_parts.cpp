// SPDX-License-Identifier: EUPL-1.2
// Topic fit and complementarity.
#include <algorithm>
#include <array>
#include <functional>

#include "match/parts.hpp"

namespace kontor::match {
namespace {

using model::OrganisationKind;
using network::Capability;

constexpr std::size_t kBestTopics = 5;
constexpr double kHalfFit = 1;
constexpr std::size_t kMostEvidence = 8;
constexpr double kHalfComplementarity = 1;
constexpr std::size_t kBestGaps = 3;
constexpr double kGapWeight = 0.5;
constexpr double kEndUserWeight = 0.6;
constexpr double kHalfEndUsers = 3;
constexpr double kOwnEndUser = 0.4;
constexpr double kOtherStage = 0.15;
constexpr std::size_t kNamedEndUsers = 5;

/// A topic of ours (or one that is asked) and the one of theirs that goes with it.
struct TopicPair {
    TopicIndex ours;
    TopicIndex theirs;
};

/// The few largest amounts, each topic of ours at most once, so that a generalist does not win by having
/// everything around one topic. Equal amounts keep the first.
template <std::size_t N>
class Largest {
public:
    void add(double amount, const TopicPair& pair) {
        if (!(amount > 0)) return;
        std::size_t at = 0;
        while (at < count_ && items_[at].second.ours != pair.ours) ++at;
        if (at < count_) {
            if (items_[at].first >= amount) return;
        } else if (count_ < N) {
            ++count_;
        } else if (items_[--at].first >= amount) {
            return;
        }
        for (; at > 0 && items_[at - 1].first < amount; --at) items_[at] = items_[at - 1];
        items_[at] = {amount, pair};
    }
    [[nodiscard]] auto begin() const { return items_.begin(); }
    [[nodiscard]] auto end() const { return items_.begin() + static_cast<std::ptrdiff_t>(count_); }

private:
    std::array<std::pair<double, TopicPair>, N> items_{};
    std::size_t count_ = 0;
};

/// Projects of the candidate with the topic, the first few.
std::vector<network::ProjectIndex> projects_on(const Scene& scene, OrganisationIndex organisation,
                                               TopicIndex topic) {
    constexpr std::size_t kFew = 3;
    std::vector<network::ProjectIndex> out;
    const network::Picture& picture = scene.picture();
    for (const network::TieIndex tie : picture.ties(organisation)) {
        if (out.size() == kFew) break;
        const network::Tie& at = picture.at(tie);
        if (at.kind != network::TieKind::Project || scene.gone(tie)) continue;
        const auto topics = picture.topics(network::ProjectIndex(at.record));
        if (std::binary_search(topics.begin(), topics.end(), topic)) out.emplace_back(at.record);
    }
    return out;
}

Evidence topics_evidence(EvidenceType type, TopicIndex ours, TopicIndex theirs) {
    Evidence out;
    out.type = type;
    out.topics = {ours, theirs};
    return out;
}

PartValue fit_to_asked(const Scene& scene, const Subject& subject, const Candidate& candidate,
                       Detail detail) {
    Sheet sheet(detail, kMostEvidence);
    for (const Asked& asked : subject.asked()) {
        double best = 0;
        TopicIndex theirs;
        for (const TopicLevel& one : candidate.profile) {
            const double value = asked.affinity[one.topic.value] * one.level;
            if (value > best) {
                best = value;
                theirs = one.topic;
            }
        }
        sheet.add(asked.share * best, [&] {
            Evidence out = topics_evidence(EvidenceType::WantedTopicCovered, asked.topic, theirs);
            out.projects = projects_on(scene, candidate.organisation, theirs);
            return out;
        });
    }
    return {sheet.sum(), sheet.evidence(sheet.sum())};
}

struct Answer {
    double value = 0;
    Capability offer;
};

/// The offer that answers `topic` best.
Answer best_offer(const network::Picture& picture, TopicIndex topic, const std::vector<Capability>& offers) {
    Answer best;
    const auto related = picture.related(topic);
    for (const Capability& offer : offers) {
        const auto at = std::lower_bound(
            related.begin(), related.end(), offer.topic,
            [](const network::RelatedTopic& one, TopicIndex wanted) { return one.topic < wanted; });
        if (at == related.end() || at->topic != offer.topic) continue;
        const double value = at->affinity * maturity(offer.trl);
        if (value > best.value) best = {value, offer};
    }
    return best;
}

/// Each topic that is needed once, however often it is said.
std::vector<TopicIndex> topics_of(const std::vector<Capability>& list) {
    std::vector<TopicIndex> out;
    for (const Capability& one : list) {
        if (std::find(out.begin(), out.end(), one.topic) == out.end()) out.push_back(one.topic);
    }
    return out;
}

void add_answers(Sheet& sheet, const network::Picture& picture, const std::vector<Capability>& needs,
                 const std::vector<Capability>& offers, EvidenceType type) {
    for (const TopicIndex need : topics_of(needs)) {
        const Answer answer = best_offer(picture, need, offers);
        sheet.add(answer.value, [&] {
            Evidence out = topics_evidence(type, need, answer.offer.topic);
            out.number = answer.offer.trl;
            return out;
        });
    }
}

void add_asked_offers(Sheet& sheet, const network::Picture& picture, const Subject& subject,
                      const std::vector<Capability>& offers) {
    for (const Asked& asked : subject.asked()) {
        const Answer answer = best_offer(picture, asked.topic, offers);
        sheet.add(asked.strength * answer.value, [&] {
            Evidence out = topics_evidence(EvidenceType::TheyOfferWeNeed, asked.topic, answer.offer.topic);
            out.number = answer.offer.trl;
            return out;
        });
    }
}

/// What they have and we lack: of what was asked, else beside what we do.
void add_gaps(Sheet& sheet, const Subject& subject, const Candidate& candidate) {
    Largest<kBestGaps> gaps;
    if (!subject.asked().empty()) {
        for (const Asked& asked : subject.asked()) {
            for (const TopicLevel& one : candidate.profile) {
                const double lack = 1 - subject.level(one.topic);
                gaps.add(asked.strength * asked.affinity[one.topic.value] * lack * one.level,
                         {asked.topic, one.topic});
            }
        }
    } else {
        for (const TopicLevel& one : candidate.profile) {
            const Nearest& beside = subject.beside(one.topic);
            gaps.add(std::min(one.level, beside.value) * (1 - subject.level(one.topic)),
                     {beside.topic, one.topic});
        }
    }
    for (const auto& [amount, topics] : gaps) {
        sheet.add(kGapWeight * amount, [pair = topics] {
            return topics_evidence(EvidenceType::TheyHaveWeLack, pair.ours, pair.theirs);
        });
    }
}

void add_end_users(Sheet& sheet, const Scene& scene, const ComplementarityInput& in, double relevance) {
    const auto kind = in.subject.kind();
    if (kind && is_end_user(*kind)) return;
    relevance *= in.emphasis.end_users;
    if (is_end_user(in.candidate.kind)) {
        sheet.add(kOwnEndUser * relevance, [&in] {
            Evidence out;
            out.type = EvidenceType::EndUsers;
            out.organisations = {in.candidate.organisation};
            out.number = 1;
            return out;
        });
        return;
    }
    const network::Picture& picture = scene.picture();
    std::vector<OrganisationIndex> theirs;
    if (!picture.members(in.candidate.organisation).empty()) {
        for (const OrganisationIndex member : scene.members(in.candidate.organisation)) {
            if (is_end_user(picture.kind(member))) theirs.push_back(member);
        }
    }
    const auto count = static_cast<double>(theirs.size());
    const double have = saturated(static_cast<double>(in.subject.end_users()), kHalfEndUsers);
    sheet.add(kEndUserWeight * saturated(count, kHalfEndUsers) * (1 - have) * relevance, [&] {
        Evidence out;
        out.type = EvidenceType::EndUsers;
        out.number = count;
        theirs.resize(std::min(theirs.size(), kNamedEndUsers));
        out.organisations = theirs;
        return out;
    });
}

bool is_research(OrganisationKind kind) {
    return kind == OrganisationKind::University || kind == OrganisationKind::ResearchInstitute;
}

void add_other_stage(Sheet& sheet, const ComplementarityInput& in, double relevance) {
    const auto ours = in.subject.kind();
    if (!ours) return;
    const OrganisationKind theirs = in.candidate.kind;
    const bool differ = (*ours == OrganisationKind::Company && is_research(theirs)) ||
                        (is_research(*ours) && theirs == OrganisationKind::Company);
    if (!differ) return;
    sheet.add(kOtherStage * relevance, [&in] {
        Evidence out;
        out.type = EvidenceType::OtherValueStage;
        out.organisations = {in.candidate.organisation};
        return out;
    });
}

}  // namespace

double maturity(std::uint32_t trl) {
    if (trl >= 7) return 1;
    return trl >= 1 && trl <= 3 ? 0.7 : 0.85;
}

void describe(const Scene& scene, OrganisationIndex organisation, Candidate& out) {
    out.organisation = organisation;
    out.kind = scene.picture().kind(organisation);
    out.country = scene.picture().country(organisation);
    scene.profile(organisation, out.profile);
    scene.offers(organisation, out.offers);
    scene.needs(organisation, out.needs);
}

PartValue topic_fit(const Scene& scene, const Subject& subject, const Candidate& candidate, Detail detail) {
    if (!subject.asked().empty()) return fit_to_asked(scene, subject, candidate, detail);
    Largest<kBestTopics> best;
    for (const TopicLevel& one : candidate.profile) {
        const Nearest& meets = subject.meets(one.topic);
        best.add(std::min(one.level, meets.value), {meets.topic, one.topic});
    }
    Sheet sheet(detail, kMostEvidence);
    for (const auto& [amount, topics] : best) {
        sheet.add(amount, [&scene, &candidate, pair = topics] {
            Evidence out = topics_evidence(EvidenceType::SharedTopic, pair.ours, pair.theirs);
            out.projects = projects_on(scene, candidate.organisation, pair.theirs);
            return out;
        });
    }
    const double value = saturated(sheet.sum(), kHalfFit);
    return {value, sheet.evidence(value)};
}

double complementarity_value(double sum) {
    return saturated(sum, kHalfComplementarity);
}

PartValue complementarity(const Scene& scene, const ComplementarityInput& in, Detail detail) {
    const network::Picture& picture = scene.picture();
    Sheet sheet(detail, kMostEvidence);
    if (in.subject.asked().empty()) {
        add_answers(sheet, picture, in.subject.needs(), in.candidate.offers, EvidenceType::TheyOfferWeNeed);
    } else {
        add_asked_offers(sheet, picture, in.subject, in.candidate.offers);
    }
    add_answers(sheet, picture, in.candidate.needs, in.subject.offers(), EvidenceType::WeOfferTheyNeed);
    add_gaps(sheet, in.subject, in.candidate);
    const double relevance = std::min(1.0, 2 * in.fit);
    add_end_users(sheet, scene, in, relevance);
    add_other_stage(sheet, in, relevance);
    const double value = complementarity_value(sheet.sum());
    return {value, sheet.evidence(value)};
}

}  // namespace kontor::match
