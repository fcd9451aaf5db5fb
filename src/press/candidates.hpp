// SPDX-License-Identifier: EUPL-1.2
// What the rules of recognition propose: a stretch of words, what it may be, and why. Later the best that do
// not overlap are chosen and joined to entities. Values.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "press/findings.hpp"
#include "press/known_names.hpp"
#include "press/name_trie.hpp"
#include "press/reading.hpp"
#include "press/view.hpp"

namespace kontor::press {

/// What a candidate that names one thing of a list shares with others of it.
struct Identity {
    enum class Of : std::uint8_t { None, Known, Lexicon, Topic } of = Of::None;
    std::uint32_t index = 0;
    bool operator==(const Identity&) const = default;
};

struct Candidate {
    std::uint32_t first = 0;  // tokens of the mention
    std::uint32_t end = 0;
    std::uint32_t name_first = 0;  // tokens of the name in it, without head noun or title
    std::uint32_t name_end = 0;
    EntityKind kind = EntityKind::Organisation;
    bool kind_told = false;  // by a noun beside it, not guessed
    Identity identity = {};
    std::string name = {};  // base form when it is not as written
    std::vector<std::string> aliases = {};
    std::string country = {};
    double confidence = 0;
    int weight = 0;  // of overlapping candidates the heavier wins, then the longer
    const char* rule = "";
    std::int32_t alias_of = -1;  // of one found again: the candidate whose name it bears
    Told told = Told::No;        // of a topic
    bool within_name = false;    // stands inside the name of another, which it tells something of
};
using Candidates = std::vector<Candidate>;

/// Known names and those of the lexicon, with places by their adjectives and heads of compounds
/// ("EU-Projekt").
struct NameLists {
    NameTrie known = {};
    NameTrie lexicon = {};
    const KnownNames* names = nullptr;
};
void find_listed(const View& view, const NameLists& lists, Candidates& out);

/// Whoever published the item, where the text names them; several are divided by " / ".
void find_publisher(const View& view, std::string_view publisher, Candidates& out);

/// Names in quotation marks with what they are beside them.
void find_quoted(const View& view, Candidates& out);
/// People by title, first name and role.
void find_people(const View& view, Candidates& out);
/// Names by form and company; `out` holds what was found before and is not read over.
void find_formed(const View& view, Candidates& out);
/// Topics of the vocabulary and technical noun phrases after triggers.
void find_topics(const View& view, Candidates& out);

/// Places that no list knows, by what stands around them.
void find_told_places(const View& view, std::span<const DateSpan> dates, Candidates& out);
/// What is listed after words that lead to topics: "focuses on A and B", "es geht um drei Felder: A, B".
void find_told_topics(const View& view, Candidates& out);
/// What something is done for: "to strengthen A", "um A voranzutreiben", "vise à améliorer A".
void find_told_purposes(const View& view, Candidates& out);
/// What the build of a clause tells: "stehen A und B im Vordergrund", "X, the network for A".
void find_told_fields(const View& view, Candidates& out);
/// Agreements without a name, where somebody signs them.
void find_described_agreements(const View& view, Candidates& out);
/// Projects without a name, by what they are for and with whom.
void find_described_projects(const View& view, Candidates& out);
/// Clusters called after their field in one word: "der Kunststoff-Cluster".
void find_field_clusters(const View& view, Candidates& out);
/// Parts of projects that are listed by bare nouns.
void find_parts(const View& view, Candidates& out);
/// Of `all`, the topics inside the names that were chosen; marked as within_name.
[[nodiscard]] Candidates topics_inside(const View& view, const Candidates& all, const Candidates& names);

/// The heaviest and longest that do not overlap, by place.
[[nodiscard]] Candidates chosen(const View& view, Candidates candidates);

}  // namespace kontor::press
