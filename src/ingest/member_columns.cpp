// SPDX-License-Identifier: EUPL-1.2
#include "ingest/member_columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "text/fold.hpp"
#include "text/names.hpp"

namespace kontor::ingest {
namespace {

struct FieldWords {
    MemberField field;
    std::string_view word;       // in options and reports
    std::string_view spellings;  // comparable words, separated by bars
};

constexpr std::array<FieldWords, 24> kFields{{
    {MemberField::Ignored, "ignored", ""},
    {MemberField::Name, "name",
     "name|firma|firmenname|unternehmen|unternehmensname|organisation|organisationsname|organization|"
     "institution|"
     "einrichtung|mitglied|mitgliedsname|member|member name|company|company name|organisation "
     "name|organization name|"
     "societe|entreprise|raison sociale|nom|membre|nom de l entreprise|denomination|firma "
     "institution|betrieb|bezeichnung|firmenbezeichnung|akteur|"
     "mitgliedsunternehmen|mitgliedsfirma|partner|teilnehmer|etablissement"},
    {MemberField::ShortName, "short_name",
     "kurzname|kurzbezeichnung|abkurzung|kurzel|akronym|acronym|short name|sigle|abbreviation|nom court"},
    {MemberField::Street, "street",
     "strasse|strasse nr|strasse hausnummer|strasse und hausnummer|anschrift|adresse|address|street|street "
     "address|rue|"
     "adresse postale|address line 1|str"},
    {MemberField::Postcode, "postcode",
     "plz|postleitzahl|postcode|post code|zip|zip code|zipcode|postal code|code postal|cp"},
    {MemberField::City, "city",
     "ort|stadt|city|town|ville|commune|sitz|localite|standort|gemeinde|ort stadt|location"},
    {MemberField::Country, "country", "land|staat|country|pays|landercode|landerkennung|country code|nation"},
    {MemberField::Nuts, "nuts", "nuts|nuts code|nutscode|nuts 2|nuts 3|nuts2|nuts3"},
    {MemberField::Web, "web",
     "web|website|webseite|homepage|internet|url|www|internetseite|internetadresse|webadresse|site web|site "
     "internet|"
     "web site|link"},
    {MemberField::Employees, "employees",
     "mitarbeiter|mitarbeiterzahl|mitarbeiteranzahl|anzahl mitarbeiter|anzahl der mitarbeiter|mitarbeitende|"
     "beschaftigte|anzahl beschaftigte|beschaftigtenzahl|ma|employees|staff|headcount|number of "
     "employees|effectif|"
     "effectifs|salaries|nombre de salaries|mitarbeiter innen|mitarbeiterinnen und mitarbeiter"},
    {MemberField::Turnover, "turnover",
     "umsatz|jahresumsatz|turnover|annual turnover|revenue|sales|chiffre d affaires|ca|umsatzerlose"},
    {MemberField::Founded, "founded",
     "grundungsjahr|gegrundet|grundung|founded|founded in|year founded|foundation year|annee de "
     "creation|creation|"
     "annee de fondation|grundungsdatum"},
    {MemberField::Topics, "topics",
     "branche|branchen|themen|thema|technologien|technologie|technologiefelder|technologiefeld|kompetenzen|"
     "kompetenz|"
     "schwerpunkte|schwerpunkt|tatigkeitsfelder|tatigkeitsfeld|arbeitsgebiete|anwendungsfelder|"
     "geschaftsfelder|"
     "themen "
     "technologien|industry|industries|sector|sectors|topics|topic|technologies|technology|competences|"
     "competencies|fields of activity|keywords|stichworte|schlagworte|tags|secteur|secteurs|secteur d "
     "activite|"
     "domaines|themes"},
    {MemberField::Description, "description",
     "beschreibung|kurzbeschreibung|profil|firmenprofil|unternehmensprofil|kurzprofil|description|profile|"
     "about|"
     "presentation|uber uns|short description"},
    {MemberField::MemberSince, "member_since",
     "mitglied seit|beitritt|beitrittsdatum|eintritt|eintrittsdatum|member since|joined|date joined|membre "
     "depuis|"
     "date d adhesion|adhesion|mitgliedschaft seit|beitrittsjahr"},
    {MemberField::MembershipType, "membership_type",
     "mitgliedschaft|mitgliedsart|mitgliedstyp|mitgliedskategorie|mitgliedsgruppe|art der mitgliedschaft|"
     "membership type|membership|type of membership|type de membre|categorie de membre|membership category"},
    {MemberField::Kind, "kind",
     "typ|art|organisationstyp|organisationsart|unternehmenstyp|akteurstyp|type|organisation "
     "type|organization type|"
     "kategorie|category|kind|type d organisation|categorie|institutionstyp"},
    {MemberField::Offers, "offers",
     "angebot|angebote|wir bieten|bietet|bieten|leistungen|leistungsangebot|offer|offers|we "
     "offer|offering|offre|offres|"
     "produkte|produkte und leistungen|products|services|products and services"},
    {MemberField::Needs, "needs",
     "gesucht|gesuche|gesuch|suche|sucht|bedarf|bedarfe|wir suchen|need|needs|request|requests|looking "
     "for|recherche|"
     "besoin|besoins|sought|wanted|kooperationswunsch|kooperationswunsche"},
    {MemberField::Vat, "vat",
     "ustid|ust id|ust idnr|ust id nr|umsatzsteuer id|vat|vat number|vat id|numero tva|tva|uid"},
    {MemberField::Pic, "pic", "pic|pic nummer|pic number|pic code|participant identification code"},
    {MemberField::Latitude, "latitude", "latitude|lat|breitengrad"},
    {MemberField::Longitude, "longitude", "longitude|lon|lng|long|langengrad"},
    {MemberField::MemberNumber, "member_number",
     "mitgliedsnummer|mitgliedsnr|mitglieds nr|member number|member id|membership number|numero de "
     "membre|member no"},
}};

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

const std::map<std::string, MemberField>& spellings() {
    static const std::map<std::string, MemberField> known = [] {
        std::map<std::string, MemberField> out;
        for (const FieldWords& field : kFields) {
            for (const std::string& spelling : split(field.spellings, '|')) {
                out.emplace(comparable_words(spelling), field.field);
            }
        }
        return out;
    }();
    return known;
}

std::string without_brackets(std::string_view text) {
    std::string out;
    int depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[') ++depth;
        if (depth == 0) out += c;
        if ((c == ')' || c == ']') && depth > 0) --depth;
    }
    return out;
}

// Units that stand behind a column's word: "Umsatz in Mio. EUR".
std::string without_units(const std::string& comparable) {
    constexpr std::array<std::string_view, 12> kUnits{"in",   "mio",  "mrd", "millionen", "million", "eur",
                                                      "euro", "teur", "tsd", "m",         "k",       "ca"};
    std::string out;
    for (const std::string& word : split(comparable, ' ')) {
        const bool unit = !out.empty() && std::find(kUnits.begin(), kUnits.end(), word) != kUnits.end();
        if (!unit) out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

// A known spelling that stands among the words of a longer header ("Name der Einrichtung"); the longest one.
ColumnGuess contained_guess(const std::string& comparable) {
    constexpr std::size_t kShortest = 3;
    const std::string padded = " " + comparable + " ";
    ColumnGuess best;
    std::size_t longest = 0;
    for (const auto& [spelling, field] : spellings()) {
        if (spelling.size() < kShortest || spelling.size() <= longest) continue;
        if (padded.find(" " + spelling + " ") == std::string::npos) continue;
        best = {field, 0.8};
        longest = spelling.size();
    }
    return best;
}

ColumnGuess misspelt_guess(const std::string& comparable) {
    constexpr std::size_t kShortest = 6;
    if (comparable.size() < kShortest) return {};
    for (const auto& [spelling, field] : spellings()) {
        if (spelling.size() >= kShortest && text::edit_distance(spelling, comparable, 1) <= 1)
            return {field, 0.7};
    }
    return {};
}

template <class E, std::size_t N>
std::optional<E> meaning(std::string_view text, const std::array<std::pair<std::string_view, E>, N>& words) {
    const std::string comparable = comparable_words(text);
    const std::string padded = " " + comparable + " ";
    for (const auto& [word, value] : words) {
        // A word with a star is met as the beginning of a word.
        const bool open = word.ends_with('*');
        const std::string sought =
            " " + std::string(open ? word.substr(0, word.size() - 1) : word) + (open ? "" : " ");
        if (padded.find(sought) != std::string::npos) return value;
    }
    return std::nullopt;
}

}  // namespace

std::string_view word(MemberField field) {
    for (const FieldWords& known : kFields) {
        if (known.field == field) return known.word;
    }
    return {};
}

std::optional<MemberField> member_field(std::string_view word) {
    for (const FieldWords& known : kFields) {
        if (known.word == word) return known.field;
    }
    return std::nullopt;
}

std::string comparable_words(std::string_view text) {
    const std::string folded = text::collapsed_umlauts(text::folded(text));
    constexpr std::string_view kPunctuation =
        "\xE2\x80";  // U+2000 to U+203F: dashes, quotation marks, blanks
    std::string out;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char c = folded[i];
        const bool mark = std::string_view(folded).substr(i).starts_with(kPunctuation);
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter && !mark) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
        if (mark) i += 2;
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

ColumnGuess guess_column(std::string_view header) {
    const std::string comparable = comparable_words(header);
    if (comparable.empty()) return {};
    if (const auto found = spellings().find(comparable); found != spellings().end())
        return {found->second, 1.0};
    const std::string bare = without_units(comparable_words(without_brackets(header)));
    if (const auto found = spellings().find(bare); found != spellings().end()) return {found->second, 0.95};
    if (const ColumnGuess contained = contained_guess(bare); contained.confidence > 0) return contained;
    return misspelt_guess(bare);
}

double amount_factor(std::string_view header) {
    const std::string padded = " " + comparable_words(header) + " ";
    const auto names = [&](std::string_view word) {
        return padded.find(" " + std::string(word) + " ") != std::string::npos;
    };
    if (names("mrd") || names("milliarden") || names("billion")) return 1e9;
    if (names("mio") || names("millionen") || names("million") || names("millions") || names("m") ||
        names("meur"))
        return 1e6;
    if (names("teur") || names("tsd") || names("k") || names("keur") || names("tausend")) return 1e3;
    return 1;
}

std::optional<model::OrganisationKind> kind_of_word(std::string_view word) {
    using enum model::OrganisationKind;
    if (const auto exact = model::from_word<model::OrganisationKind>(word)) return exact;
    static constexpr std::array<std::pair<std::string_view, model::OrganisationKind>, 37> kWords{{
        {"cluster*", Cluster},
        {"netzwerk*", Cluster},
        {"hochschul*", University},
        {"fachhochschul*", University},
        {"universit*", University},
        {"university", University},
        {"higher education", University},
        {"klinik*", Clinic},
        {"klinikum", Clinic},
        {"krankenhaus*", Clinic},
        {"hospital*", Clinic},
        {"hopital*", Clinic},
        {"forschung*", ResearchInstitute},
        {"research*", ResearchInstitute},
        {"recherche", ResearchInstitute},
        {"institut*", ResearchInstitute},
        {"behorde*", PublicBody},
        {"kommun*", PublicBody},
        {"offentlich*", PublicBody},
        {"public*", PublicBody},
        {"ministeri*", PublicBody},
        {"verband*", Association},
        {"verein*", Association},
        {"kammer*", Association},
        {"association*", Association},
        {"anwender*", EndUser},
        {"end user*", EndUser},
        {"endnutzer*", EndUser},
        {"kmu", Company},
        {"sme", Company},
        {"pme", Company},
        {"unternehmen*", Company},
        {"grossunternehmen*", Company},
        {"firma", Company},
        {"compan*", Company},
        {"entreprise*", Company},
        {"start*", Company},
    }};
    return meaning(word, kWords);
}

model::OrganisationKind kind_of_name(std::string_view name) {
    using enum model::OrganisationKind;
    static constexpr std::array<std::pair<std::string_view, model::OrganisationKind>, 19> kWords{{
        {"universitatsklinik*", Clinic},
        {"klinik*", Clinic},
        {"krankenhaus*", Clinic},
        {"hospital*", Clinic},
        {"hopital*", Clinic},
        {"hochschule*", University},
        {"universit*", University},
        {"university", University},
        {"tu", University},
        {"fh", University},
        {"fraunhofer*", ResearchInstitute},
        {"max planck*", ResearchInstitute},
        {"helmholtz*", ResearchInstitute},
        {"leibniz*", ResearchInstitute},
        {"forschungs*", ResearchInstitute},
        {"stadt", PublicBody},
        {"landkreis", PublicBody},
        {"ministerium*", PublicBody},
        {"landeshauptstadt", PublicBody},
    }};
    if (const auto found = meaning(name, kWords)) return *found;
    const std::string form = text::comparable_name(name).legal_form;
    if (form.empty())
        return meaning(name,
                       std::array<std::pair<std::string_view, model::OrganisationKind>, 1>{
                           {{"institut*", ResearchInstitute}}})
            .value_or(Other);
    return form == "ev" || form == "e v" ? Association : Company;
}

std::optional<model::MembershipType> membership_type_of_word(std::string_view word) {
    using enum model::MembershipType;
    if (const auto exact = model::from_word<model::MembershipType>(word); exact && exact != Unknown)
        return exact;
    static constexpr std::array<std::pair<std::string_view, model::MembershipType>, 21> kWords{{
        {"kmu", Sme},
        {"sme", Sme},
        {"pme", Sme},
        {"kleinunternehmen*", Sme},
        {"start*", Sme},
        {"gross*", Large},
        {"large*", Large},
        {"konzern*", Large},
        {"hochschul*", University},
        {"universit*", University},
        {"forschung*", Research},
        {"research*", Research},
        {"institut*", Research},
        {"offentlich*", Public},
        {"public*", Public},
        {"anwender*", EndUser},
        {"klinik*", EndUser},
        {"investor*", Investor},
        {"forder*", Associate},
        {"assoziier*", Associate},
        {"associat*", Associate},
    }};
    return meaning(word, kWords);
}

bool is_total_label(std::string_view text) {
    constexpr std::array<std::string_view, 13> kTotals{
        "summe", "gesamt",   "gesamtsumme", "gesamtzahl", "zwischensumme", "insgesamt", "total",
        "sum",   "subtotal", "sub total",   "totals",     "grand total",   "somme"};
    constexpr std::array<std::string_view, 9> kCounted{"mitglieder", "firmen",   "unternehmen",
                                                       "members",    "anzahl",   "companies",
                                                       "membres",    "eintrage", "der"};
    std::string left;
    for (const std::string& word : split(comparable_words(text), ' ')) {
        const bool is_number = word.find_first_not_of("0123456789") == std::string::npos;
        if (is_number || std::find(kCounted.begin(), kCounted.end(), word) != kCounted.end()) continue;
        left += (left.empty() ? "" : " ") + word;
    }
    return std::find(kTotals.begin(), kTotals.end(), left) != kTotals.end();
}

}  // namespace kontor::ingest
