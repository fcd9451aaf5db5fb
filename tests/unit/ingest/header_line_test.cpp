// SPDX-License-Identifier: EUPL-1.2
#include "ingest/header_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/ingest/sample_files.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;

base::Result<HeaderLine> found(const std::string& bytes, const MemberListOptions& options = {}) {
    return find_header(test::input_of("liste.csv", bytes), options);
}

ErrorCode refused(const std::string& bytes) {
    const auto header = found(bytes);
    return header ? ErrorCode::Internal : header.errors().front().code;
}

TEST(HeaderLine, IsTheFirstRowAsARule) {
    for (const std::string bytes : {"Name;Ort\nEins;Jena\n", "Firma\nEins\n", "\n\nName,Ort\nEins,Jena\n",
                                    "Ort;Land\nJena;DE\n", "[{\"Name\":\"Eins\"}]"}) {
        const auto header = found(bytes);
        ASSERT_TRUE(header.ok()) << bytes;
        EXPECT_EQ(header.value().line, 1U) << bytes;
        EXPECT_EQ(header.value().passed_over, "") << bytes;
    }
}

TEST(HeaderLine, StandsBelowATitle) {
    const auto header =
        found("Mitglieder des Vereins;;\r\nStand: 1. März;;\r\n;;\r\nFirma;Ort;Umsatz\r\nEins;Jena;1\r\n");
    ASSERT_TRUE(header.ok());
    EXPECT_EQ(header.value().line, 4U);
    EXPECT_EQ(header.value().passed_over, "Mitglieder des Vereins");
}

TEST(HeaderLine, MayComeAgainOnEveryPage) {
    const auto header = found("Mitglieder\nFirma;Ort\nEins;Jena\nFirma;Ort\nZwei;Gera\n");
    ASSERT_TRUE(header.ok());
    EXPECT_EQ(header.value().line, 2U);
}

TEST(HeaderLine, IsKnownByWordsThatTheUserTold) {
    MemberListOptions options;
    options.mapping = {{"Wer", MemberField::Name}};
    const auto header = found("Unser Verein;\nWer;Ort\nEins;Jena\n", options);
    ASSERT_TRUE(header.ok());
    EXPECT_EQ(header.value().line, 2U);
}

TEST(HeaderLine, IsNotGuessed) {
    EXPECT_EQ(refused("Muster e.V.;2024\nEins;Jena\n"), ErrorCode::HeaderNotFound);
    EXPECT_EQ(refused("Muster e.V.\nFirma;Ort\nEins;Jena\nName;Stadt\nZwei;Gera\n"),
              ErrorCode::HeaderNotFound);
    EXPECT_EQ(refused("Name#Ort#Land\nEins#Jena#DE\n"), ErrorCode::DelimiterWrong);
    EXPECT_EQ(refused(std::string("\x01\x02\x03\x04\x05\x06", 6)), ErrorCode::FormatUnknown);
}

}  // namespace
}  // namespace kontor::ingest
