// SPDX-License-Identifier: EUPL-1.2
// Makes a Hit of a ranked document: why it was found, in which words of which field, and a readable piece
// around them.
#pragma once

#include "search/answer.hpp"
#include "search/collector.hpp"

namespace kontor::search {

class Presentation {
public:
    Presentation(const IndexParts& index, const Plan& plan) : index_(index), plan_(plan) {}

    [[nodiscard]] Hit hit(const Ranked& ranked) const;

private:
    /// A word of a field that stands for a group.
    struct Found {
        std::uint32_t position = 0;  // in its field
        std::uint32_t group = 0;
        ByteRange range;  // in its text
    };
    struct FieldFinds {
        const FieldSpan* span = nullptr;
        std::vector<Found> found;
    };
    static void locate(std::string_view text, std::vector<Found>& found);
    [[nodiscard]] static std::vector<ByteRange> highlights(const std::vector<Found>& found);
    [[nodiscard]] static std::size_t distinct_groups(const std::vector<Found>& found);
    [[nodiscard]] std::vector<FieldFinds> finds(const Evaluation& evaluation, std::uint32_t document) const;
    void add_word_reasons(const Ranked& ranked, const std::vector<FieldFinds>& finds, Hit& hit) const;
    void add_group_reasons(std::size_t group, const Ranked& ranked, const std::vector<FieldFinds>& finds,
                           Hit& hit) const;
    void add_snippets(const Segment& segment, const DocumentRow& row, const std::vector<FieldFinds>& finds,
                      Hit& hit) const;
    [[nodiscard]] Snippet snippet(const Segment& segment, const FieldFinds& field) const;
    [[nodiscard]] std::string matched_word(const Segment& segment, const FieldFinds& field,
                                           std::size_t group) const;

    const IndexParts& index_;
    const Plan& plan_;
};

}  // namespace kontor::search
