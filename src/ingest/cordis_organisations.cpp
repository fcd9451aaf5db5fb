// SPDX-License-Identifier: EUPL-1.2
#include "ingest/cordis_organisations.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/limits.hpp"
#include "ingest/cordis_values.hpp"
#include "ingest/import_text.hpp"
#include "ingest/organisation_merge.hpp"
#include "ingest/places.hpp"
#include "text/countries.hpp"
#include "text/fold.hpp"
#include "text/mojibake.hpp"

namespace kontor::ingest::cordis {
namespace {

using base::ErrorCode;
using Cells = std::array<std::string_view, kOrganisationCells>;

constexpr char kSeparator = '\x1F';
constexpr std::array<std::string_view, kOrganisationCells> kColumns{
    "name",     "shortName", "vatNumber", "SME",      "activityType", "street",
    "postCode", "city",      "country",   "nutsCode", "geolocation",  "organizationURL"};

std::string_view cell(const Cells& cells, OrganisationCell which) {
    return cells[static_cast<std::size_t>(which)];
}

Cells split(std::string_view joined) {
    Cells cells;
    for (std::string_view& out : cells) {
        const std::size_t end = std::min(joined.find(kSeparator), joined.size());
        out = joined.substr(0, end);
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return cells;
}

/// Notices about one description, at its first line.
class Notices {
public:
    Notices(const std::function<void(std::uint32_t, base::Error)>& notice, DescriptionPlace place,
            const std::string& file)
        : notice_(notice), place_(place), file_(file) {}
    void add(ErrorCode code, base::ErrorArguments arguments, OrganisationCell which) const {
        add(code, std::move(arguments), std::string(kColumns[static_cast<std::size_t>(which)]));
    }
    void add(ErrorCode code, base::ErrorArguments arguments, std::string field) const {
        notice_(place_.table,
                {code, std::move(arguments), on_line(file_, place_.line, std::move(field)), {}});
    }

private:
    const std::function<void(std::uint32_t, base::Error)>& notice_;
    DescriptionPlace place_;
    const std::string& file_;
};

/// One description, understood.
struct Reading {
    model::Organisation organisation;  // without names and kind
    std::string name;
    std::string short_name;
    std::uint32_t rows = 0;
    int filled = 0;
    std::string_view cells;
};

class Reader {
public:
    Reader(const Cells& cells, const Notices& notices) : cells_(cells), notices_(notices) {}

    Reading read() {
        Reading out;
        out.name = name_of(OrganisationCell::Name);
        out.short_name = name_of(OrganisationCell::ShortName);
        model::Organisation& o = out.organisation;
        o.street = text_of(OrganisationCell::Street, base::limits::kNameBytes);
        o.postcode = text_of(OrganisationCell::Postcode, base::limits::kNameBytes);
        o.city = text_of(OrganisationCell::City, base::limits::kNameBytes);
        o.web = text_of(OrganisationCell::Web, base::limits::kNameBytes);
        o.country = country();
        o.nuts = nuts();
        read_point(o);
        o.activity_type = activity();
        o.is_sme = sme();
        const std::string vat = text_of(OrganisationCell::Vat, base::limits::kIdBytes);
        if (!vat.empty()) o.identifiers.push_back({"VAT", vat});
        for (const std::string_view value : cells_) out.filled += value.empty() ? 0 : 1;
        return out;
    }

private:
    std::string text_of(OrganisationCell which, std::size_t maximum_bytes) {
        const std::string_view raw = cell(cells_, which);
        if (says_nothing(raw)) return {};
        return clean_text(raw, maximum_bytes, [&](ErrorCode code, base::ErrorArguments arguments) {
            notices_.add(code, std::move(arguments), which);
        });
    }

    // A name of which no letter is left names nobody. Where U+FFFD stands, clean_text() has told of the loss.
    std::string name_of(OrganisationCell which) {
        std::string name = text_of(which, base::limits::kNameBytes);
        const text::LostLetters lost = text::lost_letters(name);
        if (lost != text::LostLetters::None && name.find("\xEF\xBF\xBD") == std::string::npos)
            notices_.add(ErrorCode::CharactersLost, {}, which);
        return lost == text::LostLetters::All ? std::string{} : name;
    }

    // The value of a coded cell; a value that is given several times counts once, and is told.
    std::string_view code_of(OrganisationCell which) {
        const std::string_view raw = cell(cells_, which);
        const auto taken = said_twice(raw);
        if (!taken) return raw;
        notices_.add(ErrorCode::ValueRepeated, {{"value", std::string(raw)}, {"taken", std::string(*taken)}},
                     which);
        return *taken;
    }

    std::string country() {
        const std::string_view raw = code_of(OrganisationCell::Country);
        if (raw.empty()) return {};
        auto code = text::canonical_country(raw);
        if (!code)
            notices_.add(ErrorCode::CountryUnknown, {{"value", std::string(raw)}}, OrganisationCell::Country);
        return code.value_or(std::string{});
    }

    std::string nuts() {
        const std::string_view raw = cell(cells_, OrganisationCell::Nuts);
        if (says_nothing(raw)) return {};
        if (is_nuts_code(raw)) return std::string(raw);
        not_allowed(raw, "NUTS", OrganisationCell::Nuts);
        return {};
    }

    void read_point(model::Organisation& o) {
        const std::string_view raw = cell(cells_, OrganisationCell::Geolocation);
        if (says_nothing(raw)) return;
        const auto point = geolocation(raw);
        if (!point) {
            not_allowed(raw, "(48.78421,1.95520)", OrganisationCell::Geolocation);
            return;
        }
        if (point->latitude == 0 && point->longitude == 0) return;
        o.latitude = point->latitude;
        o.longitude = point->longitude;
    }

    model::ActivityType activity() {
        const std::string_view raw = code_of(OrganisationCell::ActivityType);
        const auto type = activity_type(raw);
        if (!type) not_allowed(raw, "HES, REC, PRC, PUB, OTH", OrganisationCell::ActivityType);
        return type.value_or(model::ActivityType::Unknown);
    }

    std::optional<bool> sme() {
        const std::string_view raw = code_of(OrganisationCell::Sme);
        if (raw.empty()) return std::nullopt;
        const auto value = truth(raw);
        if (!value) not_allowed(raw, "true, false", OrganisationCell::Sme);
        return value;
    }

    void not_allowed(std::string_view value, std::string allowed, OrganisationCell which) {
        notices_.add(ErrorCode::ValueNotAllowed,
                     {{"value", std::string(value)}, {"allowed", std::move(allowed)}}, which);
    }

    const Cells& cells_;
    const Notices& notices_;
};

/// The values of one kind by how many rows gave them: most first, then the later, then by text.
class Votes {
public:
    void add(const std::string& value, std::uint32_t rows, const model::Date& day) {
        if (value.empty()) return;
        Vote& vote = votes_[value];
        vote.rows += rows;
        vote.day = std::max(vote.day, day);
    }
    [[nodiscard]] std::vector<std::string> ranked() const {
        std::vector<std::pair<Vote, std::string>> sorted;
        for (const auto& [value, vote] : votes_) sorted.emplace_back(vote, value);
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
            return std::tie(b.first.rows, b.first.day) < std::tie(a.first.rows, a.first.day);
        });
        std::vector<std::string> out;
        for (auto& [vote, value] : sorted) out.push_back(std::move(value));
        return out;
    }

private:
    struct Vote {
        std::uint32_t rows = 0;
        model::Date day;
    };
    std::map<std::string, Vote> votes_;
};

// A spelling that lost letters is known by a whole one that it is the remains of; else it comes last.
std::vector<std::string> whole_first(std::vector<std::string> names) {
    const auto gap = std::stable_partition(names.begin(), names.end(), [](const std::string& name) {
        return text::lost_letters(name) == text::LostLetters::None;
    });
    const auto is_known = [&](const std::string& damaged) {
        return std::any_of(names.begin(), gap,
                           [&](const std::string& whole) { return text::is_damaged_form(damaged, whole); });
    };
    std::vector<std::string> out(names.begin(), gap);
    for (auto at = gap; at != names.end(); ++at) {
        if (!is_known(*at)) out.push_back(std::move(*at));
    }
    return out;
}

std::vector<model::Name> counted_names(const std::vector<Reading>& readings) {
    Votes names;
    Votes short_names;
    for (const Reading& reading : readings) {
        names.add(reading.name, reading.rows, reading.organisation.as_of);
        short_names.add(reading.short_name, reading.rows, reading.organisation.as_of);
    }
    // One spelling of each name, as merge() keeps it: a file read again must change nothing.
    std::set<std::string> seen;
    std::vector<model::Name> out;
    for (std::string& name : whole_first(names.ranked())) {
        if (!seen.insert(text::folded(name)).second) continue;
        const auto type = out.empty() ? model::NameType::Legal : model::NameType::Alias;
        out.push_back({std::move(name), "und", type});
    }
    for (std::string& name : whole_first(short_names.ranked())) {
        if (seen.insert(text::folded(name)).second)
            out.push_back({std::move(name), "und", model::NameType::Short});
    }
    return out;
}

std::string majority_country(const std::vector<Reading>& readings, const std::string& id,
                             const Notices& notices) {
    Votes votes;
    for (const Reading& r : readings) votes.add(r.organisation.country, r.rows, r.organisation.as_of);
    const std::vector<std::string> countries = votes.ranked();
    if (countries.empty()) return {};
    if (countries.size() > 1) {
        std::string all;
        for (const std::string& country : countries) all += (all.empty() ? "" : ", ") + country;
        notices.add(ErrorCode::OrganisationCountries,
                    {{"id", id}, {"countries", all}, {"taken", countries.front()}},
                    OrganisationCell::Country);
    }
    return countries.front();
}

model::ActivityType majority_activity(const std::vector<Reading>& readings) {
    Votes votes;
    for (const Reading& r : readings) {
        votes.add(std::string(model::word(r.organisation.activity_type)), r.rows, r.organisation.as_of);
    }
    const std::vector<std::string> words = votes.ranked();
    return words.empty() ? model::ActivityType::Unknown
                         : activity_type(words.front()).value_or(model::ActivityType::Unknown);
}

// All readings are of one source.
model::Organisation united(std::vector<Reading> readings, const std::string& id, const Notices& notices) {
    std::sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
        return std::tie(b.organisation.as_of, b.filled, b.rows, a.cells) <
               std::tie(a.organisation.as_of, a.filled, a.rows, b.cells);
    });
    const std::string country = majority_country(readings, id, notices);
    std::optional<model::Organisation> out;
    for (const Reading& reading : readings) {
        const std::string& found = reading.organisation.country;
        if (!found.empty() && found != country) continue;
        out = out ? merge(*out, reading.organisation) : reading.organisation;
    }
    out->names = counted_names(readings);
    out->activity_type = majority_activity(readings);
    return *out;
}

}  // namespace

std::uint32_t OrganisationCollector::add(const std::string& id, std::span<const std::string_view> cells,
                                         std::string_view day, DescriptionPlace place) {
    joined_.clear();
    for (const std::string_view value : cells) {
        joined_ += value;
        joined_ += kSeparator;
    }
    const auto [entry, is_new] = numbers_.try_emplace(id, static_cast<std::uint32_t>(organisations_.size()));
    if (is_new) organisations_.push_back({&entry->first, kEnd});
    std::uint32_t* link = &organisations_[entry->second].first;
    while (*link != kEnd) {
        Description& known = descriptions_[*link];
        if (known.place.table == place.table && known.cells == joined_) {
            ++known.rows;
            if (day > known.day) known.day = std::string(day);
            return entry->second;
        }
        link = &known.next;
    }
    *link = static_cast<std::uint32_t>(descriptions_.size());
    descriptions_.push_back({joined_, std::string(day), 1, place, kEnd});
    return entry->second;
}

std::optional<std::uint32_t> OrganisationCollector::find(const std::string& id) const {
    const auto found = numbers_.find(id);
    if (found == numbers_.end()) return std::nullopt;
    return found->second;
}

DescriptionPlace OrganisationCollector::first_place(std::uint32_t organisation) const {
    return descriptions_[organisations_[organisation].first].place;
}

model::Organisation OrganisationCollector::record(
    std::uint32_t organisation, const std::vector<TableSource>& tables,
    const std::function<void(std::uint32_t table, base::Error)>& notice) const {
    const std::string& id = this->id(organisation);
    std::map<std::string, std::vector<Reading>> by_source;
    for (std::uint32_t i = organisations_[organisation].first; i != kEnd; i = descriptions_[i].next) {
        const Description& description = descriptions_[i];
        const TableSource& table = tables[description.place.table];
        Reading reading =
            Reader(split(description.cells), Notices(notice, description.place, table.file)).read();
        reading.rows = description.rows;
        reading.cells = description.cells;
        reading.organisation.id = id;
        reading.organisation.source = table.source;
        reading.organisation.as_of = day(description.day).value_or(table.as_of);
        by_source[table.source].push_back(std::move(reading));
    }
    const DescriptionPlace place = first_place(organisation);
    const Notices notices(notice, place, tables[place.table].file);
    std::optional<model::Organisation> out;
    for (auto& [source, readings] : by_source) {
        const model::Organisation one = united(std::move(readings), id, notices);
        out = out ? merge(*out, one) : one;
    }
    out->identifiers.insert(out->identifiers.begin(), organisation_identifier(id));
    if (out->names.empty()) {
        const model::Identifier identifier = organisation_identifier(id);
        out->names.push_back({identifier.scheme + " " + identifier.value, "und", model::NameType::Legal});
        notices.add(ErrorCode::OrganisationNameless, {{"id", id}, {"taken", out->names.front().text}},
                    OrganisationCell::Name);
    }
    out->kind = organisation_kind(out->activity_type, out->names.front().text);
    return *out;
}

}  // namespace kontor::ingest::cordis
