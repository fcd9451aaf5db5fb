// SPDX-License-Identifier: EUPL-1.2
#include "service/audit_service.hpp"

#include <algorithm>
#include <charconv>

#include "publish/csv_writer.hpp"
#include "service/account_desk.hpp"
#include "service/audit_event.hpp"
#include "service/edit.hpp"
#include "service/import_answers.hpp"
#include "service/permission.hpp"
#include "service/phrases.hpp"
#include "service/record_steps.hpp"

namespace kontor::service {
namespace {

using base::Result;
using model::Record;
using model::RecordKind;
using store::AuditEntry;
using store::Change;

/// Where the next page begins: below these sequence numbers of the log and of the feed; 0 is the newest.
struct Position {
    std::uint64_t log = 0;
    std::uint64_t feed = 0;
};

/// The number of a sequence that has come to its end: nothing is below it.
constexpr std::uint64_t kEnd = 1;

Result<Position> position_of(const std::string& cursor) {
    Position position;
    if (cursor.empty()) return position;
    const char* const end = cursor.data() + cursor.size();
    const auto log = std::from_chars(cursor.data(), end, position.log);
    if (log.ec == std::errc() && log.ptr != end && *log.ptr == '.') {
        const auto feed = std::from_chars(log.ptr + 1, end, position.feed);
        if (feed.ec == std::errc() && feed.ptr == end) return position;
    }
    return base::Error{base::ErrorCode::CursorInvalid, {}, {.file = {}, .field = "cursor"}, {}};
}

class PageMaker {
public:
    PageMaker(const Knowledge& knowledge, const Asker& asker, const AuditRequest& request)
        : knowledge_(knowledge),
          store_(knowledge.store()),
          asker_(asker),
          request_(request),
          view_(knowledge.view(asker)) {}

    Result<AuditPage> make(Position position) {
        auto log = entries(position.log);
        if (!log) return log.errors();
        auto feed = changes(position.feed);
        if (!feed) return feed.errors();
        AuditPage page;
        std::size_t in_log = 0;
        std::size_t in_feed = 0;
        while (page.lines.size() < request_.limit) {
            const bool has_entry = in_log < log.value().size();
            const bool has_change = in_feed < feed.value().size();
            if (!has_entry && !has_change) break;
            const bool takes_change =
                has_change && (!has_entry || feed.value()[in_feed].at >= log.value()[in_log].at);
            if (takes_change) {
                const Change& change = feed.value()[in_feed++];
                position.feed = change.sequence;
                if (auto added = add(change, page); !added) return added.errors();
            } else {
                const AuditEntry& entry = log.value()[in_log++];
                position.log = entry.sequence;
                add(entry, page);
            }
        }
        const bool is_over =
            in_log == log.value().size() && in_feed == feed.value().size() && log_is_over_ && feed_is_over_;
        if (in_feed == feed.value().size()) position.feed = looked_through_;
        if (in_log == log.value().size() && log_is_over_) position.log = kEnd;
        if (!is_over) page.next_cursor = std::to_string(position.log) + "." + std::to_string(position.feed);
        return page;
    }

private:
    Result<std::vector<AuditEntry>> entries(std::uint64_t before) {
        store::AuditQuery query;
        if (request_.whose == "own") query.actor = asker_.actor;
        if (request_.whose == "organisation") query.organisation = request_.organisation;
        query.before = before;
        query.limit = request_.limit + 1;
        auto found = store_.audit(query);
        if (found) log_is_over_ = found.value().size() <= request_.limit;
        return found;
    }

    /// As many changes as fit on a page, and one more when there are.
    Result<std::vector<Change>> changes(std::uint64_t before) {
        constexpr std::size_t kChunk = 500;
        std::vector<Change> found;
        std::size_t looked_at = 0;
        looked_through_ = before;
        while (found.size() <= request_.limit && looked_at < AuditService::kLookedThrough) {
            auto chunk = store_.changes_before(looked_through_, kChunk,
                                               request_.whose == "own" ? std::string_view(asker_.actor) : "");
            if (!chunk) return chunk.errors();
            for (const Change& change : chunk.value()) {
                if (found.size() > request_.limit) break;
                looked_through_ = change.sequence;
                ++looked_at;
                auto counts = is_asked_for(change);
                if (!counts) return counts.errors();
                if (counts.value()) found.push_back(change);
            }
            if (chunk.value().size() < kChunk && found.size() <= request_.limit) {
                feed_is_over_ = true;
                looked_through_ = kEnd;
                break;
            }
        }
        return found;
    }

    Result<bool> is_asked_for(const Change& change) {
        if (change.kind == RecordKind::Source) return false;
        if (request_.whose != "organisation") return true;
        auto record = store_.read(change.kind, change.id);
        if (!record) return record.errors();
        if (!record.value()) {
            const auto steps = store_.history(change.kind, change.id);
            if (!steps) return steps.errors();
            for (const store::Step& step : steps.value()) {
                if (step.change.sequence == change.sequence) record = step.before;
            }
        }
        if (!record.value()) return false;
        const auto current = knowledge_.current();
        const auto kept_by = keepers(*record.value(), *current->picture, *current->rules);
        return std::find(kept_by.begin(), kept_by.end(), request_.organisation) != kept_by.end();
    }

    Ref ref_of(const std::string& kind, const std::string& id) {
        Ref ref{kind, id, ""};
        const auto record_kind = model::from_word<RecordKind>(kind);
        if (!record_kind) {
            if (kind == "user" && !id.empty()) ref.name = actor_name(store_, id, asker_.language);
            return ref;
        }
        const auto found = view_.records.read(*record_kind, id);
        if (found && found.value()) ref.name = name_of(*found.value(), asker_.language);
        return ref;
    }

    AuditLine line_of(std::int64_t at, const std::string& actor, const std::string& action) {
        AuditLine line;
        line.at = iso_time(at);
        line.actor = actor_name(store_, actor, asker_.language);
        line.action = action;
        line.action_name = action_name(action, asker_.language);
        return line;
    }

    void add(const AuditEntry& entry, AuditPage& page) {
        AuditLine line = line_of(entry.at, entry.actor, entry.action);
        line.subject = ref_of(entry.subject_kind, entry.subject);
        line.organisation = entry.organisation;
        line.detail = detail_words(entry.detail, asker_.language,
                                   [&](const std::string& id) { return ref_of("organisation", id).name; });
        // Roles have no page: what they are about is the organisation.
        if (entry.subject_kind == "role" || entry.subject_kind == "user") {
            const std::string at = ref_of("organisation", entry.organisation).name;
            if (entry.subject_kind == "role") {
                line.subject.name = at;
            } else if (!at.empty()) {
                line.detail += (line.detail.empty() ? "" : ", ") + at;
            }
        }
        page.lines.push_back(std::move(line));
    }

    base::Outcome add(const Change& change, AuditPage& page) {
        const auto steps = store_.history(change.kind, change.id);
        if (!steps) return steps.errors();
        const auto present = store_.read(change.kind, change.id);
        if (!present) return present.errors();
        const auto shown = [&](const std::optional<Record>& record) {
            return record ? view_.records.sight().shown(*record) : std::optional<Record>();
        };
        for (std::size_t i = 0; i < steps.value().size(); ++i) {
            const store::Step& step = steps.value()[i];
            if (step.change.sequence != change.sequence) continue;
            const auto before = shown(step.before);
            const auto after = shown(after_step(steps.value(), i, present.value()));
            // What the reader cannot see is no line of theirs.
            if (!before && !after) return base::Done{};
            const bool is_erasure = change.type == store::ChangeType::Erased;
            AuditLine line = line_of(change.at, change.actor,
                                     action_of(is_erasure    ? AuditEvent::RecordErased
                                               : step.before ? AuditEvent::RecordChanged
                                                             : AuditEvent::RecordCreated));
            line.subject = {std::string(model::word(change.kind)), change.id,
                            name_of(after ? *after : *before, asker_.language)};
            view_.records.note(after ? *after : *before);
            line.version = static_cast<std::int64_t>(change.sequence);
            line.batch = static_cast<std::int64_t>(step.batch);
            line.fields = differences(before, after);
            page.lines.push_back(std::move(line));
        }
        return base::Done{};
    }

    const Knowledge& knowledge_;
    const store::Store& store_;
    const Asker& asker_;
    const AuditRequest& request_;
    View view_;
    bool log_is_over_ = false;
    bool feed_is_over_ = false;
    std::uint64_t looked_through_ = 0;
};

base::Outcome may_read(const Asker& asker, const AuditRequest& request) {
    if (!asker.is_signed_in()) return base::Error{base::ErrorCode::SignInRequired, {}, {}, {}};
    if (request.whose == "organisation")
        return permit(asker, Action::ReadAudit, std::vector<std::string>{request.organisation});
    if (request.whose == "kontor") return permit(asker, Action::Administer);
    return base::Done{};
}

}  // namespace

Result<AuditPage> AuditService::page(const Asker& asker, const AuditRequest& request) const {
    if (auto permitted = may_read(asker, request); !permitted) return permitted.errors();
    const auto position = position_of(request.cursor);
    if (!position) return position.errors();
    return PageMaker(knowledge_, asker, request).make(position.value());
}

std::string audit_csv(const AuditPage& page, std::string_view language) {
    std::string out;
    publish::CsvWriter csv(out, publish::decimal_mark(language));
    const std::vector<std::string> names{say(Phrase::AuditColumnTime, language),
                                         say(Phrase::AuditColumnActor, language),
                                         say(Phrase::AuditColumnAction, language),
                                         say(Phrase::AuditColumnRecord, language),
                                         "id",
                                         say(Phrase::AuditColumnField, language),
                                         say(Phrase::AuditColumnBefore, language),
                                         say(Phrase::AuditColumnAfter, language),
                                         say(Phrase::AuditColumnDetail, language)};
    csv.header(names);
    for (const AuditLine& line : page.lines) {
        std::vector<FieldChange> fields = line.fields;
        if (fields.empty()) fields.push_back({});
        for (const FieldChange& field : fields) {
            for (const std::string* text :
                 {&line.at, &line.actor, &line.action_name, &line.subject.name, &line.subject.id,
                  &field.field, &field.before, &field.after, &line.detail}) {
                csv.text(*text);
            }
            csv.end_row();
        }
    }
    return out;
}

}  // namespace kontor::service
