// SPDX-License-Identifier: EUPL-1.2
#include "text/mojibake.hpp"

#include <gtest/gtest.h>

namespace kontor::text {
namespace {

TEST(Mojibake, OfWindows1252IsRepaired) {
    EXPECT_EQ(mojibake_repair("MÃ¼nchen"), "München");
    EXPECT_EQ(mojibake_repair("Technische UniversitÃ¤t KÃ¶ln"), "Technische Universität Köln");
    EXPECT_EQ(mojibake_repair("MÃƒÂ¼nchen"), "München");  // twice
    EXPECT_EQ(mojibake_repair("10 â‚¬ â€“ 20 â‚¬"), "10 € – 20 €");
    EXPECT_EQ(mojibake_repair("FundaciÃ³n"), "Fundación");
}

TEST(Mojibake, OfMacRomanIsRepaired) {
    EXPECT_EQ(mojibake_repair("Fundaci√≥n"), "Fundación");
    EXPECT_EQ(mojibake_repair("F√ñRDERUNG f√ºr Verschlei√ü"), "FÖRDERUNG für Verschleiß");
    EXPECT_EQ(mojibake_repair("hospod√°≈ôskou"), "hospodářskou");
    EXPECT_EQ(mojibake_repair("Œëœá"), "Αχ") << "Greek";
    EXPECT_EQ(mojibake_repair("dru≈æb in Ag√®ncia"), "družb in Agència");
}

TEST(Mojibake, LeavesOneSignForALetterThatIsGone) {
    EXPECT_EQ(mojibake_repair("ENERGÃ\uFFFDA"), "ENERG\uFFFDA");
    EXPECT_EQ(mojibake_repair("LORÃƒÂ\uFFFDND"), "LOR\uFFFDND") << "twice";
    EXPECT_EQ(mojibake_repair("COMPAÃ‘Ã\uFFFDA"), "COMPAÑ\uFFFDA");
    EXPECT_EQ(mojibake_repair("FÃƒ?R"), "F\uFFFDR");
}

TEST(Mojibake, SoundTextIsNotRepaired) {
    for (const char* text : {"München", "SÃO PAULO", "Universität", "plain", "", "naïve café", "Ångström ÄÖÜ",
                             "Łódź", "Œuvre", "√2 ≈ 1.41", "NÃO?", "¿Qué? ¡Ya!", "Ω-3", "LOR\uFFFDND"}) {
        EXPECT_FALSE(mojibake_repair(text)) << text << " → " << mojibake_repair(text).value_or("");
    }
}

TEST(LostLettersOf, NamesAreNoticed) {
    for (const char* name : {"LATVIJAS GR?MATNIEKU", "AMATNIEKU ?ILDE", "BAKANL???", "LOR\uFFFDND"})
        EXPECT_EQ(lost_letters(name), LostLetters::Some) << name;
    for (const char* name : {"???????? ?????????? ??? ??????", "?? # ?? %", "\uFFFD\uFFFD"})
        EXPECT_EQ(lost_letters(name), LostLetters::All) << name;
    for (const char* name : {"Who cares? Ltd", "What next?", "", "?", "Łódź", "(?)"})
        EXPECT_EQ(lost_letters(name), LostLetters::None) << name;
}

TEST(DamagedForm, IsTheWholeNameWithGaps) {
    EXPECT_TRUE(is_damaged_form("EÖTVÖS LOR\uFFFDND", "Eötvös Loránd"));
    EXPECT_TRUE(is_damaged_form("STO?ECZNE", "Stołeczne"));
    EXPECT_FALSE(is_damaged_form("STO?ECZNE", "Stołeczny"));
    EXPECT_FALSE(is_damaged_form("STO?ECZN", "Stołeczne"));
    EXPECT_FALSE(is_damaged_form("STO?ECZNE", "Sto-eczne")) << "a letter was lost, not a hyphen";
    EXPECT_FALSE(is_damaged_form("STO?ECZNEE", "Stołeczne"));
}

}  // namespace
}  // namespace kontor::text
