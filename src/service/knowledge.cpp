// SPDX-License-Identifier: EUPL-1.2
#include "service/knowledge.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <utility>

#include "service/document_changes.hpp"
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
    RecordKind::Organisation, RecordKind::Membership, RecordKind::Programme,
    RecordKind::Call,         RecordKind::Project,    RecordKind::Participation,
    RecordKind::Agreement,    RecordKind::Delegation, RecordKind::News};

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

/// The shelf after the changes; the same object when none of them concerns news.
base::Result<std::shared_ptr<const NewsShelf>> changed_news(const std::shared_ptr<const NewsShelf>& known,
                                                            const std::vector<store::Change>& changes,
                                                            const store::Store& store) {
    std::set<std::string> ids;
    for (const store::Change& change : changes) {
        if (change.kind == RecordKind::News) ids.insert(change.id);
    }
    if (ids.empty()) return known;
    std::vector<SharedNewsRow> put;
    std::vector<std::string> erased;
    for (const std::string& id : ids) {
        const auto record = store.read(RecordKind::News, id);
        if (!record) return record.errors();
        if (record.value()) {
            put.push_back(std::make_shared<const NewsRow>(news_row(std::get<model::News>(*record.value()))));
        } else {
            erased.push_back(id);
        }
    }
    return std::shared_ptr<const NewsShelf>(
        std::make_shared<const NewsShelf>(known->with(std::move(put), erased)));
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

/// When what an audience does not see yet is so many whole seconds old, the server brings it up to date; when
/// it is older, the next reader does.
constexpr std::int64_t kBroughtUpAt = 1;
/// While somebody brings it up to date, waiting for that would not bring it sooner.
constexpr std::int64_t kOldestWhileBusy = 10;

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

std::int64_t Knowledge::seconds() const {
    return clock_.now().time_since_epoch().count();
}

View Knowledge::view(const Asker& asker) const {
    auto whole = current();
    Sight sight(whole->rules, audience_of(asker, *whole->rules, today()),
                audience_seen_as(asker, *whole->rules, today()));
    Reading reading{.actor = asker.actor};
    reading.hour = std::chrono::floor<std::chrono::hours>(clock_.now()).time_since_epoch().count();
    if (asker.standing == Standing::User) reading.reveals = &reveals_;
    if (sight.sees_everything() || whole->rules->hides_nothing()) {
        return {whole, VisibleRecords(store_, std::move(sight), std::move(reading))};
    }
    const AudienceSnapshots::Question question{sight, asker.actor, seconds()};
    auto snapshot = audiences_.ready(*whole, question, kBroughtUpAt);
    if (!snapshot && is_busy(writer_mutex_)) snapshot = audiences_.ready(*whole, question, kOldestWhileBusy);
    if (!snapshot) {
        const std::lock_guard no_writer(writer_mutex_);
        const auto now = current();
        if (now->rules == whole->rules) snapshot = audiences_.current(now, sight, seconds());
    }
    // Rules have changed meanwhile: what this sight hides is not what is hidden now.
    if (!snapshot) return view(asker);
    return {std::move(snapshot), VisibleRecords(store_, std::move(sight), std::move(reading))};
}

void Knowledge::refresh_audiences() const {
    const auto whole = current();
    for (const Sight& sight : audiences_.behind(*whole, seconds(), kBroughtUpAt)) {
        const std::lock_guard no_writer(writer_mutex_);
        const auto now = current();
        if (now->rules != whole->rules) return;
        static_cast<void>(audiences_.current(now, sight, 0));
    }
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
    audiences_.clear();
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
    std::vector<SharedNewsRow> news;
    for (const RecordKind kind : kNetworkKinds) {
        const auto scanned = store_.scan(kind, [&](model::Record&& record) {
            builder_.put(record);
            keep_document(record);
            if (const auto* item = std::get_if<model::News>(&record))
                news.push_back(std::make_shared<const NewsRow>(news_row(*item)));
            if (++done % 8192 == 0) progress.report("network", done, 0);
            return !progress.stop_requested();
        });
        if (!scanned) return scanned.errors();
        if (progress.stop_requested()) return stopped();
    }
    next->news = std::make_shared<const NewsShelf>(std::move(news));
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
    tail_.restart(next->sequence);
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
    if (!anew) return apply_locked(std::move(changes).value());
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

Outcome Knowledge::apply_locked(std::vector<store::Change> changes) {
    const auto known = current();
    auto touched = take_in(changes);
    if (!touched) return touched.errors();
    auto next = std::make_shared<Snapshot>(*known);
    next->sequence = changes.back().sequence;
    auto rules = changed_rules(known->rules, changes, store_);
    if (!rules) return rules.errors();
    next->rules = std::move(rules).value();
    auto news = changed_news(known->news, changes, store_);
    if (!news) return news.errors();
    next->news = std::move(news).value();
    std::vector<network::RecordKey> keys;
    for (const store::Change& change : changes) keys.emplace_back(change.kind, change.id);
    next->picture = builder_.rebuild(known->picture, keys);
    auto index = renewed_index(*known, *next, touched.value(), store_, search::Merging::WhenDue);
    if (!index) return index.errors();
    next->index = std::move(index).value();
    tail_.append({std::move(changes), std::move(touched).value()});
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
