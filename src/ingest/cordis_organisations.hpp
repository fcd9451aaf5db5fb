// SPDX-License-Identifier: EUPL-1.2
// Collects what the rows of participation tables say about organisations and makes one record of each. Equal
// descriptions are kept once and counted, so that memory grows with distinct organisations, not with rows.
// One thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/fault_list.hpp"
#include "model/records.hpp"

namespace kontor::ingest::cordis {

/// What one row says about its organisation, as written. The order is that of `kOrganisationCells`.
enum class OrganisationCell : std::size_t {
    Name,
    ShortName,
    Vat,
    Sme,
    ActivityType,
    Street,
    Postcode,
    City,
    Country,
    Nuts,
    Geolocation,
    Web
};
inline constexpr std::size_t kOrganisationCells = 12;

/// Where a description was first met.
struct DescriptionPlace {
    std::uint32_t table = 0;  // the caller's number
    std::uint32_t line = 0;
};

class OrganisationCollector {
public:
    /// Adds a row's description of organisation `id`; gives the organisation's number (0, 1, … in order of
    /// appearance). `day` is the row's date of update, may be empty.
    std::uint32_t add(const std::string& id, std::span<const std::string_view> cells, std::string_view day,
                      DescriptionPlace place);

    [[nodiscard]] std::size_t size() const { return organisations_.size(); }
    [[nodiscard]] const std::string& id(std::uint32_t organisation) const {
        return *organisations_[organisation].id;
    }
    /// The organisation's number, if it was met.
    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& id) const;
    /// Where its first description stands.
    [[nodiscard]] DescriptionPlace first_place(std::uint32_t organisation) const;

    /// What a table's source record says: which source, of which day.
    struct TableSource {
        std::string file;    // for places
        std::string source;  // record id
        model::Date as_of;
    };
    /// One record out of all descriptions: most frequent name first, the others as aliases; the address of
    /// the latest and fullest description. Odd values are told to `notices` (by table number).
    [[nodiscard]] model::Organisation record(
        std::uint32_t organisation, const std::vector<TableSource>& tables,
        const std::function<void(std::uint32_t table, base::Error)>& notice) const;

private:
    static constexpr std::uint32_t kEnd = 0xFFFFFFFF;
    struct Description {
        std::string cells;  // joined by unit separators
        std::string day;    // latest
        std::uint32_t rows = 0;
        DescriptionPlace place;
        std::uint32_t next = kEnd;
    };
    struct Organisation {
        const std::string* id = nullptr;
        std::uint32_t first = kEnd;
    };

    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<Organisation> organisations_;
    std::vector<Description> descriptions_;
    std::string joined_;  // scratch
};

}  // namespace kontor::ingest::cordis
