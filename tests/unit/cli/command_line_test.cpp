// SPDX-License-Identifier: EUPL-1.2
#include "cli/command_line.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"

namespace kontor::cli {
namespace {

using base::ErrorCode;

struct Said {
    int code = 0;
    std::string out;
    std::string err;
};

Said say_to_kontor(std::vector<const char*> words, const Serve& serve = {}) {
    words.insert(words.begin(), "kontor");
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Said said;
    said.code = run(static_cast<int>(words.size()), words.data(), serve);
    said.out = testing::internal::GetCapturedStdout();
    said.err = testing::internal::GetCapturedStderr();
    return said;
}

std::string sentence(ErrorCode code, const std::string& argument) {
    return base::sentence({code, {{"argument", argument}}, {}, {}}, "en") + "\n";
}

TEST(CommandLine, SaysWhichArgumentItDoesNotKnow) {
    for (const auto& words :
         {std::vector<const char*>{"--lang", "en", "frobnicate"},
          std::vector<const char*>{"--lang", "en", "search", "x", "frobnicate", "--frobnicate"}}) {
        const Said said = say_to_kontor(words);
        EXPECT_EQ(said.code, 2);
        EXPECT_EQ(said.err, sentence(ErrorCode::ArgumentUnknown, words.back()));
    }
}

TEST(CommandLine, SaysWhatIsMissing) {
    EXPECT_EQ(say_to_kontor({"--lang", "en"}).err, sentence(ErrorCode::ArgumentMissing, "SUBCOMMAND"));
    EXPECT_EQ(say_to_kontor({"--lang=en", "show", "project"}).err,
              sentence(ErrorCode::ArgumentMissing, "ID"));
    EXPECT_EQ(say_to_kontor({"--lang", "de", "show", "project"}).code, 2);
}

TEST(CommandLine, SaysWhyAValueIsNotPossible) {
    const std::string sentence =
        base::sentence({ErrorCode::ArgumentInvalid, {{"reason", "--limit"}}, {}, {}}, "en");
    const Said said = say_to_kontor({"--lang", "en", "search", "--limit", "many", "x"});
    EXPECT_EQ(said.code, 2);
    EXPECT_TRUE(said.err.starts_with(sentence.substr(0, sentence.find("--limit")))) << said.err;
    EXPECT_NE(said.err.find("--limit"), std::string::npos);
}

TEST(CommandLine, HelpsInBothLanguages) {
    const Said english = say_to_kontor({"--lang", "en", "--help"});
    EXPECT_EQ(english.code, 0);
    EXPECT_NE(english.out.find("Search everything"), std::string::npos);
    const Said german = say_to_kontor({"--lang", "de", "match", "partners", "--help"});
    EXPECT_EQ(german.code, 0);
    EXPECT_NE(german.out.find("Aufruf: kontor match partners"), std::string::npos) << german.out;
}

TEST(CommandLine, HandsTheServerItsOptions) {
    ServeOptions given;
    const Serve serve = [&](const ServeOptions& options) {
        given = options;
        return 7;
    };
    const Said said = say_to_kontor({"serve", "--lang", "de", "--port", "9000", "--demo", "--database",
                                     "a.db", "--data", "d", "--web", "w", "--threads", "3"},
                                    serve);
    EXPECT_EQ(said.code, 7);
    EXPECT_EQ(given.port, 9000);
    EXPECT_EQ(given.address, "127.0.0.1");
    EXPECT_EQ(given.database, "a.db");
    EXPECT_EQ(given.data, "d");
    EXPECT_EQ(given.web, "w");
    EXPECT_EQ(given.language, "de");
    EXPECT_EQ(given.threads, 3);
    EXPECT_TRUE(given.demo);
}

TEST(CommandLine, TakesTheLastOfAGlobalOption) {
    std::string database;
    const Serve serve = [&](const ServeOptions& options) {
        database = options.database;
        return 0;
    };
    EXPECT_EQ(say_to_kontor({"--database", "a.db", "serve", "--database", "b.db"}, serve).code, 0);
    EXPECT_EQ(database, "b.db");
}

}  // namespace
}  // namespace kontor::cli
