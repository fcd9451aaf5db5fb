// SPDX-License-Identifier: EUPL-1.2
#include "service/known_people.hpp"

#include <algorithm>
#include <tuple>

#include "text/fold.hpp"

namespace kontor::service {
namespace {

using model::Person;
using network::OrganisationIndex;

/// What tells somebody apart; marks count, so that "müller@" is not "muller@".
std::string address_of(const Person& person) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = person.email.find_first_not_of(kBlanks);
    if (first == std::string::npos) return {};
    const std::size_t last = person.email.find_last_not_of(kBlanks);
    return text::lowercased(std::string_view(person.email).substr(first, last - first + 1));
}

struct Place {
    std::string address;
    OrganisationIndex at;
    network::Day day = network::kUnknownDay;
    std::size_t person = 0;
};

/// One place for each address and organisation, that of the latest record.
std::vector<Place> places_of(const std::vector<Person>& people, const network::Picture& picture) {
    std::vector<Place> places;
    for (std::size_t i = 0; i < people.size(); ++i) {
        std::string address = address_of(people[i]);
        const auto at = picture.find_organisation(people[i].organisation);
        if (address.empty() || !at) continue;
        const network::Day day = std::min(network::last_day(people[i].as_of), picture.today());
        places.push_back({std::move(address), *at, day, i});
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return std::tie(a.address, a.at, b.day, a.person) < std::tie(b.address, b.at, a.day, b.person);
    });
    const auto same = [](const Place& a, const Place& b) { return a.address == b.address && a.at == b.at; };
    places.erase(std::unique(places.begin(), places.end(), same), places.end());
    return places;
}

}  // namespace

bool is_kept_too_long(const Person& person, const model::Date& today) {
    return person.keep_until.known() && person.keep_until < today;
}

base::Result<KnownPeople> KnownPeople::read(const View& view, const model::Date& today) {
    KnownPeople out;
    if (!view.records.sight().may_see_people()) return out;
    const auto scanned = view.records.scan(model::RecordKind::Person, [&](model::Record&& record) {
        auto& person = std::get<Person>(record);
        if (!is_kept_too_long(person, today)) out.people_.push_back(std::move(person));
        return true;
    });
    if (!scanned) return scanned.errors();
    std::sort(out.people_.begin(), out.people_.end(), [](const Person& a, const Person& b) {
        return std::tie(a.organisation, a.name, a.id) < std::tie(b.organisation, b.name, b.id);
    });
    out.join(*view.snapshot->picture);
    return out;
}

void KnownPeople::join(const network::Picture& picture) {
    const std::vector<Place> places = places_of(people_, picture);
    std::uint32_t person = 0;
    for (auto first = places.begin(); first != places.end(); ++person) {
        const auto last = std::find_if(first, places.end(),
                                       [&](const Place& place) { return place.address != first->address; });
        const bool is_mailbox = static_cast<std::size_t>(last - first) > kMostPlaces;
        for (auto one = first; one != last && !is_mailbox; ++one) {
            for (auto other = one + 1; other != last; ++other) {
                const network::Day day = std::min(one->day, other->day);
                acquaintances_.push_back(
                    {one->at, other->at, person, network::acquaintance_strength(picture, day), day});
                ends_.push_back({one->person, other->person});
            }
        }
        first = last;
    }
}

KnownPeople::Pair KnownPeople::pair(network::AcquaintanceIndex index) const {
    const Ends& ends = ends_[index.value];
    return {people_[ends.from], people_[ends.to]};
}

std::span<const Person> KnownPeople::at(std::string_view organisation) const {
    const auto first = std::partition_point(
        people_.begin(), people_.end(), [&](const Person& one) { return one.organisation < organisation; });
    const auto last = std::partition_point(
        first, people_.end(), [&](const Person& one) { return one.organisation == organisation; });
    return {first, last};
}

}  // namespace kontor::service
