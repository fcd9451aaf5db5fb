// SPDX-License-Identifier: EUPL-1.2
// Partner matching and warm paths on the real network or on a synthetic one. Prints build times, bytes per
// participation, and p50/p99/maximum of CPU time per request, for organisations drawn evenly and for the
// biggest hubs.
//
//   match_bench --topics data/topics/topics.jsonl --cordis ../shared/data/cordis-*.zip
//   match_bench --synthetic 60000          (and 600000: growth)
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "match/comparison.hpp"
#include "match/partners.hpp"
#include "match/team_list.hpp"
#include "network/paths.hpp"
#include "network/picture_builder.hpp"
#include "network_source.hpp"

namespace {

using namespace kontor;
using network::OrganisationIndex;
using network::Picture;

using bench::cpu_ms;
using bench::Keep;
using bench::print_times;

/// Participations by preferential attachment (a power law), topics by Zipf, a cluster per 600 organisations.
class Synthetic {
public:
    Synthetic(Keep& keep, std::size_t organisations) : keep_(keep), organisations_(organisations) {}
    void make() {
        for (std::size_t t = 0; t < kTopics; ++t) {
            model::Topic topic;
            topic.id = fmt::format("t{:04}", t);
            if (t >= kRoots) topic.parent = fmt::format("t{:04}", t % kRoots);
            keep_.records.emplace_back(std::move(topic));
        }
        for (std::size_t i = 0; i < organisations_; ++i) keep_.records.emplace_back(organisation(i));
        const std::size_t projects = organisations_ * 3 / 4;
        for (std::size_t p = 0; p < projects; ++p) make_project(p);
        for (std::size_t i = 0; i < organisations_; i += kPerCluster) make_members(i);
    }

private:
    static constexpr std::size_t kTopics = 400;
    static constexpr std::size_t kRoots = 60;
    static constexpr std::size_t kPerCluster = 600;
    static constexpr std::size_t kMembers = 60;

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
    static std::string id(std::size_t i) { return fmt::format("o{:07}", i); }
    std::string topic() {
        const double u = (static_cast<double>(random_() % 100000) + 1) / 100001;
        return fmt::format("t{:04}", static_cast<std::size_t>(kTopics * u * u) % kTopics);
    }
    static model::Date year(std::size_t y) { return *model::Date::parse(fmt::format("{}", y)); }

    model::Organisation organisation(std::size_t i) {
        static constexpr std::array<const char*, 12> kCountries{"DE", "FR", "IT", "ES", "GB", "NL",
                                                                "BE", "FI", "AT", "LT", "SE", "PL"};
        model::Organisation out;
        out.id = id(i);
        out.kind = i % kPerCluster == 0 ? model::OrganisationKind::Cluster
                                        : static_cast<model::OrganisationKind>(1 + below(4));
        out.names = {{fmt::format("Organisation number {}", i), "en", model::NameType::Legal}};
        out.country = kCountries[below(kCountries.size())];
        if (out.kind == model::OrganisationKind::Cluster) out.cluster = model::ClusterProfile{};
        if (below(3) == 0) out.as_of = year(2018 + below(8));
        for (std::size_t k = below(3); k > 0; --k) out.topics.push_back(topic());
        return out;
    }
    void make_project(std::size_t p) {
        model::Project project;
        project.id = fmt::format("p{:07}", p);
        project.titles = {{"en", fmt::format("Project number {} on something that needs a title", p), {}}};
        project.end = year(2010 + below(20));
        for (std::size_t k = 1 + below(4); k > 0; --k) project.topics.push_back(topic());
        const std::string project_id = project.id;
        keep_.records.emplace_back(std::move(project));
        std::size_t n = 1 + below(3) + below(4);
        if (below(20) == 0) n += below(30);
        for (; n > 0; --n) {
            const std::size_t who =
                below(3) != 0 && !drawn_.empty() ? drawn_[below(drawn_.size())] : below(organisations_);
            drawn_.push_back(who);
            model::Participation one;
            one.id = fmt::format("{}.{}", project_id, n);
            one.project = project_id;
            one.organisation = id(who);
            one.role = n == 1 ? model::ParticipationRole::Coordinator : model::ParticipationRole::Participant;
            keep_.records.emplace_back(std::move(one));
        }
    }
    void make_members(std::size_t cluster) {
        for (std::size_t k = 0; k < kMembers; ++k) {
            model::Membership one;
            one.id = fmt::format("m{}.{}", cluster, k);
            one.cluster = id(cluster);
            one.member = id(cluster + 1 + below(kPerCluster - 1) % (organisations_ - cluster));
            keep_.records.emplace_back(std::move(one));
        }
    }

    Keep& keep_;
    std::size_t organisations_;
    std::mt19937 random_{1};
    std::vector<std::size_t> drawn_;
};

std::vector<OrganisationIndex> biggest(const Picture& picture, std::size_t count) {
    std::vector<OrganisationIndex> out;
    for (std::size_t i = 0; i < picture.organisation_count(); ++i) out.emplace_back(i);
    std::stable_sort(out.begin(), out.end(), [&picture](OrganisationIndex a, OrganisationIndex b) {
        return picture.ties(a).size() > picture.ties(b).size();
    });
    out.resize(std::min(out.size(), count));
    return out;
}

std::vector<OrganisationIndex> sample(const Picture& picture, std::size_t count) {
    std::mt19937 random(2);
    std::vector<OrganisationIndex> out;
    for (std::size_t i = 0; i < count; ++i) {
        out.emplace_back(static_cast<std::size_t>(random() % picture.organisation_count()));
    }
    return out;
}

void time_partners(const std::string& what, const Picture& picture,
                   const std::vector<OrganisationIndex>& subjects,
                   const match::PartnerRequest& model_request) {
    std::vector<double> times;
    std::size_t partners = 0;
    for (const OrganisationIndex subject : subjects) {
        match::PartnerRequest request = model_request;
        request.subject = subject;
        const double start = cpu_ms();
        const auto answer = match::find_partners(picture, request);
        times.push_back(cpu_ms() - start);
        if (answer) partners += answer.value().total;
    }
    print_times(fmt::format("{} ({} candidates)", what, subjects.empty() ? 0 : partners / subjects.size()),
                times);
}

void time_paths(const std::string& what, const Picture& picture, const std::vector<OrganisationIndex>& from,
                const std::vector<OrganisationIndex>& to) {
    std::vector<double> times;
    std::size_t found = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const double start = cpu_ms();
        found += network::warm_paths(picture, from[i], to[(i * 7 + 1) % to.size()]).empty() ? 0U : 1U;
        times.push_back(cpu_ms() - start);
    }
    print_times(fmt::format("{} ({} connected)", what, found), times);
}

/// One pair looked at closely: explained with what each reason is worth, and compared.
void time_pairs(const Picture& picture, const std::vector<OrganisationIndex>& subjects,
                const std::vector<OrganisationIndex>& others) {
    std::vector<double> explained;
    std::vector<double> compared;
    std::size_t items = 0;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const OrganisationIndex other = others[(i * 7 + 1) % others.size()];
        if (other == subjects[i]) continue;
        match::PartnerRequest request;
        request.subject = subjects[i];
        double start = cpu_ms();
        items += match::explain_pair(picture, request, other).ok() ? 1U : 0U;
        explained.push_back(cpu_ms() - start);
        start = cpu_ms();
        items += match::compare(picture, subjects[i], other).shared.size();
        compared.push_back(cpu_ms() - start);
    }
    print_times("explanation of one candidate, hubs", explained);
    print_times(fmt::format("comparison of two, hubs ({} items)", items), compared);
}

/// Teams to be completed: all members but the last of projects drawn evenly, at most fifty.
std::vector<match::TeamRequest> teams_of(const Picture& picture, std::size_t count) {
    constexpr std::size_t kMost = 50;
    std::mt19937 random(3);
    std::vector<match::TeamRequest> out;
    while (out.size() < count && picture.project_count() > 0) {
        const network::ProjectIndex project(static_cast<std::size_t>(random() % picture.project_count()));
        const auto members = picture.organisations(picture.tie_of(project));
        if (members.size() < 3) continue;
        match::TeamRequest request;
        request.members.assign(members.begin(), members.end() - 1);
        request.members.resize(std::min(kMost, request.members.size()));
        out.push_back(std::move(request));
    }
    return out;
}

void time_teams(const Picture& picture, std::size_t count) {
    double start = cpu_ms();
    const match::TeamBasis basis(picture);
    const double basis_took = cpu_ms() - start;
    start = cpu_ms();
    match::TeamEvidenceGatherer gatherer(basis.history());
    fmt::print("teams: basis {:.0f} ms, gatherer {:.0f} ms\n", basis_took, cpu_ms() - start);
    std::vector<double> times;
    for (const match::TeamRequest& request : teams_of(picture, count)) {
        start = cpu_ms();
        (void)match::complete_team({basis, gatherer, match::shipped_team_model()}, picture, request);
        times.push_back(cpu_ms() - start);
    }
    print_times("teams completed", times);
}

/// What a write costs: one record is put, and a new picture built. Each time another record of the network;
/// then an organisation that is new. Gives the last picture.
std::shared_ptr<const Picture> time_rebuilds(const std::vector<model::Record>& records,
                                             network::PictureBuilder& builder, network::Day today) {
    constexpr std::size_t kRounds = 15;
    std::shared_ptr<const Picture> picture = builder.build(today);
    const auto time = [&](const std::string& what, const std::vector<model::Record>& puts) {
        std::vector<double> times;
        for (const model::Record& record : puts) {
            const double start = cpu_ms();
            builder.put(record);
            picture = builder.build(today);
            times.push_back(cpu_ms() - start);
        }
        print_times(what, times);
    };
    for (const model::RecordKind kind :
         {model::RecordKind::Organisation, model::RecordKind::Project, model::RecordKind::Participation}) {
        std::vector<model::Record> all;
        for (const model::Record& record : records) {
            if (model::kind_of(record) == kind) all.push_back(record);
        }
        std::vector<model::Record> some;
        for (std::size_t i = 0; i < std::min(kRounds, all.size()); ++i)
            some.push_back(all[all.size() * i / kRounds]);
        time(fmt::format("new picture after a put: {}", model::word(kind)), some);
    }
    std::vector<model::Record> fresh;
    for (std::size_t i = 0; i < kRounds; ++i) {
        model::Organisation one;
        one.id = fmt::format("new-{}", i);
        one.names = {{"New", "en", model::NameType::Legal}};
        fresh.emplace_back(std::move(one));
    }
    time("new picture after a new organisation", fresh);
    return picture;
}

void run(const std::vector<model::Record>& records, std::size_t requests) {
    network::PictureBuilder builder;
    const network::Day today = 20600;  // 2026-05-27
    double start = cpu_ms();
    for (const model::Record& record : records) builder.put(record);
    const double put = cpu_ms() - start;
    start = cpu_ms();
    auto picture = builder.build(today);
    fmt::print("{} organisations, {} projects, {} participations, {} topics\n", picture->organisation_count(),
               picture->project_count(), picture->participation_count(), picture->topic_count());
    fmt::print("put all {:.0f} ms, first build {:.0f} ms", put, cpu_ms() - start);
    fmt::print(", {} bytes per participation\n",
               picture->bytes() / std::max<std::size_t>(1, picture->participation_count()));
    picture = time_rebuilds(records, builder, today);

    time_teams(*picture, requests);
    const auto hubs = biggest(*picture, std::min<std::size_t>(requests, 100));
    const auto some = sample(*picture, requests);
    const auto clusters = picture->organisations_of(model::OrganisationKind::Cluster);
    match::PartnerRequest request;
    time_partners("partners, drawn evenly", *picture, some, request);
    time_partners("partners, 100 biggest hubs", *picture, hubs, request);
    time_partners("partners, clusters", *picture,
                  {clusters.begin(),
                   clusters.begin() + static_cast<std::ptrdiff_t>(std::min(clusters.size(), requests))},
                  request);
    request.filters.countries = {network::CountryCode::from("FI")};
    time_partners("partners in one country, hubs", *picture, hubs, request);
    request.filters.countries.clear();
    request.wanted = {{network::TopicIndex(picture->topic_count() / 2), 1},
                      {network::TopicIndex(std::size_t{3}), 1}};
    time_partners("partners for a need, hubs", *picture, hubs, request);
    time_paths("warm paths, drawn evenly", *picture, some, sample(*picture, requests + 1));
    time_paths("warm paths, among hubs", *picture, hubs, hubs);
    time_paths("warm paths, hubs to others", *picture, hubs, some);
    std::vector<OrganisationIndex> all;
    for (std::size_t i = 0; i < picture->organisation_count(); ++i) all.emplace_back(i);
    time_paths("warm paths, from every organisation", *picture, all, sample(*picture, all.size()));
    time_pairs(*picture, hubs, some);
}

}  // namespace

int main(int count, char** words) {
    std::vector<std::string> cordis;
    std::string topics;
    std::size_t synthetic = 0;
    std::size_t requests = 1000;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--topics" && i + 1 < count) {
            topics = words[++i];
        } else if (word == "--synthetic" && i + 1 < count) {
            synthetic = std::stoul(words[++i]);
        } else if (word == "--requests" && i + 1 < count) {
            requests = std::stoul(words[++i]);
        } else if (word != "--cordis") {
            cordis.push_back(word);
        }
    }
    Keep keep;
    if (synthetic > 0) {
        Synthetic(keep, synthetic).make();
    } else if (const int failed = bench::read_cordis(keep, cordis, topics); failed != 0) {
        return failed;
    }
    run(keep.records, requests);
    return 0;
}
