// SPDX-License-Identifier: EUPL-1.2
// Projects without a name, where a sentence tells what for and with whom: "presented a photonics partnership
// for food with A and B", "stellte ein Projekt zu Leichtbau mit A und B vor", "lance un projet sur … avec A".
#include <algorithm>
#include <array>

#include "press/candidates.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr int kDescribedWeight = 44;  // above the topics in it
constexpr std::uint32_t kFront = 4;   // words between article and noun
constexpr std::uint32_t kPurpose = 9;

constexpr auto kIndefinite =
    std::to_array<std::string_view>({"a", "an", "ein", "eine", "einen", "einem", "einer", "un", "une"});
constexpr auto kFor = std::to_array<std::string_view>(
    {"for", "on", "fur", "zu", "zur", "zum", "uber", "pour", "sur", "dans", "autour", "in"});
constexpr auto kWith = std::to_array<std::string_view>({"with", "mit", "avec"});
constexpr auto kPresenting = std::to_array<std::string_view>(
    {"present", "prasent", "introduc", "launch", "form", "unveil", "start", "vorgestellt", "stellt", "lanc",
     "monte", "grund", "initi", "begin", "began", "propos", "plan", "cree", "constitu"});

class DescribedProjects {
public:
    DescribedProjects(const View& view, Candidates& out) : view_(view), out_(out) {}

    void find() {
        for (std::uint32_t i = 1; i + 3 < view_.size(); ++i) {
            if (!is_noun(i)) continue;
            const std::uint32_t first = begin_of(i);
            const std::uint32_t end = first == kNoToken ? kNoToken : end_of(i);
            if (end != kNoToken && is_presented(i)) push(first, end);
        }
    }

private:
    [[nodiscard]] bool is_noun(std::uint32_t i) const {
        const Key& key = view_.tokens[i].key;
        switch (view_.language) {
            case Language::English:
                return key == "partnership" || key == "project" || key == "consortium";
            case Language::French:
                return key == "partenariat" || key == "projet" || key == "consortium";
            case Language::German:
                return key.ends_with("partnerschaft") || key.ends_with("projekt") ||
                       key.ends_with("vorhaben");
        }
        return false;
    }

    /// Behind the indefinite article; kNoToken without one.
    [[nodiscard]] std::uint32_t begin_of(std::uint32_t noun) const {
        for (std::uint32_t back = 1; back <= kFront && back <= noun; ++back) {
            const std::uint32_t i = noun - back;
            if (!view_.same_sentence(i, noun) || !view_.is_word(i)) return kNoToken;
            if (is_one_of<kIndefinite>(view_.tokens[i].key)) return i + 1;
            if (view_.is_capital(i)) return kNoToken;
        }
        return kNoToken;
    }

    /// Before "with A"; kNoToken when no purpose and no partner is told.
    [[nodiscard]] std::uint32_t end_of(std::uint32_t noun) const {
        std::uint32_t i = noun + 1;
        // "un partenariat photonique pour …": French adjectives stand behind.
        const bool has_adjective = view_.language == Language::French && view_.is_word(i) &&
                                   !view_.is_small(i) && !view_.is_capital(i);
        if (has_adjective) ++i;
        if (!view_.same_sentence(noun, i) || !is_one_of<kFor>(view_.tokens[i].key)) return kNoToken;
        for (++i; i < noun + kPurpose && view_.same_sentence(noun, i); ++i) {
            if (is_one_of<kWith>(view_.tokens[i].key)) break;
            const bool is_plain = view_.is_word(i) && !view_.is_striking(i) &&
                                  (view_.language == Language::German || !view_.is_capital(i));
            if (!is_plain) return kNoToken;
        }
        const std::uint32_t partner = view_.is(i + 1, WordClass::Article) ? i + 2 : i + 1;
        const bool is_told = i < noun + kPurpose && i > noun + 2 && view_.same_sentence(noun, partner) &&
                             view_.is_capital(partner);
        return is_told ? i : kNoToken;
    }

    [[nodiscard]] bool is_presented(std::uint32_t noun) const {
        const Sentence& sentence = view_.sentences[view_.tokens[noun].sentence];
        for (std::uint32_t i = sentence.first; i < sentence.end; ++i) {
            const Key& key = view_.tokens[i].key;
            if (begins_with_one_of<kPresenting>(key)) return true;
        }
        return false;
    }

    void push(std::uint32_t first, std::uint32_t end) {
        Candidate made;
        made.first = made.name_first = first;
        made.end = made.name_end = end;
        made.kind = EntityKind::Project;
        made.kind_told = true;
        made.weight = kDescribedWeight;
        made.confidence = 0.65;
        made.rule = "described-project";
        out_.push_back(std::move(made));
    }

    const View& view_;
    Candidates& out_;
};

}  // namespace

void find_described_projects(const View& view, Candidates& out) {
    DescribedProjects(view, out).find();
}

}  // namespace kontor::press
