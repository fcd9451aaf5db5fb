// SPDX-License-Identifier: EUPL-1.2
// The name of whoever publishes the item, where the text names them.
#include <algorithm>
#include <string>
#include <string_view>

#include "press/candidates.hpp"
#include "press/context.hpp"

namespace kontor::press {
namespace {

constexpr int kPublisherWeight = 97;  // above quoted names

}  // namespace

void find_publisher(const View& view, std::string_view publisher, Candidates& out) {
    if (publisher.empty()) return;
    NameTrie names(NameTrie::Holds::Few);
    while (!publisher.empty()) {
        const std::size_t end = std::min(publisher.find(" / "), publisher.size());
        const std::string name = tidy(publisher.substr(0, end));
        if (!view.lexicon->is_ordinary(name)) names.add(name, 0);
        publisher.remove_prefix(std::min(end + 3, publisher.size()));
    }
    for (std::uint32_t i = 0; i < view.size(); ++i) {
        const NameTrie::Match match = names.longest(view, i);
        if (!match) continue;
        Candidate made;
        made.first = made.name_first = i;
        made.end = made.name_end = match.end;
        made.name = names.form(match.form);
        const WordEntry& last = view.words[match.end - 1];
        const bool is_programme =
            last.is(WordClass::Noun) && last.kind == EntityKind::Programme && match.end > i + 1;
        if (view.has_key(i, "interreg") || is_programme) {  // the programme's own page
            made.kind = EntityKind::Programme;
            made.kind_told = true;
        }
        made.confidence = 0.9;
        made.weight = kPublisherWeight;
        made.rule = "publisher";
        out.push_back(std::move(made));
    }
}

}  // namespace kontor::press
