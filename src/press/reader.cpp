// SPDX-License-Identifier: EUPL-1.2
#include "press/reader.hpp"

#include <utility>

#include "press/described_events.hpp"
#include "press/facts.hpp"

namespace kontor::press {

Reader::Reader(std::shared_ptr<const Lexicon> lexicon, std::shared_ptr<const Triggers> triggers,
               const KnownNames& names)
    : lexicon_(std::move(lexicon)), triggers_(std::move(triggers)), finder_(*lexicon_, names) {}

Reading Reader::read(const PressText& item) const {
    Findings findings = finder_.find(item);
    Reading out;
    out.language = findings.language;
    out.language_read = findings.language_read;
    out.published = findings.published;
    for (const Sentence& sentence : findings.sentences) out.sentences.push_back(sentence.range);
    if (!findings.language_read) return out;
    const Marked marked = triggers_->marked(findings.tokens, findings.language);
    add_described_events(findings, marked);
    out.facts = facts_of(findings, marked);
    out.entities = std::move(findings.entities);
    const auto place = order_entities(out.entities);
    for (Fact& fact : out.facts) {
        if (fact.subject != kDocument) fact.subject = place[fact.subject];
        if (auto* object = std::get_if<std::uint32_t>(&fact.object)) *object = place[*object];
    }
    return out;
}

}  // namespace kontor::press
