// SPDX-License-Identifier: EUPL-1.2
#include "service/knowledge.hpp"

#include <set>
#include <utility>

#include "service/documents.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::Outcome;
using model::RecordKind;

/// Beyond this many changes, building anew costs less than patching.
constexpr std::size_t kPatchedChanges = 20'000;

constexpr RecordKind kNetworkKinds[] = {
    RecordKind::Organisation, RecordKind::Membership,    RecordKind::Programme, RecordKind::Call,
    RecordKind::Project,      RecordKind::Participation, RecordKind::Agreement, RecordKind::Delegation};

network::Day today(const base::Clock& clock) {
    return static_cast<network::Day>(
        std::chrono::floor<std::chrono::days>(clock.now()).time_since_epoch().count());
}

base::Error stopped() {
    return {base::ErrorCode::Stopped, {}, {}, {}};
}

base::Result<std::shared_ptr<const Vocabulary>> read_vocabulary(
    const store::Store& store, const std::shared_ptr<const text::CompoundSplitter>& splitter,
    network::PictureBuilder& builder) {
    std::vector<model::Topic> topics;
    auto scanned = store.scan(RecordKind::Topic, [&](model::Record&& record) {
        builder.put(record);
        topics.push_back(std::get<model::Topic>(std::move(record)));
        return true;
    });
    if (!scanned) return scanned.errors();
    return std::shared_ptr<const Vocabulary>(std::make_shared<Vocabulary>(std::move(topics), splitter));
}

}  // namespace

/// Records whose documents have to be made anew, and those that are gone.
struct Knowledge::Pending {
    std::set<search::DocumentKey> changed;
    std::vector<search::DocumentKey> removed;

    /// A relation changes what is known of the records it joins.
    void touch(const model::Record& record) {
        changed.insert({model::kind_of(record), model::id_of(record)});
        if (const auto* participation = std::get_if<model::Participation>(&record)) {
            changed.insert({RecordKind::Organisation, participation->organisation});
            changed.insert({RecordKind::Project, participation->project});
        } else if (const auto* membership = std::get_if<model::Membership>(&record)) {
            changed.insert({RecordKind::Organisation, membership->member});
            changed.insert({RecordKind::Organisation, membership->cluster});
        }
    }
};

Knowledge::Knowledge(store::Store& store, const base::Clock& clock,
                     std::shared_ptr<const text::CompoundSplitter> splitter)
    : store_(store), clock_(clock), splitter_(std::move(splitter)) {}

Knowledge::~Knowledge() = default;

std::shared_ptr<const Snapshot> Knowledge::current() const {
    const std::lock_guard lock(current_mutex_);
    return current_;
}

Outcome Knowledge::load(base::Progress& progress) {
    const std::lock_guard lock(writer_mutex_);
    return load_locked(progress);
}

Outcome Knowledge::load_locked(base::Progress& progress) {
    auto next = std::make_shared<Snapshot>();
    const auto sequence = store_.last_sequence();
    if (!sequence) return sequence.errors();
    next->sequence = sequence.value();
    builder_ = {};
    auto vocabulary = read_vocabulary(store_, splitter_, builder_);
    if (!vocabulary) return vocabulary.errors();
    next->vocabulary = std::move(vocabulary).value();
    progress.report("vocabulary", next->vocabulary->topics().size(), next->vocabulary->topics().size());

    std::vector<search::Document> documents;
    const auto keep_document = [&](const model::Record& record) {
        auto document = document_of(record, *next->vocabulary);
        if (document) documents.push_back(std::move(*document));
    };
    for (const model::Topic& topic : next->vocabulary->topics()) keep_document(topic);
    std::uint64_t done = 0;
    for (const RecordKind kind : kNetworkKinds) {
        const auto scanned = store_.scan(kind, [&](model::Record&& record) {
            builder_.put(record);
            keep_document(record);
            if (++done % 8192 == 0) progress.report("network", done, 0);
            return !progress.stop_requested();
        });
        if (!scanned) return scanned.errors();
        if (progress.stop_requested()) return stopped();
    }
    next->picture = builder_.build(today(clock_));
    search::IndexBuilder index(next->vocabulary->topics(), splitter_);
    for (search::Document& document : documents) {
        complete(document, *next->picture, *next->vocabulary);
        index.add(document);
    }
    next->index = std::make_shared<const search::Index>(index.build());
    progress.report("search", documents.size(), documents.size());
    const std::lock_guard swap(current_mutex_);
    current_ = std::move(next);
    return Done{};
}

Outcome Knowledge::refresh() {
    const std::lock_guard lock(writer_mutex_);
    const auto known = current();
    auto changes = store_.changes_since(known->sequence, kPatchedChanges + 1);
    if (!changes) return changes.errors();
    if (changes.value().empty()) return Done{};
    bool anew = changes.value().size() > kPatchedChanges;
    for (const store::Change& change : changes.value()) anew = anew || change.kind == RecordKind::Topic;
    if (!anew) return apply_locked(changes.value());
    base::SilentProgress progress;
    return load_locked(progress);
}

Outcome Knowledge::apply_locked(const std::vector<store::Change>& changes) {
    const auto known = current();
    Pending pending;
    for (const store::Change& change : changes) {
        auto record = store_.read(change.kind, change.id);
        if (!record) return record.errors();
        if (record.value()) {
            builder_.put(*record.value());
            pending.touch(*record.value());
        } else {
            builder_.erase(change.kind, change.id);
            pending.removed.push_back({change.kind, change.id});
        }
    }
    auto next = std::make_shared<Snapshot>(*known);
    next->sequence = changes.back().sequence;
    next->picture = builder_.build(today(clock_));
    std::vector<search::Document> documents;
    for (const search::DocumentKey& key : pending.changed) {
        auto record = store_.read(key.kind, key.id);
        if (!record) return record.errors();
        if (!record.value()) continue;
        auto document = document_of(*record.value(), *next->vocabulary);
        if (!document) continue;
        complete(*document, *next->picture, *next->vocabulary);
        documents.push_back(std::move(*document));
    }
    next->index = std::make_shared<const search::Index>(
        search::with_changes(*known->index, documents, pending.removed));
    const std::lock_guard swap(current_mutex_);
    current_ = std::move(next);
    return Done{};
}

base::Result<store::WriteReport> Knowledge::write(const store::WriteBatch& batch) {
    auto report = store_.write(batch);
    if (!report) return report;
    if (auto refreshed = refresh(); !refreshed) return refreshed.errors();
    return report;
}

}  // namespace kontor::service
