// SPDX-License-Identifier: EUPL-1.2
// Keeps compact rows of the records and makes pictures of them. put() and erase() cost O(log n) and may come
// in any order: references are resolved by build(), dangling ones are left out. Not thread-safe; pictures
// already built stay valid whatever happens to the builder.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/records.hpp"
#include "network/picture.hpp"

namespace kontor::network {

class PictureBuilder {
public:
    PictureBuilder();
    ~PictureBuilder();
    PictureBuilder(PictureBuilder&&) noexcept;
    PictureBuilder& operator=(PictureBuilder&&) noexcept;

    /// Adds the record or takes the place of the one with its kind and id. Kinds that the picture does not
    /// hold (source, claim, call, place, region) are ignored. Found topics of a replaced record stay.
    void put(const model::Record& record);
    void erase(model::RecordKind kind, std::string_view id);

    /// Topics that a tagger found in the texts of a project or an organisation; they count like topics of a
    /// project, respectively half a declared topic. Replaces what was said before; empty takes it back.
    void set_found_topics(model::RecordKind kind, std::string_view id,
                          std::span<const std::string> topic_ids);

    /// The records that a participation or membership joins, as it was last put; nothing for other kinds,
    /// unknown and erased ones.
    [[nodiscard]] std::vector<std::pair<model::RecordKind, std::string>> joined(model::RecordKind kind,
                                                                                std::string_view id) const;

    /// Cost: the whole network is laid out anew from the rows (linear); ordered ids are kept between calls.
    [[nodiscard]] std::shared_ptr<const Picture> build(Day today) const;

private:
    friend class Layout;
    struct Rows;
    struct Put;
    std::unique_ptr<Rows> rows_;
};

}  // namespace kontor::network
