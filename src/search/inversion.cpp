// SPDX-License-Identifier: EUPL-1.2
#include <cmath>
#include <cstdint>
#include <vector>

#include "search/segment_writer.hpp"

namespace kontor::search {

namespace {

/// What one document says about one term while its fields are read.
struct Tally {
    float in_text = 0;   // weighted count in the current text
    float in_field = 0;  // best of the texts of the current field
    float total = 0;     // weighted over the finished fields
};

/// Adds up one document after the other; several texts of one field (languages) count as the best of them.
class DocumentTally {
public:
    explicit DocumentTally(const Segment& segment) : segment_(segment), tallies_(segment.terms.size()) {}

    template <class Visit>
    void read(std::uint32_t document, Visit visit) {
        const auto fields = segment_.fields_of(document);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            count_words(fields[i]);
            if (i + 1 == fields.size() || fields[i + 1].field != fields[i].field)
                close_field(fields[i].field);
        }
        for (const std::uint32_t term : in_document_) {
            const float frequency = tallies_[term].total;
            const double impact = kImpactOne * static_cast<double>(frequency / (kSaturation + frequency));
            visit(term, static_cast<std::uint16_t>(std::max<long>(1, std::lround(impact))));
            tallies_[term] = {};
        }
        in_document_.clear();
    }

private:
    void count_words(const FieldSpan& span) {
        for (std::uint32_t at = span.words.begin; at < span.words.end; ++at) {
            for (const WordTerm& found : segment_.terms_of_word(segment_.forward[at])) {
                Tally& tally = tallies_[found.term];
                if (tally.in_text == 0) in_text_.push_back(found.term);
                tally.in_text += found.weight;
            }
        }
        if (span.whole_name != kNoTerm) {
            in_text_.push_back(span.whole_name);
            tallies_[span.whole_name].in_text = 1;
        }
        const FieldTuning& tuning = kTuning[static_cast<std::size_t>(span.field)];
        const float length = static_cast<float>(span.words.size());
        const float norm = 1 - tuning.b + tuning.b * length / tuning.pivot;
        for (const std::uint32_t term : in_text_) {
            Tally& tally = tallies_[term];
            if (tally.in_field == 0) {
                in_field_.push_back(term);
                if (tally.total == 0) in_document_.push_back(term);
            }
            tally.in_field = std::max(tally.in_field, tally.in_text / norm);
            tally.in_text = 0;
        }
        in_text_.clear();
    }

    void close_field(Field field) {
        const float weight = kTuning[static_cast<std::size_t>(field)].weight;
        for (const std::uint32_t term : in_field_) {
            tallies_[term].total += weight * tallies_[term].in_field;
            tallies_[term].in_field = 0;
        }
        in_field_.clear();
    }

    const Segment& segment_;
    std::vector<Tally> tallies_;
    std::vector<std::uint32_t> in_text_;
    std::vector<std::uint32_t> in_field_;
    std::vector<std::uint32_t> in_document_;
};

}  // namespace

void invert(Segment& segment) {
    std::vector<std::uint32_t> entry_terms;
    std::vector<std::uint16_t> entry_impacts;
    std::vector<std::uint32_t> document_ends;
    entry_terms.reserve(segment.forward.size());
    entry_impacts.reserve(segment.forward.size());
    segment.posting_begins.assign(segment.terms.size() + 1, 0);
    DocumentTally tally(segment);
    for (std::uint32_t document = 0; document < segment.size(); ++document) {
        tally.read(document, [&](std::uint32_t term, std::uint16_t impact) {
            entry_terms.push_back(term);
            entry_impacts.push_back(impact);
            ++segment.posting_begins[term + 1];
        });
        document_ends.push_back(static_cast<std::uint32_t>(entry_terms.size()));
    }
    for (std::size_t term = 0; term < segment.terms.size(); ++term) {
        segment.posting_begins[term + 1] += segment.posting_begins[term];
    }
    segment.posting_documents.resize(entry_terms.size());
    segment.posting_impacts.resize(entry_terms.size());
    std::vector<std::uint32_t> next(segment.posting_begins.begin(), segment.posting_begins.end() - 1);
    std::size_t entry = 0;
    for (std::uint32_t document = 0; document < segment.size(); ++document) {
        for (; entry < document_ends[document]; ++entry) {
            const std::uint32_t at = next[entry_terms[entry]]++;
            segment.posting_documents[at] = document;
            segment.posting_impacts[at] = entry_impacts[entry];
        }
    }
}

}  // namespace kontor::search
