// SPDX-License-Identifier: EUPL-1.2
// What the completion of teams needs of snapshots, made on demand and kept for the few that were asked of
// last. Thread-safe: of several that need a new one, one makes it and the others wait.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "match/team_list.hpp"
#include "service/snapshot.hpp"

namespace kontor::service {

/// One snapshot's, with gatherers that are lent to one thread each. Thread-safe.
class KeptTeamBasis {
public:
    explicit KeptTeamBasis(const network::Picture& picture) : basis_(picture) {}

    [[nodiscard]] const match::TeamBasis& basis() const { return basis_; }
    /// A gatherer nobody else has; give it back.
    [[nodiscard]] std::unique_ptr<match::TeamEvidenceGatherer> lend();
    void give_back(std::unique_ptr<match::TeamEvidenceGatherer> gatherer);

private:
    match::TeamBasis basis_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<match::TeamEvidenceGatherer>> idle_;
};

class TeamBases {
public:
    /// Cost: nothing when it is kept; else that of a TeamBasis.
    [[nodiscard]] std::shared_ptr<KeptTeamBasis> of(const std::shared_ptr<const Snapshot>& snapshot);

private:
    struct Entry {
        std::weak_ptr<const Snapshot> snapshot;
        std::shared_ptr<KeptTeamBasis> basis;
    };
    [[nodiscard]] std::shared_ptr<KeptTeamBasis> find(const std::shared_ptr<const Snapshot>& snapshot);
    void keep(const std::shared_ptr<const Snapshot>& snapshot, std::shared_ptr<KeptTeamBasis> basis);

    std::mutex mutex_;            // of entries_
    std::mutex build_mutex_;      // held while one is made
    std::vector<Entry> entries_;  // the one asked of last first
};

}  // namespace kontor::service
