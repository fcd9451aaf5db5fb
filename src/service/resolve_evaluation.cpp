// SPDX-License-Identifier: EUPL-1.2
#include "service/resolve_evaluation.hpp"

#include <utility>
#include <variant>
#include <vector>

#include "ingest/cordis.hpp"

namespace kontor::service {
namespace {

using resolve::SampleBody;

bool is_numbered(const model::Organisation& organisation) {
    for (const model::Identifier& each : organisation.identifiers) {
        // Without a name its number stands in the name's place.
        if (each.scheme == "PIC") return organisation.names.front().text != "PIC " + each.value;
    }
    return false;
}

/// Keeps the organisations that the register numbers.
class Bodies final : public ingest::RecordSink {
public:
    [[nodiscard]] base::Outcome accept(model::Record&& record, const base::Place&) override {
        const auto* organisation = std::get_if<model::Organisation>(&record);
        if (organisation != nullptr && is_numbered(*organisation))
            found.push_back({resolve::named_record(*organisation), organisation->web});
        return base::Done{};
    }

    std::vector<SampleBody> found;
};

base::Result<std::vector<SampleBody>> read(const std::string& file, base::Progress& progress) {
    auto input = ingest::Input::open_file(file);
    if (!input) return input.errors();
    std::vector<ingest::Input> inputs;
    inputs.push_back(std::move(input).value());
    auto reader = ingest::CordisReader::open(std::move(inputs));
    if (!reader) return reader.errors();
    Bodies bodies;
    const auto nobody = [](const std::string&) { return std::optional<model::Organisation>(); };
    const auto done = reader.value().read(bodies, nobody, progress);
    if (!done) return done.errors();
    return std::move(bodies.found);
}

}  // namespace

base::Result<ResolveEvaluation> evaluate_resolving(const ResolveEvaluationRequest& request,
                                                   base::Progress& progress) {
    const auto first = read(request.files[0], progress);
    if (!first) return first.errors();
    const auto second = read(request.files[1], progress);
    if (!second) return second.errors();
    ResolveEvaluation out;
    out.bodies = {first.value().size(), second.value().size()};
    progress.report("pairs", 0, 0);
    out.sample = resolve::draw_pairs(first.value(), second.value(), request.options);
    auto figures = resolve::measure_pairs(first.value(), second.value(), out.sample,
                                          [&progress](std::size_t done, std::size_t of) {
                                              constexpr std::size_t kStep = 64;
                                              if (done % kStep == 0) progress.report("pairs", done, of);
                                              return !progress.stop_requested();
                                          });
    if (!figures) return base::Error{base::ErrorCode::Stopped, {}, {}, {}};
    out.figures = std::move(*figures);
    return out;
}

}  // namespace kontor::service
