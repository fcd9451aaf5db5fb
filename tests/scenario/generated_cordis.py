# SPDX-License-Identifier: EUPL-1.2
"""Invented projects and participations in the layout of the CORDIS export, as many as wanted."""
import zipfile

PROJECT = ("id acronym status title startDate endDate totalCost ecMaxContribution topics ecSignatureDate "
           "frameworkProgramme masterCall subCall fundingScheme nature objective contentUpdateDate rcn grantDoi "
           "keywords legalBasis").split()
ORGANISATION = ("projectID projectAcronym organisationID vatNumber name shortName SME activityType street postCode city "
                "country nutsCode geolocation organizationURL contactForm contentUpdateDate rcn order role "
                "ecContribution netEcContribution totalCost endOfParticipation active").split()
COUNTRIES = ["DE", "FR", "UK", "EL", "FI", "ES", "PL", "IT"]
WORDS = "photonics sensor imaging diagnostics robotics plasma hydrogen battery laser implant".split()


def row(columns, values):
    return ";".join('"' + str(values.get(column, "")) + '"' for column in columns) + "\n"


def write(path, projects, partners=5):
    header = lambda columns: ";".join(f'"{column}"' for column in columns) + "\n"
    project_rows, organisation_rows = [header(PROJECT)], [header(ORGANISATION)]
    for number in range(projects):
        word = WORDS[number % len(WORDS)]
        project_rows.append(row(PROJECT, {
            "id": 900000 + number, "acronym": f"INV{number}", "status": "SIGNED",
            "title": f"Invented {word} study {number}", "startDate": "2016-01-01", "endDate": "2018-12-31",
            "totalCost": 1000 + number, "frameworkProgramme": "H2020", "rcn": 500000 + number,
            "objective": f"Study number {number} of {word}, with invented partners and no meaning at all. " * 3}))
        for order in range(partners):
            organisation = (number * 7 + order * 13) % max(projects // 2, 10)
            organisation_rows.append(row(ORGANISATION, {
                "projectID": 900000 + number, "organisationID": 990000000 + organisation,
                "name": f"Invented {WORDS[organisation % 10]} works {organisation}",
                "activityType": "PRC", "city": f"Town {organisation % 50}",
                "country": COUNTRIES[organisation % len(COUNTRIES)], "order": order + 1,
                "role": "coordinator" if order == 0 else "participant", "ecContribution": 100 + order,
                "rcn": 500000 + number}))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.csv", "".join(project_rows))
        archive.writestr("organization.csv", "".join(organisation_rows))
