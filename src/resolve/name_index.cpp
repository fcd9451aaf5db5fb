// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_index.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "resolve/former_names.hpp"
#include "resolve/judgement.hpp"
#include "resolve/name_keys.hpp"

namespace kontor::resolve {
namespace {

constexpr std::size_t kCompared = 64;  // names by likeness of letters for each name of a question

std::uint32_t number(std::size_t value) {
    return static_cast<std::uint32_t>(value);
}

}  // namespace

/// A record taken apart.
struct NameIndex::Piece {
    explicit Piece(NamedRecord of) : record(std::move(of)), town(parsed_town(record.city)) {
        const std::size_t said = record.names.size();
        for (std::size_t i = 0; i < said; ++i) {
            for (std::string& each : named_twice(record.names[i].text))
                record.names.push_back({std::move(each), record.names[i].lang, model::NameType::Alias});
        }
        names.reserve(record.names.size());
        for (const model::Name& name : record.names) {
            names.push_back(parsed_name(name.text));
            OfficeName& office = names.back().office;
            office.polity = polity_in(office.polity, record.country);
        }
    }

    [[nodiscard]] ParsedRecord parsed() const {
        ParsedRecord out;
        out.record = &record;
        out.town = town;
        for (const ParsedName& name : names) out.names.push_back(&name);
        return out;
    }

    NamedRecord record;
    std::string town;  // parsed
    std::vector<ParsedName> names;
};

/// Records with what finds them.
struct NameIndex::Part {
    /// Ids ascending.
    explicit Part(Pieces all) : pieces(std::move(all)) {
        std::vector<const ParsedName*> names;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            first_names.push_back(number(names.size()));
            for (const ParsedName& name : pieces[i]->names) {
                names.push_back(&name);
                owners.push_back(number(i));
            }
            for (const model::Identifier& each : pieces[i]->record.identifiers) {
                identified[{each.scheme, each.value}].push_back(number(i));
            }
        }
        first_names.push_back(number(names.size()));
        keys = NameKeys(names);
    }

    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const {
        const auto found = std::lower_bound(
            pieces.begin(), pieces.end(), id,
            [](const auto& piece, std::string_view wanted) { return piece->record.id < wanted; });
        if (found == pieces.end() || (*found)->record.id != id) return std::nullopt;
        return number(static_cast<std::size_t>(found - pieces.begin()));
    }

    Pieces pieces;
    std::vector<std::uint32_t> first_names;  // of each record, and the end
    std::vector<std::uint32_t> owners;       // of the names
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> identified;
    NameKeys keys;
};

struct NameIndex::Gone {
    GoneNames names;
    std::set<std::uint32_t> records;

    void add(const Part& part, std::uint32_t record) {
        if (!records.insert(record).second) return;
        for (std::uint32_t name = part.first_names[record]; name < part.first_names[record + 1]; ++name) {
            names.add(name, part.pieces[record]->names[name - part.first_names[record]], part.owners.size());
        }
    }
};

/// A record worth comparing.
struct NameIndex::Found {
    std::uint32_t part = 0;
    std::uint32_t record = 0;
    auto operator<=>(const Found&) const = default;
};

namespace {

/// Of several that would be Same only one that is surer than all others is.
void keep_one_same(std::vector<Judgement>& judgements) {
    int highest = 0;
    std::size_t with_it = 0;
    std::size_t count = 0;
    for (const Judgement& each : judgements) {
        if (each.candidate.verdict != Verdict::Same) continue;
        ++count;
        if (each.certainty > highest) with_it = 0;
        highest = std::max(highest, each.certainty);
        with_it += each.certainty == highest ? 1 : 0;
    }
    if (count < 2) return;
    for (Judgement& each : judgements) {
        if (each.candidate.verdict != Verdict::Same) continue;
        if (each.certainty == highest && with_it == 1) continue;
        each.candidate.verdict = Verdict::Doubtful;
        each.candidate.reasons.push_back({ReasonCode::SeveralAlike, {}});
    }
}

}  // namespace

NameIndex::NameIndex(std::vector<NamedRecord> records)
    : gone_(std::make_shared<Gone>()), recent_(std::make_shared<Part>(Pieces())) {
    std::sort(records.begin(), records.end(),
              [](const NamedRecord& a, const NamedRecord& b) { return a.id < b.id; });
    Pieces pieces;
    pieces.reserve(records.size());
    for (NamedRecord& record : records) pieces.push_back(std::make_shared<const Piece>(std::move(record)));
    base_ = std::make_shared<Part>(std::move(pieces));
}

NameIndex NameIndex::with_changes(std::vector<NamedRecord> changed,
                                  const std::vector<std::string>& removed) const {
    constexpr std::size_t kFewest = 256;
    constexpr std::size_t kShare = 32;
    std::map<std::string, std::shared_ptr<const Piece>> recent;
    for (const auto& piece : recent_->pieces) recent.emplace(piece->record.id, piece);
    auto gone = std::make_shared<Gone>(*gone_);
    const auto leave_base = [&](const std::string& id) {
        if (const auto known = base_->find(id)) gone->add(*base_, *known);
    };
    for (const std::string& id : removed) {
        recent.erase(id);
        leave_base(id);
    }
    for (NamedRecord& record : changed) {
        const std::string id = record.id;
        leave_base(id);
        recent.insert_or_assign(id, std::make_shared<const Piece>(std::move(record)));
    }
    const bool is_due =
        recent.size() + gone->records.size() > std::max(kFewest, base_->pieces.size() / kShare);
    if (is_due) {
        for (std::uint32_t i = 0; i < base_->pieces.size(); ++i) {
            if (gone->records.count(i) == 0) recent.emplace(base_->pieces[i]->record.id, base_->pieces[i]);
        }
    }
    Pieces pieces;
    pieces.reserve(recent.size());
    for (auto& [id, piece] : recent) pieces.push_back(std::move(piece));
    auto part = std::make_shared<const Part>(std::move(pieces));
    NameIndex out;
    out.base_ = is_due ? part : base_;
    out.gone_ = is_due ? std::make_shared<const Gone>() : std::move(gone);
    out.recent_ = is_due ? std::make_shared<const Part>(Pieces()) : std::move(part);
    return out;
}

std::size_t NameIndex::size() const {
    return base_->pieces.size() - gone_->records.size() + recent_->pieces.size();
}

std::array<KeyPart, 2> NameIndex::keys() const {
    return {KeyPart{&base_->keys, &gone_->names}, KeyPart{&recent_->keys, nullptr}};
}

std::vector<NameIndex::Found> NameIndex::near(const ParsedQuery& query) const {
    const std::array<const Part*, 2> parts{base_.get(), recent_.get()};
    std::vector<Found> out;
    for (const ParsedName& name : query.names) {
        for (const FoundName& each : near_names(keys(), name, kCompared))
            out.push_back({each.part, parts[each.part]->owners[each.name]});
    }
    for (const model::Identifier& each : query.asked.identifiers) {
        for (std::uint32_t i = 0; i < parts.size(); ++i) {
            const auto found = parts[i]->identified.find({each.scheme, each.value});
            if (found == parts[i]->identified.end()) continue;
            for (const std::uint32_t record : found->second) {
                if (i > 0 || gone_->records.count(record) == 0) out.push_back({i, record});
            }
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// Whether another record, of `country` unless that is empty, has the word in a name.
bool NameIndex::has_word_elsewhere(std::string_view word, const std::string& record,
                                   const std::string& country) const {
    const std::array<const Part*, 2> parts{base_.get(), recent_.get()};
    const auto found = names_with_word(keys(), word);
    return std::any_of(found.begin(), found.end(), [&](const FoundName& each) {
        const Part& part = *parts[each.part];
        const NamedRecord& owner = part.pieces[part.owners[each.name]]->record;
        return owner.id != record && (country.empty() || owner.country == country);
    });
}

std::vector<Candidate> NameIndex::candidates(const NameQuery& query, std::size_t limit) const {
    constexpr double kLeastScore = 0.3;
    const ParsedQuery parsed(query);
    std::vector<Judgement> judgements;
    const std::array<const Part*, 2> parts{base_.get(), recent_.get()};
    for (const Found& each : near(parsed)) {
        const Piece& piece = *parts[each.part]->pieces[each.record];
        Judgement one = judge(parsed, piece.parsed());
        if (one.candidate.score < kLeastScore) continue;
        if (!one.only_word.empty() && has_word_elsewhere(one.only_word, piece.record.id, query.country)) {
            one.candidate.verdict = Verdict::Doubtful;
            one.candidate.reasons.push_back({ReasonCode::GenericName, {}});
        }
        judgements.push_back(std::move(one));
    }
    keep_one_same(judgements);
    std::sort(judgements.begin(), judgements.end(), [](const Judgement& a, const Judgement& b) {
        return std::tuple(a.candidate.verdict, -a.candidate.score, std::string_view(a.candidate.record)) <
               std::tuple(b.candidate.verdict, -b.candidate.score, std::string_view(b.candidate.record));
    });
    if (judgements.size() > limit) judgements.resize(limit);
    std::vector<Candidate> out;
    out.reserve(judgements.size());
    for (Judgement& each : judgements) out.push_back(std::move(each.candidate));
    return out;
}

}  // namespace kontor::resolve
