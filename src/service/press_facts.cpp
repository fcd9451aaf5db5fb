// SPDX-License-Identifier: EUPL-1.2
// What each predicate of a press fact is in the records. A fact that no field holds becomes a claim.
#include <algorithm>
#include <charconv>
#include <map>

#include "codec/record_json.hpp"
#include "service/press_application.hpp"
#include "text/countries.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::Outcome;
using model::Record;
using model::RecordKind;
using press::EntityKind;
using press::Predicate;

std::string with_underscores(std::string_view word) {
    std::string out(word);
    std::replace(out.begin(), out.end(), '-', '_');
    return out;
}

/// "II", "2", "Phase 2" → 2; 0 when it has no number.
int phase_number(std::string words) {
    static const std::map<std::string, int, std::less<>> kRoman{{"I", 1},  {"II", 2}, {"III", 3}, {"IV", 4},
                                                                {"V", 5},  {"VI", 6}, {"VII", 7}, {"VIII", 8},
                                                                {"IX", 9}, {"X", 10}};
    if (const std::size_t last = words.rfind(' '); last != std::string::npos) words.erase(0, last + 1);
    if (const auto roman = kRoman.find(words); roman != kRoman.end()) return roman->second;
    int number = 0;
    const auto [end, fault] = std::from_chars(words.data(), words.data() + words.size(), number);
    constexpr int kMost = 100;
    return fault == std::errc() && number > 0 && number < kMost ? number : 0;
}

model::Date date_in(const PaperFact& fact, std::string_view name) {
    return model::Date::parse(qualifier(fact, name)).value_or(model::Date{});
}

model::ParticipationRole role_of(const PaperFact& fact) {
    using enum model::ParticipationRole;
    if (fact.predicate == Predicate::Coordinates) return Coordinator;
    if (fact.predicate == Predicate::NetworkPartnerIn) return NetworkPartner;
    if (qualifier(fact, "role").find("ssoci") != std::string::npos) return AssociatedPartner;
    if (qualifier(fact, "role").find("ssozi") != std::string::npos) return AssociatedPartner;
    return Participant;
}

/// Whether who has the one role has the other too: a coordinator takes part.
bool covers(model::ParticipationRole has, model::ParticipationRole said) {
    using enum model::ParticipationRole;
    return has == said || (said == Participant && has != NetworkPartner);
}

const text::CountryFinder& countries() {
    static const text::CountryFinder kFinder;
    return kFinder;
}

bool is_country(const PaperName& place) {
    const auto code = countries().code_of(place.name);
    return code && (place.country.empty() || *code == place.country);
}

std::string country_of(const PaperName& place) {
    return place.country.empty() ? countries().code_of(place.name).value_or("") : place.country;
}

}  // namespace

Outcome PressApplication::relate(const PaperFact& fact, const Side& subject, const Side& object) {
    switch (fact.predicate) {
        case Predicate::PartnerIn:
        case Predicate::Coordinates:
        case Predicate::NetworkPartnerIn:
        case Predicate::TakesPartIn:
        case Predicate::Organises:
            return take_part(fact, subject, object);
        case Predicate::MemberOf:
            return belong(fact, subject, object);
        case Predicate::Leaves:
            return leave(fact, subject, object);
        case Predicate::FundedBy:
        case Predicate::ProgrammeOf:
        case Predicate::PartOf:
            return fund(fact, subject, object);
        case Predicate::LocatedIn:
            return locate(fact, subject, object);
        case Predicate::Targets:
            return aim(fact, subject, object);
        case Predicate::Visits:
            return visit_place(fact, subject, object);
        case Predicate::About:
            if (object.is(RecordKind::Topic) &&
                (subject.is(RecordKind::Organisation) || subject.is(RecordKind::Project)))
                return edits_.add(*subject.record, "topics", codec::field_to_text(object.id()));
            return state(fact, subject, object);
        case Predicate::Follows:
            if (subject.is(RecordKind::Project) && object.is(RecordKind::Project))
                return edits_.add(*subject.record, "predecessors", codec::field_to_text(object.id()));
            return state(fact, subject, object);
        case Predicate::BasisOf:
            if (subject.is(RecordKind::Agreement) && object.is(RecordKind::Delegation))
                return edits_.set(*object.record, "basis", subject.id());
            return state(fact, subject, object);
        case Predicate::SelectedFor:
        case Predicate::PublishedBy:
        case Predicate::ContactOf:
        case Predicate::ReportsOn:
        case Predicate::OpenFor:
        case Predicate::Starts:
        case Predicate::Ends:
        case Predicate::PhaseStarts:
        case Predicate::HasMemberCount:
        case Predicate::HasActorCount:
        case Predicate::Founded:
        case Predicate::HasBudget:
            return state(fact, subject, object);
    }
    return state(fact, subject, object);
}

Outcome PressApplication::describe(const PaperFact& fact, const Side& subject, const Side& object) {
    if (fact.predicate == Predicate::Starts || fact.predicate == Predicate::Ends) return date(fact, subject);
    if (fact.predicate == Predicate::PhaseStarts) return phase(fact, subject);
    const bool is_count =
        fact.predicate == Predicate::HasMemberCount || fact.predicate == Predicate::HasActorCount;
    if (is_count) return count(fact, subject);
    constexpr std::size_t kYear = 4;
    if (fact.predicate == Predicate::Founded && subject.is(RecordKind::Organisation))
        return edits_.set(*subject.record, "founded", fact.value.substr(0, kYear));
    if (fact.predicate == Predicate::HasBudget) {
        const std::size_t space = fact.value.find(' ');
        const std::string currency = qualifier(fact, "currency");
        return edits_.leave_claim(*subject.record,
                                  {"budget", fact.value.substr(0, space),
                                   space == std::string::npos ? currency : fact.value.substr(space + 1)});
    }
    return state(fact, subject, object);
}

Outcome PressApplication::take_part(const PaperFact& fact, const Side& subject, const Side& object) {
    if (!subject.is(RecordKind::Organisation)) {
        if (subject.name != nullptr && object.is(RecordKind::Project)) return unfit(fact, *subject.name);
        return state(fact, subject, object);
    }
    const std::string element = codec::field_to_text(subject.id());
    if (object.is(RecordKind::Agreement)) return edits_.add(*object.record, "parties", element);
    if (object.is(RecordKind::Delegation)) {
        const bool organises = fact.predicate == Predicate::Organises;
        return edits_.add(*object.record, organises ? "organisers" : "participants", element);
    }
    if (!object.is(RecordKind::Project)) return state(fact, subject, object);
    const model::ParticipationRole role = role_of(fact);
    const int number = phase_number(qualifier(fact, "phase"));
    const model::Date since = date_in(fact, "since");
    const auto found = knowledge_.store().referring(RecordKind::Participation, "project", object.id());
    if (!found) return found.errors();
    std::vector<Record> parts = found.value();
    // What this edit has made is not in the store yet.
    for (const Record& put : edit_.batch().puts) {
        if (std::holds_alternative<model::Participation>(put)) parts.push_back(put);
    }
    for (const Record& record : parts) {
        const auto& part = std::get<model::Participation>(record);
        if (part.project != object.id() || part.organisation != subject.id() || !covers(part.role, role))
            continue;
        const RecordKey key{RecordKind::Participation, part.id};
        edits_.known(key);
        if (since.known() && number == 0) return edits_.set(key, "from", since.text());
        const bool lacks_phase = number > 0 && !part.phases.empty();
        return lacks_phase ? edits_.add(key, "phases", std::to_string(number)) : Outcome(Done{});
    }
    model::Participation made;
    made.project = object.id();
    made.organisation = subject.id();
    made.role = role;
    if (number > 0) made.phases = {number};
    made.from = since;
    made.to = date_in(fact, "until");
    if (made.to.known() && made.from.known() && made.to < made.from) made.to = {};
    if (!edits_.may_edit(made))
        return edits_.leave_claim(*object.record,
                                  {with_underscores(model::word(fact.predicate)), subject.name->name, {}});
    const auto id = edits_.make(std::move(made));
    return id ? Outcome(Done{}) : Outcome(id.errors());
}

Outcome PressApplication::join(const std::string& member, const std::string& cluster, const PaperFact& fact) {
    const auto found = knowledge_.store().referring(RecordKind::Membership, "member", member);
    if (!found) return found.errors();
    std::vector<Record> memberships = found.value();
    for (const Record& put : edit_.batch().puts) {
        if (std::holds_alternative<model::Membership>(put)) memberships.push_back(put);
    }
    const model::Date since = date_in(fact, "since");
    for (const Record& record : memberships) {
        const auto& membership = std::get<model::Membership>(record);
        if (membership.member != member || membership.cluster != cluster || membership.to.known()) continue;
        const RecordKey key{RecordKind::Membership, membership.id};
        edits_.known(key);
        return since.known() ? edits_.set(key, "from", since.text()) : Outcome(Done{});
    }
    model::Membership made;
    made.member = member;
    made.cluster = cluster;
    if (qualifier(fact, "mutual") == "true") made.type = model::MembershipType::Mutual;
    made.from = since;
    if (!edits_.may_edit(made)) {
        const std::string name = record_ref(edit_, RecordKind::Organisation, member).name;
        return edits_.leave_claim({RecordKind::Organisation, cluster}, {"member", name, {}});
    }
    const auto id = edits_.make(std::move(made));
    return id ? Outcome(Done{}) : Outcome(id.errors());
}

Outcome PressApplication::belong(const PaperFact& fact, const Side& subject, const Side& object) {
    if (!subject.is(RecordKind::Organisation) || !object.is(RecordKind::Organisation) ||
        subject.id() == object.id())
        return state(fact, subject, object);
    if (auto joined = join(subject.id(), object.id(), fact); !joined) return joined;
    return qualifier(fact, "mutual") == "true" ? join(object.id(), subject.id(), fact) : Outcome(Done{});
}

Outcome PressApplication::leave(const PaperFact& fact, const Side& subject, const Side& object) {
    model::Date day = date_in(fact, "until");
    if (!day.known()) day = date_in(fact, "since");
    const bool is_project = object.is(RecordKind::Project);
    const bool is_cluster = object.is(RecordKind::Organisation);
    if (!day.known() || !subject.is(RecordKind::Organisation) || (!is_project && !is_cluster))
        return state(fact, subject, object);
    const auto kind = is_project ? RecordKind::Participation : RecordKind::Membership;
    const auto found =
        knowledge_.store().referring(kind, is_project ? "organisation" : "member", subject.id());
    if (!found) return found.errors();
    for (const Record& record : found.value()) {
        const auto references = model::references(record);
        const bool is_meant = std::any_of(references.begin(), references.end(), [&](const auto& each) {
            return each.field == (is_project ? "project" : "cluster") && each.id == object.id();
        });
        if (is_meant) return edits_.set({kind, model::id_of(record)}, "to", day.text());
    }
    return state(fact, subject, object);
}

Outcome PressApplication::fund(const PaperFact& fact, const Side& subject, const Side& object) {
    if (subject.is(RecordKind::Project) && object.is(RecordKind::Programme))
        return edits_.set(*subject.record, "programme", object.id());
    if (subject.is(RecordKind::Programme) && object.is(RecordKind::Organisation))
        return edits_.set(*subject.record, "funder", object.id());
    if (subject.is(RecordKind::Programme) && object.is(RecordKind::Programme))
        return edits_.set(*subject.record, "parent", object.id());
    return state(fact, subject, object);
}

Outcome PressApplication::locate(const PaperFact& fact, const Side& subject, const Side& object) {
    if (!subject.is(RecordKind::Organisation) || object.name == nullptr ||
        object.name->kind != EntityKind::Place)
        return state(fact, subject, object);
    const std::string country = country_of(*object.name);
    if (!country.empty()) {
        if (auto set = edits_.set(*subject.record, "country", country); !set) return set;
        if (is_country(*object.name)) return Done{};
    }
    const auto town = senses_.town && !country.empty() ? senses_.town(object.name->name, country)
                                                       : std::optional<PressTown>();
    return town ? edits_.settle(*subject.record, object.name->name, *town) : state(fact, subject, object);
}

Outcome PressApplication::aim(const PaperFact& fact, const Side& subject, const Side& object) {
    const bool is_aiming = subject.is(RecordKind::Project) || (subject.is(RecordKind::Organisation) &&
                                                               subject.name->kind == EntityKind::Cluster);
    if (!is_aiming || object.name == nullptr || object.name->kind != EntityKind::Place)
        return state(fact, subject, object);
    model::TargetRegion region;
    if (is_country(*object.name)) {
        region.country = country_of(*object.name);
    } else {
        const std::string& language = paper_.item.language;
        region.name = {{.lang = language.size() == 2 ? language : "und", .text = object.name->name}};
        region.country = object.name->country;
    }
    return edits_.add(*subject.record, "target_regions", codec::field_to_text(region));
}

Outcome PressApplication::visit_place(const PaperFact& fact, const Side& subject, const Side& object) {
    if (!subject.is(RecordKind::Delegation) || object.name == nullptr) return state(fact, subject, object);
    model::Stop stop;
    stop.country = country_of(*object.name);
    if (!is_country(*object.name)) stop.city = object.name->name;
    stop.from = date_in(fact, "since");
    stop.to = date_in(fact, "until");
    return edits_.add(*subject.record, "stops", codec::field_to_text(stop));
}

Outcome PressApplication::date(const PaperFact& fact, const Side& subject) {
    const bool is_start = fact.predicate == Predicate::Starts;
    if (subject.is(RecordKind::Project))
        return edits_.set(*subject.record, is_start ? "start" : "end", fact.value);
    if (subject.is(RecordKind::Delegation) || subject.is(RecordKind::Programme))
        return edits_.set(*subject.record, is_start ? "from" : "to", fact.value);
    if (subject.is(RecordKind::Agreement))
        return edits_.set(*subject.record, is_start ? "signed" : "valid_to", fact.value);
    return edits_.leave_claim(*subject.record, {is_start ? "start" : "end", fact.value, {}});
}

Outcome PressApplication::phase(const PaperFact& fact, const Side& subject) {
    const int number = phase_number(qualifier(fact, "phase"));
    const auto day = model::Date::parse(fact.value);
    const auto found = edits_.stored(*subject.record);
    if (!found) return found.errors();
    const auto* project = std::get_if<model::Project>(&*found.value());
    if (project == nullptr || number == 0 || !day) return state(fact, subject, {});
    const bool is_there = std::any_of(project->phases.begin(), project->phases.end(),
                                      [&](const model::Phase& each) { return each.number == number; });
    // A phase that is there keeps its dates; what the text says stands beside.
    if (is_there) return edits_.leave_claim(*subject.record, {"phase_start", fact.value, {}, number});
    model::Phase made;
    made.number = number;
    made.from = *day;
    return edits_.add(*subject.record, "phases", codec::field_to_text(made));
}

Outcome PressApplication::count(const PaperFact& fact, const Side& subject) {
    const std::string counted = qualifier(fact, "what");
    std::string predicate =
        fact.predicate == Predicate::HasMemberCount ? "member_count" : "region_actor_count";
    if (predicate == "region_actor_count" && counted == "companies") predicate = "region_company_count";
    if (predicate == "region_actor_count" && counted == "research institutions")
        predicate = "region_research_count";
    return edits_.leave_claim(*subject.record, {predicate, fact.value, counted});
}

Outcome PressApplication::state(const PaperFact& fact, const Side& subject, const Side& object) {
    const std::string value = object.name != nullptr ? object.name->name : fact.value;
    const bool is_start = fact.predicate == Predicate::Starts;
    const bool is_date = is_start || fact.predicate == Predicate::Ends;
    const std::string predicate =
        is_date ? (is_start ? "start" : "end") : with_underscores(model::word(fact.predicate));
    if (value.empty()) {
        edits_.used(*subject.record);
        return Done{};
    }
    return edits_.leave_claim(*subject.record, {predicate, value, {}});
}

}  // namespace kontor::service
