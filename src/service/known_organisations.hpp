// SPDX-License-Identifier: EUPL-1.2
// The stored organisations as the reader of member lists asks for them: which may be the one of this name.
// Candidates share a word, the beginning of a word or the initials with the name; text::similarity judges
// them. Immutable after load(), any number of threads; about 1 kB per organisation. Loading: a scan of all
// organisations, about 0.5 s for 50,000; a question: at most kCompared comparisons, below 2 ms.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/organisations.hpp"
#include "store/store.hpp"
#include "text/names.hpp"

namespace kontor::service {

class KnownOrganisations final : public ingest::KnownOrganisations {
public:
    /// Knows what `records` shows and nothing else, but that ids of `store` are taken. `store` must outlive
    /// the result.
    [[nodiscard]] static base::Result<std::shared_ptr<const KnownOrganisations>> load(
        const store::Store& store, std::shared_ptr<const store::Reader> records);

    [[nodiscard]] std::vector<model::Organisation> candidates(const std::string& name,
                                                              const std::string& country,
                                                              const std::string& city) const override;
    [[nodiscard]] std::optional<model::Organisation> by_identifier(const std::string& scheme,
                                                                   const std::string& value) const override;
    [[nodiscard]] bool has(const std::string& id) const override;

private:
    struct Entry {
        std::string id;
        std::string country;
        std::string city;  // folded
        std::vector<text::ComparableName> names;
    };
    struct Scored {
        double order = 0;
        std::uint32_t entry = 0;
    };

    KnownOrganisations(const store::Store& store, std::shared_ptr<const store::Reader> records)
        : store_(store), records_(std::move(records)) {}
    void add(const model::Organisation& organisation);
    [[nodiscard]] std::vector<std::uint32_t> with_shared_words(const text::ComparableName& name) const;
    [[nodiscard]] std::optional<model::Organisation> read(const std::string& id) const;

    const store::Store& store_;
    std::shared_ptr<const store::Reader> records_;
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::uint32_t> by_id_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_key_;
};

}  // namespace kontor::service
