// SPDX-License-Identifier: EUPL-1.2
// Faults as they are met: the first kFaultsReported are kept with their place, the others are counted, so
// that a hopeless file neither fills the memory nor hides how hopeless it is. One thread.
#pragma once

#include <cstdint>
#include <utility>

#include "base/error.hpp"
#include "base/limits.hpp"

namespace kontor::ingest {

class FaultList {
public:
    void add(base::Error error) {
        ++total_;
        if (kept_.size() < base::limits::kFaultsReported) kept_.push_back(std::move(error));
    }
    void add(const base::Errors& errors) {
        for (const base::Error& error : errors) add(error);
    }
    /// Takes over the faults of `other`, its uncounted ones included.
    void add(const FaultList& other) {
        const std::uint64_t unkept = other.total_ - other.kept_.size();
        add(other.kept_);
        total_ += unkept;
    }
    [[nodiscard]] const base::Errors& kept() const { return kept_; }
    /// All that were met, kept or not.
    [[nodiscard]] std::uint64_t total() const { return total_; }
    [[nodiscard]] bool empty() const { return total_ == 0; }

private:
    base::Errors kept_;
    std::uint64_t total_ = 0;
};

}  // namespace kontor::ingest
