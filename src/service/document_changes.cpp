// SPDX-License-Identifier: EUPL-1.2
#include "service/document_changes.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/documents.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;
using network::Picture;

void add_participants(const Picture& picture, network::ProjectIndex project, DocumentKeys& out) {
    for (const network::Participation& one : picture.participations(project)) {
        out.insert({RecordKind::Organisation, std::string(picture.at(one.organisation).id)});
    }
}

void add_programme(const Picture& picture, network::ProgrammeIndex programme, DocumentKeys& out) {
    if (programme.valid()) out.insert({RecordKind::Programme, std::string(picture.at(programme).id)});
}

/// Its projects tell their coordinator's country, its clusters count their members; nothing else in them is
/// about the organisation.
bool is_told_alike(const std::string& organisation, const Picture& before, const Picture& after) {
    const auto first = before.find_organisation(organisation);
    const auto second = after.find_organisation(organisation);
    return first && second && before.country(*first) == after.country(*second);
}

void add_around_organisation(const Picture& picture, const std::string& id, DocumentKeys& out) {
    const auto index = picture.find_organisation(id);
    if (!index) return;
    for (const network::ParticipationIndex at : picture.participations(*index)) {
        out.insert({RecordKind::Project, std::string(picture.at(picture.at(at).project).id)});
    }
    for (const network::MembershipIndex at : picture.memberships(*index)) {
        out.insert({RecordKind::Organisation, std::string(picture.at(picture.at(at).cluster).id)});
    }
}

void add_around_project(const Picture& picture, const std::string& id, DocumentKeys& out) {
    const auto index = picture.find_project(id);
    if (!index) return;
    add_participants(picture, *index, out);
    add_programme(picture, picture.programme(*index), out);
}

/// The end of a programme dates its projects that have no dates, and with them their participants' topics.
void add_around_programme(const Picture& picture, const std::string& id, DocumentKeys& out) {
    const auto index = picture.find_programme(id);
    if (!index) return;
    for (const network::ProjectIndex at : picture.projects_of(*index)) {
        const network::Project project = picture.at(at);
        if (project.start == network::kUnknownDay && project.end == network::kUnknownDay)
            add_participants(picture, at, out);
    }
}

bool is_dated_alike(const std::string& programme, const Picture& before, const Picture& after) {
    const auto end_in = [&programme](const Picture& picture) {
        const auto index = picture.find_programme(programme);
        return index ? picture.at(*index).to : network::kUnknownDay;
    };
    return end_in(before) == end_in(after);
}

/// Topics that more or fewer organisations have now.
void add_topics(const Picture& before, const Picture& after, DocumentKeys& out) {
    for (std::size_t i = 0; i < after.topic_count(); ++i) {
        const network::TopicIndex topic(i);
        const auto known = before.find_topic(after.at(topic).id);
        if (known && before.organisations_with(*known).size() == after.organisations_with(topic).size())
            continue;
        out.insert({RecordKind::Topic, std::string(after.at(topic).id)});
    }
}

}  // namespace

DocumentKeys concerned_documents(const DocumentKeys& touched, const Picture& before, const Picture& after) {
    DocumentKeys out = touched;
    if (&before == &after) return out;
    for (const search::DocumentKey& key : touched) {
        for (const Picture* picture : {&before, &after}) {
            if (key.kind == RecordKind::Organisation && !is_told_alike(key.id, before, after))
                add_around_organisation(*picture, key.id, out);
            if (key.kind == RecordKind::Project) add_around_project(*picture, key.id, out);
            if (key.kind == RecordKind::Programme && !is_dated_alike(key.id, before, after))
                add_around_programme(*picture, key.id, out);
        }
    }
    add_topics(before, after, out);
    return out;
}

base::Result<std::shared_ptr<const search::Index>> renewed_index(const Snapshot& before,
                                                                 const Snapshot& after,
                                                                 const DocumentKeys& touched,
                                                                 const store::Reader& records,
                                                                 search::Merging merging) {
    std::vector<search::Document> documents;
    std::vector<search::DocumentKey> removed;
    for (const search::DocumentKey& key : concerned_documents(touched, *before.picture, *after.picture)) {
        const auto record = records.read(key.kind, key.id);
        if (!record) return record.errors();
        std::optional<search::Document> document;
        if (record.value()) document = document_of(*record.value(), *after.vocabulary);
        if (document) {
            complete(*document, *after.picture, *after.vocabulary);
            documents.push_back(std::move(*document));
        } else {
            removed.push_back(key);
        }
    }
    if (documents.empty() && removed.empty()) return before.index;
    return std::shared_ptr<const search::Index>(std::make_shared<const search::Index>(
        search::with_changes(*before.index, documents, removed, merging)));
}

}  // namespace kontor::service
