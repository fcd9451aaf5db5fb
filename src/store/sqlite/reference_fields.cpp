// SPDX-License-Identifier: EUPL-1.2
#include "store/sqlite/reference_fields.hpp"

namespace kontor::store::sqlite {

std::span<const ReferenceField> reference_fields() {
    using enum model::RecordKind;
    using enum Lookup;
    static constexpr ReferenceField kFields[] = {
        {Region, "parent", Region, Indexed},
        {Region, "source", Source, Column},
        {Place, "source", Source, Column},
        {Topic, "parent", Topic, Indexed},
        {Topic, "source", Source, Column},
        {Organisation, "topics", Topic, Json},
        {Organisation, "offers", Topic, Json},
        {Organisation, "needs", Topic, Json},
        {Organisation, "cluster", Organisation, Json},
        {Organisation, "source", Source, Column},
        {Membership, "member", Organisation, Indexed},
        {Membership, "cluster", Organisation, Indexed},
        {Membership, "source", Source, Column},
        {Programme, "funder", Organisation, Column},
        {Programme, "parent", Programme, Column},
        {Programme, "source", Source, Column},
        {Call, "programme", Programme, Indexed},
        {Call, "topics", Topic, Json},
        {Call, "source", Source, Column},
        {Project, "programme", Programme, Indexed},
        {Project, "call", Call, Column},
        {Project, "topics", Topic, Json},
        {Project, "predecessors", Project, Json},
        {Project, "source", Source, Column},
        {Participation, "project", Project, Indexed},
        {Participation, "organisation", Organisation, Indexed},
        {Participation, "source", Source, Column},
        {Agreement, "parties", Organisation, Json},
        {Agreement, "confirmed_by", Organisation, Json},
        {Agreement, "project", Project, Column},
        {Agreement, "source", Source, Column},
        {Delegation, "organisers", Organisation, Json},
        {Delegation, "participants", Organisation, Json},
        {Delegation, "basis", Agreement, Column},
        {Delegation, "project", Project, Column},
        {Delegation, "source", Source, Column},
        {Claim, "subject", std::nullopt, Indexed},
        {Claim, "source", Source, Indexed},
        {Person, "organisation", Organisation, Indexed},
        {Person, "source", Source, Column},
        {Disclosure, "subject", std::nullopt, Indexed},
        {Disclosure, "owner", Organisation, Indexed},
        {Disclosure, "source", Source, Column},
        {News, "organisations", Organisation, Json},
        {News, "projects", Project, Json},
        {News, "programmes", Programme, Json},
        {News, "topics", Topic, Json},
        {News, "group", News, Indexed},
        {News, "keeper", Organisation, Column},
        {News, "source", Source, Column},
    };
    return kFields;
}

const ReferenceField* indexed_reference(model::RecordKind kind, std::string_view column) {
    for (const ReferenceField& field : reference_fields()) {
        if (field.from == kind && field.column == column && field.lookup == Lookup::Indexed) return &field;
    }
    return nullptr;
}

}  // namespace kontor::store::sqlite
