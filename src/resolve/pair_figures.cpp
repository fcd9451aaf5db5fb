// SPDX-License-Identifier: EUPL-1.2
#include "resolve/pair_figures.hpp"

#include <algorithm>
#include <utility>

#include "text/fold.hpp"
#include "text/names.hpp"

namespace kontor::resolve {
namespace {

constexpr std::size_t kOffered = 10;
constexpr std::size_t kLooked = 50;

NameIndex index_of(const std::vector<SampleBody>& bodies) {
    std::vector<NamedRecord> records;
    records.reserve(bodies.size());
    for (const SampleBody& body : bodies) {
        records.push_back(body.record);
        records.back().identifiers.clear();  // they are the labels
    }
    return NameIndex(std::move(records));
}

NameQuery question(const NamedRecord& record, Told told) {
    NameQuery out;
    out.name = record.names.front().text;
    if (told != Told::Nothing) out.country = record.country;
    if (told == Told::CountryAndTown) out.city = record.city;
    return out;
}

/// The sample's two directions.
class Measurement {
public:
    Measurement(const std::vector<SampleBody>& first, const std::vector<SampleBody>& second)
        : first_(first), second_(second), first_index_(index_of(first)), second_index_(index_of(second)) {}

    [[nodiscard]] const NamedRecord& asked(const SamplePair& pair) const {
        return (pair.asked_is_first ? first_ : second_)[pair.asked].record;
    }
    [[nodiscard]] const NamedRecord& known(const SamplePair& pair) const {
        return (pair.asked_is_first ? second_ : first_)[pair.known].record;
    }

    /// Also lists what was joined wrongly and, told country and town, missed.
    void take(const SamplePair& pair, Told told, PairFigures& out, SampleFigures& lists) const {
        const NameIndex& index = pair.asked_is_first ? second_index_ : first_index_;
        const NamedRecord& question_of = asked(pair);
        const std::string& truth = known(pair).id;
        const bool is_same = pair.label == PairLabel::Same;
        const auto candidates = index.candidates(question(question_of, told), kLooked);
        bool is_doubtful = false;
        bool is_found = false;
        (is_same ? out.same : out.other) += 1;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const Candidate& each = candidates[i];
            const bool is_truth = is_same && each.record == truth;
            if (is_truth && i < kOffered && each.verdict != Verdict::Different) ++out.offered;
            if (each.verdict == Verdict::Doubtful && each.record == truth) is_doubtful = true;
            if (each.verdict == Verdict::Same && is_truth) is_found = true;
            if (each.verdict == Verdict::Same && !is_truth && !is_right_anyway(pair, each)) {
                ++out.wrong;
                lists.wrong.push_back({pair, told, question_of.names.front().text, each.name, each});
            }
        }
        out.found += is_found ? 1 : 0;
        if (is_same && pair.dice >= kCloseNames) {
            ++out.close_same;
            out.close_found += is_found ? 1 : 0;
        }
        out.doubtful += is_doubtful ? 1 : 0;
        if (!is_same || is_found || told != Told::CountryAndTown) return;
        const auto seen = std::find_if(candidates.begin(), candidates.end(),
                                       [&truth](const Candidate& each) { return each.record == truth; });
        lists.missed.push_back({pair, told, question_of.names.front().text, known(pair).names.front().text,
                                seen == candidates.end() ? Candidate{} : *seen});
    }

private:
    /// Joined with another record than the pair's that is the same body after all.
    [[nodiscard]] bool is_right_anyway(const SamplePair& pair, const Candidate& joined) const {
        const auto& bodies = pair.asked_is_first ? second_ : first_;
        const SampleBody& body = (pair.asked_is_first ? first_ : second_)[pair.asked];
        if (correction(pair_fingerprint(body.record.id, joined.record)) == Correction::OneBody) return true;
        const auto found = std::find_if(bodies.begin(), bodies.end(), [&joined](const SampleBody& each) {
            return each.record.id == joined.record;
        });
        return found != bodies.end() && are_twins(body, *found);
    }

    const std::vector<SampleBody>& first_;
    const std::vector<SampleBody>& second_;
    NameIndex first_index_;
    NameIndex second_index_;
};

using Plain = bool (*)(const std::string& asked, const std::string& known);

bool same_folded(const std::string& asked, const std::string& known) {
    return asked == known;
}
bool same_comparable(const std::string& asked, const std::string& known) {
    return text::comparable_name(asked).text == text::comparable_name(known).text;
}
bool jaro_winkler(const std::string& asked, const std::string& known) {
    constexpr double kLeast = 0.93;
    return text::jaro_winkler(asked, known) >= kLeast;
}
bool trigrams(const std::string& asked, const std::string& known) {
    constexpr double kLeast = 0.8;
    return text::trigram_similarity(asked, known) >= kLeast;
}

PairFigures plain_figures(std::string name, Plain joins, const std::vector<SamplePair>& pairs,
                          const Measurement& measurement) {
    PairFigures out;
    out.method = std::move(name);
    for (const SamplePair& pair : pairs) {
        const std::string asked = text::folded(measurement.asked(pair).names.front().text);
        const auto& names = measurement.known(pair).names;
        const bool is_joined = std::any_of(names.begin(), names.end(), [&](const model::Name& each) {
            return each.type != model::NameType::Short && joins(asked, text::folded(each.text));
        });
        const bool is_same = pair.label == PairLabel::Same;
        (is_same ? out.same : out.other) += 1;
        if (is_joined) (is_same ? out.found : out.wrong) += 1;
        if (is_same && pair.dice >= kCloseNames) {
            ++out.close_same;
            out.close_found += is_joined ? 1 : 0;
        }
    }
    out.offered = out.found;
    return out;
}

}  // namespace

double PairFigures::precision() const {
    return found + wrong == 0 ? 1 : static_cast<double>(found) / static_cast<double>(found + wrong);
}

double PairFigures::close_recall() const {
    return close_same == 0 ? 0 : static_cast<double>(close_found) / static_cast<double>(close_same);
}

double PairFigures::recall() const {
    return same == 0 ? 0 : static_cast<double>(found) / static_cast<double>(same);
}

std::optional<SampleFigures> measure_pairs(const std::vector<SampleBody>& first,
                                           const std::vector<SampleBody>& second, const PairSample& sample,
                                           const std::function<bool(std::size_t, std::size_t)>& keep_on) {
    const Measurement measurement(first, second);
    SampleFigures out;
    const std::size_t all =
        (sample.met.size() + sample.pairs.size() + sample.renamed.size()) * kToldWords.size();
    std::size_t done = 0;
    for (const auto& [pairs, methods] :
         {std::pair(&sample.met, &out.met), {&sample.pairs, &out.methods}, {&sample.renamed, &out.renamed}}) {
        for (std::size_t i = 0; i < kToldWords.size(); ++i) {
            const auto told = static_cast<Told>(i);
            PairFigures& figures = methods->emplace_back();
            figures.method = "kontor, " + std::string(kToldWords[i]);
            for (const SamplePair& pair : *pairs) {
                measurement.take(pair, told, figures, out);
                if (!keep_on(++done, all)) return std::nullopt;
            }
        }
        if (pairs == &sample.renamed) continue;
        methods->push_back(plain_figures("exact folded name", same_folded, *pairs, measurement));
        methods->push_back(plain_figures("comparable name", same_comparable, *pairs, measurement));
        methods->push_back(plain_figures("Jaro-Winkler 0.93", jaro_winkler, *pairs, measurement));
        methods->push_back(plain_figures("trigram Dice 0.8", trigrams, *pairs, measurement));
    }
    out.missed.erase(std::remove_if(out.missed.begin(), out.missed.end(),
                                    [](const JudgedPair& each) { return each.pair.dice < kAlikeNames; }),
                     out.missed.end());
    return out;
}

}  // namespace kontor::resolve
