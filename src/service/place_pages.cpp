// SPDX-License-Identifier: EUPL-1.2
// Countries and the regions in them: who is there, what they work on, with whom.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>

#include "network/geography.hpp"
#include "service/page_parts.hpp"
#include "service/page_service.hpp"
#include "service/permission.hpp"
#include "service/search_service.hpp"
#include "text/countries.hpp"
#include "text/fold.hpp"

namespace kontor::service {
namespace {

using model::OrganisationKind;
using model::RecordKind;
using network::OrganisationIndex;

constexpr std::size_t kCountryLength = 2;
constexpr std::size_t kLevel1Length = 3;
constexpr std::size_t kLevel2Length = 4;
constexpr std::size_t kMostClusters = 100;
constexpr std::size_t kMostPartners = 10;
constexpr std::size_t kMostVisiting = 20;
constexpr std::size_t kMostNear = 6;

std::string upper_case(std::string_view code) {
    std::string out(code);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

/// Everyone in a place, and the projects and topics they have between them.
class Inhabitants {
public:
    Inhabitants(const network::Picture& picture, std::string_view country) : picture_(picture) {
        for (const auto one : picture.organisations_in(network::CountryCode::from(country))) add(one);
        rank();
    }
    /// Those whose NUTS code begins with `region`.
    Inhabitants(const network::Picture& picture, std::string_view country, std::string_view region)
        : picture_(picture) {
        for (const auto one : picture.organisations_in(network::CountryCode::from(country))) {
            if (picture.at(one).nuts.starts_with(region)) add(one);
        }
        rank();
    }

    [[nodiscard]] const std::vector<OrganisationIndex>& clusters() const { return clusters_; }
    /// All but clusters, those with most projects first.
    [[nodiscard]] const std::vector<OrganisationIndex>& others() const { return others_; }
    [[nodiscard]] const std::set<network::ProjectIndex>& projects() const { return projects_; }
    [[nodiscard]] const std::map<network::TopicIndex, std::int64_t>& topics() const { return topics_; }
    [[nodiscard]] std::int64_t total() const {
        return static_cast<std::int64_t>(clusters_.size() + others_.size());
    }
    [[nodiscard]] std::vector<OrganisationIndex> all() const {
        std::vector<OrganisationIndex> out = clusters_;
        out.insert(out.end(), others_.begin(), others_.end());
        return out;
    }

    /// In how many of the projects each place takes part that `place_of` names; an empty name is no place.
    template <class PlaceOf>
    [[nodiscard]] std::map<std::string, std::int64_t> partners(const PlaceOf& place_of) const {
        std::map<std::string, std::int64_t> out;
        for (const network::ProjectIndex project : projects_) {
            std::set<std::string> places;
            for (const network::Participation& part : picture_.participations(project)) {
                if (std::string place = place_of(part.organisation); !place.empty())
                    places.insert(std::move(place));
            }
            for (const std::string& place : places) ++out[place];
        }
        return out;
    }

private:
    void add(OrganisationIndex one) {
        (picture_.kind(one) == OrganisationKind::Cluster ? clusters_ : others_).push_back(one);
        for (const network::TopicMass& topic : picture_.topics(one)) ++topics_[topic.topic];
        for (const auto part : picture_.participations(one)) projects_.insert(picture_.at(part).project);
    }
    void rank() {
        std::stable_sort(others_.begin(), others_.end(), [this](auto a, auto b) {
            return picture_.participations(a).size() > picture_.participations(b).size();
        });
    }

    const network::Picture& picture_;
    std::vector<OrganisationIndex> clusters_;
    std::vector<OrganisationIndex> others_;
    std::set<network::ProjectIndex> projects_;
    std::map<network::TopicIndex, std::int64_t> topics_;
};

/// Names and counts of the regions that hold somebody, cut to codes of a length.
class RegionCounts {
public:
    RegionCounts(const network::Picture& picture, const std::vector<OrganisationIndex>& inhabitants)
        : picture_(picture), inhabitants_(inhabitants) {}

    /// Largest first, then by code.
    [[nodiscard]] std::vector<RegionCount> of_length(std::size_t length, std::string_view within,
                                                     const PageParts& parts) const {
        std::map<std::string, RegionCount, std::less<>> counts;
        for (const OrganisationIndex one : inhabitants_) {
            const std::string_view nuts = picture_.at(one).nuts;
            if (nuts.size() < length || !nuts.starts_with(within)) continue;
            RegionCount& count = counts[std::string(nuts.substr(0, length))];
            ++count.organisations;
            if (picture_.kind(one) == OrganisationKind::Cluster) ++count.clusters;
        }
        std::vector<RegionCount> out;
        for (auto& [code, count] : counts) {
            count.code = code;
            count.name = parts.region(code).name;
            count.level = static_cast<std::int64_t>(length - kCountryLength);
            out.push_back(std::move(count));
        }
        std::stable_sort(out.begin(), out.end(),
                         [](const auto& a, const auto& b) { return a.organisations > b.organisations; });
        return out;
    }

private:
    const network::Picture& picture_;
    const std::vector<OrganisationIndex>& inhabitants_;
};

class RegionPageMaker {
public:
    RegionPageMaker(PageParts& parts, const std::string& code, std::string_view country)
        : parts_(parts),
          picture_(parts.views().picture()),
          code_(code),
          country_(country),
          inside_(picture_, country, code) {}

    [[nodiscard]] base::Result<RegionPage> make() {
        const auto record = parts_.read<model::Region>(text::folded(code_));
        if (!record && inside_.total() == 0) {
            return record_not_found(RecordKind::Region, code_, parts_.language());
        }
        RegionPage page;
        page.code = code_;
        page.name = record ? record.value().name : code_;
        page.level = static_cast<std::int64_t>(code_.size() - kCountryLength);
        page.country = country_;
        page.country_name = parts_.views().country(country_);
        page.broader = parts_.regions_around(std::string_view(code_).substr(0, code_.size() - 1));
        std::reverse(page.broader.begin(), page.broader.end());
        const std::vector<OrganisationIndex> all = inside_.all();
        page.regions = RegionCounts(picture_, all).of_length(code_.size() + 1, code_, parts_);
        page.organisation_total = inside_.total();
        page.project_total = static_cast<std::int64_t>(inside_.projects().size());
        page.clusters = parts_.views().briefs(inside_.clusters(), kMostClusters);
        page.organisations = parts_.views().briefs(inside_.others(), kFirstRows);
        page.topics = topic_counts(inside_.topics(), parts_.views(), kFirstRows);
        visiting_clusters(all, page);
        near_clusters(all, page);
        partner_regions(page);
        if (record) page.source = parts_.source(record.value().source);
        page.count_source = counted_here(parts_.views());
        return page;
    }

private:
    [[nodiscard]] bool is_inside(OrganisationIndex one) const {
        return picture_.at(one).nuts.starts_with(code_);
    }

    void visiting_clusters(const std::vector<OrganisationIndex>& all, RegionPage& page) const {
        std::map<OrganisationIndex, std::set<OrganisationIndex>> members;
        for (const OrganisationIndex one : all) {
            for (const auto index : picture_.memberships(one)) {
                const network::Membership membership = picture_.at(index);
                if (membership.standing != network::Standing::Current || is_inside(membership.cluster))
                    continue;
                members[membership.cluster].insert(one);
            }
        }
        for (const auto& [cluster, here] : members) {
            page.visiting_clusters.push_back(
                {parts_.views().brief(cluster), static_cast<std::int64_t>(here.size())});
        }
        std::stable_sort(page.visiting_clusters.begin(), page.visiting_clusters.end(),
                         [](const auto& a, const auto& b) { return a.members > b.members; });
        if (page.visiting_clusters.size() > kMostVisiting) page.visiting_clusters.resize(kMostVisiting);
    }

    [[nodiscard]] std::optional<network::Position> middle(const std::vector<OrganisationIndex>& all) const {
        network::Position sum;
        double count = 0;
        for (const OrganisationIndex one : all) {
            const auto position = network::position_of(picture_.at(one));
            if (!position) continue;
            sum.latitude += position->latitude;
            sum.longitude += position->longitude;
            ++count;
        }
        if (count == 0) return std::nullopt;
        return network::Position{sum.latitude / count, sum.longitude / count};
    }

    void near_clusters(const std::vector<OrganisationIndex>& all, RegionPage& page) const {
        const auto here = middle(all);
        if (!here) return;
        std::vector<std::pair<double, OrganisationIndex>> found;
        for (const OrganisationIndex cluster : picture_.organisations_of(OrganisationKind::Cluster)) {
            const auto position = network::position_of(picture_.at(cluster));
            if (position && !is_inside(cluster))
                found.emplace_back(network::kilometres_between(*here, *position), cluster);
        }
        std::sort(found.begin(), found.end());
        if (found.size() > kMostNear) found.resize(kMostNear);
        for (const auto& [kilometres, cluster] : found) {
            page.near_clusters.push_back({parts_.views().brief(cluster), std::llround(kilometres)});
        }
    }

    void partner_regions(RegionPage& page) const {
        const auto counts = inside_.partners([this](OrganisationIndex one) {
            const std::string_view nuts = picture_.at(one).nuts;
            return nuts.size() < kLevel2Length || is_inside(one) ||
                           code_.starts_with(nuts.substr(0, kLevel2Length))
                       ? std::string()
                       : std::string(nuts.substr(0, kLevel2Length));
        });
        std::vector<std::pair<std::string, std::int64_t>> sorted(counts.begin(), counts.end());
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        if (sorted.size() > kMostPartners) sorted.resize(kMostPartners);
        for (const auto& [code, count] : sorted) {
            const auto country = text::canonical_country(code.substr(0, kCountryLength));
            page.partner_regions.push_back(
                {code, parts_.region(code).name, parts_.views().country(country.value_or("")), count});
        }
    }

    PageParts& parts_;
    const network::Picture& picture_;
    const std::string& code_;
    std::string country_;
    Inhabitants inside_;
};

}  // namespace

base::Result<RegionPage> PageService::region(const Asker& asker, const std::string& given) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const std::string code = upper_case(given);
    const auto country = text::canonical_country(code.substr(0, kCountryLength));
    if (!country || code.size() < kLevel1Length)
        return record_not_found(RecordKind::Region, code, asker.language);
    const View view = knowledge_.view(asker);
    PageParts parts(view, asker.language);
    return RegionPageMaker(parts, code, *country).make();
}

base::Result<OrganisationList> PageService::region_organisations(const Asker& asker, const std::string& given,
                                                                 const PageRange& range) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const std::string code = upper_case(given);
    const auto country = text::canonical_country(code.substr(0, kCountryLength));
    const auto start = cursor_offset(range.cursor);
    if (!start) return start.errors();
    const View view = knowledge_.view(asker);
    const Views views(view, asker.language);
    const std::vector<OrganisationIndex> all =
        Inhabitants(*view.snapshot->picture, country.value_or(""), code).all();
    const std::size_t offset = std::min(start.value(), all.size());
    OrganisationList out;
    out.total = static_cast<std::int64_t>(all.size());
    out.organisations = views.briefs(std::span(all).subspan(offset), range.limit);
    out.next_cursor = next_cursor(offset, out.organisations.size(), all.size());
    return out;
}

base::Result<CountryPage> PageService::country(const Asker& asker, const std::string& code) const {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    if (!text::is_country_code(code)) {
        return base::Error{
            base::ErrorCode::CountryUnknown, {{"value", code}}, {.file = {}, .field = "code"}, {}};
    }
    const View view = knowledge_.view(asker);
    const network::Picture& picture = *view.snapshot->picture;
    PageParts parts(view, asker.language);
    const Views& views = parts.views();
    const Inhabitants inside(picture, code);
    const std::vector<OrganisationIndex> all = inside.all();
    CountryPage page;
    page.code = code;
    page.name = views.country(code);
    page.organisation_total = inside.total();
    page.project_total = static_cast<std::int64_t>(inside.projects().size());
    const RegionCounts regions(picture, all);
    for (RegionCount& wide : regions.of_length(kLevel1Length, "", parts)) {
        std::vector<RegionCount> narrow = regions.of_length(kLevel2Length, wide.code, parts);
        page.regions.push_back(std::move(wide));
        std::move(narrow.begin(), narrow.end(), std::back_inserter(page.regions));
    }
    page.without_region = std::count_if(all.begin(), all.end(), [&](OrganisationIndex one) {
        return picture.at(one).nuts.size() < kLevel1Length;
    });
    if (!page.regions.empty()) {
        const auto record = parts.read<model::Region>(text::folded(page.regions.front().code));
        if (record) page.region_source = parts.source(record.value().source);
    }
    page.clusters = views.briefs(inside.clusters(), kMostClusters);
    page.organisations = views.briefs(inside.others(), kFirstRows);
    page.topics = topic_counts(inside.topics(), views, kFirstRows);
    const auto partners = inside.partners([&](OrganisationIndex one) {
        const std::string other(picture.country(one).text());
        return other == code ? std::string() : other;
    });
    for (const auto& [other, count] : partners)
        page.partner_countries.push_back({other, views.country(other), count});
    std::stable_sort(page.partner_countries.begin(), page.partner_countries.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    page.name_source = country_names_source(asker.language);
    page.count_source = counted_here(views);
    return page;
}

}  // namespace kontor::service
