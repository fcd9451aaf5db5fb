// SPDX-License-Identifier: EUPL-1.2
// The bare skeleton of a CORDIS export: which organisations were in which project, when, and in which part of
// the programme; on demand with the projects' texts. For computations over the whole history. One pass over
// each table, one thread. Memory: distinct organisations, participations and texts.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/progress.hpp"
#include "ingest/input.hpp"
#include "model/codes.hpp"
#include "model/values.hpp"

namespace kontor::ingest {

/// The first value met of each column.
struct SkeletonOrganisation {
    std::string id;
    std::string name;
    std::string city;
    std::string country;  // ISO 3166-1 alpha-2, or as in the file
    model::ActivityType activity = model::ActivityType::Unknown;
};

struct SkeletonProject {
    std::string id;
    model::Date start;
    /// For a project without a start: the programme's years shared out evenly over its undated projects in
    /// the order of their numbers, which CORDIS gives as they come in. Days since 1970-01-01.
    int stand_in = 0;
    std::vector<std::string> parts;  // of the programme: column keywords
    std::vector<std::uint32_t> members;
    std::string text;  // title and objective, when asked for
};

enum class Texts : std::uint8_t { Skip, Read };

struct CordisSkeleton {
    std::vector<SkeletonOrganisation> organisations;  // in order of appearance
    std::vector<SkeletonProject> projects;
    std::uint64_t participations = 0;
    std::uint64_t passed_over = 0;  // rows without project or organisation, repeated projects
};

/// Errors: of the inputs, ColumnMissing (every one), FormatUnknown, Stopped.
[[nodiscard]] base::Result<CordisSkeleton> read_skeleton(const std::vector<Input>& inputs, Texts texts,
                                                         base::Progress& progress);

}  // namespace kontor::ingest
