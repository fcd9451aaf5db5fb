// SPDX-License-Identifier: EUPL-1.2
#include "service/name_resolution.hpp"

#include <algorithm>
#include <set>
#include <type_traits>
#include <utility>
#include <variant>

namespace kontor::service {
namespace {

constexpr std::size_t kKept = 12;        // four audiences with three kinds each
constexpr std::size_t kFollowed = 2000;  // changes: reading all records costs less beyond

std::optional<resolve::NamedRecord> named(const model::Record& record) {
    return std::visit(
        [](const auto& it) -> std::optional<resolve::NamedRecord> {
            using Type = std::decay_t<decltype(it)>;
            if constexpr (std::is_same_v<Type, model::Organisation> || std::is_same_v<Type, model::Project> ||
                          std::is_same_v<Type, model::Programme>) {
                return resolve::named_record(it);
            } else {
                return std::nullopt;
            }
        },
        record);
}

}  // namespace

std::optional<NameResolution::Entry> NameResolution::find(const Audience& audience) {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& entry) { return entry.audience == audience; });
    if (found == entries_.end()) return std::nullopt;
    std::rotate(entries_.begin(), found, found + 1);
    return entries_.front();
}

void NameResolution::keep(Entry entry) {
    const std::lock_guard lock(mutex_);
    // What has been seen by other rules is of no use any more.
    std::erase_if(entries_, [&](const Entry& known) {
        return known.audience.kind == entry.audience.kind && known.audience.sight == entry.audience.sight;
    });
    if (entries_.size() == kKept) entries_.pop_back();
    entries_.insert(entries_.begin(), std::move(entry));
}

base::Result<std::optional<NameResolution::Entry>> NameResolution::renewed(const Entry& known,
                                                                           const View& view) const {
    const auto changes = store_.changes_since(known.sequence, kFollowed + 1);
    if (!changes) return changes.errors();
    if (changes.value().size() > kFollowed) return std::optional<Entry>();
    std::set<std::string> ids;
    Entry out = known;
    out.sequence = std::max(known.sequence, view.snapshot->sequence);
    for (const store::Change& change : changes.value()) {
        if (change.kind == known.audience.kind) ids.insert(change.id);
        out.sequence = std::max(out.sequence, change.sequence);
    }
    if (ids.empty()) return std::optional(std::move(out));
    std::vector<resolve::NamedRecord> changed;
    std::vector<std::string> removed;
    for (const std::string& id : ids) {
        auto whole = store_.read(known.audience.kind, id);
        if (!whole) return whole.errors();
        // Not through the view: that would note that somebody has been shown it.
        auto shown = whole.value() ? view.records.sight().shown(std::move(*whole.value())) : std::nullopt;
        auto one = shown ? named(*shown) : std::nullopt;
        if (one) {
            changed.push_back(std::move(*one));
        } else {
            removed.push_back(id);
        }
    }
    out.index =
        std::make_shared<const resolve::NameIndex>(known.index->with_changes(std::move(changed), removed));
    return std::optional(std::move(out));
}

base::Result<NameResolution::Entry> NameResolution::made(const Audience& audience, const View& view) const {
    std::vector<resolve::NamedRecord> records;
    const auto scanned = view.records.scan(audience.kind, [&records](model::Record&& record) {
        if (auto one = named(record)) records.push_back(std::move(*one));
        return true;
    });
    if (!scanned) return scanned.errors();
    // What has been written since the snapshot may be in it already: it is looked at again then.
    return Entry{audience, view.snapshot->sequence,
                 std::make_shared<const resolve::NameIndex>(std::move(records))};
}

base::Result<std::shared_ptr<const resolve::NameIndex>> NameResolution::names(const View& view,
                                                                              model::RecordKind kind) {
    const Sight& sight = view.records.sight();
    const std::string key = sight.key();
    const Audience audience{kind, key, key == "*" ? nullptr : view.snapshot->rules};
    const auto is_current = [&view](const std::optional<Entry>& entry) {
        return entry && entry->sequence >= view.snapshot->sequence;
    };
    if (const auto kept = find(audience); is_current(kept)) return kept->index;
    const std::lock_guard building(build_mutex_);
    const auto kept = find(audience);
    if (is_current(kept)) return kept->index;
    std::optional<Entry> next;
    if (kept) {
        auto carried = renewed(*kept, view);
        if (!carried) return carried.errors();
        next = std::move(carried.value());
    }
    if (!next) {
        auto anew = made(audience, view);
        if (!anew) return anew.errors();
        next = std::move(anew).value();
    }
    auto index = next->index;
    keep(std::move(*next));
    return index;
}

base::Result<std::vector<resolve::Candidate>> NameResolution::candidates(const View& view,
                                                                         model::RecordKind kind,
                                                                         const resolve::NameQuery& query,
                                                                         std::size_t limit) {
    const auto index = names(view, kind);
    if (!index) return index.errors();
    return index.value()->candidates(query, limit);
}

}  // namespace kontor::service
