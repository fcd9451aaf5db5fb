// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_index.hpp"

namespace kontor::resolve {
namespace {

void add_texts(std::vector<model::Name>& names, const model::Texts& texts) {
    for (const model::Text& text : texts) names.push_back({text.text, text.lang, model::NameType::Legal});
}

void add_short(std::vector<model::Name>& names, const std::string& name) {
    if (!name.empty()) names.push_back({name, "und", model::NameType::Short});
}

}  // namespace

NamedRecord named_record(const model::Organisation& organisation) {
    return {organisation.id,      organisation.names, organisation.identifiers,
            organisation.country, organisation.city,  organisation.kind};
}

NamedRecord named_record(const model::Project& project) {
    NamedRecord out;
    out.id = project.id;
    add_short(out.names, project.acronym);
    add_texts(out.names, project.titles);
    out.identifiers = project.identifiers;
    return out;
}

NamedRecord named_record(const model::Programme& programme) {
    NamedRecord out;
    out.id = programme.id;
    add_short(out.names, programme.short_name);
    add_texts(out.names, programme.names);
    return out;
}

}  // namespace kontor::resolve
