// SPDX-License-Identifier: EUPL-1.2
#include "service/knowledge.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "service/audience_snapshot.hpp"
#include "service/documents.hpp"
#include "service/permission.hpp"

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

network::Day day_of(const base::Clock& clock) {
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

base::Result<std::shared_ptr<const AccessRules>> read_rules(const store::Store& store) {
    auto rules = std::make_shared<AccessRules>();
    for (const RecordKind kind : {RecordKind::Disclosure, RecordKind::Agreement}) {
        const auto scanned = store.scan(kind, [&](model::Record&& record) {
            static_cast<void>(rules->put(record));
            return true;
        });
        if (!scanned) return scanned.errors();
    }
    return std::shared_ptr<const AccessRules>(std::move(rules));
}

/// The rules after the changes; the same object when none of them concerns a rule.
base::Result<std::shared_ptr<const AccessRules>> changed_rules(
    const std::shared_ptr<const AccessRules>& known, const std::vector<store::Change>& changes,
    const store::Store& store) {
    std::shared_ptr<AccessRules> next;
    for (const store::Change& change : changes) {
        if (change.kind != RecordKind::Disclosure && change.kind != RecordKind::Agreement) continue;
        if (!next) next = std::make_shared<AccessRules>(*known);
        const auto record = store.read(change.kind, change.id);
        if (!record) return record.errors();
        static_cast<void>(record.value() ? next->put(*record.value()) : next->erase(change.kind, change.id));
    }
    return next ? std::shared_ptr<const AccessRules>(std::move(next)) : known;
}

bool is_busy(std::mutex& mutex) {
    const std::unique_lock attempt(mutex, std::try_to_lock);
    return !attempt.owns_lock();
}

/// How old what a cut does not show yet may be, in seconds, before a reader makes it anew.
constexpr std::int64_t kFresh = 1;

/// Seconds since the first change that `cut` does not show; nothing when it must not be shown to `actor`: who
/// wrote sees it at once, and what has been hidden is hidden at once.
std::optional<std::int64_t> lag(const Snapshot& cut, const Snapshot& whole, const store::Store& store,
                                const base::Clock& clock, const std::string& actor) {
    constexpr std::size_t kChanges = 64;
    if (cut.sequence >= whole.sequence) return 0;
    if (cut.rules != whole.rules || cut.picture->today() != whole.picture->today()) return std::nullopt;
    const auto changes = store.changes_since(cut.sequence, kChanges);
    if (!changes || changes.value().empty() || changes.value().size() == kChanges) return std::nullopt;
    for (const store::Change& change : changes.value()) {
        if (change.actor == actor) return std::nullopt;
    }
    return clock.now().time_since_epoch().count() - changes.value().front().at;
}

}  // namespace

Knowledge::Knowledge(store::Store& store, const base::Clock& clock,
                     std::shared_ptr<const text::CompoundSplitter> splitter)
    : store_(store), clock_(clock), splitter_(std::move(splitter)) {}

Knowledge::~Knowledge() {
    // What cannot be written now has nobody left to be told of.
    static_cast<void>(write_reveals());
}

std::shared_ptr<const Snapshot> Knowledge::current() const {
    const std::lock_guard lock(current_mutex_);
    return current_;
}

model::Date Knowledge::today() const {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(clock_.now()));
    return model::Date::parse(fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                                          static_cast<unsigned>(day.month()),
                                          static_cast<unsigned>(day.day())))
        .value_or(model::Date());
}

View Knowledge::view(const Asker& asker) const {
    auto whole = current();
    Sight sight(whole->rules, audience_of(asker, *whole->rules, today()),
                audience_seen_as(asker, *whole->rules, today()));
    Reading reading{.actor = asker.actor};
    reading.hour = std::chrono::floor<std::chrono::hours>(clock_.now()).time_since_epoch().count();
    if (asker.standing == Standing::User) reading.reveals = &reveals_;
    if (sight.sees_everything() || whole->rules->all().empty()) {
        return {whole, VisibleRecords(store_, std::move(sight), std::move(reading))};
    }
    std::shared_ptr<const Snapshot> snapshot;
    {
        const std::lock_guard lock(cuts_mutex_);
        if (const auto known = cuts_.find(sight.key()); known != cuts_.end()) snapshot = known->second;
    }
    const auto behind = snapshot ? lag(*snapshot, *whole, store_, clock_, asker.actor) : std::nullopt;
    // While somebody makes a new one, waiting for it would not bring it sooner.
    const bool serves = behind && (*behind <= kFresh || is_busy(writer_mutex_));
    if (!serves) snapshot = cut(whole, sight);
    // Rules have changed meanwhile: what this sight hides is not what is hidden now.
    if (!snapshot) return view(asker);
    return {std::move(snapshot), VisibleRecords(store_, std::move(sight), std::move(reading))};
}

std::shared_ptr<const Snapshot> Knowledge::cut(const std::shared_ptr<const Snapshot>& whole,
                                               const Sight& sight) const {
    // Beyond this many kinds of audience the oldest snapshots are made anew when somebody asks.
    constexpr std::size_t kKept = 32;
    const std::string key = sight.key();
    const std::lock_guard no_writer(writer_mutex_);
    {
        const std::lock_guard lock(cuts_mutex_);
        if (const auto known = cuts_.find(key);
            known != cuts_.end() && known->second->sequence >= whole->sequence) {
            return known->second;
        }
    }
    const auto now = current();
    if (now->rules != whole->rules) return nullptr;
    // Those whose cut is ready go on reading meanwhile.
    auto made = audience_snapshot(now, builder_, VisibleRecords(store_, sight));
    const std::lock_guard lock(cuts_mutex_);
    if (cuts_.size() >= kKept) cuts_.clear();
    return cuts_[key] = std::move(made);
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
    auto rules = read_rules(store_);
    if (!rules) return rules.errors();
    next->rules = std::move(rules).value();
    next->picture = builder_.build(day_of(clock_));
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
    // With the day, every age in the picture changes, and with it what stands in the documents.
    const bool is_new_day = known->picture->today() != day_of(clock_);
    if (changes.value().empty() && !is_new_day) return Done{};
    bool anew = is_new_day || changes.value().size() > kPatchedChanges;
    for (const store::Change& change : changes.value()) anew = anew || change.kind == RecordKind::Topic;
    if (!anew) return apply_locked(changes.value());
    base::SilentProgress progress;
    return load_locked(progress);
}

base::Result<DocumentKeys> Knowledge::take_in(const std::vector<store::Change>& changes) {
    DocumentKeys touched;
    const auto touch = [&](const store::Change& change) {
        for (auto& [kind, id] : builder_.joined(change.kind, change.id)) touched.insert({kind, id});
    };
    for (const store::Change& change : changes) {
        auto record = store_.read(change.kind, change.id);
        if (!record) return record.errors();
        touched.insert({change.kind, change.id});
        touch(change);
        if (record.value()) {
            builder_.put(*record.value());
            touch(change);
        } else {
            builder_.erase(change.kind, change.id);
        }
    }
    return touched;
}

Outcome Knowledge::apply_locked(const std::vector<store::Change>& changes) {
    const auto known = current();
    const auto touched = take_in(changes);
    if (!touched) return touched.errors();
    auto next = std::make_shared<Snapshot>(*known);
    next->sequence = changes.back().sequence;
    auto rules = changed_rules(known->rules, changes, store_);
    if (!rules) return rules.errors();
    next->rules = std::move(rules).value();
    next->picture = builder_.build(known->picture->today());
    std::vector<search::Document> documents;
    std::vector<search::DocumentKey> removed;
    for (const search::DocumentKey& key :
         concerned_documents(touched.value(), *known->picture, *next->picture)) {
        auto record = store_.read(key.kind, key.id);
        if (!record) return record.errors();
        std::optional<search::Document> document;
        if (record.value()) document = document_of(*record.value(), *next->vocabulary);
        if (document) {
            complete(*document, *next->picture, *next->vocabulary);
            documents.push_back(std::move(*document));
        } else {
            removed.push_back(key);
        }
    }
    next->index =
        std::make_shared<const search::Index>(search::with_changes(*known->index, documents, removed));
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
