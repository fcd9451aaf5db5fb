// SPDX-License-Identifier: EUPL-1.2
#include "search/filter_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "text/countries.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"

namespace kontor::search {

namespace {

constexpr std::array kFilterNames =
    std::to_array<std::pair<std::string_view, FilterField>>({{"country", FilterField::Country},
                                                             {"kind", FilterField::Kind},
                                                             {"topic", FilterField::Topic},
                                                             {"programme", FilterField::Programme},
                                                             {"year", FilterField::Year},
                                                             {"land", FilterField::Country},
                                                             {"art", FilterField::Kind},
                                                             {"thema", FilterField::Topic},
                                                             {"programm", FilterField::Programme},
                                                             {"jahr", FilterField::Year},
                                                             {"program", FilterField::Programme},
                                                             {"type", FilterField::Kind}});

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

std::string allowed_kinds() {
    std::string list;
    const auto add = [&](std::string_view word) {
        if (word == "other") return;
        if (!list.empty()) list += ", ";
        list += word;
    };
    for (const std::string_view word : model::Words<model::RecordKind>::kWords) add(word);
    for (const std::string_view word : model::Words<model::OrganisationKind>::kWords) add(word);
    return list;
}

}  // namespace

std::optional<FilterField> filter_field(std::string_view name) {
    const std::string folded = text::folded(name);
    for (const auto& [known, field] : kFilterNames) {
        if (known == folded) return field;
    }
    return std::nullopt;
}

std::string_view similar_filter(std::string_view name) {
    const std::string folded = text::folded(name);
    if (folded.size() < 4) return {};
    for (const auto& [known, field] : kFilterNames) {
        const std::size_t limit = known.size() >= 7 ? 2 : 1;
        if (known.size() >= 4 && text::edit_distance(folded, known, limit) <= limit) return known;
    }
    return {};
}

void FilterReader::fault(base::ErrorCode code, base::ErrorArguments arguments, const base::Place& place) {
    errors_.push_back({code, std::move(arguments), place, {}});
}

void FilterReader::read(FilterField field, std::string_view value, const base::Place& place) {
    if (value.empty()) return fault(base::ErrorCode::ValueMissing, {}, place);
    switch (field) {
        case FilterField::Country:
            return read_country(value, place);
        case FilterField::Kind:
            return read_kind(value, place);
        case FilterField::Topic:
            return read_topic(value, place);
        case FilterField::Programme:
            return read_programme(value, place);
        case FilterField::Year:
            return read_years(value, place);
    }
}

void FilterReader::read_country(std::string_view value, const base::Place& place) {
    auto code = text::canonical_country(value);
    if (!code) code = topics_.countries().code_of(value);
    if (!code) return fault(base::ErrorCode::CountryUnknown, {{"value", std::string(value)}}, place);
    filters_.countries.push_back(values_.countries.find(*code).value_or(kNoOrdinal));
}

void FilterReader::read_kind(std::string_view value, const base::Place& place) {
    const std::string folded = text::folded(value);
    if (const auto kind = model::from_word<model::RecordKind>(folded)) return read_record_kind(*kind);
    read_organisation_kind(folded, place);
}

void FilterReader::read_organisation_kind(std::string_view value, const base::Place& place) {
    if (!model::from_word<model::OrganisationKind>(value)) {
        return fault(base::ErrorCode::ValueNotAllowed,
                     {{"value", std::string(value)}, {"allowed", allowed_kinds()}}, place);
    }
    filters_.organisation_kinds.push_back(values_.organisation_kinds.find(value).value_or(kNoOrdinal));
}

void FilterReader::read_topic(std::string_view value, const base::Place& place) {
    const auto topic = topics_.find(value);
    if (!topic) {
        return fault(base::ErrorCode::ReferenceUnknown, {{"field", "topic"}, {"id", std::string(value)}},
                     place);
    }
    filters_.topics.push_back(*topic);
}

void FilterReader::read_programme(std::string_view value, const base::Place& place) {
    auto programme = values_.programmes.find(value);
    if (!programme) {
        const std::string folded = text::folded(value);
        for (std::uint32_t i = 1; i < values_.programmes.size() && !programme; ++i) {
            if (text::folded(values_.programmes[i]) == folded) programme = i;
        }
    }
    if (!programme) {
        return fault(base::ErrorCode::ReferenceUnknown, {{"field", "programme"}, {"id", std::string(value)}},
                     place);
    }
    filters_.programmes.push_back(*programme);
}

std::optional<int> FilterReader::year(std::string_view text, const base::Place& place) {
    int number = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (status != std::errc{} || end != text.data() + text.size()) {
        fault(base::ErrorCode::NumberInvalid, {{"value", std::string(text)}}, place);
        return std::nullopt;
    }
    if (number < kFirstYear || number > kLastYear) {
        fault(base::ErrorCode::ValueOutOfRange,
              {{"value", std::string(text)},
               {"minimum", std::to_string(kFirstYear)},
               {"maximum", std::to_string(kLastYear)}},
              place);
        return std::nullopt;
    }
    return number;
}

void FilterReader::read_years(std::string_view value, const base::Place& place) {
    const std::size_t dots = value.find("..");
    const std::string_view first = value.substr(0, dots);
    const std::string_view last = dots == std::string_view::npos ? value : value.substr(dots + 2);
    if (!first.empty()) filters_.year_from = year(first, place);
    if (!last.empty()) filters_.year_to = first == last ? filters_.year_from : year(last, place);
}

}  // namespace kontor::search
