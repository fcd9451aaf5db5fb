// SPDX-License-Identifier: EUPL-1.2
// The half of RecordService that lists what belongs to a record.
#include <algorithm>
#include <array>

#include "service/record_service.hpp"
#include "service/search_service.hpp"

namespace kontor::service {
namespace {

using base::Result;
using model::Record;
using model::RecordKind;

struct Relation {
    RecordKind to;
    RecordKind of;
    std::string_view field;  // of the records `of`, holding the id of the record
};

constexpr std::array kRelations{Relation{RecordKind::Organisation, RecordKind::Membership, "cluster"},
                                Relation{RecordKind::Organisation, RecordKind::Membership, "member"},
                                Relation{RecordKind::Organisation, RecordKind::Participation, "organisation"},
                                Relation{RecordKind::Organisation, RecordKind::Person, "organisation"},
                                Relation{RecordKind::Project, RecordKind::Participation, "project"}};

/// What a reader knows a relation by: its own name, else those of what it joins.
Result<std::string> sorting_name(const View& view, const Record& record, const std::string& beside,
                                 const std::string& language) {
    if (std::holds_alternative<model::Person>(record)) return name_of(record, language);
    std::string name;
    for (const model::Reference& reference : model::references(record)) {
        if (reference.id == beside || reference.kind == RecordKind::Source) continue;
        const auto other = view.records.read(reference.kind, reference.id);
        if (!other) return other.errors();
        if (other.value()) name += name_of(*other.value(), language) + ' ';
    }
    return name;
}

}  // namespace

Result<RelatedPage> RecordService::related(const Asker& asker, const RecordName& name, const std::string& of,
                                           const PageRange& range) const {
    const auto kind = kind_of_word(name.kind);
    if (!kind) return kind.errors();
    const auto wanted = kind_of_word(of);
    if (!wanted) return wanted.errors();
    const auto start = cursor_offset(range.cursor);
    if (!start) return start.errors();
    const View view = knowledge_.view(asker);
    const auto subject = view.records.read(kind.value(), name.id);
    if (!subject) return subject.errors();
    if (!subject.value()) return record_not_found(kind.value(), name.id, asker.language);
    std::vector<std::pair<std::string, std::string>> found;  // sorting name, id
    for (const Relation& relation : kRelations) {
        if (relation.to != kind.value() || relation.of != wanted.value()) continue;
        const auto records = view.records.referring(relation.of, relation.field, name.id);
        if (!records) return records.errors();
        for (const Record& record : records.value()) {
            auto sorting = sorting_name(view, record, name.id, asker.language);
            if (!sorting) return sorting.errors();
            found.emplace_back(std::move(sorting).value(), model::id_of(record));
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    RelatedPage page;
    page.total = static_cast<std::int64_t>(found.size());
    const std::size_t offset = std::min(start.value(), found.size());
    const std::size_t end = std::min(found.size(), offset + range.limit);
    for (std::size_t i = offset; i < end; ++i) {
        auto one = record_view(knowledge_, asker, wanted.value(), found[i].second);
        if (!one) return one.errors();
        page.records.push_back(std::move(one).value());
    }
    page.next_cursor = next_cursor(offset, page.records.size(), found.size());
    return page;
}

}  // namespace kontor::service
