// SPDX-License-Identifier: EUPL-1.2
// Names that people add to what was recognised in a press text.
#include <utility>

#include "service/audit_event.hpp"
#include "service/import_answers.hpp"
#include "service/page_parts.hpp"
#include "service/phrases.hpp"
#include "service/press_desk.hpp"
#include "service/press_document.hpp"
#include "service/press_memory.hpp"
#include "service/press_rereading.hpp"
#include "service/press_view.hpp"
#include "text/countries.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using base::Result;
using model::DeskKind;
using model::RecordKind;
using press::EntityKind;

constexpr std::size_t kNameCharacters = 300;

base::Error fault(ErrorCode code, base::ErrorArguments arguments, const std::string& field) {
    return {code, std::move(arguments), {.file = {}, .field = "/" + field}, {}};
}

/// What of the form is wrong, and what it says when nothing is.
class NameCheck {
public:
    NameCheck(const Edit& edit, const PressPaper& paper, const PressNameForm& form)
        : edit_(edit), paper_(paper), form_(form) {}

    Result<SaidName> check() {
        check_range();
        check_name();
        check_kind();
        said_.country = form_.country.value_or("");
        if (!said_.country.empty() && !text::is_country_code(said_.country))
            faults_.push_back(fault(ErrorCode::CountryUnknown, {{"value", said_.country}}, "country"));
        if (!faults_.empty()) return std::move(faults_);
        return said_;
    }

private:
    void check_range() {
        const Utf16Offsets offsets(paper_.item.text);
        const auto begin = offsets.byte_of(form_.begin);
        const auto end = offsets.byte_of(form_.end);
        if (begin && end && *begin < *end) {
            said_.range = {*begin, *end};
            return;
        }
        const bool is_begin = !begin;
        faults_.push_back(fault(ErrorCode::ValueOutOfRange,
                                {{"value", std::to_string(is_begin ? form_.begin : form_.end)},
                                 {"minimum", std::to_string(is_begin ? 0 : form_.begin + 1)},
                                 {"maximum", std::to_string(offsets.size())}},
                                is_begin ? "begin" : "end"));
    }

    void check_name() {
        const std::string_view whole = paper_.item.text;
        const auto begin = static_cast<std::size_t>(said_.range.begin);
        said_.name =
            collapsed(form_.name ? std::string_view(*form_.name)
                                 : whole.substr(begin, static_cast<std::size_t>(said_.range.end) - begin));
        const std::string field = form_.name ? "name" : "end";
        if (text::first_utf8_fault(said_.name))
            return faults_.push_back(fault(ErrorCode::EncodingBroken, {}, field));
        if (text::first_control_character(said_.name, text::Whitespace::SpacesOnly))
            return faults_.push_back(fault(ErrorCode::ControlCharacter, {{"code", "U+000A"}}, field));
        const std::size_t characters = text::character_count(said_.name);
        if (said_.name.empty() && faults_.empty())
            faults_.push_back(fault(ErrorCode::ValueMissing, {}, field));
        if (characters <= kNameCharacters) return;
        faults_.push_back(fault(
            ErrorCode::TextTooLong,
            {{"found", std::to_string(characters)}, {"maximum", std::to_string(kNameCharacters)}}, field));
    }

    void check_kind() {
        if (form_.kind) {
            const auto kind = model::from_word<EntityKind>(*form_.kind);
            if (!kind) return not_allowed<EntityKind>(*form_.kind, "kind");
            said_.kind = *kind;
        }
        if (!form_.record) {
            if (!form_.kind) faults_.push_back(fault(ErrorCode::ValueMissing, {}, "kind"));
            return;
        }
        const std::string word = form_.record_kind.value_or("organisation");
        const auto kind = model::from_word<RecordKind>(word);
        if (!kind) return not_allowed<RecordKind>(word, "record_kind");
        const auto found = edit_.visible(*kind, *form_.record);
        if (!found || !fits(*kind)) {
            faults_.push_back(
                fault(ErrorCode::PressRecordUnfit,
                      {{"name", said_.name},
                       {"kind", code_label("desk-kind", model::word(said_.kind), edit_.asker().language)},
                       {"id", *form_.record}},
                      "record"));
            return;
        }
        if (!form_.kind) said_.kind = entity_kind(found.value());
        said_.record = *form_.record;
    }

    [[nodiscard]] bool fits(RecordKind kind) const {
        const bool may_be_meant = kind == RecordKind::Organisation || kind == RecordKind::Project ||
                                  kind == RecordKind::Programme || kind == RecordKind::Topic;
        return may_be_meant && (!form_.kind || record_kind(said_.kind) == kind);
    }

    template <class E>
    void not_allowed(const std::string& value, const std::string& field) {
        std::string all;
        for (const std::string_view each : model::Words<E>::kWords)
            all += (all.empty() ? "" : ", ") + std::string(each);
        faults_.push_back(fault(ErrorCode::ValueNotAllowed, {{"value", value}, {"allowed", all}}, field));
    }

    const Edit& edit_;
    const PressPaper& paper_;
    const PressNameForm& form_;
    SaidName said_;
    base::Errors faults_;
};

}  // namespace

Result<press::Reading> PressDesk::read_again(const View& view, const PressPaper& paper,
                                             const Taught& taught) const {
    const model::PressItem& item = paper.item;
    press::PressText text{.title = item.title, .text = item.text, .publisher = item.publisher};
    // A title that the text does not begin with was put before it when it came.
    if (!item.text.starts_with(item.title)) text.title.clear();
    text.language = item.language;
    text.published = item.published;
    if (senses_.read) return senses_.read(view, text, taught.names, taught.revision);
    press::Reading reading;
    reading.language = item.language;
    return reading;
}

Result<PressItem> PressDesk::add_name(const Asker& asker, const std::string& id, const PressNameForm& form) {
    auto opened = paper(asker, id, Action::Press);
    if (!opened) return opened.errors();
    PressPaper paper = std::move(opened).value();
    if (paper.item.state == model::PressState::Withdrawn)
        return base::Error{ErrorCode::PressItemWithdrawn, {{"title", paper.item.title}}, {}, {}};
    Edit edit(knowledge_, asker);
    const auto said = NameCheck(edit, paper, form).check();
    if (!said) return said.errors();
    Lessons lessons(knowledge_.store(), paper.item.organisation,
                    knowledge_.clock().now().time_since_epoch().count());
    const PaperName name = settle_name(paper, said.value());
    PaperName as_written = name;
    as_written.name = collapsed(paper.quote({.sentence = said.value().range}));
    for (const PaperName* each : {&std::as_const(name), &std::as_const(as_written)}) {
        if (auto learnt = name.record.empty() ? lessons.of_kind(*each) : lessons.linked(*each); !learnt)
            return learnt.errors();
    }
    const auto taught = taught_names(knowledge_.store(), paper.item.organisation, &lessons);
    if (!taught) return taught.errors();
    auto reading = read_again(edit.view(), paper, taught.value());
    if (!reading) return reading.errors();
    for (const std::string& gone : reread_paper(paper, reading.value()))
        edit.batch().desk_erasures.push_back({DeskKind::PressClaim, gone});
    settle_name(paper, said.value());
    weigh_by_lessons(paper, taught.value());
    paper.put_into(edit.batch());
    lessons.put_into(edit.batch());
    edit.batch().audit.push_back({.action = action_of(AuditEvent::PressNameAdded),
                                  .subject_kind = std::string(model::word(DeskKind::PressItem)),
                                  .subject = id,
                                  .organisation = paper.item.organisation});
    if (const auto written = edit.write(); !written) return written.errors();
    return view(asker, std::move(paper));
}

}  // namespace kontor::service
