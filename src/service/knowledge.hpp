// SPDX-License-Identifier: EUPL-1.2
// What the engines know: one immutable Snapshot of picture, search index and vocabulary, made from the store
// and kept current by its change feed. Readers take the current snapshot and keep it as long as they like; a
// writer's own change is in the snapshot when write() returns, other processes' changes when refresh() has
// run (the server calls it every second). All functions are thread-safe; writes and refreshes queue up.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>

#include "base/clock.hpp"
#include "base/progress.hpp"
#include "network/picture.hpp"
#include "network/picture_builder.hpp"
#include "search/index.hpp"
#include "service/document_changes.hpp"
#include "service/vocabulary.hpp"
#include "store/store.hpp"
#include "text/compounds.hpp"

namespace kontor::service {

struct Snapshot {
    std::uint64_t sequence = 0;  // of the last change in it
    std::shared_ptr<const Vocabulary> vocabulary;
    std::shared_ptr<const network::Picture> picture;
    std::shared_ptr<const search::Index> index;
};

class Knowledge {
public:
    /// `splitter` may be null: German compounds are not taken apart then. Nothing is read before load().
    Knowledge(store::Store& store, const base::Clock& clock,
              std::shared_ptr<const text::CompoundSplitter> splitter);
    ~Knowledge();

    /// Reads everything. Cost: about a second per 100,000 records. Stages: "vocabulary", "network", "search".
    [[nodiscard]] base::Outcome load(base::Progress& progress);

    /// Valid after load().
    [[nodiscard]] std::shared_ptr<const Snapshot> current() const;

    /// Takes in what the change feed has since the current snapshot; many changes at once and a new day make
    /// it load anew.
    [[nodiscard]] base::Outcome refresh();

    /// Writes and refreshes: what was written is found by whoever asks after this returns.
    [[nodiscard]] base::Result<store::WriteReport> write(const store::WriteBatch& batch);

    [[nodiscard]] store::Store& store() const { return store_; }

private:
    [[nodiscard]] base::Outcome load_locked(base::Progress& progress);
    /// Puts the changes into the builder; gives the changed records and the ends of changed relations.
    [[nodiscard]] base::Result<DocumentKeys> take_in(const std::vector<store::Change>& changes);
    [[nodiscard]] base::Outcome apply_locked(const std::vector<store::Change>& changes);

    store::Store& store_;
    const base::Clock& clock_;
    std::shared_ptr<const text::CompoundSplitter> splitter_;
    mutable std::mutex current_mutex_;
    std::shared_ptr<const Snapshot> current_;
    std::mutex writer_mutex_;
    network::PictureBuilder builder_;
};

}  // namespace kontor::service
