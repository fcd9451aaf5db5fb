// SPDX-License-Identifier: EUPL-1.2
#include "search/presentation.hpp"

#include <algorithm>
#include <bit>

#include "text/analyzer.hpp"
#include "text/utf8.hpp"

namespace kontor::search {

namespace {

constexpr std::size_t kSnippets = 3;
constexpr std::size_t kSnippetBytes = 220;
constexpr std::size_t kLeadBytes = 60;  // shown before the first word found

double number(Score score) {
    return static_cast<double>(score) / kScoreOne;
}

/// The start of the window of kSnippetBytes that holds most of the ranges.
std::uint32_t best_window(const std::vector<ByteRange>& ranges) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t first = 0, last = 0; first < ranges.size(); ++first) {
        while (last < ranges.size() && ranges[last].end <= ranges[first].begin + kSnippetBytes - kLeadBytes)
            ++last;
        if (last - first <= most) continue;
        most = last - first;
        best = first;
    }
    return ranges[best].begin;
}

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// A border of `text` near `at` that does not cut a word.
std::size_t word_border_before(std::string_view text, std::size_t at) {
    std::size_t border = at;
    while (border > 0 && at - border < 30 && !is_blank(text[border - 1])) --border;
    if (border > 0 && !is_blank(text[border - 1])) border = text::truncated(text, at).size();
    return border;
}

}  // namespace

std::size_t Presentation::distinct_groups(const std::vector<Found>& found) {
    std::uint64_t groups = 0;
    for (const Found& one : found) groups |= 1ULL << one.group;
    return static_cast<std::size_t>(std::popcount(groups));
}

/// Fills in where in `text` the words stand that are known by their position.
void Presentation::locate(std::string_view text, std::vector<Found>& found) {
    text::WordCursor cursor(text);
    text::WordRange range;
    std::size_t next = 0;
    for (std::uint32_t position = 0; next < found.size() && cursor.next(range); ++position) {
        if (position == found[next].position) found[next++].range = {range.begin, range.end};
    }
}

/// Pairs of Chinese or Japanese characters overlap and become one range.
std::vector<ByteRange> Presentation::highlights(const std::vector<Found>& found) {
    std::vector<ByteRange> ranges;
    for (const Found& one : found) {
        if (!ranges.empty() && one.range.begin < ranges.back().end) {
            ranges.back().end = one.range.end;
        } else {
            ranges.push_back(one.range);
        }
    }
    return ranges;
}

std::vector<Presentation::FieldFinds> Presentation::finds(const Evaluation& evaluation,
                                                          std::uint32_t document) const {
    const Segment& segment = evaluation.segment();
    std::vector<FieldFinds> out;
    for (const FieldSpan& span : segment.fields_of(document)) {
        FieldFinds field{&span, {}};
        for (std::uint32_t at = span.words.begin; at < span.words.end; ++at) {
            for (const WordTerm& term : segment.terms_of_word(segment.forward[at])) {
                const std::uint32_t group = evaluation.group_of_term(term.term);
                if (group == kNoOrdinal) continue;
                field.found.push_back({at - span.words.begin, group, {}});
                break;
            }
        }
        locate(segment.text(span.text), field.found);
        out.push_back(std::move(field));
    }
    return out;
}

std::string Presentation::matched_word(const Segment& segment, const FieldFinds& field,
                                       std::size_t group) const {
    for (const Found& found : field.found) {
        if (found.group != group) continue;
        return std::string(
            segment.text(field.span->text).substr(found.range.begin, found.range.end - found.range.begin));
    }
    return {};
}

/// Splits the group's score over the fields in proportion to their weighted, length-normalised counts.
void Presentation::add_group_reasons(std::size_t group, const Ranked& ranked,
                                     const std::vector<FieldFinds>& finds, Hit& hit) const {
    const Score score = ranked.evaluation->group_score(group, ranked.document);
    if (score == 0) return;
    if (plan_.groups[group].is_whole_name) {
        hit.reasons.push_back(
            {ReasonKind::WholeName, plan_.groups[group].typed, "", Field::Name, number(score)});
        return;
    }
    struct Share {
        const FieldFinds* field = nullptr;
        double size = 0;
    };
    std::array<Share, kFieldCount> shares{};
    double sum = 0;
    for (const FieldFinds& field : finds) {
        const auto count =
            std::ranges::count_if(field.found, [&](const Found& found) { return found.group == group; });
        if (count == 0) continue;
        const auto number_of_field = static_cast<std::size_t>(field.span->field);
        const FieldTuning& tuning = kTuning[number_of_field];
        const double norm =
            1 - tuning.b + tuning.b * static_cast<float>(field.span->words.size()) / tuning.pivot;
        const double size = tuning.weight * static_cast<double>(count) / norm;
        if (size <= shares[number_of_field].size) continue;
        sum += size - shares[number_of_field].size;
        shares[number_of_field] = {&field, size};
    }
    const Segment& segment = ranked.evaluation->segment();
    // Another group with the same stem has taken the words.
    if (sum == 0)
        hit.reasons.push_back({ReasonKind::Word, plan_.groups[group].typed, "", Field::Text, number(score)});
    Score left = score;
    double left_size = sum;
    for (const Share& share : shares) {
        if (share.field == nullptr) continue;
        const bool is_last = left_size - share.size < 1e-9;
        const Score part =
            is_last ? left : static_cast<Score>(static_cast<double>(left) * share.size / left_size);
        left -= part;
        left_size -= share.size;
        hit.reasons.push_back({ReasonKind::Word, plan_.groups[group].typed,
                               matched_word(segment, *share.field, group), share.field->span->field,
                               number(part)});
    }
}

void Presentation::add_word_reasons(const Ranked& ranked, const std::vector<FieldFinds>& finds,
                                    Hit& hit) const {
    for (std::size_t group = 0; group < plan_.groups.size(); ++group)
        add_group_reasons(group, ranked, finds, hit);
    for (std::size_t i = 0; i < plan_.evidence.size(); ++i) {
        const Evidence& evidence = plan_.evidence[i];
        const Score score = ranked.evaluation->evidence_score(i, ranked.document);
        if (score != 0)
            hit.reasons.push_back(
                {evidence.kind, evidence.words, evidence.shown, Field::Topic, number(score)});
    }
    const Score prominence = ranked.evaluation->prominence_score(ranked.document);
    if (prominence != 0)
        hit.reasons.push_back({ReasonKind::Prominence, "", "", Field::Text, number(prominence)});
    std::ranges::stable_sort(
        hit.reasons, [](const Reason& a, const Reason& b) { return a.contribution > b.contribution; });
}

Snippet Presentation::snippet(const Segment& segment, const FieldFinds& field) const {
    const std::string_view text = segment.text(field.span->text);
    const std::vector<ByteRange> ranges = highlights(field.found);
    std::size_t begin = 0;
    if (text.size() > kSnippetBytes && !ranges.empty()) {
        const std::uint32_t first = best_window(ranges);
        begin = first > kLeadBytes ? word_border_before(text, first - kLeadBytes) : 0;
    }
    std::size_t end = text.size();
    if (end - begin > kSnippetBytes) end = word_border_before(text, begin + kSnippetBytes);
    if (end <= begin) end = text.size();
    Snippet out;
    out.field = field.span->field;
    out.language = index_.values.languages[field.span->language];
    out.text = text.substr(begin, end - begin);
    out.cut_before = begin > 0;
    out.cut_after = end < text.size();
    for (const ByteRange& range : ranges) {
        if (range.begin < begin || range.end > end) continue;
        out.highlights.push_back(
            {range.begin - static_cast<std::uint32_t>(begin), range.end - static_cast<std::uint32_t>(begin)});
    }
    return out;
}

void Presentation::add_snippets(const Segment& segment, const DocumentRow& row,
                                const std::vector<FieldFinds>& finds, Hit& hit) const {
    struct Choice {
        std::size_t groups = 0;
        std::size_t field = 0;
    };
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < finds.size(); ++i) {
        const bool is_title = static_cast<int>(i) == row.title_field;
        if (is_title) {
            hit.title_highlights = highlights(finds[i].found);
        } else if (!finds[i].found.empty()) {
            choices.push_back({distinct_groups(finds[i].found), i});
        } else if (finds[i].span->field == Field::Text && finds[i].span->text.size() > 0) {
            choices.push_back({0, i});
        }
    }
    std::ranges::stable_sort(choices, [](const Choice& a, const Choice& b) { return a.groups > b.groups; });
    for (const Choice& choice : choices) {
        const bool is_filler = choice.groups == 0 && !hit.snippets.empty();
        if (hit.snippets.size() == kSnippets || is_filler) break;
        hit.snippets.push_back(snippet(segment, finds[choice.field]));
    }
}

Hit Presentation::hit(const Ranked& ranked) const {
    const Segment& segment = ranked.evaluation->segment();
    const DocumentRow& row = segment.documents[ranked.document];
    const FacetRow& facets = segment.facets[ranked.document];
    Hit hit;
    hit.kind = segment.kind(ranked.document);
    hit.id = segment.id(ranked.document);
    hit.title = segment.text(row.title);
    hit.language = index_.values.languages[row.language];
    hit.country = index_.values.countries[facets.country];
    hit.organisation_kind = index_.values.organisation_kinds[facets.organisation_kind];
    hit.programme = index_.values.programmes[facets.programme];
    hit.year = facets.year;
    hit.score = number(ranked.score);
    const std::vector<FieldFinds> found = finds(*ranked.evaluation, ranked.document);
    add_word_reasons(ranked, found, hit);
    add_snippets(segment, row, found, hit);
    return hit;
}

}  // namespace kontor::search
