// SPDX-License-Identifier: EUPL-1.2
#include "service/unseen_fields.hpp"

#include <algorithm>

namespace kontor::service {
namespace {

template <class R>
std::vector<const void*> members_of(const R& record) {
    std::vector<const void*> members;
    visit_fields(record,
                 [&](std::string_view, const auto& member, model::Need) { members.push_back(&member); });
    return members;
}

bool holds(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

void keep(std::vector<std::string>& next, const std::vector<std::string>& stored,
          const std::vector<std::string>& seen) {
    for (const std::string& word : stored) {
        if (!holds(seen, word) && !holds(next, word)) next.push_back(word);
    }
}

template <class T>
void keep(T& next, const T& stored, const T&) {
    next = stored;
}

template <class R>
void keep_in(R& next, const R& stored, const R& seen) {
    const auto stored_members = members_of(stored);
    const auto seen_members = members_of(seen);
    std::size_t place = 0;
    visit_fields(next, [&](std::string_view, auto& member, model::Need) {
        using Member = std::remove_reference_t<decltype(member)>;
        const auto& stored_member = *static_cast<const Member*>(stored_members[place]);
        const auto& seen_member = *static_cast<const Member*>(seen_members[place]);
        ++place;
        if (!(stored_member == seen_member)) keep(member, stored_member, seen_member);
    });
}

}  // namespace

void keep_unseen(model::Record& next, const model::Record& stored, const model::Record& seen) {
    std::visit(
        [&](auto& r) {
            using R = std::remove_reference_t<decltype(r)>;
            const R* stored_record = std::get_if<R>(&stored);
            const R* seen_record = std::get_if<R>(&seen);
            if (stored_record != nullptr && seen_record != nullptr) keep_in(r, *stored_record, *seen_record);
        },
        next);
}

}  // namespace kontor::service
