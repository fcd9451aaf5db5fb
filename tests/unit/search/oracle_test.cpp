// SPDX-License-Identifier: EUPL-1.2
// Ranking, totals and facets against a straightforward computation from the formula, on random corpora.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

#include "search/segment.hpp"
#include "small_corpus.hpp"

namespace kontor::search {
namespace {

/// The corpus has no inflections, so that a word is its own term.
std::vector<std::string> split(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

/// The words as one name.
std::string whole(const std::vector<std::string>& words) {
    std::string out = "whole:";
    for (const std::string& word : words) out += " " + word;
    return out;
}

class Oracle {
public:
    explicit Oracle(std::vector<Document> documents) : documents_(std::move(documents)) {
        for (const Document& document : documents_) impacts_.push_back(impacts(document));
    }

    struct Expected {
        std::map<std::string, double> scores;  // id → score
        std::map<std::string, int> countries;
        std::map<std::string, int> kinds;
        std::map<std::string, int> years;
    };

    Expected search(const std::vector<std::string>& words, const std::string& country) const {
        Expected out;
        for (std::size_t at = 0; at < documents_.size(); ++at) {
            const Document& document = documents_[at];
            double score = 0.5 * document.prominence;
            bool has_all = true;
            for (const std::string& word : words) {
                const double part = idf(word) * impact(impacts_[at], word);
                has_all = has_all && part > 0;
                score += part;
            }
            if (!has_all) continue;
            score += 0.3 * idf(whole(words)) * impact(impacts_[at], whole(words));
            ++out.countries[document.country];
            if (!country.empty() && document.country != country) continue;
            out.scores[document.id] = score;
            ++out.kinds[std::string(model::word(document.kind))];
            ++out.years[std::to_string(document.year)];
        }
        out.countries.erase("");
        out.years.erase("0");
        return out;
    }

private:
    using Impacts = std::map<std::string, double>;

    static Impacts impacts(const Document& document) {
        std::map<std::string, std::map<Field, double>> best;
        for (const FieldText& field : document.fields) {
            const std::vector<std::string> words = split(field.text);
            const FieldTuning& tuning = kTuning[static_cast<std::size_t>(field.field)];
            const double b = static_cast<double>(tuning.b);
            const double norm =
                1 - b + b * static_cast<double>(words.size()) / static_cast<double>(tuning.pivot);
            for (const std::string& word : words) {
                const auto count = static_cast<double>(std::count(words.begin(), words.end(), word));
                double& in_field = best[word][field.field];
                in_field = std::max(in_field, count / norm);
            }
            if (field.field == Field::Text || words.size() > kWholeNameWords) continue;
            double& as_name = best[whole(words)][field.field];
            as_name = std::max(as_name, 1 / norm);
        }
        Impacts out;
        for (const auto& [word, fields] : best) {
            double frequency = 0;
            for (const auto& [field, value] : fields) {
                frequency += static_cast<double>(kTuning[static_cast<std::size_t>(field)].weight) * value;
            }
            out[word] = frequency / (1.2 + frequency);
        }
        return out;
    }

    static double impact(const Impacts& impacts, const std::string& word) {
        const auto found = impacts.find(word);
        return found == impacts.end() ? 0 : found->second;
    }

    double idf(const std::string& word) const {
        double with = 0;
        for (const Impacts& impacts : impacts_) with += impacts.contains(word) ? 1 : 0;
        const auto count = static_cast<double>(documents_.size());
        return std::log(1 + (count - with + 0.5) / (with + 0.5));
    }

    std::vector<Impacts> impacts_;
    std::vector<Document> documents_;
};

std::map<std::string, int> counts(const Facet& facet) {
    std::map<std::string, int> out;
    for (const FacetValue& value : facet.values) {
        if (value.count > 0) out[value.value] = static_cast<int>(value.count);
    }
    return out;
}

void compare(const Oracle::Expected& expected, const Answer& answer) {
    ASSERT_EQ(answer.total, expected.scores.size());
    EXPECT_EQ(counts(answer.facets.countries), expected.countries);
    EXPECT_EQ(counts(answer.facets.kinds), expected.kinds);
    EXPECT_EQ(counts(answer.facets.years), expected.years);
    double before = 1e9;
    for (const Hit& hit : answer.hits) {
        ASSERT_TRUE(expected.scores.contains(hit.id));
        EXPECT_NEAR(hit.score, expected.scores.at(hit.id), 2e-3) << hit.id;
        EXPECT_LE(hit.score, before);
        before = hit.score;
    }
    // Nothing left out is clearly better than the last one shown.
    std::set<std::string> shown;
    for (const Hit& hit : answer.hits) shown.insert(hit.id);
    for (const auto& [id, score] : expected.scores) {
        if (shown.contains(id)) continue;
        EXPECT_LE(score, before + 2e-3) << id;
    }
}

TEST(Ranking, EqualsBruteForce) {
    std::mt19937 random(11);
    for (int round = 0; round < 20; ++round) {
        std::vector<Document> documents;
        const int count = 1 + static_cast<int>(random() % 200);
        for (int i = 0; i < count; ++i) documents.push_back(random_document(random, i));
        const Oracle oracle(documents);
        const Index index = index_of({}, documents);
        for (int q = 0; q < 30; ++q) {
            std::set<std::string> words;
            const unsigned wanted = 1 + static_cast<unsigned>(random() % 3);
            while (words.size() < wanted) words.insert("w" + std::to_string(random() % 20));
            Request request;
            request.limit = 10;
            for (const std::string& word : words) request.query += word + " ";
            const std::string country = random() % 2 == 0 ? "" : "DE";
            if (!country.empty()) request.countries = {country};
            const auto answer = search(index, request);
            if (!answer || answer.value().matching != Matching::AllWords ||
                !answer.value().corrections.empty())
                continue;
            SCOPED_TRACE(request.query + " " + country);
            compare(oracle.search({words.begin(), words.end()}, country), answer.value());
        }
    }
}

}  // namespace
}  // namespace kontor::search
