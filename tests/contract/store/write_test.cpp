// SPDX-License-Identifier: EUPL-1.2
#include "contract/store/store_contract.hpp"

namespace kontor::store {
namespace {

using base::ErrorCode;
using model::RecordKind;
using support::organisation;
using support::participation;
using support::project;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class StoreWrite : public StoreContract {};
INSTANTIATE_TEST_SUITE_P(Stores, StoreWrite, testing::ValuesIn(store_kinds()), kind_name);

TEST_P(StoreWrite, EveryKindComesBackAsItWasWritten) {
    const auto records = support::sample_records();
    const WriteReport report = put(records);
    EXPECT_EQ(report.inserted, records.size());
    EXPECT_EQ(report.last_sequence, records.size());
    for (const model::Record& record : records) {
        const auto back = store_->read(model::kind_of(record), model::id_of(record));
        ASSERT_TRUE(back.ok());
        EXPECT_EQ(back.value(), record) << model::id_of(record);
    }
    expect_sound();
}

TEST_P(StoreWrite, NearlyEmptyRecordsComeBackToo) {
    const std::vector<model::Record> records{organisation("o", "O"), project("p", "P"),
                                             participation("p", "o"), support::topic("t", "T"),
                                             support::source("s")};
    put(records);
    for (const model::Record& record : records) {
        EXPECT_EQ(store_->read(model::kind_of(record), model::id_of(record)).value(), record);
    }
}

TEST_P(StoreWrite, EqualPutsChangeNothing) {
    put(support::sample_records());
    const auto before = store_->last_sequence().value();
    const WriteReport again = put(support::sample_records());
    EXPECT_EQ(again.unchanged, support::sample_records().size());
    EXPECT_EQ(again.inserted + again.updated + again.erased, 0U);
    EXPECT_EQ(again.last_sequence, before);
    EXPECT_EQ(store_->last_sequence().value(), before);
}

TEST_P(StoreWrite, UpdatesReplaceTheWholeRecord) {
    put(support::sample_records());
    auto changed = support::sample<model::Organisation>();
    changed.names.front().text = "Lichthafen";
    changed.latitude.reset();
    changed.longitude.reset();
    changed.cluster.reset();
    changed.offers.clear();
    changed.city.clear();
    const WriteReport report = put({changed});
    EXPECT_EQ(report.updated, 1U);
    EXPECT_EQ(read<model::Organisation>(changed.id), changed);
}

TEST_P(StoreWrite, ReferencesMayPointForwardInABatch) {
    put({participation("p", "o"), project("p", "P"), organisation("o", "O")});
    EXPECT_EQ(count(RecordKind::Participation), 1U);
    expect_sound();
}

TEST_P(StoreWrite, DanglingReferencesAreAllReportedAndNothingIsWritten) {
    auto call = support::sample<model::Call>();
    call.programme = "nowhere";
    call.topics = {"no-topic", "none-either"};
    call.source.clear();
    auto lost = participation("p", "o");
    lost.source = "no-source";
    const auto faults =
        refused({.puts = {organisation("o", "O"), call, lost}, .erasures = {}, .actor = "test", .mark = {}});
    std::vector<std::string> found;
    for (const base::Error& fault : faults) {
        EXPECT_EQ(fault.code, ErrorCode::ReferenceUnknown);
        found.push_back(argument(fault, "record_id") + fault.place.field + "=" + argument(fault, "kind") +
                        ":" + argument(fault, "id"));
    }
    EXPECT_THAT(found, ElementsAre("brueckenschlag-2/programme=programme:nowhere",
                                   "brueckenschlag-2/topics=topic:no-topic",
                                   "brueckenschlag-2/topics=topic:none-either", "p.o/project=project:p",
                                   "p.o/source=source:no-source"));
    EXPECT_EQ(count(RecordKind::Organisation), 0U);
    EXPECT_EQ(store_->last_sequence().value(), 0U);
    // What the refused batch brought must not be taken for known afterwards.
    EXPECT_EQ(
        refused({.puts = {participation("p", "o")}, .erasures = {}, .actor = "test", .mark = {}}).size(), 2U);
}

TEST_P(StoreWrite, ReferencesInsideNestedValuesCount) {
    auto cluster = organisation("c", "C", model::OrganisationKind::Cluster);
    cluster.cluster = model::ClusterProfile{};
    cluster.cluster->management_entity = "nobody";
    cluster.offers.push_back({.topic = "no-topic", .text = {}, .trl = 0});
    const auto faults = refused({.puts = {cluster}, .erasures = {}, .actor = "test", .mark = {}});
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0].place.field, "/offers");
    EXPECT_EQ(faults[1].place.field, "/cluster/management_entity");
}

TEST_P(StoreWrite, ImpossibleIdsAreRefused) {
    const auto faults = refused(
        {.puts = {organisation("Ä", "A"), organisation("", "B")}, .erasures = {}, .actor = "t", .mark = {}});
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0].code, ErrorCode::IdInvalid);
}

TEST_P(StoreWrite, UnsoundRecordsAreRefusedWholeWithEveryFault) {
    auto unsound = organisation("o", "A");
    unsound.country = "Finland";
    unsound.latitude = 91;
    unsound.longitude = 0;
    auto nul = organisation("n", "N");
    nul.street = std::string("nul\0inside", 10);
    const auto faults = refused(
        {.puts = {organisation("sound", "S"), unsound, nul}, .erasures = {}, .actor = "t", .mark = {}});
    ASSERT_EQ(faults.size(), 3U);
    EXPECT_EQ(faults[0].place.field, "/country");
    EXPECT_EQ(faults[1].place.field, "/latitude");
    EXPECT_EQ(faults[2].place.field, "/street");
    EXPECT_FALSE(read<model::Organisation>("sound").has_value());
    EXPECT_EQ(store_->last_sequence().value(), 0U);
}

TEST_P(StoreWrite, ErasingRemovesRecordAndIdentifiers) {
    auto one = organisation("o", "O");
    one.identifiers = {{.scheme = "PIC", .value = "1"}};
    put({one});
    const WriteReport report = erase({{RecordKind::Organisation, "o"}, {RecordKind::Project, "never-there"}});
    EXPECT_EQ(report.erased, 1U);
    EXPECT_EQ(read<model::Organisation>("o"), std::nullopt);
    EXPECT_EQ(store_->find_identifier(RecordKind::Organisation, "PIC", "1").value(), std::nullopt);
    expect_sound();
}

TEST_P(StoreWrite, WhatIsReferredToStaysAndSaysByWhom) {
    put(support::sample_records());
    const std::vector<std::pair<Erasure, std::vector<std::string>>> cases{
        {{RecordKind::Organisation, "lichthafen-gmbh"},
         {"agreement absicht-1 parties", "agreement absicht-1 confirmed_by",
          "delegation reise-boston participants", "membership m-1 member", "organisation lichthafen cluster",
          "participation p-1 organisation"}},
        {{RecordKind::Organisation, "lichthafen-ev"},
         {"organisation lichthafen cluster", "programme brueckenschlag funder", "disclosure sicht-1 owner"}},
        {{RecordKind::Topic, "photonics"},
         {"call brueckenschlag-2 topics", "organisation lichthafen offers", "organisation lichthafen topics",
          "project leuchtfeuer topics"}},
        {{RecordKind::Project, "leuchtturm"}, {"project leuchtfeuer predecessors"}},
        {{RecordKind::Project, "leuchtfeuer"},
         {"agreement absicht-1 project", "claim aussage-1 subject", "delegation reise-boston project",
          "news nachricht-1 projects", "participation p-1 project"}},
        {{RecordKind::Call, "brueckenschlag-2"}, {"project leuchtfeuer call"}},
        {{RecordKind::Agreement, "absicht-1"}, {"delegation reise-boston basis"}},
        {{RecordKind::Region, "de21"}, {"region de212 parent"}},
        {{RecordKind::Programme, "dachprogramm"},
         {"news nachricht-1 programmes", "programme brueckenschlag parent"}},
    };
    for (const auto& [erasure, expected] : cases) {
        std::vector<std::string> found;
        for (const base::Error& fault :
             refused({.puts = {}, .erasures = {erasure}, .actor = "t", .mark = {}})) {
            EXPECT_EQ(fault.code, ErrorCode::RecordInUse);
            EXPECT_EQ(argument(fault, "id"), erasure.id);
            found.push_back(argument(fault, "by_kind") + " " + argument(fault, "by") + " " +
                            argument(fault, "field"));
        }
        EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected)) << erasure.id;
    }
    EXPECT_EQ(
        refused({.puts = {}, .erasures = {{RecordKind::Source, "hafenblatt-2019"}}, .actor = "t", .mark = {}})
            .size(),
        15U);
    EXPECT_EQ(store_->last_sequence().value(), support::sample_records().size());
}

TEST_P(StoreWrite, AWordThatLooksLikeAnIdIsNoReference) {
    put({support::topic("laser", "Laser"), support::topic("optics", "Optics")});
    auto speaker = organisation("o", "O");
    speaker.offers = {{.topic = "optics", .text = support::text("en", "laser"), .trl = 3}};
    put({speaker});
    EXPECT_EQ(erase({{RecordKind::Topic, "laser"}}).erased, 1U);
}

TEST_P(StoreWrite, EverythingCanGoInOneBatch) {
    put(support::sample_records());
    std::vector<Erasure> all;
    for (const model::Record& record : support::sample_records()) {
        all.push_back({model::kind_of(record), model::id_of(record)});
    }
    EXPECT_EQ(erase(all).erased, all.size());
    expect_sound();
    // Nothing is known any more.
    EXPECT_EQ(
        refused(
            {.puts = {participation("leuchtfeuer", "lichthafen")}, .erasures = {}, .actor = "t", .mark = {}})
            .size(),
        2U);
}

TEST_P(StoreWrite, PutAndErasedInOneBatchIsGone) {
    const auto report = written({.puts = {participation("nowhere", "nobody")},
                                 .erasures = {{RecordKind::Participation, "nowhere.nobody"}},
                                 .actor = "test",
                                 .mark = {}});
    EXPECT_EQ(report.inserted, 1U);
    EXPECT_EQ(report.erased, 1U);
    EXPECT_EQ(count(RecordKind::Participation), 0U);
}

TEST_P(StoreWrite, TheLastPutOfAnIdWins) {
    put({organisation("o", "first"), organisation("o", "second")});
    EXPECT_EQ(model::display_name(*read<model::Organisation>("o")), "second");
    EXPECT_EQ(count(RecordKind::Organisation), 1U);
}

TEST_P(StoreWrite, OneIdentifierNamesOneRecord) {
    auto first = organisation("first", "A");
    first.identifiers = {{.scheme = "VAT", .value = "X"}, {.scheme = "PIC", .value = "7"}};
    auto second = organisation("second", "B");
    second.identifiers = first.identifiers;
    put({first});
    const auto faults = refused({.puts = {second}, .erasures = {}, .actor = "t", .mark = {}});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].code, ErrorCode::IdentifierTaken);
    EXPECT_EQ(faults[0].place.field, "/identifiers/1");
    EXPECT_EQ(argument(faults[0], "other"), "first");
    // Handing it over in one batch is no conflict, in whatever order.
    first.identifiers.pop_back();
    put({second, first});
    EXPECT_EQ(store_->find_identifier(RecordKind::Organisation, "PIC", "7").value(), "second");
    // Institutes of one university share a VAT number: nobody is *the* carrier.
    EXPECT_EQ(store_->find_identifier(RecordKind::Organisation, "VAT", "X").value(), std::nullopt);
    expect_sound();
}

TEST_P(StoreWrite, WhatTheWriterCannotSeeTakesNoIdentifier) {
    auto hidden = organisation("hidden", "A");
    hidden.identifiers = {{.scheme = "PIC", .value = "7"}};
    auto fresh = organisation("fresh", "B");
    fresh.identifiers = hidden.identifiers;
    put({hidden});
    store::WriteBatch batch{.puts = {fresh}, .actor = "t"};
    batch.unseen = [](RecordKind, const std::string& id) { return id == "hidden"; };
    ASSERT_TRUE(store_->write(batch).ok());
    EXPECT_EQ(store_->carriers(RecordKind::Organisation, "PIC", "7").value(),
              (std::vector<std::string>{"fresh", "hidden"}));
    EXPECT_EQ(store_->find_identifier(RecordKind::Organisation, "PIC", "7").value(), std::nullopt);
    // Whoever looks after the hidden one goes on doing so.
    hidden.city = "Jena";
    put({hidden});
    expect_sound();
}

TEST_P(StoreWrite, OddTextsSurvive) {
    auto odd = organisation("o", "Quote \" back \\ slash / tab\t line\n emoji 🚢 arabic ميناء");
    odd.city = "'; DROP TABLE organisation; --";
    odd.street = "\u05D0\u0301\u200D";
    odd.description = support::text("de", std::string(90'000, 'x'));
    put({odd});
    EXPECT_EQ(read<model::Organisation>("o"), odd);
}

TEST_P(StoreWrite, NumbersSurviveBitByBit) {
    auto exact = project("p", "P");
    exact.currency = "EUR";
    for (const double amount : {0.1, 1e15 + 0.3, 5e-324, 1.7976931348623157e308, 1234567.891}) {
        exact.total_cost = amount;
        exact.phases = {{.number = 1, .name = {}, .from = {}, .to = {}, .budget = amount}};
        put({exact});
        EXPECT_EQ(read<model::Project>("p"), exact);
    }
}

}  // namespace
}  // namespace kontor::store
