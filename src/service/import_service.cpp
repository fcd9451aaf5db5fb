// SPDX-License-Identifier: EUPL-1.2
#include "service/import_service.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <unordered_map>

#include "codec/json_text.hpp"
#include "ingest/cordis.hpp"
#include "ingest/project_topics.hpp"
#include "ingest/records.hpp"
#include "ingest/vocabulary.hpp"
#include "service/import_answers.hpp"
#include "service/import_sink.hpp"
#include "service/permission.hpp"
#include "service/reconciling_sink.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::ErrorCode;
using base::Outcome;
using base::Result;

constexpr std::size_t kTaggedBatch = 5'000;

Result<std::vector<ingest::Input>> open_inputs(const std::vector<std::string>& files) {
    std::vector<ingest::Input> inputs;
    base::Errors faults;
    for (const std::string& file : files) {
        auto input = ingest::Input::open_file(file);
        if (input) {
            inputs.push_back(std::move(input).value());
        } else {
            faults.insert(faults.end(), input.errors().begin(), input.errors().end());
        }
    }
    if (!faults.empty()) return faults;
    return inputs;
}

std::string names_of(const std::vector<std::string>& files) {
    std::string names;
    for (const std::string& file : files) {
        names += (names.empty() ? "" : ", ") + std::filesystem::path(file).filename().string();
    }
    return names;
}

std::string joined_fingerprints(const std::vector<ingest::Input>& inputs) {
    std::string joined;
    for (const ingest::Input& input : inputs) joined += (joined.empty() ? "" : "+") + input.fingerprint();
    return joined;
}

bool was_stopped(const base::Errors& errors) {
    return std::any_of(errors.begin(), errors.end(),
                       [](const base::Error& error) { return error.code == ErrorCode::Stopped; });
}

/// People choose their own topics; what an import wrote may be read by the tagger.
bool is_from_import(const model::Project& project) {
    const auto imported = [](const model::Text& text) { return text.origin == model::TextOrigin::Import; };
    return std::any_of(project.titles.begin(), project.titles.end(), imported) ||
           std::any_of(project.objective.begin(), project.objective.end(), imported);
}

}  // namespace

struct ImportService::Job {
    const Asker& asker;
    const BulkRequest& request;
    std::string kind;
    std::string file;
    std::string fingerprint;
    /// Gives all records to the sink, and its own notices to the list.
    std::function<Result<ingest::ImportReport>(CountingSink&, ingest::FaultList&)> read;
    /// What is to be done once they are written, when topics were among them.
    std::function<Outcome()> after_topics = [] { return Outcome(Done{}); };
};

ImportService::ImportService(Knowledge& knowledge, const base::Clock& clock)
    : store_(knowledge.store()), knowledge_(&knowledge), clock_(clock) {}

ImportService::ImportService(store::Store& store, const base::Clock& clock,
                             std::shared_ptr<const text::CompoundSplitter> splitter)
    : store_(store), clock_(clock), splitter_(std::move(splitter)) {}

ImportService::~ImportService() = default;

Result<std::shared_ptr<const Vocabulary>> ImportService::current_vocabulary() const {
    std::vector<model::Topic> topics;
    const auto scanned = store_.scan(model::RecordKind::Topic, [&](model::Record&& record) {
        topics.push_back(std::get<model::Topic>(std::move(record)));
        return true;
    });
    if (!scanned) return scanned.errors();
    const auto splitter = knowledge_ != nullptr ? knowledge_->current()->vocabulary->splitter() : splitter_;
    return std::shared_ptr<const Vocabulary>(std::make_shared<Vocabulary>(std::move(topics), splitter));
}

Outcome ImportService::refresh() {
    if (knowledge_ == nullptr) return Done{};
    return knowledge_->refresh();
}

Result<ImportReport> ImportService::run(const Job& job) {
    if (job.request.effect == Effect::DryRun) {
        DryRunSink sink(store_);
        ingest::FaultList notices;
        const auto report = job.read(sink, notices);
        if (!report) return report.errors();
        ImportReport answer = import_answer(report.value(), notices, sink.counts(), job.asker.language);
        answer.file = job.file;
        return answer;
    }
    const auto runs = store_.imports();
    if (!runs) return runs.errors();
    for (const store::ImportRun& before : runs.value()) {
        const bool is_same = before.kind == job.kind && before.fingerprint == job.fingerprint &&
                             before.state == store::ImportState::Finished;
        if (is_same && job.request.repetition == Repetition::Skip) return repeated_answer(before);
    }
    auto begun = store_.begin_import(job.kind, job.file, job.fingerprint);
    if (!begun) return begun.errors();
    store::ImportRun run = begun.value();
    const bool is_resumed = run.done > 0;
    BatchSink sink(store_, run, job.asker.actor);
    ingest::FaultList notices;
    const auto report = job.read(sink, notices);
    Outcome ended = report ? sink.finish() : Outcome(report.errors());
    const bool has_new_topics =
        sink.counts().topics > 0 && (sink.counts().inserted + sink.counts().updated > 0 || is_resumed);
    if (ended && has_new_topics) ended = job.after_topics();
    if (!ended) {
        // A stopped import stays open in the ledger and goes on next time; a failed one begins anew.
        if (!was_stopped(ended.errors())) {
            run.state = store::ImportState::Failed;
            if (auto noted = store_.finish_import(run); !noted) return noted.errors();
        }
        if (auto refreshed = refresh(); !refreshed) return refreshed.errors();
        return ended.errors();
    }
    ImportReport answer = import_answer(report.value(), notices, sink.counts(), job.asker.language);
    answer.id = run.id;
    answer.file = job.file;
    run.state = store::ImportState::Finished;
    run.report = codec::json_text(answer);
    if (auto noted = store_.finish_import(run); !noted) return noted.errors();
    if (auto refreshed = refresh(); !refreshed) return refreshed.errors();
    return answer;
}

Result<ImportReport> ImportService::cordis(const Asker& asker, const BulkRequest& request,
                                           base::Progress& progress) {
    if (auto permitted = permit(asker, Action::Maintain); !permitted) return permitted.errors();
    auto inputs = open_inputs(request.files);
    if (!inputs) return inputs.errors();
    auto reader = ingest::CordisReader::open(std::move(inputs).value());
    if (!reader) return reader.errors();
    const auto vocabulary = current_vocabulary();
    if (!vocabulary) return vocabulary.errors();
    reader.value().set_enrich([&tagger = vocabulary.value()->tagger()](model::Project& project) {
        ingest::tag_project(project, tagger);
    });
    const auto known = [this](const std::string& id) -> std::optional<model::Organisation> {
        auto record = store_.read(model::RecordKind::Organisation, id);
        if (!record || !record.value()) return std::nullopt;
        return std::get<model::Organisation>(std::move(*record.value()));
    };
    Job job{asker, request, "cordis", names_of(request.files), reader.value().fingerprint(), {}};
    job.read = [&](CountingSink& sink, ingest::FaultList& notices) -> Result<ingest::ImportReport> {
        ReconcilingSink reconciled(store_, sink);
        if (auto begun = reconciled.begin(); !begun) return begun.errors();
        auto report = reader.value().read(reconciled, known, progress);
        notices.add(reconciled.notices());
        return report;
    };
    return run(job);
}

Result<ImportReport> ImportService::one_vocabulary(const Asker& asker, const std::string& file,
                                                   const BulkRequest& request, base::Progress& progress) {
    const auto input = ingest::Input::open_file(file);
    if (!input) return input.errors();
    Job job{asker, request, "vocabulary", names_of({file}), input.value().fingerprint(), {}};
    job.read = [&](CountingSink& sink, ingest::FaultList&) {
        return ingest::read_vocabulary(input.value(), sink, progress);
    };
    job.after_topics = [&] { return tag_projects(asker, nullptr, progress); };
    return run(job);
}

Result<ImportReport> ImportService::vocabulary(const Asker& asker, const BulkRequest& request,
                                               base::Progress& progress) {
    if (auto permitted = permit(asker, Action::Maintain); !permitted) return permitted.errors();
    ImportReport sum;
    for (const std::string& file : request.files) {
        auto report = one_vocabulary(asker, file, request, progress);
        if (!report) return report;
        add_answer(sum, report.value());
    }
    return sum;
}

Result<ImportReport> ImportService::records(const Asker& asker, const BulkRequest& request,
                                            base::Progress& progress) {
    if (auto permitted = permit(asker, Action::Maintain); !permitted) return permitted.errors();
    const auto inputs = open_inputs(request.files);
    if (!inputs) return inputs.errors();
    RecordIds body;
    Job job{asker, request, "records", names_of(request.files), joined_fingerprints(inputs.value()), {}};
    job.read = [&](CountingSink& sink, ingest::FaultList&) -> Result<ingest::ImportReport> {
        ReferenceCheck check(store_);
        if (auto checked = ingest::read_records(inputs.value(), check, progress); !checked) return checked;
        if (auto resolved = check.finish(); !resolved) return resolved.errors();
        body = check.ids();
        OrderingSink ordered(sink, body);
        auto report = ingest::read_records(inputs.value(), ordered, progress);
        if (!report) return report;
        if (auto passed = ordered.finish(); !passed) return passed.errors();
        return report;
    };
    // Projects of the same body say themselves which topics they have.
    job.after_topics = [&] { return tag_projects(asker, &body, progress); };
    return run(job);
}

Outcome ImportService::tag_projects(const Asker& asker, const RecordIds* untouched,
                                    base::Progress& progress) {
    const auto vocabulary = current_vocabulary();
    if (!vocabulary) return vocabulary.errors();
    std::vector<std::pair<std::string, std::vector<std::string>>> changed;
    std::uint64_t done = 0;
    const auto scanned = store_.scan(model::RecordKind::Project, [&](model::Record&& record) {
        auto& project = std::get<model::Project>(record);
        if (++done % 2'000 == 0) progress.report("tagging", done, 0);
        const bool is_own = untouched != nullptr && untouched->has(model::RecordKind::Project, project.id);
        if (is_own || !is_from_import(project)) return !progress.stop_requested();
        const std::vector<std::string> before = project.topics;
        ingest::tag_project(project, vocabulary.value()->tagger());
        if (project.topics != before) changed.emplace_back(project.id, std::move(project.topics));
        return !progress.stop_requested();
    });
    if (!scanned) return scanned.errors();
    if (progress.stop_requested()) return base::Error{ErrorCode::Stopped, {}, {}, {}};
    store::WriteBatch batch;
    batch.actor = asker.actor;
    for (std::size_t i = 0; i < changed.size(); ++i) {
        auto record = store_.read(model::RecordKind::Project, changed[i].first);
        if (!record) return record.errors();
        if (record.value()) {
            std::get<model::Project>(*record.value()).topics = changed[i].second;
            batch.puts.push_back(std::move(*record.value()));
        }
        if (batch.puts.size() < kTaggedBatch && i + 1 < changed.size()) continue;
        if (auto written = store_.write(batch); !written) return written.errors();
        batch.puts.clear();
    }
    return Done{};
}

std::shared_ptr<const VisibleRecords> ImportService::visible(const Asker& asker) const {
    if (knowledge_ != nullptr) return std::make_shared<VisibleRecords>(knowledge_->view(asker).records);
    // Without knowledge only the operator gets here.
    Sight everything(std::make_shared<const AccessRules>(), {.is_operator = true});
    return std::make_shared<VisibleRecords>(store_, std::move(everything));
}

Result<ImportService::Stored> ImportService::stored(const Asker& asker) {
    const auto sequence = store_.last_sequence();
    if (!sequence) return sequence.errors();
    const auto records = visible(asker);
    const std::string audience = records->sight().key();
    const std::lock_guard lock(stored_mutex_);
    const bool is_same = stored_.sequence == sequence.value() && stored_.audience == audience;
    if (stored_.organisations != nullptr && is_same) return stored_;
    auto organisations = KnownOrganisations::load(store_, records);
    if (!organisations) return organisations.errors();
    auto gazetteer = Gazetteer::load(store_);
    if (!gazetteer) return gazetteer.errors();
    stored_ = {sequence.value(), audience, std::move(organisations).value(), std::move(gazetteer).value()};
    return stored_;
}

Result<ImportList> ImportService::imports(const Asker& asker) const {
    if (auto permitted = permit(asker, Action::Administer); !permitted) return permitted.errors();
    const auto runs = store_.imports();
    if (!runs) return runs.errors();
    constexpr std::string_view kStates[] = {"running", "finished", "failed"};
    ImportList list;
    for (auto run = runs.value().rbegin(); run != runs.value().rend(); ++run) {
        list.imports.push_back({run->id, run->kind, run->file,
                                std::string(kStates[static_cast<std::size_t>(run->state)]),
                                iso_time(run->started), iso_time(run->finished)});
    }
    return list;
}

}  // namespace kontor::service
