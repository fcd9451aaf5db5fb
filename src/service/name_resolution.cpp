// SPDX-License-Identifier: EUPL-1.2
#include "service/name_resolution.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>

namespace kontor::service {
namespace {

constexpr std::size_t kKept = 12;  // four audiences with three kinds each

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

std::shared_ptr<const resolve::NameIndex> NameResolution::find(const View& view, model::RecordKind kind) {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.kind == kind && entry.snapshot.lock() == view.snapshot;
    });
    if (found == entries_.end()) return nullptr;
    std::rotate(entries_.begin(), found, found + 1);
    return entries_.front().index;
}

base::Result<std::shared_ptr<const resolve::NameIndex>> NameResolution::names(const View& view,
                                                                              model::RecordKind kind) {
    if (auto kept = find(view, kind)) return kept;
    const std::lock_guard building(build_mutex_);
    if (auto kept = find(view, kind)) return kept;
    std::vector<resolve::NamedRecord> records;
    const auto scanned = view.records.scan(kind, [&records](model::Record&& record) {
        if (auto one = named(record)) records.push_back(std::move(*one));
        return true;
    });
    if (!scanned) return scanned.errors();
    auto index = std::make_shared<const resolve::NameIndex>(std::move(records));
    const std::lock_guard lock(mutex_);
    std::erase_if(entries_, [](const Entry& entry) { return entry.snapshot.expired(); });
    if (entries_.size() == kKept) entries_.pop_back();
    entries_.insert(entries_.begin(), Entry{view.snapshot, kind, index});
    return std::shared_ptr<const resolve::NameIndex>(std::move(index));
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
