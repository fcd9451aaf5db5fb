// SPDX-License-Identifier: EUPL-1.2
// What a reader of press text knows of the languages and of the field: words that tell what a name is, months
// and numbers, titles and roles, demonyms, areas, programmes and funders. Made from the plain lists of
// data/press, the topic vocabulary and the gazetteer, which the caller reads. Built in about 100 ms with the
// shipped data (3 MB), then immutable and thread-safe; a look-up costs about 50 ns.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/records.hpp"
#include "press/reading.hpp"
#include "text/compounds.hpp"
#include "text/topic_tagger.hpp"

namespace kontor::press {

/// What a word can be; a word may be several things.
enum class WordClass : std::uint8_t {
    Noun,       // tells the kind of a name beside it: WordEntry::kind
    Reference,  // names things of the text again ("das Netzwerk"): WordEntry::reference
    LegalForm,  // WordEntry::form
    NameHint,   // within a name: WordEntry::hint
    Title,      // of people
    Role,       // of people
    FirstName,
    Month,  // WordEntry::month
    Weekday,
    NumberWord,  // WordEntry::number
    Counted,     // Lexicon::text: what is counted
    BoundOver,
    BoundAbout,
    BoundUpTo,
    TopicTrigger,
    TopicHead,
    TopicStop,
    Article,
    Preposition,
    Conjunction,
    Function,   // pronouns, auxiliaries, particles
    Connector,  // may stand inside a name: "für", "of", "de"
    NameVerb,   // its subject is often somebody: "fördert"
    Phase,
    Currency,  // Lexicon::text: ISO 4217
    Furniture,
    Ordinary,  // no name by itself although capitalised
};

struct WordEntry {
    std::uint32_t classes = 0;  // bits by WordClass
    EntityKind kind = EntityKind::Organisation;
    EntityKind reference = EntityKind::Organisation;
    EntityKind form = EntityKind::Organisation;
    EntityKind hint = EntityKind::Organisation;
    std::int8_t month = 0;
    std::int64_t number = 0;
    std::uint32_t text = 0;
    std::uint8_t small_in = 0;  // languages where it is an article, preposition … : 1 de, 2 en, 4 fr
    bool compound = false;      // found as the last part of a longer word
    [[nodiscard]] bool is(WordClass word_class) const {
        return (classes >> static_cast<unsigned>(word_class) & 1U) != 0;
    }
};

/// A name that the lexicon knows whole: programmes, funders, areas, countries, towns.
struct LexiconName {
    EntityKind kind = EntityKind::Organisation;
    std::vector<std::string> forms = {};  // the base form first; of countries that of German, English, French
    std::string country = {};             // ISO 3166-1 alpha-2; empty for none or several
    std::vector<std::string> adjectives = {};  // "sächsisch"; of places
    bool town = false;
    bool whole_country = false;
};

/// A programme that a sentence means although it does not name it: a word that begins like one of each group
/// must stand in it.
struct LexiconClue {
    std::uint32_t name = 0;  // index into Lexicon::names()
    std::vector<std::vector<std::string>> groups = {};
};

struct LexiconText {
    std::string name = {};  // of the file, for faults
    std::string text = {};
};

struct LexiconParts {
    std::vector<LexiconText> lists = {};
    std::span<const model::Topic> topics = {};
    std::span<const model::Place> places = {};
    std::shared_ptr<const text::CompoundSplitter> splitter = nullptr;  // may be null
};

class Lexicon {
public:
    /// All faults of all lists, each with file and line. Vocabulary and gazetteer are taken as they are.
    [[nodiscard]] static base::Result<Lexicon> make(const LexiconParts& parts);
    Lexicon(Lexicon&&) noexcept;
    Lexicon& operator=(Lexicon&&) noexcept;
    ~Lexicon();

    /// Another for each lexicon of the program, never 0.
    [[nodiscard]] std::uint64_t serial() const { return serial_; }
    /// What the folded word is, also as an inflected form; no classes when it is not known.
    [[nodiscard]] WordEntry word(std::string_view folded) const;
    /// The same, and as a compound by its last part: "clusterverein" is a kind of verein.
    [[nodiscard]] WordEntry noun(std::string_view folded) const;
    [[nodiscard]] const std::string& text(const WordEntry& entry) const;
    /// The country or area of an adjective or demonym in any inflection, as index into names().
    [[nodiscard]] std::optional<std::uint32_t> adjective(std::string_view folded) const;
    /// Whether the folded word is the name of a place.
    [[nodiscard]] bool is_place(std::string_view folded) const;
    [[nodiscard]] const std::vector<LexiconName>& names() const;
    [[nodiscard]] const std::vector<LexiconClue>& clues() const;
    [[nodiscard]] const text::TopicTagger& topics() const;
    /// Whether a topic of the vocabulary, or one above it, is too general to be told by a mere word
    /// ("Digitalisierung").
    [[nodiscard]] bool is_general(std::uint32_t topic) const { return general_topics_[topic]; }
    /// Whether a folded German word is an ordinary one: listed, or a compound of listed parts.
    [[nodiscard]] bool is_ordinary(std::string_view folded) const;
    /// Whether a folded word is one of the parts of German compounds.
    [[nodiscard]] bool is_compound_part(std::string_view folded) const;

private:
    struct Data;
    explicit Lexicon(std::unique_ptr<const Data> data);
    std::unique_ptr<const Data> data_;
    std::uint64_t serial_ = 0;
    std::vector<bool> general_topics_;
};

}  // namespace kontor::press
