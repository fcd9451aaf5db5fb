// SPDX-License-Identifier: EUPL-1.2
#include "match/team_evidence.hpp"

#include <algorithm>
#include <cmath>

namespace kontor::match {
namespace {

constexpr std::size_t kActivities = 6;
constexpr std::array<std::string_view, kTeamEvidence> kWords{
    "first_ring",       "both_rings",     "second_ring",
    "own_share",        "root_share",     "cosine",
    "newman_recent",    "newman_undated", "members_met",
    "share_met",        "team_sharp",     "team_broad",
    "team_per_project", "team_best",      "team_plain",
    "team_best_plain",  "two_of_us",      "three_of_us",
    "team_in_theme",    "loyalty",        "participations",
    "recent",           "last_year",      "latest",
    "none_dated",       "theme",          "theme_share",
    "activity",         "country_share",  "country_together",
    "country_lift",     "city",           "name",
    "renown_gap"};

Float log_above(Float value, Float floor) {
    return std::log(std::max(Float{0}, value) + floor);
}

Float& at(TeamEvidenceRow& row, TeamEvidence evidence) {
    return row[static_cast<std::size_t>(evidence)];
}

Float decay(Float age, Float half_life) {
    return std::exp2(-age / half_life);
}

}  // namespace

std::string_view word(TeamEvidence evidence) {
    return kWords[static_cast<std::size_t>(evidence)];
}

TeamEvidenceGatherer::TeamEvidenceGatherer(const TeamHistory& history) : history_(history) {
    const std::size_t organisations = history.organisation_count();
    tallies_.resize(organisations);
    state_.assign(organisations, 0);
    second_.assign(organisations, 0);
    theme_.assign(organisations, 0);
    project_tallies_.resize(history.project_count());
    word_given_.assign(history.word_count(), 0);
    learn_projects();
    learn_countries();
    learn_activities();
    learn_fixed();
}

void TeamEvidenceGatherer::learn_projects() {
    constexpr Float kRarityFloor = 0.3F;
    const std::size_t organisations = history_.organisation_count();
    rarity_.resize(organisations);
    root_.resize(organisations);
    turnover_.assign(organisations, 0);
    for (std::size_t i = 0; i < organisations; ++i) {
        const auto projects = static_cast<Float>(history_.projects(i).size());
        rarity_[i] = 1 / (kRarityFloor + std::log(1 + projects));
        root_[i] = 1 / std::sqrt(std::max(Float{1}, projects));
    }
    facts_.resize(history_.project_count());
    for (std::size_t p = 0; p < facts_.size(); ++p) {
        ProjectFacts& facts = facts_[p];
        const auto members = history_.members(p);
        facts.decay3 = decay(history_.age(p), 3);
        facts.decay4 = decay(history_.age(p), 4);
        facts.decay5 = decay(history_.age(p), 5);
        facts.root_size = std::sqrt(static_cast<Float>(members.size()));
        facts.others = static_cast<Float>(members.size() - 1);
        for (const std::uint32_t member : members) {
            facts.rarity += rarity_[member];
            turnover_[member] += facts.decay3;
        }
    }
    for (Float& turnover : turnover_) turnover = turnover > 0 ? 1 / turnover : 0;
    word_weight_.assign(history_.word_count(), 0);
    for (std::size_t i = 0; i < organisations; ++i) {
        for (const std::uint32_t name_word : history_.words(i)) word_weight_[name_word] += 1;
    }
    constexpr Float kHalf = 0.5F;
    for (Float& weight : word_weight_) {
        const Float idf = std::log(static_cast<Float>(organisations) / (weight + kHalf));
        weight = idf * idf;
    }
}

std::size_t TeamEvidenceGatherer::country_slot(std::size_t organisation) const {
    return static_cast<std::size_t>(history_.standing(organisation).country + 1);
}

void TeamEvidenceGatherer::learn_countries() {
    constexpr std::size_t kBig = 30;  // in bigger projects everybody meets everybody
    const std::size_t slots = history_.country_count() + 1;
    together_.assign(slots * slots, 0.5F);
    countries_.assign(slots, 1);
    for (std::size_t p = 0; p < history_.project_count(); ++p) {
        const auto members = history_.members(p);
        if (members.size() > kBig) continue;
        for (const std::uint32_t one : members) {
            for (const std::uint32_t other : members) {
                if (one == other) continue;
                together_[country_slot(one) * slots + country_slot(other)] += 1 / facts_[p].others;
                countries_[country_slot(other)] += 1 / facts_[p].others;
            }
        }
    }
    Float total = 0;
    for (const Float count : countries_) total += count;
    for (Float& count : countries_) count = std::log(count / total);
    for (std::size_t row = 0; row < slots; ++row) {
        Float sum = 0;
        for (std::size_t column = 0; column < slots; ++column) sum += together_[row * slots + column];
        for (std::size_t column = 0; column < slots; ++column) together_[row * slots + column] /= sum;
    }
}

void TeamEvidenceGatherer::learn_activities() {
    activities_.assign((history_.theme_count() + 1) * kActivities, 1);
    std::array<Float, kActivities> totals{};
    totals.fill(1);
    for (std::size_t theme = 0; theme < history_.theme_count(); ++theme) {
        const auto in_theme = history_.in_theme(theme);
        for (std::size_t i = 0; i < in_theme.size(); ++i) {
            const std::size_t activity = history_.standing(i).activity;
            activities_[theme * kActivities + activity] += in_theme[i];
            totals[activity] += in_theme[i];
        }
    }
    for (std::size_t slot = 0; slot < activities_.size(); ++slot)
        activities_[slot] /= totals[slot % kActivities];
}

void TeamEvidenceGatherer::learn_fixed() {
    fixed_.resize(history_.organisation_count());
    given_count_ = 1;
    for (std::size_t i = 0; i < fixed_.size(); ++i) {
        TeamEvidenceRow& row = fixed_[i];
        fill_ties(i, row);
        fill_teams(i, row);
        const TeamHistory::Standing& standing = history_.standing(i);
        at(row, TeamEvidence::Participations) = std::log(1 + static_cast<Float>(standing.participations));
        at(row, TeamEvidence::Recent) = log_above(standing.recent, 0.1F);
        at(row, TeamEvidence::LastYear) = std::log(1 + standing.last_year);
        at(row, TeamEvidence::Latest) = standing.latest;
        at(row, TeamEvidence::NoneDated) = standing.has_dated ? 0 : 1;
        at(row, TeamEvidence::RenownGap) = std::log(1 + static_cast<Float>(history_.projects(i).size()));
    }
}

void TeamEvidenceGatherer::forget() {
    for (const std::uint32_t project : projects_met_) project_tallies_[project] = ProjectTally{};
    projects_met_.clear();
    for (const std::uint32_t organisation : met_) {
        tallies_[organisation] = Tally{};
        state_[organisation] = 0;
    }
    met_.clear();
    for (const std::uint32_t organisation : given_) {
        state_[organisation] = 0;
        for (const std::uint32_t name_word : history_.words(organisation)) word_given_[name_word] = 0;
    }
    given_.clear();
}

void TeamEvidenceGatherer::ask(const TeamQuestion& question) {
    forget();
    given_ = question.given;
    given_count_ = std::max(Float{1}, static_cast<Float>(given_.size()));
    given_rarity_ = 0;
    given_renown_ = 0;
    for (const std::uint32_t member : given_) {
        state_[member] = 2;
        given_rarity_ += rarity_[member];
        given_renown_ +=
            std::log(1 + static_cast<Float>(history_.standing(member).participations)) / given_count_;
    }
    tally_projects(question);
    count_members(question);
    walk_on();
    look_at_themes(question);
    look_at_places(question);
    look_at_names(question);
}

void TeamEvidenceGatherer::tally_projects(const TeamQuestion& question) {
    for (const std::uint32_t member : given_) {
        for (const std::uint32_t project : history_.projects(member)) {
            ProjectTally& tally = project_tallies_[project];
            if (tally.count == 0) projects_met_.push_back(project);
            tally.count += 1;
            tally.rarity += rarity_[member];
            tally.root += root_[member];
            tally.walk += turnover_[member];
        }
    }
    for (const std::uint32_t project : projects_met_) {
        const auto themes = history_.themes(project);
        project_tallies_[project].same_theme =
            std::find_first_of(themes.begin(), themes.end(), question.themes.begin(),
                               question.themes.end()) != themes.end();
        tally_project(project);
    }
}

Float TeamEvidenceGatherer::walk(std::size_t project) const {
    return facts_[project].decay3 * project_tallies_[project].walk / facts_[project].others;
}

Float TeamEvidenceGatherer::likeness(std::size_t project) const {
    return project_tallies_[project].rarity / std::sqrt(facts_[project].rarity * given_rarity_);
}

void TeamEvidenceGatherer::tally_project(std::uint32_t project) {
    const ProjectTally& team = project_tallies_[project];
    const ProjectFacts& facts = facts_[project];
    const Float plain = team.count / (facts.root_size * std::sqrt(given_count_));
    const Float likeness = this->likeness(project);
    const Float walk = this->walk(project);
    for (const std::uint32_t candidate : history_.members(project)) {
        if (state_[candidate] == 2) continue;
        if (state_[candidate] == 0) {
            state_[candidate] = 1;
            met_.push_back(candidate);
        }
        Tally& tally = tallies_[candidate];
        tally.first += walk;
        if (history_.dated(project)) {
            tally.newman_recent += team.count * facts.decay3 / facts.others;
        } else {
            tally.newman_undated += team.count / facts.others;
        }
        tally.shared += facts.decay5 * team.root / facts.root_size;
        tally.cosine += team.root;
        tally.team_sharp += likeness * likeness * likeness;
        tally.team_broad += likeness * facts.decay4;
        tally.team_best = std::max(tally.team_best, likeness);
        tally.team_plain += plain * plain * plain;
        tally.team_best_plain = std::max(tally.team_best_plain, plain);
        tally.two += facts.decay4 * std::max(Float{0}, team.count - 1) / facts.root_size;
        tally.three += facts.decay4 * std::max(Float{0}, team.count - 2) / facts.root_size;
        if (team.same_theme) tally.in_theme += plain * facts.decay4;
        tally.projects += 1;
    }
}

void TeamEvidenceGatherer::count_members(const TeamQuestion& question) {
    for (const std::uint32_t member : question.given) {
        for (const std::uint32_t project : history_.projects(member)) {
            for (const std::uint32_t candidate : history_.members(project)) {
                Tally& tally = tallies_[candidate];
                if (tally.last_member == member) continue;
                tally.last_member = member;
                tally.members += 1;
            }
        }
    }
    for (const std::uint32_t member : question.given) tallies_[member] = Tally{};
}

// The second ring: from where the first steps led one step further, over all participations.
void TeamEvidenceGatherer::walk_on() {
    std::fill(second_.begin(), second_.end(), Float{0});
    std::vector<Float> reach(history_.organisation_count(), 0);
    for (const std::uint32_t project : projects_met_) {
        const Float step = walk(project);
        for (const std::uint32_t member : history_.members(project))
            reach[member] += step * turnover_[member];
    }
    for (std::size_t project = 0; project < history_.project_count(); ++project) {
        Float arrived = 0;
        for (const std::uint32_t member : history_.members(project)) arrived += reach[member];
        if (arrived == 0) continue;
        arrived *= facts_[project].decay3 / facts_[project].others;
        for (const std::uint32_t member : history_.members(project)) second_[member] += arrived;
    }
}

void TeamEvidenceGatherer::look_at_themes(const TeamQuestion& question) {
    std::fill(theme_.begin(), theme_.end(), Float{0});
    activity_log_.assign(kActivities, 0);
    const Float themes = std::max(Float{1}, static_cast<Float>(question.themes.size()));
    for (const std::uint32_t theme : question.themes) {
        const auto in_theme = history_.in_theme(theme);
        for (std::size_t i = 0; i < in_theme.size(); ++i) theme_[i] += in_theme[i] / themes;
        for (std::size_t activity = 0; activity < kActivities; ++activity) {
            activity_log_[activity] += activities_[theme * kActivities + activity] / themes;
        }
    }
    for (Float& activity : activity_log_) activity = log_above(activity, 1e-3F);
}

void TeamEvidenceGatherer::look_at_places(const TeamQuestion& question) {
    const std::size_t slots = history_.country_count() + 1;
    country_share_.assign(slots, 0);
    country_log_.assign(slots, 0);
    for (const std::uint32_t member : question.given) {
        const std::size_t own = country_slot(member);
        country_share_[own] += 1 / given_count_;
        for (std::size_t slot = 0; slot < slots; ++slot) {
            country_log_[slot] += together_[own * slots + slot] / given_count_;
        }
    }
    for (Float& share : country_log_) share = log_above(share, 1e-4F);
}

void TeamEvidenceGatherer::look_at_names(const TeamQuestion& question) {
    for (const std::uint32_t member : question.given) {
        for (const std::uint32_t name_word : history_.words(member)) word_given_[name_word] = 1;
    }
}

Float TeamEvidenceGatherer::name_overlap(std::size_t organisation) const {
    Float shared = 0;
    Float all = 0;
    for (const std::uint32_t name_word : history_.words(organisation)) {
        all += word_weight_[name_word];
        if (word_given_[name_word] != 0) shared += word_weight_[name_word];
    }
    return all > 0 ? shared / all : 0;
}

void TeamEvidenceGatherer::fill_ties(std::size_t organisation, TeamEvidenceRow& row) const {
    const Tally& tally = tallies_[organisation];
    const auto projects = static_cast<Float>(history_.projects(organisation).size());
    at(row, TeamEvidence::FirstRing) = log_above(tally.first / given_count_, 1e-6F);
    at(row, TeamEvidence::OwnShare) = log_above(tally.shared / (1 + projects), 1e-3F);
    at(row, TeamEvidence::RootShare) = log_above(tally.shared * root_[organisation], 1e-3F);
    at(row, TeamEvidence::Cosine) = log_above(tally.cosine * root_[organisation], 1e-2F);
    at(row, TeamEvidence::NewmanRecent) = log_above(tally.newman_recent, 1e-3F);
    at(row, TeamEvidence::NewmanUndated) = log_above(tally.newman_undated, 1e-2F);
    at(row, TeamEvidence::MembersMet) = log_above(tally.members, 0.5F);
    at(row, TeamEvidence::ShareMet) = tally.members / given_count_;
}

void TeamEvidenceGatherer::fill_teams(std::size_t organisation, TeamEvidenceRow& row) const {
    const Tally& tally = tallies_[organisation];
    const auto projects = static_cast<Float>(history_.projects(organisation).size());
    at(row, TeamEvidence::TeamSharp) = log_above(tally.team_sharp, 1e-4F);
    at(row, TeamEvidence::TeamBroad) = log_above(tally.team_broad, 1e-2F);
    at(row, TeamEvidence::TeamPerProject) = tally.team_broad / (1 + projects);
    at(row, TeamEvidence::TeamBest) = tally.team_best;
    at(row, TeamEvidence::TeamPlain) = log_above(tally.team_plain, 1e-4F);
    at(row, TeamEvidence::TeamBestPlain) = tally.team_best_plain;
    at(row, TeamEvidence::TwoOfUs) = log_above(tally.two, 3e-2F);
    at(row, TeamEvidence::ThreeOfUs) = log_above(tally.three, 3e-2F);
    at(row, TeamEvidence::TeamInTheme) = log_above(tally.in_theme, 1e-2F);
    at(row, TeamEvidence::Loyalty) = tally.projects / std::max(Float{1}, projects);
}

void TeamEvidenceGatherer::fill_question(std::size_t organisation, TeamEvidenceRow& row) const {
    const TeamHistory::Standing& standing = history_.standing(organisation);
    const Float first = tallies_[organisation].first / given_count_;
    const Float second = second_[organisation] / given_count_;
    at(row, TeamEvidence::BothRings) = log_above(0.25F * first + 0.125F * second, 1e-6F);
    at(row, TeamEvidence::SecondRing) = log_above(second, 1e-7F);
    at(row, TeamEvidence::Theme) = log_above(theme_[organisation], 3e-2F);
    at(row, TeamEvidence::ThemeShare) =
        theme_[organisation] / (1 + static_cast<Float>(standing.participations));
    at(row, TeamEvidence::Activity) = activity_log_[standing.activity];
    const std::size_t slot = country_slot(organisation);
    at(row, TeamEvidence::CountryShare) = country_share_[slot];
    at(row, TeamEvidence::CountryTogether) = country_log_[slot];
    at(row, TeamEvidence::CountryLift) = country_log_[slot] - countries_[slot];
    Float same_city = 0;
    for (const std::uint32_t member : given_) {
        if (standing.city >= 0 && history_.standing(member).city == standing.city) same_city += 1;
    }
    at(row, TeamEvidence::City) = std::min(same_city, Float{2});
    at(row, TeamEvidence::Name) = name_overlap(organisation);
    at(row, TeamEvidence::RenownGap) -= given_renown_;
}

TeamEvidenceRow TeamEvidenceGatherer::row(std::size_t organisation) const {
    TeamEvidenceRow out = fixed_[organisation];
    if (state_[organisation] == 1) {
        fill_ties(organisation, out);
        fill_teams(organisation, out);
    }
    fill_question(organisation, out);
    return out;
}

}  // namespace kontor::match
