// SPDX-License-Identifier: EUPL-1.2
// Takes what the rules claim and makes facts of it: what is denied is dropped, plans are marked, the same
// fact said twice is one. One thread; constant cost for each claim.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "press/scene.hpp"

namespace kontor::press {

using FactObject = std::variant<std::uint32_t, std::string>;

/// One thing that a rule has found. `at`: the word that tells it; what is denied or planned is so in its
/// segment.
struct Claimed {
    std::uint32_t subject = kDocument;
    Predicate predicate = Predicate::About;
    FactObject object = {};
    std::uint32_t sentence = 0;
    std::uint32_t at = 0;
    const char* rule = "";
    Certainty certainty = Certainty::Stated;
    std::vector<Qualifier> qualifiers = {};
    bool from_context = false;  // a part was not named in the sentence
};

class FactSink {
public:
    explicit FactSink(const Scene& scene) : scene_(scene) {}

    void add(Claimed claimed);
    /// One fact for each pair.
    void add_all(const Entities& subjects, const Entities& objects, const Claimed& pattern);
    [[nodiscard]] bool has(std::uint32_t subject, Predicate predicate, const FactObject& object) const;
    /// Whether anything of this predicate is known of the subject.
    [[nodiscard]] bool has_any(std::uint32_t subject, Predicate predicate) const;
    [[nodiscard]] bool has_any(Predicate predicate) const;
    [[nodiscard]] bool is_by_rule(std::uint32_t subject, Predicate predicate, std::uint32_t object,
                                  std::string_view rule) const;
    /// Those with such a fact about `object`, in the order found.
    [[nodiscard]] Entities subjects_of(Predicate predicate, std::uint32_t object) const;
    [[nodiscard]] Entities objects_of(std::uint32_t subject, Predicate predicate) const;

    /// By sentence, then in the order found.
    [[nodiscard]] std::vector<Fact> take();

private:
    using Key = std::tuple<std::uint32_t, Predicate, FactObject>;
    [[nodiscard]] Certainty certainty_of(const Claimed& claimed) const;
    [[nodiscard]] bool is_denied(const Claimed& claimed) const;

    const Scene& scene_;
    std::map<Key, std::size_t> places_;
    std::map<std::pair<std::uint32_t, Predicate>, std::vector<std::size_t>> by_subject_;
    std::map<std::pair<Predicate, std::uint32_t>, std::vector<std::size_t>> by_object_;
    std::vector<Fact> facts_;
};

}  // namespace kontor::press
