// SPDX-License-Identifier: EUPL-1.2
#include "service/fairness.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "service/matching_models.hpp"
#include "service/permission.hpp"

namespace kontor::service {
namespace {

using network::OrganisationIndex;

constexpr std::size_t kFewestProjects = 2;

std::size_t project_count(const network::Picture& picture, std::size_t organisation) {
    return picture.participations(OrganisationIndex(static_cast<std::uint32_t>(organisation))).size();
}

std::vector<OrganisationIndex> sampled(const network::Picture& picture, std::size_t sample) {
    const std::size_t all = picture.organisation_count();
    const std::size_t count = std::min(sample, all);
    std::vector<OrganisationIndex> out;
    for (std::size_t i = 0; i < count; ++i) out.emplace_back(static_cast<std::uint32_t>(i * all / count));
    return out;
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

double gini(std::vector<std::size_t> counts) {
    if (counts.empty()) return 0;
    std::sort(counts.begin(), counts.end());
    const auto n = static_cast<double>(counts.size());
    double sum = 0;
    double weighted = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        sum += static_cast<double>(counts[i]);
        weighted += static_cast<double>(i + 1) * static_cast<double>(counts[i]);
    }
    return 2 * weighted / (n * sum) - (n + 1) / n;
}

/// Who gets the places of the lists that are added.
class Places {
public:
    explicit Places(const network::Picture& picture)
        : picture_(picture), known_from_(projects_of_the_known(picture)) {}

    void add(OrganisationIndex one) {
        const std::size_t projects = picture_.participations(one).size();
        ++places_;
        if (projects >= known_from_) ++known_;
        if (projects <= kSeldomProjects) ++seldom_;
        ++named_[one];
    }
    [[nodiscard]] FairnessFigures figures(Preset preset) const {
        std::vector<std::size_t> counts;
        for (const auto& [one, count] : named_) counts.push_back(count);
        return {preset,
                places_,
                share(known_, places_),
                share(seldom_, places_),
                named_.size(),
                gini(std::move(counts))};
    }

private:
    const network::Picture& picture_;
    std::size_t known_from_;
    std::size_t places_ = 0;
    std::size_t known_ = 0;
    std::size_t seldom_ = 0;
    std::map<OrganisationIndex, std::size_t> named_;
};

}  // namespace

std::size_t projects_of_the_known(const network::Picture& picture) {
    std::vector<std::size_t> counts(picture.organisation_count());
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = project_count(picture, i);
    if (counts.empty()) return kFewestProjects;
    const std::size_t last = std::min(kWellKnown, (counts.size() + 99) / 100) - 1;
    std::nth_element(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(last), counts.end(),
                     std::greater<>());
    return std::max(counts[last], kFewestProjects);
}

base::Result<Fairness> fairness(const Knowledge& knowledge, const Asker& asker,
                                const FairnessRequest& request, base::Progress& progress) {
    if (auto allowed = permit(asker, Action::Read); !allowed) return allowed.errors();
    const View view = knowledge.view(asker);
    const network::Picture& picture = *view.snapshot->picture;
    const UsualWeights usual = usual_weights(knowledge.store());
    const std::vector<OrganisationIndex> asking = sampled(picture, request.sample);
    const std::size_t known_from = projects_of_the_known(picture);
    Fairness out;
    out.organisations = picture.organisation_count();
    out.lists = asking.size();
    out.top = request.top;
    std::size_t seldom = 0;
    for (std::size_t i = 0; i < out.organisations; ++i) {
        const std::size_t projects = project_count(picture, i);
        if (projects >= known_from) ++out.known;
        if (projects <= kSeldomProjects) ++seldom;
    }
    out.known_share = share(out.known, out.organisations);
    out.seldom_share = share(seldom, out.organisations);
    for (std::size_t i = 0; i < model::Words<Preset>::kWords.size(); ++i) {
        const auto preset = static_cast<Preset>(i);
        Places places(picture);
        for (std::size_t done = 0; done < asking.size(); ++done) {
            if (progress.stop_requested()) return base::Error{base::ErrorCode::Stopped, {}, {}, {}};
            match::PartnerRequest partners;
            apply(preset, usual.usual, partners);
            partners.subject = asking[done];
            partners.limit = request.top;
            const auto found = match::find_partners(picture, partners);
            if (!found) return found.errors();
            for (const match::Partner& one : found.value().partners) places.add(one.organisation);
            progress.report(model::word(preset), done + 1, asking.size());
        }
        out.presets.push_back(places.figures(preset));
    }
    return out;
}

}  // namespace kontor::service
