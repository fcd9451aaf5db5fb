// SPDX-License-Identifier: EUPL-1.2
#include "service/press_lists.hpp"

#include <algorithm>

#include "codec/record_json.hpp"

namespace kontor::service {
namespace {

bool is_same(const std::string& a, const std::string& b) {
    return a == b;
}
bool is_same(int a, int b) {
    return a == b;
}
bool is_same(const model::Phase& a, const model::Phase& b) {
    return a.number == b.number;
}
bool is_same(const model::Stop& a, const model::Stop& b) {
    return a.city == b.city && a.country == b.country;
}
bool is_same(const model::TargetRegion& a, const model::TargetRegion& b) {
    if (!a.country.empty() || !b.country.empty()) return a.country == b.country && a.region == b.region;
    return a.region == b.region && !a.name.empty() && !b.name.empty() &&
           a.name.front().text == b.name.front().text;
}

/// Calls `call(list)` with the list of that name.
template <class Call>
bool with_list(model::Organisation& record, std::string_view field, const Call& call) {
    if (field == "topics") return call(record.topics);
    if (field != "target_regions") return false;
    const bool had_profile = record.cluster.has_value();
    if (!had_profile) record.cluster.emplace();
    const bool done = call(record.cluster->target_regions);
    // A profile that only held this goes with it.
    if (*record.cluster == model::ClusterProfile{}) record.cluster.reset();
    return done;
}
template <class Call>
bool with_list(model::Project& record, std::string_view field, const Call& call) {
    if (field == "topics") return call(record.topics);
    if (field == "target_regions") return call(record.target_regions);
    if (field == "phases") return call(record.phases);
    if (field == "predecessors") return call(record.predecessors);
    return false;
}
template <class Call>
bool with_list(model::Participation& record, std::string_view field, const Call& call) {
    return field == "phases" && call(record.phases);
}
template <class Call>
bool with_list(model::Agreement& record, std::string_view field, const Call& call) {
    return field == "parties" && call(record.parties);
}
template <class Call>
bool with_list(model::Delegation& record, std::string_view field, const Call& call) {
    if (field == "organisers") return call(record.organisers);
    if (field == "participants") return call(record.participants);
    if (field == "stops") return call(record.stops);
    return false;
}
template <class R, class Call>
bool with_list(R&, std::string_view, const Call&) {
    return false;
}

template <class Call>
bool in_record(model::Record& record, std::string_view field, const Call& call) {
    return std::visit([&](auto& r) { return with_list(r, field, call); }, record);
}

template <class T>
std::optional<T> element_of(const std::string& json) {
    auto read = codec::field_from_text<T>(json);
    return read ? std::optional<T>(std::move(read).value()) : std::nullopt;
}

}  // namespace

InList list_has(const model::Record& record, std::string_view field, const std::string& element) {
    InList out = InList::Unknown;
    model::Record copy = record;
    in_record(copy, field, [&]<class T>(std::vector<T>& list) {
        const auto sought = element_of<T>(element);
        const bool is_there = sought && std::any_of(list.begin(), list.end(),
                                                    [&](const T& each) { return is_same(each, *sought); });
        out = is_there ? InList::Present : InList::Absent;
        return true;
    });
    return out;
}

bool list_add(model::Record& record, std::string_view field, const std::string& element) {
    return in_record(record, field, [&]<class T>(std::vector<T>& list) {
        auto added = element_of<T>(element);
        if (added) list.push_back(std::move(*added));
        return added.has_value();
    });
}

bool list_remove(model::Record& record, std::string_view field, const std::string& element) {
    return in_record(record, field, [&]<class T>(std::vector<T>& list) {
        const auto sought = element_of<T>(element);
        const auto found = sought ? std::find(list.begin(), list.end(), *sought) : list.end();
        if (found == list.end()) return false;
        list.erase(found);
        return true;
    });
}

}  // namespace kontor::service
