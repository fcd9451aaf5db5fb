// SPDX-License-Identifier: EUPL-1.2
#include "press/name_signs.hpp"

#include "press/context.hpp"
#include "press/labels.hpp"
#include "press/one_of.hpp"

#include <algorithm>
#include <array>

namespace kontor::press {

bool has_noun_ending(std::string_view key) {
    for (const std::string_view ending :
         {"ung",     "ungen",  "heit",  "heiten", "keit",    "keiten", "schaft", "schaften",
          "tion",    "tionen", "tat",   "taten",  "ismus",   "nisse",  "nis",    "tum",
          "rinnen",  "ierung", "enden", "logie",  "technik", "wesen",  "linge",  "ling",
          "barkeit", "enz",    "iker",  "isten",  "ler",     "lern"}) {
        if (key.size() > ending.size() + 2 && key.ends_with(ending)) return true;
    }
    return false;
}

bool is_english_compound(std::string_view key) {
    for (const std::string_view last :
         {"-based", "-type", "-led", "-wide", "-funded", "-style", "-like", "-backed", "-financed",
          "-sponsored", "-supported", "-month", "-year", "-day", "-week"}) {
        if (key.size() > last.size() && key.ends_with(last)) return true;
    }
    return false;
}

bool is_project_acronym(std::string_view word) {
    constexpr std::size_t kDatedBytes = 7;
    if (word.size() > 4 &&
        (word.ends_with("-4i") || word.ends_with("-4x") || word.ends_with("4EU") || word.ends_with("@EU")))
        return true;
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    // "Muster2030", "MUS2030": a year joined to a word.
    const bool is_dated =
        word.size() >= kDatedBytes && word.substr(word.size() - 4).starts_with("20") &&
        word.substr(word.size() - 2).find_first_not_of("0123456789") == std::string_view::npos;
    if (is_dated && is_letter(word[word.size() - 5])) return true;
    const std::size_t digit = word.find_first_of("24");
    if (digit == std::string_view::npos || digit < 2 || digit + 2 > word.size()) return false;
    const bool inner = is_letter(word[digit - 1]) && word[digit + 1] >= 'A' && word[digit + 1] <= 'Z';
    return inner && word.find_first_of("0123456789", digit + 1) == std::string_view::npos;
}

bool is_aside(const View& view, std::uint32_t first, std::uint32_t end) {
    std::uint32_t before = first;
    while (before > 0 &&
           (view.tokens[before - 1].kind == TokenKind::QuoteOpen || view.is(before - 1, WordClass::Article)))
        --before;
    return before > 0 && view.same_sentence(before - 1, first) &&
           view.is(before - 1, WordClass::Preposition) && !view.is_mark(end, ",");
}

std::optional<EntityKind> apposed_to(const View& view, std::uint32_t first, std::uint32_t end) {
    const std::uint32_t i = first;
    const bool enclosed =
        i >= 2 && view.is_mark(i - 1, ",") && view.is_mark(end, ",") && view.same_sentence(i - 2, end);
    if (!enclosed || !view.is(i - 2, WordClass::Noun) || view.is(i - 2, WordClass::Counted))
        return std::nullopt;
    return view.words[i - 2].kind;
}

bool is_where(const View& view, const NameRuns& runs, std::uint32_t first, std::uint32_t end) {
    if (first == 0 || !view.same_sentence(first - 1, first) || view.is_striking(first)) return false;
    const bool before_place = view.is_mark(end, ",") && runs.is_place(end + 1) &&
                              view.same_sentence(first, end + 1) && !view.is_mark(first - 1, ",");
    switch (view.language) {
        case Language::German:
            return view.has_key(first - 1, "in") || view.has_key(first - 1, "nahe") ||
                   (view.has_key(first - 1, "aus") && before_place);
        case Language::English:
            return view.has_key(first - 1, "in") || view.has_key(first - 1, "near") ||
                   (before_place && view.is(first - 1, WordClass::Preposition));
        case Language::French:
            return view.written(first - 1) == "à" || view.written(first - 1) == "À" ||
                   (view.has_key(first - 1, "en") && before_place);
    }
    return false;
}

namespace {

/// "Transport", "Klimaschutz": a word that can be a field of a ministry, no name.
bool is_field_word(const View& view, std::uint32_t i) {
    const std::string& key = view.tokens[i].key;
    if (view.lexicon->is_place(key) || view.is(i, WordClass::FirstName)) return false;
    if (view.words[i].classes != 0 || view.lexicon->is_ordinary(key) || has_noun_ending(key)) return true;
    if (!view.lexicon->topics().matches(view.written(i)).empty()) return true;
    static constexpr auto kEndings = std::to_array<std::string_view>(
        {"ment", "ity", "ture", "ing", "ics", "rism", "sport", "ces", "ports"});
    return std::ranges::any_of(kEndings, [&](std::string_view ending) { return key.ends_with(ending); });
}

/// Whether tokens [first, end) name a ministry with the field that it is for.
bool is_ministry_for(const View& view, std::uint32_t first, std::uint32_t end) {
    static constexpr auto kBodies = std::to_array<std::string_view>(
        {"minist", "staatsminist", "bundesminist", "department", "senatsverwaltung"});
    bool is_ministry = false;
    for (std::uint32_t i = first; i < end; ++i) {
        const std::string& key = view.tokens[i].key;
        is_ministry = is_ministry || begins_with_one_of<kBodies>(key);
        if (is_ministry && (key == "of" || key == "for" || key == "fur")) return true;
    }
    return false;
}

}  // namespace

std::uint32_t end_of_fields(const View& view, std::uint32_t first, std::uint32_t end) {
    constexpr std::uint32_t kFields = 8;
    constexpr std::uint32_t kWords = 3;  // of one field
    if (!view.is_mark(end, ",") || !is_ministry_for(view, first, end)) return end;
    const auto field_end = [&](std::uint32_t from) {
        std::uint32_t at = from;
        while (at < from + kWords && view.same_sentence(first, at) && view.is_capital(at) &&
               !view.is(at, WordClass::Role) && !view.is_striking(at))
            ++at;
        return at > from && is_field_word(view, at - 1) ? at : from;
    };
    std::uint32_t at = end;
    for (std::uint32_t field = 0; field < kFields; ++field) {
        std::uint32_t next = view.is_mark(at, ",") ? at + 1 : at;
        const bool is_last = view.has_key(next, "und") || view.has_key(next, "and");
        if (is_last) ++next;
        const std::uint32_t stop = next == at ? next : field_end(next);
        if (stop == next) return end;
        at = stop;
        if (is_last) return at;
    }
    return end;
}

bool keeps_capitals(const View& view, std::uint32_t i) {
    return view.language != Language::German && !is_title_case(view, view.tokens[i].sentence);
}

bool is_english_occasion(const View& view, std::uint32_t i) {
    static constexpr auto kOccasions =
        std::to_array<std::string_view>({"summit", "day", "days", "conference", "congress", "fair", "awards",
                                         "week", "convention", "exhibition", "meeting", "matchmaking"});
    return view.tokens[i].writing == Writing::Capital && is_one_of<kOccasions>(view.tokens[i].key);
}

bool is_edition(const View& view, std::uint32_t i) {
    const std::string_view year = view.is_number(i + 1) ? view.written(i + 1) : std::string_view();
    const bool dated = year.size() == 4 && (year.starts_with("19") || year.starts_with("20"));
    if (!dated || !view.is_striking(i) || i == 0 || !view.same_sentence(i - 1, i + 1)) return false;
    for (const std::string_view one : {"au", "aux", "at", "der", "zur", "zum", "beim", "la"}) {
        if (view.has_key(i - 1, one)) return true;
    }
    return false;
}

bool is_participle(const View& view, std::uint32_t i) {
    const std::string_view key = view.tokens[i].key;
    const auto ends = [&](const auto& endings) {
        return std::ranges::any_of(endings, [&](std::string_view ending) {
            return key.size() > ending.size() + 3 && key.ends_with(ending);
        });
    };
    switch (view.language) {
        case Language::German:
            return ends(std::to_array<std::string_view>({"end", "ert", "elt", "lich", "isch", "ig"})) ||
                   (key.starts_with("ge") && ends(std::to_array<std::string_view>({"t", "en"})));
        case Language::English:
            return ends(std::to_array<std::string_view>({"ing", "ed", "ly"}));
        case Language::French:
            return ends(
                std::to_array<std::string_view>({"ant", "is", "ie", "ies", "ee", "ees", "es", "ement"}));
    }
    return false;
}

namespace {

/// "Austria (Musterland): A, B": a list by places.
bool opens_with_place(const View& view, const Sentence& sentence) {
    constexpr std::uint32_t kHead = 9;
    bool has_place = false;
    for (std::uint32_t i = sentence.first; i < sentence.end && i < sentence.first + kHead; ++i) {
        if (view.is_mark(i, ":")) return has_place;
        has_place = has_place || view.lexicon->is_place(view.tokens[i].key);
    }
    return false;
}

}  // namespace

bool is_title_case(const View& view, std::uint32_t sentence) {
    const Sentence& one = view.sentences[sentence];
    if (view.language == Language::German || one.kind == SentenceKind::Running) return false;
    if (one.kind == SentenceKind::Item || label_of(view.tokens, one) || opens_with_place(view, one))
        return false;
    int words = 0;
    int capitals = 0;
    for (std::uint32_t i = one.first; i < one.end; ++i) {
        if (!view.is_word(i) || view.is_small(i)) continue;
        ++words;
        capitals += view.is_capital(i) ? 1 : 0;
    }
    return words >= 4 && capitals * 10 >= words * 6;
}

bool is_roman(std::string_view written) {
    return written.find_first_not_of("IVX") == std::string_view::npos;
}

std::uint32_t legal_form(const View& view, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = end; i-- > first;) {
        if (!view.is(i, WordClass::LegalForm)) continue;
        if (view.is_mark(i + 1, "&") && !view.tokens[i + 1].spaced) continue;  // "SA&AM"
        const bool written = view.tokens[i].writing == Writing::Capitals ||
                             view.tokens[i].writing == Writing::Mixed || view.tokens[i].key.size() >= 3 ||
                             view.has_key(i, "oy");
        if (written) return i;
    }
    return kNoToken;
}

bool is_compound_of_name(const View& view, std::uint32_t i) {
    const Key& key = view.tokens[i].key;
    const std::size_t hyphen = key.rfind('-');
    if (hyphen == std::string::npos || hyphen == 0 || hyphen + 5 > key.size()) return false;
    const std::string_view last = std::string_view(key).substr(hyphen + 1);
    if (view.lexicon->word(last).is(WordClass::NameHint) || view.words[i].is(WordClass::NameHint))
        return false;
    return view.lexicon->is_ordinary(last) || last.starts_with("gef") || last.ends_with("weit") ||
           last.ends_with("weite");
}

bool is_firm_noun(const View& view, std::uint32_t i) {
    return view.words[i].compound && view.is(i, WordClass::Noun) && view.words[i].kind == EntityKind::Company;
}

bool is_part_of_university(const View& view, std::uint32_t i) {
    if (!view.is_capital(i)) return false;
    const std::string_view key = view.tokens[i].key;
    for (const std::string_view word :
         {"techni", "katholi", "evangeli", "padagogi", "medizini", "tierarztli"}) {
        if (key.starts_with(word)) return true;
    }
    return false;
}

bool is_named_after(const View& view, const NameRuns& runs, std::uint32_t first, std::uint32_t end) {
    const EntityKind kind = view.words[first].kind;
    const bool is_body = kind == EntityKind::Cluster || kind == EntityKind::Association;
    if (view.language != Language::German || !is_body || first + 1 >= end || !view.is_capital(first + 1) ||
        view.sentences[view.tokens[first].sentence].kind != SentenceKind::Running)
        return false;
    const WordEntry& next = view.words[first + 1];
    const bool is_plain = next.classes == 0 || (next.is(WordClass::Noun) && next.compound);
    return is_plain && !runs.is_place(first + 1) && !has_noun_ending(view.tokens[first + 1].key);
}

bool has_sign(const View& view, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = first; i < end; ++i) {
        if (view.is(i, WordClass::LegalForm) || (view.is_striking(i) && end - first <= 3)) return true;
    }
    return false;
}

bool is_area_noun(const View& view, std::uint32_t i) {
    static constexpr auto kAreas = std::to_array<std::string_view>(
        {"provinz",      "prafektur",      "bundesstaat", "bundesland",  "kanton",
         "landkreis",    "woiwodschaft",   "distrikt",    "department",  "grafschaft",
         "gouvernement", "woiwodschaften", "halbinsel",   "insel",       "gespanschaft",
         "oblast",       "province",       "prefecture",  "county",      "voivodeship",
         "municipality", "bundesstaats",   "kantons",     "landkreises", "bezirk"});
    return view.is_capital(i) && is_one_of<kAreas>(view.tokens[i].key);
}

bool is_firms_last_word(const View& view, std::uint32_t i) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"aerospace",      "airlines",    "analytics",      "automotive",      "aviation",
         "biotech",        "business",    "chemical",       "chemicals",       "cleantech",
         "composites",     "devices",     "diagnostics",    "display",         "displays",
         "electric",       "electronics", "engineering",    "foods",           "health",
         "healthcare",     "imaging",     "industries",     "innovation",      "innovations",
         "instruments",    "lasers",      "logistics",      "manufacturing",   "maritime",
         "materials",      "medical",     "mobility",       "motors",          "networks",
         "optics",         "pharma",      "pharmaceutical", "pharmaceuticals", "photonics",
         "plastics",       "power",       "robotics",       "sciences",        "semiconductor",
         "semiconductors", "services",    "software",       "solutions",       "systems",
         "technologies",   "technology",  "telecom",        "therapeutics",    "valley",
         "ventures",       "cyber",       "energies",       "biosciences"});
    return view.tokens[i].writing == Writing::Capital && is_one_of<kWords>(view.tokens[i].key);
}

bool is_direction_or_foreign(const View& view, std::uint32_t i) {
    for (const std::string_view one :
         {"nord",      "sud",     "ost",       "west",          "est",    "ouest",      "north",  "south",
          "east",      "digital", "smart",     "international", "invest", "innovation", "trade",  "aviation",
          "aerospace", "energy",  "marketing", "tourismus",     "export", "capital",    "kapital"}) {
        if (view.has_key(i, one)) return true;
    }
    return view.language != Language::German && !is_title_case(view, view.tokens[i].sentence);
}

bool is_field_pole(const View& view, std::uint32_t first, std::uint32_t end) {
    static constexpr auto kNouns = std::to_array<std::string_view>({"pole", "cluster", "reseau", "grappe"});
    static constexpr auto kDefinite =
        std::to_array<std::string_view>({"le", "la", "l'", "du", "au", "ce", "cette"});
    if (view.language != Language::French || first < 2 || !view.same_sentence(first - 1, first)) return false;
    const bool is_one = view.tokens[first - 1].writing == Writing::Lower &&
                        is_one_of<kNouns>(view.tokens[first - 1].key) &&
                        is_one_of<kDefinite>(view.tokens[first - 2].key);
    return is_one && end <= first + 2 && !view.lexicon->is_place(view.tokens[first].key) &&
           !view.is(first, WordClass::Role) && !view.is(first, WordClass::Month);
}

EntityKind kind_of_head(const View& view, std::uint32_t begin, std::uint32_t noun, std::uint32_t end) {
    const EntityKind kind = view.words[noun].kind;
    const Key& key = view.tokens[noun].key;
    const bool is_open = key == "partnership" || key == "consortium" || key == "partenariat";
    // "European Muster Clusters Initiative": of several clusters it is a body.
    const bool has_many = key == "initiative" && begin < noun &&
                          (view.has_key(noun - 1, "clusters") || view.has_key(noun - 1, "cluster"));
    if (has_many && noun >= begin + 2) return EntityKind::Association;
    if (kind != EntityKind::Project || !is_open) return kind;
    for (std::uint32_t i = begin; i < noun; ++i) {
        if (view.is(i, WordClass::Noun) && view.words[i].kind == EntityKind::Cluster)
            return EntityKind::Cluster;
    }
    const auto told = view.is_mark(end, ",") ? kind_after(view, end) : std::nullopt;
    if (told && is_organisation(*told)) return *told;
    // "Musterland Water Partnership", "Research Musterberg Regional Partnership": that of a place is a body.
    const Key& first = view.tokens[begin].key;
    const bool is_of_place =
        noun >= begin + 2 && view.language != Language::German &&
        (view.lexicon->adjective(first) || view.lexicon->is_place(first) ||
         view.has_key(noun - 1, "regional") ||
         (view.has_key(noun + 1, "of") && view.lexicon->is_place(view.tokens[end - 1].key)));
    return is_of_place && !first.starts_with("europ") ? EntityKind::Association : kind;
}

bool follows_post(const View& view, std::uint32_t i) {
    constexpr std::uint32_t kBack = 6;
    if (i < 2 || !view.same_sentence(i - 1, i) || !view.is(i - 1, WordClass::Preposition)) return false;
    for (std::uint32_t back = 2; back <= kBack && back <= i && view.same_sentence(i - back, i); ++back) {
        if (view.is(i - back, WordClass::Role)) return true;
    }
    return false;
}

bool is_street(const View& view, std::uint32_t first, std::uint32_t end) {
    static constexpr auto kLast = std::to_array<std::string_view>(
        {"square", "street", "avenue", "road", "lane", "boulevard", "platz", "strasse", "straße", "allee"});
    static constexpr auto kFirst =
        std::to_array<std::string_view>({"rue", "avenue", "boulevard", "place", "quai"});
    if (end < first + 2) return false;
    return is_one_of<kLast>(view.tokens[end - 1].key) ||
           (view.language == Language::French && is_one_of<kFirst>(view.tokens[first].key));
}

bool is_post(const View& view, std::uint32_t first, std::uint32_t end) {
    bool is_press_line = true;
    bool has_press = false;
    for (std::uint32_t i = first; i < end; ++i) {
        is_press_line = is_press_line && view.tokens[i].writing == Writing::Capitals;
        has_press = has_press || view.has_key(i, "presse") || view.has_key(i, "press");
    }
    if (is_press_line && has_press) return true;
    const bool is_led = view.has_key(end, "of") || view.has_key(end, "at") || view.has_key(end, "for");
    const bool is_role = view.is(end - 1, WordClass::Role) || view.has_key(end - 1, "lead");
    return view.language == Language::English && is_led && is_role;
}

std::uint32_t after_halves(const View& view, std::uint32_t first, std::uint32_t end) {
    while (first + 2 < end && view.written(first).ends_with('-') && view.has_key(first + 1, "und")) {
        const EntityKind kind = view.words[first + 2].kind;
        const bool is_name = view.is(first + 2, WordClass::Noun) && kind != EntityKind::Cluster &&
                             kind != EntityKind::Company && is_organisation(kind);
        if (is_name) return first;
        first += 2;
    }
    return first;
}

bool is_body_at_end(const View& view, std::uint32_t first, std::uint32_t end) {
    const EntityKind kind = view.words[end - 1].kind;
    return view.language == Language::English && end >= first + 3 && view.has_key(first, "cluster") &&
           view.is(end - 1, WordClass::Noun) && is_organisation(kind) && kind != EntityKind::Company &&
           view.tokens[end - 1].writing == Writing::Capital;
}

bool is_office_of_place(const View& view, const NameRuns& runs, std::uint32_t first, std::uint32_t end) {
    const EntityKind kind = view.words[first].kind;
    const bool is_body = kind == EntityKind::PublicBody || kind == EntityKind::Association ||
                         kind == EntityKind::University || kind == EntityKind::ResearchInstitute ||
                         view.tokens[first].key.ends_with("management");
    return is_body && end == first + 2 && runs.is_place(first + 1) && has_article(view, first) &&
           !view.tokens[first + 1].key.ends_with('s');
}

bool is_plain_compound(const View& view, std::uint32_t i) {
    return view.words[i].compound &&
           (view.language == Language::German || view.tokens[i].key.find('-') == std::string::npos);
}

bool is_field_cluster(const View& view, const NameRuns& runs, std::uint32_t first, std::uint32_t end) {
    if (view.language != Language::German || first == 0 || !view.has_key(first, "cluster")) return false;
    const bool is_one = view.has_key(first - 1, "der") || view.has_key(first - 1, "dem") ||
                        view.has_key(first - 1, "des") || view.has_key(first - 1, "den") ||
                        view.has_key(first - 1, "vom") || view.has_key(first - 1, "beim") ||
                        view.has_key(first - 1, "das") || view.has_key(first - 1, "im");
    return is_one && end == first + 2 && runs.is_topic(first + 1);
}

bool is_hinted(const View& view, const NameRuns& runs, std::uint32_t i, std::uint32_t end) {
    return i + 2 == end && view.is(i + 1, WordClass::NameHint) && !view.is(i + 1, WordClass::Noun) &&
           !view.is_small(i) && view.words[i + 1].hint == EntityKind::Cluster && !runs.is_place(i) &&
           !view.lexicon->adjective(view.tokens[i].key);
}

bool is_year(const View& view, std::uint32_t i) {
    const std::string_view written = view.is_number(i) ? view.written(i) : std::string_view();
    return written.size() == 4 && (written.starts_with("19") || written.starts_with("20"));
}

bool is_meta_cluster(const View& view, std::uint32_t first, std::uint32_t end) {
    return first > 0 && end == first + 1 && view.tokens[first - 1].key.starts_with("meta") &&
           is_project_acronym(view.written(first));
}

bool has_place(const NameRuns& runs, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = first; i < end; ++i) {
        if (runs.is_place(i)) return true;
    }
    return false;
}

bool all_places(const NameRuns& runs, std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t i = first; i < end; ++i) {
        if (!runs.is_place(i)) return false;
    }
    return true;
}

bool is_english_name_word(const View& view, std::uint32_t i) {
    const WordEntry& word = view.words[i];
    return view.language == Language::English && word.is(WordClass::TopicHead) &&
           !word.is(WordClass::Ordinary) && !word.is(WordClass::Role) && !word.is(WordClass::TopicTrigger) &&
           view.tokens[i].writing == Writing::Capital &&
           view.sentences[view.tokens[i].sentence].kind == SentenceKind::Running &&
           !is_title_case(view, view.tokens[i].sentence);
}

EntityKind house_kind(const View& view, std::uint32_t i) {
    const Key& key = view.tokens[i].key;
    return view.lexicon->noun(std::string_view(key).substr(key.rfind('-') + 1)).kind;
}

bool is_house_named_after(const View& view, std::uint32_t i) {
    constexpr std::size_t kShortest = 5;
    const Key& key = view.tokens[i].key;
    const std::size_t hyphen = key.rfind('-');
    if (view.language != Language::German || !view.is_capital(i) || hyphen == std::string::npos ||
        hyphen < kShortest || hyphen + kShortest > key.size())
        return false;
    const std::string_view whom = std::string_view(key).substr(0, hyphen);
    const WordEntry house = view.lexicon->noun(std::string_view(key).substr(hyphen + 1));
    const bool is_house =
        house.is(WordClass::Noun) && !house.is(WordClass::Counted) &&
        (house.kind == EntityKind::University || house.kind == EntityKind::ResearchInstitute);
    return is_house && !view.lexicon->is_ordinary(whom) && !has_noun_ending(whom) &&
           !view.lexicon->adjective(whom) && view.lexicon->topics().matches(whom).empty();
}

bool is_nationality(const View& view, std::uint32_t i, std::uint32_t end) {
    return view.language == Language::English && i + 1 < end && i > 0 &&
           view.lexicon->adjective(view.tokens[i].key) && view.is(i - 1, WordClass::Article);
}

}  // namespace kontor::press
