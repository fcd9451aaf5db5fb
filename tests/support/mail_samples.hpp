// SPDX-License-Identifier: EUPL-1.2
// One of each mail of the catalogue, with every value the same.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "publish/mail_texts.hpp"

namespace kontor::support {

struct SampleValues {
    std::string value;
    std::string link;
    void operator()(std::string& member) const { member = value; }
    void operator()(publish::MailLink& member) const { member.address = link; }
    void operator()(std::vector<publish::MailFact>& member) const { member.assign(20, {value, value}); }
};

/// Calls `see` with each mail of the catalogue.
template <class See>
void for_each_mail(const std::string& value, const std::string& link, See see) {
    publish::EveryMail all;
    const auto fill_and_see = [&](auto& mail) {
        visit_members(mail, SampleValues{value, link});
        see(mail);
    };
    std::apply([&](auto&... mails) { (fill_and_see(mails), ...); }, all);
}

/// The same kind of mail with its links, but with `value` in every other place.
template <class AnyMail>
AnyMail mail_like(AnyMail mail, const std::string& value) {
    std::string link;
    visit_members(mail, [&](auto& member) {
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, publish::MailLink>)
            link = member.address;
    });
    visit_members(mail, SampleValues{value, link});
    return mail;
}

}  // namespace kontor::support
