// SPDX-License-Identifier: EUPL-1.2
// The member-list half of ImportService.
#include <filesystem>

#include "codec/json_text.hpp"
#include "service/import_answers.hpp"
#include "service/import_service.hpp"
#include "service/member_care.hpp"
#include "service/permission.hpp"

namespace kontor::service {
namespace {

using base::Result;

/// Knows nobody, so that every row becomes a new organisation; ids still keep clear of those taken.
class Strangers final : public ingest::KnownOrganisations {
public:
    explicit Strangers(const ingest::KnownOrganisations& known) : known_(known) {}
    std::vector<model::Organisation> candidates(const std::string&, const std::string&,
                                                const std::string&) const override {
        return {};
    }
    std::optional<model::Organisation> by_identifier(const std::string&, const std::string&) const override {
        return std::nullopt;
    }
    bool has(const std::string& id) const override { return known_.has(id); }

private:
    const ingest::KnownOrganisations& known_;
};

Result<ingest::Input> open_list(const MemberListRequest& request) {
    if (request.bytes.empty()) return ingest::Input::open_file(request.name);
    return ingest::Input::from_bytes(request.name, request.bytes);
}

/// A list that was imported before keeps the day of its first import: the same list twice changes nothing.
Result<model::Source> source_of(const ingest::Input& input, const store::Store& store, model::Date today) {
    model::Source source;
    source.id = "list-" + input.fingerprint().substr(0, 16);
    const auto before = store.read(model::RecordKind::Source, source.id);
    if (!before) return before.errors();
    if (before.value()) return std::get<model::Source>(*before.value());
    source.title = input.name();
    source.kind = model::SourceKind::File;
    source.as_of = std::move(today);
    return source;
}

base::Outcome check_cluster(const store::Reader& store, const std::string& cluster) {
    if (cluster.empty()) return base::Done{};
    const auto found = store.read(model::RecordKind::Organisation, cluster);
    if (!found) return found.errors();
    if (found.value()) return base::Done{};
    return base::Error{base::ErrorCode::RecordNotFound,
                       {{"kind", "organisation"}, {"id", cluster}},
                       {.file = {}, .field = "cluster"},
                       {}};
}

/// A list makes members of a cluster; without one it fills the register of the whole Kontor.
base::Outcome may_import(const Asker& asker, const MemberListRequest& request) {
    if (request.cluster.empty()) return permit(asker, Action::Administer);
    return permit(asker, Action::Import, std::vector<std::string>{request.cluster});
}

}  // namespace

Result<MemberList> ImportService::read_members(const Asker& asker, const MemberListRequest& request,
                                               base::Progress& progress) {
    auto mapping = parse_mapping(request.mapping);
    const auto cluster = check_cluster(*visible(asker), request.cluster);
    base::Errors faults;
    if (!mapping) faults = mapping.errors();
    if (!cluster) faults.insert(faults.end(), cluster.errors().begin(), cluster.errors().end());
    if (!faults.empty()) return faults;
    const auto input = open_list(request);
    if (!input) return input.errors();
    MemberList list;
    list.name = std::filesystem::path(request.name).filename().string();
    list.skip = request.skip;
    auto source = source_of(input.value(), store_, today(clock_));
    if (!source) return source.errors();
    list.source = std::move(source).value();
    const auto known = stored(asker);
    if (!known) return known.errors();
    const auto vocabulary = current_vocabulary();
    if (!vocabulary) return vocabulary.errors();
    ingest::MemberListOptions options;
    options.mapping = std::move(mapping).value();
    options.cluster = request.cluster;
    options.default_country = request.country;
    options.source = list.source.id;
    options.as_of = list.source.as_of;
    const ingest::MemberListContext context{*known.value().organisations, known.value().gazetteer.get(),
                                            &vocabulary.value()->tagger()};
    auto rows = ingest::preview_member_list(input.value(), options, context, progress);
    if (!rows) return rows.errors();
    list.rows = std::move(rows).value();
    auto form = form_of(input.value(), list.rows.table);
    if (!form) return form.errors();
    list.form = std::move(form).value();
    if (!request.separate.empty()) {
        const Strangers strangers(*known.value().organisations);
        const ingest::MemberListContext apart{strangers, context.gazetteer, context.tagger};
        const auto anew = ingest::preview_member_list(input.value(), options, apart, progress);
        if (!anew) return anew.errors();
        set_apart(list, anew.value(), request.separate);
    }
    if (knowledge_ != nullptr && asker.standing != Standing::Operator) {
        if (auto left = leave_to_keepers(list, *knowledge_, asker); !left) return left.errors();
    }
    return list;
}

Result<ImportPreview> ImportService::preview(const Asker& asker, const MemberListRequest& request,
                                             base::Progress& progress) {
    if (auto permitted = may_import(asker, request); !permitted) return permitted.errors();
    const auto list = read_members(asker, request, progress);
    if (!list) return list.errors();
    const auto vocabulary = current_vocabulary();
    if (!vocabulary) return vocabulary.errors();
    ImportPreview answer = preview_answer(list.value(), *vocabulary.value(), asker.language);
    const auto records = visible(asker);
    for (const ImportPreviewRow& row : answer.rows) {
        if (row.known) records->note_listed(model::RecordKind::Organisation, row.known->id);
    }
    return answer;
}

Result<ImportReport> ImportService::organisations(const Asker& asker, const MemberListRequest& request,
                                                  base::Progress& progress) {
    if (auto permitted = may_import(asker, request); !permitted) return permitted.errors();
    const auto list = read_members(asker, request, progress);
    if (!list) return list.errors();
    auto answer = report_answer(list.value(), store_, asker.language);
    if (!answer) return answer;
    auto run = store_.begin_import("organisations", list.value().name, list.value().source.id);
    if (!run) return run.errors();
    store::WriteBatch batch = batch_of(list.value(), asker.actor);
    batch.unseen = [records = visible(asker)](model::RecordKind kind, const std::string& id) {
        return records->sight().hides(kind, id, "identifiers");
    };
    const auto written = knowledge_ != nullptr ? knowledge_->write(batch) : store_.write(batch);
    run.value().state = written ? store::ImportState::Finished : store::ImportState::Failed;
    answer.value().id = run.value().id;
    run.value().done = batch.puts.size();
    run.value().report = codec::json_text(answer.value());
    if (auto noted = store_.finish_import(run.value()); !noted) return noted.errors();
    if (!written) return written.errors();
    return answer;
}

}  // namespace kontor::service
