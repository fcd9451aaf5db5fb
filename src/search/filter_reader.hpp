// SPDX-License-Identifier: EUPL-1.2
// Checks the value of one filter and adds it to the filters; collects faults.
#pragma once

#include <string_view>

#include "base/error.hpp"
#include "search/query.hpp"

namespace kontor::search {

enum class FilterField { Country, Kind, Topic, Programme, Year };

/// The filter called `name` (English or German), if there is one.
[[nodiscard]] std::optional<FilterField> filter_field(std::string_view name);

/// The name of a filter that `name` is probably a misspelling of; empty when none is near.
[[nodiscard]] std::string_view similar_filter(std::string_view name);

class FilterReader {
public:
    FilterReader(const TopicModel& topics, const SharedValues& values, Filters& filters, base::Errors& errors)
        : topics_(topics), values_(values), filters_(filters), errors_(errors) {}

    void read(FilterField field, std::string_view value, const base::Place& place);
    void read_record_kind(model::RecordKind kind) { filters_.kinds.push_back(kind); }
    void read_organisation_kind(std::string_view value, const base::Place& place);

private:
    void read_country(std::string_view value, const base::Place& place);
    void read_kind(std::string_view value, const base::Place& place);
    void read_topic(std::string_view value, const base::Place& place);
    void read_programme(std::string_view value, const base::Place& place);
    void read_years(std::string_view value, const base::Place& place);
    std::optional<int> year(std::string_view text, const base::Place& place);
    void fault(base::ErrorCode code, base::ErrorArguments arguments, const base::Place& place);

    const TopicModel& topics_;
    const SharedValues& values_;
    Filters& filters_;
    base::Errors& errors_;
};

}  // namespace kontor::search
