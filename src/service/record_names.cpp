// SPDX-License-Identifier: EUPL-1.2
// The names and ids of records that somebody makes.
#include <array>

#include "identity/secret_token.hpp"
#include "ingest/member_cells.hpp"
#include "service/edit.hpp"

namespace kontor::service {
namespace {

using model::Record;
using model::RecordKind;

constexpr std::size_t kIdWords = 60;

std::string title_of(const model::Texts& texts, std::string_view language) {
    const model::Text* best = model::best_text(texts, language);
    return best == nullptr ? std::string() : best->text;
}

struct NameOf {
    std::string_view language;
    std::string operator()(const model::Organisation& r) const { return model::display_name(r); }
    std::string operator()(const model::Project& r) const {
        return r.acronym.empty() ? title_of(r.titles, language) : r.acronym;
    }
    std::string operator()(const model::Person& r) const { return r.name; }
    std::string operator()(const model::Source& r) const { return r.title; }
    std::string operator()(const model::Agreement& r) const { return title_of(r.titles, language); }
    std::string operator()(const model::Delegation& r) const { return title_of(r.titles, language); }
    std::string operator()(const model::Programme& r) const { return title_of(r.names, language); }
    std::string operator()(const model::Call& r) const { return title_of(r.titles, language); }
    std::string operator()(const model::News& r) const { return title_of(r.titles, language); }
    std::string operator()(const model::Claim& r) const { return r.predicate; }
    std::string operator()(const model::Topic& r) const {
        const auto label = r.labels.find(std::string(language));
        return label == r.labels.end() ? std::string() : label->second;
    }
    template <class R>
    std::string operator()(const R&) const {
        return {};
    }
};

std::string random_part() {
    return identity::fingerprint(identity::new_token(identity::TokenKind::Link)).substr(0, 16);
}

std::string wished_id(const Record& record) {
    if (const auto* membership = std::get_if<model::Membership>(&record))
        return membership->member + "." + membership->cluster;
    if (const auto* part = std::get_if<model::Participation>(&record))
        return part->project + "." + part->organisation;
    if (std::holds_alternative<model::Person>(record)) return "person-" + random_part();
    const std::string name = ingest::slug(name_of(record, "en"), kIdWords);
    return name.empty() ? std::string(model::word(model::kind_of(record))) + "-" + random_part() : name;
}

}  // namespace

std::string name_of(const Record& record, std::string_view language) {
    std::string name = std::visit(NameOf{language}, record);
    return name.empty() ? model::id_of(record) : name;
}

base::Result<std::string> free_id(const Record& record, const store::Reader& store) {
    constexpr int kTries = 50;
    std::string wished = wished_id(record);
    if (!model::is_id(wished))
        wished = std::string(model::word(model::kind_of(record))) + "-" + random_part();
    for (int i = 1; i <= kTries; ++i) {
        const std::string id = i == 1 ? wished : wished.substr(0, kIdWords) + "-" + std::to_string(i);
        const auto known = store.read(model::kind_of(record), id);
        if (!known) return known.errors();
        if (!known.value()) return id;
    }
    return std::string(model::word(model::kind_of(record))) + "-" + random_part();
}

base::Result<std::string> unguessable_id(const Record& record, const store::Reader& store) {
    constexpr std::size_t kEnding = 6;
    while (true) {
        std::string id = wished_id(record).substr(0, kIdWords) + "-" + random_part().substr(0, kEnding);
        if (!model::is_id(id)) id = std::string(model::word(model::kind_of(record))) + "-" + random_part();
        const auto known = store.read(model::kind_of(record), id);
        if (!known) return known.errors();
        if (!known.value()) return id;
    }
}

base::Outcome Edit::name(codec::SentRecord& sent) const {
    const RecordKind kind = model::kind_of(sent.record);
    const bool would_tell = view_.records.sight().hides_some(kind);
    if (sent.has_id) {
        const auto known = view_.records.read(kind, model::id_of(sent.record));
        if (!known) return known.errors();
        // What the asker sees already is refused as a conflict later.
        if (known.value() || !would_tell) return base::Done{};
    }
    auto id = would_tell ? unguessable_id(sent.record, knowledge_.store())
                         : free_id(sent.record, knowledge_.store());
    if (!id) return id.errors();
    std::visit([&](auto& r) { r.id = id.value(); }, sent.record);
    return base::Done{};
}

}  // namespace kontor::service
