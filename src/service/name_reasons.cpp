// SPDX-License-Identifier: EUPL-1.2
#include "service/name_reasons.hpp"

#include <array>

#include "service/phrases.hpp"
#include "service/views.hpp"
#include "text/countries.hpp"

namespace kontor::service {
namespace {

using resolve::ReasonCode;

/// By ReasonCode.
constexpr std::array<Phrase, resolve::kReasonWords.size()> kPhrases{
    Phrase::NameSameIdentifier, Phrase::NameOtherIdentifier, Phrase::NameSameName,
    Phrase::NameOtherLegalForm, Phrase::NameOtherSpelling,   Phrase::NameAbbreviation,
    Phrase::NameAlias,          Phrase::NameShorterName,     Phrase::NameSameTown,
    Phrase::NameOtherTown,      Phrase::NameSameCountry,     Phrase::NameOtherCountry,
    Phrase::NameOtherKind,      Phrase::NamePartOf,          Phrase::NameWholeOf,
    Phrase::NameOtherNumber,    Phrase::NameOtherWords,      Phrase::NameGenericName,
    Phrase::NameSeveralAlike};

}  // namespace

std::string name_reason(const resolve::Reason& reason, std::string_view language) {
    std::string value = reason.value;
    if (reason.code == ReasonCode::SameCountry || reason.code == ReasonCode::OtherCountry)
        value = text::country_name(value, language);
    if (reason.code == ReasonCode::OtherKind) value = code_label("organisation", value, language);
    if (reason.code == ReasonCode::OtherLegalForm && value.empty()) value = "–";
    return say(kPhrases[static_cast<std::size_t>(reason.code)], language, {{"value", value}});
}

std::string name_verdict(resolve::Verdict verdict, std::string_view language) {
    constexpr std::array<Phrase, 3> kVerdicts{Phrase::NameVerdictSame, Phrase::NameVerdictDoubtful,
                                              Phrase::NameVerdictDifferent};
    return say(kVerdicts[static_cast<std::size_t>(verdict)], language);
}

}  // namespace kontor::service
