// SPDX-License-Identifier: EUPL-1.2
// What a person types, searched, listed and suggested on a small index. A fault must name a place within the
// query; what an answer marks must lie within its text, between whole characters.
#include <algorithm>
#include <cstdint>

#include "base/limits.hpp"
#include "text/utf8.hpp"
#include "unit/search/small_corpus.hpp"

namespace {

using namespace kontor::search;

void expect(bool holds) {
    if (!holds) __builtin_trap();
}

void expect_within(const std::vector<ByteRange>& ranges, std::string_view text) {
    std::size_t end = 0;
    for (const ByteRange& range : ranges) {
        expect(range.begin >= end && range.end > range.begin && range.end <= text.size());
        expect(!kontor::text::first_utf8_fault(text.substr(range.begin, range.end - range.begin)));
        end = range.end;
    }
}

void expect_sound(const Answer& answer) {
    expect(answer.hits.size() <= answer.total);
    for (const Hit& hit : answer.hits) {
        expect_within(hit.title_highlights, hit.title);
        for (const Snippet& snippet : hit.snippets) {
            expect(!kontor::text::first_utf8_fault(snippet.text));
            expect_within(snippet.highlights, snippet.text);
        }
    }
}

void expect_places(const kontor::base::Errors& errors, std::string_view query) {
    for (const auto& error : errors) {
        expect(!error.place.field.empty() && error.place.column <= query.size() + 1);
        expect(!kontor::text::first_utf8_fault(kontor::base::located_sentence(error, "de")));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Index kIndex = small_index();
    static Searcher searcher;
    Request request;
    request.query.assign(reinterpret_cast<const char*>(data), size);
    for (const Prefix prefix : {Prefix::None, Prefix::LastWord}) {
        request.prefix = prefix;
        const auto answer = searcher.search(kIndex, request);
        if (answer) {
            expect_sound(answer.value());
        } else {
            expect_places(answer.errors(), request.query);
        }
        const auto all = searcher.matching(kIndex, request);
        expect(answer.ok() == all.ok() && (!all || all.value().size() == answer.value().total));
    }
    for (const Suggestion& suggestion : searcher.suggest(kIndex, request.query, "de", 8)) {
        expect(!suggestion.text.empty());
    }
    return 0;
}
