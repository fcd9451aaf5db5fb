// SPDX-License-Identifier: EUPL-1.2
#include "service/compared_items.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "service/phrases.hpp"
#include "service/tie_view.hpp"
#include "text/countries.hpp"

namespace kontor::service {
namespace {

using network::OrganisationIndex;

/// Makes an item: sentences one after the other, each record once.
class ItemText {
public:
    explicit ItemText(const Views& views) : views_(views) {}

    void say(Phrase phrase, const base::ErrorArguments& words) {
        item_.text += (item_.text.empty() ? "" : " ") + service::say(phrase, views_.language(), words);
    }
    template <class Index>
    std::string name(Index index) {
        return add(views_.ref(index));
    }
    std::string add(Ref ref) {
        std::string name = ref.name;
        const auto same = [&ref](const Ref& one) { return one.kind == ref.kind && one.id == ref.id; };
        if (std::none_of(item_.records.begin(), item_.records.end(), same)) {
            item_.records.push_back(std::move(ref));
        }
        return name;
    }
    /// "A, B, C and 4 more"
    std::string names(const match::SomeOf& some) {
        std::string out;
        for (const OrganisationIndex one : some.first) out += (out.empty() ? "" : ", ") + name(one);
        return with_more(std::move(out), some.count - some.first.size());
    }
    [[nodiscard]] std::string with_more(std::string names, std::size_t more) const {
        if (more == 0) return names;
        return service::say(Phrase::AndMore, views_.language(),
                            {{"names", names}, {"count", std::to_string(more)}});
    }
    [[nodiscard]] const Views& views() const { return views_; }
    [[nodiscard]] ComparedItem take(double weight) {
        item_.weight = weight;
        return std::move(item_);
    }

private:
    const Views& views_;
    ComparedItem item_;
};

/// "2018–2020", "2018", "until 2020" as a number; "" when nothing is known.
std::string years_of(const network::Project& project) {
    const int from = network::year_of(project.start);
    const int to = network::year_of(project.end);
    if (from == 0 && to == 0) return {};
    if (from == 0 || to == 0 || from == to) return std::to_string(from == 0 ? to : from);
    return fmt::format("{}–{}", from, to);
}

std::string region_name(const match::ComparedRegion& region, const Views& views) {
    if (region.country.known()) return views.country(region.country.text());
    if (!region.code.empty()) return text::region_name(region.code, views.language());
    return std::string(region.name);
}

}  // namespace

ComparedItem brought_view(const match::Brought& item, const Views& views) {
    ItemText text(views);
    const std::string topic = text.name(item.topic);
    if (!item.offered) {
        text.say(Phrase::CompareHas, {{"topic", topic}});
    } else if (item.trl == 0) {
        text.say(Phrase::CompareOffers, {{"topic", topic}});
    } else {
        text.say(Phrase::CompareOffersTrl, {{"topic", topic}, {"trl", std::to_string(item.trl)}});
    }
    if (item.members.count > 0) {
        text.say(Phrase::CompareMembers, {{"names", text.names(item.members)}});
    }
    return text.take(item.weight);
}

ComparedItem need_view(const match::ComparedNeed& item, const Views& views) {
    ItemText text(views);
    const std::string need = text.name(item.topic);
    const std::string names = text.names(item.answered_by);
    switch (item.answer) {
        case match::NeedAnswer::Nobody:
            text.say(Phrase::CompareNeedUnmet, {{"need", need}});
            break;
        case match::NeedAnswer::WorkedOn:
            text.say(Phrase::CompareNeedWorked, {{"need", need}, {"names", names}});
            break;
        case match::NeedAnswer::Offered:
            text.say(item.offer == item.topic ? Phrase::CompareNeedOffered : Phrase::CompareNeedNear,
                     {{"need", need}, {"offer", text.name(item.offer)}, {"names", names}});
            break;
    }
    if (!item.by_itself) text.say(Phrase::CompareNeededBy, {{"names", text.names(item.needed_by)}});
    return text.take(item.weight);
}

ComparedItem shared_view(const match::SharedField& item, const Views& views) {
    ItemText text(views);
    const std::string topic = text.name(item.topic);
    if (item.members[0] + item.members[1] == 0) {
        text.say(Phrase::CompareShared, {{"topic", topic}});
    } else {
        text.say(Phrase::CompareSharedMembers, {{"topic", topic},
                                                {"ours", std::to_string(item.members[0])},
                                                {"theirs", std::to_string(item.members[1])}});
    }
    return text.take(item.weight);
}

ComparedItem bridge_view(const match::Bridge& item, const Views& views) {
    ItemText text(views);
    const std::string name = text.name(item.organisation);
    if (item.kind == match::BridgeKind::Both) {
        text.say(Phrase::CompareBridgeBoth, {{"name", name}});
        for (const network::TieIndex tie : item.ties) {
            for (Ref& ref : tie_records(tie, views)) text.add(std::move(ref));
        }
        return text.take(item.weight);
    }
    const std::string others = text.names(item.others);
    std::string records;
    for (const network::TieIndex tie : item.ties) {
        for (Ref& ref : tie_records(tie, views)) {
            records += (records.empty() ? "" : ", ") + text.add(std::move(ref));
        }
    }
    const bool ours = item.kind == match::BridgeKind::OfFirst;
    text.say(ours ? Phrase::CompareBridgeOurs : Phrase::CompareBridgeTheirs,
             {{"name", name}, {"others", others}, {"records", records}});
    return text.take(item.weight);
}

ComparedItem project_view(const match::JointProject& item, const Views& views) {
    ItemText text(views);
    const std::string project = text.name(item.project);
    const std::string years = years_of(views.picture().at(item.project));
    text.say(years.empty() ? Phrase::CompareProject : Phrase::CompareProjectYears,
             {{"project", project},
              {"years", years},
              {"ours", text.names(item.participants[0])},
              {"theirs", text.names(item.participants[1])}});
    return text.take(item.weight);
}

ComparedItem target_view(const match::ComparedRegion& item, TargetOf whose, network::CountryCode country,
                         const Views& views) {
    ItemText text(views);
    const std::string region = region_name(item, views);
    if (whose == TargetOf::Both) {
        text.say(Phrase::CompareCommonTarget, {{"region", region}});
    } else if (item.country.known()) {
        text.say(whose == TargetOf::Ours ? Phrase::EvidenceOurTarget : Phrase::EvidenceTheirTarget,
                 {{"country", region}});
    } else {
        text.say(whose == TargetOf::Ours ? Phrase::EvidenceOurTargetHolds : Phrase::EvidenceTheirTargetHolds,
                 {{"country", views.country(country.text())}, {"region", region}});
    }
    return text.take(item.weight);
}

}  // namespace kontor::service
