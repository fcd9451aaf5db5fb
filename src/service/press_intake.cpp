// SPDX-License-Identifier: EUPL-1.2
// Texts on their way to the desk: checked, told from those that are there already, read, kept.
#include <algorithm>
#include <set>

#include "press/tokens.hpp"
#include "service/account_desk.hpp"
#include "service/audit_event.hpp"
#include "service/faults.hpp"
#include "service/press_desk.hpp"
#include "service/press_groups.hpp"
#include "service/press_memory.hpp"
#include "service/press_rules.hpp"
#include "service/press_view.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using base::Result;
using model::DeskKind;

constexpr std::size_t kTitleCharacters = 500;
constexpr std::size_t kShortCharacters = 200;
constexpr std::size_t kAddressCharacters = 2'000;

/// What is wrong with a document, with the field it is in.
class TextCheck {
public:
    explicit TextCheck(const press::PressText& text) : text_(text) {}

    base::Errors faults(const std::string& url) {
        if (text_.text.find_first_not_of(" \t\r\n") == std::string::npos)
            add(ErrorCode::ValueMissing, {}, "text");
        check(text_.text, base::limits::kPressCharacters, "text");
        check(text_.title, kTitleCharacters, "title");
        check(text_.publisher, kShortCharacters, "publisher");
        check(url, kAddressCharacters, "url");
        return std::move(faults_);
    }

private:
    void check(const std::string& value, std::size_t maximum, const std::string& field) {
        if (text::first_utf8_fault(value)) return add(ErrorCode::EncodingBroken, {}, field);
        const auto control = text::first_control_character(value, text::Whitespace::TabsAndLines);
        if (control)
            add(ErrorCode::ControlCharacter, {{"code", text::code_point_name(control->code)}}, field);
        const std::size_t characters = text::character_count(value);
        if (characters > maximum) {
            add(ErrorCode::TextTooLong,
                {{"found", std::to_string(characters)}, {"maximum", std::to_string(maximum)}}, field);
        }
    }
    void add(ErrorCode code, base::ErrorArguments arguments, const std::string& field) {
        faults_.push_back({code, std::move(arguments), {.file = {}, .field = "/" + field}, {}});
    }

    const press::PressText& text_;
    base::Errors faults_;
};

/// The first text of a group belongs to it as well.
base::Outcome lead_group(const store::Store& store, const std::string& first, store::WriteBatch& batch) {
    if (first.empty()) return base::Done{};
    for (model::DeskRecord& record : batch.desk_puts) {
        auto* item = std::get_if<model::PressItem>(&record);
        if (item == nullptr || item->id != first) continue;
        item->group = first;
        return base::Done{};
    }
    auto found = store.read_desk(DeskKind::PressItem, first);
    if (!found) return found.errors();
    if (!found.value()) return base::Done{};
    auto item = std::get<model::PressItem>(std::move(*found.value()));
    if (item.group == first) return base::Done{};
    item.group = first;
    batch.desk_puts.emplace_back(std::move(item));
    return base::Done{};
}

/// What stands first, but for what a page's navigation left there.
std::string title_of(const press::PressText& text) {
    if (!text.title.empty()) return text.title;
    constexpr std::size_t kLookedAt = 4000;
    const std::string start(text::truncated(text.text, kLookedAt));
    const std::vector<press::Sentence> sentences = press::tokenized(start).sentences;
    const auto said = std::find_if(sentences.begin(), sentences.end(), [](const press::Sentence& each) {
        return each.kind != press::SentenceKind::Furniture;
    });
    const std::size_t begin = said == sentences.end() ? start.find_first_not_of(" \t\r\n") : said->range.begin;
    if (begin == std::string::npos) return {};
    constexpr std::size_t kBytes = 200;
    return std::string(text::truncated(start.substr(begin, start.find('\n', begin) - begin), kBytes));
}

}  // namespace

Result<PressIntake> PressDesk::bring(const Asker& asker, const PressTextForm& form) {
    const auto permitted = permit(asker, Action::Press, std::vector<std::string>{form.organisation});
    if (!permitted) return permitted.errors();
    PressDocument document;
    document.text.title = form.title.value_or("");
    document.text.text = form.text;
    document.text.publisher = form.publisher.value_or("");
    document.text.language = form.language.value_or("");
    document.url = form.url.value_or("");
    document.form = "text";
    base::Errors faults = TextCheck(document.text).faults(document.url);
    if (const std::string day = form.published.value_or(""); !day.empty()) {
        const auto date = model::Date::parse(day);
        if (date) {
            document.text.published = *date;
        } else {
            faults.push_back(
                {ErrorCode::DateInvalid, {{"value", day}}, {.file = {}, .field = "/published"}, {}});
        }
    }
    if (!faults.empty()) return faults;
    return take_in(asker, form.organisation, {std::move(document)}, {});
}

Result<PressIntake> PressDesk::bring_file(const Asker& asker, const std::string& organisation,
                                          const std::string& name, std::string_view bytes) {
    const auto permitted = permit(asker, Action::Press, std::vector<std::string>{organisation});
    if (!permitted) return permitted.errors();
    PressDocuments opened;
    if (senses_.open) {
        auto found = senses_.open(name, bytes);
        if (!found) return found.errors();
        opened = std::move(found).value();
    } else {
        opened.documents.push_back({.text = {.text = std::string(bytes)}, .url = {}, .form = "text"});
    }
    if (opened.documents.size() > base::limits::kPressItems) {
        return base::Error{ErrorCode::TooManyItems,
                           {{"maximum", std::to_string(base::limits::kPressItems)}},
                           {.file = name, .field = {}},
                           {}};
    }
    std::vector<PressDocument> sound;
    for (PressDocument& document : opened.documents) {
        base::Errors faults = TextCheck(document.text).faults(document.url);
        for (base::Error& fault : faults) {
            fault.place.file = name;
            opened.faults.push_back(std::move(fault));
        }
        if (faults.empty()) sound.push_back(std::move(document));
    }
    return take_in(asker, organisation, std::move(sound), std::move(opened.faults));
}

base::Outcome PressDesk::follow_rule_for(const std::string& organisation, const Views& views,
                                         PressIntake& intake) const {
    const auto rule = active_rule(knowledge_.store(), organisation);
    if (!rule) return rule.errors();
    if (!rule.value()) return base::Done{};
    for (auto& taken : intake.items) {
        if (taken.was_known) continue;
        if (auto followed = follow_rule(*rule.value(), taken.item.id); !followed) return followed;
        const auto paper = read_paper(knowledge_.store(), taken.item.id);
        if (!paper) return paper.errors();
        if (paper.value()) taken.item = press_brief(views, paper.value()->item);
    }
    return base::Done{};
}

Result<PressIntake> PressDesk::take_in(const Asker& asker, const std::string& organisation,
                                       std::vector<PressDocument> documents, base::Errors faults) {
    const View seen = knowledge_.view(asker);
    if (!seen.snapshot->picture->find_organisation(organisation)) {
        return base::Error{ErrorCode::ReferenceUnknown,
                           {{"field", "organisation"}, {"id", organisation}},
                           {.file = {}, .field = "/organisation"},
                           {}};
    }
    const Views views(seen, asker.language);
    const store::Store& store = knowledge_.store();
    const auto taught = taught_names(store, organisation);
    if (!taught) return taught.errors();
    store::WriteBatch batch{.actor = asker.actor};
    auto groups = PressGroups::load(store, organisation);
    if (!groups) return groups.errors();
    PressIntake out;
    std::set<std::string> brought;
    for (PressDocument& document : documents) {
        const std::string whole = press::text_as_read(document.text);
        const std::string digest = press_digest(organisation, whole);
        const auto known = store.desk_where(DeskKind::PressItem, "digest", digest);
        if (!known) return known.errors();
        if (!known.value().empty()) {
            const auto& item = std::get<model::PressItem>(known.value().front());
            out.items.push_back({press_brief(views, item), true});
            continue;
        }
        if (!brought.insert(digest).second) continue;
        PressPaper paper;
        paper.item.id = new_desk_id("press");
        paper.item.organisation = organisation;
        paper.item.title = title_of(document.text);
        paper.item.text = whole;
        paper.item.publisher = document.text.publisher;
        paper.item.published = document.text.published;
        paper.item.url = document.url;
        paper.item.form = document.form;
        paper.item.digest = digest;
        paper.item.arrived = knowledge_.clock().now().time_since_epoch().count();
        paper.item.brought_by = asker.actor;
        press::Reading reading;
        reading.language =
            document.text.language.empty() ? text::guessed_language(whole) : document.text.language;
        if (senses_.read) {
            auto read = senses_.read(seen, document.text, taught.value().names, taught.value().revision);
            if (!read) return read.errors();
            reading = std::move(read).value();
        }
        fill_paper(paper, reading);
        weigh_by_lessons(paper, taught.value());
        const std::string first = groups.value().join(paper.item);
        paper.put_into(batch);
        if (auto led = lead_group(store, first, batch); !led) return led.errors();
        batch.audit.push_back({.action = action_of(AuditEvent::PressBrought),
                               .subject_kind = std::string(model::word(DeskKind::PressItem)),
                               .subject = paper.item.id,
                               .organisation = organisation});
        out.items.push_back({press_brief(views, paper.item), false});
    }
    if (!batch.desk_puts.empty()) {
        const auto written = knowledge_.store().write(batch);
        if (!written) return written.errors();
    }
    if (auto followed = follow_rule_for(organisation, views, out); !followed) return followed.errors();
    out.faults = fault_views(faults, asker.language);
    return out;
}

}  // namespace kontor::service
