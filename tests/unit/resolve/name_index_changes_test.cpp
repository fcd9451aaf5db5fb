// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>

#include "resolve/name_index.hpp"

namespace kontor::resolve {
namespace {

/// Names of few words, so that many are alike.
class Names {
public:
    NamedRecord record(const std::string& id) {
        constexpr std::array<const char*, 4> kTowns{"Jena", "Kaltental", "Ulm", ""};
        NamedRecord out;
        out.id = id;
        out.names.push_back({name(), "und", model::NameType::Legal});
        if (pick(4) == 0) out.names.push_back({name(), "und", model::NameType::Alias});
        out.country = pick(5) == 0 ? "AT" : "DE";
        out.city = kTowns[pick(kTowns.size())];
        if (pick(6) == 0) out.identifiers.push_back({"VAT", std::to_string(pick(40))});
        return out;
    }
    NameQuery query() {
        const NamedRecord like = record("");
        NameQuery out{.name = like.names.front().text, .country = like.country, .city = like.city};
        if (pick(3) == 0) out.country.clear();
        out.identifiers = like.identifiers;
        return out;
    }
    std::size_t pick(std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
    }

private:
    std::string name() {
        constexpr std::array<const char*, 12> kWords{"Brückner", "Vorstner",  "Lichtwerk",   "Thurland",
                                                     "Waben",    "Optik",     "Universität", "Institut",
                                                     "Olmet",    "Kaltental", "Photonik",    "Glas"};
        std::string out;
        for (std::size_t count = 1 + pick(3); count > 0; --count) out += std::string(kWords[pick(12)]) + " ";
        return out + (pick(2) == 0 ? "GmbH" : "");
    }

    std::mt19937_64 random_{7};
};

TEST(NameIndexChanges, answer_as_an_index_made_anew) {
    Names names;
    std::map<std::string, NamedRecord> all;
    const auto listed = [&all] {
        std::vector<NamedRecord> out;
        for (const auto& [id, record] : all) out.push_back(record);
        return out;
    };
    for (int i = 0; i < 300; ++i) all["r" + std::to_string(i)] = names.record("r" + std::to_string(i));
    NameIndex index(listed());
    for (int turn = 0; turn < 40; ++turn) {
        std::map<std::string, NamedRecord> changed;
        std::vector<std::string> removed{"nobody"};
        for (std::size_t count = names.pick(20); count > 0; --count) {
            const std::string id = "r" + std::to_string(names.pick(400));
            if (names.pick(3) == 0) {
                removed.push_back(id);
                changed.erase(id);
                all.erase(id);
            } else {
                std::erase(removed, id);
                changed[id] = all[id] = names.record(id);
            }
        }
        std::vector<NamedRecord> put;
        for (const auto& [id, record] : changed) put.push_back(record);
        index = index.with_changes(std::move(put), removed);
        const NameIndex fresh(listed());
        ASSERT_EQ(index.size(), fresh.size());
        for (int i = 0; i < 10; ++i) {
            const NameQuery query = names.query();
            EXPECT_EQ(index.candidates(query, 20), fresh.candidates(query, 20)) << turn << ": " << query.name;
        }
    }
}

TEST(NameIndexChanges, leave_the_index_they_are_made_from_alone) {
    Names names;
    const NamedRecord record = names.record("a");
    const NameQuery query{.name = record.names.front().text, .country = record.country, .city = record.city};
    const NameIndex before({record});
    const NameIndex after = before.with_changes({}, {"a"});
    EXPECT_EQ(before.candidates(query, 1).size(), 1U);
    EXPECT_TRUE(after.candidates(query, 1).empty());
    EXPECT_EQ(after.size(), 0U);
    EXPECT_EQ(after.with_changes({record}, {}).candidates(query, 1), before.candidates(query, 1));
}

}  // namespace
}  // namespace kontor::resolve
