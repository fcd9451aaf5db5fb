// SPDX-License-Identifier: EUPL-1.2
#include "ingest/member_reader.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/limits.hpp"
#include "ingest/cordis_values.hpp"
#include "ingest/import_text.hpp"
#include "ingest/member_columns.hpp"
#include "text/language.hpp"
#include "text/topic_tagger.hpp"

namespace kontor::ingest {
namespace {

namespace limits = base::limits;
using base::ErrorCode;

std::vector<std::string_view> list_items(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(";|\n"), text.size());
        std::string_view item = text.substr(0, end);
        while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
        if (!item.empty()) out.push_back(item);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// Address lists write "D" and "A": the signs of vehicles, where they are no ISO codes.
std::optional<std::string> vehicle_country(std::string_view sign) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kSigns{{{"A", "AT"},
                                                                                    {"B", "BE"},
                                                                                    {"D", "DE"},
                                                                                    {"E", "ES"},
                                                                                    {"F", "FR"},
                                                                                    {"FIN", "FI"},
                                                                                    {"H", "HU"},
                                                                                    {"I", "IT"},
                                                                                    {"J", "JP"},
                                                                                    {"L", "LU"},
                                                                                    {"N", "NO"},
                                                                                    {"P", "PT"},
                                                                                    {"S", "SE"}}};
    for (const auto& [known, code] : kSigns) {
        if (known == sign) return std::string(code);
    }
    return std::nullopt;
}

/// Reads one row, cell by cell.
class RowReading {
public:
    RowReading(const Table& table, const MemberListOptions& options, const MemberListContext& context)
        : table_(table), options_(options), context_(context) {
        draft_.row.line = table.line();
        draft_.row.organisation.source = options.source;
        draft_.row.organisation.as_of = options.as_of;
    }

    void take(std::size_t column, const ColumnMapping& mapping, const MemberColumns& columns,
              const text::CountryFinder& countries) {
        column_ = column;
        if (cordis::says_nothing(raw())) return;
        switch (mapping.field) {
            case MemberField::Ignored:
                return;
            case MemberField::Country:
                take_country(countries);
                return;
            case MemberField::Turnover:
                take_turnover(mapping.column, columns.turnover_mark);
                return;
            case MemberField::Employees:
            case MemberField::Founded:
            case MemberField::Latitude:
            case MemberField::Longitude:
            case MemberField::MemberSince:
                take_number(mapping.field);
                return;
            case MemberField::Topics:
            case MemberField::Description:
            case MemberField::Offers:
            case MemberField::Needs:
                take_words(mapping.field);
                return;
            case MemberField::Kind:
            case MemberField::MembershipType:
                take_type(mapping.field);
                return;
            case MemberField::Name:
            case MemberField::ShortName:
            case MemberField::Street:
            case MemberField::Postcode:
            case MemberField::City:
            case MemberField::Nuts:
            case MemberField::Web:
            case MemberField::Vat:
            case MemberField::Pic:
            case MemberField::MemberNumber:
                take_text(mapping.field);
                return;
        }
    }

    MemberDraft finish(std::size_t name_column) {
        model::Organisation& o = organisation();
        column_ = name_column;
        if (o.names.empty() || o.names.front().type != model::NameType::Legal)
            fault(ErrorCode::ValueMissing, {});
        if (is_total()) fault(ErrorCode::RowTotal, {{"name", o.names.front().text}});
        if (o.country.empty()) o.country = options_.default_country;
        finish_description();
        finish_kind();
        if (o.size_class == model::SizeClass::Unknown) o.size_class = size_of(o.employees);
        finish_place();
        o.topics.assign(topics_.begin(), topics_.end());
        finish_membership_type();
        return std::move(draft_);
    }

private:
    /// "Summe", "Gesamt: 17 Mitglieder" without a place of its own; a company may well be called Total.
    [[nodiscard]] bool is_total() const {
        const model::Organisation& o = draft_.row.organisation;
        if (o.names.empty() || !o.city.empty() || !o.street.empty() || !o.web.empty()) return false;
        return is_total_label(o.names.front().text);
    }

    [[nodiscard]] std::string_view raw() const { return table_.cells()[column_]; }
    model::Organisation& organisation() { return draft_.row.organisation; }

    void fault(ErrorCode code, base::ErrorArguments arguments) {
        draft_.row.faults.push_back({code, std::move(arguments), table_.place(column_), {}});
    }
    void notice(ErrorCode code, base::ErrorArguments arguments) {
        draft_.row.notices.push_back({code, std::move(arguments), table_.place(column_), {}});
    }

    [[nodiscard]] std::string clean(std::string_view text, std::size_t maximum_bytes) {
        return clean_text(text, maximum_bytes, [this](ErrorCode code, base::ErrorArguments arguments) {
            notice(code, std::move(arguments));
        });
    }

    void take_text(MemberField field) {
        model::Organisation& o = organisation();
        std::string text = clean(raw(), limits::kNameBytes);
        if (text.empty()) return;
        if (field == MemberField::Name) {
            o.names.insert(o.names.begin(), {std::move(text), "und", model::NameType::Legal});
        } else if (field == MemberField::ShortName) {
            o.names.push_back({std::move(text), "und", model::NameType::Short});
        } else if (field == MemberField::Nuts && !cordis::is_nuts_code(text)) {
            fault(ErrorCode::ValueNotAllowed, {{"value", text}, {"allowed", "DE, DE2, DE21, DE212"}});
        } else if (std::string* plain = plain_field(field)) {
            *plain = std::move(text);
        } else {
            take_identifier(field, std::move(text));
        }
    }

    std::string* plain_field(MemberField field) {
        model::Organisation& o = organisation();
        if (field == MemberField::Street) return &o.street;
        if (field == MemberField::Postcode) return &o.postcode;
        if (field == MemberField::City) return &o.city;
        if (field == MemberField::Web) return &o.web;
        return field == MemberField::Nuts ? &o.nuts : nullptr;
    }

    void take_identifier(MemberField field, std::string text) {
        if (field == MemberField::Vat) organisation().identifiers.push_back({"VAT", std::move(text)});
        if (field == MemberField::Pic) organisation().identifiers.push_back({"PIC", std::move(text)});
        // A cluster's numbers mean nothing in another cluster.
        if (field == MemberField::MemberNumber && !options_.cluster.empty()) {
            organisation().identifiers.push_back({"MEMBER", options_.cluster + ":" + text});
        }
    }

    void take_country(const text::CountryFinder& countries) {
        const std::string text = clean(raw(), limits::kNameBytes);
        auto code = countries.code_of(text);
        if (!code) code = text::canonical_country(text);
        if (!code) code = vehicle_country(text);
        if (!code) fault(ErrorCode::CountryUnknown, {{"value", text}});
        organisation().country = code.value_or(std::string{});
    }

    void take_turnover(const std::string& header, DecimalMark mark) {
        draft_.turnover_euros = amount(raw(), amount_factor(header), mark);
        if (!draft_.turnover_euros) fault(ErrorCode::NumberInvalid, {{"value", std::string(raw())}});
    }

    void take_number(MemberField field) {
        model::Organisation& o = organisation();
        const std::string value(raw());
        if (field == MemberField::Employees) {
            const auto heads = head_count(raw());
            const auto range = heads ? std::nullopt : size_range(raw());
            if (!heads && !range) fault(ErrorCode::NumberInvalid, {{"value", value}});
            o.employees = heads.value_or(0);
            o.size_class = range.value_or(size_of(o.employees));
            return;
        }
        if (field == MemberField::Founded || field == MemberField::MemberSince) {
            const auto day = written_day(raw());
            if (!day) fault(ErrorCode::DateInvalid, {{"value", value}});
            if (day && field == MemberField::Founded) o.founded = day->year();
            if (day && field == MemberField::MemberSince) draft_.member_since = *day;
            return;
        }
        const auto number = parse_decimal(raw());
        if (!number) fault(ErrorCode::NumberInvalid, {{"value", value}});
        if (number && field == MemberField::Latitude) o.latitude = number->value;
        if (number && field == MemberField::Longitude) o.longitude = number->value;
    }

    void take_type(MemberField field) {
        const std::string text = clean(raw(), limits::kNameBytes);
        const auto type = membership_type_of_word(text);
        if (field == MemberField::Kind) {
            const auto kind = kind_of_word(text);
            if (kind) organisation().kind = *kind;
            has_kind_ = kind.has_value();
            if (!kind) notice(ErrorCode::ValueNotAllowed, {{"value", text}, {"allowed", kind_words()}});
            if (type && draft_.membership_type == model::MembershipType::Unknown)
                draft_.membership_type = *type;
        } else if (type) {
            draft_.membership_type = *type;
        } else {
            notice(ErrorCode::ValueNotAllowed, {{"value", text}, {"allowed", membership_words()}});
        }
        if (type == model::MembershipType::Sme) organisation().is_sme = true;
    }

    static std::string kind_words() {
        std::string out;
        for (const std::string_view known : model::Words<model::OrganisationKind>::kWords) {
            out += (out.empty() ? "" : ", ") + std::string(known);
        }
        return out;
    }
    static std::string membership_words() {
        std::string out;
        for (const std::string_view known : model::Words<model::MembershipType>::kWords) {
            if (!known.empty()) out += (out.empty() ? "" : ", ") + std::string(known);
        }
        return out;
    }

    void take_words(MemberField field) {
        if (field == MemberField::Offers || field == MemberField::Needs) {
            auto& list = field == MemberField::Offers ? organisation().offers : organisation().needs;
            for (const std::string_view item : list_items(raw())) {
                if (list.size() < limits::kListItems) list.push_back(capability(item));
            }
            return;
        }
        const std::string text = clean(raw(), limits::kTextBytes);
        tag(text,
            field == MemberField::Topics ? text::Abbreviations::AnyCase : text::Abbreviations::AsWritten);
        std::string& kept = field == MemberField::Topics ? topic_words_ : description_;
        kept += (kept.empty() ? "" : "; ") + text;
    }

    model::Capability capability(std::string_view item) {
        model::Capability out;
        const std::string text = clean(item, limits::kTextBytes);
        if (context_.tagger != nullptr) {
            const auto matches = context_.tagger->matches(text);
            if (!matches.empty()) out.topic = context_.tagger->topic_id(matches.front().topic);
        }
        out.text = {{text::guessed_language(text), text, model::TextOrigin::Import}};
        return out;
    }

    void tag(const std::string& text, text::Abbreviations mode) {
        if (context_.tagger == nullptr) return;
        for (const text::TopicMatch& match : context_.tagger->matches(text, mode)) {
            topics_.insert(context_.tagger->topic_id(match.topic));
        }
    }

    // The list's own words for its topics stay readable: what the vocabulary does not know is not lost.
    void finish_description() {
        std::string text = description_;
        if (!topic_words_.empty()) text += (text.empty() ? "" : "\n") + topic_words_;
        if (text.size() > limits::kTextBytes) text.resize(text.find_last_of(' ', limits::kTextBytes));
        if (text.empty()) return;
        organisation().description = {{text::guessed_language(text), text, model::TextOrigin::Import}};
    }

    void finish_kind() {
        model::Organisation& o = organisation();
        if (!has_kind_ && !o.names.empty()) o.kind = kind_of_name(o.names.front().text);
    }

    void finish_place() {
        model::Organisation& o = organisation();
        if (o.latitude || o.longitude || o.city.empty() || context_.gazetteer == nullptr) return;
        if (const auto found = context_.gazetteer->find(o.city, o.country)) {
            o.latitude = found->latitude;
            o.longitude = found->longitude;
        } else {
            notice(ErrorCode::PlaceUnknown, {{"city", o.city}});
        }
    }

    void finish_membership_type() {
        using Type = model::MembershipType;
        if (draft_.membership_type != Type::Unknown) return;
        const model::Organisation& o = organisation();
        switch (o.kind) {
            case model::OrganisationKind::Company:
                if (o.is_sme == true) draft_.membership_type = Type::Sme;
                if (o.size_class == model::SizeClass::Large) draft_.membership_type = Type::Large;
                return;
            case model::OrganisationKind::University:
                draft_.membership_type = Type::University;
                return;
            case model::OrganisationKind::ResearchInstitute:
                draft_.membership_type = Type::Research;
                return;
            case model::OrganisationKind::PublicBody:
                draft_.membership_type = Type::Public;
                return;
            case model::OrganisationKind::Clinic:
            case model::OrganisationKind::EndUser:
                draft_.membership_type = Type::EndUser;
                return;
            case model::OrganisationKind::Cluster:
            case model::OrganisationKind::Association:
            case model::OrganisationKind::Other:
                return;
        }
    }

    const Table& table_;
    const MemberListOptions& options_;
    const MemberListContext& context_;
    MemberDraft draft_;
    std::size_t column_ = 0;
    bool has_kind_ = false;
    std::string topic_words_;
    std::string description_;
    std::set<std::string> topics_;
};

}  // namespace

bool MemberColumns::has(MemberField field) const {
    return std::any_of(mapping.begin(), mapping.end(),
                       [&](const ColumnMapping& column) { return column.field == field; });
}

MemberReader::MemberReader(const MemberColumns& columns, const MemberListOptions& options,
                           const MemberListContext& context)
    : columns_(columns), options_(options), context_(context) {}

MemberDraft MemberReader::read(const Table& table) const {
    RowReading reading(table, options_, context_);
    std::size_t name_column = 0;
    for (std::size_t column = 0; column < columns_.mapping.size(); ++column) {
        if (columns_.mapping[column].field == MemberField::Name) name_column = column;
        reading.take(column, columns_.mapping[column], columns_, countries_);
    }
    return reading.finish(name_column);
}

}  // namespace kontor::ingest
