// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <limits>
#include <set>

#include "base/limits.hpp"
#include "model/records.hpp"

namespace kontor::model {
namespace {

using base::ErrorCode;

std::set<std::pair<std::string, ErrorCode>> faults(const Record& record) {
    std::set<std::pair<std::string, ErrorCode>> out;
    for (const base::Error& error : validate(record)) out.emplace(error.place.field, error.code);
    return out;
}

using Faults = std::set<std::pair<std::string, ErrorCode>>;

Organisation sound() {
    Organisation organisation;
    organisation.id = "beispiel";
    organisation.kind = OrganisationKind::Company;
    organisation.names = {{"Beispiel GmbH", "de", NameType::Legal}};
    return organisation;
}

TEST(Validation, FindsNothingInASoundRecord) {
    EXPECT_EQ(faults(sound()), Faults{});
}

TEST(Validation, OfNewsLooksAtAddressCountriesAndGroup) {
    News news;
    news.id = "meldung";
    news.titles = {{"de", "Hafen gewinnt", TextOrigin::Person}};
    news.url = "https://blatt.example/1";
    news.countries = {"DE", "FI"};
    EXPECT_EQ(faults(news), Faults{});
    news.url = "javascript:alert(1)";
    news.countries = {"DE", "Finland"};
    news.group = "meldung";
    EXPECT_EQ(faults(news), (Faults{{"/url", ErrorCode::ValueNotAllowed},
                                    {"/countries/1", ErrorCode::CountryUnknown},
                                    {"/group", ErrorCode::ValueNotAllowed}}));
}

TEST(Validation, GivesAllFaultsAtOnce) {
    Organisation bad = sound();
    bad.id = "Größe!";
    bad.names.clear();
    bad.country = "Germany";
    bad.latitude = 91;
    bad.employees = -1;
    bad.offers = {{"photonics", {}, 12}};
    bad.topics = {"No Topic"};
    EXPECT_EQ(faults(bad), (Faults{{"/id", ErrorCode::IdInvalid},
                                   {"/names", ErrorCode::ValueMissing},
                                   {"/country", ErrorCode::CountryUnknown},
                                   {"/longitude", ErrorCode::ValueMissing},
                                   {"/latitude", ErrorCode::ValueOutOfRange},
                                   {"/employees", ErrorCode::ValueOutOfRange},
                                   {"/offers/0/trl", ErrorCode::ValueOutOfRange},
                                   {"/topics", ErrorCode::IdInvalid}}));
}

TEST(Validation, MoneyNeedsACurrencyAndDatesAnOrder) {
    Project project;
    project.id = "p";
    project.titles = {{"en", "A project", TextOrigin::Person}};
    project.total_cost = 5;
    project.start = *Date::parse("2019-02");
    project.end = *Date::parse("2018-12-31");
    EXPECT_EQ(faults(project),
              (Faults{{"/currency", ErrorCode::CurrencyMissing}, {"/end", ErrorCode::DatesReversed}}));
    project.currency = "EUR";
    project.end = *Date::parse("2019");  // may well be after February
    EXPECT_EQ(faults(project), Faults{});
}

TEST(Validation, TextsAreBoundedAndPrintable) {
    Organisation bad = sound();
    bad.city = std::string(
        "Dres\x01"
        "den");
    bad.web = std::string(base::limits::kTextBytes + 1, 'a');
    bad.languages.assign(base::limits::kListItems + 1, "de");
    EXPECT_EQ(faults(bad), (Faults{{"/city", ErrorCode::ControlCharacter},
                                   {"/web", ErrorCode::FieldTooLong},
                                   {"/languages", ErrorCode::TooManyItems}}));
}

TEST(Validation, NumbersAreFinite) {
    Participation participation;
    participation.id = "p.o";
    participation.project = "p";
    participation.organisation = "o";
    participation.contribution = std::numeric_limits<double>::quiet_NaN();
    participation.currency = "EUR";
    EXPECT_EQ(faults(participation), (Faults{{"/contribution", ErrorCode::NumberInvalid}}));
}

TEST(References, AreGivenWithTheirFields) {
    Membership membership;
    membership.id = "m";
    membership.member = "a";
    membership.cluster = "b";
    membership.source = "s";
    std::vector<std::string> found;
    for (const Reference& reference : references(membership)) {
        found.push_back(std::string(reference.field) + "=" + reference.id);
    }
    EXPECT_EQ(found, (std::vector<std::string>{"member=a", "cluster=b", "source=s"}));
}

}  // namespace
}  // namespace kontor::model
