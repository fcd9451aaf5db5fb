// SPDX-License-Identifier: EUPL-1.2
#include "service/audience_snapshot.hpp"

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "service/documents.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;
using Keys = std::set<AccessRules::Key>;

/// The records whose visible form may differ from the whole one: those with a disclosure, and those that
/// refer to one of them.
class Concerned {
public:
    Concerned(const Snapshot& whole, const VisibleRecords& records) : whole_(whole), records_(records) {}

    Keys find() {
        bool is_organisation_hidden = false;
        for (const auto& [subject, disclosure] : whole_.rules->all()) {
            keys_.insert(subject);
            const auto& [kind, id] = subject;
            if (records_.sight().sees(kind, id)) continue;
            if (kind == RecordKind::Organisation) {
                is_organisation_hidden = true;
                around_organisation(id);
            } else if (kind == RecordKind::Project) {
                around_project(id);
            }
        }
        if (is_organisation_hidden) add_all(RecordKind::Agreement, RecordKind::Delegation);
        return std::move(keys_);
    }

private:
    void add_referring(RecordKind kind, std::string_view field, const std::string& id) {
        const auto found = records_.whole().referring(kind, field, id);
        if (!found) return;
        for (const model::Record& record : found.value()) keys_.emplace(kind, model::id_of(record));
    }
    void around_organisation(const std::string& id) {
        add_referring(RecordKind::Membership, "member", id);
        add_referring(RecordKind::Membership, "cluster", id);
        add_referring(RecordKind::Participation, "organisation", id);
        const network::Picture& picture = *whole_.picture;
        const auto index = picture.find_organisation(id);
        if (!index) return;
        for (const network::OrganisationIndex cluster : picture.managed_clusters(*index)) {
            keys_.emplace(RecordKind::Organisation, picture.at(cluster).id);
        }
    }
    void around_project(const std::string& id) {
        add_referring(RecordKind::Participation, "project", id);
        const network::Picture& picture = *whole_.picture;
        const auto index = picture.find_project(id);
        if (!index) return;
        for (const network::ProjectIndex successor : picture.successors(*index)) {
            keys_.emplace(RecordKind::Project, picture.at(successor).id);
        }
        add_all(RecordKind::Agreement, RecordKind::Delegation);
    }
    void add_all(RecordKind first, RecordKind second) {
        for (const RecordKind kind : {first, second}) {
            static_cast<void>(records_.whole().scan(kind, [&](model::Record&& record) {
                keys_.emplace(kind, model::id_of(record));
                return true;
            }));
        }
    }

    const Snapshot& whole_;
    const VisibleRecords& records_;
    Keys keys_;
};

/// The builder with its rows cut down, for as long as this lives.
class CutRows {
public:
    explicit CutRows(network::PictureBuilder& builder) : builder_(builder) {}
    ~CutRows() {
        for (const model::Record& record : originals_) builder_.put(record);
    }
    CutRows(const CutRows&) = delete;
    CutRows& operator=(const CutRows&) = delete;

    void cut(const Keys& concerned, const VisibleRecords& records) {
        for (const auto& [kind, id] : concerned) {
            auto whole = records.whole().read(kind, id);
            if (!whole || !whole.value()) continue;
            const auto shown = records.sight().shown(*whole.value());
            if (shown == *whole.value()) continue;
            touched_.insert({kind, id});
            for (auto& [end, end_id] : builder_.joined(kind, id)) touched_.insert({end, end_id});
            originals_.push_back(std::move(*whole.value()));
            if (shown) {
                builder_.put(*shown);
            } else {
                builder_.erase(kind, id);
            }
        }
    }
    /// The records that look different now, and the ends of relations that do.
    [[nodiscard]] const DocumentKeys& touched() const { return touched_; }

private:
    network::PictureBuilder& builder_;
    std::vector<model::Record> originals_;
    DocumentKeys touched_;
};

}  // namespace

std::shared_ptr<const Snapshot> audience_snapshot(const std::shared_ptr<const Snapshot>& whole,
                                                  network::PictureBuilder& builder,
                                                  const VisibleRecords& records) {
    CutRows rows(builder);
    rows.cut(Concerned(*whole, records).find(), records);
    auto next = std::make_shared<Snapshot>(*whole);
    if (rows.touched().empty()) return next;
    next->picture = builder.build(whole->picture->today());
    std::vector<search::Document> documents;
    std::vector<search::DocumentKey> removed;
    for (const search::DocumentKey& key :
         concerned_documents(rows.touched(), *whole->picture, *next->picture)) {
        const auto record = records.read(key.kind, key.id);
        std::optional<search::Document> document;
        if (record && record.value()) document = document_of(*record.value(), *next->vocabulary);
        if (document) {
            complete(*document, *next->picture, *next->vocabulary);
            documents.push_back(std::move(*document));
        } else {
            removed.push_back(key);
        }
    }
    next->index =
        std::make_shared<const search::Index>(search::with_changes(*whole->index, documents, removed));
    return next;
}

}  // namespace kontor::service
