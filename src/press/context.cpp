// SPDX-License-Identifier: EUPL-1.2
#include "press/context.hpp"

#include <algorithm>
#include <array>

namespace kontor::press {
namespace {

constexpr std::uint32_t kNear = 3;
constexpr std::uint32_t kApposition = 5;

constexpr auto kNaming = std::to_array<std::string_view>(
    {"named",   "called",  "namens", "titled", "entitled",    "intitule",     "nomme",   "baptise",
     "denomme", "wie",     "like",   "as",     "such",        "wie",          "comme",   "tels",
     "que",     "acronym", "name",   "neue",   "europaische", "franzosische", "deutsche"});

bool passes(const View& view, std::uint32_t i) {
    return std::ranges::find(kNaming, view.tokens[i].key) != kNaming.end();
}

}  // namespace

std::optional<EntityKind> kind_before(const View& view, std::uint32_t first) {
    for (std::uint32_t back = 1; back <= kNear && back <= first; ++back) {
        const std::uint32_t i = first - back;
        if (!view.same_sentence(i, first)) return std::nullopt;
        if (view.is(i, WordClass::Noun)) {
            const bool connected =
                back > 1 && view.is(first - 1, WordClass::Connector) && !passes(view, first - 1);
            if (connected) return std::nullopt;
            return view.words[i].kind;
        }
        const TokenKind kind = view.tokens[i].kind;
        const bool quote = kind == TokenKind::QuoteOpen || view.is_mark(i, ":");
        if (!quote && !(view.is_word(i) && passes(view, i))) return std::nullopt;
    }
    return std::nullopt;
}

std::optional<EntityKind> kind_after(const View& view, std::uint32_t end) {
    std::uint32_t i = end;
    if (view.has(i) && view.tokens[i].kind == TokenKind::QuoteClose) ++i;
    if (!view.same_sentence(end - 1, i)) return std::nullopt;
    if (view.language != Language::French && view.is(i, WordClass::Noun)) return view.words[i].kind;
    const bool apposed =
        view.is_mark(i, ",") || view.has_key(i, "ist") || view.has_key(i, "is") || view.has_key(i, "est");
    if (!apposed) return std::nullopt;
    ++i;
    const bool article = view.is(i, WordClass::Article) || view.has_key(i, "als");
    if (!article && !(view.language == Language::French && view.is(i, WordClass::Noun))) return std::nullopt;
    for (std::uint32_t step = 0; step < kApposition && view.same_sentence(end - 1, i); ++step, ++i) {
        if (view.is(i, WordClass::Noun)) return view.words[i].kind;
        if (!view.is_word(i) || view.is(i, WordClass::Preposition) || view.is(i, WordClass::NameVerb))
            return std::nullopt;
        if (view.language != Language::German && step > 0 && view.is_small(i) &&
            !view.is(i, WordClass::Article))
            return std::nullopt;
    }
    return std::nullopt;
}

bool has_article(const View& view, std::uint32_t first) {
    for (std::uint32_t back = 1; back <= kNear && back <= first; ++back) {
        const std::uint32_t i = first - back;
        if (!view.same_sentence(i, first) || !view.is_word(i)) return false;
        if (view.is(i, WordClass::Article)) return true;
        for (const std::string_view one :
             {"im", "am", "zum", "zur", "vom", "beim", "ins", "seine", "ihre", "unsere", "diese", "dieser",
              "dieses", "kein", "keine", "jede", "viele", "mehr"}) {
            if (view.has_key(i, one)) return true;
        }
        const bool adjective = view.tokens[i].writing == Writing::Lower && !view.is_small(i);
        if (!adjective) return false;
    }
    return false;
}

bool is_organisation(EntityKind kind) {
    switch (kind) {
        case EntityKind::Cluster:
        case EntityKind::Company:
        case EntityKind::University:
        case EntityKind::ResearchInstitute:
        case EntityKind::Association:
        case EntityKind::PublicBody:
        case EntityKind::Organisation:
            return true;
        case EntityKind::Project:
        case EntityKind::Programme:
        case EntityKind::Event:
        case EntityKind::Agreement:
        case EntityKind::Person:
        case EntityKind::Place:
        case EntityKind::Topic:
            return false;
    }
    return false;
}

}  // namespace kontor::press
