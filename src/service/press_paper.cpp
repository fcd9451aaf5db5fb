// SPDX-License-Identifier: EUPL-1.2
#include "service/press_paper.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "base/limits.hpp"
#include "codec/record_json.hpp"
#include "identity/secret_token.hpp"
#include "service/edit.hpp"

namespace kontor::service {
namespace {

using base::Result;
using model::DeskKind;
using press::EntityKind;

PaperRange range_of(const press::Range& range) {
    return {.begin = range.begin, .end = range.end};
}
press::Range range_of(const PaperRange& range) {
    return {.begin = static_cast<std::uint32_t>(range.begin), .end = static_cast<std::uint32_t>(range.end)};
}

template <class T>
Result<T> from_text(const std::string& text) {
    return text.empty() ? Result<T>(T{}) : codec::field_from_text<T>(text);
}

std::string words(const press::Qualifier& qualifier) {
    if (const auto* text = std::get_if<std::string>(&qualifier.value)) return *text;
    if (const auto* flag = std::get_if<bool>(&qualifier.value)) return *flag ? "true" : "false";
    return std::to_string(std::get<std::int64_t>(qualifier.value));
}

press::Qualifier qualifier_of(const PaperQualifier& given) {
    press::Qualifier out{.name = given.name, .value = given.value};
    if (given.value == "true" || given.value == "false") out.value = given.value == "true";
    std::int64_t number = 0;
    const char* end = given.value.data() + given.value.size();
    const auto [rest, fault] = std::from_chars(given.value.data(), end, number);
    const bool is_number = fault == std::errc() && rest == end;
    if (is_number && given.name == "order") out.value = number;
    return out;
}

/// "document" is the text itself.
std::string id_of(const press::Entity& entity) {
    return entity.id == kPaperDocument ? entity.id + "-name" : entity.id;
}

PaperName name_of(const press::Entity& entity) {
    PaperName out;
    out.id = id_of(entity);
    out.kind = entity.kind;
    out.name = entity.name;
    out.aliases = entity.aliases;
    out.country = entity.country;
    out.topic = entity.topic;
    out.record = entity.record;
    out.recognised = entity.record;
    for (const press::Range& mention : entity.mentions) out.mentions.push_back(range_of(mention));
    out.confidence = entity.confidence;
    out.rule = entity.rule;
    out.state = entity.record.empty() && entity.topic.empty() ? NameState::Open : NameState::Known;
    return out;
}

PaperFact fact_of(const press::Reading& reading, const press::Fact& fact) {
    PaperFact out;
    out.subject = fact.subject == press::kDocument ? kPaperDocument : id_of(reading.entities[fact.subject]);
    out.predicate = fact.predicate;
    if (const auto* entity = std::get_if<std::uint32_t>(&fact.object)) {
        out.object = *entity == press::kDocument ? kPaperDocument : id_of(reading.entities[*entity]);
    } else {
        out.value = std::get<std::string>(fact.object);
    }
    for (const press::Qualifier& each : fact.qualifiers) out.qualifiers.push_back({each.name, words(each)});
    out.certainty = fact.certainty;
    out.sentence = range_of(fact.sentence);
    out.rule = fact.rule;
    return out;
}

}  // namespace

const PaperName* PressPaper::name(std::string_view id) const {
    const auto found =
        std::find_if(names.begin(), names.end(), [&id](const PaperName& each) { return each.id == id; });
    return found == names.end() ? nullptr : &*found;
}

PaperName* PressPaper::name(std::string_view id) {
    return const_cast<PaperName*>(std::as_const(*this).name(id));
}

PaperClaim* PressPaper::claim(std::string_view id) {
    const auto found = std::find_if(claims.begin(), claims.end(),
                                    [&id](const PaperClaim& each) { return each.desk.id == id; });
    return found == claims.end() ? nullptr : &*found;
}

std::string PressPaper::quote(const PaperFact& fact) const {
    const auto begin = std::min(static_cast<std::size_t>(fact.sentence.begin), item.text.size());
    const auto end = std::min(static_cast<std::size_t>(fact.sentence.end), item.text.size());
    return end > begin ? item.text.substr(begin, end - begin) : std::string();
}

press::Reading PressPaper::reading() const {
    press::Reading out;
    out.language = item.language;
    out.language_read = item.is_read;
    out.published = item.published;
    for (const PaperRange& sentence : sentences) out.sentences.push_back(range_of(sentence));
    std::map<std::string, std::uint32_t> ordinals{{kPaperDocument, press::kDocument}};
    for (const PaperName& each : names) {
        ordinals.emplace(each.id, static_cast<std::uint32_t>(out.entities.size()));
        press::Entity entity{.id = each.id, .kind = each.kind, .name = each.name, .aliases = each.aliases};
        entity.country = each.country;
        entity.topic = each.topic;
        entity.record = each.record;
        entity.confidence = each.confidence;
        out.entities.push_back(std::move(entity));
    }
    for (const PaperClaim& claim : claims) {
        press::Fact fact;
        const auto subject = ordinals.find(claim.fact.subject);
        fact.subject = subject == ordinals.end() ? press::kDocument : subject->second;
        fact.predicate = claim.fact.predicate;
        const auto object = ordinals.find(claim.fact.object);
        if (object == ordinals.end()) {
            fact.object = claim.fact.value;
        } else {
            fact.object = object->second;
        }
        for (const PaperQualifier& each : claim.fact.qualifiers)
            fact.qualifiers.push_back(qualifier_of(each));
        fact.certainty = claim.fact.certainty;
        fact.sentence = range_of(claim.fact.sentence);
        fact.confidence = claim.desk.confidence;
        out.facts.push_back(std::move(fact));
    }
    return out;
}

void PressPaper::put_into(store::WriteBatch& batch) {
    const auto count = [this](model::PressClaimState state) {
        return static_cast<std::int64_t>(std::count_if(
            claims.begin(), claims.end(), [&](const PaperClaim& each) { return each.desk.state == state; }));
    };
    item.claims = static_cast<std::int64_t>(claims.size());
    item.waiting = count(model::PressClaimState::Waiting);
    item.accepted = count(model::PressClaimState::Accepted);
    item.corrected = count(model::PressClaimState::Corrected);
    item.rejected = count(model::PressClaimState::Rejected);
    if (item.state != model::PressState::Withdrawn)
        item.state = item.waiting > 0 ? model::PressState::Open : model::PressState::Done;
    item.names = codec::field_to_text(names);
    item.sentences = codec::field_to_text(sentences);
    batch.desk_puts.emplace_back(item);
    for (PaperClaim& each : claims) {
        each.desk.fact = codec::field_to_text(each.fact);
        each.desk.effects = codec::field_to_text(each.effects);
        batch.desk_puts.emplace_back(each.desk);
    }
}

Result<PressPaper> open_paper(const store::Store& store, model::PressItem item) {
    PressPaper paper;
    auto names = from_text<std::vector<PaperName>>(item.names);
    if (!names) return names.errors();
    paper.names = std::move(names).value();
    auto sentences = from_text<std::vector<PaperRange>>(item.sentences);
    if (!sentences) return sentences.errors();
    paper.sentences = std::move(sentences).value();
    auto claims = store.desk_where(DeskKind::PressClaim, "item", item.id);
    if (!claims) return claims.errors();
    for (model::DeskRecord& record : claims.value()) {
        PaperClaim claim{.desk = std::get<model::PressClaim>(std::move(record))};
        auto fact = from_text<PaperFact>(claim.desk.fact);
        if (!fact) return fact.errors();
        claim.fact = std::move(fact).value();
        auto effects = from_text<std::vector<PaperEffect>>(claim.desk.effects);
        if (!effects) return effects.errors();
        claim.effects = std::move(effects).value();
        paper.claims.push_back(std::move(claim));
    }
    std::sort(paper.claims.begin(), paper.claims.end(),
              [](const PaperClaim& a, const PaperClaim& b) { return a.desk.number < b.desk.number; });
    paper.item = std::move(item);
    return paper;
}

Result<std::optional<PressPaper>> read_paper(const store::Store& store, const std::string& id) {
    auto found = store.read_desk(DeskKind::PressItem, id);
    if (!found) return found.errors();
    if (!found.value()) return std::optional<PressPaper>();
    auto paper = open_paper(store, std::get<model::PressItem>(std::move(*found.value())));
    if (!paper) return paper.errors();
    return std::optional<PressPaper>(std::move(paper).value());
}

void fill_paper(PressPaper& paper, const press::Reading& reading) {
    paper.item.language = reading.language;
    paper.item.is_read = reading.language_read;
    if (!paper.item.published.known()) paper.item.published = reading.published;
    for (const press::Range& sentence : reading.sentences) paper.sentences.push_back(range_of(sentence));
    for (const press::Entity& entity : reading.entities) paper.names.push_back(name_of(entity));
    for (const press::Fact& fact : reading.facts) {
        if (paper.claims.size() >= base::limits::kPressClaims) {
            paper.item.is_cut = true;
            break;
        }
        PaperClaim claim;
        claim.desk.item = paper.item.id;
        claim.desk.number = static_cast<std::int64_t>(paper.claims.size()) + 1;
        claim.desk.id = fmt::format("{}.{}", paper.item.id, claim.desk.number);
        claim.desk.confidence = fact.confidence;
        claim.fact = fact_of(reading, fact);
        paper.claims.push_back(std::move(claim));
    }
}

std::string press_digest(const std::string& organisation, const std::string& whole) {
    std::string words;
    bool is_space = true;
    for (const char c : whole) {
        const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank) words += c;
        if (blank && !is_space) words += ' ';
        is_space = blank;
    }
    while (!words.empty() && words.back() == ' ') words.pop_back();
    return identity::fingerprint(organisation + "\n" + words);
}

std::string press_source_id(const std::string& item) {
    return derived_id("press", {item});
}

model::Source press_source(const model::PressItem& item) {
    model::Source source;
    source.id = item.source;
    source.title = item.title.empty() ? item.id : item.title;
    source.kind = model::SourceKind::Press;
    source.url = item.url;
    source.publisher = item.publisher;
    source.published = item.published;
    return source;
}

std::optional<model::RecordKind> record_kind(EntityKind kind) {
    switch (kind) {
        case EntityKind::Cluster:
        case EntityKind::Company:
        case EntityKind::University:
        case EntityKind::ResearchInstitute:
        case EntityKind::Association:
        case EntityKind::PublicBody:
        case EntityKind::Organisation:
            return model::RecordKind::Organisation;
        case EntityKind::Project:
            return model::RecordKind::Project;
        case EntityKind::Programme:
            return model::RecordKind::Programme;
        case EntityKind::Event:
            return model::RecordKind::Delegation;
        case EntityKind::Agreement:
            return model::RecordKind::Agreement;
        case EntityKind::Topic:
            return model::RecordKind::Topic;
        case EntityKind::Person:
        case EntityKind::Place:
            return std::nullopt;
    }
    return std::nullopt;
}

EntityKind entity_kind(model::OrganisationKind kind) {
    switch (kind) {
        case model::OrganisationKind::Cluster:
            return EntityKind::Cluster;
        case model::OrganisationKind::Company:
            return EntityKind::Company;
        case model::OrganisationKind::University:
            return EntityKind::University;
        case model::OrganisationKind::ResearchInstitute:
            return EntityKind::ResearchInstitute;
        case model::OrganisationKind::PublicBody:
            return EntityKind::PublicBody;
        case model::OrganisationKind::Association:
            return EntityKind::Association;
        case model::OrganisationKind::Clinic:
        case model::OrganisationKind::EndUser:
        case model::OrganisationKind::Other:
            return EntityKind::Organisation;
    }
    return EntityKind::Organisation;
}

EntityKind entity_kind(const model::Record& record) {
    if (const auto* organisation = std::get_if<model::Organisation>(&record))
        return entity_kind(organisation->kind);
    if (std::holds_alternative<model::Project>(record)) return EntityKind::Project;
    if (std::holds_alternative<model::Programme>(record)) return EntityKind::Programme;
    if (std::holds_alternative<model::Topic>(record)) return EntityKind::Topic;
    if (std::holds_alternative<model::Delegation>(record)) return EntityKind::Event;
    if (std::holds_alternative<model::Agreement>(record)) return EntityKind::Agreement;
    return EntityKind::Organisation;
}

bool is_organisation(EntityKind kind) {
    return record_kind(kind) == model::RecordKind::Organisation;
}

std::string qualifier(const PaperFact& fact, std::string_view name) {
    const auto found = std::find_if(fact.qualifiers.begin(), fact.qualifiers.end(),
                                    [&name](const PaperQualifier& each) { return each.name == name; });
    return found == fact.qualifiers.end() ? std::string() : found->value;
}

}  // namespace kontor::service
