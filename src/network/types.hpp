// SPDX-License-Identifier: EUPL-1.2
// The small types of the picture: strong ordinals, days, country codes and the flat adjacency list. Ordinals
// are positions in one picture, ascending by record id; they mean nothing in another picture.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "model/values.hpp"

namespace kontor::network {

/// Position of a record of one kind in a picture; kNone refers to nothing.
template <class Tag>
struct Index {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t value = kNone;
    constexpr Index() = default;
    constexpr explicit Index(std::size_t position) : value(static_cast<std::uint32_t>(position)) {}
    [[nodiscard]] constexpr bool valid() const { return value != kNone; }
    constexpr auto operator<=>(const Index&) const = default;
};
using OrganisationIndex = Index<struct OrganisationTag>;
using ProjectIndex = Index<struct ProjectTag>;
using TopicIndex = Index<struct TopicTag>;
using ProgrammeIndex = Index<struct ProgrammeTag>;
using MembershipIndex = Index<struct MembershipTag>;
using ParticipationIndex = Index<struct ParticipationTag>;
using AgreementIndex = Index<struct AgreementTag>;
using DelegationIndex = Index<struct DelegationTag>;

/// Days since 1970-01-01.
using Day = std::int32_t;
inline constexpr Day kUnknownDay = std::numeric_limits<Day>::min();

/// First day the date may mean; kUnknownDay when it is unknown.
[[nodiscard]] Day first_day(const model::Date& date);
/// Last day the date may mean ("2018" → 2018-12-31); kUnknownDay when it is unknown.
[[nodiscard]] Day last_day(const model::Date& date);
/// Calendar year of a known day, 0 of kUnknownDay.
[[nodiscard]] int year_of(Day day);

/// ISO 3166-1 alpha-2; two zero characters when unknown.
struct CountryCode {
    std::array<char, 2> letters{};
    /// Anything but two characters gives the unknown code.
    [[nodiscard]] static constexpr CountryCode from(std::string_view text) {
        CountryCode out;
        if (text.size() == 2) out.letters = {text[0], text[1]};
        return out;
    }
    [[nodiscard]] constexpr bool known() const { return letters[0] != '\0'; }
    [[nodiscard]] constexpr std::string_view text() const {
        return known() ? std::string_view(letters.data(), 2) : std::string_view();
    }
    constexpr auto operator<=>(const CountryCode&) const = default;
};

enum class YesNo : std::uint8_t { Unknown, No, Yes };

/// Lists of T by position: of(i) is the i-th list.
template <class T>
class Adjacency {
public:
    Adjacency() = default;
    /// `starts` has one more entry than there are lists and ends with items.size().
    Adjacency(std::vector<std::uint32_t> starts, std::vector<T> items)
        : starts_(std::move(starts)), items_(std::move(items)) {}
    [[nodiscard]] std::size_t size() const { return starts_.empty() ? 0 : starts_.size() - 1; }
    [[nodiscard]] std::span<const T> of(std::size_t position) const {
        if (position >= size()) return {};
        return std::span<const T>(items_).subspan(starts_[position],
                                                  starts_[position + 1] - starts_[position]);
    }
    [[nodiscard]] std::uint32_t start(std::size_t position) const { return starts_[position]; }
    [[nodiscard]] const std::vector<T>& items() const { return items_; }
    [[nodiscard]] std::size_t bytes() const {
        return starts_.capacity() * sizeof(std::uint32_t) + items_.capacity() * sizeof(T);
    }

private:
    std::vector<std::uint32_t> starts_;
    std::vector<T> items_;
};

}  // namespace kontor::network
