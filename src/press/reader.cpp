// SPDX-License-Identifier: EUPL-1.2
#include "press/reader.hpp"

#include <utility>

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
    out.facts = facts_of(findings, triggers_->marked(findings.tokens, findings.language));
    out.entities = std::move(findings.entities);
    return out;
}

}  // namespace kontor::press
