// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/known_ids.hpp"

namespace kontor::store::sqlite {

void KnownIds::synchronise(Connection& connection) {
    const std::int64_t version = connection.integer("PRAGMA data_version");
    if (version != version_) forget_all();
    version_ = version;
}

void KnownIds::add(model::RecordKind kind, const std::string& id) {
    if (size_ >= kMost) forget_all();
    if (ids_[static_cast<std::size_t>(kind)].insert(id).second) ++size_;
}

void KnownIds::forget_all() {
    for (auto& ids : ids_) ids.clear();
    size_ = 0;
}

bool KnownIds::contains(Session& session, model::RecordKind kind, const std::string& id) {
    if (ids_[static_cast<std::size_t>(kind)].contains(id)) return true;
    if (!session.table(kind).contains(id)) return false;
    add(kind, id);
    return true;
}

}  // namespace kontor::store::sqlite
