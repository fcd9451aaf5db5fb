// SPDX-License-Identifier: EUPL-1.2
// Faults as they are met: the first kFaultsReported are kept with their place, and the first
// kFaultsOfEachCode of every code; the others are counted, so that a hopeless file neither fills the memory
// nor hides how hopeless it is, and a frequent fault does not hide a rare one. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "base/error.hpp"
#include "base/limits.hpp"

namespace kontor::ingest {

class FaultList {
public:
    void add(base::Error error) {
        const std::uint64_t of_code = ++counts_[error.code];
        ++total_;
        const bool keeps =
            kept_.size() < base::limits::kFaultsReported || of_code <= base::limits::kFaultsOfEachCode;
        if (keeps) kept_.push_back(std::move(error));
    }
    void add(const base::Errors& errors) {
        for (const base::Error& error : errors) add(error);
    }
    /// Takes over the faults of `other`, those that it only counted included.
    void add(const FaultList& other) {
        const std::map<base::ErrorCode, std::uint64_t> before = counts_;
        const std::uint64_t total_before = total_;
        add(other.kept_);
        counts_ = before;
        total_ = total_before + other.total_;
        for (const auto& [code, count] : other.counts_) counts_[code] += count;
    }
    [[nodiscard]] const base::Errors& kept() const { return kept_; }
    /// All that were met, kept or not.
    [[nodiscard]] std::uint64_t total() const { return total_; }
    [[nodiscard]] const std::map<base::ErrorCode, std::uint64_t>& counts() const { return counts_; }
    [[nodiscard]] bool empty() const { return total_ == 0; }

private:
    base::Errors kept_;
    std::map<base::ErrorCode, std::uint64_t> counts_;
    std::uint64_t total_ = 0;
};

}  // namespace kontor::ingest
