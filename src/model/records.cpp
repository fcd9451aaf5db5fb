// SPDX-License-Identifier: EUPL-1.2
#include "model/records.hpp"

#include <algorithm>
#include <utility>

#include "base/limits.hpp"

namespace kontor::model {
namespace {

class ReferenceList {
public:
    void add(std::string_view field, RecordKind kind, const std::string& id) {
        if (!id.empty()) list_.push_back({field, kind, id});
    }
    void add(std::string_view field, RecordKind kind, const std::vector<std::string>& ids) {
        for (const std::string& id : ids) add(field, kind, id);
    }
    void add(std::string_view field, const std::vector<Capability>& capabilities) {
        for (const Capability& capability : capabilities) add(field, RecordKind::Topic, capability.topic);
    }
    [[nodiscard]] std::vector<Reference> take() { return std::move(list_); }

private:
    std::vector<Reference> list_;
};

using Kind = RecordKind;

void collect(const Source&, ReferenceList&) {}
void collect(const Region& r, ReferenceList& list) {
    list.add("parent", Kind::Region, r.parent);
}
void collect(const Place&, ReferenceList&) {}
void collect(const Topic& r, ReferenceList& list) {
    list.add("parent", Kind::Topic, r.parent);
}
void collect(const Organisation& r, ReferenceList& list) {
    list.add("topics", Kind::Topic, r.topics);
    list.add("offers", r.offers);
    list.add("needs", r.needs);
    if (!r.cluster) return;
    list.add("cluster/management_entity", Kind::Organisation, r.cluster->management_entity);
    list.add("cluster/association_entity", Kind::Organisation, r.cluster->association_entity);
}
void collect(const Membership& r, ReferenceList& list) {
    list.add("member", Kind::Organisation, r.member);
    list.add("cluster", Kind::Organisation, r.cluster);
}
void collect(const Programme& r, ReferenceList& list) {
    list.add("funder", Kind::Organisation, r.funder);
    list.add("parent", Kind::Programme, r.parent);
}
void collect(const Call& r, ReferenceList& list) {
    list.add("programme", Kind::Programme, r.programme);
    list.add("topics", Kind::Topic, r.topics);
}
void collect(const Project& r, ReferenceList& list) {
    list.add("programme", Kind::Programme, r.programme);
    list.add("call", Kind::Call, r.call);
    list.add("topics", Kind::Topic, r.topics);
    list.add("predecessors", Kind::Project, r.predecessors);
}
void collect(const Participation& r, ReferenceList& list) {
    list.add("project", Kind::Project, r.project);
    list.add("organisation", Kind::Organisation, r.organisation);
}
void collect(const Agreement& r, ReferenceList& list) {
    list.add("parties", Kind::Organisation, r.parties);
    list.add("confirmed_by", Kind::Organisation, r.confirmed_by);
    list.add("project", Kind::Project, r.project);
}
void collect(const Delegation& r, ReferenceList& list) {
    list.add("organisers", Kind::Organisation, r.organisers);
    list.add("participants", Kind::Organisation, r.participants);
    list.add("basis", Kind::Agreement, r.basis);
    list.add("project", Kind::Project, r.project);
}
void collect(const Claim& r, ReferenceList& list) {
    list.add("subject", r.subject_kind, r.subject);
}
void collect(const Person& r, ReferenceList& list) {
    list.add("organisation", Kind::Organisation, r.organisation);
}
void collect(const Disclosure& r, ReferenceList& list) {
    list.add("subject", r.subject_kind, r.subject);
    list.add("owner", Kind::Organisation, r.owner);
}
void collect(const News& r, ReferenceList& list) {
    list.add("organisations", Kind::Organisation, r.organisations);
    list.add("projects", Kind::Project, r.projects);
    list.add("programmes", Kind::Programme, r.programmes);
    list.add("topics", Kind::Topic, r.topics);
    list.add("group", Kind::News, r.group);
    list.add("keeper", Kind::Organisation, r.keeper);
}

}  // namespace

RecordKind kind_of(const Record& record) {
    return std::visit([](const auto& r) { return r.kKind; }, record);
}

const std::string& id_of(const Record& record) {
    return std::visit([](const auto& r) -> const std::string& { return r.id; }, record);
}

bool is_id(std::string_view text) {
    const auto is_alphanumeric = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    if (text.empty() || text.size() > base::limits::kIdBytes || !is_alphanumeric(text.front())) return false;
    return std::all_of(text.begin(), text.end(),
                       [&](char c) { return is_alphanumeric(c) || c == '.' || c == '_' || c == '-'; });
}

const std::string& display_name(const Organisation& organisation) {
    return organisation.names.empty() ? organisation.id : organisation.names.front().text;
}

std::vector<Reference> references(const Record& record) {
    ReferenceList list;
    std::visit(
        [&](const auto& r) {
            collect(r, list);
            if constexpr (requires { r.source; }) list.add("source", Kind::Source, r.source);
        },
        record);
    return list.take();
}

namespace {

template <std::size_t... I>
std::vector<std::string_view> optional_fields(std::size_t kind, std::index_sequence<I...>) {
    std::vector<std::string_view> names;
    const auto collect_from = [&](const auto& record) {
        visit_fields(record, [&](std::string_view name, const auto&, Need need) {
            if (need == Need::Optional) names.push_back(name);
        });
    };
    ((I == kind ? collect_from(std::variant_alternative_t<I, Record>{}) : void()), ...);
    return names;
}

}  // namespace

std::vector<std::string_view> hideable_fields(RecordKind kind) {
    return optional_fields(static_cast<std::size_t>(kind),
                           std::make_index_sequence<std::variant_size_v<Record>>{});
}

}  // namespace kontor::model
