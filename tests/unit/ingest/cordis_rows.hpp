// SPDX-License-Identifier: EUPL-1.2
// Small CORDIS exports for tests: rows under the official headers, read in one go.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "ingest/cordis.hpp"
#include "unit/ingest/sample_files.hpp"

namespace kontor::test {

using ingest::CordisReader;
using ingest::FileReport;
using ingest::ImportReport;
using ingest::Input;
using ingest::RowCounts;

inline constexpr const char* kProjectHeader =
    "\"id\";\"acronym\";\"status\";\"title\";\"startDate\";\"endDate\";\"totalCost\";\"ecMaxContribution\";"
    "\"frameworkProgramme\";\"topics\";\"objective\";\"contentUpdateDate\";\"rcn\";\"keywords\"\n";
inline constexpr const char* kOrganisationHeader =
    "projectID;organisationID;name;shortName;activityType;street;postCode;city;country;nutsCode;geolocation;"
    "role;order;"
    "ecContribution;SME;vatNumber;endOfParticipation\n";
inline constexpr const char* kProject =
    "101;ACRO;SIGNED;A title;2016-01-01;2018-12-31;100;80,5;H2020;ICT-15-2014;;;900;LEIT\n";

struct Imported {
    ImportReport report;
    KeepingSink sink;
    [[nodiscard]] const FileReport& projects() const { return report.files.at(0); }
    [[nodiscard]] const FileReport& organisations() const { return report.files.at(1); }
};

inline CordisReader reader_of(std::vector<Input> inputs) {
    auto reader = CordisReader::open(std::move(inputs));
    if (!reader) throw std::runtime_error(base::located_sentence(reader.errors().front(), "en"));
    return std::move(reader).value();
}

inline Imported import(std::vector<Input> inputs, const CordisReader::Known& known = {}) {
    Imported out;
    base::SilentProgress progress;
    auto report = reader_of(std::move(inputs)).read(out.sink, known, progress);
    if (!report) throw std::runtime_error(base::located_sentence(report.errors().front(), "en"));
    out.report = std::move(report).value();
    for (const FileReport& file : out.report.files) {
        const RowCounts& c = file.counts;
        EXPECT_EQ(c.rows, c.taken + c.merged + c.unchanged + c.refused) << file.file;
    }
    for (const model::Record& record : out.sink.records)
        EXPECT_THAT(model::validate(record), testing::IsEmpty());
    return out;
}

inline Imported import_rows(const std::string& projects, const std::string& organisations,
                            const CordisReader::Known& known = {}) {
    std::vector<Input> inputs;
    inputs.push_back(
        input_of("cordis.zip", zip_of({{"project.csv", kProjectHeader + projects},
                                       {"organization.csv", kOrganisationHeader + organisations}})));
    return import(std::move(inputs), known);
}

}  // namespace kontor::test
