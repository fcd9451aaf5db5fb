// SPDX-License-Identifier: EUPL-1.2
// Topics: words of the vocabulary, technical nouns with their adjectives, and what is listed after "in den
// Bereichen", "spécialisé dans", "focus on".
#include <algorithm>
#include <array>

#include "press/candidates.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr int kTriggeredWeight = 42;
constexpr int kPhraseWeight = 41;
constexpr int kVocabularyWeight = 40;
constexpr int kCapitalPhraseWeight = 62;  // above runs of capitals
constexpr std::uint32_t kItems = 12;
constexpr std::uint32_t kItemWords = 5;

template <std::size_t N>
bool any_of(const View& view, std::uint32_t i, const std::array<std::string_view, N>& words) {
    return view.has(i) && holds_word(words, view.tokens[i].key);
}

constexpr auto kAfterTrigger = std::to_array<std::string_view>(
    {"der", "des", "von", "of",   "de",   "du", "d'",   "the",      "la",     "les", "le",
     "l'",  "auf", "on",  "dans", "in",   "im", "den",  "dem",      "die",    "das", "sur",
     "a",   "aux", "au",  "wie",  "such", "as", "like", "zwischen", "between"});
constexpr auto kAnd =
    std::to_array<std::string_view>({"und", "sowie", "oder", "and", "et", "ou", "or", "&", "bzw"});
constexpr auto kPlainAdjectives =
    std::to_array<std::string_view>({"international", "regional",       "national",
                                     "global",        "innovativ",      "aktiv",
                                     "kreativ",       "europaisch",     "speziell",
                                     "aktuell",       "potenziell",     "finanziell",
                                     "politisch",     "strategisch",    "lokal",
                                     "zentral",       "ideal",          "normal",
                                     "ehemalig",      "attraktiv",      "intensiv",
                                     "offiziell",     "individuell",    "generell",
                                     "positiv",       "konkret",        "interdisziplinar",
                                     "kommunal",      "transnational",  "bilateral",
                                     "multilateral",  "akademisch",     "schulisch",
                                     "kulturell",     "interkulturell", "traditionell",
                                     "operativ",      "effizient",      "kompetent",
                                     "disruptiv",     "effektiv",       "kommerziell",
                                     "sensibel",      "exklusiv"});
constexpr auto kTechnicalEndings = std::to_array<std::string_view>(
    {"isch",     "al",       "iv",      "ar",        "effizient", "ent",   "ell",     "bar",
     "il",       "fahig",    "basiert", "gestutzt",  "arm",       "frei",  "autonom", "sauber",
     "vernetzt", "gedruckt", "hybrid",  "kunstlich", "tief",      "isiert"});

/// A German adjective without its ending.
std::string_view stem(std::string_view key) {
    static constexpr auto kEndings = std::to_array<std::string_view>({"en", "er", "em", "es", "e"});
    for (const std::string_view ending : kEndings) {
        if (key.size() > ending.size() + 3 && key.ends_with(ending))
            return key.substr(0, key.size() - ending.size());
    }
    return key;
}

class TopicPhrases {
public:
    TopicPhrases(const View& view, Candidates& out) : view_(view), out_(out), vocabulary_(view.size()) {}

    void find() {
        matches();
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            if (view_.is(i, WordClass::TopicTrigger)) triggered(i);
        }
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            if (is_label(i)) labelled(i + 1);
            if (const std::uint32_t sought = after_open(i)) listed_sought(sought);
        }
        if (view_.language == Language::German) {
            field_compounds();
            described();
        }
    }

private:
    struct InVocabulary {
        std::uint32_t topic = 0;
        std::uint32_t end = 0;  // token; 0: none begins here
    };

    void matches() {
        std::uint32_t i = 0;
        for (const text::TopicMatch& match : view_.lexicon->topics().matches(view_.text)) {
            while (i < view_.size() && view_.tokens[i].range.end <= match.begin) ++i;
            if (i == view_.size()) break;
            std::uint32_t end = i;
            while (end < view_.size() && view_.tokens[end].range.begin < match.end) ++end;
            if (end <= i || vocabulary_[i].end != 0) continue;
            if (match.in_compound || match.begin > view_.tokens[i].range.begin + 1 ||
                match.end + 1 < view_.tokens[end - 1].range.end) {
                if (end == i + 1) inside(i, match);
                continue;
            }
            vocabulary_[i] = {match.topic, end};
            if (end == i + 1 && (is_adjective(i) || is_lower_acronym(i, match) || is_brand(i, match)))
                continue;
            const bool general = end == i + 1 && view_.is(i, WordClass::TopicStop);
            const bool heading = view_.sentences[view_.tokens[i].sentence].kind == SentenceKind::Furniture;
            if (general || heading || view_.lexicon->is_general(match.topic)) continue;
            push(i, end, kVocabularyWeight, 0.7, "vocabulary");
            out_.back().identity = {Identity::Of::Topic, match.topic};
        }
    }

    /// "MusterM" is somebody's name although a label has the same letters.
    [[nodiscard]] bool is_brand(std::uint32_t i, const text::TopicMatch& match) const {
        return view_.tokens[i].writing == Writing::Mixed &&
               view_.written(i).find('-') == std::string_view::npos && match.label != view_.written(i);
    }

    /// "led by" is no LED.
    [[nodiscard]] bool is_lower_acronym(std::uint32_t i, const text::TopicMatch& match) const {
        const bool is_acronym = std::ranges::all_of(match.label, [](char c) { return c < 'a' || c > 'z'; });
        return view_.tokens[i].writing == Writing::Lower && (is_acronym || view_.has_key(i, "led"));
    }

    /// "photonische Verfahren": the adjective alone is no topic.
    [[nodiscard]] bool is_adjective(std::uint32_t i) const {
        if (view_.language == Language::French) {  // "implantée à"
            const std::string_view written = view_.written(i);
            return written.ends_with("é") || written.ends_with("ée") || written.ends_with("és") ||
                   written.ends_with("ées");
        }
        if (view_.language != Language::German) return false;
        if (view_.tokens[i].writing == Writing::Lower) return true;
        const std::string_view key = stem(view_.tokens[i].key);
        const bool is_inflected = key.size() != view_.tokens[i].key.size();
        return is_inflected && view_.is_capital(i + 1) && view_.same_sentence(i, i + 1) &&
               (key.ends_with("isch") || key.ends_with("lich") || key.ends_with("iv"));
    }

    /// "Photonikunternehmen": the topic within a word for its companies, branch or cluster.
    void inside(std::uint32_t i, const text::TopicMatch& match) {
        const WordEntry entry = view_.lexicon->noun(view_.tokens[i].key);
        const bool of_field =
            entry.compound && (entry.is(WordClass::Counted) || entry.is(WordClass::TopicTrigger) ||
                               entry.is(WordClass::Reference) || is_body(entry));
        if (!of_field || view_.lexicon->word(text_of(match)).is(WordClass::TopicStop)) return;
        push(i, i + 1, kVocabularyWeight - 10, 0.5, "in-compound");
        out_.back().identity = {Identity::Of::Topic, match.topic};
        out_.back().name = std::string(match.label);
    }

    [[nodiscard]] static bool is_body(const WordEntry& entry) {
        return entry.is(WordClass::Noun) &&
               (entry.kind == EntityKind::Cluster || entry.kind == EntityKind::Company ||
                entry.kind == EntityKind::Association || entry.kind == EntityKind::ResearchInstitute);
    }
    [[nodiscard]] bool is_known_field(std::string_view part) const {
        return !view_.lexicon->topics().matches(part).empty();
    }

    [[nodiscard]] static std::string text_of(const text::TopicMatch& match) {
        std::string key(match.label);
        std::ranges::transform(key, key.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return key;
    }

    /// What is listed after a trigger.
    void triggered(std::uint32_t trigger) {
        std::uint32_t i = trigger + 1;
        const bool capital_noun = view_.language == Language::German && view_.is_capital(trigger);
        while ((any_of(view_, i, kAfterTrigger) || view_.is_mark(i, ":")) && i < trigger + 4) ++i;
        const bool direct = i == trigger + 1;
        if (direct && !capital_noun) return;
        for (std::uint32_t item = 0; item < kItems; ++item) {
            if (!view_.same_sentence(trigger, i)) return;
            const std::uint32_t end = one_item(i);
            if (end == 0) return;
            std::uint32_t next = end;
            if (view_.has(next) && view_.tokens[next].kind == TokenKind::BracketOpen &&
                view_.tokens[next].partner != kNoToken) {
                in_brackets(next);
                next = view_.tokens[next].partner + 1;
            }
            if (view_.is_mark(next, ",")) ++next;
            if (any_of(view_, next, kAnd) ||
                (view_.has_key(next, "ainsi") && view_.has_key(next + 1, "que"))) {
                next += view_.has_key(next, "ainsi") ? 2U : 1U;
                while (any_of(view_, next,
                              std::to_array<std::string_view>({"der", "des", "die", "das", "den", "dem", "of",
                                                               "the", "de", "du", "la", "le", "les", "d'",
                                                               "l'", "in"})) &&
                       view_.same_sentence(trigger, next))
                    ++next;
            }
            if (next == end) return;
            i = next;
        }
    }

    /// "Topics:", "Schlagworte:".
    [[nodiscard]] bool is_label(std::uint32_t i) const {
        static constexpr auto kLabels = std::to_array<std::string_view>(
            {"themen", "thema", "schlagworte", "schlagworter", "topics", "topic", "keywords", "tags",
             "mots-cles", "thematiques", "thematique", "themes", "stichworte"});
        return view_.is_mark(i, ":") && i > 0 && any_of(view_, i - 1, kLabels);
    }

    /// What stands behind a label up to the end of its line, between commas.
    void labelled(std::uint32_t i) {
        if (!view_.has(i)) return;
        const std::uint32_t sentence = view_.tokens[i - 1].sentence;
        for (std::uint32_t item = 0; item < kItems; ++item) {
            std::uint32_t end = i;
            while (view_.has(end) && view_.tokens[end].sentence == sentence && !is_cut(end)) ++end;
            if (end == i || end - i > kItemWords) return;
            push(i, end, kTriggeredWeight + 3, 0.85, "topic-label");
            if (vocabulary_[i].end == end) out_.back().identity = {Identity::Of::Topic, vocabulary_[i].topic};
            if (!view_.has(end) || view_.tokens[end].sentence != sentence) return;
            i = end + 1;
        }
    }
    [[nodiscard]] bool is_cut(std::uint32_t i) const {
        return view_.is_mark(i, ",") || view_.is_mark(i, ";") || view_.is_mark(i, "|") ||
               view_.is_mark(i, ".") || view_.is_mark(i, "•") || view_.is_mark(i, ":");
    }

    /// Behind "open to", "interest in" and the like; 0: it does not say so.
    [[nodiscard]] std::uint32_t after_open(std::uint32_t i) const {
        struct Opening {
            std::string_view word, next;
        };
        static constexpr auto kOpenings = std::to_array<Opening>(
            {{"offen", "fur"},      {"aufgeschlossen", "fur"}, {"interesse", "an"},    {"interessiert", "an"},
             {"open", "to"},        {"open", "for"},           {"interested", "in"},   {"interest", "in"},
             {"ouvert", "a"},       {"ouverte", "a"},          {"ouverts", "a"},       {"ouvertes", "a"},
             {"ouvert", "aux"},     {"ouverte", "aux"},        {"interesse", "par"},   {"interesses", "par"},
             {"interessee", "par"}, {"interet", "pour"},       {"interessees", "par"}, {"ouverts", "aux"}});
        if (!view_.same_sentence(i, i + 2)) return 0;
        const bool is_open = std::ranges::any_of(kOpenings, [&](const Opening& opening) {
            return view_.has_key(i, opening.word) && view_.has_key(i + 1, opening.next);
        });
        return is_open ? i + 2 : 0;
    }

    void listed_sought(std::uint32_t i) {
        const std::uint32_t first = i;
        for (std::uint32_t item = 0; item < kItems && view_.same_sentence(first, i); ++item) {
            while (view_.is(i, WordClass::Article)) ++i;
            std::uint32_t end = i;
            while (view_.is_word(end) && view_.same_sentence(first, end) && !view_.is_small(end) &&
                   end < i + kItemWords) {
                ++end;
                const bool is_noun = view_.language == Language::German && view_.is_capital(end - 1);
                if (!is_noun) continue;
                if (view_.written(end - 1).ends_with('-') && any_of(view_, end, kAnd) &&
                    view_.is_capital(end + 1))
                    end += 2;
                break;
            }
            const bool has_noun =
                end > i && (view_.language != Language::German || view_.is_capital(end - 1));
            if (!has_noun || view_.is(end - 1, WordClass::Role)) return;
            push(i, end, kTriggeredWeight - 3, 0.7, "sought");
            if (view_.language == Language::German && end - i == 2) name_it(i, end - 1, end);
            if (view_.is_mark(end, ",")) ++end;
            if (!any_of(view_, end, kAnd)) return;
            i = end + 1;
        }
    }

    /// "Photonik- und Life-Sciences-Branchen": the words before the hyphens.
    void field_compounds() {
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            if (!view_.is_capital(i)) continue;
            const std::string_view written = view_.written(i);
            const std::size_t hyphen = written.rfind('-');
            if (hyphen == std::string_view::npos || hyphen < 2 || hyphen + 4 > written.size()) continue;
            if (written.find_first_of("0123456789", hyphen) != std::string_view::npos) continue;  // a name
            const Key& key = view_.tokens[i].key;
            const WordEntry last = view_.lexicon->noun(std::string_view(key).substr(key.rfind('-') + 1));
            const bool is_of_body = is_body(last) && is_known_field(written.substr(0, hyphen));
            if (!last.is(WordClass::TopicTrigger) && !is_of_body) continue;
            push(i, i + 1, kVocabularyWeight + 1, 0.7, "field-compound");
            out_.back().name = std::string(written.substr(0, hyphen));
            if (i < 2 || !any_of(view_, i - 1, kAnd) || !view_.same_sentence(i - 2, i)) continue;
            const std::string_view other = view_.written(i - 2);
            if (!other.ends_with('-') || other.size() < 3) continue;
            push(i - 2, i - 1, kVocabularyWeight + 1, 0.7, "field-compound");
            out_.back().name = std::string(other.substr(0, other.size() - 1));
        }
    }

    void in_brackets(std::uint32_t open) {
        std::uint32_t i = open + 1;
        while (i < view_.tokens[open].partner) {
            const std::uint32_t end = one_item(i);
            i = end == 0 ? i + 1 : end;
        }
    }

    /// One noun phrase at `i`, in quotation marks or not; its end, or 0.
    std::uint32_t one_item(std::uint32_t i) {
        if (!view_.has(i)) return 0;
        if (view_.tokens[i].kind == TokenKind::QuoteOpen && view_.tokens[i].partner != kNoToken &&
            view_.tokens[i].partner <= i + 6) {
            push(i + 1, view_.tokens[i].partner, kTriggeredWeight, 0.8, "topic-list");
            return view_.tokens[i].partner + 1;
        }
        return view_.language == Language::German ? german_item(i) : plain_item(i);
    }

    std::uint32_t german_item(std::uint32_t i) {
        std::uint32_t end = i;
        while (view_.is_word(end) && view_.tokens[end].writing == Writing::Lower && !view_.is_small(end) &&
               end < i + 3)
            ++end;
        if (!view_.is_capital(end) || view_.is_small(end)) return 0;
        if (end > i && is_plain(end - 1)) i = end;
        const std::uint32_t noun = end;
        ++end;
        while (view_.is_capital(end) && end < noun + kItemWords && !view_.is_small(end) &&
               view_.same_sentence(i, end))
            ++end;
        if (view_.written(end - 1).ends_with('-') && any_of(view_, end, kAnd) && view_.is_capital(end + 1))
            end += 2;
        if (view_.is_mark(end, "&") && view_.is_capital(end + 1)) end += 2;
        if (is_no_topic(end - 1) && vocabulary_[noun].end == 0) return 0;
        push(i, end, kTriggeredWeight, 0.8, "topic-list");
        name_it(i, noun, end);
        return end;
    }

    /// Nouns that are organisations, people, things to count: no topics.
    [[nodiscard]] bool is_no_topic(std::uint32_t i) const {
        const WordEntry& entry = view_.words[i];
        if (entry.is(WordClass::TopicHead)) return false;
        return entry.is(WordClass::Noun) || entry.is(WordClass::Counted) || entry.is(WordClass::Role) ||
               entry.is(WordClass::TopicTrigger) || entry.is(WordClass::Month) ||
               entry.is(WordClass::LegalForm) || view_.lexicon->adjective(view_.tokens[i].key).has_value();
    }

    std::uint32_t plain_item(std::uint32_t i) {
        std::uint32_t end = i;
        while (view_.is_word(end) && end < i + kItemWords && view_.same_sentence(i, end) &&
               !view_.is_small(end))
            ++end;
        if (view_.language == Language::French && view_.is_word(end) && end > i &&
            any_of(view_, end, std::to_array<std::string_view>({"de", "des", "du", "d'"})) &&
            view_.is_word(end + 1) && !view_.is_small(end + 1)) {
            end += 2;
            if (view_.is(end - 1, WordClass::Noun)) return 0;
        }
        if (end == i) return 0;
        const bool closed = !view_.has(end) || !view_.is_word(end) || view_.is(end, WordClass::Conjunction) ||
                            view_.is(end, WordClass::Preposition) || view_.has_key(end, "qui");
        bool known = false;
        for (std::uint32_t k = i; k < end; ++k)
            known = known || vocabulary_[k].end != 0 || view_.is(k, WordClass::TopicHead);
        if (!closed || is_no_topic(end - 1) || !known) return 0;
        push(i, end, kTriggeredWeight, 0.75, "topic-list");
        if (vocabulary_[i].end == end) out_.back().identity = {Identity::Of::Topic, vocabulary_[i].topic};
        return end;
    }

    [[nodiscard]] bool is_plain(std::uint32_t i) const {
        const std::string_view key = stem(view_.tokens[i].key);
        return is_one_of<kPlainAdjectives>(key) ||
               view_.lexicon->adjective(view_.tokens[i].key).has_value() || view_.is_small(i);
    }

    [[nodiscard]] bool is_technical(std::uint32_t i) const {
        if (!view_.is_word(i) || is_plain(i)) return false;
        if (view_.tokens[i].writing == Writing::Capitals || view_.tokens[i].writing == Writing::Mixed)
            return false;
        if (view_.is_capital(i) && view_.begins_sentence(i)) return false;
        const std::string_view key = stem(view_.tokens[i].key);
        if (key.size() == view_.tokens[i].key.size()) return false;
        for (const std::string_view ending : kTechnicalEndings) {
            if (key.size() > ending.size() + 1 && key.ends_with(ending)) return true;
        }
        return false;
    }

    /// "digitale Gesundheitslösungen", "energieeffiziente Mikro- und Nanotechnologien".
    void described() {
        for (std::uint32_t i = 0; i + 1 < view_.size(); ++i) {
            if (!is_technical(i)) continue;
            std::uint32_t noun = i + 1;
            while (noun < i + 3 && is_technical(noun)) ++noun;
            if (!view_.same_sentence(i, noun) || !view_.is_capital(noun) || view_.is_small(noun)) continue;
            std::uint32_t end = noun + 1;
            if (view_.written(noun).ends_with('-') && any_of(view_, end, kAnd) && view_.is_capital(end + 1))
                end += 2;
            const bool head = view_.is(end - 1, WordClass::TopicHead) || (vocabulary_[noun].end == end);
            if (!head || is_no_topic(end - 1)) continue;
            push(i, end, view_.is_capital(i) ? kCapitalPhraseWeight : kPhraseWeight, 0.62,
                 "technical-phrase");
            name_it(i, noun, end);
            i = end - 1;
        }
    }

    /// The base form: adjectives in the nominative.
    void name_it(std::uint32_t first, std::uint32_t noun, std::uint32_t end) {
        Candidate& made = out_.back();
        if (vocabulary_[first].end == end) made.identity = {Identity::Of::Topic, vocabulary_[first].topic};
        if (first == noun) return;
        for (std::uint32_t i = first; i < noun; ++i) {
            const std::string_view written = view_.written(i);
            std::string base(written);
            for (const std::string_view ending : {"en", "er", "em", "es"}) {
                if (base.size() > 5 && base.ends_with(ending)) {
                    base.resize(base.size() - 1);
                    break;
                }
            }
            made.name += base + ' ';
        }
        made.name += tidy(view_.written(noun, end));
    }

    void push(std::uint32_t first, std::uint32_t end, int weight, double confidence, const char* rule) {
        Candidate made;
        made.first = made.name_first = first;
        made.end = made.name_end = end;
        made.kind = EntityKind::Topic;
        made.kind_told = true;
        made.weight = weight;
        made.confidence = confidence;
        made.rule = rule;
        out_.push_back(std::move(made));
    }

    const View& view_;
    Candidates& out_;
    std::vector<InVocabulary> vocabulary_;
};

}  // namespace

void find_topics(const View& view, Candidates& out) {
    TopicPhrases(view, out).find();
}

}  // namespace kontor::press
