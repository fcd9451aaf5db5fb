// SPDX-License-Identifier: EUPL-1.2
#include "service/team_query.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "service/page_parts.hpp"
#include "service/search_service.hpp"
#include "text/countries.hpp"

namespace kontor::service {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t kFewestMembers = 2;
constexpr std::size_t kMostMembers = 50;

bool is_same_word(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char one, char other) {
        return std::tolower(static_cast<unsigned char>(one)) ==
               std::tolower(static_cast<unsigned char>(other));
    });
}

class TeamQueryReader {
public:
    TeamQueryReader(const TeamQuery& query, const network::Picture& picture, std::string_view language)
        : query_(query), picture_(picture), language_(language) {}

    base::Result<match::TeamRequest> read(const match::TeamBasis& basis) {
        members();
        programme(basis.themes());
        countries();
        kinds();
        for (const std::string& id : query_.excluded) {
            // One that has gone since the address was mailed harms nobody.
            if (const auto found = picture_.find_organisation(id)) out_.excluded.push_back(*found);
        }
        out_.limit = query_.limit;
        const auto offset = cursor_offset(query_.cursor);
        if (!offset) errors_.insert(errors_.end(), offset.errors().begin(), offset.errors().end());
        if (!errors_.empty()) return errors_;
        out_.offset = offset.value();
        return std::move(out_);
    }

private:
    void add(ErrorCode code, base::ErrorArguments arguments, std::string_view field) {
        errors_.push_back({code, std::move(arguments), {.file = {}, .field = std::string(field)}, {}});
    }

    void members() {
        const std::size_t count = query_.members.size();
        if (count < kFewestMembers || count > kMostMembers) {
            add(ErrorCode::TeamSize,
                {{"count", std::to_string(count)},
                 {"minimum", std::to_string(kFewestMembers)},
                 {"maximum", std::to_string(kMostMembers)}},
                "member");
        }
        std::set<std::string_view> seen;
        for (const std::string& id : query_.members) {
            if (!seen.insert(id).second) {
                add(ErrorCode::TeamMemberRepeated, {{"id", id}}, "member");
                continue;
            }
            if (const auto found = picture_.find_organisation(id)) {
                out_.members.push_back(*found);
                continue;
            }
            Error error = record_not_found(model::RecordKind::Organisation, id, language_);
            error.place.field = "member";
            errors_.push_back(std::move(error));
        }
    }

    void programme(const std::vector<std::string>& themes) {
        if (query_.programme.empty()) return;
        std::string wanted = query_.programme;
        if (const auto found = picture_.find_programme(wanted)) wanted = picture_.at(*found).short_name;
        for (const std::string& theme : themes) {
            if (is_same_word(theme, wanted)) out_.theme = theme;
        }
        if (!out_.theme.empty()) return;
        constexpr std::size_t kTold = 24;
        std::string known;
        for (std::size_t i = 0; i < std::min(kTold, themes.size()); ++i)
            known += (i == 0 ? "" : ", ") + themes[i];
        add(ErrorCode::ProgrammePartUnknown,
            {{"value", query_.programme}, {"known", known.empty() ? "–" : known}}, "programme");
    }

    void countries() {
        for (const std::string& given : query_.countries) {
            if (const auto code = text::canonical_country(given)) {
                out_.countries.push_back(network::CountryCode::from(*code));
            } else {
                add(ErrorCode::CountryUnknown, {{"value", given}}, "country");
            }
        }
    }

    void kinds() {
        for (const std::string& given : query_.organisation_kinds) {
            if (const auto kind = model::from_word<model::OrganisationKind>(given)) {
                out_.kinds.push_back(*kind);
                continue;
            }
            std::string allowed;
            for (const std::string_view word : model::Words<model::OrganisationKind>::kWords)
                allowed += (allowed.empty() ? "" : ", ") + std::string(word);
            add(ErrorCode::ValueNotAllowed, {{"value", given}, {"allowed", allowed}}, "organisation_kind");
        }
    }

    const TeamQuery& query_;
    const network::Picture& picture_;
    std::string_view language_;
    match::TeamRequest out_;
    base::Errors errors_;
};

}  // namespace

base::Result<match::TeamRequest> read_team_query(const TeamQuery& query, const Snapshot& snapshot,
                                                 const match::TeamBasis& basis, std::string_view language) {
    return TeamQueryReader(query, *snapshot.picture, language).read(basis);
}

}  // namespace kontor::service
