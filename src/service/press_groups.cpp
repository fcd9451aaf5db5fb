// SPDX-License-Identifier: EUPL-1.2
#include "service/press_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>
#include <tuple>
#include <unordered_set>

namespace kontor::service {
namespace {

constexpr std::size_t kDigits = 8;
constexpr int kHexadecimal = 16;
constexpr std::size_t kNumbers = text::NearSignature::kParts + 1;

}  // namespace

std::string signature_text(const text::NearSignature& signature) {
    std::string out;
    for (const std::uint32_t part : signature.parts) fmt::format_to(std::back_inserter(out), "{:08x}", part);
    fmt::format_to(std::back_inserter(out), "{:08x}", signature.shingles);
    return out;
}

text::NearSignature signature_of(const model::PressItem& item) {
    if (item.signature.size() != kNumbers * kDigits) return text::near_signature(item.text);
    text::NearSignature out;
    for (std::size_t i = 0; i < kNumbers; ++i) {
        std::uint32_t& number = i < out.parts.size() ? out.parts[i] : out.shingles;
        const char* digits = item.signature.data() + i * kDigits;
        std::from_chars(digits, digits + kDigits, number, kHexadecimal);
    }
    return out;
}

base::Result<PressGroups> PressGroups::load(const store::Store& store, const std::string& organisation) {
    auto found = store.desk_heads_where(model::DeskKind::PressItem, "organisation", organisation);
    if (!found) return found.errors();
    std::vector<const model::PressItem*> items;
    for (model::DeskRecord& record : found.value()) {
        auto& item = std::get<model::PressItem>(record);
        if (item.signature.empty()) {
            auto whole = store.read_desk(model::DeskKind::PressItem, item.id);
            if (!whole) return whole.errors();
            if (whole.value()) item = std::get<model::PressItem>(*std::move(whole).value());
        }
        items.push_back(&item);
    }
    std::sort(items.begin(), items.end(), [](const model::PressItem* a, const model::PressItem* b) {
        return std::tie(a->arrived, a->id) < std::tie(b->arrived, b->id);
    });
    std::unordered_set<std::string_view> ids;
    for (const model::PressItem* item : items) ids.insert(item->id);
    PressGroups out;
    for (const model::PressItem* item : items) {
        // Whoever tells what another one told first is found by that one.
        if (item->group != item->id && ids.contains(item->group)) continue;
        out.texts_.add(signature_of(*item));
        out.ids_.push_back(item->id);
    }
    return out;
}

std::string PressGroups::join(model::PressItem& item) {
    const text::NearSignature signature = text::near_signature(item.text);
    item.signature = signature_text(signature);
    const std::uint32_t first = texts_.add(signature);
    ids_.push_back(item.id);
    if (first + 1 == ids_.size()) return {};
    item.group = ids_[first];
    return item.group;
}

}  // namespace kontor::service
