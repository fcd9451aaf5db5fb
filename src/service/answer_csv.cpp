// SPDX-License-Identifier: EUPL-1.2
#include "service/answer_csv.hpp"

#include <array>
#include <vector>

#include "publish/csv_writer.hpp"
#include "service/phrases.hpp"
#include "service/views.hpp"

namespace kontor::service {
namespace {

using publish::CsvWriter;

std::vector<std::string> said(std::initializer_list<Phrase> phrases, std::string_view language) {
    std::vector<std::string> out;
    for (const Phrase phrase : phrases) out.push_back(say(phrase, language));
    return out;
}

std::string joined(const std::vector<Ref>& refs) {
    std::string out;
    for (const Ref& ref : refs) out += (out.empty() ? "" : ", ") + ref.name;
    return out;
}

std::string page_address(std::string_view address, std::string_view kind, std::string_view id) {
    const std::string_view room = kind == "news" ? "" : "s";
    return std::string(address) + "/" + std::string(kind) + std::string(room) + "/" + std::string(id);
}

std::string kind_label(const SearchHit& hit, std::string_view language) {
    if (!hit.organisation_kind.empty()) return code_label("organisation", hit.organisation_kind, language);
    return code_label("kind", hit.kind, language);
}

std::string reasons_of(const Partner& partner) {
    std::string out;
    for (const PartnerPart& part : partner.parts) {
        for (const Evidence& evidence : part.evidence) out += (out.empty() ? "" : " ") + evidence.text;
    }
    return out;
}

std::string counter_reasons_of(const Partner& partner) {
    std::string out;
    for (const CounterReason& reason : partner.counter_reasons) {
        out += (out.empty() ? "" : " ") + reason.label + ": " + reason.text;
    }
    return out;
}

constexpr std::array kPartNames{Phrase::PartTopicFit,    Phrase::PartComplementarity, Phrase::PartWarmPath,
                                Phrase::PartTrackRecord, Phrase::PartPlace,           Phrase::PartFreshness};

/// The contribution of the part with this label; parts are found by name, whatever their order.
double contribution_of(const Partner& partner, const std::string& label) {
    for (const PartnerPart& part : partner.parts) {
        if (part.label == label) return part.contribution;
    }
    return 0;
}

}  // namespace

std::string search_csv(const SearchPage& page, std::string_view language, std::string_view address) {
    std::string out;
    CsvWriter csv(out, publish::decimal_mark(language));
    csv.header(said({Phrase::CsvName, Phrase::CsvKind, Phrase::CsvCountry, Phrase::CsvCity, Phrase::CsvYear,
                     Phrase::CsvTopics, Phrase::CsvScore, Phrase::CsvId, Phrase::CsvAddress},
                    language));
    for (const SearchHit& hit : page.hits) {
        csv.text(hit.name).text(kind_label(hit, language)).text(hit.country_name).text(hit.city);
        if (hit.year == 0) {
            csv.empty();
        } else {
            csv.integer(hit.year);
        }
        csv.text(joined(hit.topics)).number(hit.score, 3).text(hit.id);
        csv.text(page_address(address, hit.kind, hit.id)).end_row();
    }
    return out;
}

std::string news_csv(const std::vector<NewsBrief>& items, std::string_view language,
                     std::string_view address) {
    std::string out;
    CsvWriter csv(out, publish::decimal_mark(language));
    csv.header(said({Phrase::CsvPublished, Phrase::CsvTitle, Phrase::CsvSummary, Phrase::CsvPublisher,
                     Phrase::CsvTopics, Phrase::CsvCountry, Phrase::CsvOrganisations, Phrase::CsvSame,
                     Phrase::CsvUrl, Phrase::CsvId, Phrase::CsvAddress},
                    language));
    for (const NewsBrief& item : items) {
        std::string countries;
        for (const NewsCountry& country : item.countries)
            countries += (countries.empty() ? "" : ", ") + country.name;
        csv.text(item.published).text(item.title).text(item.summary).text(item.publisher);
        csv.text(joined(item.topics)).text(countries).text(joined(item.organisations));
        csv.integer(item.same).text(item.url).text(item.id);
        csv.text(page_address(address, "news", item.id)).end_row();
    }
    return out;
}

std::string partners_csv(const PartnerPage& page, std::string_view language, std::string_view address) {
    std::string out;
    CsvWriter csv(out, publish::decimal_mark(language));
    auto header = said({Phrase::CsvRank, Phrase::CsvName, Phrase::CsvKind, Phrase::CsvCountry,
                        Phrase::CsvCity, Phrase::CsvScore},
                       language);
    std::vector<std::string> parts;
    for (const Phrase part : kPartNames) parts.push_back(say(part, language));
    header.insert(header.end(), parts.begin(), parts.end());
    for (const std::string& name : said({Phrase::CsvReasons, Phrase::CsvCounterReasons, Phrase::CsvTopics,
                                         Phrase::CsvAsOf, Phrase::CsvId, Phrase::CsvAddress},
                                        language)) {
        header.push_back(name);
    }
    csv.header(header);
    for (const Partner& partner : page.partners) {
        const OrganisationBrief& who = partner.organisation;
        csv.integer(partner.rank).text(who.name).text(code_label("organisation", who.kind, language));
        csv.text(who.country_name).text(who.city).number(partner.score, 3);
        for (const std::string& part : parts) csv.number(contribution_of(partner, part), 3);
        csv.text(reasons_of(partner)).text(counter_reasons_of(partner)).text(joined(who.topics));
        csv.text(who.as_of).text(who.id).text(page_address(address, "organisation", who.id)).end_row();
    }
    return out;
}

}  // namespace kontor::service
