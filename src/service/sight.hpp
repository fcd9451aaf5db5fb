// SPDX-License-Identifier: EUPL-1.2
// Who may see what: the one place that decides it, for every door. A disclosure says for a record and for
// single fields of it how far they may be seen; sight cuts records down to what an audience may see before
// anything else (pages, picture, search, matching, export) gets hold of them, so that nothing can be counted,
// found or inferred that cannot be read. Pure and immutable; any number of threads.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/records.hpp"

namespace kontor::service {

/// Who is looking. `own`: organisations whose people they belong to; `matched`: those with which one of
/// these has a confirmed agreement in force.
struct Audience {
    bool is_operator = false;
    bool is_signed_in = false;
    std::set<std::string, std::less<>> own = {};
    std::set<std::string, std::less<>> matched = {};
    bool operator==(const Audience&) const = default;
};

/// What sight is decided by: the disclosures of a network, by what they are about, and who is matched with
/// whom. Value; copies share nothing.
class AccessRules {
public:
    using Key = std::pair<model::RecordKind, std::string>;

    /// Takes disclosures and agreements, ignores the rest. Gives what may be seen differently from now on.
    std::vector<Key> put(const model::Record& record);
    std::vector<Key> erase(model::RecordKind kind, std::string_view id);
    /// nullptr when there is none.
    [[nodiscard]] const model::Disclosure* about(model::RecordKind kind, std::string_view id) const;
    [[nodiscard]] const std::map<Key, model::Disclosure>& all() const { return by_subject_; }
    /// nullptr when there is none.
    [[nodiscard]] const model::Agreement* agreement(std::string_view id) const;
    [[nodiscard]] const std::map<std::string, model::Agreement, std::less<>>& agreements() const {
        return agreements_;
    }
    /// The organisations that confirmed an agreement which `organisation` confirmed too and which is in force
    /// on `today`.
    [[nodiscard]] std::set<std::string> matched_with(std::string_view organisation,
                                                     const model::Date& today) const;

    /// A text that is equal for audiences which see the same: which of the owners that matter they belong to
    /// or are matched with; "*" when nothing is hidden from them. Cost: linear in the audience.
    [[nodiscard]] std::string key(const Audience& audience) const;
    /// Whether no disclosure hides anything from anybody.
    [[nodiscard]] bool hides_nothing() const { return hiding_ == 0; }

private:
    void weigh(const Key& subject, const model::Disclosure& disclosure, std::ptrdiff_t times);

    std::map<Key, model::Disclosure> by_subject_;
    std::map<std::string, Key, std::less<>> by_id_;
    std::map<std::string, model::Agreement, std::less<>> agreements_;
    // Of the disclosures that hide something: how many there are, how many of them about others than
    // organisations, and whose people may see what they hide.
    std::ptrdiff_t hiding_ = 0;
    std::ptrdiff_t hiding_others_ = 0;
    std::map<std::string, std::ptrdiff_t, std::less<>> owners_;
};

class Sight {
public:
    /// With a second audience: what both see.
    Sight(std::shared_ptr<const AccessRules> rules, Audience audience,
          std::optional<Audience> also = std::nullopt);

    [[nodiscard]] bool sees_everything() const;
    /// A text that is equal for sights of the same rules that see the same; see AccessRules::key().
    [[nodiscard]] std::string key() const;

    /// Whether a record of this kind and id may be seen at all, as far as its disclosure says.
    [[nodiscard]] bool sees(model::RecordKind kind, std::string_view id) const;

    [[nodiscard]] const AccessRules& rules() const { return *rules_; }
    /// Whether it looks for the same audiences, if by other rules.
    [[nodiscard]] bool has_eyes_of(const Sight& other) const { return audiences_ == other.audiences_; }

    /// Whether the record, or this field of it, is hidden.
    [[nodiscard]] bool hides(model::RecordKind kind, const std::string& id, std::string_view field) const;

    /// Whether anybody's record may be shown: of its own people, or one that a disclosure is about. Cost: a
    /// look-up.
    [[nodiscard]] bool may_see_people() const;

    /// Whether there is anything of this kind that the audience cannot see.
    [[nodiscard]] bool hides_some(model::RecordKind kind) const;

    /// Whose confidence the audience enjoys in seeing this record: the owner of a person, or of what is open
    /// only to matched organisations or its own people; nothing when it is no secret.
    [[nodiscard]] std::optional<std::string> confided_by(const model::Record& record) const;
    /// The same for a record in a list, which tells no more than what the engines work on: names, place,
    /// topics, description, dates.
    [[nodiscard]] std::optional<std::string> confided_in_lists(model::RecordKind kind,
                                                               std::string_view id) const;

    /// The record as the audience may see it: hidden fields at their default, references to hidden records
    /// taken out. Nothing when it is hidden itself, or when one of the records that it joins is. A person,
    /// and a claim that waits or was rejected, are for the organisation's own people unless a disclosure
    /// opens them.
    [[nodiscard]] std::optional<model::Record> shown(model::Record record) const;

    /// Whether the audience may see what is `visibility` at these owners.
    [[nodiscard]] bool may(model::Visibility visibility, const std::vector<std::string>& owners) const;

private:
    using FieldTest = std::function<bool(std::string_view field)>;
    [[nodiscard]] std::optional<std::string> confided(const model::Disclosure* disclosure,
                                                      std::vector<std::string> owners,
                                                      const FieldTest& is_shown) const;
    [[nodiscard]] bool sees_parties(std::string_view agreement) const;
    [[nodiscard]] bool sees_record(const model::Record& record) const;
    [[nodiscard]] bool sees_claim(const model::Claim& claim) const;
    void hide_fields(model::Record& record) const;
    void hide_references(model::Record& record) const;
    void keep_visible(model::RecordKind kind, std::vector<std::string>& ids) const;
    void keep_visible(model::RecordKind kind, std::string& id) const;

    std::shared_ptr<const AccessRules> rules_;
    std::vector<Audience> audiences_;  // one or two
};

/// The organisations whose people a record belongs to by itself: an organisation's own, a cluster for its
/// memberships, an organisation for its people and participations, the parties of an agreement, the
/// organisers of a delegation. Nobody for the rest.
[[nodiscard]] std::vector<std::string> natural_owners(const model::Record& record);

}  // namespace kontor::service
