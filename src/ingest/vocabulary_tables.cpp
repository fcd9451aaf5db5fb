// SPDX-License-Identifier: EUPL-1.2
#include "ingest/vocabulary_tables.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/limits.hpp"
#include "ingest/import_text.hpp"
#include "ingest/numbers.hpp"
#include "text/countries.hpp"
#include "text/fold.hpp"

namespace kontor::ingest {
namespace {

using base::Error;
using base::ErrorCode;

std::string name_of(std::string_view raw) {
    return clean_text(raw, base::limits::kNameBytes, [](ErrorCode, base::ErrorArguments) {});
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

Error not_allowed(const Table& table, std::size_t cell, std::string allowed) {
    return {ErrorCode::ValueNotAllowed,
            {{"value", std::string(table.cells()[cell])}, {"allowed", std::move(allowed)}},
            table.place(cell),
            {}};
}

// "C", "26", "26.5", "26.51"; nothing for anything else.
std::optional<std::string> nace_code(std::string_view raw) {
    std::string digits;
    for (const char c : raw) {
        if (c != '.') digits += c;
    }
    if (digits.size() == 1 && is_capital(digits[0]) && digits[0] <= 'U') return digits;
    if (digits.size() < 2 || digits.size() > 4 || !std::all_of(digits.begin(), digits.end(), is_digit))
        return std::nullopt;
    return digits.size() == 2 ? digits : digits.substr(0, 2) + "." + digits.substr(2);
}

// The section of a division in NACE Rev. 2: the last one that begins at or before it.
std::string section_of(std::string_view division) {
    struct Section {
        std::string_view first;
        char letter;
    };
    constexpr std::array<Section, 21> kSections{
        {{"01", 'A'}, {"05", 'B'}, {"10", 'C'}, {"35", 'D'}, {"36", 'E'}, {"41", 'F'}, {"45", 'G'},
         {"49", 'H'}, {"55", 'I'}, {"58", 'J'}, {"64", 'K'}, {"68", 'L'}, {"69", 'M'}, {"77", 'N'},
         {"84", 'O'}, {"85", 'P'}, {"86", 'Q'}, {"90", 'R'}, {"94", 'S'}, {"97", 'T'}, {"99", 'U'}}};
    char letter = 'A';
    for (const Section& section : kSections) {
        if (section.first <= division) letter = section.letter;
    }
    return std::string(1, letter);
}

std::string nace_parent(std::string_view code) {
    if (code.size() == 1) return {};
    if (code.size() == 2) return section_of(code);
    return std::string(code.size() == 4 ? code.substr(0, 2) : code.substr(0, 4));
}

std::string nace_id(std::string_view code) {
    return "nace-" + text::folded(code);
}

}  // namespace

base::Result<TopicTree> nace_topics(Table& table, FileReport& report) {
    TopicTree out;
    base::Errors errors;
    std::vector<std::string> wanted{"code"};
    for (const std::string& column : table.header()) {
        if (column.size() == 2) wanted.push_back(column);
    }
    table.select(wanted);
    while (table.next()) {
        ++report.counts.rows;
        const auto code = nace_code(table.cells()[0]);
        if (!code) {
            errors.push_back(not_allowed(table, 0, "C, 26, 26.5, 26.51"));
            continue;
        }
        model::Topic topic;
        topic.id = nace_id(*code);
        topic.scheme = model::TopicScheme::Nace;
        topic.kind = model::TopicKind::Sector;
        for (std::size_t i = 1; i < wanted.size(); ++i) {
            if (!table.cells()[i].empty()) topic.labels[wanted[i]] = name_of(table.cells()[i]);
        }
        if (const std::string parent = nace_parent(*code); !parent.empty()) topic.parent = nace_id(parent);
        topic.mappings.push_back({"nace", *code});
        ++report.counts.taken;
        out.add(std::move(topic), table.place(0));
    }
    errors.insert(errors.end(), table.faults().kept().begin(), table.faults().kept().end());
    if (!errors.empty()) return errors;
    return out;
}

base::Result<RegionTree> nuts_regions(Table& table, FileReport& report) {
    const auto code_column = std::find_if(table.header().begin(), table.header().end(),
                                          [](const std::string& name) { return name.starts_with("code"); });
    const std::string code_name = code_column == table.header().end() ? "code" : *code_column;
    table.select({code_name, "Country", "NUTS1", "NUTS2", "NUTS3"});
    RegionTree out;
    while (table.next()) {
        ++report.counts.rows;
        const std::string code(table.cells()[0]);
        if (code.empty() || code == "NA") {
            ++report.counts.refused;
            report.refusals.add({ErrorCode::ValueMissing, {}, table.place(0), {}});
            continue;
        }
        constexpr std::size_t kLongest = 5;
        const auto country = text::canonical_country(code.substr(0, std::min<std::size_t>(code.size(), 2)));
        const bool plausible =
            code.size() >= 2 && code.size() <= kLongest && is_capital(code[0]) && is_capital(code[1]);
        if (!plausible || !country) {
            ++report.counts.refused;
            report.refusals.add(not_allowed(table, 0, "DE, DE2, DE21, DE212"));
            continue;
        }
        model::Region region;
        region.id = text::folded(code);
        region.code = code;
        region.level = static_cast<int>(code.size()) - 2;
        region.country = *country;
        if (region.level > 0) region.parent = region.id.substr(0, region.id.size() - 1);
        for (std::size_t i = 1; i < table.cells().size() && region.name.empty(); ++i) {
            if (table.cells()[i] != "NA") region.name = name_of(table.cells()[i]);
        }
        if (region.name.empty()) {
            region.name = code;
            report.notices.add({ErrorCode::ValueMissing, {}, table.place(1), {}});
        }
        region.version = code_name.substr(4);
        ++report.counts.taken;
        out.items.push_back({region.id, region.parent, region.name, table.place(0)});
        out.regions.push_back(std::move(region));
    }
    if (!table.faults().empty()) return table.faults().kept();
    return out;
}

void select_place_columns(Table& table) {
    table.select({"geonameid", "name", "altName", "country", "population", "lat", "lon"});
}

base::Result<model::Place> place_of(const Table& table) {
    const auto cells = table.cells();
    base::Errors errors;
    model::Place out;
    const auto id = parse_count(cells[0]);
    if (!id) errors.push_back(not_allowed(table, 0, "3039154"));
    out.id = "geonames-" + std::to_string(id.value_or(0));
    out.name = name_of(cells[1]);
    if (out.name.empty()) errors.push_back({ErrorCode::ValueMissing, {}, table.place(1), {}});
    std::string_view alternatives = cells[2];
    while (!alternatives.empty()) {
        const std::size_t end = std::min(alternatives.find(','), alternatives.size());
        std::string name = name_of(alternatives.substr(0, end));
        if (!name.empty() && out.alternative_names.size() < base::limits::kListItems) {
            out.alternative_names.push_back(std::move(name));
        }
        alternatives.remove_prefix(std::min(end + 1, alternatives.size()));
    }
    const auto country = text::canonical_country(cells[3]);
    if (!country)
        errors.push_back({ErrorCode::CountryUnknown, {{"value", std::string(cells[3])}}, table.place(3), {}});
    out.country = country.value_or(std::string{});
    out.population = parse_count(cells[4]).value_or(0);
    const auto coordinate = [&](std::size_t cell, double limit) {
        const auto number = parse_decimal(cells[cell]);
        if (!number) {
            errors.push_back(
                {ErrorCode::NumberInvalid, {{"value", std::string(cells[cell])}}, table.place(cell), {}});
        } else if (number->value < -limit || number->value > limit) {
            errors.push_back({ErrorCode::ValueOutOfRange,
                              {{"value", std::string(cells[cell])},
                               {"minimum", std::to_string(-limit)},
                               {"maximum", std::to_string(limit)}},
                              table.place(cell),
                              {}});
        }
        return number ? number->value : 0;
    };
    out.latitude = coordinate(5, 90);
    out.longitude = coordinate(6, 180);
    if (!errors.empty()) return errors;
    return out;
}

}  // namespace kontor::ingest
