// SPDX-License-Identifier: EUPL-1.2
// Small hand-made networks for tests: a keyed set of records with short ways to make them, from which
// pictures are built.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/records.hpp"
#include "network/picture_builder.hpp"

namespace kontor::test {

inline model::Date date(const std::string& text) {
    return model::Date::parse(text).value_or(model::Date{});
}
inline network::Day day(const std::string& text) {
    return network::first_day(date(text));
}

class SmallNetwork {
public:
    network::Day today = day("2026-06-01");

    void put(model::Record record) {
        const auto key = std::pair(model::kind_of(record), model::id_of(record));
        records_.insert_or_assign(key, std::move(record));
    }
    void erase(model::RecordKind kind, const std::string& id) { records_.erase(std::pair(kind, id)); }

    model::Topic& topic(const std::string& id, const std::string& parent = "",
                        model::TopicKind kind = model::TopicKind::Technology) {
        auto& out = make<model::Topic>(id);
        out.kind = kind;
        out.parent = parent;
        out.labels = {{"en", id}};
        return out;
    }
    model::Organisation& organisation(const std::string& id,
                                      model::OrganisationKind kind = model::OrganisationKind::Company,
                                      const std::string& country = "DE") {
        auto& out = make<model::Organisation>(id);
        out.kind = kind;
        out.country = country;
        out.names = {{id, "en", model::NameType::Legal}};
        out.as_of = date("2026-01-15");
        return out;
    }
    model::Organisation& cluster(const std::string& id, const std::string& country = "DE") {
        auto& out = organisation(id, model::OrganisationKind::Cluster, country);
        out.cluster = model::ClusterProfile{};
        return out;
    }
    model::Project& project(const std::string& id, const std::string& end,
                            const std::vector<std::string>& topics = {}) {
        auto& out = make<model::Project>(id);
        out.acronym = id;
        out.titles = {{"en", id, model::TextOrigin::Person}};
        out.end = date(end);
        out.topics = topics;
        return out;
    }
    model::Participation& participation(
        const std::string& project_id, const std::string& organisation_id,
        model::ParticipationRole role = model::ParticipationRole::Participant) {
        auto& out = make<model::Participation>(project_id + "." + organisation_id);
        out.project = project_id;
        out.organisation = organisation_id;
        out.role = role;
        return out;
    }
    model::Membership& membership(const std::string& member, const std::string& cluster_id) {
        auto& out = make<model::Membership>(member + ".in." + cluster_id);
        out.member = member;
        out.cluster = cluster_id;
        return out;
    }
    model::Agreement& agreement(const std::string& id, const std::vector<std::string>& parties,
                                const std::string& signed_on) {
        auto& out = make<model::Agreement>(id);
        out.titles = {{"en", id, model::TextOrigin::Person}};
        out.parties = parties;
        out.signed_on = date(signed_on);
        return out;
    }
    model::Delegation& delegation(const std::string& id, const std::vector<std::string>& participants,
                                  const std::string& to) {
        auto& out = make<model::Delegation>(id);
        out.titles = {{"en", id, model::TextOrigin::Person}};
        out.participants = participants;
        out.to = date(to);
        return out;
    }

    /// The record to be changed; it must be there.
    template <class T>
    T& get(const std::string& id) {
        return std::get<T>(records_.at(std::pair(T::kKind, id)));
    }
    [[nodiscard]] const std::map<std::pair<model::RecordKind, std::string>, model::Record>& records() const {
        return records_;
    }
    [[nodiscard]] std::shared_ptr<const network::Picture> picture() const {
        network::PictureBuilder builder;
        for (const auto& [key, record] : records_) builder.put(record);
        return builder.build(today);
    }

private:
    template <class T>
    T& make(const std::string& id) {
        T fresh;
        fresh.id = id;
        const auto key = std::pair(T::kKind, id);
        return std::get<T>(records_.insert_or_assign(key, model::Record(std::move(fresh))).first->second);
    }
    std::map<std::pair<model::RecordKind, std::string>, model::Record> records_;
};

}  // namespace kontor::test
