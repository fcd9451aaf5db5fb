// SPDX-License-Identifier: EUPL-1.2
// What the engines know: one immutable Snapshot of picture, search index and vocabulary, made from the store
// and kept current by its change feed. Readers take the current snapshot and keep it as long as they like; a
// writer's own change is in the snapshot when write() returns, other processes' changes when refresh() has
// run (the server calls it every second). All functions are thread-safe; writes and refreshes queue up.
#pragma once

#include <memory>
#include <mutex>

#include "base/clock.hpp"
#include "base/progress.hpp"
#include "network/picture_builder.hpp"
#include "service/asker.hpp"
#include "service/audience_snapshots.hpp"
#include "service/feed_tail.hpp"
#include "service/reveals.hpp"
#include "service/snapshot.hpp"
#include "service/visible_records.hpp"
#include "store/store.hpp"
#include "text/compounds.hpp"

namespace kontor::service {

/// Everything as one asker may see it: the engines' picture and index, and the records.
struct View {
    std::shared_ptr<const Snapshot> snapshot;
    VisibleRecords records;
};

class Knowledge {
public:
    /// `splitter` may be null: German compounds are not taken apart then. Nothing is read before load().
    Knowledge(store::Store& store, const base::Clock& clock,
              std::shared_ptr<const text::CompoundSplitter> splitter);
    ~Knowledge();

    /// Reads everything. Cost: about a second per 100,000 records. Stages: "vocabulary", "network", "search".
    [[nodiscard]] base::Outcome load(base::Progress& progress);

    /// The whole network, for the work of the house itself; what is shown to somebody comes from view().
    /// Valid after load().
    [[nodiscard]] std::shared_ptr<const Snapshot> current() const;

    /// The network as the asker may see it. Askers who see the same share a snapshot, and whoever sees
    /// everything has the whole one. It shows what the asker has written and hides what has been hidden at
    /// once; changes by others are in it two seconds later at the latest. Cost: nothing for most; the first
    /// asker of a kind, and after a change of rules or of one's own, waits for it (see carry()).
    [[nodiscard]] View view(const Asker& asker) const;

    /// Takes in what the change feed has since the current snapshot; many changes at once and a new day make
    /// it load anew.
    [[nodiscard]] base::Outcome refresh();

    /// Brings the snapshots of those who asked lately up to date, so that nobody waits for that. The server
    /// calls it a few times a second.
    void refresh_audiences() const;

    /// Writes and refreshes: what was written is found by whoever asks after this returns.
    [[nodiscard]] base::Result<store::WriteReport> write(const store::WriteBatch& batch);

    /// Writes to the audit log who has seen what since the last time. The server calls it every second.
    [[nodiscard]] base::Outcome write_reveals() const { return reveals_.flush(store_); }

    [[nodiscard]] store::Store& store() const { return store_; }
    [[nodiscard]] const base::Clock& clock() const { return clock_; }
    /// The day of the clock, UTC.
    [[nodiscard]] model::Date today() const;

private:
    [[nodiscard]] base::Outcome load_locked(base::Progress& progress);
    /// Puts the changes into the builder; gives the changed records and the ends of changed relations.
    [[nodiscard]] base::Result<DocumentKeys> take_in(const std::vector<store::Change>& changes);
    [[nodiscard]] base::Outcome apply_locked(std::vector<store::Change> changes);

    [[nodiscard]] std::int64_t seconds() const;

    store::Store& store_;
    const base::Clock& clock_;
    std::shared_ptr<const text::CompoundSplitter> splitter_;
    mutable std::mutex current_mutex_;
    std::shared_ptr<const Snapshot> current_;
    mutable std::mutex writer_mutex_;
    mutable network::PictureBuilder builder_;
    FeedTail tail_;
    mutable AudienceSnapshots audiences_{store_, tail_, builder_};
    mutable Reveals reveals_;
};

}  // namespace kontor::service
