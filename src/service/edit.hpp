// SPDX-License-Identifier: EUPL-1.2
// One write that somebody has asked for, being put together: every record passes the permission table before
// and after its change, keeps what the writer cannot see, gets the source of the change, and is expected to
// be as the writer saw it. Nothing is written before write(). One thread, one write.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "codec/record_fields.hpp"
#include "service/answers.hpp"
#include "service/knowledge.hpp"
#include "service/permission.hpp"

namespace kontor::service {

/// What was written together, and the number by which it can be taken back; 0 when nothing changed.
struct Written {
    std::uint64_t batch = 0;
    store::WriteReport report = {};
};

class Edit {
public:
    /// `knowledge` must outlive it.
    Edit(Knowledge& knowledge, const Asker& asker);

    [[nodiscard]] const Asker& asker() const { return asker_; }
    [[nodiscard]] const View& view() const { return view_; }
    [[nodiscard]] store::WriteBatch& batch() { return batch_; }

    /// As the asker sees it; a hidden record answers as one that does not exist: RecordNotFound.
    [[nodiscard]] base::Result<model::Record> visible(model::RecordKind kind, const std::string& id) const;
    /// As it is, for the work of the house; a record that this edit changes is given as changed.
    [[nodiscard]] base::Result<std::optional<model::Record>> stored(model::RecordKind kind,
                                                                    const std::string& id) const;
    /// Whether the asker may do this in the care of the record's keepers.
    [[nodiscard]] base::Outcome may(Action action, const model::Record& record) const;

    /// Where the values are from; without it, the change itself is their source.
    void set_origin(const std::optional<SourceForm>& origin) { origin_ = origin; }
    /// The same, by a record of its own that is written along when it is needed.
    void set_source(model::Source source) { given_source_ = std::move(source); }
    /// The id of that source, which is written along.
    [[nodiscard]] base::Result<std::string> source();

    /// Gives a new record its id: the wished one, or one made of its name. Where the asker cannot see all
    /// records of the kind, the id tells nothing about which are taken.
    [[nodiscard]] base::Outcome name(codec::SentRecord& sent) const;
    /// A new record. `owner` takes care of it; empty: the asker's first organisation.
    [[nodiscard]] base::Outcome create(model::Record record, const std::string& owner);
    /// `version`: the one that the asker began from.
    [[nodiscard]] base::Outcome change(model::Record next, std::uint64_t version);
    /// A change of the record as it is now that leaves its source alone: the new value has a claim for that.
    [[nodiscard]] base::Outcome supplement(model::Record next);
    [[nodiscard]] base::Outcome erase(model::RecordKind kind, const std::string& id, std::uint64_t version);
    /// Erases a record that was judged elsewhere, as it is now, and who may see it.
    [[nodiscard]] base::Outcome remove(model::RecordKind kind, const std::string& id);
    /// Forgets all that was put, as if it was just made.
    void discard();
    /// Puts a record that was judged elsewhere.
    void put(model::Record record);
    /// The write fails with EditConflict when the record is changed until then.
    [[nodiscard]] base::Outcome expect_present(model::RecordKind kind, const std::string& id);

    /// References to what the asker cannot see are refused like those that lead nowhere.
    [[nodiscard]] base::Result<Written> write();
    /// Whether write() would be refused, and why; everything stays as it is.
    [[nodiscard]] base::Outcome attempt();

private:
    using Key = AccessRules::Key;

    [[nodiscard]] base::Outcome disclose_new(const model::Record& record, const std::string& owner);
    /// The rule about a membership that is new or has changed sides.
    [[nodiscard]] base::Outcome settle_membership(const model::Record& next, const model::Record* before);
    [[nodiscard]] base::Outcome settle_confirmations(model::Record& next,
                                                     const model::Agreement& before) const;
    [[nodiscard]] base::Outcome finish_record(model::Record& next, const model::Record* before);
    void note_references(const model::Record& next, const model::Record* before);
    [[nodiscard]] base::Errors dangling() const;
    [[nodiscard]] base::Result<store::WriteReport> hand_over();
    [[nodiscard]] base::Errors without_unseen(base::Errors faults) const;

    Knowledge& knowledge_;
    Asker asker_;
    View view_;
    AccessRules rules_;
    std::optional<SourceForm> origin_;
    std::optional<model::Source> given_source_;
    std::string source_;
    std::map<Key, model::Record> changed_;
    std::vector<model::Reference> references_;  // new ones, to be looked at when all records are known
    store::WriteBatch batch_;
};

/// An id made of what the record says, that no record of its kind has yet. People's names stay out of it.
[[nodiscard]] base::Result<std::string> free_id(const model::Record& record, const store::Reader& store);

/// The same with an ending that nobody can foresee, so that it does not tell which ids are taken.
[[nodiscard]] base::Result<std::string> unguessable_id(const model::Record& record,
                                                       const store::Reader& store);

/// The id of a new record of the house: `stem` and what tells `parts` from others.
[[nodiscard]] std::string derived_id(std::string_view stem, const std::vector<std::string>& parts);

/// The id that the disclosure about a record gets.
[[nodiscard]] std::string disclosure_id(model::RecordKind kind, const std::string& id);

/// What to call a record in lists: its name or title, else its id.
[[nodiscard]] std::string name_of(const model::Record& record, std::string_view language);

}  // namespace kontor::service
