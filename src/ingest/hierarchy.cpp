// SPDX-License-Identifier: EUPL-1.2
#include "ingest/hierarchy.hpp"

#include <algorithm>
#include <unordered_map>

#include "text/utf8.hpp"

namespace kontor::ingest {
namespace {

using base::ErrorCode;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kUnknown = static_cast<std::size_t>(-2);

class Hierarchy {
public:
    explicit Hierarchy(const std::vector<HierarchyItem>& items)
        : items_(items), depths_(items.size(), kUnknown) {}

    base::Result<std::vector<std::size_t>> ordered() {
        number_items();
        find_parents();
        for (std::size_t item = 0; item < items_.size(); ++item) find_depth(item);
        if (!errors_.empty()) return errors_;
        std::vector<std::size_t> order(items_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [this](std::size_t a, std::size_t b) { return depths_[a] < depths_[b]; });
        return order;
    }

private:
    void number_items() {
        for (std::size_t item = 0; item < items_.size(); ++item) {
            const auto [first, is_new] = numbers_.try_emplace(items_[item].id, item);
            if (is_new) continue;
            errors_.push_back(
                {ErrorCode::IdDuplicate,
                 {{"id", items_[item].id}, {"line", std::to_string(items_[first->second].place.line)}},
                 items_[item].place,
                 {}});
        }
    }

    void find_parents() {
        for (const HierarchyItem& item : items_) {
            const auto found = numbers_.find(item.parent);
            parents_.push_back(item.parent.empty() || found == numbers_.end() ? kNone : found->second);
            if (item.parent.empty() || found != numbers_.end()) continue;
            errors_.push_back(
                {ErrorCode::ReferenceUnknown, {{"field", "parent"}, {"id", item.parent}}, item.place, {}});
        }
    }

    // Walks up until a depth is known; meeting one of this walk's own items means a cycle.
    void find_depth(std::size_t item) {
        std::vector<std::size_t> walk;
        std::size_t at = item;
        while (at != kNone && depths_[at] == kUnknown) {
            depths_[at] = kNone;
            walk.push_back(at);
            at = parents_[at];
        }
        if (at != kNone && depths_[at] == kNone && std::find(walk.begin(), walk.end(), at) != walk.end()) {
            tell_cycle(walk, at);
        }
        std::size_t depth = at == kNone || depths_[at] == kNone ? 0 : depths_[at] + 1;
        for (auto up = walk.rbegin(); up != walk.rend(); ++up) depths_[*up] = depth++;
    }

    void tell_cycle(const std::vector<std::size_t>& walk, std::size_t start) {
        constexpr std::size_t kPathBytes = 500;
        std::string path;
        for (auto at = std::find(walk.begin(), walk.end(), start);
             at != walk.end() && path.size() < kPathBytes; ++at) {
            path += std::string(text::truncated(items_[*at].name, 100)) + " → ";
        }
        path += text::truncated(items_[start].name, 100);
        errors_.push_back({ErrorCode::VocabularyCycle, {{"path", path}}, items_[start].place, {}});
    }

    const std::vector<HierarchyItem>& items_;
    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<std::size_t> parents_;
    std::vector<std::size_t> depths_;
    base::Errors errors_;
};

}  // namespace

base::Result<std::vector<std::size_t>> ordered_hierarchy(const std::vector<HierarchyItem>& items) {
    return Hierarchy(items).ordered();
}

}  // namespace kontor::ingest
