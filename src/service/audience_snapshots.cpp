// SPDX-License-Identifier: EUPL-1.2
#include "service/audience_snapshots.hpp"

#include <algorithm>
#include <utility>

namespace kontor::service {
namespace {

/// Beyond this many kinds of audience, who asked longest ago waits for a snapshot made anew.
constexpr std::size_t kKept = 32;

/// Seconds after the last question until a snapshot is no longer carried forward, and until it is forgotten.
constexpr std::int64_t kInUse = 60;
constexpr std::int64_t kRemembered = 1'800;

bool has_written(const FeedSteps& steps, const std::string& actor) {
    return std::any_of(steps.begin(), steps.end(), [&](const auto& step) {
        return std::any_of(step->changes.begin(), step->changes.end(),
                           [&](const store::Change& change) { return change.actor == actor; });
    });
}

/// Seconds since the first of the changes, 0 when there are none.
std::int64_t age_of(const FeedSteps& steps, std::int64_t now) {
    return steps.empty() ? 0 : now - steps.front()->changes.front().at;
}

std::shared_ptr<const Snapshot> nothing_of(const Snapshot& whole) {
    auto nothing = std::make_shared<Snapshot>(whole);
    nothing->picture = network::PictureBuilder().build(whole.picture->today());
    nothing->index =
        std::make_shared<const search::Index>(search::IndexBuilder(whole.vocabulary->topics()).build());
    return nothing;
}

}  // namespace

std::shared_ptr<const Snapshot> AudienceSnapshots::ready(const Snapshot& whole, const Question& question,
                                                         std::int64_t oldest) {
    std::shared_ptr<const Snapshot> snapshot;
    {
        const std::lock_guard lock(mutex_);
        const auto known = kept_.find(question.sight.key());
        if (known == kept_.end()) return nullptr;
        known->second.asked = question.now;
        snapshot = known->second.snapshot;
    }
    if (snapshot->rules != whole.rules) return nullptr;
    if (snapshot->sequence >= whole.sequence) return snapshot;
    const auto steps = tail_.since(snapshot->sequence);
    if (!steps || has_written(*steps, question.actor) || age_of(*steps, question.now) > oldest)
        return nullptr;
    return snapshot;
}

std::shared_ptr<const Snapshot> AudienceSnapshots::current(const std::shared_ptr<const Snapshot>& whole,
                                                           const Sight& sight, std::int64_t now) {
    const std::string key = sight.key();
    std::shared_ptr<AudienceCut> cut;
    {
        const std::lock_guard lock(mutex_);
        if (const auto known = kept_.find(key); known != kept_.end()) cut = known->second.cut;
    }
    // A base of the index that only one audience still holds would be kept in memory for it alone.
    const bool is_fit = cut && cut->snapshot->index->shares_base(*whole->index);
    if (is_fit && cut->snapshot->sequence == whole->sequence && cut->snapshot->rules == whole->rules)
        return cut->snapshot;
    if (!is_fit || !carry_to(*cut, whole, sight)) {
        cut = std::make_shared<AudienceCut>(begin(whole, sight, now));
        if (!carry_to(*cut, whole, sight)) return nothing_of(*whole);
    }
    auto snapshot = cut->snapshot;
    keep(key, std::move(cut), now);
    return snapshot;
}

AudienceCut AudienceSnapshots::begin(const std::shared_ptr<const Snapshot>& whole, const Sight& sight,
                                     std::int64_t now) {
    // Everybody signed in sees what anybody signed in sees: little is left to be added.
    const Sight anybody(whole->rules, {.is_signed_in = true});
    const std::string key = anybody.key();
    if (sight.key() == key || !sight.key().starts_with(key)) return uncut(whole);
    static_cast<void>(current(whole, anybody, now));
    const std::lock_guard lock(mutex_);
    const auto known = kept_.find(key);
    return known == kept_.end() ? uncut(whole) : *known->second.cut;
}

bool AudienceSnapshots::carry_to(AudienceCut& cut, const std::shared_ptr<const Snapshot>& whole,
                                 const Sight& sight) {
    const auto steps = tail_.since(cut.snapshot->sequence);
    return steps && carry(cut, whole, *steps, builder_, VisibleRecords(store_, sight)).ok();
}

void AudienceSnapshots::keep(const std::string& key, std::shared_ptr<AudienceCut> cut, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    const auto known = kept_.find(key);
    const std::int64_t asked = known == kept_.end() ? now : std::max(now, known->second.asked);
    auto snapshot = cut->snapshot;
    Sight sight = cut->sight;
    kept_.insert_or_assign(key, Kept{std::move(snapshot), std::move(cut), std::move(sight), asked});
    std::erase_if(kept_, [now](const auto& each) { return now - each.second.asked > kRemembered; });
    if (kept_.size() <= kKept) return;
    kept_.erase(std::min_element(kept_.begin(), kept_.end(), [](const auto& a, const auto& b) {
        return a.second.asked < b.second.asked;
    }));
}

std::vector<Sight> AudienceSnapshots::behind(const Snapshot& whole, std::int64_t now,
                                             std::int64_t since) const {
    const std::lock_guard lock(mutex_);
    std::vector<Sight> found;
    for (const auto& [key, kept] : kept_) {
        if (now - kept.asked > kInUse || kept.snapshot->sequence >= whole.sequence) continue;
        const auto steps = tail_.since(kept.snapshot->sequence);
        if (kept.snapshot->rules == whole.rules && steps && age_of(*steps, now) >= since)
            found.push_back(kept.sight);
    }
    return found;
}

void AudienceSnapshots::clear() {
    const std::lock_guard lock(mutex_);
    kept_.clear();
}

}  // namespace kontor::service
