// SPDX-License-Identifier: EUPL-1.2
#include "search/plan.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/limits.hpp"
#include "text/compounds.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"

namespace kontor::search {

namespace {

constexpr std::size_t kShortStem = 4;      // shorter stems of other languages hit too much
constexpr double kInflectedWeight = 0.75;  // of another form of the word; the very word counts whole
constexpr double kStopWordWeight = 0.8;
constexpr double kUnfinishedWeight = 0.7;
constexpr double kDirectTopic = 0.30;
constexpr double kNarrowerTopic = 0.22;
constexpr double kCountry = 0.30;
constexpr double kInCompound = 0.7;
constexpr double kWholeName = 0.3;

void add_choice(TermChoices& choices, std::string term, double weight) {
    if (term.empty()) return;
    for (const TermChoice& choice : choices) {
        if (choice.term == term) return;
    }
    choices.push_back({std::move(term), weight});
}

Score score_of(double value) {
    return static_cast<Score>(std::llround(value * 65536)) * static_cast<Score>(kImpactOne);
}

}  // namespace

Planner::Planner(const IndexParts& index, text::Analyzer& analyzer, std::string_view reader_language)
    : index_(index), analyzer_(analyzer), reader_language_(reader_language), languages_{"en", "de"} {
    for (std::uint32_t i = 1; i < index.values.languages.size(); ++i) {
        const std::string_view language = index.values.languages[i];
        if (language != "en" && language != "de" && text::has_stemmer(language))
            languages_.emplace_back(language);
    }
}

TermChoices Planner::choices(std::string_view word) {
    TermChoices found;
    const std::string lower = text::lowercased(word);
    const std::string plain = text::folded(lower);
    for (const std::string& language : languages_) {
        std::string stem = analyzer_.stem(lower, language);
        const bool is_own = language == "en" || language == "de" || language == reader_language_;
        if (stem.size() < kShortStem && !is_own) continue;
        add_choice(found, std::move(stem), kInflectedWeight);
    }
    // Words of languages without a stemmer are indexed folded; "Muenchen" also stands for "Munchen".
    add_choice(found, plain, kInflectedWeight);
    const std::string collapsed = text::collapsed_umlauts(plain);
    if (collapsed != plain) add_choice(found, analyzer_.stem(collapsed, "en"), kInflectedWeight);
    add_choice(found, exact_term(plain), 1);
    return found;
}

std::size_t Planner::frequency(const TermChoices& choices) const {
    std::size_t sum = 0;
    for (const TermChoice& choice : choices) {
        if (!is_exact_term(choice.term)) sum += index_.document_frequency(choice.term);
    }
    return std::min(sum, index_.size());
}

double Planner::idf(std::size_t frequency) const {
    const auto count = static_cast<double>(index_.size());
    const auto with = static_cast<double>(frequency);
    return std::log(1 + (count - with + 0.5) / (with + 0.5));
}

std::vector<TermChoices> Planner::phrase_choices(const std::vector<std::string>& words) {
    std::vector<TermChoices> phrase;
    for (const std::string& word : words) phrase.push_back(choices(word));
    return phrase;
}

Plan Planner::plan(const Query& query, Prefix prefix) {
    Plan plan;
    words_.clear();
    for (const QueryWord& word : query.words)
        words_.push_back({word.text, word.text, word.column, 0, 0, false, -1});
    if (prefix == Prefix::LastWord && query.is_last_word_open && !words_.empty())
        words_.back().is_open = true;
    join_words();
    find_names();
    correct_words(plan);
    add_word_groups(plan);
    add_phrase_groups(query, plan);
    add_whole_name(plan);
    add_evidence(plan);
    for (const QueryPhrase& phrase : query.excluded) plan.excluded.push_back(phrase_choices(phrase.words));
    return plan;
}

void Planner::join_words() {
    text_.clear();
    for (Word& word : words_) {
        if (!text_.empty()) text_ += ' ';
        word.begin = static_cast<std::uint32_t>(text_.size());
        text_ += word.text;
        word.end = static_cast<std::uint32_t>(text_.size());
    }
}

void Planner::find_names() {
    named_.clear();
    const auto index_of = [&](std::uint32_t offset, bool is_end) {
        std::size_t at = 0;
        while (at + 1 < words_.size() && (is_end ? words_[at].end < offset : words_[at].end <= offset)) ++at;
        return at;
    };
    for (const text::TopicMatch& match :
         index_.topics->tagger().matches(text_, text::Abbreviations::AnyCase)) {
        named_.push_back({ReasonKind::Topic, match.topic, index_of(match.begin, false),
                          index_of(match.end, true), match.in_compound});
    }
    constexpr std::size_t kCountryWords = 4;
    for (std::size_t first = 0; first < words_.size(); ++first) {
        for (std::size_t count = std::min(kCountryWords, words_.size() - first); count > 0; --count) {
            const std::size_t last = first + count - 1;
            const std::string_view name =
                std::string_view(text_).substr(words_[first].begin, words_[last].end - words_[first].begin);
            if (name.size() < 4 && name != "USA" && name != "UK") continue;
            const auto code = index_.topics->countries().code_of(name);
            if (!code) continue;
            const auto country = index_.values.countries.find(*code);
            if (country) named_.push_back({ReasonKind::Country, *country, first, last, false});
            first = last;
            break;
        }
    }
}

bool Planner::is_named(std::size_t word) const {
    return std::ranges::any_of(named_, [&](const Named& name) {
        const std::size_t count = name.kind == ReasonKind::Topic ? index_.topic_frequency(name.ordinal)
                                                                 : index_.country_frequency(name.ordinal);
        return name.first <= word && word <= name.last && count > 0;
    });
}

/// Known is what stands somewhere, or is inflected like it in the reader's languages. A stemmer of another
/// language may take a typing error for an inflection ("photonk" → "photon") and would hide it.
bool Planner::is_known(const std::string& word) {
    if (index_.document_frequency(exact_term(text::folded(word))) > 0) return true;
    TermChoices found;
    for (const std::string_view language :
         {std::string_view("de"), std::string_view("en"), std::string_view(reader_language_)}) {
        add_choice(found, analyzer_.stem(text::lowercased(word), language), 1);
    }
    return frequency(found) > 0;
}

void Planner::correct_words(Plan& plan) {
    bool is_changed = false;
    for (std::size_t at = 0; at < words_.size(); ++at) {
        Word& word = words_[at];
        if (word.is_open || is_named(at) || is_known(word.text)) continue;
        const text::CompoundSplitter* splitter = analyzer_.splitter();
        if (splitter != nullptr && !splitter->split(text::folded(word.text)).empty()) continue;
        const std::string better = correction_of(word.text, 0);
        if (better.empty()) continue;
        plan.corrections.push_back({word.typed, better, word.column});
        word.text = better;
        is_changed = true;
    }
    if (!is_changed) return;
    join_words();
    find_names();
}

void Planner::add_word_groups(Plan& plan) {
    const bool all_stop = std::ranges::all_of(
        words_, [](const Word& word) { return text::is_stopword(text::folded(word.text)); });
    for (Word& word : words_) {
        const std::string plain = text::folded(word.text);
        const bool is_required = all_stop || word.is_open || !text::is_stopword(plain);
        if (!is_required) plan.ignored.push_back(word.typed);
        Group group{word.typed, word.text, word.column, choices(word.text), {}, {}, 0, 0, is_required};
        const auto same = std::ranges::find_if(
            plan.groups, [&](const Group& other) { return text::folded(other.used) == plain; });
        if (same != plan.groups.end()) {
            if (is_required) word.group = static_cast<int>(same - plan.groups.begin());
            continue;
        }
        if (word.is_open) complete(plain, group.choices);
        if (analyzer_.splitter() != nullptr) {
            for (const std::string& part : analyzer_.splitter()->split(plain)) {
                group.together.push_back({{analyzer_.stem(part, "de"), 1}});
            }
        }
        group.frequency = frequency(group.choices);
        group.idf = idf(group.frequency) * (is_required ? 1 : kStopWordWeight);
        if (is_required) word.group = static_cast<int>(plan.groups.size());
        plan.groups.push_back(std::move(group));
    }
}

void Planner::add_phrase_groups(const Query& query, Plan& plan) {
    for (const QueryPhrase& phrase : query.phrases) {
        Group group{phrase.text,   phrase.text, phrase.column, {}, phrase_choices(phrase.words), {},
                    index_.size(), 0,           true};
        for (const TermChoices& word : group.phrase) {
            const std::size_t documents = frequency(word);
            group.frequency = std::min(group.frequency, documents);
            group.idf += idf(documents);
        }
        plan.groups.push_back(std::move(group));
    }
}

/// The words as one name. Only when some document is called so; a group then counts, and need not.
void Planner::add_whole_name(Plan& plan) const {
    if (words_.empty() || plan.groups.size() >= base::limits::kQueryWords) return;
    std::vector<std::string> words;
    for (const Word& word : words_) words.push_back(word.text);
    std::string term = whole_name_term(words);
    const std::size_t named = term.empty() ? 0 : index_.document_frequency(term);
    if (named == 0) return;
    Group group{text_, text_, words_.front().column, {}, {}, {}, named, idf(named), false, true};
    group.choices.push_back({std::move(term), kWholeName});
    plan.groups.push_back(std::move(group));
}

void Planner::add_evidence(Plan& plan) const {
    for (const Named& name : named_) {
        Evidence evidence;
        evidence.kind = name.kind;
        evidence.ordinal = name.ordinal;
        double idf_of_words = 0;
        for (std::size_t at = name.first; at <= name.last; ++at) {
            if (words_[at].group < 0) continue;
            const std::uint64_t bit = 1ULL << static_cast<unsigned>(words_[at].group);
            if ((evidence.groups & bit) == 0)
                idf_of_words += plan.groups[static_cast<std::size_t>(words_[at].group)].idf;
            evidence.groups |= bit;
        }
        if (evidence.groups == 0) continue;
        const std::uint32_t begin = words_[name.first].begin;
        evidence.words = text_.substr(begin, words_[name.last].end - begin);
        const bool is_topic = name.kind == ReasonKind::Topic;
        const std::size_t count =
            is_topic ? index_.topic_frequency(name.ordinal) : index_.country_frequency(name.ordinal);
        const double value = std::min(idf(count), idf_of_words) * (name.in_compound ? kInCompound : 1);
        evidence.direct = score_of(value * (is_topic ? kDirectTopic : kCountry));
        evidence.narrower = score_of(value * kNarrowerTopic);
        evidence.shown =
            is_topic ? index_.topics->id(name.ordinal) : std::string(index_.values.countries[name.ordinal]);
        if (is_topic) plan.topics.push_back({evidence.words, evidence.shown});
        const bool is_new = std::ranges::none_of(plan.evidence, [&](const Evidence& other) {
            return other.kind == evidence.kind && other.ordinal == evidence.ordinal &&
                   other.groups == evidence.groups;
        });
        if (is_new) plan.evidence.push_back(std::move(evidence));
    }
}

void Planner::complete(std::string_view beginning, TermChoices& choices) const {
    constexpr std::size_t kShortest = 2;
    constexpr std::size_t kTerms = 40;
    if (beginning.size() < kShortest) return;
    std::vector<std::pair<std::string_view, std::size_t>> found;
    for (const IndexPart& part : index_.parts) {
        const auto [first, last] = part.segment->spellings.beginning_with(beginning);
        for (std::size_t spelling = first; spelling < last; ++spelling) {
            for (const std::uint32_t word : part.segment->spelling_words[spelling]) {
                for (const WordTerm& term : part.segment->terms_of_word(word)) {
                    const std::string_view letters = part.segment->terms[term.term];
                    if (term.weight >= 1 && !is_exact_term(letters)) found.emplace_back(letters, 0);
                }
            }
        }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    for (auto& [term, count] : found) count = index_.document_frequency(term);
    const std::size_t kept = std::min(kTerms, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                      [](const auto& a, const auto& b) {
                          return a.second != b.second ? a.second > b.second : a.first < b.first;
                      });
    for (std::size_t i = 0; i < kept; ++i)
        add_choice(choices, std::string(found[i].first), kUnfinishedWeight);
}

}  // namespace kontor::search
