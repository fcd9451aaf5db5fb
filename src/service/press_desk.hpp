// SPDX-License-Identifier: EUPL-1.2
// The press desk of an organisation: texts are brought and read, its people decide about what they claim, and
// what is accepted becomes records of the network with the text as their source. For its own people alone.
// Nothing is written to the network without a decision of a person, or of the rule that the
// organisation's cluster manager switched on (press_rules.hpp). Thread-safe; each write is one transaction.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "press/known_names.hpp"
#include "press/press_text.hpp"
#include "press/reading.hpp"
#include "resolve/candidate.hpp"
#include "resolve/name_query.hpp"
#include "service/edit.hpp"
#include "service/press_paper.hpp"
#include "service/views.hpp"

namespace kontor::service {

/// A document that came in a file.
struct PressDocument {
    press::PressText text = {};
    std::string url = {};
    std::string form = {};  // "text", "html", "pdf" …
};
struct PressDocuments {
    std::vector<PressDocument> documents = {};
    base::Errors faults = {};
};

struct PressTown {
    double latitude = 0;
    double longitude = 0;
};

/// What the desk sees with. Each may be empty: then nothing is recognised, found or opened.
struct PressSenses {
    /// Reads a text as the asker of the view may know the network; ranges count in press::text_as_read().
    std::function<base::Result<press::Reading>(const View&, const press::PressText&, const press::KnownNames&,
                                               std::uint64_t taught_revision)>
        read = {};
    /// Records that a name may mean, best first.
    std::function<base::Result<std::vector<resolve::Candidate>>(const View&, model::RecordKind,
                                                                const resolve::NameQuery&)>
        find = {};
    /// The texts in a file.
    std::function<base::Result<PressDocuments>(const std::string& name, std::string_view bytes)> open = {};
    /// Where a town of a country is; nothing when no such town is known.
    std::function<std::optional<PressTown>(const std::string& town, const std::string& country)> town = {};
};

struct Taught;  // service/press_memory.hpp

/// `organisation`, `state` and `group` may be empty: of all one may read, in any state, of any group.
struct PressItemsQuery {
    std::string organisation = {};
    std::string state = {};
    std::string group = {};
    bool is_once = false;  // of each group the text that came last
    std::size_t limit = base::limits::kDefaultPageSize;
    std::string cursor = {};
};

class PressDesk {
public:
    /// `knowledge` must outlive it.
    PressDesk(Knowledge& knowledge, PressSenses senses) : knowledge_(knowledge), senses_(std::move(senses)) {}

    /// Faults of the form at once: ValueMissing, TextTooLong, EncodingBroken, ControlCharacter, DateInvalid.
    /// OperationNotPermitted without a role that may do so at the organisation.
    [[nodiscard]] base::Result<PressIntake> bring(const Asker& asker, const PressTextForm& form);
    /// What cannot be read is in the answer's faults; TooManyItems beyond limits::kPressItems.
    [[nodiscard]] base::Result<PressIntake> bring_file(const Asker& asker, const std::string& organisation,
                                                       const std::string& name, std::string_view bytes);

    /// Newest first. SignInRequired for the public, OperationNotPermitted for a desk of others.
    [[nodiscard]] base::Result<PressItemPage> items(const Asker& asker, const PressItemsQuery& query) const;
    /// RecordNotFound when there is none that the asker may read.
    [[nodiscard]] base::Result<PressItem> item(const Asker& asker, const std::string& id) const;

    /// A name that the reader missed: it is remembered, and the text is read again. ValueOutOfRange,
    /// ValueMissing, ValueNotAllowed, TextTooLong, CountryUnknown, PressRecordUnfit, PressItemWithdrawn.
    [[nodiscard]] base::Result<PressItem> add_name(const Asker& asker, const std::string& id,
                                                   const PressNameForm& form);

    /// All or none, every fault with its pointer.
    [[nodiscard]] base::Result<PressDecisionReport> decide(const Asker& asker, const std::string& id,
                                                           const PressDecisionForm& form);
    /// With the news that was made of it.
    [[nodiscard]] base::Result<PressWithdrawal> withdraw(const Asker& asker, const std::string& id);
    /// What withdraw() would take back; writes nothing.
    [[nodiscard]] base::Result<PressWithdrawal> preview_withdrawal(const Asker& asker,
                                                                   const std::string& id) const;
    /// The other texts of its group that nothing was accepted of and that are no news, at most
    /// limits::kPressDuplicates.
    [[nodiscard]] base::Result<PressDuplicates> withdraw_duplicates(const Asker& asker,
                                                                    const std::string& id);
    [[nodiscard]] base::Result<PressDecisionReport> restore(const Asker& asker, const std::string& id);

private:
    [[nodiscard]] base::Result<PressIntake> take_in(const Asker& asker, const std::string& organisation,
                                                    std::vector<PressDocument> documents,
                                                    base::Errors faults);
    [[nodiscard]] base::Result<press::Reading> read_again(const View& view, const PressPaper& paper,
                                                          const Taught& taught) const;
    /// For reading (Action::Read) or for deciding (Action::Press).
    [[nodiscard]] base::Result<PressPaper> paper(const Asker& asker, const std::string& id,
                                                 Action action) const;
    [[nodiscard]] base::Result<PressItem> view(const Asker& asker, PressPaper paper) const;
    /// Accepts of a text what the rule says.
    [[nodiscard]] base::Outcome follow_rule(const model::PressRule& rule, const std::string& id) const;
    [[nodiscard]] base::Outcome follow_rule_for(const std::string& organisation, const Views& views,
                                                PressIntake& intake) const;
    [[nodiscard]] base::Result<PressWithdrawal> take_away(const Asker& asker, const std::string& id,
                                                          PressTense tense) const;
    [[nodiscard]] base::Result<PressDecisionReport> finish(const PressPaper& paper, const Asker& asker,
                                                           const Written& written,
                                                           PressDecisionReport report) const;

    Knowledge& knowledge_;
    PressSenses senses_;
};

/// The organisations whose press desk the asker may read.
[[nodiscard]] std::vector<std::string> press_desks_of(const Asker& asker);
/// Texts and decisions stay when the account of whoever made them goes, without the name.
[[nodiscard]] base::Outcome forget_press_author(const store::Store& store, const std::string& user,
                                                store::WriteBatch& batch);
[[nodiscard]] bool reads_press_of(const Asker& asker, const std::string& organisation);

}  // namespace kontor::service
