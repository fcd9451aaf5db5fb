// SPDX-License-Identifier: EUPL-1.2
// The press desk of a small Kontor, for tests: texts are invented, their reading is put together by hand.
#pragma once

#include <gmock/gmock.h>

#include "codec/record_json.hpp"
#include "service/press_desk.hpp"
#include "service/press_memory.hpp"
#include "unit/service/accounts.hpp"

namespace kontor::service {

using model::RecordKind;
using press::EntityKind;
using press::Predicate;

/// A reading put together by hand.
class Told {
public:
    std::uint32_t name(EntityKind kind, const std::string& name, const std::string& record = "") {
        press::Entity entity{.id = name, .kind = kind, .name = name, .record = record};
        entity.mentions = {{0, 4}};
        entity.confidence = 0.9;
        reading.entities.push_back(entity);
        return static_cast<std::uint32_t>(reading.entities.size()) - 1;
    }
    std::uint32_t place(const std::string& called, const std::string& country) {
        const std::uint32_t at = name(EntityKind::Place, called);
        reading.entities[at].country = country;
        return at;
    }
    std::uint32_t topic(const std::string& called, const std::string& id) {
        const std::uint32_t at = name(EntityKind::Topic, called);
        reading.entities[at].topic = id;
        return at;
    }
    press::Fact& fact(std::uint32_t subject, Predicate predicate,
                      std::variant<std::uint32_t, std::string> object) {
        press::Fact made{.subject = subject, .predicate = predicate, .object = std::move(object)};
        made.sentence = {0, 10};
        made.confidence = 0.9;
        made.rule = "by-hand";
        reading.facts.push_back(made);
        return reading.facts.back();
    }

    press::Reading reading{.language = "en"};
};

class PressDeskTest : public Accounts {
protected:
    PressDeskTest() {
        model::Topic topic;
        topic.id = "light";
        topic.labels = {{"en", "Light"}};
        EXPECT_TRUE(knowledge_->write({.puts = {topic}, .actor = "test"}).ok());
        admin_ = asker(set_up());
        one_ = asker(join(admin_, "one", "cluster_manager", "mia@example.org"));
        two_ = asker(join(admin_, "two", "cluster_manager", "tom@example.org"));
        senses_.read = [this](const View&, const press::PressText&, const press::KnownNames& taught,
                              std::uint64_t) -> base::Result<press::Reading> {
            taught_ = taught;
            return told_.reading;
        };
        senses_.find = [this](const View&, RecordKind, const resolve::NameQuery& query) {
            const auto found = candidates_.find(query.name);
            return base::Result<std::vector<resolve::Candidate>>(
                found == candidates_.end() ? std::vector<resolve::Candidate>{} : found->second);
        };
        desk_of_press_ = std::make_unique<PressDesk>(*knowledge_, senses_);
    }

    /// A text of the network's own clusters, a new project, and more.
    void tell_much() {
        told_ = {};
        const auto one = told_.name(EntityKind::Cluster, "Cluster one", "one");
        const auto two = told_.name(EntityKind::Cluster, "Cluster two", "two");
        const auto fresh = told_.name(EntityKind::Company, "Glimmerwerk");
        const auto project = told_.name(EntityKind::Project, "BRIGHTWAY");
        const auto before = told_.name(EntityKind::Project, "DIMWAY");
        const auto journey = told_.name(EntityKind::Event, "Journey to the north");
        const auto pact = told_.name(EntityKind::Agreement, "Letter of intent");
        const auto finland = told_.place("Finland", "FI");
        const auto north = told_.place("the far north", "");
        const auto light = told_.topic("light", "light");
        told_.fact(one, Predicate::Coordinates, project);
        told_.fact(two, Predicate::PartnerIn, project).qualifiers = {{"phase", std::string("II")},
                                                                     {"since", std::string("2018-01")}};
        told_.fact(fresh, Predicate::PartnerIn, project);
        told_.fact(fresh, Predicate::MemberOf, one);
        told_.fact(one, Predicate::MemberOf, two).qualifiers = {{"mutual", true}};
        told_.fact(project, Predicate::Starts, std::string("2018-01"));
        told_.fact(project, Predicate::PhaseStarts, std::string("2019")).qualifiers = {
            {"phase", std::string("II")}};
        told_.fact(project, Predicate::Follows, before);
        told_.fact(project, Predicate::About, light);
        told_.fact(project, Predicate::Targets, finland);
        told_.fact(project, Predicate::Targets, north);
        told_.fact(one, Predicate::About, light);
        told_.fact(one, Predicate::Targets, finland);
        told_.fact(one, Predicate::Founded, std::string("2001"));
        told_.fact(one, Predicate::HasMemberCount, std::string("300")).qualifiers = {
            {"what", std::string("members")}, {"approximate", true}};
        told_.fact(one, Predicate::HasActorCount, std::string("871")).qualifiers = {
            {"what", std::string("companies")}};
        told_.fact(fresh, Predicate::LocatedIn, finland);
        told_.fact(journey, Predicate::Visits, finland);
        told_.fact(one, Predicate::Organises, journey);
        told_.fact(two, Predicate::TakesPartIn, journey);
        told_.fact(one, Predicate::PartnerIn, pact);
        told_.fact(two, Predicate::PartnerIn, pact);
        told_.fact(pact, Predicate::BasisOf, journey);
        told_.fact(project, Predicate::HasBudget, std::string("1200000 EUR"));
        told_.fact(press::kDocument, Predicate::ReportsOn, project);
        told_.fact(project, Predicate::Ends, std::string("2021")).certainty = press::Certainty::Planned;
    }

    std::string brought(const std::string& text = "Cluster one coordinates BRIGHTWAY.") {
        ++clock_.seconds;
        const auto made = desk_of_press_->bring(one_, {.organisation = "one", .text = text});
        EXPECT_TRUE(made.ok()) << base::sentence(made.errors().front(), "en");
        return made ? made.value().items.front().item.id : std::string();
    }
    PressItem shown(const std::string& id) { return desk_of_press_->item(one_, id).value(); }
    base::Result<PressDecisionReport> decide(const std::string& id, const std::string& decision) {
        PressDecisionForm form;
        for (const PressClaim& claim : shown(id).claims)
            form.claims.push_back({.claim = claim.id, .decision = decision});
        return desk_of_press_->decide(one_, id, form);
    }
    void accept_all(const std::string& id) {
        const auto done = decide(id, "accept");
        ASSERT_TRUE(done.ok()) << base::sentence(done.errors().front(), "en");
    }
    /// Everything in the network, as it would be exported.
    std::string network() {
        std::string out;
        for (std::size_t kind = 0; kind < model::Words<RecordKind>::kWords.size(); ++kind) {
            EXPECT_TRUE(store_
                            ->scan(static_cast<RecordKind>(kind),
                                   [&out](model::Record&& record) {
                                       out += codec::to_text(codec::to_json(record)) + "\n";
                                       return true;
                                   })
                            .ok());
        }
        return out;
    }
    template <class R>
    std::vector<R> all() {
        std::vector<R> out;
        EXPECT_TRUE(store_
                        ->scan(R::kKind,
                               [&out](model::Record&& record) {
                                   out.push_back(std::get<R>(std::move(record)));
                                   return true;
                               })
                        .ok());
        return out;
    }

    Told told_;
    press::KnownNames taught_;
    std::map<std::string, std::vector<resolve::Candidate>> candidates_;
    PressSenses senses_;
    std::unique_ptr<PressDesk> desk_of_press_;
    PressMemoryService memory_{*knowledge_};
    Asker admin_;
    Asker one_;
    Asker two_;
};

}  // namespace kontor::service
