// SPDX-License-Identifier: EUPL-1.2
#include "service/press_view.hpp"

#include <algorithm>
#include <map>

#include "codec/record_json.hpp"
#include "service/import_answers.hpp"
#include "service/phrases.hpp"
#include "text/countries.hpp"
#include "text/dates.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;

/// A reason may speak of a country or a kind by its code.
std::string reason_words(const resolve::Reason& reason, std::string_view language) {
    using enum resolve::ReasonCode;
    std::string value = reason.value;
    if (reason.code == SameCountry || reason.code == OtherCountry)
        value = text::country_name(value, language);
    if (reason.code == OtherKind) value = code_label("organisation", value, language);
    std::string slug = "desk-reason-" + std::string(resolve::word(reason.code));
    std::replace(slug.begin(), slug.end(), '_', '-');
    const auto phrase = phrase_from_slug(slug);
    return phrase ? say(*phrase, language, {{"value", value}}) : slug;
}

Ref candidate_ref(const Views& views, RecordKind kind, const std::string& id) {
    if (kind == RecordKind::Project) return views.project_ref(id);
    if (kind == RecordKind::Programme) return views.programme_ref(id);
    return views.organisation_ref(id);
}

}  // namespace

PressItemBrief press_brief(const Views& views, const model::PressItem& item) {
    const std::string& language = views.language();
    PressItemBrief out;
    out.id = item.id;
    out.organisation = views.organisation_ref(item.organisation);
    out.title = item.title.empty() ? say(Phrase::DeskNoTitle, language) : item.title;
    out.publisher = item.publisher;
    out.published = item.published.text();
    out.published_text = text::spoken_date(item.published, language);
    out.language = item.language;
    out.language_name = text::language_name(item.language, language);
    out.is_read = item.is_read;
    out.form = item.form;
    out.state = model::word(item.state);
    out.state_text = code_label("desk-state", out.state, language);
    out.arrived = iso_time(item.arrived);
    if (!item.group.empty()) out.group = item.group;
    out.claims = {item.claims, item.waiting, item.accepted, item.corrected, item.rejected};
    return out;
}

Utf16Offsets::Utf16Offsets(std::string_view text) {
    constexpr char32_t kFirstPair = 0x10000;
    units_.reserve(text.size() + 1);
    std::uint32_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const text::DecodedCharacter character = text::character_at(text, at);
        units_.insert(units_.end(), character.length, units);
        units += character.code >= kFirstPair ? 2 : 1;
        at += character.length;
    }
    units_.push_back(units);
}

PressRange Utf16Offsets::of(const PaperRange& range) const {
    const auto unit = [this](std::int64_t byte) {
        const auto last = static_cast<std::int64_t>(units_.size()) - 1;
        return std::int64_t{units_[static_cast<std::size_t>(std::clamp<std::int64_t>(byte, 0, last))]};
    };
    return {unit(range.begin), unit(range.end)};
}

std::optional<std::int64_t> Utf16Offsets::byte_of(std::int64_t unit) const {
    const auto found = std::lower_bound(units_.begin(), units_.end(), unit);
    if (unit < 0 || found == units_.end() || *found != unit) return std::nullopt;
    return found - units_.begin();
}

Ref record_ref(const Edit& edit, RecordKind kind, const std::string& id) {
    const auto found = edit.stored(kind, id);
    const std::string name = found && found.value() ? name_of(*found.value(), edit.asker().language) : id;
    return {std::string(model::word(kind)), id, name, {}};
}

PressEntity press_entity(const Views& views, const PaperName& name, const Utf16Offsets& offsets) {
    const std::string& language = views.language();
    PressEntity out;
    out.id = name.id;
    out.kind = model::word(name.kind);
    out.kind_text = code_label("desk-kind", out.kind, language);
    out.name = name.name;
    out.aliases = name.aliases;
    out.country = name.country;
    out.country_name = name.country.empty() ? "" : text::country_name(name.country, language);
    out.confidence = name.confidence;
    for (const PaperRange& mention : name.mentions) out.mentions.push_back(offsets.of(mention));
    out.state = model::word(name.state);
    out.state_text = code_label("desk-entity", out.state, language);
    return out;
}

std::vector<PressCandidate> press_candidates(const Views& views, RecordKind kind,
                                             const std::vector<resolve::Candidate>& found) {
    std::vector<PressCandidate> out;
    for (const resolve::Candidate& each : found) {
        PressCandidate candidate{candidate_ref(views, kind, each.record), each.score, {}};
        for (const resolve::Reason& reason : each.reasons)
            candidate.reasons.push_back(reason_words(reason, views.language()));
        out.push_back(std::move(candidate));
    }
    return out;
}

std::string spoken_value(const Edit& edit, const PaperEffect& effect) {
    const std::string& language = edit.asker().language;
    const std::string& value = effect.value;
    if (effect.field == "target_regions") {
        const auto region = codec::field_from_text<model::TargetRegion>(value);
        if (!region) return value;
        const model::Text* name = model::best_text(region.value().name, language);
        return name != nullptr ? name->text : text::country_name(region.value().country, language);
    }
    if (effect.field == "stops") {
        const auto stop = codec::field_from_text<model::Stop>(value);
        if (!stop) return value;
        return stop.value().city.empty() ? text::country_name(stop.value().country, language)
                                         : stop.value().city;
    }
    if (effect.field == "phases") {
        const auto phase = codec::field_from_text<model::Phase>(value);
        return phase ? say(Phrase::DeskWhatPhase, language, {{"phase", std::to_string(phase.value().number)}})
                     : value;
    }
    if (effect.field == "country") return text::country_name(value, language);
    if (const auto date = model::Date::parse(value)) return text::spoken_date(*date, language);
    static const std::map<std::string_view, RecordKind> kReferences{
        {"topics", RecordKind::Topic},
        {"predecessors", RecordKind::Project},
        {"parties", RecordKind::Organisation},
        {"participants", RecordKind::Organisation},
        {"organisers", RecordKind::Organisation},
        {"funder", RecordKind::Organisation},
        {"programme", RecordKind::Programme},
        {"parent", RecordKind::Programme},
        {"basis", RecordKind::Agreement}};
    const auto kind = kReferences.find(effect.field);
    if (kind == kReferences.end()) return value;
    const bool is_quoted = value.size() > 1 && value.front() == '"';
    return record_ref(edit, kind->second, is_quoted ? value.substr(1, value.size() - 2) : value).name;
}

std::string spoken_record(const Edit& edit, const model::Record& record) {
    const std::string& language = edit.asker().language;
    if (const auto* part = std::get_if<model::Participation>(&record)) {
        return say(Phrase::DeskWhatParticipation, language,
                   {{"organisation", record_ref(edit, RecordKind::Organisation, part->organisation).name},
                    {"project", record_ref(edit, RecordKind::Project, part->project).name},
                    {"role", code_label("desk-role", model::word(part->role), language)}});
    }
    if (const auto* membership = std::get_if<model::Membership>(&record)) {
        return say(Phrase::DeskWhatMembership, language,
                   {{"member", record_ref(edit, RecordKind::Organisation, membership->member).name},
                    {"cluster", record_ref(edit, RecordKind::Organisation, membership->cluster).name}});
    }
    if (const auto* claim = std::get_if<model::Claim>(&record)) {
        return say(Phrase::DeskWhatValue, language,
                   {{"label", code_label("figure", claim->predicate, language)},
                    {"value", spoken_value(edit, {.field = claim->predicate, .value = claim->value})}});
    }
    return say(Phrase::DeskWhatNamed, language,
               {{"kind", code_label("kind", model::word(model::kind_of(record)), language)},
                {"name", name_of(record, language)}});
}

RecordKey seen_at(const model::Record& record) {
    if (const auto* claim = std::get_if<model::Claim>(&record)) return {claim->subject_kind, claim->subject};
    if (const auto* part = std::get_if<model::Participation>(&record))
        return {RecordKind::Project, part->project};
    if (const auto* membership = std::get_if<model::Membership>(&record))
        return {RecordKind::Organisation, membership->cluster};
    return {model::kind_of(record), model::id_of(record)};
}

}  // namespace kontor::service
