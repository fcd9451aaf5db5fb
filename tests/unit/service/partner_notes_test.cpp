// SPDX-License-Identifier: EUPL-1.2
// Notes about partners: who writes and reads them, what is wrong with them, whose list they change, and what
// becomes of them when organisations are merged and accounts, people and organisations go.
#include "service/partner_note_service.hpp"

#include <gmock/gmock.h>

#include "codec/json_text.hpp"
#include "service/audit_service.hpp"
#include "service/merge_service.hpp"
#include "service/notes_replay.hpp"
#include "service/partner_service.hpp"
#include "service/privacy_service.hpp"
#include "service/record_service.hpp"
#include "service/sweep.hpp"
#include "service/undo_service.hpp"
#include "unit/service/accounts.hpp"

namespace kontor::service {
namespace {

using model::RecordKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::int64_t kDay = 24 * 3'600;
const char* const kToday = "2026-11-18";  // of kStart

class PartnerNotes : public Accounts {
protected:
    PartnerNotes() {
        std::vector<model::Record> records;
        for (const char* id : {"one", "two", "three", "four", "five"}) {
            model::Organisation cluster = organisation(id);
            cluster.topics = {"light"};
            records.emplace_back(cluster);
        }
        model::Topic topic;
        topic.id = "light";
        topic.labels = {{"en", "Light"}};
        records.emplace_back(topic);
        EXPECT_TRUE(knowledge_->write({.puts = records, .actor = "test"}).ok());
        admin_ = asker(set_up());
        one_ = asker(join(admin_, "one", "cluster_manager", "mia@example.org"));
        two_ = asker(join(admin_, "two", "cluster_manager", "tom@example.org"));
    }

    static PartnerNoteForm about(const std::string& partner, const std::string& outcome) {
        PartnerNoteForm form;
        form.subject = "one";
        form.partner = partner;
        form.outcome = outcome;
        return form;
    }
    /// A second later than the one before.
    std::string noted(const Asker& by, const PartnerNoteForm& form) {
        ++clock_.seconds;
        const auto made = notes_.note(by, form);
        EXPECT_TRUE(made.ok()) << base::sentence(made.errors().front(), "en");
        return made ? made.value().id : std::string();
    }
    Asker with_role(const std::string& role, const std::string& email) {
        return asker(join(admin_, "one", role, email));
    }
    PartnerNoteList list(const Asker& by, const std::string& of = "") {
        return notes_.notes(by, {.subject = of, .partner = {}, .cursor = {}}).value();
    }
    std::vector<std::string> outcomes(const Asker& by) {
        std::vector<std::string> out;
        for (const PartnerNote& note : list(by).notes) out.push_back(note.outcome);
        return out;
    }
    PartnerPage partners(const Asker& by, const std::string& of = "one", const std::string& asked = "show") {
        PartnerQuery query;
        query.subject = of;
        query.asked = asked;
        const auto page = partners_.partners(by, query);
        EXPECT_TRUE(page.ok()) << base::sentence(page.errors().front(), "en");
        return page.value();
    }
    static std::vector<std::string> ids(const PartnerPage& page) {
        std::vector<std::string> out;
        for (const Partner& one : page.partners) out.push_back(one.organisation.id);
        return out;
    }
    std::vector<model::PartnerNote> stored() {
        std::vector<model::PartnerNote> out;
        const auto found = store_->all_desk(DeskKind::PartnerNote);
        for (const auto& record : found.value()) out.push_back(std::get<model::PartnerNote>(record));
        return out;
    }

    PartnerNoteService notes_{*knowledge_};
    PartnerService partners_{*knowledge_};
    PrivacyService privacy_{*knowledge_};
    Asker admin_;
    Asker one_;
    Asker two_;
};

TEST_F(PartnerNotes, AreKeptAsTheHistoryOfAPairNewestFirst) {
    PartnerNoteForm first = about("two", "asked");
    first.day = "2026-09-01";
    first.text = "At the fair";
    noted(one_, about("two", "met"));
    noted(one_, first);
    noted(one_, about("three", "declined"));
    const auto found = list(one_);
    EXPECT_EQ(found.total, 3);
    EXPECT_THAT(outcomes(one_), ElementsAre("declined", "met", "asked"));
    const PartnerNote& last = found.notes.back();
    EXPECT_EQ(last.subject.name, "Cluster one");
    EXPECT_EQ(last.partner.name, "Cluster two");
    EXPECT_EQ(last.outcome_text, "Asked");
    EXPECT_EQ(last.day, "2026-09-01");
    EXPECT_EQ(last.day_text, "1 September 2026");
    EXPECT_EQ(last.text, "At the fair");
    EXPECT_EQ(last.noted_by, "Ada Test");
    EXPECT_THAT(last.may, ElementsAre("withdraw"));
    EXPECT_EQ(found.notes.front().day, kToday);
    const auto about_two = notes_.notes(one_, {.subject = "one", .partner = "two", .limit = 1, .cursor = {}});
    EXPECT_EQ(about_two.value().total, 2);
    EXPECT_EQ(about_two.value().notes.size(), 1U);
    EXPECT_FALSE(about_two.value().next_cursor.empty());
}

TEST_F(PartnerNotes, AreWrittenByThoseWithARoleThereAndReadByItsOwnPeopleAlone) {
    const std::string id = noted(one_, about("two", "met"));
    for (const char* role : {"project_manager", "event_manager", "editor", "member_contact"}) {
        const Asker own = with_role(role, std::string(role) + "@example.org");
        EXPECT_EQ(list(own).total, 1) << role;
        EXPECT_TRUE(notes_.note(own, about("three", "asked")).ok()) << role;
        ASSERT_TRUE(notes_.withdraw(own, list(own).notes.front().id).ok()) << role;
        EXPECT_EQ(list(own).total, 1) << role;
    }
    std::vector<Asker> others{admin_, two_};
    for (const char* role : {"jury", "funder", "partner_cluster"})
        others.push_back(with_role(role, std::string(role) + "@example.org"));
    for (const Asker& other : others) {
        EXPECT_EQ(list(other).total, 0) << other.actor;
        EXPECT_EQ(code_of(notes_.notes(other, {.subject = "one", .partner = {}, .cursor = {}})),
                  ErrorCode::OperationNotPermitted);
        EXPECT_EQ(code_of(notes_.note(other, about("two", "met"))), ErrorCode::OperationNotPermitted);
        EXPECT_EQ(code_of(notes_.withdraw(other, id)), ErrorCode::RecordNotFound);
    }
    EXPECT_EQ(code_of(notes_.notes({}, {})), ErrorCode::SignInRequired);
    EXPECT_EQ(code_of(notes_.note({}, about("two", "met"))), ErrorCode::SignInRequired);
    EXPECT_EQ(code_of(notes_.withdraw({}, id)), ErrorCode::SignInRequired);
    EXPECT_EQ(list(kOperator).total, 1);
    EXPECT_TRUE(notes_.withdraw(kOperator, id).ok());
    EXPECT_EQ(code_of(notes_.withdraw(one_, id)), ErrorCode::RecordNotFound);
}

TEST_F(PartnerNotes, ATokenReadsAndWritesWithTheScopeAlone) {
    Asker token = one_;
    token.session.clear();
    noted(one_, about("two", "met"));
    EXPECT_EQ(list(token).total, 1);
    EXPECT_THAT(list(token).notes.front().may, IsEmpty());
    EXPECT_EQ(code_of(notes_.note(token, about("two", "met"))), ErrorCode::ScopeMissing);
    EXPECT_EQ(code_of(notes_.withdraw(token, list(token).notes.front().id)), ErrorCode::ScopeMissing);
    token.scopes = {"write"};
    EXPECT_TRUE(notes_.note(token, about("two", "met")).ok());
}

TEST_F(PartnerNotes, AllFaultsComeAtOnce) {
    PartnerNoteForm form = about("nobody", "liked");
    form.day = "2027-01-01";
    form.text = std::string(1'001, 'x');
    const auto refused = notes_.note(one_, form);
    ASSERT_FALSE(refused.ok());
    std::vector<std::pair<ErrorCode, std::string>> faults;
    for (const base::Error& fault : refused.errors()) faults.emplace_back(fault.code, fault.place.field);
    EXPECT_THAT(faults, ElementsAre(std::pair(ErrorCode::ReferenceUnknown, "/partner"),
                                    std::pair(ErrorCode::ValueNotAllowed, "/outcome"),
                                    std::pair(ErrorCode::DayInFuture, "/day"),
                                    std::pair(ErrorCode::TextTooLong, "/text")));
    EXPECT_EQ(code_of(notes_.note(one_, about("one", "met"))), ErrorCode::NoteAboutOneself);
    for (const char* day : {"2026", "2026-11", "2026-02-30", "soon"}) {
        PartnerNoteForm odd = about("two", "met");
        odd.day = day;
        EXPECT_EQ(code_of(notes_.note(one_, odd)), ErrorCode::DateInvalid) << day;
    }
    PartnerNoteForm text = about("two", "met");
    text.text = "a\x01";
    EXPECT_EQ(code_of(notes_.note(one_, text)), ErrorCode::ControlCharacter);
    text.text = "\xC3";
    EXPECT_EQ(code_of(notes_.note(one_, text)), ErrorCode::EncodingBroken);
    std::string longest;
    for (int i = 0; i < 1'000; ++i) longest += "ü";
    text.text = longest;
    EXPECT_TRUE(notes_.note(one_, text).ok()) << "characters count, not bytes";
    EXPECT_EQ(stored().size(), 1U);
    const auto lost = notes_.notes(one_, {.subject = "nobody", .partner = "none", .cursor = "x"});
    ASSERT_FALSE(lost.ok());
    std::vector<std::string> places;
    for (const base::Error& fault : lost.errors()) places.push_back(fault.place.field);
    EXPECT_THAT(places, ElementsAre("for", "partner", "cursor"));
    EXPECT_EQ(code_of(lost), ErrorCode::RecordNotFound);
}

TEST_F(PartnerNotes, WhoIsHiddenAnswersAsWhoIsNotThere) {
    model::Disclosure rule;
    rule.id = "hidden";
    rule.subject_kind = RecordKind::Organisation;
    rule.subject = "three";
    rule.owner = "two";
    rule.visibility = model::Visibility::Own;
    noted(one_, about("three", "met"));
    ASSERT_TRUE(knowledge_->write({.puts = {rule}, .actor = "test"}).ok());
    EXPECT_EQ(code_of(notes_.note(one_, about("three", "met"))), ErrorCode::ReferenceUnknown);
    PartnerNoteForm theirs = about("two", "met");
    theirs.subject = "three";
    EXPECT_EQ(code_of(notes_.note(one_, theirs)), ErrorCode::ReferenceUnknown);
    EXPECT_EQ(list(one_).total, 0) << "and the note about it is no line of theirs any more";
    EXPECT_THAT(ids(partners(one_)), Not(testing::Contains("three")));
}

TEST_F(PartnerNotes, EachWriteIsInTheLogWithoutWhatItSays) {
    PartnerNoteForm form = about("two", "declined");
    form.text = "a secret";
    const std::string id = noted(one_, form);
    ASSERT_TRUE(notes_.withdraw(one_, id).ok());
    const auto log = store_->audit({.organisation = "one", .limit = 2}).value();
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[1].action, "partner_note.made");
    EXPECT_EQ(log[0].action, "partner_note.withdrawn");
    EXPECT_EQ(log[0].subject, id);
    EXPECT_EQ(log[0].actor, one_.actor);
    const auto page = AuditService(*knowledge_).page(admin_, {.whose = "kontor", .organisation = {}});
    const std::string told = codec::json_text(page.value());
    EXPECT_THAT(told, HasSubstr("made a note about a partner"));
    EXPECT_THAT(told, Not(HasSubstr("secret")));
    EXPECT_THAT(told, Not(HasSubstr("declined")));
}

TEST_F(PartnerNotes, ChangeTheListOfTheOwnPeople) {
    const auto before = partners(one_);
    ASSERT_EQ(before.partners.size(), 4U);
    noted(one_, about("two", "unwanted"));
    noted(one_, about("three", "declined"));
    noted(one_, about("four", "asked"));
    noted(one_, about("five", "met"));
    const auto after = partners(one_);
    EXPECT_THAT(ids(after), ElementsAre("five", "four", "three"));
    const Partner& first = after.partners.front();
    ASSERT_TRUE(first.note.has_value());
    EXPECT_EQ(first.note->outcome, "met");
    const std::string said = codec::json_text(first);
    EXPECT_THAT(said, HasSubstr("We have met them already (18 November 2026, our own note)."));
    EXPECT_EQ(after.partners[1].counter_reasons.front().type, "asked_already");
    EXPECT_EQ(after.partners[2].counter_reasons.front().type, "declined");
    EXPECT_EQ(after.partners[2].counter_reasons.front().text, "Declined on 18 November 2026 (our own note).");
    EXPECT_THAT(ids(partners(one_, "one", "hide")), ElementsAre("five"));
    noted(one_, about("five", "unwanted"));
    EXPECT_THAT(partners(one_, "one", "hide").no_candidate_reason, HasSubstr("asked"));
    noted(one_, about("four", "unwanted"));
    noted(one_, about("three", "unwanted"));
    EXPECT_THAT(partners(one_).no_candidate_reason, HasSubstr("does not want"));
}

TEST_F(PartnerNotes, ChangeNoListOfAnybodyElse) {
    std::vector<Asker> others{Asker{}, admin_, two_};
    for (const char* role : {"jury", "funder", "partner_cluster"})
        others.push_back(with_role(role, std::string(role) + "@example.org"));
    for (const char* eyes : {"public", "network", "two"}) {
        others.push_back(one_);
        others.back().seen_as = eyes;
    }
    const auto told = [&] {
        std::vector<std::string> out;
        for (const Asker& other : others) {
            for (const char* of : {"one", "two"}) {
                for (const char* asked : {"show", "hide"})
                    out.push_back(codec::json_text(partners(other, of, asked)));
            }
        }
        return out;
    };
    const auto before = told();
    for (const auto& [partner, outcome] : {std::pair{"two", "unwanted"}, std::pair{"three", "declined"},
                                           std::pair{"four", "asked"}, std::pair{"five", "cooperated"}})
        noted(one_, about(partner, outcome));
    EXPECT_EQ(told(), before);
    Asker oneself = one_;
    oneself.seen_as = "one";
    EXPECT_EQ(partners(oneself).partners.size(), 3U) << "their own people's eyes see it";
}

TEST_F(PartnerNotes, GoToTheKeptOrganisationAndComeBack) {
    noted(one_, about("two", "met"));
    noted(one_, about("three", "asked"));
    PartnerNoteForm theirs = about("one", "declined");
    theirs.subject = "two";
    noted(two_, theirs);
    const auto before = stored();
    MergeService merges(*knowledge_);
    UndoService undo(*knowledge_);
    const auto first = merges.merge(kOperator, {.kept = "three", .merged = "two", .choices = {}});
    ASSERT_TRUE(first.ok()) << base::sentence(first.errors().front(), "en");
    EXPECT_EQ(list(one_).total, 2);
    for (const PartnerNote& note : list(one_).notes) EXPECT_EQ(note.partner.id, "three");
    EXPECT_EQ(list(kOperator, "three").total, 1);
    const auto second = merges.merge(kOperator, {.kept = "one", .merged = "three", .choices = {}});
    ASSERT_TRUE(second.ok()) << base::sentence(second.errors().front(), "en");
    EXPECT_EQ(list(kOperator).total, 0) << "what one notes about oneself is told to nobody";
    EXPECT_EQ(partners(one_).partners.size(), 2U);
    ASSERT_TRUE(undo.undo(kOperator, static_cast<std::uint64_t>(second.value().batch)).ok());
    EXPECT_EQ(list(one_).total, 2);
    ASSERT_TRUE(undo.undo(kOperator, static_cast<std::uint64_t>(first.value().batch)).ok());
    EXPECT_EQ(stored(), before);
}

TEST_F(PartnerNotes, OutliveTheAccountOfTheirAuthorWithoutTheName) {
    noted(two_, [] {
        PartnerNoteForm form = about("one", "met");
        form.subject = "two";
        return form;
    }());
    const auto own = codec::json_text(privacy_.about_oneself(two_).value());
    EXPECT_THAT(own, HasSubstr("Notes about partners"));
    EXPECT_THAT(own, HasSubstr("Cluster two → Cluster one, Met, 2026-11-18"));
    EXPECT_THAT(codec::json_text(privacy_.about_oneself(one_).value()), Not(HasSubstr("Cluster two →")));
    ASSERT_TRUE(users_->erase(admin_, two_.actor).ok());
    ASSERT_EQ(stored().size(), 1U);
    EXPECT_EQ(stored().front().noted_by, "");
    EXPECT_EQ(list(kOperator).notes.front().noted_by, "deleted account");
}

TEST_F(PartnerNotes, LoseTheNameOfAPersonWhoIsErased) {
    model::Person ada;
    ada.id = "ada";
    ada.name = "Ada Beispiel";
    ada.email = "ada@example.com";
    ada.organisation = "one";
    ada.purpose = "contact";
    ada.keep_until = model::Date::parse("2030-01-01").value();
    ASSERT_TRUE(knowledge_->write({.puts = {ada}, .actor = "test"}).ok());
    PartnerNoteForm form = about("two", "met");
    form.text = "Ada Beispiel (ada@example.com) was there.";
    noted(one_, form);
    form.subject = "two";
    form.partner = "one";
    noted(two_, form);
    ASSERT_TRUE(privacy_.erase_person(one_, "ada").ok());
    EXPECT_EQ(list(one_).notes.front().text, "[…] ([…]) was there.");
    EXPECT_THAT(list(two_).notes.front().text, HasSubstr("Ada")) << "others' notes are not theirs to change";
}

TEST_F(PartnerNotes, OfAnErasedOrganisationAreInNoListAndGoWhenNobodyTakesItBack) {
    noted(one_, about("five", "met"));
    noted(one_, about("two", "met"));
    RecordService records(*knowledge_);
    const auto version = store_->version(RecordKind::Organisation, "five").value();
    const auto erased = records.erase(kOperator, {"organisation", "five"}, version);
    ASSERT_TRUE(erased.ok());
    EXPECT_EQ(list(one_).total, 1);
    EXPECT_EQ(partners(one_).partners.size(), 3U);
    clock_.seconds += 2 * kDay;
    ASSERT_TRUE(sweep(*desk_).ok());
    EXPECT_EQ(stored().size(), 2U);
    clock_.seconds += kOrphanedNoteSeconds;
    ASSERT_TRUE(sweep(*desk_).ok());
    EXPECT_EQ(stored().size(), 1U);
}

TEST_F(PartnerNotes, AreReplayedWithoutWhatTheySayThemselves) {
    base::SilentProgress progress;
    EXPECT_EQ(code_of(replay_notes(*knowledge_, one_, progress)), ErrorCode::OperationNotPermitted);
    EXPECT_EQ(replay_notes(*knowledge_, kOperator, progress).value().good.pairs, 0U);
    const auto before = ids(partners(one_));  // two equal ones stand in the order of their ids
    ASSERT_THAT(before, ElementsAre("five", "four", "three", "two"));
    noted(one_, about("two", "asked"));
    clock_.seconds += kDay;
    noted(one_, about("two", "declined"));
    clock_.seconds += kDay;
    noted(one_, about("four", "met"));
    noted(one_, about("four", "cooperated"));
    const auto replay = replay_notes(*knowledge_, kOperator, progress).value();
    EXPECT_EQ(replay.good.pairs, 1U);
    EXPECT_DOUBLE_EQ(replay.good.mrr, 0.5) << "where it stood before it was met";
    EXPECT_DOUBLE_EQ(replay.good.hit10, 1);
    EXPECT_EQ(replay.bad.pairs, 1U);
    EXPECT_DOUBLE_EQ(replay.bad.mrr, 0.25);
    EXPECT_EQ(replay.compared, 1U);
    EXPECT_DOUBLE_EQ(replay.in_order, 1);
    clock_.seconds += kDay;
    noted(one_, about("five", "unwanted"));
    const auto later = replay_notes(*knowledge_, kOperator, progress).value();
    EXPECT_DOUBLE_EQ(later.bad.mrr, (0.25 + 0.5) / 2) << "four, met before, stands above five by then";
    EXPECT_EQ(later.compared, 2U);
    EXPECT_DOUBLE_EQ(later.in_order, 0.75) << "four and five had the same place, each at its time";
    EXPECT_DOUBLE_EQ(later.good.mrr, replay.good.mrr);
}

}  // namespace
}  // namespace kontor::service
