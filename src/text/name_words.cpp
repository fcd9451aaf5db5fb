// SPDX-License-Identifier: EUPL-1.2
#include "text/name_words.hpp"

#include <algorithm>
#include <array>

namespace kontor::text {

namespace {

// clang-format off
constexpr std::array kLegalForms = std::to_array<WordPair>({
    {"ab", "ab"}, {"ad", "ad"}, {"ae", "sa"}, {"ag", "ag"}, {"ag and co kg", "ag & co kg"},
    {"ag cokg", "ag & co kg"}, {"aisbl", "aisbl"}, {"akcine bendrove", "ab"}, {"aktiebolag", "ab"},
    {"aktiengesellschaft", "ag"}, {"amke", "amke"}, {"anonim sirketi", "sa"}, {"anonimi etairia", "sa"},
    {"anonymi etaireia", "sa"}, {"anonymi etairia", "sa"}, {"anonymi eteria", "sa"},
    {"anonymos etaireia", "sa"}, {"anonymos etairia", "sa"}, {"ans", "ans"}, {"aps", "aps"}, {"as", "as"},
    {"asa", "asa"}, {"asbl", "asbl"}, {"asociatie", "ev"}, {"association sans but lucratif", "asbl"},
    {"astiki etaireia", "ae"}, {"besloten vennootschap", "bv"}, {"bhmn", "bhmn"}, {"bv", "bv"},
    {"bvba", "bvba"}, {"cic", "cic"}, {"cjsc", "jsc"}, {"co", "co"}, {"co ltd", "ltd"},
    {"community interest company", "cic"}, {"company", "co"}, {"coop", "coop"}, {"coop v", "scarl"},
    {"cooperative", "coop"}, {"coopv", "scarl"}, {"corp", "corp"}, {"corporation", "corp"}, {"d d", "dd"},
    {"dd", "dd"}, {"doo", "doo"}, {"ead", "ead"}, {"eg", "eg"}, {"ehf", "ehf"},
    {"eingetragene genossenschaft", "eg"}, {"eingetragener verein", "ev"}, {"eirl", "eurl"}, {"eood", "eood"},
    {"epe", "epe"}, {"epic", "epic"}, {"ets", "ets"}, {"eurl", "eurl"}, {"ev", "ev"}, {"gbr", "gbr"},
    {"gemeinnutzige gmbh", "ggmbh"}, {"ges mbh", "gmbh"}, {"gesellschaft mit beschrankter haftung", "gmbh"},
    {"gesmbh", "gmbh"}, {"ggmbh", "ggmbh"}, {"gie", "gie"}, {"gmbh", "gmbh"},
    {"gmbh and co kg", "gmbh & co kg"}, {"gmbh and co kgaa", "gmbh & co kgaa"},
    {"gmbh and co ohg", "gmbh & co ohg"}, {"gmbh and cokg", "gmbh & co kg"}, {"gmbh co kg", "gmbh & co kg"},
    {"gmbh u co kg", "gmbh & co kg"}, {"gmbh und co kg", "gmbh & co kg"}, {"hf", "hf"}, {"ike", "ike"},
    {"inc", "inc"}, {"incorporated", "inc"}, {"ivzw", "aisbl"}, {"jsc", "jsc"}, {"kft", "kft"}, {"kg", "kg"},
    {"kgaa", "kgaa"}, {"kommanditgesellschaft", "kg"}, {"kommanditgesellschaft auf aktien", "kgaa"},
    {"lbg", "ltd"}, {"lda", "lda"}, {"limitada", "lda"}, {"limited", "ltd"}, {"limited by guarantee", "ltd"},
    {"limited lbg", "ltd"}, {"limited liability company", "llc"}, {"limited sirketi", "ltd"}, {"llc", "llc"},
    {"llp", "llp"}, {"ltd", "ltd"}, {"ltd sti", "ltd"}, {"ltda", "lda"}, {"mbh", "gmbh"},
    {"monoprosopi epe", "epe"}, {"monoprosopi ike", "ike"}, {"naamloze vennootschap", "nv"},
    {"nonprofit kft", "kft"}, {"nv", "nv"}, {"nyrt", "nyrt"}, {"oao", "oao"}, {"ohg", "ohg"},
    {"onlus", "onlus"}, {"ood", "ood"}, {"ooo", "ooo"}, {"ops", "ops"}, {"osakeyhtio", "oy"},
    {"osauhing", "ou"}, {"ou", "ou"}, {"oy", "oy"}, {"oy ab", "oy"}, {"oyj", "oyj"}, {"partg", "partg"},
    {"partg mbb", "partg"}, {"pjsc", "jsc"}, {"plc", "plc"}, {"private limited", "ltd"},
    {"private limited company", "ltd"}, {"pte ltd", "ltd"}, {"pty ltd", "ltd"},
    {"public limited company", "plc"}, {"pvt ltd", "ltd"}, {"ra", "ra"}, {"rl", "srl"}, {"rt", "rt"},
    {"s coop", "scarl"}, {"s coop v", "scarl"}, {"sa", "sa"}, {"sa unipersonal", "sa"}, {"sae", "sa"},
    {"sal", "sal"}, {"sarl", "sarl"}, {"sarl unipersonnelle", "sarl"}, {"sas", "sas"}, {"sasu", "sas"},
    {"sau", "sa"}, {"sca", "sca"}, {"scarl", "scarl"}, {"sci", "sci"}, {"scl", "scarl"}, {"scoop", "scarl"},
    {"scoopv", "scarl"}, {"scp", "scp"}, {"scpa", "scpa"}, {"scrl", "scarl"}, {"scs", "scs"},
    {"sdruzhenie", "ev"}, {"se", "se"}, {"se and co kg", "se & co kg"}, {"se and co kgaa", "se & co kgaa"},
    {"sia", "sia"}, {"sl", "sl"}, {"sll", "sl"}, {"slne", "sl"}, {"slu", "sl"}, {"snc", "snc"},
    {"soc cons arl", "scarl"}, {"soc coop", "scarl"}, {"sociedad anonima", "sa"},
    {"sociedad anonima unipersonal", "sa"}, {"sociedad limitada", "sl"}, {"sociedade anonima", "sa"},
    {"societa a responsabilita limitata", "srl"}, {"societa per azioni", "spa"}, {"societe anonyme", "sa"},
    {"societe par actions simplifiee", "sas"}, {"sp j", "sp j"}, {"sp k", "sp k"}, {"sp zoo", "sp zoo"},
    {"spa", "spa"}, {"spj", "sp j"}, {"spk", "sp k"}, {"spol s ro", "sro"}, {"spol sro", "sro"},
    {"spolka akcyjna", "sa"}, {"spolka z ograniczona odpowiedzialnoscia", "sp zoo"}, {"spolka z oo", "sp zoo"},
    {"sprl", "sprl"}, {"spzoo", "sp zoo"}, {"srl", "srl"}, {"srl unipersonale", "srl"}, {"srls", "srl"},
    {"sro", "sro"}, {"stichting", "stichting"}, {"tic ltd sti", "ltd"}, {"ticaret limited sirketi", "ltd"},
    {"tmi", "tmi"}, {"uab", "uab"}, {"ug", "ug"}, {"ug haftungsbeschrankt", "ug"}, {"unipessoal lda", "lda"},
    {"uzdaroji akcine bendrove", "uab"}, {"viesoji istaiga", "vsi"}, {"vof", "vof"}, {"vzw", "vzw"},
    {"zao", "zao"}, {"zrt", "zrt"}});
constexpr std::array kLeadingForms = std::to_array<std::string_view>({
    "ab", "asbl", "ltd", "oao", "ooo", "ou", "oy", "sarl", "sas", "sia", "srl", "stichting", "uab", "zao"});
constexpr std::array kGeneric = std::to_array<std::string_view>({
    "academy", "agency", "applied", "association", "centre", "chamber", "city", "cluster", "college",
    "commerce", "consulting", "council", "department", "development", "energy", "engineering", "environment",
    "european", "fachhochschule", "faculty", "foundation", "french", "general", "german", "global", "group",
    "gruppe", "health", "hochschule", "holding", "hospital", "industries", "industry", "innovation",
    "institute", "international", "italian", "laboratory", "medicine", "ministry", "national", "polytechnic",
    "products", "research", "school", "science", "service", "services", "society", "solutions", "spanish",
    "system", "systems", "technical", "university"});
constexpr std::array kSmall = std::to_array<std::string_view>({
    "a", "al", "am", "an", "and", "at", "d", "da", "das", "de", "degli", "dei", "del", "dell", "della",
    "delle", "dem", "den", "der", "des", "di", "die", "do", "dos", "du", "e", "el", "en", "et", "for", "fuer",
    "fur", "i", "il", "im", "in", "l", "la", "las", "le", "les", "lo", "los", "na", "of", "on", "per", "pour",
    "the", "to", "u", "und", "van", "vom", "von", "w", "y", "z", "zu", "zum", "zur"});
// clang-format on
static_assert(std::ranges::is_sorted(kLegalForms, {}, &WordPair::first));
static_assert(std::ranges::is_sorted(kGeneric) && std::ranges::is_sorted(kSmall));
static_assert(std::ranges::is_sorted(kLeadingForms));

}  // namespace

std::span<const WordPair> legal_forms() {
    return kLegalForms;
}

std::span<const std::string_view> leading_legal_forms() {
    return kLeadingForms;
}

bool is_generic_word(std::string_view word) {
    return std::ranges::binary_search(kGeneric, word);
}

bool is_small_word(std::string_view word) {
    return std::ranges::binary_search(kSmall, word);
}

}  // namespace kontor::text
