// SPDX-License-Identifier: EUPL-1.2
// Partners for an organisation, a cluster or a need in words: the match engine's answer with sentences, names
// and links. Thread-safe; works on the snapshot that is current when it is called.
#pragma once

#include <string>
#include <vector>

#include "base/limits.hpp"
#include "service/asker.hpp"
#include "service/knowledge.hpp"

namespace kontor::service {

/// Words and ids as a door got them, unchecked: what is impossible comes back as a fault. Exactly one of
/// `subject` and `need` must be given.
struct PartnerQuery {
    std::string subject;  // organisation id
    std::string need;     // in words of any shipped language
    std::vector<std::string> countries;
    std::vector<std::string> organisation_kinds;
    std::vector<std::string> topics;
    std::vector<std::string> excluded;  // organisation ids
    std::string existing = "show";      // or "hide"
    std::string asked = "show";         // or "hide"
    std::string preset = "usual";       // see service/partner_presets.hpp
    std::string weights;          // "topic_fit:3,warm_path:1"; parts not named are as the preset has them
    std::string spread = "none";  // or "countries", "kinds", "both"
    std::size_t limit = base::limits::kDefaultPageSize;
    std::string cursor;
};

class PartnerService {
public:
    explicit PartnerService(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// Errors: PartnersSubject, RecordNotFound, ValueNotAllowed, CountryUnknown, WeightsInvalid,
    /// CursorInvalid, FieldTooLong, all at once. An empty list always says why. Whoever may read the notes of
    /// the subject (partner_notes.hpp) gets a list that uses them.
    [[nodiscard]] base::Result<PartnerPage> partners(const Asker& asker, const PartnerQuery& query) const;

private:
    const Knowledge& knowledge_;
};

}  // namespace kontor::service
