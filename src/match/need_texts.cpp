// SPDX-License-Identifier: EUPL-1.2
#include "match/need_texts.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace kontor::match {
namespace {

constexpr Float kDaysInYear = 365.25F;

void sort_unique(Bm25::Terms& terms) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

}  // namespace

Bm25::Bm25(const std::vector<Terms>& documents) {
    constexpr Float kSaturation = 1.2F;
    constexpr Float kLength = 0.75F;
    std::uint32_t terms = 0;
    Float words = 0;
    Float filled = 0;
    for (const Terms& document : documents) {
        for (const std::uint32_t term : document) terms = std::max(terms, term + 1);
        words += static_cast<Float>(document.size());
        if (!document.empty()) filled += 1;
    }
    const Float mean = filled == 0 ? Float{1} : words / filled;
    postings_.resize(terms);
    for (std::uint32_t number = 0; number < documents.size(); ++number) {
        Terms sorted = documents[number];
        std::sort(sorted.begin(), sorted.end());
        const Float length = 1 - kLength + kLength * static_cast<Float>(sorted.size()) / mean;
        for (auto at = sorted.begin(); at != sorted.end();) {
            const auto next = std::upper_bound(at, sorted.end(), *at);
            const auto count = static_cast<Float>(next - at);
            postings_[*at].push_back({number, count * (kSaturation + 1) / (count + kSaturation * length)});
            at = next;
        }
    }
    constexpr Float kHalf = 0.5F;
    for (auto& list : postings_) {
        const auto in = static_cast<Float>(list.size());
        const Float idf = std::log(1 + (filled - in + kHalf) / (in + kHalf));
        for (Posting& posting : list) posting.impact *= idf;
    }
}

void Bm25::add_scores(std::span<const std::uint32_t> query, std::span<Float> scores) const {
    for (const std::uint32_t term : query) {
        if (term >= postings_.size()) continue;
        for (const Posting& posting : postings_[term]) scores[posting.document] += posting.impact;
    }
}

struct NeedTexts::Build {
    std::string language;
    std::unordered_map<std::string, std::uint32_t> vocabulary;
    std::vector<Project> projects;
    std::vector<Bm25::Terms> texts;          // of the projects
    std::vector<Bm25::Terms> organisations;  // all texts of each
    std::vector<Bm25::Terms> names;
    text::Analyzer analyzer;

    Bm25::Terms learn(std::string_view text) {
        Bm25::Terms out;
        for (const text::Token& token : analyzer.tokens(text, language)) {
            const auto number = static_cast<std::uint32_t>(vocabulary.size());
            out.push_back(vocabulary.try_emplace(token.term, number).first->second);
        }
        return out;
    }

    void take(const TeamProject& from, const TeamHistory& history, network::Day until) {
        if (until != network::kUnknownDay && from.day != network::kUnknownDay && from.day >= until) return;
        if (from.text.empty()) return;
        Project project;
        for (const std::uint32_t member : from.members) {
            if (history.number(member) != TeamHistory::kNone) {
                project.members.push_back(history.number(member));
            }
        }
        sort_unique(project.members);
        if (project.members.empty()) return;
        project.themes = history.theme_numbers(from.themes);
        const network::Day day = from.day == network::kUnknownDay ? from.stand_in : from.day;
        project.age = std::max(Float{0}, static_cast<Float>(history.end() - day) / kDaysInYear);
        texts.push_back(learn(from.text));
        for (const std::uint32_t member : project.members) {
            organisations[member].insert(organisations[member].end(), texts.back().begin(),
                                         texts.back().end());
        }
        projects.push_back(std::move(project));
    }
};

NeedTexts::NeedTexts(const TeamRecords& records, const TeamHistory& history, network::Day until,
                     std::string_view language)
    : NeedTexts([&] {
          Build build;
          build.language = language;
          build.organisations.resize(history.organisation_count());
          for (const TeamProject& project : records.projects) build.take(project, history, until);
          build.names.resize(history.organisation_count());
          for (std::size_t i = 0; i < records.organisations.size(); ++i) {
              const std::uint32_t number = history.number(i);
              if (number == TeamHistory::kNone) continue;
              build.names[number] = build.learn(records.organisations[i].name);
              sort_unique(build.names[number]);
          }
          return build;
      }()) {}

NeedTexts::NeedTexts(Build&& build)
    : language_(std::move(build.language)),
      vocabulary_(std::move(build.vocabulary)),
      projects_(std::move(build.projects)),
      by_project_(build.texts),
      by_organisation_(build.organisations) {
    std::vector<Float> found(vocabulary_.size(), 0);
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> items;
    for (const Bm25::Terms& name : build.names) {
        for (const std::uint32_t term : name) found[term] += 1;
        items.insert(items.end(), name.begin(), name.end());
        starts.push_back(static_cast<std::uint32_t>(items.size()));
    }
    names_ = network::Adjacency<std::uint32_t>(std::move(starts), std::move(items));
    weights_.resize(found.size());
    for (std::size_t term = 0; term < found.size(); ++term) {
        weights_[term] = std::log(static_cast<Float>(build.names.size() + 1) / (found[term] + 1));
    }
}

Bm25::Terms NeedTexts::terms(text::Analyzer& analyzer, std::string_view text) const {
    Bm25::Terms out;
    for (const text::Token& token : analyzer.tokens(text, language_)) {
        const auto known = vocabulary_.find(token.term);
        if (known != vocabulary_.end()) out.push_back(known->second);
    }
    sort_unique(out);
    return out;
}

}  // namespace kontor::match
