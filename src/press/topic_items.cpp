// SPDX-License-Identifier: EUPL-1.2
#include "press/topic_items.hpp"

#include "press/name_signs.hpp"

namespace kontor::press {
namespace {

constexpr int kToldWeight = 39;      // below the vocabulary, which knows what it names
constexpr int kLongToldWeight = 43;  // more words than one: the whole phrase goes before a part of it
constexpr std::uint32_t kItems = 12;
constexpr std::uint32_t kItemWords = 9;

/// Nouns that only lead to what they are for: "models for A", "défis de la B".
constexpr auto kGeneric = std::to_array<std::string_view>({"ansatze",      "ansatzen",
                                                           "approaches",   "approches",
                                                           "aspects",      "aspekte",
                                                           "aspekten",     "chancen",
                                                           "challenges",   "concepts",
                                                           "defis",        "enjeux",
                                                           "fragen",       "herausforderungen",
                                                           "ideas",        "ideen",
                                                           "idees",        "issues",
                                                           "konzepte",     "konzepten",
                                                           "losungen",     "methoden",
                                                           "methodes",     "methods",
                                                           "modele",       "modeles",
                                                           "modelle",      "modellen",
                                                           "models",       "moglichkeiten",
                                                           "opportunites", "opportunities",
                                                           "perspektiven", "perspectives",
                                                           "pistes",       "possibilites",
                                                           "potenziale",   "questions",
                                                           "solutions",    "strategien",
                                                           "strategies",   "themen",
                                                           "trends",       "ways",
                                                           "wege",         "wegen"});
constexpr auto kStops = std::to_array<std::string_view>(
    {"which",  "that",  "who",     "whose", "while",  "when", "where", "because",  "as",      "with",
     "during", "until", "qui",     "que",   "qu'",    "dont", "ou",    "lorsque",  "tandis",  "afin",
     "ainsi",  "wie",   "die",     "der",   "das",    "dem",  "wobei", "wenn",     "dass",    "sowie",
     "is",     "are",   "was",     "were",  "has",    "have", "will",  "can",      "est",     "sont",
     "ont",    "a",     "to",      "und",   "and",    "et",   "ou",    "or",       "oder",    "par",
     "by",     "bei",   "through", "via",   "depuis", "seit", "ab",    "zwischen", "between", "entre"});
constexpr auto kInside = std::to_array<std::string_view>(
    {"von", "der", "des",     "fur",  "aus",  "auf", "per",  "mit", "im",  "in",  "of",
     "for", "on",  "without", "ohne", "de",   "du",  "d'",   "la",  "le",  "les", "l'",
     "en",  "au",  "aux",     "pour", "sans", "the", "from", "zur", "zum", "a"});

}  // namespace

TopicItems::TopicItems(const View& view, Candidates& out, Told told) : view_(view), out_(out), told_(told) {
    for (std::uint32_t i = 0; i < out.size(); ++i) {
        if (out[i].kind == EntityKind::Topic && out[i].told == Told::No) known_[out[i].first] = i;
    }
}

void TopicItems::items(std::uint32_t i, std::uint32_t sentence, bool by_colon) {
    i = over_adverbs(i);
    const std::uint32_t first = i;
    bool had_and = false;
    std::size_t after_first = 0;
    for (std::uint32_t item = 0; item < kItems; ++item) {
        const std::uint32_t end = one(i, sentence, by_colon || item > 0);
        if (end == 0) return;
        if (item == 0) {
            after_first = out_.size();
            marked_.clear();
        }
        std::uint32_t next = end;
        if (view_.has(next) && view_.tokens[next].kind == TokenKind::BracketOpen &&
            view_.tokens[next].partner != kNoToken) {
            bracketed(next, sentence);
            next = view_.tokens[next].partner + 1;
        }
        next = over_rest(next, sentence);
        const std::uint32_t before = next;
        if (!by_colon && had_and && is_closed(first, next)) return;
        while (view_.is_mark(next, ",") || (by_colon && view_.is_mark(next, ";")) ||
               (view_.has(next) && is_one_of<kTopicAnds>(view_.tokens[next].key) && !is_where(next)))
            ++next;
        if (view_.has(next) && is_where(next)) return;  // ", où A …" tells of somebody else
        if (view_.has_key(next, "ainsi") && view_.has_key(next + 1, "que")) next += 2;
        if (next == before || !view_.has(next) || view_.tokens[next].sentence != sentence) {
            if (item > 0 && !had_and && !by_colon && !goes_on(before)) keep_first(after_first);
            return;
        }
        had_and = had_and || is_one_of<kTopicAnds>(view_.tokens[next - 1].key);
        if (next > before + 1 && view_.is_mark(next - 1, ",")) return;  // "et, bien entendu, A"
        i = next;
    }
}

/// "A, B …", "A, B etc.", "A, the use of brewers' grain": a list that is not told to its end.
bool TopicItems::goes_on(std::uint32_t i) const {
    static constexpr auto kRest =
        std::to_array<std::string_view>({"'", "...", "etc", "usw", "u.a", "…", "’"});
    return view_.has(i) && is_one_of<kRest>(view_.tokens[i].key);
}

/// "devoted to A, leaves behind …": without "and" at its end nothing was listed.
void TopicItems::keep_first(std::size_t size) {
    out_.resize(size);
    for (const std::uint32_t one : marked_) out_[one].told = Told::No;
}

/// "unter anderem A", "above all A", "notamment A".
std::uint32_t TopicItems::over_adverbs(std::uint32_t i) const {
    static constexpr auto kAdverbs = std::to_array<std::string_view>(
        {"auch", "besonders", "dabei", "ebenfalls", "especially", "etwa", "insbesondere", "mainly", "notably",
         "notamment", "primarily", "surtout", "vorrangig", "zunachst", "principalement", "particulierement"});
    struct Pair {
        std::string_view one, two;
    };
    static constexpr auto kPairs = std::to_array<Pair>({{"above", "all"},
                                                        {"among", "others"},
                                                        {"entre", "autres"},
                                                        {"in", "particular"},
                                                        {"avant", "tout"},
                                                        {"unter", "anderem"},
                                                        {"vor", "allem"},
                                                        {"en", "particulier"}});
    if (view_.is_word(i) && is_one_of<kAdverbs>(view_.tokens[i].key)) return i + 1;
    const bool is_pair = std::ranges::any_of(kPairs, [&](const Pair& pair) {
        return view_.has_key(i, pair.one) && view_.has_key(i + 1, pair.two);
    });
    return is_pair ? i + 2 : i;
}

/// "consacré à A et à B, fête ses dix ans": behind the last item a comma goes on with something else, unless
/// the next begins as the first did.
bool TopicItems::is_closed(std::uint32_t first, std::uint32_t next) const {
    if (view_.language == Language::German || !view_.is_mark(next, ",")) return false;
    const auto is_opened = [&](std::uint32_t i) {
        return view_.is(i, WordClass::Article) || view_.is(i, WordClass::Preposition);
    };
    if (view_.has(next + 1) && is_one_of<kTopicAnds>(view_.tokens[next + 1].key)) return false;
    const bool is_alike = is_opened(next + 1) && (is_opened(first) || (first > 0 && is_opened(first - 1)));
    return !is_alike || view_.language == Language::English;
}

/// "…, production d'arômes par levures …, B": what is said further of an item ends at the next comma.
std::uint32_t TopicItems::over_rest(std::uint32_t i, std::uint32_t sentence) const {
    constexpr std::uint32_t kRest = 6;
    const bool is_rest = view_.has_key(i, "par") || view_.has_key(i, "by") || view_.has_key(i, "durch") ||
                         view_.has_key(i, "as") || view_.has_key(i, "mit") || view_.has_key(i, "with") ||
                         view_.has_key(i, "avec") || view_.has_key(i, "bei") || view_.has_key(i, "zwischen");
    if (!is_rest) return i;
    for (std::uint32_t at = i + 1; at <= i + kRest && view_.has(at) && view_.tokens[at].sentence == sentence;
         ++at) {
        if (view_.is_mark(at, ",") || is_one_of<kTopicAnds>(view_.tokens[at].key)) return at;
        if (view_.tokens[at].kind != TokenKind::Word) return i;
    }
    return i;
}

void TopicItems::bracketed(std::uint32_t open, std::uint32_t sentence) {
    for (std::uint32_t i = open + 1; i < view_.tokens[open].partner;) {
        const std::uint32_t end = one(i, sentence, true);
        i = end == 0 ? i + 1 : end + 1;
    }
}

/// A noun phrase with what hangs on it by prepositions; its end, or 0. `told`: an item before it was one.
std::uint32_t TopicItems::one(std::uint32_t i, std::uint32_t sentence, bool told) {
    // "a établi" is no "à".
    if (view_.language == Language::French && view_.has(i) && view_.written(i) == "a") return 0;
    while (view_.is(i, WordClass::Article) || view_.has_key(i, "zur") || view_.has_key(i, "zum") ||
           view_.has_key(i, "l'") || view_.has_key(i, "d'") || view_.has_key(i, "de") ||
           view_.has_key(i, "du") || view_.has_key(i, "des") || view_.has_key(i, "on") ||
           view_.has_key(i, "of") || (told && is_repeated(i)))
        ++i;
    std::uint32_t end = i;
    std::uint32_t last = i;  // behind the last word that can end it
    while (view_.has(end) && view_.tokens[end].sentence == sentence && end - i < kItemWords) {
        const Token& token = view_.tokens[end];
        if (token.kind != TokenKind::Word && token.kind != TokenKind::Number && !view_.is_mark(end, "-") &&
            !view_.is_mark(end, "–"))
            break;
        // "models for the A": an article belongs to the preposition before it.
        const bool is_article = end > i + 1 && view_.is(end, WordClass::Article) &&
                                is_one_of<kInside>(view_.tokens[end - 1].key) &&
                                !view_.is(end - 1, WordClass::Article);
        if (end > i && (leads_on(end) || is_french_verb(end))) break;
        const bool is_with = view_.language == Language::French && view_.written(end) == "à";
        const bool is_inside =
            end > i && (is_article || is_with || is_joint_work(end) || is_one_of<kInside>(token.key));
        // "Photonik fand in …": behind a German noun a small word that holds nothing is a verb, but for the
        // adjective of a genitive ("Aufbau internationaler Netzwerke").
        const bool is_genitive = token.key.ends_with("er") && view_.is_capital(end + 1);
        const bool is_verb = !is_genitive && view_.language == Language::German && end > i &&
                             token.kind == TokenKind::Word && token.writing == Writing::Lower &&
                             view_.is_capital(end - 1);
        if (!is_inside && is_verb) {
            if (!is_ellipsis(end)) break;
        }
        if (!is_inside && (is_one_of<kStops>(token.key) || view_.is_small(end))) {
            if (!is_ellipsis(end)) break;
        }
        ++end;
        if (!is_inside && can_end(end - 1)) last = end;
    }
    while (last > i && view_.tokens[last - 1].kind == TokenKind::Mark) --last;
    if (last > i) last = without_place(i, last);
    if (last == i || !is_topic(i, last, told)) return 0;
    const std::uint32_t first = over_generic(i, last);
    push(first > i && is_topic(first, last, told) ? first : i, last);
    return last;
}

/// "collaborations en matière de A", "cooperation in the field of A": A has words of its own that lead to it.
bool TopicItems::leads_on(std::uint32_t i) const {
    static constexpr auto kFields = std::to_array<std::string_view>(
        {"area",     "areas",  "bereich",  "bereichen",  "domaine",     "domaines", "field",       "fields",
         "fokus",    "gebiet", "gebieten", "gegenstand", "inhalt",      "matiere",  "mittelpunkt", "secteur",
         "secteurs", "sector", "sectors",  "thema",      "vordergrund", "zentrum"});
    if (!view_.is(i, WordClass::Preposition)) return false;
    const std::uint32_t noun = view_.is(i + 1, WordClass::Article) ? i + 2 : i + 1;
    return view_.is_word(noun) && is_one_of<kFields>(view_.tokens[noun].key);
}

/// "les batteries clôtureront la journée": the noun phrase is over.
bool TopicItems::is_french_verb(std::uint32_t i) const {
    if (view_.language != Language::French || !view_.is_word(i) || view_.is_capital(i)) return false;
    const std::string& key = view_.tokens[i].key;
    const bool is_noun = key == "camera" || key == "opera" || key == "cholera";
    return !is_noun && key.size() > 5 && (key.ends_with("era") || key.ends_with("eront"));
}

/// "où" is no "ou".
bool TopicItems::is_where(std::uint32_t i) const {
    return view_.has(i) && view_.written(i) == "où";
}

/// "in A and in B": the preposition of the first item again.
bool TopicItems::is_repeated(std::uint32_t i) const {
    static constexpr auto kAgain =
        std::to_array<std::string_view>({"about", "auf", "bei", "beim", "dans", "en", "for", "fur", "im",
                                         "in", "into", "pour", "sur", "uber", "um"});
    return view_.is_word(i) && is_one_of<kAgain>(view_.tokens[i].key);
}

/// "tragfähige Modelle für die A": where A begins.
std::uint32_t TopicItems::over_generic(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t i = first + 1; i + 1 < end; ++i) {
        if (!is_one_of<kInside>(view_.tokens[i].key)) continue;
        constexpr std::uint32_t kAdjectives = 1;
        if (!is_one_of<kGeneric>(view_.tokens[i - 1].key) || i - 1 > first + kAdjectives) return first;
        ++i;
        while (i < end && (view_.is(i, WordClass::Article) || is_one_of<kInside>(view_.tokens[i].key))) ++i;
        return i < end ? i : first;
    }
    return first;
}

/// "Mess- und Prüftechnik".
bool TopicItems::is_ellipsis(std::uint32_t i) const {
    return i > 0 && view_.written(i - 1).ends_with('-') && is_one_of<kTopicAnds>(view_.tokens[i].key) &&
           view_.is_capital(i + 1);
}
bool TopicItems::can_end(std::uint32_t i) const {
    return view_.language != Language::German || view_.is_capital(i);
}

bool TopicItems::is_topic(std::uint32_t first, std::uint32_t end, bool told) const {
    if (!view_.is_word(first) || view_.is_small(first)) return false;
    std::uint32_t head = end - 1;  // of a German or English phrase the last word before a preposition
    for (std::uint32_t i = first + 1; i < end; ++i) {
        if (!is_one_of<kInside>(view_.tokens[i].key)) continue;
        head = i - 1;
        break;
    }
    if (view_.language == Language::French) head = first;
    for (std::uint32_t i = first; i < end; ++i) {
        const WordEntry& word = view_.words[i];
        const bool is_other = word.is(WordClass::LegalForm) || word.is(WordClass::Month) ||
                              word.is(WordClass::Title) || word.is(WordClass::Weekday);
        if (is_other) return false;
    }
    const bool is_verb = view_.language != Language::German &&
                         view_.tokens[first].writing == Writing::Lower &&
                         view_.is(first, WordClass::NameVerb);
    const Key& opening = view_.tokens[first].key;
    const bool is_infinitive = view_.language == Language::French &&
                               (opening.ends_with("er") || opening.ends_with("ir")) &&
                               view_.is(first + 1, WordClass::Article);
    if (is_infinitive) return false;  // "et à améliorer la A"
    if (is_verb) return false;        // "autour de A et vise à …"
    const WordEntry& word = view_.words[head];
    const bool is_phrase = end > first + 1;
    // "den Bereichen A": the noun only leads to A.
    if (view_.language == Language::German && is_phrase && view_.is(first, WordClass::TopicTrigger))
        return false;
    const bool is_other = is_kind_of_thing(head, is_phrase) || word.is(WordClass::Role) ||
                          (word.is(WordClass::TopicTrigger) && !is_phrase) || word.is(WordClass::Ordinary);
    if (is_other || view_.lexicon->adjective(view_.tokens[end - 1].key) || is_hollow(first, end))
        return false;
    // A single capitalised word of English or French is a name.
    const bool is_name = view_.language != Language::German && view_.is_capital(first) && !told;
    return !is_name;
}

/// Nouns for bodies and things to count are no topics; a phrase with a noun for work is one ("research
/// initiatives", "plateformes logicielles").
bool TopicItems::is_kind_of_thing(std::uint32_t head, bool is_phrase) const {
    const WordEntry& word = view_.words[head];
    if (word.is(WordClass::TopicHead)) return word.is(WordClass::Counted) && !is_phrase;
    if (is_phrase && word.is(WordClass::Noun) && !word.is(WordClass::Counted)) {
        const Key& key = view_.tokens[head].key;
        const bool is_thing = word.kind == EntityKind::Project || word.kind == EntityKind::Programme ||
                              word.kind == EntityKind::Event || word.kind == EntityKind::Agreement;
        return !is_thing && !key.starts_with("plat") && !key.starts_with("structure") &&
               !key.starts_with("reseaux") && !key.starts_with("network");
    }
    return word.is(WordClass::Noun) || word.is(WordClass::Counted) || word.is(WordClass::Reference);
}

/// "Zusammenarbeit zwischen Clustern": with whom belongs to it.
bool TopicItems::is_joint_work(std::uint32_t i) const {
    static constexpr auto kJoint = std::to_array<std::string_view>(
        {"austausch", "collaboration", "collaborations", "cooperation", "cooperations", "echanges",
         "kooperation", "kooperationen", "partnerships", "partnerschaften", "vernetzung", "zusammenarbeit"});
    static constexpr auto kBetween = std::to_array<std::string_view>({"between", "entre", "zwischen"});
    if (i == 0 || !view_.is_word(i) || !is_one_of<kBetween>(view_.tokens[i].key)) return false;
    std::uint32_t next = i + 1;
    while (view_.is(next, WordClass::Article)) ++next;
    const bool is_name = view_.language == Language::German ? !view_.is_word(next) || view_.is_striking(next)
                                                            : view_.is_capital(next);
    return is_one_of<kJoint>(view_.tokens[i - 1].key) && !is_name && view_.is_word(next) &&
           !view_.lexicon->is_place(view_.tokens[next].key) && !view_.is_small(next);
}

/// "die Elektronik in Europa", "l'autonomie de l'Europe": where it is does not belong to it.
std::uint32_t TopicItems::without_place(std::uint32_t first, std::uint32_t end) const {
    const auto is_place = [&](std::uint32_t i) {
        return view_.is_capital(i) && (view_.lexicon->is_place(view_.tokens[i].key) ||
                                       view_.lexicon->adjective(view_.tokens[i].key));
    };
    std::uint32_t i = end;
    while (i > first + 1 && is_place(i - 1)) --i;
    if (i == end) return end;
    while (i > first + 1 && view_.is(i - 1, WordClass::Article)) --i;
    if (i > first + 1 && is_one_of<kInside>(view_.tokens[i - 1].key)) return i - 1;
    return end;
}

/// A word alone that tells nothing: a participle, "interest", "years".
bool TopicItems::is_hollow(std::uint32_t first, std::uint32_t end) const {
    static constexpr auto kHollow = std::to_array<std::string_view>({"access",        "activities",
                                                                     "activity",      "actions",
                                                                     "aims",          "anschluss",
                                                                     "ausbau",        "aufbau",
                                                                     "benefits",      "capacity",
                                                                     "closer",        "collaboration",
                                                                     "commercial",    "complementarities",
                                                                     "cooperation",   "cooperations",
                                                                     "depends",       "development",
                                                                     "echanges",      "ecosystem",
                                                                     "ecosystemes",   "efforts",
                                                                     "exchange",      "exchanges",
                                                                     "growth",        "interest",
                                                                     "interests",     "kooperation",
                                                                     "kooperationen", "links",
                                                                     "needs",         "number",
                                                                     "open",          "part",
                                                                     "people",        "pick",
                                                                     "position",      "potential",
                                                                     "program",       "programs",
                                                                     "progress",      "quality",
                                                                     "products",      "produits",
                                                                     "produkte",      "relations",
                                                                     "results",       "role",
                                                                     "services",      "beteiligten",
                                                                     "business",      "scientifique",
                                                                     "stellung",      "technologique",
                                                                     "ties",          "use",
                                                                     "visibility",    "visibilite",
                                                                     "work",          "years",
                                                                     "zusammenarbeit"});
    if (view_.language == Language::English && end > first &&
        view_.tokens[end - 1].writing == Writing::Lower && view_.tokens[end - 1].key.ends_with("ed") &&
        view_.tokens[end - 1].key.size() > 4 && !view_.tokens[end - 1].key.ends_with("eed"))
        return true;  // "renewed", "exports connected"
    if (view_.is(first, WordClass::NumberWord) || view_.is_number(end - 1)) return true;
    constexpr std::size_t kLetters = 5;
    const bool is_name = told_ == Told::Talk && end == first + 1 && !known_.contains(first) &&
                         view_.tokens[first].writing == Writing::Capitals &&
                         view_.tokens[first].key.size() >= kLetters;
    if (is_name) return true;  // "berichtete über MUSTEX"
    const Key& word = view_.tokens[first].key;
    const bool is_plain = view_.lexicon->is_ordinary(word) || has_noun_ending(word) || word.ends_with("ei");
    const bool is_somebody = end == first + 1 && !is_plain && !known_.contains(first) && view_.has(end) &&
                             view_.tokens[end].kind == TokenKind::BracketOpen && view_.has(end + 1) &&
                             view_.lexicon->is_place(view_.tokens[end + 1].key);
    if (is_somebody && view_.is_capital(first)) return true;  // "mit Musterlicht (Musterstadt)"
    return end == first + 1 && is_one_of<kHollow>(view_.tokens[first].key);
}

void TopicItems::push(std::uint32_t first, std::uint32_t end) {
    // The vocabulary knows it by its best name; that it is told is what is new.
    const auto known = known_.find(first);
    if (known != known_.end() && out_[known->second].end == end && out_[known->second].told == Told::No) {
        out_[known->second].told = told_;
        marked_.push_back(known->second);
    }
    Candidate made;
    made.first = made.name_first = first;
    made.end = made.name_end = end;
    made.kind = EntityKind::Topic;
    made.kind_told = true;
    made.weight = end - first > 1 ? kLongToldWeight : kToldWeight;
    made.confidence = 0.7;
    made.told = told_;
    made.rule = told_ == Told::Purpose ? "told-purpose" : told_ == Told::Talk ? "told-talk" : "told-topic";
    out_.push_back(std::move(made));
}

}  // namespace kontor::press
