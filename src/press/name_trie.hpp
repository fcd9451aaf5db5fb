// SPDX-License-Identifier: EUPL-1.2
// Many names at once: the longest name that begins at a word, with tolerance for German, English and French
// endings. Built once, then immutable and thread-safe; a word that begins no name costs one look-up, about 30
// ns.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "press/edge_filter.hpp"
#include "press/view.hpp"

namespace kontor::press {

class NameTrie {
public:
    /// The names of a network or of one text; of these whole() finds nothing.
    using Holds = EdgeFilter::Holds;

    NameTrie() : NameTrie(Holds::Many) {}
    explicit NameTrie(Holds holds) : keeps_wholes_(holds == Holds::Many), begins_(holds), firsts_(holds) {}

    /// `payload` is given back with every match. Names without letters are left out.
    void add(std::string_view name, std::uint32_t payload);
    /// The name at tokens [first, end) of a text.
    void add(const View& view, std::uint32_t first, std::uint32_t end, std::uint32_t payload);

    struct Match {
        std::uint32_t end = 0;  // token; 0 when nothing matches
        std::uint32_t payload = 0;
        std::uint32_t form = 0;  // index of the name in the order of add()
        [[nodiscard]] explicit operator bool() const { return end != 0; }
    };
    /// The longest name that begins at token `first`; of equal names the one added first.
    [[nodiscard]] Match longest(const View& view, std::uint32_t first) const;
    /// The name that is exactly `written` but for case; nothing when there is none.
    [[nodiscard]] std::optional<Match> whole(std::string_view written) const;
    [[nodiscard]] const std::string& form(std::uint32_t index) const { return forms_[index].written; }

private:
    struct Form {
        std::string written;
        std::vector<std::string> keys;
        std::uint32_t payload = 0;
        bool lower = false;     // begins without a capital
        bool capitals = false;  // one short word of capitals
    };
    void add(std::string_view name, std::span<const Token> tokens, std::uint32_t payload);
    std::uint32_t child(std::uint32_t node, std::uint32_t key);
    [[nodiscard]] std::uint32_t next(std::uint32_t node, std::uint32_t key) const;  // 0: none
    [[nodiscard]] bool stands(const View& view, std::uint32_t first, const Form& form) const;

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
    };

    bool keeps_wholes_ = true;
    EdgeFilter begins_;  // first letters of first words
    EdgeFilter firsts_;  // first words, uninflected
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> keys_;
    std::unordered_map<std::string, std::uint32_t> wholes_;  // form by its key
    std::vector<std::uint32_t> roots_;  // by the key of the first word: its node; 0: none
    std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // from there: node and key → node
    std::vector<std::vector<std::uint32_t>> ends_{{}};        // forms by node
    std::vector<Form> forms_;
};

/// A word without the endings of inflection, the same for all its forms: "europaischen" → "europaisch".
[[nodiscard]] std::string_view uninflected(std::string_view key);

}  // namespace kontor::press
