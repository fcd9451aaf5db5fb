// SPDX-License-Identifier: EUPL-1.2
// The snapshots of the audiences that have asked lately, one for all who see the same, each carried forward
// when it is asked for and when the server has time. ready() may be called by any number of threads beside
// the one that calls the others; who calls those holds the lock on the builder.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "service/audience_snapshot.hpp"

namespace kontor::service {

class AudienceSnapshots {
public:
    /// All must outlive it.
    AudienceSnapshots(const store::Store& store, const FeedTail& tail, network::PictureBuilder& builder)
        : store_(store), tail_(tail), builder_(builder) {}

    /// Who asks, and when (seconds since 1970).
    struct Question {
        const Sight& sight;
        const std::string& actor;
        std::int64_t now = 0;
    };

    /// The snapshot that may be shown at once although `whole` may be newer; nullptr when there is none. Not
    /// shown are: what somebody else may see by now, what the asker has changed since, and what is older
    /// than `oldest` seconds.
    [[nodiscard]] std::shared_ptr<const Snapshot> ready(const Snapshot& whole, const Question& question,
                                                        std::int64_t oldest);

    /// The snapshot that shows all of `whole`; one that shows nothing when the store cannot be read. `now` as
    /// above, 0 when nobody asked. Cost: see carry().
    [[nodiscard]] std::shared_ptr<const Snapshot> current(const std::shared_ptr<const Snapshot>& whole,
                                                          const Sight& sight, std::int64_t now);

    /// The sights of those who asked lately and are shown something `since` seconds old or older.
    [[nodiscard]] std::vector<Sight> behind(const Snapshot& whole, std::int64_t now,
                                            std::int64_t since) const;

    /// Forgets all: the rows of the builder have been made anew.
    void clear();

private:
    struct Kept {
        std::shared_ptr<const Snapshot> snapshot;
        std::shared_ptr<AudienceCut> cut;  // only for the one thread
        Sight sight;
        std::int64_t asked = 0;
    };
    [[nodiscard]] AudienceCut begin(const std::shared_ptr<const Snapshot>& whole, const Sight& sight,
                                    std::int64_t now);
    [[nodiscard]] bool carry_to(AudienceCut& cut, const std::shared_ptr<const Snapshot>& whole,
                                const Sight& sight);
    void keep(const std::string& key, std::shared_ptr<AudienceCut> cut, std::int64_t now);

    const store::Store& store_;
    const FeedTail& tail_;
    network::PictureBuilder& builder_;
    mutable std::mutex mutex_;
    std::map<std::string, Kept> kept_;  // by Sight::key()
};

}  // namespace kontor::service
