// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_index.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "resolve/judgement.hpp"
#include "resolve/name_keys.hpp"

namespace kontor::resolve {
namespace {

constexpr std::size_t kCompared = 64;  // names by likeness of letters for each name of a question

std::uint32_t number(std::size_t value) {
    return static_cast<std::uint32_t>(value);
}

}  // namespace

struct NameIndex::Contents {
    std::vector<NamedRecord> records;        // by id
    std::vector<std::string> towns;          // parsed, of the records
    std::vector<std::uint32_t> first_names;  // of each record in `names`, and the end
    std::vector<ParsedName> names;
    std::vector<std::uint32_t> owners;  // of the names
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> identified;
    NameKeys keys;

    void add(const NamedRecord& record) {
        const std::uint32_t owner = number(towns.size());
        first_names.push_back(number(names.size()));
        towns.push_back(parsed_town(record.city));
        for (const model::Name& name : record.names) {
            names.push_back(parsed_name(name.text));
            owners.push_back(owner);
        }
        for (const model::Identifier& each : record.identifiers) {
            identified[{each.scheme, each.value}].push_back(owner);
        }
    }

    [[nodiscard]] ParsedRecord parsed(std::uint32_t record) const {
        ParsedRecord out;
        out.record = &records[record];
        out.town = towns[record];
        for (std::uint32_t i = first_names[record]; i < first_names[record + 1]; ++i) {
            out.names.push_back(&names[i]);
        }
        return out;
    }

    /// Records worth comparing, ascending.
    [[nodiscard]] std::vector<std::uint32_t> near(const ParsedQuery& query) const {
        std::vector<std::uint32_t> out;
        for (const ParsedName& name : query.names) {
            for (const std::uint32_t each : keys.near(name, kCompared)) out.push_back(owners[each]);
        }
        for (const model::Identifier& each : query.asked.identifiers) {
            const auto found = identified.find({each.scheme, each.value});
            if (found != identified.end()) out.insert(out.end(), found->second.begin(), found->second.end());
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }
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

NameIndex::NameIndex(std::vector<NamedRecord> records) {
    auto made = std::make_unique<Contents>();
    std::sort(records.begin(), records.end(),
              [](const NamedRecord& a, const NamedRecord& b) { return a.id < b.id; });
    made->records = std::move(records);
    for (const NamedRecord& record : made->records) made->add(record);
    made->first_names.push_back(number(made->names.size()));
    made->keys = NameKeys(made->names);
    contents_ = std::move(made);
}
NameIndex::~NameIndex() = default;
NameIndex::NameIndex(NameIndex&&) noexcept = default;
NameIndex& NameIndex::operator=(NameIndex&&) noexcept = default;

std::size_t NameIndex::size() const {
    return contents_->records.size();
}

std::vector<Candidate> NameIndex::candidates(const NameQuery& query, std::size_t limit) const {
    constexpr double kLeastScore = 0.3;
    const ParsedQuery parsed(query);
    std::vector<Judgement> judgements;
    for (const std::uint32_t record : contents_->near(parsed)) {
        Judgement one = judge(parsed, contents_->parsed(record));
        if (one.candidate.score >= kLeastScore) judgements.push_back(std::move(one));
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
