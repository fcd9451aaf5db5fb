// SPDX-License-Identifier: EUPL-1.2
// The texts of past projects, by project and joined by organisation, to be asked with a need in words. Both
// are ranked by Okapi BM25 (Robertson and Zaragoza 2009, k1 1.2, b 0.75) over stems. Pure, immutable after
// building; asking keeps scratch of the caller. Cost of building: linear in the texts; of a question: the
// postings of its terms.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "match/teams.hpp"
#include "text/analyzer.hpp"

namespace kontor::match {

/// Documents as bags of terms.
class Bm25 {
public:
    using Terms = std::vector<std::uint32_t>;  // with repetitions

    explicit Bm25(const std::vector<Terms>& documents);
    /// Adds to `scores` (one for each document) what the terms of `query` give; each counts once.
    void add_scores(std::span<const std::uint32_t> query, std::span<Float> scores) const;

private:
    struct Posting {
        std::uint32_t document;
        Float impact;  // with idf
    };
    std::vector<std::vector<Posting>> postings_;  // by term
};

/// What was written of the projects that began before a day, for the organisations of a history.
class NeedTexts {
public:
    /// A project with a text and at least one member known to the history; those without partners too.
    struct Project {
        std::vector<std::uint32_t> members;  // numbers in the history
        std::vector<std::uint32_t> themes;
        Float age = 0;  // years
    };

    /// Texts are read as `language` (ISO 639-1). `until` as of the history.
    NeedTexts(const TeamRecords& records, const TeamHistory& history, network::Day until,
              std::string_view language);

    [[nodiscard]] const std::vector<Project>& projects() const { return projects_; }
    /// The known terms of a text, ascending, each once.
    [[nodiscard]] Bm25::Terms terms(text::Analyzer& analyzer, std::string_view text) const;
    [[nodiscard]] const Bm25& by_project() const { return by_project_; }
    /// Documents are the organisations of the history.
    [[nodiscard]] const Bm25& by_organisation() const { return by_organisation_; }
    /// The terms of an organisation's name.
    [[nodiscard]] std::span<const std::uint32_t> name(std::size_t organisation) const {
        return names_.of(organisation);
    }
    /// Weight of a term by how few organisations it is in.
    [[nodiscard]] Float weight(std::uint32_t term) const { return weights_[term]; }
    [[nodiscard]] std::string_view language() const { return language_; }

private:
    struct Build;
    explicit NeedTexts(Build&& build);

    std::string language_;
    std::unordered_map<std::string, std::uint32_t> vocabulary_;
    std::vector<Project> projects_;
    Bm25 by_project_;
    Bm25 by_organisation_;
    network::Adjacency<std::uint32_t> names_;
    std::vector<Float> weights_;
};

}  // namespace kontor::match
