// SPDX-License-Identifier: EUPL-1.2
// The store as an audience may read it. Every use case that shows records reads them through this. Any number
// of threads; each read costs the store's read and a look at the disclosures. What is confidential is noted.
#pragma once

#include "service/sight.hpp"
#include "store/store.hpp"

namespace kontor::service {

class Reveals;  // service/reveals.hpp

/// Where it is noted what is read, and for whom; nothing is noted without `reveals`, which must outlive it.
struct Reading {
    Reveals* reveals = nullptr;
    std::string actor = {};
    std::int64_t hour = 0;  // since 1970
};

class VisibleRecords final : public store::Reader {
public:
    /// `store` must outlive it.
    VisibleRecords(const store::Reader& store, Sight sight, Reading reading = {})
        : store_(store), sight_(std::move(sight)), reading_(std::move(reading)) {}

    [[nodiscard]] base::Result<std::optional<model::Record>> read(model::RecordKind kind,
                                                                  std::string_view id) const override;
    /// Looks through, without noting who has seen what: what comes of it is noted by whoever shows it.
    [[nodiscard]] base::Outcome scan(model::RecordKind kind,
                                     const std::function<bool(model::Record&&)>& visit) const override;
    [[nodiscard]] base::Result<std::vector<model::Record>> referring(model::RecordKind kind,
                                                                     std::string_view field,
                                                                     std::string_view id) const override;

    /// Says that a record, as this gave it, is shown whole.
    void note(const model::Record& shown) const;
    /// Says that a list shows a record: who it is and what engines find it by, nothing else. Cost: a look-up
    /// where something is hidden from somebody, else nothing.
    void note_listed(model::RecordKind kind, std::string_view id) const;

    [[nodiscard]] const Sight& sight() const { return sight_; }
    /// The records uncut, for the work of the house itself.
    [[nodiscard]] const store::Reader& whole() const { return store_; }

private:
    const store::Reader& store_;
    Sight sight_;
    Reading reading_;
};

}  // namespace kontor::service
