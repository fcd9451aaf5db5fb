// SPDX-License-Identifier: EUPL-1.2
#include "ingest/cordis_participations.hpp"

#include "ingest/cordis_register.hpp"

namespace kontor::ingest::cordis {
namespace {

using base::ErrorCode;

constexpr auto kActivityColumn = static_cast<std::size_t>(OrganisationCell::ActivityType);
constexpr auto kSmeColumn = static_cast<std::size_t>(OrganisationCell::Sme);

std::string text(const Table& row, OrganisationColumn column) {
    return std::string(cell(row, column));
}

RowFault fault(OrganisationColumn column, ErrorCode code, base::ErrorArguments arguments) {
    return {static_cast<std::size_t>(column), code, std::move(arguments)};
}

// Newer files say true or false instead of a day: an early end is then known, its day is not.
model::Date end_of(const Table& row, const CellNotice& notice) {
    const std::string_view raw = cell(row, OrganisationColumn::EndOfParticipation);
    if (says_nothing(raw) || truth(raw) == false) return {};
    const auto end = day(raw);
    if (!end) {
        notice(static_cast<std::size_t>(OrganisationColumn::EndOfParticipation), ErrorCode::DateInvalid,
               {{"value", std::string(raw)}});
    }
    return end.value_or(model::Date{});
}

}  // namespace

std::optional<RowFault> participation_fault(const Table& row, bool has_project) {
    const std::string organisation = text(row, OrganisationColumn::Organisation);
    if (organisation.empty()) return fault(OrganisationColumn::Organisation, ErrorCode::ValueMissing, {});
    if (!organisation_id(organisation)) {
        return fault(OrganisationColumn::Organisation, ErrorCode::IdInvalid, {{"value", organisation}});
    }
    if (!has_project) {
        return fault(OrganisationColumn::Project, ErrorCode::ReferenceUnknown,
                     {{"field", "projectID"}, {"id", text(row, OrganisationColumn::Project)}});
    }
    if (!role(cell(row, OrganisationColumn::Role))) {
        return fault(
            OrganisationColumn::Role, ErrorCode::ValueNotAllowed,
            {{"value", text(row, OrganisationColumn::Role)},
             {"allowed",
              "coordinator, participant, thirdParty, associatedPartner, internationalPartner, partner"}});
    }
    return std::nullopt;
}

model::Participation participation_record(const Table& row, const std::string& project,
                                          const std::string& source, const CellNotice& notice) {
    model::Participation out;
    out.project = project;
    out.organisation = organisation_id(cell(row, OrganisationColumn::Organisation)).value_or(std::string{});
    out.id = project + "." + out.organisation;
    out.role = role(cell(row, OrganisationColumn::Role)).value_or(model::ParticipationRole::Participant);
    out.to = end_of(row, notice);
    out.contribution = euros(cell(row, OrganisationColumn::Contribution),
                             static_cast<std::size_t>(OrganisationColumn::Contribution), notice);
    if (out.contribution) out.currency = "EUR";
    // Odd words in these two are told once per organisation, where its descriptions are united.
    const std::string_view activity = row.cells()[kActivityColumn];
    out.activity_type =
        activity_type(said_twice(activity).value_or(activity)).value_or(model::ActivityType::Unknown);
    out.is_sme = truth(row.cells()[kSmeColumn]);
    out.source = source;
    return out;
}

}  // namespace kontor::ingest::cordis
