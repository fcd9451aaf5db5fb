// SPDX-License-Identifier: EUPL-1.2
// Bringing data in: the CORDIS export, vocabularies, Kontor's own records, member lists of clusters. Imports
// are written down in the store's ledger: one that was killed goes on where it stopped, one whose content was
// imported before does nothing and says so. Every row is accounted for in the report. Thread-safe; imports of
// several threads queue up in the store batch by batch.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/progress.hpp"
#include "ingest/import_report.hpp"
#include "ingest/input.hpp"
#include "service/answers.hpp"
#include "service/asker.hpp"
#include "service/gazetteer.hpp"
#include "service/knowledge.hpp"
#include "service/known_organisations.hpp"
#include "service/member_list.hpp"

namespace kontor::service {

class RecordIds;  // service/import_sink.hpp

enum class Effect { Write, DryRun };
/// Whether content that was imported before is read again.
enum class Repetition { Skip, ReadAgain };

struct BulkRequest {
    std::vector<std::string> files;  // paths
    Effect effect = Effect::Write;
    Repetition repetition = Repetition::Skip;
};

class ImportService {
public:
    /// For a server: what is imported is found at once.
    ImportService(Knowledge& knowledge, const base::Clock& clock);
    /// For a program that only imports; `splitter` may be null.
    ImportService(store::Store& store, const base::Clock& clock,
                  std::shared_ptr<const text::CompoundSplitter> splitter);
    ~ImportService();

    /// Projects get topics from their own words. All files belong together unless they are zip archives with
    /// a project table each. Stages: those of ingest::CordisReader.
    [[nodiscard]] base::Result<ImportReport> cordis(const Asker& asker, const BulkRequest& request,
                                                    base::Progress& progress);
    /// One vocabulary per file. New topics are then looked for in projects that came from an import (stage
    /// "tagging").
    [[nodiscard]] base::Result<ImportReport> vocabulary(const Asker& asker, const BulkRequest& request,
                                                        base::Progress& progress);
    /// All files are one body of records: a fault in any of them, or a reference that nothing resolves, and
    /// nothing is written.
    [[nodiscard]] base::Result<ImportReport> records(const Asker& asker, const BulkRequest& request,
                                                     base::Progress& progress);

    /// What organisations() would do with the list.
    [[nodiscard]] base::Result<ImportPreview> preview(const Asker& asker, const MemberListRequest& request,
                                                      base::Progress& progress);
    /// Faulty rows are refused one by one, everything else is written in one transaction.
    [[nodiscard]] base::Result<ImportReport> organisations(const Asker& asker,
                                                           const MemberListRequest& request,
                                                           base::Progress& progress);

    /// What has been imported, newest first.
    [[nodiscard]] base::Result<ImportList> imports(const Asker& asker) const;

private:
    struct Job;
    struct Stored {
        std::uint64_t sequence = 0;
        std::string audience;  // who sees these organisations: Sight::key()
        std::shared_ptr<const KnownOrganisations> organisations;
        std::shared_ptr<const Gazetteer> gazetteer;
    };

    [[nodiscard]] base::Result<std::shared_ptr<const Vocabulary>> current_vocabulary() const;
    [[nodiscard]] std::shared_ptr<const VisibleRecords> visible(const Asker& asker) const;
    [[nodiscard]] base::Result<Stored> stored(const Asker& asker);
    /// Runs `job` with the ledger around it.
    [[nodiscard]] base::Result<ImportReport> run(const Job& job);
    [[nodiscard]] base::Outcome tag_projects(const Asker& asker, const RecordIds* untouched,
                                             base::Progress& progress);
    [[nodiscard]] base::Result<ImportReport> one_vocabulary(const Asker& asker, const std::string& file,
                                                            const BulkRequest& request,
                                                            base::Progress& progress);
    [[nodiscard]] base::Outcome refresh();
    /// The list as organisations() will write it.
    [[nodiscard]] base::Result<MemberList> read_members(const Asker& asker, const MemberListRequest& request,
                                                        base::Progress& progress);

    store::Store& store_;
    Knowledge* knowledge_ = nullptr;
    const base::Clock& clock_;
    std::shared_ptr<const text::CompoundSplitter> splitter_;
    std::mutex stored_mutex_;
    Stored stored_;
};

}  // namespace kontor::service
