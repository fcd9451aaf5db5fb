// SPDX-License-Identifier: EUPL-1.2
#include "service/reconciling_sink.hpp"

#include <algorithm>

#include "ingest/organisation_merge.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::Outcome;
using base::Result;
using model::RecordKind;

/// Numbers that a whole group of companies may carry, or that mean nothing outside one cluster.
bool is_shared(const std::string& scheme) {
    return scheme == "VAT" || scheme == "NATIONAL" || scheme == "MEMBER";
}

template <class R>
Result<std::optional<R>> stored_owner(const store::Store& store, const R& record) {
    for (const model::Identifier& identifier : record.identifiers) {
        if (is_shared(identifier.scheme)) continue;
        const auto owner = store.find_identifier(R::kKind, identifier.scheme, identifier.value);
        if (!owner) return owner.errors();
        if (!owner.value() || *owner.value() == record.id) continue;
        auto found = store.read(R::kKind, *owner.value());
        if (!found) return found.errors();
        if (found.value()) return std::optional<R>(std::get<R>(std::move(*found.value())));
    }
    return std::optional<R>();
}

template <class T>
void fill(T& first, const T& second) {
    if (first == T{}) first = second;
}

template <class T>
void unite(std::vector<T>& first, const std::vector<T>& second) {
    for (const T& item : second) {
        if (std::find(first.begin(), first.end(), item) == first.end()) first.push_back(item);
    }
}

model::Organisation merged(const model::Organisation& stored, model::Organisation incoming) {
    incoming.id = stored.id;
    return ingest::merge(stored, incoming);
}

model::Project merged(const model::Project& stored, const model::Project& incoming) {
    model::Project out = stored;
    fill(out.acronym, incoming.acronym);
    fill(out.titles, incoming.titles);
    fill(out.programme, incoming.programme);
    fill(out.call, incoming.call);
    unite(out.identifiers, incoming.identifiers);
    fill(out.status, incoming.status);
    fill(out.start, incoming.start);
    fill(out.end, incoming.end);
    fill(out.funding_scheme, incoming.funding_scheme);
    if (out.currency.empty() || out.currency == incoming.currency) {
        fill(out.total_cost, incoming.total_cost);
        fill(out.eu_contribution, incoming.eu_contribution);
        fill(out.currency, incoming.currency);
    }
    fill(out.objective, incoming.objective);
    fill(out.topics, incoming.topics);
    fill(out.keywords, incoming.keywords);
    fill(out.url, incoming.url);
    return out;
}

}  // namespace

Outcome ReconcilingSink::begin() {
    for (const RecordKind kind : {RecordKind::Organisation, RecordKind::Project}) {
        const auto count = store_.count(kind);
        if (!count) return count.errors();
        is_needed_ = is_needed_ || count.value() > 0;
    }
    return Done{};
}

template <class R>
Outcome ReconcilingSink::reconcile(R& record, Aliases& aliases, const base::Place& place) {
    const auto owner = stored_owner(store_, record);
    if (!owner) return owner.errors();
    if (!owner.value()) return Done{};
    notices_.add(base::Error{
        base::ErrorCode::RecordKnown, {{"id", record.id}, {"known", owner.value()->id}}, place, {}});
    aliases.emplace(record.id, owner.value()->id);
    record = merged(*owner.value(), std::move(record));
    return Done{};
}

Result<bool> ReconcilingSink::is_known(const model::Participation& participation) {
    auto [project, is_new] = recorded_.try_emplace(participation.project);
    if (is_new) {
        const auto stored = store_.referring(RecordKind::Participation, "project", participation.project);
        if (!stored) return stored.errors();
        for (const model::Record& record : stored.value()) {
            const auto& other = std::get<model::Participation>(record);
            project->second[other.organisation].insert(other.id);
        }
    }
    const auto others = project->second.find(participation.organisation);
    return others != project->second.end() && others->second.count(participation.id) == 0;
}

Outcome ReconcilingSink::accept(model::Record&& record, const base::Place& place) {
    if (!is_needed_) return next_.accept(std::move(record), place);
    if (auto* organisation = std::get_if<model::Organisation>(&record)) {
        if (auto done = reconcile(*organisation, organisations_, place); !done) return done;
    } else if (auto* project = std::get_if<model::Project>(&record)) {
        if (auto done = reconcile(*project, projects_, place); !done) return done;
    } else if (auto* participation = std::get_if<model::Participation>(&record)) {
        const auto organisation_alias = organisations_.find(participation->organisation);
        if (organisation_alias != organisations_.end())
            participation->organisation = organisation_alias->second;
        const auto project_alias = projects_.find(participation->project);
        if (project_alias != projects_.end()) {
            participation->project = project_alias->second;
            const auto known = is_known(*participation);
            if (!known) return known.errors();
            if (known.value()) return Done{};
        }
    }
    return next_.accept(std::move(record), place);
}

}  // namespace kontor::service
