// SPDX-License-Identifier: EUPL-1.2
#include "resolve/name_index.hpp"

namespace kontor::resolve {

struct NameIndex::Contents {
    std::vector<NamedRecord> records;
};

NameIndex::NameIndex(std::vector<NamedRecord> records)
    : contents_(std::make_unique<Contents>(Contents{std::move(records)})) {}
NameIndex::~NameIndex() = default;
NameIndex::NameIndex(NameIndex&&) noexcept = default;
NameIndex& NameIndex::operator=(NameIndex&&) noexcept = default;

std::size_t NameIndex::size() const {
    return contents_->records.size();
}

std::vector<Candidate> NameIndex::candidates(const NameQuery&, std::size_t) const {
    return {};
}

}  // namespace kontor::resolve
