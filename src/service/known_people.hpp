// SPDX-License-Identifier: EUPL-1.2
// The people whom one asker may see, for one question about chains: who stands at two organisations, and whom
// to ask at one. Those whose time is over are left out. Reading notes nobody as shown; whoever names somebody
// does (View::records.note). One object per question; must not be kept.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "network/paths.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

/// Whether the day up to which somebody may be kept is before `today`.
[[nodiscard]] bool is_kept_too_long(const model::Person& person, const model::Date& today);

class KnownPeople {
public:
    /// An address at more organisations than this is a mailbox rather than somebody's own.
    static constexpr std::size_t kMostPlaces = 8;

    /// Cost: a look at the rules for those who can see nobody; otherwise reads the records of all people.
    [[nodiscard]] static base::Result<KnownPeople> read(const View& view, const model::Date& today);

    /// Who has the same e-mail address at two organisations; a name alone says nothing.
    [[nodiscard]] std::span<const network::Acquaintance> acquaintances() const { return acquaintances_; }

    /// The records of somebody at the two ends of an acquaintance.
    struct Pair {
        const model::Person& from;
        const model::Person& to;
    };
    [[nodiscard]] Pair pair(network::AcquaintanceIndex index) const;

    /// In the order of names.
    [[nodiscard]] std::span<const model::Person> at(std::string_view organisation) const;

private:
    struct Ends {
        std::size_t from = 0;  // positions in people_
        std::size_t to = 0;
    };
    void join(const network::Picture& picture);

    std::vector<model::Person> people_;  // by organisation, name, id
    std::vector<network::Acquaintance> acquaintances_;
    std::vector<Ends> ends_;  // of each acquaintance
};

}  // namespace kontor::service
