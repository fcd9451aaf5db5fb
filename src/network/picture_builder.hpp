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

/// How an audience sees some of a builder's records otherwise: changed, or not at all. Made and filled by the
/// builder that it belongs to. Cost: the records that are seen otherwise.
class PictureCut {
public:
    struct Rows;  // internal, as all that is in it
    PictureCut();
    ~PictureCut();
    PictureCut(PictureCut&&) noexcept;
    PictureCut& operator=(PictureCut&&) noexcept;
    PictureCut(const PictureCut&);
    PictureCut& operator=(const PictureCut&) = delete;

private:
    friend class PictureBuilder;
    std::unique_ptr<Rows> rows_;
};

using RecordKey = std::pair<model::RecordKind, std::string>;

class PictureBuilder {
public:
    struct Rows;  // internal, as all that is in it

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

    /// In `cut`, a record that the builder holds looks like `shown`, is not there, or is as the builder has
    /// it. Whatever put() or erase() did to a record has to be said here again.
    void show(PictureCut& cut, const model::Record& shown);
    void hide(PictureCut& cut, model::RecordKind kind, std::string_view id) const;
    void restore(PictureCut& cut, model::RecordKind kind, std::string_view id) const;

    /// The records that a participation or membership joins, as it was last put; nothing for other kinds,
    /// unknown and erased ones.
    [[nodiscard]] std::vector<std::pair<model::RecordKind, std::string>> joined(model::RecordKind kind,
                                                                                std::string_view id) const;

    /// Cost: the whole network is laid out anew from the rows (linear); ordered ids are kept between calls.
    [[nodiscard]] std::shared_ptr<const Picture> build(Day today, const PictureCut& cut = {}) const;

    /// The same, when `before` was built by this builder with `cut` and since then only `changed` were put,
    /// erased, shown, hidden or restored. Cost: a copy of the organisations' rows when nothing else differs
    /// than their names, places and the like; otherwise as build().
    [[nodiscard]] std::shared_ptr<const Picture> rebuild(const std::shared_ptr<const Picture>& before,
                                                         std::span<const RecordKey> changed,
                                                         const PictureCut& cut = {}) const;

private:
    struct Put;
    std::unique_ptr<Rows> rows_;
};

}  // namespace kontor::network
