// SPDX-License-Identifier: EUPL-1.2
#include "press/lexicon.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <unordered_map>
#include <unordered_set>

#include "press/edge_filter.hpp"
#include "press/lexicon_lists.hpp"
#include "press/words.hpp"
#include "text/countries.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kShortestCompound = 7;
constexpr std::size_t kShortestPart = 3;
constexpr std::size_t kLongestCompound = 80;
constexpr std::size_t kHeadBytes = 4;  // at least so many are left without an ending
constexpr std::size_t kTailBytes = 3;

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
};
template <class V>
using Map = std::unordered_map<std::string, V, Hash, std::equal_to<>>;

constexpr auto kWordSections =
    std::to_array<std::pair<std::string_view, WordClass>>({{"titles", WordClass::Title},
                                                           {"roles", WordClass::Role},
                                                           {"first-names", WordClass::FirstName},
                                                           {"weekdays", WordClass::Weekday},
                                                           {"topic-triggers", WordClass::TopicTrigger},
                                                           {"topic-heads", WordClass::TopicHead},
                                                           {"topic-stop", WordClass::TopicStop},
                                                           {"articles", WordClass::Article},
                                                           {"prepositions", WordClass::Preposition},
                                                           {"conjunctions", WordClass::Conjunction},
                                                           {"function", WordClass::Function},
                                                           {"connectors", WordClass::Connector},
                                                           {"name-verbs", WordClass::NameVerb},
                                                           {"phases", WordClass::Phase},
                                                           {"furniture", WordClass::Furniture},
                                                           {"ordinary", WordClass::Ordinary}});

/// The letters that no ending reaches.
std::string_view head_of(std::string_view word) {
    return word.substr(0, kHeadBytes);
}

std::string_view tail_of(std::string_view word) {
    return word.substr(word.size() - std::min(word.size(), kTailBytes));
}

constexpr unsigned bit(WordClass word_class) {
    return 1U << static_cast<unsigned>(word_class);
}

/// Endings of German adjectives and nouns, French and English plurals, the longest first.
constexpr auto kEndings = std::to_array<std::string_view>(
    {"innen", "ischen", "en", "er", "em", "es", "ne", "le", "e", "s", "n", "in", "x"});
constexpr auto kAdjectiveEndings =
    std::to_array<std::string_view>({"en", "er", "em", "es", "ne", "nes", "e", "s"});
constexpr auto kNounEndings = std::to_array<std::string_view>({"en", "es", "er", "e", "s", "n"});

}  // namespace

struct Lexicon::Data {
    explicit Data(text::TopicTagger tagger) : topics(std::move(tagger)) {}
    Map<WordEntry> words;
    Map<WordEntry> last_parts;
    Map<std::uint32_t> adjectives;
    EdgeFilter word_heads;  // of these maps, to spare most look-ups
    EdgeFilter adjective_heads;
    EdgeFilter part_tails;
    EdgeFilter whole_words;  // of the same maps, whole
    EdgeFilter whole_parts;
    EdgeFilter whole_adjectives;

    void add_filters() {
        for (const auto& [word, entry] : words) {
            word_heads.add(head_of(word));
            whole_words.add(word);
        }
        for (const auto& [word, index] : adjectives) {
            adjective_heads.add(head_of(word));
            whole_adjectives.add(word);
        }
        for (const auto& [word, entry] : last_parts) {
            part_tails.add(tail_of(word));
            whole_parts.add(word);
        }
    }
    /// As find(), but most words that are not there cost no look at the map.
    template <class V>
    static auto found(const Map<V>& map, const EdgeFilter& filter, std::string_view word) {
        return filter.may_hold(word) ? map.find(word) : map.end();
    }
    std::vector<std::string> texts{""};
    std::vector<LexiconName> names;
    Map<std::uint32_t> places;  // of one word
    std::vector<LexiconClue> clues;
    text::TopicTagger topics;
    std::shared_ptr<const text::CompoundSplitter> splitter;
};

namespace {

/// Puts the lines of the lists into the maps.
class Filler {
public:
    explicit Filler(Map<WordEntry>& words, Map<WordEntry>& parts, std::vector<std::string>& texts,
                    std::vector<LexiconName>& names)
        : words_(words), parts_(parts), texts_(texts), names_(names) {}

    void take(const LexiconLine& line) {
        for (const auto& [section, word_class] : kWordSections) {
            if (line.section != section) continue;
            for (const std::string& item : line.items) add(item, word_class);
            if (is_small_section(word_class)) mark_language(line);
            return;
        }
        if (line.section == "clues") {
            clues_.push_back(line);
        } else if (line.section == "general-topics") {
            general_.insert(line.items.begin(), line.items.end());
        } else if (!take_kinds(line) && !take_values(line)) {
            take_names(line);
        }
    }

    [[nodiscard]] const std::unordered_set<std::string>& general() const { return general_; }
    [[nodiscard]] const std::vector<LexiconLine>& clues() const { return clues_; }

private:
    static bool is_small_section(WordClass word_class) {
        return word_class == WordClass::Article || word_class == WordClass::Preposition ||
               word_class == WordClass::Conjunction || word_class == WordClass::Function;
    }

    void mark_language(const LexiconLine& line) {
        const std::uint8_t languages = line.head == "de"   ? 1
                                       : line.head == "en" ? 2
                                       : line.head == "fr" ? 4
                                                           : 7;
        for (const std::string& item : line.items) {
            each(item, [&](WordEntry& entry) {
                entry.small_in = static_cast<std::uint8_t>(entry.small_in | languages);
            });
        }
    }

    /// The entries to be filled for an item: the whole word's, and that of a last part.
    template <class F>
    void each(const std::string& item, F&& fill) {
        const bool is_part = item.size() > 1 && item.front() == '-';
        const std::string key = key_of(is_part ? std::string_view(item).substr(1) : std::string_view(item));
        fill(words_[key]);
        if (is_part) fill(parts_[key]);
    }
    void add(const std::string& item, WordClass word_class) {
        each(item, [&](WordEntry& entry) { entry.classes |= bit(word_class); });
    }

    bool take_kinds(const LexiconLine& line) {
        const EntityKind kind = line.kind;
        const auto fill_all = [&](WordClass word_class, EntityKind WordEntry::*member) {
            for (const std::string& item : line.items) {
                each(item, [&](WordEntry& entry) {
                    if (!entry.is(word_class)) entry.*member = kind;
                    entry.classes |= bit(word_class);
                });
            }
            return true;
        };
        if (line.section == "nouns") return fill_all(WordClass::Noun, &WordEntry::kind);
        if (line.section == "references") return fill_all(WordClass::Reference, &WordEntry::reference);
        if (line.section == "legal-forms") return fill_all(WordClass::LegalForm, &WordEntry::form);
        if (line.section == "name-hints") return fill_all(WordClass::NameHint, &WordEntry::hint);
        return false;
    }

    bool take_values(const LexiconLine& line) {
        for (const std::string& item : line.items) {
            if (line.section == "months") {
                each(item, [&](WordEntry& entry) {
                    entry.classes |= bit(WordClass::Month);
                    entry.month = static_cast<std::int8_t>(line.number);
                });
            } else if (line.section == "numbers") {
                each(item, [&](WordEntry& entry) {
                    entry.classes |= bit(WordClass::NumberWord);
                    entry.number = line.number;
                });
            } else if (line.section == "counted" || line.section == "currencies") {
                const auto word_class = line.section == "counted" ? WordClass::Counted : WordClass::Currency;
                each(item, [&](WordEntry& entry) {
                    entry.classes |= bit(word_class);
                    entry.text = text_of(line.head);
                });
            } else if (line.section == "bounds") {
                const auto word_class = line.head == "over"    ? WordClass::BoundOver
                                        : line.head == "about" ? WordClass::BoundAbout
                                                               : WordClass::BoundUpTo;
                add(item, word_class);
            } else {
                return false;
            }
        }
        return true;
    }

    void take_names(const LexiconLine& line) {
        LexiconName name;
        name.kind = line.kind;
        name.country = line.country;
        if (line.section == "names-each" || line.section == "towns") {
            for (const std::string& item : line.items) {
                name.forms = split(item, '=');
                name.town = line.section == "towns";
                names_.push_back(name);
            }
            return;
        }
        name.forms = line.items;
        name.adjectives = line.adjectives;
        name.whole_country = line.section == "demonyms" || line.section == "countries";
        if (line.section == "demonyms") std::swap(name.forms, name.adjectives);
        if (line.section == "names") {  // other lists may add forms to a name
            const auto [base, fresh] =
                bases_.try_emplace(name.forms.front() + '|' + name.country, names_.size());
            if (!fresh) {
                std::vector<std::string>& forms = names_[base->second].forms;
                forms.insert(forms.end(), name.forms.begin() + 1, name.forms.end());
                return;
            }
        }
        names_.push_back(std::move(name));
    }

    std::uint32_t text_of(const std::string& text) {
        const auto index = static_cast<std::uint32_t>(std::ranges::find(texts_, text) - texts_.begin());
        if (index == texts_.size()) texts_.push_back(text);
        return index;
    }

    Map<WordEntry>& words_;
    Map<WordEntry>& parts_;
    std::vector<std::string>& texts_;
    std::vector<LexiconName>& names_;
    std::unordered_set<std::string> general_;
    std::vector<LexiconLine> clues_;
    std::unordered_map<std::string, std::size_t> bases_;  // of [names]: index by base form and country
};

/// For each topic whether it or one above it is among `general`.
std::vector<bool> general_topics(std::span<const model::Topic> topics,
                                 const std::unordered_set<std::string>& general) {
    constexpr int kDeepest = 10;
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < topics.size(); ++i) by_id.emplace(topics[i].id, i);
    std::vector<bool> result(topics.size(), false);
    for (std::size_t i = 0; i < topics.size(); ++i) {
        std::size_t at = i;
        for (int depth = 0; depth < kDeepest && !result[i]; ++depth) {
            result[i] = general.contains(topics[at].id);
            const auto parent = by_id.find(topics[at].parent);
            if (parent == by_id.end()) break;
            at = parent->second;
        }
    }
    return result;
}

/// One name per country: its names of the CLDR, those of the lists, and its adjectives.
void join_countries(std::vector<LexiconName>& names) {
    std::vector<LexiconName> joined;
    std::unordered_map<std::string, std::size_t> by_code;
    for (const std::string_view code : text::country_codes()) {
        LexiconName country;
        country.kind = EntityKind::Place;
        country.whole_country = true;
        country.country = std::string(code);
        for (const std::string_view language : {"de", "en", "fr"}) {
            std::string name = text::country_name(code, language);
            country.forms.push_back(std::move(name));
        }
        by_code.emplace(country.country, joined.size());
        joined.push_back(std::move(country));
    }
    for (LexiconName& name : names) {
        const bool of_country = name.whole_country && by_code.contains(name.country);
        if (!of_country) {
            joined.push_back(std::move(name));
            continue;
        }
        LexiconName& country = joined[by_code[name.country]];
        for (std::string& form : name.forms) country.forms.push_back(std::move(form));
        for (std::string& form : name.adjectives) country.adjectives.push_back(std::move(form));
    }
    names = std::move(joined);
}

std::vector<LexiconClue> clues_of(const std::vector<LexiconLine>& lines,
                                  const std::vector<LexiconName>& names) {
    std::vector<LexiconClue> clues;
    for (const LexiconLine& line : lines) {
        const auto found = std::ranges::find_if(
            names, [&](const LexiconName& name) { return name.forms.front() == line.head; });
        if (found == names.end()) continue;
        LexiconClue clue;
        clue.name = static_cast<std::uint32_t>(found - names.begin());
        for (const std::string& item : line.items) {
            std::vector<std::string>& group = clue.groups.emplace_back();
            for (const std::string& word : split(item, '=')) group.push_back(key_of(word));
        }
        clues.push_back(std::move(clue));
    }
    return clues;
}

}  // namespace

base::Result<Lexicon> Lexicon::make(const LexiconParts& parts) {
    auto data = std::make_unique<Data>(text::TopicTagger(parts.topics, parts.splitter));
    data->splitter = parts.splitter;
    base::Errors faults;
    Filler filler(data->words, data->last_parts, data->texts, data->names);
    for (const LexiconText& list : parts.lists) {
        const auto lines = lexicon_lines(list.name, list.text);
        if (!lines) {
            faults.insert(faults.end(), lines.errors().begin(), lines.errors().end());
            continue;
        }
        for (const LexiconLine& line : lines.value()) filler.take(line);
    }
    if (!faults.empty()) return faults;
    join_countries(data->names);
    data->clues = clues_of(filler.clues(), data->names);
    for (const model::Place& place : parts.places) {
        LexiconName town;
        town.kind = EntityKind::Place;
        town.forms.push_back(place.name);
        town.forms.insert(town.forms.end(), place.alternative_names.begin(), place.alternative_names.end());
        town.country = place.country;
        town.town = true;
        data->names.push_back(std::move(town));
    }
    for (std::uint32_t i = 0; i < data->names.size(); ++i) {
        for (const std::string& adjective : data->names[i].adjectives)
            data->adjectives.try_emplace(key_of(adjective), i);
    }
    for (std::uint32_t i = 0; i < data->names.size(); ++i) {
        if (data->names[i].kind != EntityKind::Place) continue;
        for (const std::string& form : data->names[i].forms) {
            if (form.find(' ') == std::string::npos) data->places.try_emplace(key_of(form), i);
        }
    }
    data->add_filters();
    Lexicon lexicon(std::move(data));
    lexicon.general_topics_ = general_topics(parts.topics, filler.general());
    return lexicon;
}

Lexicon::Lexicon(std::unique_ptr<const Data> data) : data_(std::move(data)) {
    static std::atomic<std::uint64_t> made = 0;
    serial_ = ++made;
}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

WordEntry Lexicon::word(std::string_view folded) const {
    const auto& words = data_->words;
    if (!data_->word_heads.may_hold(head_of(folded))) return {};
    if (const auto found = Data::found(words, data_->whole_words, folded); found != words.end())
        return found->second;
    for (const std::string_view ending : kEndings) {
        if (folded.size() < ending.size() + 4 || !folded.ends_with(ending)) continue;
        const auto found =
            Data::found(words, data_->whole_words, folded.substr(0, folded.size() - ending.size()));
        if (found == words.end()) continue;
        WordEntry entry = found->second;
        constexpr unsigned kUninflected = bit(WordClass::FirstName) | bit(WordClass::Preposition) |
                                          bit(WordClass::Conjunction) | bit(WordClass::Connector) |
                                          bit(WordClass::LegalForm) | bit(WordClass::Function) |
                                          bit(WordClass::Article) | bit(WordClass::Title) |
                                          bit(WordClass::NameVerb) | bit(WordClass::NumberWord);
        entry.classes &= ~kUninflected;
        return entry;
    }
    return {};
}

WordEntry Lexicon::noun(std::string_view folded) const {
    WordEntry whole = word(folded);
    const bool only_refers = whole.classes == bit(WordClass::Reference);
    if ((whole.classes != 0 && !only_refers) || folded.size() < kShortestCompound ||
        folded.size() > kLongestCompound)
        return whole;
    const bool ends_so = data_->part_tails.may_hold(tail_of(folded)) ||
                         data_->part_tails.may_hold(tail_of(folded.substr(0, folded.size() - 1)));
    if (!ends_so) return whole;
    for (std::size_t begin = kShortestPart; begin + kShortestPart <= folded.size(); ++begin) {
        const std::string_view rest = folded.substr(begin);
        auto found = Data::found(data_->last_parts, data_->whole_parts, rest);
        if (found == data_->last_parts.end() && (rest.ends_with('s') || rest.ends_with('n')) &&
            rest.size() > 5) {
            found = Data::found(data_->last_parts, data_->whole_parts, rest.substr(0, rest.size() - 1));
        }
        if (found == data_->last_parts.end()) continue;
        WordEntry entry = found->second;
        entry.compound = true;
        if (only_refers) {
            entry.classes |= whole.classes;
            entry.reference = whole.reference;
        }
        return entry;
    }
    return whole;
}

const std::string& Lexicon::text(const WordEntry& entry) const {
    return data_->texts[entry.text];
}

std::optional<std::uint32_t> Lexicon::adjective(std::string_view folded) const {
    const auto& adjectives = data_->adjectives;
    if (!data_->adjective_heads.may_hold(head_of(folded))) return std::nullopt;
    if (const auto found = Data::found(adjectives, data_->whole_adjectives, folded);
        found != adjectives.end())
        return found->second;
    for (const std::string_view ending : kAdjectiveEndings) {
        if (folded.size() < ending.size() + 4 || !folded.ends_with(ending)) continue;
        const auto found =
            Data::found(adjectives, data_->whole_adjectives, folded.substr(0, folded.size() - ending.size()));
        if (found != adjectives.end()) return found->second;
    }
    return std::nullopt;
}

bool Lexicon::is_place(std::string_view folded) const {
    return data_->places.contains(folded);
}

const std::vector<LexiconName>& Lexicon::names() const {
    return data_->names;
}

const std::vector<LexiconClue>& Lexicon::clues() const {
    return data_->clues;
}

const text::TopicTagger& Lexicon::topics() const {
    return data_->topics;
}

bool Lexicon::is_compound_part(std::string_view folded) const {
    return data_->splitter != nullptr && data_->splitter->knows(folded);
}

bool Lexicon::is_ordinary(std::string_view folded) const {
    if (noun(folded).classes != 0) return true;
    if (data_->splitter == nullptr) return false;
    if (data_->splitter->knows(folded) || !data_->splitter->split(folded).empty()) return true;
    for (const std::string_view ending : kNounEndings) {
        if (folded.size() >= ending.size() + 4 && folded.ends_with(ending) &&
            data_->splitter->knows(folded.substr(0, folded.size() - ending.size()))) {
            return true;
        }
    }
    return false;
}

}  // namespace kontor::press
