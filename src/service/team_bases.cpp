// SPDX-License-Identifier: EUPL-1.2
#include "service/team_bases.hpp"

#include <algorithm>
#include <utility>

namespace kontor::service {
namespace {

constexpr std::size_t kKept = 4;           // audiences asked of at the same time
constexpr std::size_t kIdleGatherers = 2;  // each holds some 250 bytes per organisation

}  // namespace

std::unique_ptr<match::TeamEvidenceGatherer> KeptTeamBasis::lend() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto out = std::move(idle_.back());
            idle_.pop_back();
            return out;
        }
    }
    return std::make_unique<match::TeamEvidenceGatherer>(basis_.history());
}

void KeptTeamBasis::give_back(std::unique_ptr<match::TeamEvidenceGatherer> gatherer) {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < kIdleGatherers) idle_.push_back(std::move(gatherer));
}

std::shared_ptr<KeptTeamBasis> TeamBases::of(const std::shared_ptr<const Snapshot>& snapshot) {
    if (auto kept = find(snapshot)) return kept;
    const std::lock_guard building(build_mutex_);
    if (auto kept = find(snapshot)) return kept;
    auto basis = std::make_shared<KeptTeamBasis>(*snapshot->picture);
    keep(snapshot, basis);
    return basis;
}

std::shared_ptr<KeptTeamBasis> TeamBases::find(const std::shared_ptr<const Snapshot>& snapshot) {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&snapshot](const Entry& entry) {
        return entry.snapshot.lock() == snapshot;
    });
    if (found == entries_.end()) return nullptr;
    std::rotate(entries_.begin(), found, found + 1);
    return entries_.front().basis;
}

void TeamBases::keep(const std::shared_ptr<const Snapshot>& snapshot, std::shared_ptr<KeptTeamBasis> basis) {
    const std::lock_guard lock(mutex_);
    std::erase_if(entries_, [](const Entry& entry) { return entry.snapshot.expired(); });
    if (entries_.size() == kKept) entries_.pop_back();
    entries_.insert(entries_.begin(), Entry{snapshot, std::move(basis)});
}

}  // namespace kontor::service
