// SPDX-License-Identifier: EUPL-1.2
#include "service/press_memory.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "identity/secret_token.hpp"
#include "service/audit_event.hpp"
#include "service/import_answers.hpp"
#include "service/page_parts.hpp"
#include "service/phrases.hpp"
#include "service/press_view.hpp"
#include "service/search_service.hpp"
#include "text/fold.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::ErrorCode;
using base::Outcome;
using base::Result;
using model::DeskKind;
using model::PressLesson;

Result<std::vector<model::PressMemory>> lessons_of(const store::Store& store,
                                                   const std::string& organisation) {
    const auto found = organisation.empty()
                           ? store.all_desk(DeskKind::PressMemory)
                           : store.desk_where(DeskKind::PressMemory, "organisation", organisation);
    if (!found) return found.errors();
    std::vector<model::PressMemory> out;
    for (const model::DeskRecord& record : found.value()) out.push_back(std::get<model::PressMemory>(record));
    return out;
}

press::EntityKind kind_of_record(const std::string& kind) {
    if (kind == "project") return press::EntityKind::Project;
    if (kind == "programme") return press::EntityKind::Programme;
    if (kind == "topic") return press::EntityKind::Topic;
    if (kind == "delegation") return press::EntityKind::Event;
    if (kind == "agreement") return press::EntityKind::Agreement;
    return press::EntityKind::Organisation;
}

std::uint64_t number_of(const std::string& text) {
    constexpr int kHexadecimal = 16;
    constexpr std::size_t kDigits = 15;
    std::uint64_t number = 0;
    const std::string digits = identity::fingerprint(text).substr(0, kDigits);
    std::from_chars(digits.data(), digits.data() + digits.size(), number, kHexadecimal);
    return number;
}

base::Error unknown_entry(const std::string& id) {
    return {ErrorCode::RecordNotFound, {{"kind", "press-memory"}, {"id", id}}, {}, {}};
}

std::string words_of(const model::PressMemory& lesson, const Ref& record, std::string_view language) {
    switch (lesson.lesson) {
        case PressLesson::Alias:
            return say(Phrase::DeskLearntAlias, language, {{"name", lesson.name}, {"record", record.name}});
        case PressLesson::Refused:
            return say(Phrase::DeskLearntRefused, language, {{"name", lesson.name}});
        case PressLesson::Kind:
            return say(
                Phrase::DeskLearntKind, language,
                {{"name", lesson.name}, {"kind", code_label("desk-kind", lesson.subject_kind, language)}});
        case PressLesson::Pattern:
            return say(lesson.count == 1 ? Phrase::DeskLearntPatternOne : Phrase::DeskLearntPattern, language,
                       {{"predicate", code_label("desk-predicate", lesson.subject, language)},
                        {"rule", lesson.name},
                        {"count", std::to_string(lesson.count)}});
    }
    return {};
}

/// Whether only one of both can hold, or both count the same. Two desks that became one may know both.
bool says_of_same(const model::PressMemory& left, const model::PressMemory& right) {
    const bool is_pattern = left.lesson == PressLesson::Pattern;
    if (is_pattern != (right.lesson == PressLesson::Pattern)) return false;
    return is_pattern ? left.name == right.name && left.subject == right.subject
                      : text::folded(left.name) == text::folded(right.name);
}

/// Of lessons about one name the newest alone.
std::vector<model::PressMemory> that_hold(std::vector<model::PressMemory> lessons) {
    std::stable_sort(lessons.begin(), lessons.end(),
                     [](const auto& left, const auto& right) { return left.learnt > right.learnt; });
    std::set<std::string> told;
    std::erase_if(lessons, [&told](const model::PressMemory& lesson) {
        return lesson.lesson != PressLesson::Pattern && !told.insert(text::folded(lesson.name)).second;
    });
    return lessons;
}

Taught taught_by(const std::vector<model::PressMemory>& lessons, const std::string& organisation) {
    Taught out;
    std::string all = organisation + '\n';
    for (const model::PressMemory& lesson : lessons) {
        press::KnownName known;
        known.names = {lesson.name};
        switch (lesson.lesson) {
            case PressLesson::Alias:
                known.record = lesson.subject;
                known.kind = kind_of_record(lesson.subject_kind);
                out.names.names.push_back(std::move(known));
                break;
            case PressLesson::Kind:
                known.kind = model::from_word<press::EntityKind>(lesson.subject_kind)
                                 .value_or(press::EntityKind::Organisation);
                out.names.names.push_back(std::move(known));
                break;
            case PressLesson::Refused:
                out.names.refused.push_back(lesson.name);
                break;
            case PressLesson::Pattern:
                out.rejected[{lesson.name, lesson.subject}] += lesson.count;
                continue;
        }
        all += lesson.id + ' ' + lesson.name + ' ' + lesson.subject_kind + ' ' + lesson.subject + '\n';
    }
    out.revision = number_of(all);
    return out;
}

Ref meant_by(const model::PressMemory& lesson, const Views& views) {
    if (lesson.subject_kind == "project") return views.project_ref(lesson.subject);
    if (lesson.subject_kind == "programme") return views.programme_ref(lesson.subject);
    if (lesson.subject_kind != "topic") return views.organisation_ref(lesson.subject);
    const auto ordinal = views.vocabulary().ordinal(lesson.subject);
    return {"topic",
            lesson.subject,
            ordinal ? views.vocabulary().label(*ordinal, views.language()) : lesson.subject,
            {}};
}

}  // namespace

Result<Taught> taught_names(const store::Store& store, const std::string& organisation,
                            const Lessons* pending) {
    auto lessons = lessons_of(store, organisation);
    if (!lessons) return lessons.errors();
    std::vector<model::PressMemory> known = std::move(lessons).value();
    if (pending != nullptr) known = pending->over(std::move(known));
    return taught_by(that_hold(std::move(known)), organisation);
}

std::vector<model::PressMemory> Lessons::over(std::vector<model::PressMemory> stored) const {
    std::erase_if(stored, [this](const model::PressMemory& each) {
        return puts_.count(each.id) > 0 || forgotten_.count(each.id) > 0;
    });
    for (const auto& [id, lesson] : puts_) stored.push_back(lesson);
    return stored;
}

void weigh_by_lessons(PressPaper& paper, const Taught& taught) {
    for (PaperClaim& claim : paper.claims) {
        const auto found =
            taught.rejected.find({claim.fact.rule, std::string(model::word(claim.fact.predicate))});
        if (found == taught.rejected.end() || found->second < kRejectionsThatCount) continue;
        // As if it had held once more than never in so many cases.
        claim.desk.confidence = std::min(claim.desk.confidence, 1.0 / static_cast<double>(found->second + 1));
    }
}

model::PressMemory Lessons::lesson(PressLesson kind, const std::string& name) const {
    model::PressMemory out;
    out.organisation = organisation_;
    out.lesson = kind;
    out.name = name;
    out.learnt = now_;
    // Somebody is meant by a name, or nobody, or something of a kind: one of these holds.
    const std::string about = kind == PressLesson::Pattern ? "pattern" : "name";
    out.id = derived_id("lesson", {organisation_, about, text::folded(name)});
    return out;
}

Outcome Lessons::read_stored() {
    if (stored_) return Done{};
    auto stored = lessons_of(store_, organisation_);
    if (!stored) return stored.errors();
    stored_ = std::move(stored).value();
    return Done{};
}

Result<model::PressMemory> Lessons::pattern(const PaperFact& fact) {
    if (auto read = read_stored(); !read) return read.errors();
    model::PressMemory out = lesson(PressLesson::Pattern, fact.rule);
    out.subject = model::word(fact.predicate);
    out.id = derived_id("lesson", {organisation_, "pattern", out.name, out.subject});
    out.count = 0;
    const std::vector<model::PressMemory> known = over(*stored_);
    const auto same = std::find_if(known.begin(), known.end(), [&out](const model::PressMemory& each) {
        return says_of_same(each, out);
    });
    return same == known.end() ? out : *same;
}

void Lessons::learn(model::PressMemory lesson) {
    forgotten_.erase(lesson.id);
    puts_.insert_or_assign(lesson.id, std::move(lesson));
}

void Lessons::forget(const model::PressMemory& lesson) {
    puts_.erase(lesson.id);
    const bool is_stored = std::any_of(stored_->begin(), stored_->end(),
                                       [&lesson](const auto& each) { return each.id == lesson.id; });
    if (is_stored) forgotten_.insert(lesson.id);
}

Outcome Lessons::linked(const PaperName& name) {
    for (std::size_t i = 0; i <= name.aliases.size(); ++i) {
        model::PressMemory made = lesson(PressLesson::Alias, i == 0 ? name.name : name.aliases[i - 1]);
        if (const auto kind = record_kind(name.kind)) made.subject_kind = model::word(*kind);
        made.subject = name.record;
        learn(std::move(made));
    }
    return Done{};
}

Outcome Lessons::refused(const PaperName& name) {
    learn(lesson(PressLesson::Refused, name.name));
    return Done{};
}

Outcome Lessons::of_kind(const PaperName& name) {
    model::PressMemory made = lesson(PressLesson::Kind, name.name);
    made.subject_kind = model::word(name.kind);
    learn(std::move(made));
    return Done{};
}

Outcome Lessons::unrefused(const PaperName& name) {
    if (auto read = read_stored(); !read) return read;
    const model::PressMemory made = lesson(PressLesson::Refused, name.name);
    for (const model::PressMemory& each : over(*stored_)) {
        if (says_of_same(each, made)) forget(each);
    }
    return Done{};
}

Outcome Lessons::rejected(const PaperFact& fact) {
    if (fact.rule.empty()) return Done{};
    auto made = pattern(fact);
    if (!made) return made.errors();
    ++made.value().count;
    learn(std::move(made).value());
    return Done{};
}

Outcome Lessons::accepted(const PaperFact& fact) {
    if (fact.rule.empty()) return Done{};
    auto made = pattern(fact);
    if (!made) return made.errors();
    if (made.value().count == 0) return Done{};
    if (--made.value().count == 0) {
        forget(made.value());
    } else {
        learn(std::move(made).value());
    }
    return Done{};
}

void Lessons::put_into(store::WriteBatch& batch) const {
    for (const auto& [id, lesson] : puts_) batch.desk_puts.emplace_back(lesson);
    for (const std::string& id : forgotten_) batch.desk_erasures.push_back({DeskKind::PressMemory, id});
}

Result<PressMemoryPage> PressMemoryService::memory(const Asker& asker, const PressMemoryQuery& query) const {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto offset = cursor_offset(query.cursor);
    if (!offset) return offset.errors();
    if (!query.organisation.empty() && !reads_press_of(asker, query.organisation)) {
        return base::Error{ErrorCode::OperationNotPermitted,
                           {{"reason", say(Phrase::NoRoleForThis, asker.language)}},
                           {},
                           {}};
    }
    auto found = lessons_of(knowledge_.store(), query.organisation);
    if (!found) return found.errors();
    std::vector<model::PressMemory> lessons = std::move(found).value();
    std::erase_if(lessons, [&asker](const model::PressMemory& lesson) {
        return !reads_press_of(asker, lesson.organisation);
    });
    std::sort(lessons.begin(), lessons.end(), [](const model::PressMemory& a, const model::PressMemory& b) {
        return std::tie(b.learnt, a.name, a.id) < std::tie(a.learnt, b.name, b.id);
    });
    const View view = knowledge_.view(asker);
    const Views views(view, asker.language);
    PressMemoryPage page;
    page.total = static_cast<std::int64_t>(lessons.size());
    for (std::size_t i = offset.value(); i < lessons.size() && page.entries.size() < query.limit; ++i) {
        const model::PressMemory& lesson = lessons[i];
        PressMemoryEntry entry{lesson.id,
                               views.organisation_ref(lesson.organisation),
                               std::string(model::word(lesson.lesson)),
                               lesson.name,
                               {},
                               {},
                               iso_time(lesson.learnt)};
        if (lesson.lesson == PressLesson::Alias) entry.record = meant_by(lesson, views);
        entry.text = words_of(lesson, entry.record.value_or(Ref{}), asker.language);
        page.entries.push_back(std::move(entry));
    }
    page.next_cursor = next_cursor(offset.value(), page.entries.size(), lessons.size());
    return page;
}

Outcome PressMemoryService::forget(const Asker& asker, const std::string& id) const {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto found = knowledge_.store().read_desk(DeskKind::PressMemory, id);
    if (!found) return found.errors();
    if (!found.value()) return unknown_entry(id);
    const auto& lesson = std::get<model::PressMemory>(*found.value());
    if (!reads_press_of(asker, lesson.organisation)) return unknown_entry(id);
    const auto permitted = permit(asker, Action::Press, std::vector<std::string>{lesson.organisation});
    if (!permitted) return permitted;
    const auto written =
        knowledge_.store().write({.actor = asker.actor,
                                  .desk_erasures = {{DeskKind::PressMemory, id}},
                                  .audit = {{.action = action_of(AuditEvent::PressForgotten),
                                             .subject_kind = std::string(model::word(DeskKind::PressMemory)),
                                             .subject = id,
                                             .organisation = lesson.organisation}}});
    if (!written) return written.errors();
    return Done{};
}

}  // namespace kontor::service
