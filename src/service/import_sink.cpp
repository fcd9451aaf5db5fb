// SPDX-License-Identifier: EUPL-1.2
#include "service/import_sink.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace kontor::service {
namespace {

// Ids come in no order, so a transaction touches pages all over the tables: few large ones write each page
// less often than many small ones, and the more so the larger the tables are.
constexpr std::size_t kBatchRecords = 25'000;

}  // namespace

BatchSink::BatchSink(store::Store& store, const store::ImportRun& run, std::string actor)
    : store_(store), run_(run.id), already_done_(run.done), actor_(std::move(actor)) {}

BatchSink::~BatchSink() {
    if (writing_.valid()) writing_.wait();
}

base::Outcome BatchSink::accept(model::Record&& record, const base::Place& place) {
    if (std::holds_alternative<model::Topic>(record)) ++counts_.topics;
    if (seen_++ < already_done_) return base::Done{};
    filling_origins_.push_back({model::kind_of(record), model::id_of(record), place});
    filling_.push_back(std::move(record));
    if (together_ || filling_.size() < kBatchRecords) return base::Done{};
    return flush();
}

base::Outcome BatchSink::keep_together() {
    together_ = true;
    return flush();
}

base::Outcome BatchSink::flush() {
    if (auto before = wait(); !before) return before;
    if (filling_.empty()) return base::Done{};
    store::WriteBatch batch;
    batch.puts = std::exchange(filling_, {});
    writing_origins_ = std::exchange(filling_origins_, {});
    batch.actor = actor_;
    batch.mark = store::ImportMark{run_, "records", seen_};
    writing_ = std::async(std::launch::async,
                          [&store = store_, batch = std::move(batch)] { return store.write(batch); });
    return base::Done{};
}

base::Outcome BatchSink::wait() {
    if (!writing_.valid()) return base::Done{};
    const auto written = writing_.get();
    if (!written) return with_places(written.errors());
    counts_.inserted += written.value().inserted;
    counts_.updated += written.value().updated;
    counts_.unchanged += written.value().unchanged;
    return base::Done{};
}

base::Errors BatchSink::with_places(base::Errors errors) const {
    for (base::Error& error : errors) {
        if (!error.place.file.empty()) continue;
        const auto argument = [&error](std::string_view name) {
            const auto found = std::find_if(error.arguments.begin(), error.arguments.end(),
                                            [&](const auto& each) { return each.first == name; });
            return found == error.arguments.end() ? std::string() : found->second;
        };
        const std::string kind = argument("kind");
        const std::string id = argument("id");
        const auto origin =
            std::find_if(writing_origins_.begin(), writing_origins_.end(),
                         [&](const Origin& each) { return each.id == id && model::word(each.kind) == kind; });
        if (origin == writing_origins_.end()) continue;
        error.place.file = origin->place.file;
        error.place.line = origin->place.line;
    }
    return errors;
}

base::Outcome BatchSink::finish() {
    if (auto flushed = flush(); !flushed) return flushed;
    return wait();
}

base::Outcome DryRunSink::accept(model::Record&& record, const base::Place&) {
    if (std::holds_alternative<model::Topic>(record)) ++counts_.topics;
    const auto before = store_.read(model::kind_of(record), model::id_of(record));
    if (!before) return before.errors();
    if (!before.value()) {
        ++counts_.inserted;
    } else if (*before.value() == record) {
        ++counts_.unchanged;
    } else {
        ++counts_.updated;
    }
    return base::Done{};
}

base::Outcome ReferenceCheck::accept(model::Record&& record, const base::Place& place) {
    ids_.add(model::kind_of(record), model::id_of(record));
    for (model::Reference& reference : model::references(record)) {
        if (ids_.has(reference.kind, reference.id)) continue;
        open_.push_back({std::string(reference.field), reference.kind, std::move(reference.id), place});
    }
    return base::Done{};
}

base::Outcome ReferenceCheck::finish() {
    base::Errors faults;
    for (const Open& open : open_) {
        if (ids_.has(open.kind, open.id)) continue;
        const auto stored = store_.read(open.kind, open.id);
        if (!stored) return stored.errors();
        if (stored.value()) continue;
        base::Place place = open.place;
        if (place.field.empty()) place.field = "/" + open.field;
        faults.push_back(
            {base::ErrorCode::ReferenceUnknown, {{"field", open.field}, {"id", open.id}}, place, {}});
        if (faults.size() == base::limits::kFaultsReported) break;
    }
    if (!faults.empty()) return faults;
    return base::Done{};
}

bool OrderingSink::is_ready(const model::Record& record) const {
    for (const model::Reference& reference : model::references(record)) {
        const bool refers_to_itself =
            reference.kind == model::kind_of(record) && reference.id == model::id_of(record);
        if (refers_to_itself || !body_.has(reference.kind, reference.id)) continue;
        if (!gone_.has(reference.kind, reference.id)) return false;
    }
    return true;
}

base::Outcome OrderingSink::pass_on(model::Record&& record, const base::Place& place) {
    gone_.add(model::kind_of(record), model::id_of(record));
    return next_.accept(std::move(record), place);
}

base::Outcome OrderingSink::accept(model::Record&& record, const base::Place& place) {
    if (is_ready(record)) return pass_on(std::move(record), place);
    held_.push_back({std::move(record), place});
    return base::Done{};
}

base::Outcome OrderingSink::finish() {
    for (bool moved = true; moved;) {
        moved = false;
        std::vector<Held> still;
        for (Held& held : held_) {
            if (!is_ready(held.record)) {
                still.push_back(std::move(held));
                continue;
            }
            if (auto passed = pass_on(std::move(held.record), held.place); !passed) return passed;
            moved = true;
        }
        held_ = std::move(still);
    }
    if (held_.empty()) return base::Done{};
    if (auto together = next_.keep_together(); !together) return together;
    for (Held& held : held_) {
        if (auto passed = pass_on(std::move(held.record), held.place); !passed) return passed;
    }
    return base::Done{};
}

}  // namespace kontor::service
