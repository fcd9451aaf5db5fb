// SPDX-License-Identifier: EUPL-1.2
// Records as they are kept: read with their version, written by those who may, with what they said before,
// drafts, and who may see them. Every write names its asker, begins from a version (EditConflict when
// somebody else was faster) and leaves alone what the asker cannot see. A hidden record answers exactly as
// one that does not exist (RecordNotFound). Thread-safe; a write costs a transaction and a refresh.
#pragma once

#include <span>

#include "service/edit.hpp"
#include "service/page_parts.hpp"

namespace kontor::service {

/// The kind and id of a record as a door names it.
struct RecordName {
    std::string kind;
    std::string id;
};

class RecordService {
public:
    static constexpr std::size_t kBatchRecords = 200;
    static constexpr std::size_t kDrafts = 200;  // of one author
    static constexpr std::size_t kDraftBytes = 1'000'000;

    /// `knowledge` must outlive it.
    explicit RecordService(Knowledge& knowledge) : knowledge_(knowledge) {}

    [[nodiscard]] base::Result<RecordView> read(const Asker& asker, const RecordName& name) const;
    [[nodiscard]] base::Result<RecordView> create(const Asker& asker, const std::string& kind,
                                                  const RecordForm& form);
    [[nodiscard]] base::Result<RecordView> change(const Asker& asker, const RecordName& name,
                                                  std::uint64_t version, const RecordForm& form);
    /// RecordInUse while other records refer to it.
    [[nodiscard]] base::Outcome erase(const Asker& asker, const RecordName& name, std::uint64_t version);
    /// All or nothing; every fault with its pointer.
    [[nodiscard]] base::Result<RecordList> write(const Asker& asker, const RecordBatch& form);

    /// The changes that the asker can see, with the newest first.
    [[nodiscard]] base::Result<RecordHistory> history(const Asker& asker, const RecordName& name) const;
    /// Records of the kind `of` that belong to a record (memberships and people of an organisation,
    /// participations of a project), in the order of the names in them. Cost: linear in them all.
    [[nodiscard]] base::Result<RelatedPage> related(const Asker& asker, const RecordName& name,
                                                    const std::string& of, const PageRange& range) const;
    /// Writes what the record said in `to` as a change of `version`.
    [[nodiscard]] base::Result<RecordView> revert(const Asker& asker, const RecordName& name,
                                                  std::uint64_t version, std::uint64_t to);
    /// `version` is the one of the disclosure.
    [[nodiscard]] base::Result<RecordView> disclose(const Asker& asker, const RecordName& name,
                                                    std::uint64_t version, const DisclosureForm& form);

    /// Only their author sees drafts.
    [[nodiscard]] base::Result<DraftList> drafts(const Asker& asker) const;
    [[nodiscard]] base::Result<DraftView> save_draft(const Asker& asker, const DraftForm& form);
    [[nodiscard]] base::Outcome delete_draft(const Asker& asker, const std::string& id);
    [[nodiscard]] base::Result<RecordView> publish_draft(const Asker& asker, const std::string& id);

private:
    [[nodiscard]] base::Result<RecordView> after(const Edit& edit, const Written& written,
                                                 const AccessRules::Key& key) const;
    [[nodiscard]] base::Result<model::Draft> own_draft(const Asker& asker, const std::string& id) const;

    Knowledge& knowledge_;
};

/// The kind behind a word of the contract; RecordNotFound for any other word.
[[nodiscard]] base::Result<model::RecordKind> kind_of_word(const std::string& word);

/// A record with what the asker may do with it.
[[nodiscard]] base::Result<RecordView> record_view(const Knowledge& knowledge, const Asker& asker,
                                                   model::RecordKind kind, const std::string& id);

}  // namespace kontor::service
