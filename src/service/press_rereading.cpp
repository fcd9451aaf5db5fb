// SPDX-License-Identifier: EUPL-1.2
#include "service/press_rereading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "text/fold.hpp"

namespace kontor::service {
namespace {

using model::PressClaimState;

bool overlap(const PaperRange& a, const PaperRange& b) {
    return a.begin < b.end && b.begin < a.end;
}

bool is_settled(const PaperName& name) {
    return name.state == NameState::Linked || name.state == NameState::New ||
           name.state == NameState::Refused || name.rule == kRuleByHand;
}

/// Whether both are the same name of the text, whatever the readings make of it.
bool is_same_name(const PaperName& a, const PaperName& b) {
    if (a.id == b.id && record_kind(a.kind) == record_kind(b.kind)) return true;
    if (text::folded(a.name) == text::folded(b.name)) return true;
    return std::any_of(a.mentions.begin(), a.mentions.end(), [&b](const PaperRange& mention) {
        return std::find(b.mentions.begin(), b.mentions.end(), mention) != b.mentions.end();
    });
}

void keep_what_was_said(const PaperName& before, PaperName& now) {
    now.id = before.id;
    if (!is_settled(before)) return;
    now.kind = before.kind;
    now.name = before.name;
    now.country = before.country;
    now.topic = before.topic;
    now.record = before.record;
    now.state = before.state;
}

bool is_same_fact(const PaperFact& a, const PaperFact& b) {
    return a.subject == b.subject && a.predicate == b.predicate && a.object == b.object &&
           a.value == b.value && a.sentence == b.sentence;
}

/// Whether `read` is what `decided` was before somebody corrected it.
bool is_corrected_from(const PaperClaim& decided, const PaperFact& read) {
    if (decided.desk.state != PressClaimState::Corrected || decided.fact.rule != read.rule) return false;
    if (decided.fact.sentence != read.sentence) return false;
    return decided.fact.subject == read.subject ||
           (decided.fact.object == read.object && decided.fact.value == read.value);
}

std::int64_t number_in(const std::string& claim) {
    const std::size_t dot = claim.rfind('.');
    std::int64_t number = 0;
    if (dot != std::string::npos)
        std::from_chars(claim.data() + dot + 1, claim.data() + claim.size(), number);
    return number;
}

class Rereading {
public:
    Rereading(PressPaper& paper, const press::Reading& reading) : paper_(paper) {
        next_.item = paper.item;
        next_.item.is_cut = false;
        fill_paper(next_, reading);
    }

    std::vector<std::string> run() {
        for (const PaperClaim& claim : paper_.claims) {
            if (claim.desk.state == PressClaimState::Waiting) continue;
            needed_.insert(claim.fact.subject);
            needed_.insert(claim.fact.object);
        }
        join_names();
        join_claims();
        paper_ = std::move(next_);
        return std::move(gone_);
    }

private:
    void join_names() {
        std::map<std::string, std::string> renamed;
        std::set<std::string> taken;
        std::vector<bool> is_found(paper_.names.size(), false);
        for (PaperName& now : next_.names) {
            const std::string read = now.id;
            for (std::size_t i = 0; i < paper_.names.size(); ++i) {
                if (is_found[i] || !is_same_name(paper_.names[i], now)) continue;
                is_found[i] = true;
                keep_what_was_said(paper_.names[i], now);
                renamed[read] = now.id;
                taken.insert(now.id);
                break;
            }
        }
        std::vector<PaperName> kept;
        for (std::size_t i = 0; i < paper_.names.size(); ++i) {
            const PaperName& before = paper_.names[i];
            if (is_found[i] || (!is_settled(before) && needed_.count(before.id) == 0)) continue;
            taken.insert(before.id);
            kept.push_back(before);
        }
        for (PaperName& now : next_.names) {
            if (renamed.count(now.id) > 0 && renamed[now.id] == now.id) continue;
            const bool is_joined = std::any_of(renamed.begin(), renamed.end(),
                                               [&now](const auto& each) { return each.second == now.id; });
            if (is_joined) continue;
            const std::string read = now.id;
            for (int number = 2; !taken.insert(now.id).second; ++number)
                now.id = fmt::format("{}-{}", read, number);
            renamed[read] = now.id;
        }
        next_.names.insert(next_.names.end(), kept.begin(), kept.end());
        for (PaperClaim& claim : next_.claims) {
            for (std::string* side : {&claim.fact.subject, &claim.fact.object}) {
                if (const auto other = renamed.find(*side); other != renamed.end()) *side = other->second;
            }
        }
    }

    void join_claims() {
        std::int64_t last = 0;
        for (const PaperClaim& before : paper_.claims) last = std::max(last, number_in(before.desk.id));
        std::vector<PaperClaim> joined;
        std::vector<bool> is_read(next_.claims.size(), false);
        for (PaperClaim& before : paper_.claims) {
            const bool waits = before.desk.state == PressClaimState::Waiting;
            bool is_again = false;
            for (std::size_t i = 0; i < next_.claims.size(); ++i) {
                PaperClaim& now = next_.claims[i];
                const bool is_same =
                    is_same_fact(before.fact, now.fact) || (!waits && is_corrected_from(before, now.fact));
                if (is_read[i] || !is_same) continue;
                is_read[i] = is_again = true;
                if (!waits) break;
                now.desk.id = before.desk.id;
                joined.push_back(std::move(now));
                break;
            }
            if (!waits) joined.push_back(std::move(before));
            if (waits && !is_again) gone_.push_back(before.desk.id);
        }
        for (std::size_t i = 0; i < next_.claims.size(); ++i) {
            if (is_read[i]) continue;
            next_.claims[i].desk.id = fmt::format("{}.{}", next_.item.id, ++last);
            joined.push_back(std::move(next_.claims[i]));
        }
        std::stable_sort(joined.begin(), joined.end(), [](const PaperClaim& a, const PaperClaim& b) {
            return a.fact.sentence.begin < b.fact.sentence.begin;
        });
        for (std::size_t i = 0; i < joined.size(); ++i)
            joined[i].desk.number = static_cast<std::int64_t>(i) + 1;
        next_.claims = std::move(joined);
    }

    PressPaper& paper_;
    PressPaper next_;
    std::set<std::string> needed_;  // ids of names in decided claims
    std::vector<std::string> gone_;
};

/// Where else the words stand, as they are written.
std::vector<PaperRange> places_of(const std::string& text, const PaperRange& range) {
    const auto begin = static_cast<std::size_t>(range.begin);
    const std::string words = text.substr(begin, static_cast<std::size_t>(range.end - range.begin));
    const auto is_letter = [&text](std::size_t at) {
        const auto c = static_cast<unsigned char>(text[at]);
        return c >= 0x80 || std::isalnum(c) != 0;
    };
    std::vector<PaperRange> out;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        const bool is_whole =
            at == begin || ((at == 0 || !is_letter(at - 1)) && (end == text.size() || !is_letter(end)));
        const bool is_apart = out.empty() || out.back().end <= static_cast<std::int64_t>(at);
        if (is_whole && is_apart)
            out.push_back({static_cast<std::int64_t>(at), static_cast<std::int64_t>(end)});
    }
    return out;
}

/// Gives its id.
std::string added_name(PressPaper& paper, const SaidName& said) {
    PaperName made{.id = text::folded(said.name), .name = said.name, .confidence = 1};
    made.rule = kRuleByHand;
    const std::string stem = made.id;
    for (int number = 2; paper.name(made.id) != nullptr || made.id == kPaperDocument; ++number)
        made.id = fmt::format("{}-{}", stem, number);
    made.mentions = places_of(paper.item.text, said.range);
    paper.names.push_back(std::move(made));
    return paper.names.back().id;
}

/// No other name stands where this one does.
void clear_places(PressPaper& paper, const std::string& id) {
    const std::vector<PaperRange> own = paper.name(id)->mentions;
    const auto is_spoken_of = [&paper](const PaperName& name) {
        return std::any_of(paper.claims.begin(), paper.claims.end(), [&name](const PaperClaim& claim) {
            return claim.fact.subject == name.id || claim.fact.object == name.id;
        });
    };
    std::erase_if(paper.names, [&](PaperName& other) {
        if (other.id == id) return false;
        const std::size_t left = std::erase_if(other.mentions, [&own](const PaperRange& mention) {
            return std::any_of(own.begin(), own.end(),
                               [&mention](const PaperRange& each) { return overlap(each, mention); });
        });
        return left > 0 && other.mentions.empty() && !is_spoken_of(other);
    });
}

}  // namespace

std::vector<std::string> reread_paper(PressPaper& paper, const press::Reading& reading) {
    return Rereading(paper, reading).run();
}

const PaperName& settle_name(PressPaper& paper, const SaidName& said) {
    const auto found = std::find_if(paper.names.begin(), paper.names.end(), [&said](const PaperName& name) {
        return text::folded(name.name) == text::folded(said.name) &&
               std::any_of(name.mentions.begin(), name.mentions.end(), [&said](const PaperRange& mention) {
                   return mention.begin <= said.range.begin && said.range.end <= mention.end;
               });
    });
    const std::string id = found == paper.names.end() ? added_name(paper, said) : found->id;
    clear_places(paper, id);
    PaperName& name = *paper.name(id);
    name.kind = said.kind;
    if (!said.country.empty()) name.country = said.country;
    name.record = said.record;
    if (said.kind == press::EntityKind::Topic) name.topic = said.record;
    name.state = said.record.empty() ? NameState::Open : NameState::Linked;
    return name;
}

}  // namespace kontor::service
