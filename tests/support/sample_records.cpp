// SPDX-License-Identifier: EUPL-1.2
#include "support/sample_records.hpp"

#include <cstdlib>

namespace kontor::support {
namespace {

using namespace model;

Source sample_source() {
    return {.id = "hafenblatt-2019",
            .title = "Hafenblatt, Ausgabe 3/2019",
            .kind = SourceKind::Press,
            .url = "https://hafenblatt.example/2019/3",
            .publisher = "Verlag am Kai",
            .published = date("2019-03-14"),
            .as_of = date("2019-03"),
            .licence = "CC BY 4.0",
            .note = "Seite 7 „Optik“"};
}

Region sample_region() {
    return {.id = "de212",
            .code = "DE212",
            .level = 3,
            .country = "DE",
            .parent = "de21",
            .name = "München, Kreisfreie Stadt",
            .version = "2021",
            .source = "hafenblatt-2019"};
}

Place sample_place() {
    return {.id = "place-1",
            .name = "Łódź",
            .alternative_names = {"Lodz", "Lodsch"},
            .country = "PL",
            .latitude = 51.77058,
            .longitude = 19.47395,
            .population = 768755,
            .source = "hafenblatt-2019"};
}

Topic sample_topic() {
    return {.id = "photonics",
            .scheme = TopicScheme::EuroSciVoc,
            .kind = TopicKind::Science,
            .labels = {{"de", "Photonik"}, {"en", "photonics"}},
            .synonyms = {{"de", {"Lichttechnik", "optische Technologien"}}, {"en", {"light technology"}}},
            .parent = "optics",
            .mappings = {{.scheme = "nace", .code = "26.70"}},
            .definition = {{"en", "Making, steering and measuring light."}},
            .source = "hafenblatt-2019"};
}

ClusterProfile sample_cluster_profile() {
    return {.management_entity = "lichthafen-gmbh",
            .association_entity = "lichthafen-ev",
            .labels = {{.scheme = "ESCA", .level = "gold", .from = date("2018"), .to = date("2021-12-31")}},
            .target_regions =
                {{.country = "FI", .region = "Tampere", .name = text("de", "Finnland"), .priority = 1}},
            .services = text("en", "matchmaking")};
}

Organisation sample_organisation() {
    return {
        .id = "lichthafen",
        .kind = OrganisationKind::Cluster,
        .names = {{.text = "Lichthafen Nord", .lang = "de", .type = NameType::Short},
                  {.text = "Light Harbour \"North\"", .lang = "en", .type = NameType::Alias}},
        .identifiers = {{.scheme = "PIC", .value = "999000111"}, {.scheme = "VAT", .value = "DE000000001"}},
        .country = "DE",
        .nuts = "DE600",
        .city = "Hamburg",
        .postcode = "20457",
        .street = "Am Kai 1",
        .latitude = 53.5439,
        .longitude = 9.9883,
        .web = "https://lichthafen.example",
        .description = {{.lang = "de", .text = "Ein Cluster für Licht.", .origin = TextOrigin::Import},
                        {.lang = "fr", .text = "Un pôle de la lumière.", .origin = TextOrigin::Machine}},
        .topics = {"photonics", "optics"},
        .offers = {{.topic = "photonics", .text = text("de", "Laserschweißen"), .trl = 7}},
        .needs = {{.topic = "optics", .text = text("en", "clinical partners"), .trl = 4}},
        .activity_type = ActivityType::OTH,
        .size_class = SizeClass::Small,
        .employees = 12,
        .is_sme = true,
        .founded = 2004,
        .languages = {"de", "en"},
        .open_for_ideas = true,
        .invented = true,
        .cluster = sample_cluster_profile(),
        .source = "hafenblatt-2019",
        .as_of = date("2020-06-01")};
}

Membership sample_membership() {
    return {.id = "m-1",
            .member = "lichthafen-gmbh",
            .cluster = "lichthafen",
            .type = MembershipType::Sme,
            .from = date("2010"),
            .to = date("2020-12-31"),
            .source = "hafenblatt-2019"};
}

Programme sample_programme() {
    return {.id = "brueckenschlag",
            .names = text("de", "Brückenschlag"),
            .short_name = "BRÜ",
            .funder = "lichthafen-ev",
            .parent = "dachprogramm",
            .from = date("2014"),
            .to = date("2020"),
            .url = "https://brueckenschlag.example",
            .description = text("de", "Fördert Vorhaben über Grenzen."),
            .source = "hafenblatt-2019"};
}

Call sample_call() {
    return {.id = "brueckenschlag-2",
            .programme = "brueckenschlag",
            .identifier = "BRÜ-2018-02",
            .titles = text("de", "Zweiter Aufruf"),
            .opens = date("2018-01-15"),
            .deadline = date("2018-05-31"),
            .zone = "Europe/Berlin",
            .budget = 2500000.5,
            .currency = "EUR",
            .action_type = "RIA",
            .topics = {"photonics"},
            .description = text("de", "Für Verbünde."),
            .url = "https://brueckenschlag.example/2",
            .source = "hafenblatt-2019"};
}

Project sample_project() {
    return {.id = "leuchtfeuer",
            .acronym = "LEUCHTFEUER",
            .titles = text("en", "Light across the sea"),
            .programme = "brueckenschlag",
            .call = "brueckenschlag-2",
            .identifiers = {{.scheme = "GA", .value = "700001"}},
            .status = ProjectStatus::Closed,
            .start = date("2018-09-01"),
            .end = date("2021-08"),
            .funding_scheme = "RIA",
            .total_cost = 1234567.89,
            .eu_contribution = 1000000,
            .currency = "EUR",
            .objective = text("en", "Guide ships by light.\nAnd report."),
            .topics = {"photonics"},
            .keywords = {"laser", "Schifffahrt"},
            .target_regions =
                {{.country = "US", .region = "Boston", .name = text("en", "Boston"), .priority = 2}},
            .phases = {{.number = 1,
                        .name = text("de", "Aufbau"),
                        .from = date("2018-09"),
                        .to = date("2019-08"),
                        .budget = 500000.25}},
            .strands = {{.name = text("de", "Technik"), .description = text("de", "Sender und Empfänger")}},
            .predecessors = {"leuchtturm"},
            .url = "https://leuchtfeuer.example",
            .source = "hafenblatt-2019",
            .as_of = date("2020")};
}

Participation sample_participation() {
    return {.id = "p-1",
            .project = "leuchtfeuer",
            .organisation = "lichthafen-gmbh",
            .role = ParticipationRole::InternationalPartner,
            .phases = {1, 2},
            .from = date("2018-09"),
            .to = date("2021-08"),
            .contribution = 250000.1,
            .currency = "EUR",
            .activity_type = ActivityType::PRC,
            .is_sme = false,
            .source = "hafenblatt-2019"};
}

Agreement sample_agreement() {
    return {.id = "absicht-1",
            .type = AgreementType::Loi,
            .titles = text("de", "Absichtserklärung"),
            .parties = {"lichthafen", "lichthafen-gmbh"},
            .signed_on = date("2017-05-05"),
            .valid_to = date("2022"),
            .scope = text("de", "Austausch"),
            .project = "leuchtfeuer",
            .source = "hafenblatt-2019",
            .confirmed_by = {"lichthafen", "lichthafen-gmbh"}};
}

Delegation sample_delegation() {
    return {.id = "reise-boston",
            .titles = text("de", "Reise nach Boston"),
            .from = date("2019-10-06"),
            .to = date("2019-10-11"),
            .organisers = {"lichthafen"},
            .participants = {"lichthafen-gmbh"},
            .basis = "absicht-1",
            .project = "leuchtfeuer",
            .stops = {{.city = "Boston",
                       .country = "US",
                       .zone = "America/New_York",
                       .from = date("2019-10-06"),
                       .to = date("2019-10-11"),
                       .purpose = text("de", "Klinikbesuche")}},
            .description = text("de", "Sechs Tage."),
            .source = "hafenblatt-2019"};
}

Claim sample_claim() {
    return {.id = "aussage-1",
            .subject_kind = RecordKind::Project,
            .subject = "leuchtfeuer",
            .predicate = "total_cost",
            .value = "1300000",
            .unit = "EUR",
            .phase = 1,
            .status = ClaimStatus::Amended,
            .approximate = true,
            .as_of = date("2019-03"),
            .source = "hafenblatt-2019",
            .sentence = "Rund 1,3 Mio. Euro kostet das Vorhaben.",
            .confidence = 0.75,
            .review = ClaimReview::Waiting};
}

Person sample_person() {
    return {.id = "ada-beispiel",
            .name = "Ada Beispiel",
            .organisation = "lichthafen",
            .function = "Internationales",
            .email = "ada@lichthafen.example",
            .phone = "+49 351 0000",
            .languages = {"de", "en"},
            .purpose = "contact",
            .consent_version = "2026-1",
            .consent_on = date("2026-01-02"),
            .keep_until = date("2028-01-02"),
            .source = "hafenblatt-2019",
            .as_of = date("2026-01-02")};
}

Disclosure sample_disclosure() {
    return {.id = "sicht-1",
            .subject_kind = RecordKind::Organisation,
            .subject = "lichthafen",
            .owner = "lichthafen-ev",
            .visibility = Visibility::Network,
            .fields = {{.field = "needs", .visibility = Visibility::Matched}},
            .source = "hafenblatt-2019"};
}

News sample_news() {
    return {.id = "nachricht-1",
            .titles = text("de", "Lichthafen wird Partner"),
            .summary = text("de", "Ein Satz darüber."),
            .published = date("2019-04-02"),
            .publisher = "Hafenblatt",
            .url = "https://hafenblatt.example/lichthafen",
            .organisations = {"lichthafen"},
            .projects = {"leuchtfeuer"},
            .programmes = {"dachprogramm"},
            .topics = {"optics"},
            .countries = {"DE", "LT"},
            .regions = {"DE21"},
            .group = "nachricht-0",
            .keeper = "lichthafen",
            .source = "hafenblatt-2019"};
}

}  // namespace

std::vector<Record> sample_records() {
    Region parent_region{.id = "de21", .code = "DE21", .level = 2, .country = "DE", .name = "Oberbayern"};
    Programme parent_programme{.id = "dachprogramm", .names = text("de", "Dachprogramm")};
    return {sample_source(),
            sample_region(),
            sample_place(),
            sample_topic(),
            sample_organisation(),
            sample_membership(),
            sample_programme(),
            sample_call(),
            sample_project(),
            sample_participation(),
            sample_agreement(),
            sample_delegation(),
            sample_claim(),
            sample_person(),
            sample_disclosure(),
            sample_news(),
            News{.id = "nachricht-0", .titles = text("de", "Lichthafen als Partner")},
            parent_region,
            topic("optics", "optics"),
            organisation("lichthafen-gmbh", "Lichthafen GmbH"),
            organisation("lichthafen-ev", "Lichthafen e. V.", OrganisationKind::Association),
            parent_programme,
            project("leuchtturm", "Lighthouse")};
}

Date date(std::string_view text) {
    const auto found = Date::parse(text);
    if (!found) std::abort();
    return *found;
}

Texts text(const std::string& lang, const std::string& words) {
    return {{.lang = lang, .text = words}};
}

Source source(const std::string& id) {
    return {.id = id, .title = "Source " + id};
}

Topic topic(const std::string& id, const std::string& label) {
    return {.id = id, .labels = {{"en", label}}};
}

Organisation organisation(const std::string& id, const std::string& name, OrganisationKind kind) {
    Organisation out;
    out.id = id;
    out.kind = kind;
    out.names = {{.text = name}};
    return out;
}

Project project(const std::string& id, const std::string& title) {
    Project out;
    out.id = id;
    out.titles = text("en", title);
    return out;
}

Membership membership(const std::string& member, const std::string& cluster) {
    Membership out;
    out.id = member + "." + cluster;
    out.member = member;
    out.cluster = cluster;
    return out;
}

Participation participation(const std::string& project, const std::string& organisation,
                            ParticipationRole role) {
    Participation out;
    out.id = project + "." + organisation;
    out.project = project;
    out.organisation = organisation;
    out.role = role;
    return out;
}

}  // namespace kontor::support
