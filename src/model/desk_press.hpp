// SPDX-License-Identifier: EUPL-1.2
// What the press desk keeps (model/desk.hpp): texts, what they claim, what was learnt of corrections, feeds
// and rules. Times are seconds since 1970, UTC; 0 means never.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/codes.hpp"
#include "model/desk_codes.hpp"
#include "model/values.hpp"

namespace kontor::model {

// A press text on the desk of `organisation`, for its own people alone. `digest` is of organisation and text:
// the same text is the same item. `names` and `sentences` are what was recognised in it, as JSON
// (service/press_paper.hpp). `source` is the id of the source record that accepted claims have.
struct PressItem {
    static constexpr DeskKind kKind = DeskKind::PressItem;
    /// What lists do without.
    static constexpr std::array<std::string_view, 4> kLong = {"text", "names", "sentences", "news"};
    std::string id = {};
    std::string organisation = {};
    std::string title = {};
    std::string text = {};
    std::string language = {};
    bool is_read = true;
    bool is_cut = false;  // more claims than are kept
    std::string publisher = {};
    Date published = {};
    std::string url = {};
    std::string form = {};
    std::string digest = {};
    std::int64_t arrived = 0;
    std::string brought_by = {};
    PressState state = PressState::Open;
    std::string group = {};  // of near-duplicates
    std::string source = {};
    std::string names = {};
    std::string sentences = {};
    std::int64_t claims = 0;  // how many of them, and how many of them are what
    std::int64_t waiting = 0;
    std::int64_t accepted = 0;
    std::int64_t corrected = 0;
    std::int64_t rejected = 0;
    std::int64_t withdrawn = 0;  // when; 0: never
    std::string news = {};       // of a withdrawn text: the news record that went with it, as JSON
    std::string signature = {};  // by which near-duplicates are told (service/press_groups.hpp)
    std::vector<std::string> organisation_was = {};  // as in PartnerNote
    bool operator==(const PressItem&) const = default;
};

// What a press text says, as read or corrected. `fact` and `effects` are JSON (service/press_paper.hpp): the
// latter says what accepting did to the network.
struct PressClaim {
    static constexpr DeskKind kKind = DeskKind::PressClaim;
    std::string id = {};
    std::string item = {};
    std::int64_t number = 0;  // in the order of the text
    std::string fact = {};
    double confidence = 0;
    PressClaimState state = PressClaimState::Waiting;
    std::string decided_by = {};
    std::int64_t decided = 0;
    std::string effects = {};
    bool operator==(const PressClaim&) const = default;
};

// What the people of an organisation taught the reader by their corrections.
struct PressMemory {
    static constexpr DeskKind kKind = DeskKind::PressMemory;
    std::string id = {};
    std::string organisation = {};
    PressLesson lesson = PressLesson::Alias;
    std::string name = {};          // of a pattern: the rule
    std::string subject_kind = {};  // record kind of an alias, entity kind of a kind
    std::string subject = {};       // record id of an alias, predicate of a pattern
    std::int64_t count = 1;
    std::int64_t learnt = 0;
    std::vector<std::string> organisation_was = {};  // as in PartnerNote
    std::vector<std::string> subject_was = {};
    bool operator==(const PressMemory&) const = default;
};

// What the desk of `organisation` accepts by itself: one for each desk, nothing unless it is on.
struct PressRule {
    static constexpr DeskKind kKind = DeskKind::PressRule;
    std::string id = {};
    std::string organisation = {};
    bool is_on = false;
    double minimum = 0;                        // confidence, 0 to 1
    std::vector<std::string> predicates = {};  // words of press::Predicate
    std::string changed_by = {};               // user id
    std::int64_t changed = 0;
    bool operator==(const PressRule&) const = default;
};

// A feed (RSS, Atom) of other people's news that `organisation` reads at its press desk.
struct PressFeed {
    static constexpr DeskKind kKind = DeskKind::PressFeed;
    std::string id = {};
    std::string organisation = {};
    std::string url = {};
    std::string title = {};
    FeedState state = FeedState::Active;
    std::int64_t created = 0;
    std::string created_by = {};                     // user id
    std::int64_t read_at = 0;                        // last attempt
    std::int64_t changed_at = 0;                     // last time it brought something new
    std::string etag = {};                           // of the answer read last
    std::string last_modified = {};                  // of the answer read last, as the server said it
    std::string last_error = {};                     // code of the fault, empty when it was read
    std::int64_t failures = 0;                       // in a row
    std::vector<std::string> organisation_was = {};  // as in PartnerNote
    bool operator==(const PressFeed&) const = default;
};

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PressItem>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("organisation", s.organisation, Need::Optional);
    visit("title", s.title, Need::Optional);
    visit("text", s.text, Need::Optional);
    visit("language", s.language, Need::Optional);
    visit("is_read", s.is_read, Need::Optional);
    visit("is_cut", s.is_cut, Need::Optional);
    visit("publisher", s.publisher, Need::Optional);
    visit("published", s.published, Need::Optional);
    visit("url", s.url, Need::Optional);
    visit("form", s.form, Need::Optional);
    visit("digest", s.digest, Need::Optional);
    visit("arrived", s.arrived, Need::Optional);
    visit("brought_by", s.brought_by, Need::Optional);
    visit("state", s.state, Need::Optional);
    visit("group", s.group, Need::Optional);
    visit("source", s.source, Need::Optional);
    visit("names", s.names, Need::Optional);
    visit("sentences", s.sentences, Need::Optional);
    visit("claims", s.claims, Need::Optional);
    visit("waiting", s.waiting, Need::Optional);
    visit("accepted", s.accepted, Need::Optional);
    visit("corrected", s.corrected, Need::Optional);
    visit("rejected", s.rejected, Need::Optional);
    visit("withdrawn", s.withdrawn, Need::Optional);
    visit("news", s.news, Need::Optional);
    visit("signature", s.signature, Need::Optional);
    visit("organisation_was", s.organisation_was, Need::Optional);
}

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PressClaim>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("item", s.item, Need::Optional);
    visit("number", s.number, Need::Optional);
    visit("fact", s.fact, Need::Optional);
    visit("confidence", s.confidence, Need::Optional);
    visit("state", s.state, Need::Optional);
    visit("decided_by", s.decided_by, Need::Optional);
    visit("decided", s.decided, Need::Optional);
    visit("effects", s.effects, Need::Optional);
}

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PressMemory>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("organisation", s.organisation, Need::Optional);
    visit("lesson", s.lesson, Need::Optional);
    visit("name", s.name, Need::Optional);
    visit("subject_kind", s.subject_kind, Need::Optional);
    visit("subject", s.subject, Need::Optional);
    visit("count", s.count, Need::Optional);
    visit("learnt", s.learnt, Need::Optional);
    visit("organisation_was", s.organisation_was, Need::Optional);
    visit("subject_was", s.subject_was, Need::Optional);
}

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PressFeed>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("organisation", s.organisation, Need::Optional);
    visit("url", s.url, Need::Optional);
    visit("title", s.title, Need::Optional);
    visit("state", s.state, Need::Optional);
    visit("created", s.created, Need::Optional);
    visit("created_by", s.created_by, Need::Optional);
    visit("read_at", s.read_at, Need::Optional);
    visit("changed_at", s.changed_at, Need::Optional);
    visit("etag", s.etag, Need::Optional);
    visit("last_modified", s.last_modified, Need::Optional);
    visit("last_error", s.last_error, Need::Optional);
    visit("failures", s.failures, Need::Optional);
    visit("organisation_was", s.organisation_was, Need::Optional);
}

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PressRule>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, Need::Required);
    visit("organisation", s.organisation, Need::Optional);
    visit("is_on", s.is_on, Need::Optional);
    visit("minimum", s.minimum, Need::Optional);
    visit("predicates", s.predicates, Need::Optional);
    visit("changed_by", s.changed_by, Need::Optional);
    visit("changed", s.changed, Need::Optional);
}

}  // namespace kontor::model
