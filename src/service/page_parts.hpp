// SPDX-License-Identifier: EUPL-1.2
// The parts that several record pages share: sources, figures with all that sources say of them, agreements,
// delegations, members, participations. One object per request.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "service/views.hpp"

namespace kontor::service {

class PageParts {
public:
    /// `view` must outlive it.
    PageParts(const View& view, std::string_view language) : store_(view.records), views_(view, language) {}

    [[nodiscard]] const Views& views() const { return views_; }
    [[nodiscard]] const std::string& language() const { return views_.language(); }

    /// Reads a record of type R; RecordNotFound when there is none.
    template <class R>
    [[nodiscard]] base::Result<R> read(const std::string& id) const;

    /// An empty view when there is no such source.
    [[nodiscard]] SourceView source(const std::string& id);
    /// Claims about a record, grouped by predicate and phase; newest first within a figure.
    [[nodiscard]] base::Result<std::vector<Figure>> figures(model::RecordKind kind, const std::string& id);
    [[nodiscard]] base::Result<std::vector<AgreementView>> agreements(
        const std::vector<network::AgreementIndex>& list);
    [[nodiscard]] base::Result<std::vector<DelegationView>> delegations(
        const std::vector<network::DelegationIndex>& list);

    [[nodiscard]] MembershipView membership(network::MembershipIndex membership,
                                            network::OrganisationIndex shown);
    /// Members of a cluster: current before ended, then by name.
    [[nodiscard]] std::vector<network::MembershipIndex> ordered_members(
        network::OrganisationIndex cluster) const;
    /// With the source of the participation; reads the participations of its project.
    [[nodiscard]] OrganisationProject organisation_project(network::ParticipationIndex participation);
    /// Participations of an organisation, newest project first.
    [[nodiscard]] std::vector<network::ParticipationIndex> ordered_projects(
        network::OrganisationIndex organisation) const;

    /// The name of a NUTS region; its code when no region record has it.
    [[nodiscard]] Ref region(std::string_view code) const;
    /// The region of a NUTS code and those around it, up to level 1; smallest first. Empty for no code.
    [[nodiscard]] std::vector<Ref> regions_around(std::string_view code) const;
    /// What tells a call from others of its name: identifier, then deadline or opening day.
    [[nodiscard]] std::string call_detail(const model::Call& call) const;

    [[nodiscard]] std::string text(const model::Texts& texts) const;
    [[nodiscard]] std::string text_language(const model::Texts& texts) const;
    [[nodiscard]] std::vector<CapabilityView> capabilities(const std::vector<model::Capability>& list) const;
    [[nodiscard]] std::vector<TargetRegionView> target_regions(
        const std::vector<model::TargetRegion>& list) const;
    [[nodiscard]] static std::vector<IdentifierView> identifiers(const std::vector<model::Identifier>& list);

private:
    [[nodiscard]] SourceView participation_source(const network::Participation& participation);

    const store::Reader& store_;
    Views views_;
    std::map<std::string, SourceView> sources_;
};

/// The name that an organisation is known by; where that one is in another language than the reader's, the
/// name of the same type in that of the reader, if there is one.
[[nodiscard]] std::string name_in(const model::Organisation& organisation, std::string_view language);

[[nodiscard]] base::Error record_not_found(model::RecordKind kind, const std::string& id,
                                           std::string_view language);

/// The numbers of the phases whose bits are set: 0b101 → {1, 3}.
[[nodiscard]] std::vector<std::int64_t> phase_numbers(std::uint32_t bits);

/// Rows of a list that a page shows before one asks for more.
inline constexpr std::size_t kFirstRows = 20;

/// What page and cursor cut out of a list.
struct PageRange {
    std::size_t limit = kFirstRows;
    std::string cursor;
};

/// The largest counts first, at most `limit`.
[[nodiscard]] std::vector<TopicCount> topic_counts(const std::map<network::TopicIndex, std::int64_t>& counts,
                                                   const Views& views, std::size_t limit);
/// The newest projects first, at most `limit`; the years tell them apart.
[[nodiscard]] std::vector<Ref> newest_projects(std::span<const network::ProjectIndex> all, const Views& views,
                                               std::size_t limit);

/// Takes the value out of a Result, or adds its errors to those the caller will return.
template <class T>
void take(base::Result<T>&& result, T& into, base::Errors& errors) {
    if (result) {
        into = std::move(result).value();
    } else {
        errors.insert(errors.end(), result.errors().begin(), result.errors().end());
    }
}

template <class R>
base::Result<R> PageParts::read(const std::string& id) const {
    auto record = store_.read(R::kKind, id);
    if (!record) return record.errors();
    if (!record.value()) return record_not_found(R::kKind, id, language());
    return std::get<R>(std::move(*record.value()));
}

}  // namespace kontor::service
