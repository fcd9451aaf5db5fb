// SPDX-License-Identifier: EUPL-1.2
// What the people of an organisation teach the reader by their corrections: whom a name means, what is no
// name, of what kind something is, and which rule of the reader finds what does not hold. It counts for the
// next texts on the same desk; everything can be seen and forgotten. Thread-safe.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "press/known_names.hpp"
#include "service/press_desk.hpp"

namespace kontor::service {

/// So often does a rule have to be rejected before it counts for less.
inline constexpr std::int64_t kRejectionsThatCount = 3;

/// The lessons of one desk, ready for a reading.
struct Taught {
    press::KnownNames names = {};
    std::uint64_t revision = 0;  // another one when they are others
    /// Rule and predicate with how often what they found was rejected.
    std::map<std::pair<std::string, std::string>, std::int64_t> rejected = {};
};
class Lessons;
/// `pending`: those that are about to be written count as well.
[[nodiscard]] base::Result<Taught> taught_names(const store::Store& store, const std::string& organisation,
                                                const Lessons* pending = nullptr);

/// Claims of rules that were rejected often get less confidence.
void weigh_by_lessons(PressPaper& paper, const Taught& taught);

/// The entries of the desk that decisions add or change; writes nothing itself.
class Lessons {
public:
    /// `store` must outlive it. `now`: seconds since 1970.
    Lessons(const store::Store& store, std::string organisation, std::int64_t now)
        : store_(store), organisation_(std::move(organisation)), now_(now) {}

    [[nodiscard]] base::Outcome linked(const PaperName& name);
    [[nodiscard]] base::Outcome refused(const PaperName& name);
    [[nodiscard]] base::Outcome of_kind(const PaperName& name);
    [[nodiscard]] base::Outcome rejected(const PaperFact& fact);
    /// What holds after all: a lesson that says otherwise is forgotten.
    [[nodiscard]] base::Outcome accepted(const PaperFact& fact);
    [[nodiscard]] base::Outcome unrefused(const PaperName& name);

    void put_into(store::WriteBatch& batch) const;
    /// `stored` as they will be when these are written.
    [[nodiscard]] std::vector<model::PressMemory> over(std::vector<model::PressMemory> stored) const;

private:
    /// What is to be written for the pattern: that of the desk if it knows it, else a new one with count 0.
    [[nodiscard]] base::Result<model::PressMemory> pattern(const PaperFact& fact);
    [[nodiscard]] model::PressMemory lesson(model::PressLesson kind, const std::string& name) const;
    [[nodiscard]] base::Outcome read_stored();
    void learn(model::PressMemory lesson);
    void forget(const model::PressMemory& lesson);

    const store::Store& store_;
    std::string organisation_;
    std::int64_t now_;
    std::map<std::string, model::PressMemory> puts_;
    std::set<std::string> forgotten_;
    std::optional<std::vector<model::PressMemory>> stored_;  // those of the desk, read when first wanted
};

/// `organisation` may be empty: of all desks one may read.
struct PressMemoryQuery {
    std::string organisation = {};
    std::size_t limit = base::limits::kDefaultPageSize;
    std::string cursor = {};
};

class PressMemoryService {
public:
    /// `knowledge` must outlive it.
    explicit PressMemoryService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// Newest first. SignInRequired for the public, OperationNotPermitted for a desk of others.
    [[nodiscard]] base::Result<PressMemoryPage> memory(const Asker& asker,
                                                       const PressMemoryQuery& query) const;
    /// RecordNotFound when there is none that the asker may read.
    [[nodiscard]] base::Outcome forget(const Asker& asker, const std::string& id) const;

private:
    const Knowledge& knowledge_;
};

}  // namespace kontor::service
