// SPDX-License-Identifier: EUPL-1.2
#include "search/searcher.hpp"

#include <algorithm>
#include <deque>
#include <set>

#include "base/limits.hpp"
#include "search/collector.hpp"
#include "search/index_parts.hpp"
#include "search/plan.hpp"
#include "search/presentation.hpp"
#include "search/query.hpp"
#include "text/fold.hpp"

namespace kontor::search {

namespace {

constexpr std::uint64_t kFewHits = 3;

}  // namespace

struct Searcher::Scratch {
    std::shared_ptr<const text::CompoundSplitter> splitter;
    text::Analyzer analyzer;
    std::deque<Evaluation> evaluations;  // one per part; the collector points at them
    Collector collector;

    void match(const IndexParts& index, const Plan& plan, Matching matching);
    void collect(const IndexParts& index, const Plan& plan, const Query& query, const Request& request,
                 Answer& answer);
};

void Searcher::Scratch::match(const IndexParts& index, const Plan& plan, Matching matching) {
    if (evaluations.size() < index.parts.size()) evaluations.resize(index.parts.size());
    for (std::size_t i = 0; i < index.parts.size(); ++i) {
        Evaluation& evaluation = evaluations[i];
        evaluation.open(*index.parts[i].segment, index.parts[i].gone, plan);
        switch (matching) {
            case Matching::Everything:
                evaluation.match_everything();
                break;
            case Matching::AllWords:
                evaluation.match_all_words();
                break;
            case Matching::AnyWord:
                evaluation.match_any_word();
                break;
        }
        collector.add(evaluation);
    }
}

void Searcher::Scratch::collect(const IndexParts& index, const Plan& plan, const Query& query,
                                const Request& request, Answer& answer) {
    answer.matching = plan.required_groups() == 0 ? Matching::Everything : Matching::AllWords;
    collector.open(index, query.filters, request);
    match(index, plan, answer.matching);
    if (collector.total() > 0 || plan.required_groups() < 2) return;
    answer.matching = Matching::AnyWord;
    collector.open(index, query.filters, request);
    match(index, plan, answer.matching);
}

Searcher::Searcher() : scratch_(std::make_unique<Scratch>()) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

/// What belongs to one question; evaluations and collector point into it, so it stays where it is.
struct Searcher::Prepared {
    Query query;
    Request request;
    Planner planner;
    Plan plan;
    Answer answer;
};

base::Result<std::unique_ptr<Searcher::Prepared>> Searcher::prepare(const Index& index,
                                                                    const Request& request,
                                                                    std::size_t kept) {
    const IndexParts& parts = index.parts();
    base::Result<Query> query = read_query(request, *parts.topics, parts.values);
    if (!query) return query.errors();
    if (scratch_->splitter != parts.topics->splitter()) {
        scratch_->splitter = parts.topics->splitter();
        scratch_->analyzer = text::Analyzer(scratch_->splitter);
    }
    std::unique_ptr<Prepared> prepared(new Prepared{
        std::move(query).value(), request, Planner(parts, scratch_->analyzer, request.language), {}, {}});
    prepared->request.limit = kept;
    prepared->plan = prepared->planner.plan(prepared->query, request.prefix);
    scratch_->collect(parts, prepared->plan, prepared->query, prepared->request, prepared->answer);
    prepared->answer.total = scratch_->collector.total();
    return prepared;
}

base::Result<Answer> Searcher::search(const Index& index, const Request& request) {
    auto prepared = prepare(index, request, request.limit);
    if (!prepared) return prepared.errors();
    Plan& plan = prepared.value()->plan;
    Answer& answer = prepared.value()->answer;
    answer.facets = scratch_->collector.facets();
    const Presentation presentation(index.parts(), plan);
    for (const Ranked& ranked : scratch_->collector.page()) answer.hits.push_back(presentation.hit(ranked));
    if (answer.total <= kFewHits) answer.suggestions = prepared.value()->planner.suggestions(plan);
    answer.corrections = std::move(plan.corrections);
    answer.topics = std::move(plan.topics);
    answer.ignored = std::move(plan.ignored);
    return std::move(answer);
}

base::Result<std::vector<DocumentKey>> Searcher::matching(const Index& index, Request request) {
    request.limit = 0;
    request.offset = 0;
    request.facet_limit = 0;
    auto prepared = prepare(index, request, index.document_count());
    if (!prepared) return prepared.errors();
    std::vector<DocumentKey> keys;
    keys.reserve(prepared.value()->answer.total);
    for (const Ranked& ranked : scratch_->collector.page()) {
        const Segment& segment = ranked.evaluation->segment();
        keys.push_back({segment.kind(ranked.document), std::string(segment.id(ranked.document))});
    }
    return keys;
}

base::Result<Answer> search(const Index& index, const Request& request) {
    return Searcher().search(index, request);
}

namespace {

/// Topics one of whose labels begins with what was typed; shown in the reader's language.
void suggest_topics(const TopicModel& topics, const std::string& folded, std::string_view language,
                    std::size_t limit, std::vector<Suggestion>& out) {
    const auto labels = topics.labels();
    auto at = std::ranges::lower_bound(labels, folded, {}, &TopicModel::Label::folded);
    std::set<std::uint32_t> seen;
    for (; at != labels.end() && at->folded.starts_with(folded) && out.size() < limit; ++at) {
        if (!seen.insert(at->topic).second) continue;
        const TopicModel::Label* shown = &*at;
        for (auto other = at; other != labels.end() && other->folded.starts_with(folded); ++other) {
            if (other->topic != at->topic || other->language != language) continue;
            shown = &*other;
            break;
        }
        out.push_back({SuggestionKind::Topic, shown->text, model::RecordKind::Topic, topics.id(at->topic)});
    }
}

bool is_named(const Hit& hit) {
    return !hit.title_highlights.empty() || std::ranges::any_of(hit.reasons, [](const Reason& reason) {
        return reason.kind == ReasonKind::Word && reason.field != Field::Text;
    });
}

}  // namespace

std::vector<Suggestion> Searcher::suggest(const Index& index, std::string_view typed,
                                          std::string_view language, std::size_t limit) {
    std::vector<Suggestion> out;
    Request request;
    request.query = typed;
    request.language = language;
    request.prefix = Prefix::LastWord;
    request.limit = std::min(limit * 2, base::limits::kPageSize);
    request.facet_limit = 0;
    const std::size_t first = typed.find_first_not_of(' ');
    if (limit == 0 || first == std::string_view::npos) return out;
    const base::Result<Answer> answer = search(index, request);
    if (!answer) return out;
    suggest_topics(*index.parts().topics, text::folded(typed.substr(first)), language, (limit + 1) / 2, out);
    for (const Hit& hit : answer.value().hits) {
        if (out.size() == limit) break;
        if (answer.value().matching == Matching::AnyWord || !is_named(hit)) continue;
        out.push_back({SuggestionKind::Document, hit.title, hit.kind, hit.id});
    }
    return out;
}

}  // namespace kontor::search
