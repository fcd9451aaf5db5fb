// SPDX-License-Identifier: EUPL-1.2
// The official CORDIS export (CSV or JSON, zipped or not): projects, organisations, participations. Which
// file is which is found from its columns, not from its name. Two passes over every file: the first learns
// who is who (organisations are reconciled over all rows), the second gives the records, in an order that
// depends on the files alone. One thread. Memory: proportional to distinct organisations and participations'
// keys, never to the texts.
//
// Roles: CORDIS writes coordinator, participant, thirdParty, associatedPartner, internationalPartner;
// "partner" stands in Horizon 2020 for the partner organisations of Marie Skłodowska-Curie actions, which
// take part without a contribution of their own: associated_partner. "hostInstitution" (ERC) is the
// coordinator. FP7 files tell no role: participant.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.hpp"
#include "ingest/import_report.hpp"
#include "ingest/input.hpp"
#include "ingest/record_sink.hpp"

namespace kontor::ingest {

class CordisReader {
public:
    /// What is already stored under an organisation's id.
    using Known = std::function<std::optional<model::Organisation>(const std::string& id)>;
    /// Called with each project before it is given away; e.g. to tag its topics. May be empty.
    using Enrich = std::function<void(model::Project&)>;

    /// Recognises the tables. A zip with a project table stands for itself; all other inputs belong together.
    /// Errors: those of the inputs, ColumnMissing (every missing one), FormatUnknown when no table is
    /// recognised.
    [[nodiscard]] static base::Result<CordisReader> open(std::vector<Input> inputs);

    CordisReader(CordisReader&&) noexcept;
    CordisReader& operator=(CordisReader&&) noexcept;
    ~CordisReader();

    void set_enrich(Enrich enrich);

    /// Sources, programmes, projects, organisations, participations go to `sink` in this order. Ends early
    /// with the sink's fault, or with Stopped when `progress` asks. Call once. Stages reported: "reading",
    /// "projects", "organisations", "participations" (units: rows or records).
    [[nodiscard]] base::Result<ImportReport> read(RecordSink& sink, const Known& known,
                                                  base::Progress& progress);

    /// One digest over all inputs, for the store's ledger of imports.
    [[nodiscard]] const std::string& fingerprint() const;

private:
    struct State;
    explicit CordisReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace kontor::ingest
