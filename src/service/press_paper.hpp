// SPDX-License-Identifier: EUPL-1.2
// A press text on the desk with what was recognised in it and what it claims: the desk's records opened, and
// closed again to be written. Ranges are bytes of the text. Values; thread-safe. Cost: linear in the text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/desk.hpp"
#include "press/reading.hpp"
#include "store/store.hpp"

namespace kontor::service {

/// Open: nobody has said who is meant. Known: recognised by the reader. Linked, New, Refused: somebody said
/// so.
enum class NameState { Open, Known, Linked, New, Refused };

/// What accepting a claim does, or did, to one record or one value of it.
enum class EffectAction { Create, Change, Known, Claim, Wait, None };

/// Whether what happens to the network is told as done, or as what would be done.
enum class PressTense { Future, Past };

struct PaperRange {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    bool operator==(const PaperRange&) const = default;
};

/// Somebody or something that the text names.
struct PaperName {
    std::string id = {};
    press::EntityKind kind = press::EntityKind::Organisation;
    std::string name = {};
    std::vector<std::string> aliases = {};
    std::string country = {};
    std::string topic = {};
    std::string record = {};      // whom it means
    std::string recognised = {};  // the record that the reader recognised
    std::vector<PaperRange> mentions = {};
    double confidence = 0;
    std::string rule = {};
    NameState state = NameState::Open;
    std::vector<std::string> record_was = {};  // organisations that were merged into `record`, the last last
};

struct PaperQualifier {
    std::string name = {};
    std::string value = {};
    bool operator==(const PaperQualifier&) const = default;
};

/// `subject` and `object` are ids of names, or "document"; `object` is empty when it is a value.
struct PaperFact {
    std::string subject = {};
    press::Predicate predicate = press::Predicate::About;
    std::string object = {};
    std::string value = {};
    std::vector<PaperQualifier> qualifiers = {};
    press::Certainty certainty = press::Certainty::Stated;
    PaperRange sentence = {};
    std::string rule = {};
};

/// Note of effects that go without saying.
inline const std::string kUnspoken = "used";

/// What an effect said before an organisation was merged into another one.
struct PaperEffectBefore {
    std::string merged = {};
    EffectAction action = EffectAction::None;
    std::string id = {};
    std::string value = {};
    std::string made = {};
    bool operator==(const PaperEffectBefore&) const = default;
};

/// `field` is empty when it is about the record as a whole; `made` is then the record as it was made, as
/// JSON. Of None, `note` says why.
struct PaperEffect {
    EffectAction action = EffectAction::None;
    std::string kind = {};
    std::string id = {};
    std::string field = {};
    std::string value = {};
    std::string made = {};
    std::string note = {};
    std::vector<PaperEffectBefore> was = {};  // before merges, the last last
};

struct PaperClaim {
    model::PressClaim desk = {};
    PaperFact fact = {};
    std::vector<PaperEffect> effects = {};

    [[nodiscard]] bool is_accepted() const {
        return desk.state == model::PressClaimState::Accepted ||
               desk.state == model::PressClaimState::Corrected;
    }
};

inline const std::string kPaperDocument = "document";
/// Of names that a person added.
inline const std::string kRuleByHand = "by-hand";

struct PressPaper {
    model::PressItem item = {};
    std::vector<PaperRange> sentences = {};
    std::vector<PaperName> names = {};
    std::vector<PaperClaim> claims = {};  // in the order of the text

    /// nullptr when there is none.
    [[nodiscard]] const PaperName* name(std::string_view id) const;
    [[nodiscard]] PaperName* name(std::string_view id);
    [[nodiscard]] PaperClaim* claim(std::string_view id);
    [[nodiscard]] std::string quote(const PaperFact& fact) const;

    /// The reading with names as they are now; its facts are the claims in their order.
    [[nodiscard]] press::Reading reading() const;

    /// Puts item and claims into the batch; the item is done when no claim waits.
    void put_into(store::WriteBatch& batch);
};

/// Opens an item of the desk.
[[nodiscard]] base::Result<PressPaper> open_paper(const store::Store& store, model::PressItem item);
/// Nothing when there is no such item.
[[nodiscard]] base::Result<std::optional<PressPaper>> read_paper(const store::Store& store,
                                                                 const std::string& id);

/// Fills in what was read; at most limits::kPressClaims of the facts.
void fill_paper(PressPaper& paper, const press::Reading& reading);

/// Of the desk and the words of a text, however they are spaced: the same text is the same item.
[[nodiscard]] std::string press_digest(const std::string& organisation, const std::string& whole);
/// The id of the source record that a text with this id gets.
[[nodiscard]] std::string press_source_id(const std::string& item);
/// The source record of what is accepted from this text.
[[nodiscard]] model::Source press_source(const model::PressItem& item);

[[nodiscard]] press::EntityKind entity_kind(model::OrganisationKind kind);
/// What kind of name can mean the record; Organisation for those that no name means.
[[nodiscard]] press::EntityKind entity_kind(const model::Record& record);
/// The kind of record that such a name can mean; nothing for people and places.
[[nodiscard]] std::optional<model::RecordKind> record_kind(press::EntityKind kind);
[[nodiscard]] bool is_organisation(press::EntityKind kind);

/// Of a fact's qualifier; empty when it has none of this name.
[[nodiscard]] std::string qualifier(const PaperFact& fact, std::string_view name);

template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PaperRange>
void visit_fields(S& s, V&& visit) {
    visit("begin", s.begin, model::Need::Required);
    visit("end", s.end, model::Need::Required);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PaperName>
void visit_fields(S& s, V&& visit) {
    visit("id", s.id, model::Need::Required);
    visit("kind", s.kind, model::Need::Required);
    visit("name", s.name, model::Need::Optional);
    visit("aliases", s.aliases, model::Need::Optional);
    visit("country", s.country, model::Need::Optional);
    visit("topic", s.topic, model::Need::Optional);
    visit("record", s.record, model::Need::Optional);
    visit("recognised", s.recognised, model::Need::Optional);
    visit("mentions", s.mentions, model::Need::Optional);
    visit("confidence", s.confidence, model::Need::Optional);
    visit("rule", s.rule, model::Need::Optional);
    visit("state", s.state, model::Need::Required);
    visit("record_was", s.record_was, model::Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PaperQualifier>
void visit_fields(S& s, V&& visit) {
    visit("name", s.name, model::Need::Required);
    visit("value", s.value, model::Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PaperFact>
void visit_fields(S& s, V&& visit) {
    visit("subject", s.subject, model::Need::Required);
    visit("predicate", s.predicate, model::Need::Required);
    visit("object", s.object, model::Need::Optional);
    visit("value", s.value, model::Need::Optional);
    visit("qualifiers", s.qualifiers, model::Need::Optional);
    visit("certainty", s.certainty, model::Need::Required);
    visit("sentence", s.sentence, model::Need::Required);
    visit("rule", s.rule, model::Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PaperEffectBefore>
void visit_fields(S& s, V&& visit) {
    visit("merged", s.merged, model::Need::Required);
    visit("action", s.action, model::Need::Required);
    visit("id", s.id, model::Need::Optional);
    visit("value", s.value, model::Need::Optional);
    visit("made", s.made, model::Need::Optional);
}
template <class S, class V>
requires std::same_as<std::remove_const_t<S>, PaperEffect>
void visit_fields(S& s, V&& visit) {
    visit("action", s.action, model::Need::Required);
    visit("kind", s.kind, model::Need::Optional);
    visit("id", s.id, model::Need::Optional);
    visit("field", s.field, model::Need::Optional);
    visit("value", s.value, model::Need::Optional);
    visit("made", s.made, model::Need::Optional);
    visit("note", s.note, model::Need::Optional);
    visit("was", s.was, model::Need::Optional);
}

}  // namespace kontor::service

namespace kontor::model {

template <>
struct Words<service::NameState> {
    static constexpr std::array<std::string_view, 5> kWords{"open", "known", "linked", "new", "refused"};
};
template <>
struct Words<service::EffectAction> {
    static constexpr std::array<std::string_view, 6> kWords{"create", "change", "known",
                                                            "claim",  "wait",   "none"};
};

}  // namespace kontor::model
