// SPDX-License-Identifier: EUPL-1.2
// One record with everything around it, as its page shows it. Full texts come from the store, relations from
// the current snapshot. Thread-safe. RecordNotFound when there is no such record.
#pragma once

#include <string>

#include "service/asker.hpp"
#include "service/knowledge.hpp"
#include "service/page_parts.hpp"

namespace kontor::service {

class PageService {
public:
    explicit PageService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    [[nodiscard]] base::Result<OrganisationPage> organisation(const Asker& asker,
                                                              const std::string& id) const;
    [[nodiscard]] base::Result<MemberPage> members(const Asker& asker, const std::string& id,
                                                   const PageRange& range) const;
    [[nodiscard]] base::Result<OrganisationProjectPage> organisation_projects(const Asker& asker,
                                                                              const std::string& id,
                                                                              const PageRange& range) const;
    /// `size`: at most this many organisations beside the centre.
    [[nodiscard]] base::Result<Graph> graph(const Asker& asker, const std::string& id,
                                            std::size_t size) const;
    [[nodiscard]] base::Result<ProjectPage> project(const Asker& asker, const std::string& id) const;
    [[nodiscard]] base::Result<ProgrammePage> programme(const Asker& asker, const std::string& id) const;
    [[nodiscard]] base::Result<NewsItem> news(const Asker& asker, const std::string& id) const;
    [[nodiscard]] base::Result<CallPage> call(const Asker& asker, const std::string& id) const;
    /// All topics, or those right below `parent` when it is not empty.
    [[nodiscard]] base::Result<TopicList> topics(const Asker& asker, const std::string& parent) const;
    [[nodiscard]] base::Result<TopicPage> topic(const Asker& asker, const std::string& id) const;
    /// `code`: ISO 3166-1 alpha-2.
    [[nodiscard]] base::Result<CountryPage> country(const Asker& asker, const std::string& code) const;

    /// `code`: NUTS, level 1 to 3, in any case. RecordNotFound when no region record and no organisation has
    /// it.
    [[nodiscard]] base::Result<RegionPage> region(const Asker& asker, const std::string& code) const;
    /// Clusters first, then those with most projects.
    [[nodiscard]] base::Result<OrganisationList> region_organisations(const Asker& asker,
                                                                      const std::string& code,
                                                                      const PageRange& range) const;

    /// The record itself, for doors that show it in another form (JSON-LD, export).
    [[nodiscard]] base::Result<model::Record> record(const Asker& asker, model::RecordKind kind,
                                                     const std::string& id) const;

private:
    const Knowledge& knowledge_;
};

}  // namespace kontor::service
