// SPDX-License-Identifier: EUPL-1.2
#include "service/references.hpp"

#include <algorithm>

namespace kontor::service {
namespace {

using model::RecordKind;

class Redirection {
public:
    Redirection(RecordKind kind, const std::string& from, const std::string& to)
        : kind_(kind), from_(from), to_(to) {}

    template <class R>
    void apply(R& r) const {
        visit(r);
        if constexpr (requires { r.source; }) turn(RecordKind::Source, r.source);
    }

private:
    void visit(model::Source&) const {}
    void visit(model::Place&) const {}
    void visit(model::Region& r) const { turn(RecordKind::Region, r.parent); }
    void visit(model::Topic& r) const { turn(RecordKind::Topic, r.parent); }
    void visit(model::Organisation& r) const {
        turn(RecordKind::Topic, r.topics);
        for (auto* list : {&r.offers, &r.needs}) {
            for (model::Capability& capability : *list) turn(RecordKind::Topic, capability.topic);
        }
        if (!r.cluster) return;
        turn(RecordKind::Organisation, r.cluster->management_entity);
        turn(RecordKind::Organisation, r.cluster->association_entity);
    }
    void visit(model::Membership& r) const {
        turn(RecordKind::Organisation, r.member);
        turn(RecordKind::Organisation, r.cluster);
    }
    void visit(model::Programme& r) const {
        turn(RecordKind::Organisation, r.funder);
        turn(RecordKind::Programme, r.parent);
    }
    void visit(model::Call& r) const {
        turn(RecordKind::Programme, r.programme);
        turn(RecordKind::Topic, r.topics);
    }
    void visit(model::Project& r) const {
        turn(RecordKind::Programme, r.programme);
        turn(RecordKind::Call, r.call);
        turn(RecordKind::Topic, r.topics);
        turn(RecordKind::Project, r.predecessors);
    }
    void visit(model::Participation& r) const {
        turn(RecordKind::Project, r.project);
        turn(RecordKind::Organisation, r.organisation);
    }
    void visit(model::Agreement& r) const {
        turn(RecordKind::Organisation, r.parties);
        turn(RecordKind::Organisation, r.confirmed_by);
        turn(RecordKind::Project, r.project);
    }
    void visit(model::Delegation& r) const {
        turn(RecordKind::Organisation, r.organisers);
        turn(RecordKind::Organisation, r.participants);
        turn(RecordKind::Agreement, r.basis);
        turn(RecordKind::Project, r.project);
    }
    void visit(model::Claim& r) const { turn(r.subject_kind, r.subject); }
    void visit(model::Person& r) const { turn(RecordKind::Organisation, r.organisation); }
    void visit(model::News& r) const {
        turn(RecordKind::Organisation, r.organisations);
        turn(RecordKind::Project, r.projects);
        turn(RecordKind::Programme, r.programmes);
        turn(RecordKind::Topic, r.topics);
        turn(RecordKind::News, r.group);
        turn(RecordKind::Organisation, r.keeper);
    }
    void visit(model::Disclosure& r) const {
        turn(r.subject_kind, r.subject);
        turn(RecordKind::Organisation, r.owner);
    }

    void turn(RecordKind kind, std::string& id) const {
        if (kind == kind_ && id == from_) id = to_;
    }
    void turn(RecordKind kind, std::vector<std::string>& ids) const {
        if (kind != kind_ || std::find(ids.begin(), ids.end(), from_) == ids.end()) return;
        const bool has_both = std::find(ids.begin(), ids.end(), to_) != ids.end();
        if (has_both) std::erase(ids, from_);
        for (std::string& id : ids) turn(kind, id);
    }

    RecordKind kind_;
    const std::string& from_;
    const std::string& to_;
};

}  // namespace

void redirect(model::Record& record, RecordKind kind, const std::string& from, const std::string& to) {
    const Redirection redirection(kind, from, to);
    std::visit([&](auto& r) { redirection.apply(r); }, record);
}

}  // namespace kontor::service
