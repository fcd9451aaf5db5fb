// SPDX-License-Identifier: EUPL-1.2
#include "search/query.hpp"

#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "search/filter_reader.hpp"
#include "text/analyzer.hpp"
#include "text/utf8.hpp"

namespace kontor::search {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Length in bytes of a quotation mark of any style at `at`, 0 when there is none. The closing one may be of
/// any style.
std::size_t quote_length(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == '"') return 1;
    for (const std::string_view mark : {"„", "“", "”"}) {
        if (text.substr(at).starts_with(mark)) return mark.size();
    }
    for (const std::string_view mark : {"«", "»"}) {
        if (text.substr(at).starts_with(mark)) return mark.size();
    }
    return 0;
}

class QueryReader {
public:
    QueryReader(std::string_view text, Query& query, FilterReader& filters, base::Errors& errors)
        : text_(text), query_(query), filters_(filters), errors_(errors) {}

    void read() {
        while (true) {
            while (at_ < text_.size() && is_space(text_[at_])) ++at_;
            if (at_ >= text_.size()) break;
            read_item();
        }
        std::size_t words = query_.words.size();
        for (const auto* phrases : {&query_.phrases, &query_.excluded}) {
            for (const QueryPhrase& phrase : *phrases) words += phrase.words.size();
        }
        if (words > base::limits::kQueryWords) {
            fault(base::ErrorCode::TooManyItems, {{"maximum", std::to_string(base::limits::kQueryWords)}}, 0);
        }
    }

private:
    void fault(base::ErrorCode code, base::ErrorArguments arguments, std::size_t offset) {
        errors_.push_back({code, std::move(arguments), place(offset), {}});
    }

    base::Place place(std::size_t offset) const { return {"", 0, text::column_at(text_, offset), "q"}; }

    void read_item() {
        const std::size_t begin = at_;
        const bool is_excluded = text_[at_] == '-' && at_ + 1 < text_.size() && !is_space(text_[at_ + 1]);
        if (is_excluded) ++at_;
        query_.is_last_word_open = false;
        if (quote_length(text_, at_) > 0) {
            const auto quoted = read_quoted();
            if (quoted) add_phrase(*quoted, begin, is_excluded);
            return;
        }
        const std::size_t start = at_;
        while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != ':') ++at_;
        const bool is_colon_inside = at_ < text_.size() && text_[at_] == ':' && at_ > start;
        if (is_colon_inside && !is_excluded && read_filter(start)) return;
        while (at_ < text_.size() && !is_space(text_[at_])) ++at_;
        add_words(start, is_excluded);
    }

    /// What stands between quotation marks; nothing, with a fault, when they are not closed.
    std::optional<std::string_view> read_quoted() {
        const std::size_t open = at_;
        at_ += quote_length(text_, at_);
        const std::size_t begin = at_;
        while (at_ < text_.size() && quote_length(text_, at_) == 0) ++at_;
        if (at_ >= text_.size()) {
            fault(base::ErrorCode::QueryQuoteUnclosed,
                  {{"column", std::to_string(text::column_at(text_, open))}}, open);
            return std::nullopt;
        }
        const std::string_view quoted = text_.substr(begin, at_ - begin);
        at_ += quote_length(text_, at_);
        return quoted;
    }

    /// At the colon behind a name: reads the filter, or says that the name is probably misspelt. False when
    /// it is just a word with a colon in it.
    bool read_filter(std::size_t start) {
        const std::string_view name = text_.substr(start, at_ - start);
        const auto field = filter_field(name);
        const bool has_value = at_ + 1 < text_.size() && !is_space(text_[at_ + 1]);
        if (!field && (!has_value || similar_filter(name).empty())) return false;
        const std::size_t value_at = ++at_;
        std::string_view value;
        if (quote_length(text_, at_) > 0) {
            const auto quoted = read_quoted();
            if (!quoted) return true;
            value = *quoted;
        } else {
            while (at_ < text_.size() && !is_space(text_[at_])) ++at_;
            value = text_.substr(value_at, at_ - value_at);
        }
        if (!field) {
            fault(base::ErrorCode::QueryFilterUnknown,
                  {{"filter", std::string(name)}, {"suggestion", std::string(similar_filter(name))}}, start);
            return true;
        }
        filters_.read(*field, value, place(value_at));
        return true;
    }

    void add_words(std::size_t begin, bool is_excluded) {
        const std::string_view chunk = text_.substr(begin, at_ - begin);
        text::WordCursor cursor(chunk);
        text::WordRange range;
        QueryPhrase phrase{{}, std::string(chunk), text::column_at(text_, begin)};
        std::size_t last_end = 0;
        while (cursor.next(range)) {
            std::string word(
                text::truncated(chunk.substr(range.begin, range.end - range.begin), text::kWordBytes));
            last_end = range.end;
            if (is_excluded) {
                phrase.words.push_back(std::move(word));
            } else {
                query_.words.push_back({std::move(word), text::column_at(text_, begin + range.begin)});
            }
        }
        if (!phrase.words.empty()) query_.excluded.push_back(std::move(phrase));
        query_.is_last_word_open = !is_excluded && last_end == chunk.size() && at_ == text_.size();
    }

    void add_phrase(std::string_view quoted, std::size_t begin, bool is_excluded) {
        QueryPhrase phrase{{}, std::string(quoted), text::column_at(text_, begin)};
        text::WordCursor cursor(quoted);
        text::WordRange range;
        while (cursor.next(range)) {
            phrase.words.emplace_back(
                text::truncated(quoted.substr(range.begin, range.end - range.begin), text::kWordBytes));
        }
        if (phrase.words.empty()) return;
        (is_excluded ? query_.excluded : query_.phrases).push_back(std::move(phrase));
    }

    std::string_view text_;
    Query& query_;
    FilterReader& filters_;
    base::Errors& errors_;
    std::size_t at_ = 0;
};

/// Faults that make reading on pointless.
base::Errors faults_of_text(std::string_view query) {
    const auto fault = [&](base::ErrorCode code, base::ErrorArguments arguments, std::size_t column) {
        return base::Errors{{code, std::move(arguments), {"", 0, column, "q"}, {}}};
    };
    if (query.size() > base::limits::kQueryBytes) {
        return fault(base::ErrorCode::RequestTooLong,
                     {{"maximum", std::to_string(base::limits::kQueryBytes)}}, base::limits::kQueryBytes + 1);
    }
    if (const auto at = text::first_utf8_fault(query)) {
        return fault(base::ErrorCode::EncodingBroken, {}, text::column_at(query, *at));
    }
    if (const auto found = text::first_control_character(query, text::Whitespace::TabsAndLines)) {
        return fault(base::ErrorCode::ControlCharacter, {{"code", text::code_point_name(found->code)}},
                     text::column_at(query, found->offset));
    }
    return {};
}

void read_values(const std::vector<std::string>& given, FilterField field, std::string_view name,
                 FilterReader& filters) {
    for (const std::string& value : given) filters.read(field, value, {"", 0, 0, std::string(name)});
}

void read_filters(const Request& request, FilterReader& filters, Query& query, base::Errors& errors) {
    for (const model::RecordKind kind : request.kinds) filters.read_record_kind(kind);
    for (const std::string& kind : request.organisation_kinds) {
        filters.read_organisation_kind(kind, {"", 0, 0, "organisation_kind"});
    }
    read_values(request.countries, FilterField::Country, "country", filters);
    read_values(request.topics, FilterField::Topic, "topic", filters);
    read_values(request.programmes, FilterField::Programme, "programme", filters);
    if (request.year_from) query.filters.year_from = request.year_from;
    if (request.year_to) query.filters.year_to = request.year_to;
    const Filters& read = query.filters;
    if (read.year_from && read.year_to && *read.year_from > *read.year_to) {
        errors.push_back({base::ErrorCode::DatesReversed,
                          {{"from", std::to_string(*read.year_from)}, {"to", std::to_string(*read.year_to)}},
                          {"", 0, 0, "year"},
                          {}});
    }
}

}  // namespace

base::Result<Query> read_query(const Request& request, const TopicModel& topics, const SharedValues& values) {
    base::Errors errors = faults_of_text(request.query);
    if (!errors.empty()) return errors;
    Query query;
    FilterReader filters(topics, values, query.filters, errors);
    QueryReader(request.query, query, filters, errors).read();
    read_filters(request, filters, query, errors);
    if (request.limit > base::limits::kPageSize) {
        errors.push_back({base::ErrorCode::ValueOutOfRange,
                          {{"value", std::to_string(request.limit)},
                           {"minimum", "0"},
                           {"maximum", std::to_string(base::limits::kPageSize)}},
                          {"", 0, 0, "limit"},
                          {}});
    }
    if (!errors.empty()) return errors;
    return query;
}

}  // namespace kontor::search
