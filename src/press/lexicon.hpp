// SPDX-License-Identifier: EUPL-1.2
// What a reader of press text knows of the languages and of the field: words that tell what a name is, months and
// numbers, titles and roles, demonyms, areas, programmes and funders. Made from the plain lists of data/press, the topic
// vocabulary and the gazetteer, which the caller reads. Built in about 100 ms with the shipped data (2 MB), then
// immutable and thread-safe; a look-up costs about 50 ns.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.hpp"
#include "model/records.hpp"
#include "press/reading.hpp"
#include "text/compounds.hpp"
#include "text/topic_tagger.hpp"

namespace kontor::press {

/// What a word can be; a word may be several things.
enum class WordClass : std::uint8_t {
    OrganisationNoun,  // value: EntityKind
    ProjectNoun,
    ProgrammeNoun,
    EventNoun,
    AgreementNoun,
    LegalForm,  // value: EntityKind
    PersonTitle,
    Role,
    FirstName,
    Month,      // value: 1 to 12
    Weekday,
    NumberWord,  // value: the number
    CountNoun,   // text: what is counted
    TopicTrigger,
    TopicHead,
    Article,
    Preposition,
    Conjunction,
    Function,    // pronouns, auxiliaries, particles
    Connector,   // may stand inside a name: "für", "of", "de la"
    CommonWord,  // no name by itself although capitalised
    TopicStop,   // too general for a topic
    Furniture,
    NameVerb,  // its subject is somebody: "fördert", "coordonne"
};

struct WordEntry {
    std::uint32_t classes = 0;  // bits by WordClass
    EntityKind kind = EntityKind::Organisation;
    std::int32_t number = 0;
    std::uint32_t text = 0;  // index of a text of the lexicon
    [[nodiscard]] bool is(WordClass word_class) const {
        return (classes >> static_cast<unsigned>(word_class) & 1U) != 0;
    }
};

/// A name that the lexicon knows whole: programmes, funders, areas, countries, towns.
struct LexiconName {
    EntityKind kind = EntityKind::Organisation;
    std::string name = {};                 // base form
    std::vector<std::string> forms = {};   // other forms
    std::string country = {};              // ISO 3166-1 alpha-2
    std::vector<std::string> adjectives = {};  // "sächsisch"; of places
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
    /// All faults of all lists, each with file and line. The vocabulary and gazetteer are taken as they are.
    [[nodiscard]] static base::Result<Lexicon> make(const LexiconParts& parts);
    Lexicon(Lexicon&&) noexcept;
    Lexicon& operator=(Lexicon&&) noexcept;
    ~Lexicon();

    /// What the folded word is, also as an inflected form or as a German compound ("clusterverein" is a kind of verein);
    /// nothing (no classes) when it is not known.
    [[nodiscard]] WordEntry word(std::string_view folded) const;
    [[nodiscard]] const std::string& text(const WordEntry& entry) const;
    /// The country or area that an adjective or demonym belongs to, as index into names(); -1 when it is none.
    [[nodiscard]] std::int32_t adjective(std::string_view folded) const;
    [[nodiscard]] const std::vector<LexiconName>& names() const;
    [[nodiscard]] const text::TopicTagger& topics() const;
    /// Whether a folded German word is an ordinary one: listed, or a compound of listed parts.
    [[nodiscard]] bool is_ordinary(std::string_view folded) const;

private:
    struct Data;
    explicit Lexicon(std::unique_ptr<const Data> data);
    std::unique_ptr<const Data> data_;
};

}  // namespace kontor::press
