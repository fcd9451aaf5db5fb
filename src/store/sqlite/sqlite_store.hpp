// SPDX-License-Identifier: EUPL-1.2
// The Store on one SQLite file: one writing session behind a mutex, reading sessions from a pool, each
// reading call in one snapshot. A database in memory has a single session that readers and writers share.
// Failures of SQLite become database-unusable here.
#pragma once

#include <memory>
#include <mutex>

#include "store/sqlite/batch_writer.hpp"
#include "store/store.hpp"

namespace kontor::store::sqlite {

class SqliteStore final : public Store {
public:
    /// `writer` is open and migrated.
    SqliteStore(std::string path, std::unique_ptr<Session> writer, const base::Clock& clock);

    [[nodiscard]] base::Result<WriteReport> write(const WriteBatch& batch) override;
    [[nodiscard]] base::Result<std::optional<model::Record>> read(model::RecordKind kind,
                                                                  std::string_view id) const override;
    [[nodiscard]] base::Outcome scan(model::RecordKind kind,
                                     const std::function<bool(model::Record&&)>& visit) const override;
    [[nodiscard]] base::Result<std::vector<model::Record>> referring(model::RecordKind kind,
                                                                     std::string_view field,
                                                                     std::string_view id) const override;
    [[nodiscard]] base::Result<std::optional<std::string>> find_identifier(
        model::RecordKind kind, std::string_view scheme, std::string_view value) const override;
    [[nodiscard]] base::Result<std::vector<std::string>> carriers(model::RecordKind kind,
                                                                  std::string_view scheme,
                                                                  std::string_view value) const override;
    [[nodiscard]] base::Result<std::uint64_t> count(model::RecordKind kind) const override;
    [[nodiscard]] base::Result<std::uint64_t> last_sequence() const override;
    [[nodiscard]] base::Result<std::vector<Change>> changes_since(std::uint64_t after,
                                                                  std::size_t limit) const override;
    [[nodiscard]] base::Result<std::vector<Change>> changes_before(std::uint64_t before, std::size_t limit,
                                                                   std::string_view actor) const override;
    [[nodiscard]] base::Result<std::uint64_t> version(model::RecordKind kind,
                                                      std::string_view id) const override;
    [[nodiscard]] base::Result<std::vector<Step>> history(model::RecordKind kind,
                                                          std::string_view id) const override;
    [[nodiscard]] base::Result<std::vector<Erasure>> earlier_where(
        const std::function<bool(std::string_view json)>& is_wanted) const override;
    [[nodiscard]] base::Result<std::vector<Step>> batch(std::uint64_t batch,
                                                        std::size_t limit) const override;
    [[nodiscard]] base::Result<std::optional<model::DeskRecord>> read_desk(
        model::DeskKind kind, std::string_view id) const override;
    [[nodiscard]] base::Result<std::vector<model::DeskRecord>> all_desk(model::DeskKind kind) const override;
    [[nodiscard]] base::Result<std::vector<model::DeskRecord>> desk_where(
        model::DeskKind kind, std::string_view field, std::string_view value) const override;
    [[nodiscard]] base::Result<std::vector<model::DeskRecord>> desk_heads_where(
        model::DeskKind kind, std::string_view field, std::string_view value) const override;
    [[nodiscard]] base::Result<std::vector<AuditEntry>> audit(const AuditQuery& query) const override;
    [[nodiscard]] base::Result<ImportRun> begin_import(std::string_view kind, std::string_view file,
                                                       std::string_view fingerprint) override;
    [[nodiscard]] base::Outcome finish_import(const ImportRun& run) override;
    [[nodiscard]] base::Result<std::vector<ImportRun>> imports() const override;
    [[nodiscard]] base::Outcome backup(const std::string& path, base::Progress& progress) const override;
    [[nodiscard]] base::Result<std::vector<std::string>> inspect() const override;

private:
    class Reading;

    template <class T, class Body>
    base::Result<T> guarded(const Body& body) const;
    template <class T, class Body>
    base::Result<T> reading(const Body& body) const;
    [[nodiscard]] base::Result<std::vector<model::DeskRecord>> desk_found(model::DeskKind kind,
                                                                          std::string_view field,
                                                                          std::string_view value,
                                                                          Depth depth) const;

    std::string path_;
    const base::Clock& clock_;
    mutable std::mutex mutex_;  // of the writer
    std::unique_ptr<Session> writer_;
    BatchWriter batches_;
    mutable SessionPool pool_;
};

}  // namespace kontor::store::sqlite
