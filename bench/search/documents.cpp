// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>

#include "bench_documents.hpp"
#include "codec/record_json.hpp"
#include "text/analyzer.hpp"
#include "text/language.hpp"

namespace kontor::bench {

namespace {

constexpr std::size_t kVocabulary = 60'000;
constexpr std::size_t kQueries = 5'000;

using Random = std::mt19937_64;

double fraction(Random& random) {
    return static_cast<double>(random() >> 11U) * 0x1.0p-53;
}
std::size_t below(Random& random, std::size_t limit) {
    return std::min(limit - 1, static_cast<std::size_t>(fraction(random) * static_cast<double>(limit)));
}

/// Zipf with exponent 1 by inverting its continuous form.
std::size_t zipf(Random& random, std::size_t limit) {
    const double rank = std::exp(fraction(random) * std::log(static_cast<double>(limit)));
    return std::min(limit - 1, static_cast<std::size_t>(rank) - 1);
}

std::vector<std::string> made_up_words(Random& random) {
    const std::vector<std::string> syllables{"ba",  "ke",  "li",  "mo",  "nu",  "ra",  "se",  "ti",
                                             "vo",  "za",  "pho", "ton", "gen", "tor", "men", "lis",
                                             "kan", "dro", "bel", "fur", "tra", "sol"};
    std::vector<std::string> words;
    while (words.size() < kVocabulary) {
        std::string word;
        const std::size_t count = 2 + below(random, 3);
        for (std::size_t i = 0; i < count; ++i) word += syllables[below(random, syllables.size())];
        words.push_back(std::move(word));
    }
    return words;
}

std::string sentence(Random& random, const std::vector<std::string>& words, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        if (!out.empty()) out += ' ';
        out += words[zipf(random, words.size())];
    }
    return out;
}

model::Topic topic(std::size_t number, const std::vector<std::string>& words) {
    model::Topic out;
    out.id = "topic-" + std::to_string(number);
    out.labels = {{"en", words[20'000 + number * 7]}, {"de", words[20'000 + number * 7 + 1]}};
    if (number >= 30) out.parent = "topic-" + std::to_string(number % 30);
    return out;
}

/// Two words of one document, so that there is always an answer.
std::string query_of(Random& random, const search::Document& document) {
    std::vector<std::string> words;
    for (const search::FieldText& field : document.fields) {
        text::WordCursor cursor(field.text);
        text::WordRange range;
        while (cursor.next(range)) {
            std::string word = field.text.substr(range.begin, range.end - range.begin);
            const bool is_word = std::ranges::none_of(word, [](char c) { return c >= '0' && c <= '9'; });
            if (word.size() > 2 && is_word && !text::is_stopword(word)) words.push_back(std::move(word));
        }
    }
    if (words.size() < 2) return {};
    const std::string& first = words[below(random, words.size())];
    const std::string& second = words[below(random, words.size())];
    return first == second ? std::string() : first + " " + second;
}

void add_queries(Random& random, Corpus& corpus) {
    while (corpus.queries.size() < kQueries) {
        const std::size_t source = below(random, corpus.documents.size());
        std::string query = query_of(random, corpus.documents[source]);
        if (query.empty()) continue;
        corpus.queries.push_back(std::move(query));
        corpus.sources.push_back(source);
    }
}

search::Document document_of(const model::Organisation& record) {
    search::Document out;
    out.kind = model::RecordKind::Organisation;
    out.id = record.id;
    for (const model::Name& name : record.names)
        out.fields.push_back({search::Field::Name, name.text, name.lang});
    if (!record.names.empty()) out.title = record.names.front().text;
    for (const model::Text& text : record.description)
        out.fields.push_back({search::Field::Text, text.text, text.lang});
    out.fields.push_back({search::Field::Place, record.city, "und"});
    out.country = record.country;
    out.organisation_kind = model::word(record.kind);
    return out;
}

search::Document document_of(const model::Project& record) {
    search::Document out;
    out.kind = model::RecordKind::Project;
    out.id = record.id;
    out.title = record.titles.empty() ? record.acronym : record.titles.front().text;
    out.fields.push_back({search::Field::Acronym, record.acronym, "und"});
    for (const model::Text& text : record.titles)
        out.fields.push_back({search::Field::Title, text.text, text.lang});
    for (const model::Text& text : record.objective)
        out.fields.push_back({search::Field::Text, text.text, text.lang});
    out.programme = record.programme;
    out.year = record.start.year();
    return out;
}

}  // namespace

Corpus made_up_corpus(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    const std::vector<std::string> words = made_up_words(random);
    Corpus corpus;
    for (std::size_t i = 0; i < 300; ++i) corpus.topics.push_back(topic(i, words));
    const std::vector<std::string> countries{"DE", "FR", "IT", "ES", "FI", "PL",
                                             "NL", "SE", "AT", "BE", "PT", "IE"};
    for (std::size_t i = 0; i < count; ++i) {
        search::Document out;
        out.kind = i % 3 == 0 ? model::RecordKind::Project : model::RecordKind::Organisation;
        out.id = "document-" + std::to_string(i);
        out.title = sentence(random, words, 4 + below(random, 5));
        out.fields.push_back({search::Field::Title, out.title, "en"});
        out.fields.push_back({search::Field::Text, sentence(random, words, 20 + below(random, 70)), "en"});
        for (std::size_t t = below(random, 4); t > 0; --t)
            out.topics.push_back(static_cast<std::uint32_t>(zipf(random, 300)));
        out.country = countries[zipf(random, countries.size())];
        if (i % 3 != 0) out.organisation_kind = i % 2 == 0 ? "company" : "university";
        if (i % 3 == 0) out.programme = "programme-" + std::to_string(below(random, 20));
        out.year = 2005 + static_cast<int>(below(random, 15));
        out.prominence = fraction(random);
        corpus.documents.push_back(std::move(out));
    }
    add_queries(random, corpus);
    return corpus;
}

Corpus corpus_of_file(const std::string& path, std::uint64_t seed) {
    Random random(seed);
    Corpus corpus;
    std::ifstream file(path);
    std::string line;
    for (std::uint64_t number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        auto record = codec::record_from_line(line, {path, number, 0, ""});
        if (!record) continue;
        if (const auto* topic = std::get_if<model::Topic>(&record.value())) corpus.topics.push_back(*topic);
        if (const auto* one = std::get_if<model::Organisation>(&record.value()))
            corpus.documents.push_back(document_of(*one));
        if (const auto* one = std::get_if<model::Project>(&record.value()))
            corpus.documents.push_back(document_of(*one));
    }
    if (!corpus.documents.empty()) add_queries(random, corpus);
    return corpus;
}

}  // namespace kontor::bench
