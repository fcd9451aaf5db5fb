// SPDX-License-Identifier: EUPL-1.2
// Who says "we": in a quotation the body that its speaker works for, elsewhere the body that the text is
// mainly about. A managing company speaks for its cluster ("X Management GmbH" for X).
#include <algorithm>
#include <array>
#include <map>

#include "press/context.hpp"
#include "press/gathering.hpp"
#include "press/one_of.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kEmployerWords = 12;    // between a person and whom they work for
constexpr std::uint32_t kSpeakerSentences = 4;  // after which a person speaks no more
constexpr double kHeadingWeight = 3;

constexpr auto kWe = std::to_array<std::string_view>({"wir", "uns", "we", "us", "nous"});
constexpr auto kOur = std::to_array<std::string_view>(
    {"unser", "unsere", "unserem", "unseren", "unserer", "unseres", "our", "notre"});

class Speakers {
public:
    Speakers(const View& view, Findings& findings) : view_(view), findings_(findings) {
        weigh();
        employ();
    }

    void add() {
        std::vector<Mention> said;
        std::size_t next = 0;
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            while (next < findings_.mentions.size() && findings_.mentions[next].end <= i) ++next;
            const bool is_taken = next < findings_.mentions.size() && findings_.mentions[next].first <= i;
            const std::uint32_t end =
                is_taken || view_.tokens[i].writing == Writing::Capitals ? 0 : spoken(i);
            if (end == 0) continue;
            const auto who = speaker(i);
            if (!who) continue;
            said.push_back({.range = {view_.tokens[i].range.begin, view_.tokens[end - 1].range.end},
                            .first = i,
                            .end = end,
                            .sentence = view_.tokens[i].sentence,
                            .entities = {*who},
                            .reference = true});
        }
        auto& all = findings_.mentions;
        all.insert(all.end(), said.begin(), said.end());
        std::stable_sort(all.begin(), all.end(),
                         [](const Mention& a, const Mention& b) { return a.first < b.first; });
    }

private:
    /// The end of "we" or "our cluster" at a token, or 0.
    [[nodiscard]] std::uint32_t spoken(std::uint32_t i) const {
        if (!view_.is_word(i)) return 0;
        if (is_one_of<kWe>(view_.tokens[i].key)) return i + 1;
        const bool is_own = is_one_of<kOur>(view_.tokens[i].key) && view_.is(i + 1, WordClass::Reference) &&
                            (view_.words[i + 1].reference == EntityKind::Cluster ||
                             view_.words[i + 1].reference == EntityKind::Association);
        return is_own ? i + 2 : 0;
    }

    [[nodiscard]] bool is_body(std::uint32_t entity) const {
        const EntityKind kind = findings_.entities[entity].kind;
        return is_organisation(kind) && kind != EntityKind::PublicBody;
    }

    void weigh() {
        std::map<std::uint32_t, double> weights;
        for (const Mention& mention : findings_.mentions) {
            const bool is_heading = view_.sentences[mention.sentence].kind == SentenceKind::Heading;
            for (const std::uint32_t entity : mention.entities) {
                if (!is_body(entity)) continue;
                const bool is_cluster = findings_.entities[entity].kind == EntityKind::Cluster;
                weights[entity] += (is_heading ? kHeadingWeight : 1) * (is_cluster ? 2 : 1);
            }
        }
        double best = 0;
        for (const auto& [entity, weight] : weights) {
            if (weight <= best) continue;
            best = weight;
            main_ = entity;
        }
    }

    /// "A, head of B", "B's head A".
    void employ() {
        const auto& all = findings_.mentions;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].entities.empty() ||
                findings_.entities[all[i].entities.front()].kind != EntityKind::Person)
                continue;
            const std::uint32_t person = all[i].entities.front();
            if (employers_.contains(person)) continue;
            const auto near = [&](const Mention& body, std::uint32_t gap, std::uint32_t limit) {
                return !body.entities.empty() && !body.reference && body.sentence == all[i].sentence &&
                       is_body(body.entities.front()) && gap <= limit;
            };
            if (i + 1 < all.size() && near(all[i + 1], all[i + 1].first - all[i].end, kEmployerWords)) {
                employers_[person] = all[i + 1].entities.front();
            } else if (i > 0 && near(all[i - 1], all[i].first - std::min(all[i].first, all[i - 1].end), 3)) {
                employers_[person] = all[i - 1].entities.front();
            }
        }
    }

    [[nodiscard]] std::optional<std::uint32_t> speaker(std::uint32_t token) const {
        const std::uint32_t sentence = view_.tokens[token].sentence;
        const std::uint32_t earliest = sentence > kSpeakerSentences ? sentence - kSpeakerSentences : 0;
        std::optional<std::uint32_t> who;
        for (auto at = std::ranges::lower_bound(findings_.mentions, earliest, {}, &Mention::sentence);
             at != findings_.mentions.end() && at->sentence <= sentence + 1; ++at) {
            const Mention& mention = *at;
            for (const std::uint32_t entity : mention.entities) {
                const auto found = employers_.find(entity);
                // Who is named behind a sentence says it only when nobody was named before.
                if (found != employers_.end() && (!who || mention.sentence <= sentence)) who = found->second;
            }
        }
        if (!who) who = main_;
        return who ? std::optional(whom_it_manages(*who)) : std::nullopt;
    }

    /// The cluster that a company of its name manages.
    [[nodiscard]] std::uint32_t whom_it_manages(std::uint32_t body) const {
        const auto [known, is_new] = managed_.try_emplace(body, body);
        if (is_new) known->second = cluster_of(body);
        return known->second;
    }
    [[nodiscard]] std::uint32_t cluster_of(std::uint32_t body) const {
        const std::string name = text::folded(findings_.entities[body].name);
        for (std::uint32_t other = 0; other < findings_.entities.size(); ++other) {
            if (findings_.entities[other].kind != EntityKind::Cluster || other == body) continue;
            const std::string whole = text::folded(findings_.entities[other].name);
            if (whole.size() > 3 && name.size() > whole.size() && name.starts_with(whole)) return other;
        }
        return body;
    }

    const View& view_;
    Findings& findings_;
    std::optional<std::uint32_t> main_;
    std::map<std::uint32_t, std::uint32_t> employers_;        // by person
    mutable std::map<std::uint32_t, std::uint32_t> managed_;  // by body
};

}  // namespace

void add_speakers(const View& view, Findings& findings) {
    Speakers(view, findings).add();
}

}  // namespace kontor::press
