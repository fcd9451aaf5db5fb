// SPDX-License-Identifier: EUPL-1.2
// The real files beside the repository, where they are: exact counts, so that no row is ever lost without
// being noticed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "ingest/cordis.hpp"
#include "ingest/vocabulary.hpp"
#include "unit/ingest/sample_files.hpp"

namespace kontor::ingest {
namespace {

class CountingSink final : public RecordSink {
public:
    base::Outcome accept(model::Record&& record, const base::Place&) override {
        ++counts[static_cast<std::size_t>(model::kind_of(record))];
        if (!model::validate(record).empty()) ++unsound;
        return base::Done{};
    }
    [[nodiscard]] std::uint64_t of(model::RecordKind kind) const {
        return counts[static_cast<std::size_t>(kind)];
    }
    std::array<std::uint64_t, 13> counts{};
    std::uint64_t unsound = 0;
};

class RealData : public testing::Test {
protected:
    static std::vector<Input> inputs(std::initializer_list<const char*> names) {
        std::vector<Input> out;
        for (const char* name : names) {
            auto input = Input::open_file(path(name));
            if (input) out.push_back(std::move(input).value());
        }
        return out;
    }
    static std::string path(const std::string& name) {
        return std::string(KONTOR_SHARED_DIR) + "/data/" + name;
    }
    static bool absent(const std::string& name) { return !std::filesystem::exists(path(name)); }

    ImportReport read_cordis(std::initializer_list<const char*> names) {
        auto reader = CordisReader::open(inputs(names));
        EXPECT_TRUE(reader.ok());
        auto report = reader.value().read(sink, {}, progress);
        if (!report) throw std::runtime_error(base::located_sentence(report.errors().front(), "en"));
        EXPECT_EQ(sink.unsound, 0U);
        return std::move(report).value();
    }
    ImportReport read_vocabulary_file(const char* name) {
        auto report = read_vocabulary(inputs({name}).front(), sink, progress);
        if (!report) throw std::runtime_error(base::located_sentence(report.errors().front(), "en"));
        EXPECT_EQ(sink.unsound, 0U);
        return std::move(report).value();
    }

    CountingSink sink;
    base::SilentProgress progress;
};

TEST_F(RealData, Horizon2020) {
    if (absent("cordis-h2020projects-csv.zip")) GTEST_SKIP();
    const ImportReport report = read_cordis({"cordis-h2020projects-csv.zip"});
    EXPECT_EQ(sink.of(model::RecordKind::Project), 20'073U);
    EXPECT_EQ(sink.of(model::RecordKind::Participation), 91'334U);
    EXPECT_EQ(sink.of(model::RecordKind::Organisation), 27'411U);
    EXPECT_EQ(report.files[0].counts, (RowCounts{20'073, 20'073, 0, 0, 0}));
    EXPECT_EQ(report.files[1].counts, (RowCounts{91'334, 91'334, 0, 0, 0}));
    EXPECT_EQ(report.files[0].notices.counts().at(base::ErrorCode::ProjectUntitled), 12'539U);
}

TEST_F(RealData, Fp7) {
    if (absent("cordis-fp7projects-csv.zip")) GTEST_SKIP();
    const ImportReport report = read_cordis({"cordis-fp7projects-csv.zip"});
    EXPECT_EQ(sink.of(model::RecordKind::Project), 24'762U);
    EXPECT_EQ(sink.of(model::RecordKind::Participation), 123'756U);
    EXPECT_EQ(sink.of(model::RecordKind::Organisation), 28'858U);
    EXPECT_EQ(report.files[1].counts, (RowCounts{123'762, 123'756, 6, 0, 0}));
}

TEST_F(RealData, BothArchivesShareTheirOrganisations) {
    if (absent("cordis-h2020projects-csv.zip") || absent("cordis-fp7projects-csv.zip")) GTEST_SKIP();
    read_cordis({"cordis-h2020projects-csv.zip", "cordis-fp7projects-csv.zip"});
    EXPECT_EQ(sink.of(model::RecordKind::Project), 44'835U);
    EXPECT_EQ(sink.of(model::RecordKind::Participation), 215'090U);
    EXPECT_EQ(sink.of(model::RecordKind::Source), 2U);
    EXPECT_LT(sink.of(model::RecordKind::Organisation), 27'411U + 28'858U);
}

TEST_F(RealData, OfficialJson) {
    if (absent("cordis-official-schema/project.json")) GTEST_SKIP();
    const ImportReport report =
        read_cordis({"cordis-official-schema/project.json", "cordis-official-schema/organization.json"});
    EXPECT_EQ(sink.of(model::RecordKind::Project), 26U);
    EXPECT_EQ(report.files[1].counts.rows, 1'076U);
    EXPECT_EQ(report.files[1].counts.refused, 0U);
    EXPECT_EQ(sink.of(model::RecordKind::Participation) + report.files[1].counts.merged, 1'076U);
}

TEST_F(RealData, EuroSciVoc) {
    if (absent("vocab/EuroSciVoc.ttl.gz")) GTEST_SKIP();
    read_vocabulary_file("vocab/EuroSciVoc.ttl.gz");
    EXPECT_EQ(sink.of(model::RecordKind::Topic), 1'016U);
    read_vocabulary_file("vocab/euroscivoc_6lang.csv");
    EXPECT_EQ(sink.of(model::RecordKind::Topic), 2 * 1'016U);
}

TEST_F(RealData, Nace) {
    if (absent("vocab/nace_noga2008_4lang.csv")) GTEST_SKIP();
    read_vocabulary_file("vocab/nace_noga2008_4lang.csv");
    EXPECT_EQ(sink.of(model::RecordKind::Topic), 996U);
}

TEST_F(RealData, Nuts) {
    if (absent("vocab/NUTS2021_all_levels.csv")) GTEST_SKIP();
    const ImportReport report = read_vocabulary_file("vocab/NUTS2021_all_levels.csv");
    EXPECT_EQ(report.files[0].counts, (RowCounts{2'124, 2'121, 0, 0, 3}));
    EXPECT_EQ(sink.of(model::RecordKind::Region), 2'121U);
}

TEST_F(RealData, Places) {
    if (absent("vocab/cities1000_geonames.tsv.gz")) GTEST_SKIP();
    const ImportReport report = read_vocabulary_file("vocab/cities1000_geonames.tsv.gz");
    EXPECT_EQ(report.files[0].counts.rows, 135'233U);
    EXPECT_EQ(sink.of(model::RecordKind::Place), 135'233U - report.files[0].counts.refused);
    EXPECT_LT(report.files[0].counts.refused, 100U);
}

}  // namespace
}  // namespace kontor::ingest
