// SPDX-License-Identifier: EUPL-1.2
#include "text/phrase_finder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kontor::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found(const PhraseFinder& finder, const std::string& text) {
    std::vector<std::string> out;
    for (const WordRange range : finder.find(text))
        out.push_back(text.substr(range.begin, range.end - range.begin));
    return out;
}
std::vector<std::string> name(const std::string& phrase, const std::string& text) {
    return found(PhraseFinder::for_name(phrase), text);
}
std::vector<std::string> address(const std::string& phrase, const std::string& text) {
    return found(PhraseFinder::for_address(phrase), text);
}

TEST(PhraseFinder, FindsNamesWhateverTheirCaseAndSpelling) {
    EXPECT_THAT(name("Ada Müller", "Ada Müller; ADA MÜLLER, ada mueller (Ada Muller)."),
                ElementsAre("Ada Müller", "ADA MÜLLER", "ada mueller", "Ada Muller"));
    EXPECT_THAT(name("Ada Müller", "with Ada\n  Müller\u00A0and Ada\u00A0Müller"),
                ElementsAre("Ada\n  Müller", "Ada\u00A0Müller"));
    EXPECT_THAT(name("Ada Müller", "„Ada Müller“, d’Ada Müller’s"), ElementsAre("Ada Müller", "Ada Müller"));
    EXPECT_THAT(name("Ännchen Groß", "ÄNNCHEN GROSS"), ElementsAre("ÄNNCHEN GROSS"));
    EXPECT_THAT(name("Мария Иванова", "мария иванова"), ElementsAre("мария иванова"));
}

TEST(PhraseFinder, TakesNoPartsOfWords) {
    for (const char* text :
         {"Ada Müllers", "Adam Müller", "Ada Müller-Lang", "Maria-Ada Müller", "Ada B. Müller", "Ada, Müller",
          "Ada", "Müller", "ada_müller", "Ada Müller@home", ""})
        EXPECT_THAT(name("Ada Müller", text), IsEmpty()) << text;
    EXPECT_THAT(name("Ada-Lena Müller", "Ada Lena Müller, Ada-Lena Müller"), ElementsAre("Ada-Lena Müller"));
    EXPECT_THAT(name("Ada B. Müller", "Ada B. Müller, Ada B Müller"), ElementsAre("Ada B. Müller"));
}

TEST(PhraseFinder, FindsAddressesAsAWhole) {
    EXPECT_THAT(address("ada.m@example.org",
                        "write to Ada.M@Example.org. Or <ada.m@example.org>, mailto:ada.m@example.org"),
                ElementsAre("Ada.M@Example.org", "ada.m@example.org", "ada.m@example.org"));
    for (const char* text :
         {"x.ada.m@example.org", "ada.m@example.org.uk", "ada.m@example.organic", "xada.m@example.org",
          "ada m@example.org", "ada.m@example.org-x.net", "ada.m+news@example.org"})
        EXPECT_THAT(address("ada.m@example.org", text), IsEmpty()) << text;
    EXPECT_THAT(address("müller@example.org", "mueller@example.org"), IsEmpty()) << "another address";
}

TEST(PhraseFinder, FindsNothingForNothing) {
    EXPECT_THAT(name("", "any text"), IsEmpty());
    EXPECT_THAT(name("–", "any – text"), IsEmpty());
    EXPECT_THAT(name("Ada Ada", "Ada Ada Ada"), ElementsAre("Ada Ada"));
}

}  // namespace
}  // namespace kontor::text
