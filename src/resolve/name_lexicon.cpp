// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kontor::resolve {
namespace {

// clang-format off
/// Whole words, canonical where text::comparable_name has one spelling for several languages.
constexpr std::array kSorts = std::to_array<std::string_view>({
    "abbey", "academy", "agency", "airport", "alumni", "amt", "archive", "arts", "association", "authority",
    "bank", "board", "bund", "bureau", "business", "chamber", "church", "city", "club", "cluster", "college",
    "commission", "committee", "company", "confederation", "conservatory", "consortium", "cooperative",
    "council", "county", "district", "embassy", "enterprise", "fachhochschule", "federation", "forum",
    "foundation", "fund", "gmbh", "government", "group", "gymnasium", "hochschule", "hogeschool", "holding",
    "hospital", "house", "initiative", "inspectorate", "institute", "institution", "kommune", "laboratory",
    "library", "ministry", "municipality", "museum", "observatory", "office", "opera", "orchestra",
    "organisation", "organization", "parliament", "party", "police", "polytechnic", "port", "prefecture",
    "province", "region", "school", "senate", "society", "syndicate", "theatre", "trust", "union",
    "university", "verband", "verein", "zoo"});
constexpr std::array kParts = std::to_array<std::string_view>({
    "abteilung", "antenne", "branch", "campus", "chair", "delegation", "department", "direction",
    "directorate", "division", "faculty", "filiaal", "filial", "filiale", "fraktion", "geschaftsstelle",
    "lehrstuhl", "niederlassung", "operations", "representation", "section", "sektion", "standort",
    "subsidiary", "succursale", "sucursal", "unit", "unita", "werk", "zweigniederlassung", "zweigstelle"});
/// Beginnings of words of many languages that name a field or a form of work.
constexpr std::array kGenericBeginnings = std::to_array<std::string_view>({
    "aeronaut", "aerospac", "agrar", "agricul", "agron", "analy", "architec", "astro", "autom", "batter",
    "bioch", "bioeng", "biolog", "biomed", "biosc", "biotec", "capital", "cardio", "chem", "chim", "citizen",
    "clim", "clin", "commun", "compos", "comput", "constru", "consult", "cultur", "cyber", "design",
    "develop", "diagnos", "digital", "diseno", "ecolog", "econom", "edu", "ekonom", "elect", "elekt", "energ",
    "engineer", "entwickl", "enviro", "environ", "equip", "europ", "export", "fabri", "financ", "finanz",
    "fisch", "fish", "food", "forest", "forsch", "forst", "fotonic", "future", "genet", "genom", "geogr",
    "geolog", "geophy", "geosc", "gestion", "gesund", "global", "health", "histor", "human", "hydro",
    "immuno", "industr", "infor", "ingegner", "ingeni", "innov", "instit", "instrument", "intellig",
    "internat", "invest", "journal", "kommun", "konsult", "kultur", "landwirt", "laser", "life", "logist",
    "maritim", "market", "materi", "mathem", "mech", "medi", "metal", "meteor", "method", "microbio",
    "microele", "mikroele", "mobil", "molecul", "molek", "multim", "nanosc", "nanotec", "natur", "neuro",
    "nuclear", "nukle", "nutri", "ocean", "oftalm", "oncolog", "onkolog", "optic", "optik", "opto", "partner",
    "pharm", "photon", "phys", "polit", "polym", "power", "process", "produ", "project", "projekt", "psych",
    "quant", "radio", "recherch", "renew", "research", "ricerc", "robot", "satel", "scien", "scient", "secur",
    "sensor", "servi", "sicher", "simul", "social", "sofi", "soft", "solar", "solu", "sozial", "sozio",
    "space", "sport", "state", "stati", "steel", "strateg", "sustain", "synth", "system", "techn", "tecn",
    "tehn", "tekn", "telecom", "teleko", "textil", "therap", "tourism", "transpo", "umwelt", "univers",
    "urban", "veterin", "virol", "vision", "water", "wirtschaft", "wissenschaft", "zentr"});
/// Further whole words: too short or too ambiguous as beginnings.
constexpr std::array kGenericWords = std::to_array<std::string_view>({
    "access", "action", "active", "adria", "advanced", "air", "alliance", "alpha", "alpine", "american",
    "applied", "art", "asset", "auto", "baltic", "bau", "bay", "best", "beta", "bio", "blue", "bridge",
    "building", "care", "central", "centre", "chain", "civil", "clean", "coast", "commerce", "competence",
    "concept", "connect", "consulting", "control", "creative", "crisis", "data", "delta", "digit", "direct",
    "disease", "disseny", "drug", "earth", "east", "eastern", "eco", "efficiency", "euro", "excellence",
    "express", "family", "field", "first", "flight", "fluid", "focus", "forward", "foto", "french", "gas",
    "general", "geo", "german", "glass", "gold", "green", "grid", "growth", "gruppe", "hub", "ict", "ideas",
    "image", "imaging", "impact", "interactive", "iron", "island", "italian", "key", "knowledge", "lab",
    "labs", "lake", "land", "language", "law", "light", "line", "link", "live", "local", "magna",
    "management", "manufacturing", "marine", "media", "meta", "metro", "mind", "motion", "motor", "motors",
    "mountain", "nano", "national", "nationale", "net", "network", "netzwerk", "new", "next", "nord",
    "nordic", "north", "northern", "nova", "novel", "oil", "one", "open", "optimum", "pacific", "packaging",
    "palace", "park", "perfect", "photo", "plan", "planning", "plant", "plants", "plastic", "plastics",
    "platform", "plus", "point", "pole", "policy", "port", "precision", "prime", "private", "pro",
    "protection", "public", "quality", "rail", "real", "red", "resource", "resources", "river", "road",
    "rock", "royal", "rural", "safety", "sea", "silicon", "sky", "smart", "solid", "source", "south",
    "southern", "spanish", "star", "stone", "studio", "studios", "study", "sun", "support", "sur", "surface",
    "tec", "test", "testing", "tool", "tools", "top", "total", "town", "trade", "training", "travel", "tree",
    "tribe", "union", "united", "valley", "value", "ventures", "view", "visual", "vita", "voice", "wave",
    "web", "west", "western", "wind", "wood", "work", "world", "young", "youth", "zero"});
constexpr std::array kOpposites = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"east", "west"}, {"eastern", "western"}, {"est", "ovest"}, {"inter", "intra"}, {"lower", "upper"},
    {"macro", "micro"}, {"makro", "mikro"}, {"nord", "sud"}, {"north", "south"}, {"northern", "southern"},
    {"ober", "unter"}, {"ost", "west"}});
// clang-format on
static_assert(std::ranges::is_sorted(kParts) && std::ranges::is_sorted(kSorts));
static_assert(std::ranges::is_sorted(kGenericWords) && std::ranges::is_sorted(kOpposites));

template <class List>
bool holds(const List& list, std::string_view word) {
    return std::ranges::binary_search(list, word);
}

bool has_generic_beginning(std::string_view word) {
    constexpr std::size_t kShortest = 4;
    if (word.size() < kShortest) return false;
    return std::ranges::any_of(kGenericBeginnings,
                               [word](std::string_view each) { return word.starts_with(each); });
}

}  // namespace

WordClass word_class(std::string_view word) {
    if (holds(kParts, word)) return WordClass::Part;
    if (holds(kSorts, word)) return WordClass::Sort;
    const bool is_generic = holds(kGenericWords, word);
    return is_generic || has_generic_beginning(word) ? WordClass::Generic : WordClass::Plain;
}

bool is_number(std::string_view word) {
    if (word.empty()) return false;
    if (std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; })) return true;
    constexpr std::size_t kLongest = 6;
    if (word.size() < 2 || word.size() > kLongest) return false;
    const std::size_t tens = std::min(word.find_first_not_of('x'), word.size());
    const std::string_view rest = word.substr(tens);
    constexpr std::array<std::string_view, 10> kOnes{"",  "i",  "ii",  "iii",  "iv",
                                                     "v", "vi", "vii", "viii", "ix"};
    return tens <= 3 && std::ranges::find(kOnes, rest) != kOnes.end();
}

bool is_opposite(std::string_view one, std::string_view other) {
    const auto sorted = std::minmax(one, other);
    return std::ranges::binary_search(kOpposites, std::pair(sorted.first, sorted.second));
}

}  // namespace kontor::resolve
