// SPDX-License-Identifier: EUPL-1.2
#include "press/evaluation.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "press/name_overlap.hpp"
#include "press/predicates.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

struct Compared {
    std::vector<ComparedName> names;  // base form first
    EntityKind kind;
};

std::vector<Compared> compared(const std::vector<Entity>& entities) {
    std::vector<Compared> out;
    for (const Entity& entity : entities) {
        Compared one{{ComparedName(entity.name)}, entity.kind};
        for (const std::string& alias : entity.aliases) one.names.emplace_back(alias);
        out.push_back(std::move(one));
    }
    return out;
}

/// 0: not the same; more is better.
int likeness(const Compared& gold, const Compared& read, Matching matching) {
    if (matching == Matching::Strict ? gold.kind != read.kind : !same_family(gold.kind, read.kind)) return 0;
    int best = 0;
    for (std::size_t g = 0; g < gold.names.size(); ++g) {
        for (std::size_t r = 0; r < read.names.size(); ++r) {
            const int rank = (g == 0 ? 1 : 0) + (r == 0 ? 1 : 0);
            if (gold.names[g].equals(read.names[r])) best = std::max(best, 4 + rank);
            if (matching == Matching::Relaxed && best < 3 && gold.names[g].overlaps(read.names[r]))
                best = std::max(best, 1 + rank);
        }
    }
    return best;
}

/// The entity of the gold that each read one is; several may be one.
std::vector<std::size_t> counterparts(const std::vector<Compared>& gold, const std::vector<Compared>& read,
                                      Matching matching) {
    std::vector<std::size_t> out(read.size(), kNone);
    for (std::size_t r = 0; r < read.size(); ++r) {
        int best = 0;
        for (std::size_t g = 0; g < gold.size(); ++g) {
            int rank = 2 * likeness(gold[g], read[r], matching);
            if (rank > 0 && gold[g].kind == read[r].kind) ++rank;
            if (rank <= best) continue;
            best = rank;
            out[r] = g;
        }
    }
    return out;
}

Tally entity_tally(const std::vector<std::size_t>& counterpart, std::size_t gold) {
    const std::set<std::size_t> met(counterpart.begin(), counterpart.end());
    const std::size_t known = met.size() - met.count(kNone);
    return {.read = counterpart.size(), .right = known, .gold = gold, .met = known};
}

bool values_agree(const std::string& a, const std::string& b, Matching matching) {
    return matching == Matching::Strict ? a == b : a.starts_with(b) || b.starts_with(a);
}

class FactMatcher {
public:
    FactMatcher(const std::vector<std::size_t>& counterpart, Matching matching)
        : counterpart_(counterpart), matching_(matching) {}

    [[nodiscard]] bool agree(const Fact& gold, const Fact& read) const {
        if (gold.predicate != read.predicate || !is_same(gold.subject, read.subject)) return false;
        const auto* gold_entity = std::get_if<std::uint32_t>(&gold.object);
        const auto* read_entity = std::get_if<std::uint32_t>(&read.object);
        if (gold_entity != nullptr && read_entity != nullptr) return is_same(*gold_entity, *read_entity);
        return gold_entity == nullptr && read_entity == nullptr &&
               values_agree(std::get<std::string>(gold.object), std::get<std::string>(read.object),
                            matching_);
    }

private:
    [[nodiscard]] bool is_same(std::uint32_t gold, std::uint32_t read) const {
        if (gold == kDocument || read == kDocument) return gold == read;
        return read < counterpart_.size() && counterpart_[read] == gold;
    }

    const std::vector<std::size_t>& counterpart_;
    Matching matching_;
};

std::string described(const Reading& reading, const Fact& fact) {
    const auto name = [&](std::uint32_t index) {
        return index < reading.entities.size() ? reading.entities[index].name : std::string("document");
    };
    const auto* entity = std::get_if<std::uint32_t>(&fact.object);
    std::string out = name(fact.subject) + " | " + std::string(model::word(fact.predicate)) + " | " +
                      (entity != nullptr ? name(*entity) : std::get<std::string>(fact.object));
    if (!fact.rule.empty()) out += " | " + fact.rule;
    return out;
}

/// What counts as said: plans only when the gold has them.
bool is_said(const Fact& fact) {
    return fact.certainty == Certainty::Stated || fact.certainty == Certainty::Implied;
}

/// Not every collection notes amounts of money and who leaves; where none stands, one read is not wrong.
bool is_noted(const Reading& gold, Predicate predicate) {
    if (predicate != Predicate::HasBudget && predicate != Predicate::Leaves) return true;
    return std::ranges::any_of(gold.facts, [&](const Fact& fact) { return fact.predicate == predicate; });
}

Tally qualifier_tally(const Fact& gold, const Fact& read) {
    Tally out;
    for (const Qualifier& one : gold.qualifiers) {
        ++out.gold;
        out.met += std::ranges::count(read.qualifiers, one) > 0 ? 1 : 0;
    }
    return out;
}

void put_reliability(FactScore& score, const Fact& fact, bool held) {
    const double confidence = std::clamp(fact.confidence, 0.0, 1.0);
    const auto bin = std::min(static_cast<std::size_t>(confidence * kConfidenceBins), kConfidenceBins - 1);
    ++score.reliability.at(bin).facts;
    score.reliability.at(bin).held += held ? 1 : 0;
    score.reliability.at(bin).confidence += confidence;
}

void score_read(const Reading& gold, const Reading& read, const FactMatcher& matcher, FactScore& score,
                Matching matching) {
    const auto place = static_cast<std::size_t>(matching);
    for (const Fact& fact : read.facts) {
        const bool held =
            std::ranges::any_of(gold.facts, [&](const Fact& known) { return matcher.agree(known, fact); });
        if (!held && (!is_said(fact) || !is_noted(gold, fact.predicate))) continue;
        const Tally one{.read = 1, .right = held ? 1U : 0U};
        score.facts.at(place) += one;
        score.by_predicate[fact.predicate].at(place) += one;
        if (matching == Matching::Strict) continue;
        score.by_rule[fact.rule] += one;
        put_reliability(score, fact, held);
        if (!held) score.wrong.push_back(described(read, fact));
    }
}

void score_gold(const Reading& gold, const Reading& read, const FactMatcher& matcher, FactScore& score,
                Matching matching) {
    const auto place = static_cast<std::size_t>(matching);
    for (const Fact& fact : gold.facts) {
        const auto met =
            std::ranges::find_if(read.facts, [&](const Fact& other) { return matcher.agree(fact, other); });
        const Tally one{.gold = 1, .met = met != read.facts.end() ? 1U : 0U};
        score.facts.at(place) += one;
        (fact.certainty == Certainty::Implied ? score.implied : score.stated).at(place) += one;
        score.by_predicate[fact.predicate].at(place) += one;
        if (matching == Matching::Strict) continue;
        if (met != read.facts.end()) {
            score.qualifiers += qualifier_tally(fact, *met);
        } else if (fact.certainty != Certainty::Implied) {
            score.missed.push_back(described(gold, fact));
        }
    }
}

}  // namespace

Tally& Tally::operator+=(const Tally& other) {
    read += other.read;
    right += other.right;
    gold += other.gold;
    met += other.met;
    return *this;
}

Tally together(std::span<const Tally> tallies) {
    Tally sum;
    for (const Tally& one : tallies) sum += one;
    return sum;
}

double Tally::precision() const {
    return read == 0 ? 1 : static_cast<double>(right) / static_cast<double>(read);
}

double Tally::recall() const {
    return gold == 0 ? 1 : static_cast<double>(met) / static_cast<double>(gold);
}

double Tally::f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

FactScore& FactScore::operator+=(const FactScore& other) {
    for (std::size_t i = 0; i < kMatchings; ++i) {
        entities.at(i) += other.entities.at(i);
        facts.at(i) += other.facts.at(i);
        stated.at(i) += other.stated.at(i);
        implied.at(i) += other.implied.at(i);
        for (const auto& [predicate, tallies] : other.by_predicate)
            by_predicate[predicate].at(i) += tallies.at(i);
    }
    qualifiers += other.qualifiers;
    for (const auto& [rule, tally] : other.by_rule) by_rule[rule] += tally;
    for (std::size_t i = 0; i < kConfidenceBins; ++i) {
        reliability.at(i).facts += other.reliability.at(i).facts;
        reliability.at(i).held += other.reliability.at(i).held;
        reliability.at(i).confidence += other.reliability.at(i).confidence;
    }
    missed.insert(missed.end(), other.missed.begin(), other.missed.end());
    wrong.insert(wrong.end(), other.wrong.begin(), other.wrong.end());
    return *this;
}

FactScore score_facts(const Reading& gold, const Reading& read) {
    FactScore score;
    const std::vector<Compared> known = compared(gold.entities);
    const std::vector<Compared> found = compared(read.entities);
    for (const Matching matching : {Matching::Strict, Matching::Relaxed}) {
        const auto counterpart = counterparts(known, found, matching);
        score.entities.at(static_cast<std::size_t>(matching)) = entity_tally(counterpart, known.size());
        const FactMatcher matcher(counterpart, matching);
        score_read(gold, read, matcher, score, matching);
        score_gold(gold, read, matcher, score, matching);
    }
    return score;
}

}  // namespace kontor::press
