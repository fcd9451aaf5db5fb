// SPDX-License-Identifier: EUPL-1.2
#include "service/views.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "service/phrases.hpp"
#include "text/countries.hpp"
#include "text/dates.hpp"

namespace kontor::service {
namespace {

/// Reading ICU's tables for every hit of every search would cost more than the search.
class CountryNames {
public:
    CountryNames() {
        for (const std::string_view code : text::country_codes()) {
            names_[0].emplace(code, text::country_name(code, "de"));
            names_[1].emplace(code, text::country_name(code, "en"));
        }
    }
    [[nodiscard]] const std::string& of(std::string_view code, std::string_view language) const {
        static const std::string kNone;
        const auto& names = names_[language == "de" ? 0 : 1];
        const auto found = names.find(std::string(code));
        return found == names.end() ? kNone : found->second;
    }

private:
    std::array<std::unordered_map<std::string, std::string>, 2> names_;
};

const CountryNames& country_names() {
    static const CountryNames kNames;
    return kNames;
}

std::string project_name(const network::Project& project, std::string_view language) {
    const std::string_view title = language == "de" ? project.title_de : project.title_en;
    if (project.acronym.empty()) return std::string(title.empty() ? project.id : title);
    if (title.empty() || title == project.acronym) return std::string(project.acronym);
    return fmt::format("{} – {}", project.acronym, title);
}

}  // namespace

std::string iso_date(network::Day day) {
    if (day == network::kUnknownDay) return {};
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string spoken_day(network::Day day, std::string_view language) {
    return text::spoken_date(model::Date::parse(iso_date(day)).value_or(model::Date{}), language);
}

std::string code_label(std::string_view list, std::string_view word, std::string_view language) {
    std::string slug = fmt::format("{}-{}", list, word);
    std::replace(slug.begin(), slug.end(), '_', '-');
    if (const auto phrase = phrase_from_slug(slug)) return say(*phrase, language);
    // What press texts say and no field holds stands as a claim under the word of its fact.
    if (list == "figure") return code_label("desk-predicate", word, language);
    return std::string(word);
}

SourceView source_view(const model::Source& source) {
    SourceView view;
    view.id = source.id;
    view.title = source.title;
    view.kind = model::word(source.kind);
    view.url = source.url;
    view.publisher = source.publisher;
    view.as_of = source.as_of.known() ? source.as_of.text() : source.published.text();
    view.licence = source.licence;
    return view;
}

SourceView counted_here(const Views& views) {
    SourceView view;
    view.title = say(Phrase::SourceCounted, views.language());
    view.publisher = "Kontor";
    view.as_of = iso_date(views.picture().today());
    return view;
}

SourceView country_names_source(std::string_view language) {
    const text::NamesRelease release = text::country_names_release();
    SourceView view;
    view.title = say(Phrase::SourceCountryNames, language, {{"version", release.version}});
    view.url = "https://cldr.unicode.org/";
    view.publisher = "Unicode Consortium";
    view.as_of = release.released.text();
    view.licence = "Unicode License";
    return view;
}

Views::Views(const Snapshot& snapshot, std::string_view language)
    : snapshot_(snapshot), language_(language) {}

Views::Views(const View& view, std::string_view language)
    : snapshot_(*view.snapshot), records_(&view.records), language_(language) {}

void Views::note(model::RecordKind kind, std::string_view id) const {
    if (records_ != nullptr) records_->note_listed(kind, id);
}

Ref Views::ref(network::OrganisationIndex organisation) const {
    const network::Organisation found = picture().at(organisation);
    note(model::RecordKind::Organisation, found.id);
    return {"organisation", std::string(found.id), std::string(found.name)};
}

Ref Views::ref(network::ProjectIndex project) const {
    const network::Project found = picture().at(project);
    note(model::RecordKind::Project, found.id);
    return {"project", std::string(found.id), project_name(found, language_)};
}

Ref Views::ref(network::ProgrammeIndex programme) const {
    const network::Programme found = picture().at(programme);
    return {"programme", std::string(found.id), std::string(found.short_name)};
}

Ref Views::ref(network::TopicIndex topic) const {
    const network::Topic found = picture().at(topic);
    return {"topic", std::string(found.id), std::string(language_ == "de" ? found.label_de : found.label_en)};
}

Ref Views::ref(network::AgreementIndex agreement) const {
    const network::Agreement found = picture().at(agreement);
    note(model::RecordKind::Agreement, found.id);
    return {"agreement", std::string(found.id), std::string(found.title)};
}

Ref Views::ref(network::DelegationIndex delegation) const {
    const network::Delegation found = picture().at(delegation);
    note(model::RecordKind::Delegation, found.id);
    return {"delegation", std::string(found.id), std::string(found.title)};
}

Ref Views::organisation_ref(std::string_view id) const {
    if (const auto found = picture().find_organisation(id)) return ref(*found);
    return {"organisation", std::string(id), std::string(id)};
}

Ref Views::project_ref(std::string_view id) const {
    if (const auto found = picture().find_project(id)) return ref(*found);
    return {"project", std::string(id), std::string(id)};
}

Ref Views::programme_ref(std::string_view id) const {
    if (const auto found = picture().find_programme(id)) return ref(*found);
    return {"programme", std::string(id), std::string(id)};
}

const std::string& Views::country(std::string_view code) const {
    return country_names().of(code, language_);
}

std::vector<Ref> Views::topics(std::span<const network::TopicIndex> list) const {
    std::vector<Ref> out;
    out.reserve(list.size());
    for (const network::TopicIndex topic : list) out.push_back(ref(topic));
    return out;
}

std::vector<Ref> Views::leading_topics(network::OrganisationIndex organisation, std::size_t limit) const {
    const auto all = picture().topics(organisation);
    std::vector<network::TopicMass> sorted(all.begin(), all.end());
    const std::size_t count = std::min(limit, sorted.size());
    std::partial_sort(
        sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(count), sorted.end(),
        [](const auto& a, const auto& b) { return a.mass != b.mass ? a.mass > b.mass : a.topic < b.topic; });
    std::vector<Ref> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(ref(sorted[i].topic));
    return out;
}

std::vector<OrganisationBrief> Views::briefs(std::span<const network::OrganisationIndex> list,
                                             std::size_t limit) const {
    std::vector<OrganisationBrief> out;
    for (const auto organisation : list.first(std::min(limit, list.size())))
        out.push_back(brief(organisation));
    return out;
}

OrganisationBrief Views::brief(network::OrganisationIndex organisation) const {
    constexpr std::size_t kTopics = 4;
    const network::Organisation found = picture().at(organisation);
    note(model::RecordKind::Organisation, found.id);
    OrganisationBrief out;
    out.id = found.id;
    out.name = found.name;
    out.kind = model::word(found.kind);
    out.country = found.country.text();
    out.country_name = country(out.country);
    out.city = found.city;
    if (found.latitude && found.longitude) {
        out.latitude = *found.latitude;
        out.longitude = *found.longitude;
    }
    out.topics = leading_topics(organisation, kTopics);
    out.invented = found.invented;
    out.as_of = iso_date(found.as_of);
    out.stale = found.as_of != network::kUnknownDay && picture().today() - found.as_of > kStaleDays;
    return out;
}

}  // namespace kontor::service
