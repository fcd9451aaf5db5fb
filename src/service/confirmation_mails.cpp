// SPDX-License-Identifier: EUPL-1.2
#include "service/confirmation_mails.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "publish/mail_texts.hpp"
#include "service/confirmation_service.hpp"
#include "service/phrases.hpp"
#include "service/sweep.hpp"
#include "service/views.hpp"

namespace kontor::service {
namespace {

using model::DeskKind;
using model::RecordKind;
using model::Role;
using network::OrganisationIndex;
using People = std::map<std::string, std::set<std::string>>;  // users by organisation

constexpr std::int64_t kLinkSeconds = ConfirmationService::kLinkDays * 24LL * 3'600;

bool is_due(const network::Picture& picture, OrganisationIndex index) {
    const network::Day day = picture.at(index).as_of;
    return day == network::kUnknownDay || picture.today() - day > ConfirmationService::kDueDays;
}

std::string joined(const std::vector<Ref>& list) {
    std::string out;
    for (const Ref& one : list) out += (out.empty() ? "" : ", ") + one.name;
    return out;
}

}  // namespace

base::Result<std::vector<publish::MailFact>> profile_facts(const Knowledge& knowledge, const Asker& asker,
                                                           const std::string& id) {
    constexpr std::size_t kTopics = 8;
    const View view = knowledge.view(asker);
    const auto found = view.records.read(RecordKind::Organisation, id);
    if (!found) return found.errors();
    std::vector<publish::MailFact> out;
    if (!found.value()) return out;
    const auto& profile = std::get<model::Organisation>(*found.value());
    const Views views(view, asker.language);
    const auto add = [&](Phrase label, std::string value) {
        if (!value.empty()) out.push_back({say(label, asker.language), publish::shown_value(value)});
    };
    const std::string& country = views.country(profile.country);
    add(Phrase::ProfileName, views.organisation_ref(id).name);
    add(Phrase::ProfileKind, code_label("organisation", model::word(profile.kind), asker.language));
    add(Phrase::ProfilePlace, profile.city + (profile.city.empty() || country.empty() ? "" : ", ") + country);
    add(Phrase::ProfileWebsite, profile.web);
    add(Phrase::ProfileEmployees, profile.employees == 0 ? "" : std::to_string(profile.employees));
    if (const auto index = view.snapshot->picture->find_organisation(id))
        add(Phrase::ProfileTopics, joined(views.leading_topics(*index, kTopics)));
    if (const model::Text* text = model::best_text(profile.description, asker.language))
        add(Phrase::ProfileDescription, text->text);
    return out;
}

base::Result<std::vector<ConfirmationMails::Question>> ConfirmationMails::questions() const {
    const auto grants = desk_.store().all_desk(DeskKind::Grant);
    if (!grants) return grants.errors();
    People contacts;
    People leaders;
    for (const model::DeskRecord& record : grants.value()) {
        const auto& grant = std::get<model::Grant>(record);
        if (!is_held(grant) || grant.organisation.empty()) continue;
        if (grant.role == Role::MemberContact) contacts[grant.organisation].insert(grant.user);
        if (grant.role == Role::ClusterManager) leaders[grant.organisation].insert(grant.user);
    }
    const auto snapshot = desk_.knowledge().current();
    const network::Picture& picture = *snapshot->picture;
    People asked = contacts;
    for (const auto& [cluster, people] : leaders) {
        if (contacts.count(cluster) == 0) asked[cluster].insert(people.begin(), people.end());
        const auto index = picture.find_organisation(cluster);
        if (!index) continue;
        for (const network::MembershipIndex one : picture.members(*index)) {
            const network::Membership membership = picture.at(one);
            const std::string member(picture.at(membership.member).id);
            const bool is_ours = membership.standing == network::Standing::Current &&
                                 contacts.count(member) == 0 && leaders.count(member) == 0;
            if (is_ours) asked[member].insert(people.begin(), people.end());
        }
    }
    std::vector<Question> out;
    for (const auto& [organisation, people] : asked) {
        const auto index = picture.find_organisation(organisation);
        if (!index || !is_due(picture, *index)) continue;
        for (const std::string& user : people) out.push_back({picture.at(*index).as_of, organisation, user});
    }
    std::sort(out.begin(), out.end(), [](const Question& a, const Question& b) {
        return std::tie(a.as_of, a.organisation, a.user) < std::tie(b.as_of, b.organisation, b.user);
    });
    return out;
}

base::Result<bool> ConfirmationMails::was_asked(const Question& question) const {
    const auto links = desk_.store().desk_where(DeskKind::Link, "organisation", question.organisation);
    if (!links) return links.errors();
    return std::any_of(links.value().begin(), links.value().end(), [&](const model::DeskRecord& record) {
        const auto& link = std::get<model::Link>(record);
        return link.purpose == model::LinkPurpose::Confirmation && link.user == question.user &&
               desk_.now() < link.created + kAskAgainSeconds;
    });
}

base::Outcome ConfirmationMails::ask_one(const Question& question, const model::User& user) const {
    const auto asker = desk_.asker_of(user, user.language);
    if (!asker) return asker.errors();
    auto facts = profile_facts(desk_.knowledge(), asker.value(), question.organisation);
    if (!facts) return facts.errors();
    if (facts.value().empty()) return base::Done{};
    const std::int64_t expires = desk_.now() + kLinkSeconds;
    store::WriteBatch batch{.actor = "system"};
    const std::string link = desk_.add_link(batch,
                                            {.purpose = model::LinkPurpose::Confirmation,
                                             .user = user.id,
                                             .organisation = question.organisation,
                                             .expires = expires},
                                            user.language);
    const bool is_new = question.as_of == network::kUnknownDay;
    publish::ProfileConfirmationMail mail;
    mail.organisation = desk_.organisation_name(question.organisation, user.language);
    mail.confirmed_on = is_new ? say(Phrase::ProfileNeverConfirmed, user.language) : iso_date(question.as_of);
    mail.profile = std::move(facts).value();
    mail.confirm_link = {link};
    mail.edit_link = desk_.page("records/organisation/" + question.organisation + "/edit", user.language);
    mail.valid_until = moment_for_people(expires, user.language);
    desk_.add_mail(batch, user, mail, expires);
    return desk_.write(batch);
}

base::Result<std::size_t> ConfirmationMails::ask() {
    std::size_t asked = 0;
    if (!desk_.settings().has_mail) return asked;
    const auto all = questions();
    if (!all) return all.errors();
    std::map<std::string, std::size_t> today;
    for (const Question& question : all.value()) {
        if (today[question.user] >= kPerPersonAndDay) continue;
        const auto user = desk_.user(question.user);
        if (!user) return user.errors();
        if (!user.value() || user.value()->state != model::UserState::Active) continue;
        const auto before = was_asked(question);
        if (!before) return before.errors();
        if (before.value()) continue;
        if (auto done = ask_one(question, *user.value()); !done) return done.errors();
        ++today[question.user];
        ++asked;
    }
    return asked;
}

}  // namespace kontor::service
