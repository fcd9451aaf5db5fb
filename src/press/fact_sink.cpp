// SPDX-License-Identifier: EUPL-1.2
#include "press/fact_sink.hpp"

#include <algorithm>

#include "press/confidence.hpp"
#include "press/predicates.hpp"

namespace kontor::press {
namespace {

/// Of these a plan says as much as a deed: what something aims at it aims at.
bool is_aim(Predicate predicate) {
    return predicate == Predicate::Targets || predicate == Predicate::About ||
           predicate == Predicate::OpenFor || predicate == Predicate::ReportsOn ||
           predicate == Predicate::LocatedIn || predicate == Predicate::PublishedBy ||
           predicate == Predicate::ContactOf || predicate == Predicate::ProgrammeOf ||
           predicate == Predicate::BasisOf;
}

/// "2018-01" beside "2018".
bool is_more_exact(const Qualifier& one, const Qualifier& there) {
    const auto* text = std::get_if<std::string>(&one.value);
    const auto* before = std::get_if<std::string>(&there.value);
    return text != nullptr && before != nullptr && text->size() > before->size() &&
           text->starts_with(*before);
}

void merge(Fact& known, const Fact& other) {
    if (other.certainty < known.certainty) known.certainty = other.certainty;
    if (other.confidence > known.confidence) {
        known.confidence = other.confidence;
        known.rule = other.rule;
    }
    for (const Qualifier& one : other.qualifiers) {
        const auto there = std::ranges::find(known.qualifiers, one.name, &Qualifier::name);
        if (there == known.qualifiers.end()) {
            known.qualifiers.push_back(one);
        } else if (is_more_exact(one, *there)) {
            *there = one;
        } else {
            continue;
        }
        known.sentence = other.sentence;  // the sentence that says more
    }
}

}  // namespace

bool FactSink::is_denied(const Claimed& claimed) const {
    // Where somebody is and works does not hang on what the sentence denies.
    if (claimed.predicate == Predicate::LocatedIn || claimed.predicate == Predicate::MemberOf) {
        const std::string_view rule = claimed.rule;
        if (rule == "of-place" || rule == "bracket-place" || rule == "post" || rule == "apposed-place")
            return false;
    }
    return scene_.segment_tells(claimed.at, bit(Trigger::Negation)) &&
           !scene_.segment_tells(claimed.at, bit(Trigger::NotOnly));
}

Certainty FactSink::certainty_of(const Claimed& claimed) const {
    if (is_aim(claimed.predicate)) return claimed.certainty;
    // Whose a project is holds whatever is planned in it.
    if (std::string_view(claimed.rule) == "own-project") return claimed.certainty;
    if (scene_.segment_tells(claimed.at, bit(Trigger::Possible))) return Certainty::Possible;
    if (scene_.segment_tells(claimed.at, bit(Trigger::Planned))) return Certainty::Planned;
    return claimed.certainty;
}

bool FactSink::is_by_rule(std::uint32_t subject, Predicate predicate, std::uint32_t object,
                          std::string_view rule) const {
    const auto found = places_.find(Key{subject, predicate, object});
    return found != places_.end() && facts_[found->second].rule == rule;
}

void FactSink::add(Claimed claimed) {
    const auto* object = std::get_if<std::uint32_t>(&claimed.object);
    if (object != nullptr && *object == claimed.subject) return;
    if (is_denied(claimed)) return;
    Fact fact{.subject = claimed.subject,
              .predicate = claimed.predicate,
              .object = claimed.object,
              .qualifiers = std::move(claimed.qualifiers),
              .certainty = certainty_of(claimed),
              .sentence = scene_.sentence(claimed.sentence).range,
              .rule = claimed.rule};
    fact.confidence = confidence_of(fact, claimed.from_context);
    const auto [known, is_new] =
        places_.emplace(Key{fact.subject, fact.predicate, fact.object}, facts_.size());
    if (!is_new) return merge(facts_[known->second], fact);
    by_subject_[{fact.subject, fact.predicate}].push_back(facts_.size());
    if (object != nullptr) by_object_[{fact.predicate, *object}].push_back(facts_.size());
    facts_.push_back(std::move(fact));
}

void FactSink::add_all(const Entities& subjects, const Entities& objects, const Claimed& pattern) {
    for (const std::uint32_t subject : subjects) {
        for (const std::uint32_t object : objects) {
            Claimed one = pattern;
            one.subject = subject;
            one.object = object;
            add(std::move(one));
        }
    }
}

bool FactSink::has(std::uint32_t subject, Predicate predicate, const FactObject& object) const {
    return places_.count(Key{subject, predicate, object}) > 0;
}

bool FactSink::has_any(std::uint32_t subject, Predicate predicate) const {
    return by_subject_.count({subject, predicate}) > 0;
}

bool FactSink::has_any(Predicate predicate) const {
    return std::ranges::any_of(facts_, [&](const Fact& fact) { return fact.predicate == predicate; });
}

Entities FactSink::subjects_of(Predicate predicate, std::uint32_t object) const {
    Entities out;
    const auto found = by_object_.find({predicate, object});
    if (found == by_object_.end()) return out;
    for (const std::size_t fact : found->second) out.push_back(facts_[fact].subject);
    return out;
}

Entities FactSink::objects_of(std::uint32_t subject, Predicate predicate) const {
    Entities out;
    const auto found = by_subject_.find({subject, predicate});
    if (found == by_subject_.end()) return out;
    for (const std::size_t fact : found->second) {
        if (const auto* object = std::get_if<std::uint32_t>(&facts_[fact].object)) out.push_back(*object);
    }
    return out;
}

std::vector<Fact> FactSink::take() {
    std::ranges::stable_sort(facts_, {}, [](const Fact& fact) { return fact.sentence.begin; });
    return std::move(facts_);
}

}  // namespace kontor::press
