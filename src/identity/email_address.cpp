// SPDX-License-Identifier: EUPL-1.2
#include "identity/email_address.hpp"

#include <fmt/format.h>
#include <unicode/idna.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace kontor::identity {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t kLocalOctets = 64;
constexpr std::size_t kDomainOctets = 253;
constexpr std::size_t kAddressOctets = 254;
constexpr std::size_t kInputOctets = 1'000;  // beyond any address, even before its domain becomes ASCII
constexpr std::string_view kAtomSigns = "!#$%&'*+-/=?^_`{|}~";

using Text = icu::UnicodeString;

Text unicode(std::string_view text) {
    return Text::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

std::string utf8(const Text& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// Control characters, line and paragraph separators, and invisible ones that turn or hide text.
bool is_control(UChar32 c) {
    const auto type = static_cast<UCharCategory>(u_charType(c));
    return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR ||
           type == U_PARAGRAPH_SEPARATOR;
}

bool is_atom_character(UChar32 c) {
    if (c < 128) return u_isalnum(c) != 0 || kAtomSigns.find(static_cast<char>(c)) != std::string_view::npos;
    return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

/// Offset of the first character, in UTF-16 units, that cannot stand in a local part; nothing when all can.
std::optional<int32_t> local_fault(const Text& local) {
    if (local.isEmpty()) return 0;
    UChar32 before = '.';
    for (int32_t at = 0; at < local.length(); at = local.moveIndex32(at, 1)) {
        const UChar32 c = local.char32At(at);
        if (c == '.' ? before == '.' : !is_atom_character(c)) return at;
        before = c;
    }
    if (before == '.') return local.length() - 1;
    return std::nullopt;
}

const icu::IDNA* idna() {
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<const icu::IDNA> kIdna(
        icu::IDNA::createUTS46Instance(UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                                           UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE,
                                       status));
    return kIdna.get();
}

/// The domain in ASCII and lower case; nothing when it cannot be one.
std::optional<std::string> ascii_domain(const Text& domain) {
    UErrorCode status = U_ZERO_ERROR;
    icu::IDNAInfo faults;
    Text ascii;
    idna()->nameToASCII(domain, ascii, faults, status);
    if (U_FAILURE(status) || faults.hasErrors()) return std::nullopt;
    std::string out = utf8(ascii);
    const std::size_t dot = out.rfind('.');
    if (dot == std::string::npos || dot + 1 == out.size() || out.size() > kDomainOctets) return std::nullopt;
    // A last label of digits alone would be an address of a machine.
    if (std::all_of(out.begin() + static_cast<std::ptrdiff_t>(dot) + 1, out.end(),
                    [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    return out;
}

/// The domain as people see it.
Text shown_domain(const std::string& ascii) {
    UErrorCode status = U_ZERO_ERROR;
    icu::IDNAInfo faults;
    Text shown;
    idna()->nameToUnicode(unicode(ascii), shown, faults, status);
    return U_FAILURE(status) || faults.hasErrors() ? unicode(ascii) : shown;
}

std::string skeleton_of(const Text& text) {
    struct Close {
        void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
    };
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, Close> checker(uspoof_open(&status));
    Text out;
    uspoof_getSkeletonUnicodeString(checker.get(), 0, text, out, &status);
    return U_FAILURE(status) ? utf8(text) : utf8(out);
}

Text case_folded(const Text& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) return text;
    Text out = form->normalize(text, status);
    return U_FAILURE(status) ? text : out;
}

base::Place column(base::Place place, const Text& text, int32_t at) {
    place.column = static_cast<std::uint64_t>(text.countChar32(0, at)) + 1;
    return place;
}

/// What is wrong before one looks for the parts: nothing there, not UTF-8, or characters that do not belong
/// into a line.
std::optional<Error> line_fault(std::string_view text, const Text& characters, const base::Place& place) {
    if (text.empty()) return Error{ErrorCode::ValueMissing, {}, place, {}};
    const int32_t broken = characters.indexOf(static_cast<UChar>(0xFFFD));
    if (broken >= 0) return Error{ErrorCode::EncodingBroken, {}, column(place, characters, broken), {}};
    for (int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1)) {
        const UChar32 c = characters.char32At(at);
        if (!is_control(c)) continue;
        return Error{ErrorCode::ControlCharacter,
                     {{"code", fmt::format("{:04X}", static_cast<unsigned>(c))}},
                     column(place, characters, at),
                     {}};
    }
    return std::nullopt;
}

Error invalid(const Text& text, int32_t at, const base::Place& place, std::string detail) {
    constexpr int32_t kShown = 80;
    const int32_t end = text.length() > kShown ? text.getChar32Start(kShown) : text.length();
    return {ErrorCode::EmailInvalid,
            {{"value", utf8(text.tempSubStringBetween(0, end))}},
            column(place, text, at),
            std::move(detail)};
}

}  // namespace

base::Result<EmailAddress> EmailAddress::parse(std::string_view text, const base::Place& place) {
    const std::string_view typed = trimmed(text).substr(0, kInputOctets + 1);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    const Text raw = unicode(typed);
    if (typed.size() > kInputOctets) return invalid(raw, 0, place, "too long");
    if (const auto fault = line_fault(typed, raw, place)) return *fault;
    const Text address = form->normalize(raw, status);
    const int32_t at = address.indexOf(static_cast<UChar>('@'));
    if (at < 0) return invalid(address, address.length(), place, "no @");
    const Text local = address.tempSubStringBetween(0, at);
    const Text domain = address.tempSubStringBetween(at + 1);
    const int32_t second = domain.indexOf(static_cast<UChar>('@'));
    if (second >= 0) return invalid(address, at + 1 + second, place, "more than one @");
    if (const auto fault = local_fault(local)) return invalid(address, *fault, place, "local part");
    const auto ascii = ascii_domain(domain);
    if (!ascii) return invalid(address, at + 1, place, "domain");
    EmailAddress out;
    out.local_ = utf8(local);
    out.domain_ = *ascii;
    if (out.local_.size() > kLocalOctets || out.text().size() > kAddressOctets)
        return invalid(address, 0, place, "too long");
    const Text folded_local = case_folded(local);
    out.key_ = utf8(folded_local) + '@' + out.domain_;
    out.skeleton_ = skeleton_of(folded_local) + '@' + skeleton_of(shown_domain(out.domain_));
    return out;
}

}  // namespace kontor::identity
