// SPDX-License-Identifier: EUPL-1.2
// Where a person's name and e-mail address stand in texts of other records, and taking them out there. For
// one asker: what they cannot see is not told, what they may not edit not changed. One thread, one use. Cost:
// reads all records that have texts and all earlier versions.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "service/edit.hpp"
#include "text/phrase_finder.hpp"

namespace kontor::service {

class Mentions {
public:
    /// Places that an answer lists, and records that are looked at closely; what is beyond is counted.
    static constexpr std::size_t kListed = 500;
    static constexpr std::size_t kRecords = 5'000;
    /// What stands where the words were.
    static constexpr std::string_view kBlank = "[…]";

    /// `knowledge` must outlive it.
    Mentions(const Knowledge& knowledge, const Asker& asker, const model::Person& person);

    [[nodiscard]] base::Outcome find();

    /// Puts into the batch what takes the words out of the records that `chosen` names: "all" that the asker
    /// may edit, or "kind/id". All faults at once: ValueNotAllowed, RecordNotFound where the words do not
    /// stand, OperationNotPermitted.
    [[nodiscard]] base::Outcome blank(const std::vector<std::string>& chosen, store::WriteBatch& batch);

    [[nodiscard]] PersonMentions answer() const;
    /// How many records blank() has put into the batch.
    [[nodiscard]] std::size_t blanked() const { return blanked_.size(); }

private:
    using Key = AccessRules::Key;

    struct Found {
        Key key;
        std::optional<model::Record> present;  // nothing for a record that was erased
        std::vector<PersonMention> mentions = {};
        base::Outcome may_blank = base::Done{};
    };

    [[nodiscard]] std::vector<text::WordRange> in(std::string_view text) const;
    [[nodiscard]] bool is_in(model::Record& record) const;
    [[nodiscard]] bool is_own(const Key& key) const;
    [[nodiscard]] base::Outcome find_present(std::set<Key>& known);
    [[nodiscard]] base::Outcome find_earlier(const std::set<Key>& known);
    void add(const model::Record& said, std::optional<model::Record> present);
    void add_places(model::Record shown, Found& found, bool is_earlier);
    void take_out(model::Record& record) const;
    [[nodiscard]] base::Outcome put_blanked(const Found& found, store::WriteBatch& batch);

    const Knowledge& knowledge_;
    const Asker& asker_;
    const model::Person& person_;
    View view_;
    std::set<std::string> own_claims_;
    std::vector<text::PhraseFinder> finders_;
    std::vector<std::string> first_words_;  // folded: what every text with a mention holds
    std::vector<Found> found_;
    std::set<Key> blanked_;
};

}  // namespace kontor::service
