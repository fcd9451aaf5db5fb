// SPDX-License-Identifier: EUPL-1.2
#include "service/partner_query.hpp"

#include <charconv>
#include <cstdlib>

#include "service/page_parts.hpp"
#include "service/search_service.hpp"
#include "text/countries.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

using base::Error;
using base::ErrorCode;

std::string all_parts() {
    std::string out;
    for (std::size_t i = 0; i < match::kParts; ++i) {
        out += (i == 0 ? "" : ", ") + std::string(match::word(static_cast<match::Part>(i)));
    }
    return out;
}

class QueryReader {
public:
    QueryReader(const PartnerQuery& query, const Snapshot& snapshot, std::string_view language)
        : query_(query), snapshot_(snapshot), picture_(*snapshot.picture), language_(language) {}

    base::Result<ReadQuery> read(const match::Usual& usual) {
        purpose(usual);
        if (query_.subject.empty() == query_.need.empty()) add(ErrorCode::PartnersSubject, {}, "for");
        if (!query_.subject.empty()) subject();
        if (!query_.need.empty()) need();
        countries();
        kinds();
        topics();
        excluded();
        weights();
        paging();
        if (!errors_.empty()) return errors_;
        return std::move(out_);
    }

private:
    void add(ErrorCode code, base::ErrorArguments arguments, std::string_view field) {
        errors_.push_back({code, std::move(arguments), {.file = {}, .field = std::string(field)}, {}});
    }

    void subject() {
        const auto found = picture_.find_organisation(query_.subject);
        if (found) {
            out_.request.subject = *found;
            return;
        }
        Error error = record_not_found(model::RecordKind::Organisation, query_.subject, language_);
        error.place.field = "for";
        errors_.push_back(std::move(error));
    }

    void need() {
        if (query_.need.size() > base::limits::kNeedBytes) {
            add(ErrorCode::FieldTooLong, {{"maximum", std::to_string(base::limits::kNeedBytes)}}, "need");
            return;
        }
        if (text::first_utf8_fault(query_.need)) return add(ErrorCode::EncodingBroken, {}, "need");
        // A topic named first or alone is what the need is about; each further one counts a little less.
        double weight = 1;
        for (const std::uint32_t ordinal :
             snapshot_.vocabulary->named_in(query_.need, text::Abbreviations::AnyCase)) {
            const auto topic = picture_.find_topic(snapshot_.vocabulary->topics()[ordinal].id);
            if (!topic) continue;
            out_.understood.push_back(*topic);
            out_.request.wanted.push_back({*topic, weight});
            weight *= 0.9;
        }
    }

    /// Before what overrides it.
    void purpose(const match::Usual& usual) {
        if (const auto preset = one_of<Preset>(query_.preset, "preset")) out_.preset = *preset;
        apply(out_.preset, usual, out_.request);
        if (const auto spread = one_of<match::Spread>(query_.spread, "spread")) out_.request.spread = *spread;
    }

    template <class Code>
    std::optional<Code> one_of(const std::string& given, std::string_view field) {
        const auto code = model::from_word<Code>(given);
        if (code) return code;
        std::string allowed;
        for (const std::string_view word : model::Words<Code>::kWords) {
            allowed += (allowed.empty() ? "" : ", ") + std::string(word);
        }
        add(ErrorCode::ValueNotAllowed, {{"value", given}, {"allowed", allowed}}, field);
        return std::nullopt;
    }

    void countries() {
        for (const std::string& given : query_.countries) {
            const auto code = text::canonical_country(given);
            if (!code) {
                add(ErrorCode::CountryUnknown, {{"value", given}}, "country");
                continue;
            }
            out_.request.filters.countries.push_back(network::CountryCode::from(*code));
        }
    }

    void kinds() {
        for (const std::string& given : query_.organisation_kinds) {
            if (const auto kind = one_of<model::OrganisationKind>(given, "organisation_kind")) {
                out_.request.filters.kinds.push_back(*kind);
            }
        }
    }

    void topics() {
        for (const std::string& id : query_.topics) {
            if (const auto topic = picture_.find_topic(id)) {
                out_.request.filters.topics.push_back(*topic);
                continue;
            }
            Error error = record_not_found(model::RecordKind::Topic, id, language_);
            error.place.field = "topic";
            errors_.push_back(std::move(error));
        }
    }

    void excluded() {
        // An excluded organisation that has gone since the address was mailed harms nobody.
        for (const std::string& id : query_.excluded) {
            if (const auto found = picture_.find_organisation(id))
                out_.request.filters.excluded.push_back(*found);
        }
        if (query_.existing == "hide") out_.request.filters.existing = match::ExistingPartners::LeaveOut;
        if (query_.asked == "hide") out_.request.filters.asked = match::AskedPartners::LeaveOut;
    }

    void weights() {
        std::string_view rest = query_.weights;
        while (!rest.empty()) {
            const std::size_t comma = std::min(rest.find(','), rest.size());
            weight(rest.substr(0, comma));
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    }

    void weight(std::string_view pair) {
        const std::size_t colon = std::min(pair.find(':'), pair.size());
        const auto part = match::part_from_word(pair.substr(0, colon));
        const std::string_view number = pair.substr(std::min(colon + 1, pair.size()));
        double value = -1;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
        const bool is_number = error == std::errc{} && end == number.data() + number.size();
        if (!part || !is_number || !(value >= 0 && value <= 10)) {
            add(ErrorCode::WeightsInvalid, {{"value", std::string(pair)}, {"allowed", all_parts()}},
                "weights");
            return;
        }
        out_.request.weights[*part] = value;
    }

    void paging() {
        out_.request.limit = query_.limit;
        const auto offset = cursor_offset(query_.cursor);
        if (offset) {
            out_.request.offset = offset.value();
        } else {
            errors_.insert(errors_.end(), offset.errors().begin(), offset.errors().end());
        }
    }

    const PartnerQuery& query_;
    const Snapshot& snapshot_;
    const network::Picture& picture_;
    std::string_view language_;
    ReadQuery out_;
    base::Errors errors_;
};

}  // namespace

base::Result<ReadQuery> read_query(const PartnerQuery& query, const Snapshot& snapshot,
                                   const match::Usual& usual, std::string_view language) {
    return QueryReader(query, snapshot, language).read(usual);
}

}  // namespace kontor::service
