// SPDX-License-Identifier: EUPL-1.2
#include "service/known_organisations.hpp"

#include <algorithm>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

constexpr std::size_t kCandidates = 10;
/// Entries whose names are compared for one question; the rarest words come first.
constexpr std::size_t kCompared = 400;
/// Below this nobody would call two names alike.
constexpr double kAlike = 0.75;
constexpr double kSamePlaceBonus = 0.03;

/// Words, beginnings of words (for typing errors at the end) and initials, marked apart.
std::vector<std::string> keys_of(const text::ComparableName& name) {
    std::vector<std::string> keys;
    std::string initials;
    for (const std::string& word : name.words) {
        keys.push_back(word);
        const std::string_view beginning = text::truncated(word, 4);
        if (beginning.size() < word.size()) keys.push_back("^" + std::string(beginning));
        initials += text::truncated(word, 1);
    }
    if (name.words.size() > 2) keys.push_back(initials);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

}  // namespace

base::Result<std::shared_ptr<const KnownOrganisations>> KnownOrganisations::load(
    const store::Store& store, std::shared_ptr<const store::Reader> records) {
    std::shared_ptr<KnownOrganisations> known(new KnownOrganisations(store, std::move(records)));
    const auto scanned = known->records_->scan(model::RecordKind::Organisation, [&](model::Record&& record) {
        known->add(std::get<model::Organisation>(record));
        return true;
    });
    if (!scanned) return scanned.errors();
    return std::shared_ptr<const KnownOrganisations>(std::move(known));
}

void KnownOrganisations::add(const model::Organisation& organisation) {
    const auto position = static_cast<std::uint32_t>(entries_.size());
    Entry entry;
    entry.id = organisation.id;
    entry.country = organisation.country;
    entry.city = text::collapsed_umlauts(text::folded(organisation.city));
    std::vector<std::string> keys;
    for (const model::Name& name : organisation.names) {
        entry.names.push_back(text::comparable_name(name.text));
        const std::vector<std::string> more = keys_of(entry.names.back());
        keys.insert(keys.end(), more.begin(), more.end());
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const std::string& key : keys) by_key_[key].push_back(position);
    by_id_.emplace(organisation.id, position);
    entries_.push_back(std::move(entry));
}

std::vector<std::uint32_t> KnownOrganisations::with_shared_words(const text::ComparableName& name) const {
    std::vector<const std::vector<std::uint32_t>*> lists;
    for (const std::string& key : keys_of(name)) {
        const auto found = by_key_.find(key);
        if (found != by_key_.end()) lists.push_back(&found->second);
    }
    std::sort(lists.begin(), lists.end(), [](const auto* a, const auto* b) { return a->size() < b->size(); });
    std::vector<std::uint32_t> out;
    for (const auto* list : lists) {
        if (!out.empty() && out.size() + list->size() > kCompared) break;
        const std::size_t taken = std::min(list->size(), kCompared);
        out.insert(out.end(), list->begin(), list->begin() + static_cast<std::ptrdiff_t>(taken));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<model::Organisation> KnownOrganisations::candidates(const std::string& name,
                                                                const std::string& country,
                                                                const std::string& city) const {
    const text::ComparableName wanted = text::comparable_name(name);
    const std::string wanted_city = text::collapsed_umlauts(text::folded(city));
    std::vector<Scored> scored;
    for (const std::uint32_t position : with_shared_words(wanted)) {
        const Entry& entry = entries_[position];
        double best = 0;
        for (const text::ComparableName& own : entry.names) {
            best = std::max(best, text::similarity(wanted, own));
        }
        if (best < kAlike) continue;
        if (!country.empty() && entry.country == country) best += kSamePlaceBonus;
        if (!wanted_city.empty() && entry.city == wanted_city) best += kSamePlaceBonus;
        scored.push_back({best, position});
    }
    std::sort(scored.begin(), scored.end(), [](const Scored& a, const Scored& b) {
        return a.order != b.order ? a.order > b.order : a.entry < b.entry;
    });
    if (scored.size() > kCandidates) scored.resize(kCandidates);
    std::vector<model::Organisation> out;
    for (const Scored& candidate : scored) {
        if (auto organisation = read(entries_[candidate.entry].id)) out.push_back(std::move(*organisation));
    }
    return out;
}

std::optional<model::Organisation> KnownOrganisations::by_identifier(const std::string& scheme,
                                                                     const std::string& value) const {
    const auto ids = store_.carriers(model::RecordKind::Organisation, scheme, value);
    if (!ids) return std::nullopt;
    std::optional<model::Organisation> found;
    for (const std::string& id : ids.value()) {
        auto organisation = read(id);
        const model::Identifier wanted{scheme, value};
        const bool carries =
            organisation && std::find(organisation->identifiers.begin(), organisation->identifiers.end(),
                                      wanted) != organisation->identifiers.end();
        if (!carries) continue;
        if (found) return std::nullopt;  // several: a question for people
        found = std::move(organisation);
    }
    return found;
}

bool KnownOrganisations::has(const std::string& id) const {
    if (by_id_.count(id) > 0) return true;
    const auto taken = store_.read(model::RecordKind::Organisation, id);
    return taken && taken.value().has_value();
}

std::optional<model::Organisation> KnownOrganisations::read(const std::string& id) const {
    auto record = records_->read(model::RecordKind::Organisation, id);
    if (!record || !record.value()) return std::nullopt;
    return std::get<model::Organisation>(std::move(*record.value()));
}

}  // namespace kontor::service
