// SPDX-License-Identifier: EUPL-1.2
#include "service/press_desk.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "press/predicates.hpp"
#include "service/account_desk.hpp"
#include "service/import_answers.hpp"
#include "service/page_parts.hpp"
#include "service/phrases.hpp"
#include "service/press_application.hpp"
#include "service/press_view.hpp"
#include "service/search_service.hpp"
#include "text/language.hpp"

namespace kontor::service {
namespace {

using base::ErrorCode;
using base::Result;
using model::DeskKind;

base::Error unknown_item(const std::string& id) {
    return {ErrorCode::RecordNotFound, {{"kind", "press-item"}, {"id", id}}, {}, {}};
}

/// Those whose texts are asked for.
Result<std::vector<model::PressItem>> items_asked(const store::Store& store, const Asker& asker,
                                                  const std::string& organisation) {
    std::vector<model::PressItem> out;
    const auto take_all = [&out](std::vector<model::DeskRecord> found) {
        for (model::DeskRecord& record : found) out.push_back(std::get<model::PressItem>(std::move(record)));
    };
    if (organisation.empty() && asker.standing == Standing::Operator) {
        auto all = store.all_desk(DeskKind::PressItem);
        if (!all) return all.errors();
        take_all(std::move(all).value());
        std::erase_if(out, [&asker](const model::PressItem& item) {
            return !reads_press_of(asker, item.organisation);
        });
        return out;
    }
    if (!organisation.empty() && !reads_press_of(asker, organisation)) {
        return base::Error{ErrorCode::OperationNotPermitted,
                           {{"reason", say(Phrase::NoRoleForThis, asker.language)}},
                           {},
                           {}};
    }
    const std::vector<std::string> asked =
        organisation.empty() ? press_desks_of(asker) : std::vector<std::string>{organisation};
    for (const std::string& desk : asked) {
        auto found = store.desk_heads_where(DeskKind::PressItem, "organisation", desk);
        if (!found) return found.errors();
        take_all(std::move(found).value());
    }
    return out;
}

/// Leaves of each group the first of the list; how many texts it had, by group.
std::unordered_map<std::string, std::int64_t> leave_one_of_each_group(std::vector<model::PressItem>& items) {
    std::unordered_map<std::string, std::int64_t> counts;
    std::erase_if(items, [&counts](const model::PressItem& item) {
        return !item.group.empty() && ++counts[item.group] > 1;
    });
    return counts;
}

std::string note_about(const model::PressItem& item, std::string_view language) {
    if (!item.is_read) {
        return say(Phrase::DeskLanguageUnread, language,
                   {{"language", text::language_name(item.language, language)}});
    }
    if (item.is_cut) {
        return say(Phrase::DeskClaimsCut, language,
                   {{"maximum", std::to_string(base::limits::kPressClaims)}});
    }
    return {};
}

std::vector<PressItemPredicate> all_predicates(std::string_view language) {
    std::vector<PressItemPredicate> out;
    const auto& words = model::Words<press::Predicate>::kWords;
    for (std::size_t i = 0; i < words.size(); ++i) {
        out.push_back({std::string(words[i]), code_label("desk-predicate", words[i], language),
                       press::takes_value(static_cast<press::Predicate>(i))});
    }
    return out;
}

}  // namespace

std::vector<std::string> press_desks_of(const Asker& asker) {
    std::vector<std::string> list = organisations_for(asker, Action::Press);
    if (!asker.seen_as.empty())
        std::erase_if(list, [&asker](const std::string& id) { return id != asker.seen_as; });
    return list;
}

bool reads_press_of(const Asker& asker, const std::string& organisation) {
    if (asker.standing == Standing::Operator) return asker.seen_as.empty() || asker.seen_as == organisation;
    const auto list = press_desks_of(asker);
    return std::find(list.begin(), list.end(), organisation) != list.end();
}

base::Outcome forget_press_author(const store::Store& store, const std::string& user,
                                  store::WriteBatch& batch) {
    auto items = store.desk_where(DeskKind::PressItem, "brought_by", user);
    if (!items) return items.errors();
    for (model::DeskRecord& record : items.value()) {
        std::get<model::PressItem>(record).brought_by.clear();
        batch.desk_puts.push_back(std::move(record));
    }
    auto claims = store.desk_where(DeskKind::PressClaim, "decided_by", user);
    if (!claims) return claims.errors();
    for (model::DeskRecord& record : claims.value()) {
        std::get<model::PressClaim>(record).decided_by.clear();
        batch.desk_puts.push_back(std::move(record));
    }
    return base::Done{};
}

Result<PressPaper> PressDesk::paper(const Asker& asker, const std::string& id, Action action) const {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    auto found = read_paper(knowledge_.store(), id);
    if (!found) return found.errors();
    if (!found.value() || !reads_press_of(asker, found.value()->item.organisation)) return unknown_item(id);
    if (action != Action::Read) {
        const auto permitted =
            permit(asker, action, std::vector<std::string>{found.value()->item.organisation});
        if (!permitted) return permitted.errors();
    }
    return std::move(*found.value());
}

Result<PressItemPage> PressDesk::items(const Asker& asker, const PressItemsQuery& query) const {
    if (!asker.is_signed_in()) return base::Error{ErrorCode::SignInRequired, {}, {}, {}};
    const auto offset = cursor_offset(query.cursor);
    if (!offset) return offset.errors();
    auto asked = items_asked(knowledge_.store(), asker, query.organisation);
    if (!asked) return asked.errors();
    std::vector<model::PressItem> items = std::move(asked).value();
    std::erase_if(items, [&query](const model::PressItem& item) {
        const bool is_of_state = query.state.empty() ? item.state != model::PressState::Withdrawn
                                                     : model::word(item.state) == query.state;
        return !is_of_state || (!query.group.empty() && item.group != query.group);
    });
    std::sort(items.begin(), items.end(), [](const model::PressItem& a, const model::PressItem& b) {
        return std::tie(b.arrived, a.id) < std::tie(a.arrived, b.id);
    });
    const View seen = knowledge_.view(asker);
    const Views views(seen, asker.language);
    PressItemPage page;
    page.total = static_cast<std::int64_t>(items.size());
    for (const model::PressItem& item : items) page.waiting_total += item.waiting;
    std::unordered_map<std::string, std::int64_t> alike;
    if (query.is_once) {
        alike = leave_one_of_each_group(items);
        page.total = static_cast<std::int64_t>(items.size());
    }
    for (std::size_t i = offset.value(); i < items.size() && page.items.size() < query.limit; ++i) {
        page.items.push_back(press_brief(views, items[i]));
        const auto others = alike.find(items[i].group);
        if (others != alike.end() && others->second > 1) page.items.back().alike = others->second - 1;
    }
    page.next_cursor = next_cursor(offset.value(), page.items.size(), items.size());
    return page;
}

Result<PressItem> PressDesk::item(const Asker& asker, const std::string& id) const {
    auto found = paper(asker, id, Action::Read);
    if (!found) return found.errors();
    return view(asker, std::move(found).value());
}

Result<PressItem> PressDesk::view(const Asker& asker, PressPaper paper) const {
    const View seen = knowledge_.view(asker);
    const Views views(seen, asker.language);
    const Utf16Offsets offsets(paper.item.text);
    PressItem out;
    out.brief = press_brief(views, paper.item);
    out.text = paper.item.text;
    out.url = paper.item.url;
    out.note = note_about(paper.item, asker.language);
    Edit edit(knowledge_, asker);
    const bool is_withdrawn = paper.item.state == model::PressState::Withdrawn;
    if (permit(asker, Action::Press, std::vector<std::string>{paper.item.organisation}))
        out.may = is_withdrawn ? std::vector<std::string>{"restore"}
                               : std::vector<std::string>{"decide", "withdraw"};
    for (const PaperRange& sentence : paper.sentences) out.sentences.push_back(offsets.of(sentence));
    const auto source = edit.stored(model::RecordKind::Source, paper.item.source);
    const bool has_source = source && source.value();
    PressApplication application(knowledge_, edit, paper, senses_);
    if (auto recognised = application.recognise(); !recognised) return recognised.errors();
    if (has_source) out.source = record_ref(edit, model::RecordKind::Source, paper.item.source);
    for (const PaperName& name : paper.names) {
        PressEntity entity = press_entity(views, name, offsets);
        if (!name.record.empty()) {
            if (const auto kind = record_kind(name.kind))
                entity.record = record_ref(edit, *kind, name.record);
        }
        if (const auto kind = record_kind(name.kind))
            entity.candidates = press_candidates(views, *kind, application.candidates(name));
        out.entities.push_back(std::move(entity));
    }
    auto claims = application.claim_views(offsets);
    if (!claims) return claims.errors();
    out.claims = std::move(claims).value();
    out.predicates = all_predicates(asker.language);
    return out;
}

}  // namespace kontor::service
