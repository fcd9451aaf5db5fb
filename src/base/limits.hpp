// SPDX-License-Identifier: EUPL-1.2
// Every maximum of the product in one place. Sizes are bytes unless the name says otherwise.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kontor::base::limits {

inline constexpr std::size_t kQueryBytes = 1'000;  // words typed into a search box
inline constexpr std::size_t kQueryWords = 64;     // of one search, phrases included
inline constexpr std::size_t kNeedBytes = 20'000;  // a need described in words
inline constexpr std::size_t kRequestTargetBytes =
    64'000;  // path and query of an HTTP request; a need in words, percent-encoded
inline constexpr std::size_t kRequestBodyBytes = 50'000'000;  // uploads
inline constexpr std::size_t kFieldBytes = 1'000'000;         // one field of a file
inline constexpr std::size_t kFieldsPerRow = 500;
inline constexpr std::size_t kJsonDepth = 32;
inline constexpr std::size_t kArchiveEntries = 1'000;
inline constexpr std::uint64_t kArchiveBytes = 8'000'000'000;  // all entries unpacked
inline constexpr std::uint64_t kArchiveRatio = 200;            // unpacked : packed of one entry
inline constexpr std::size_t kFaultsReported = 1'000;          // of one import; the rest is counted
inline constexpr std::size_t kFaultsOfEachCode = 20;           // of one code, even beyond kFaultsReported
inline constexpr std::size_t kPageSize = 100;
inline constexpr std::size_t kDefaultPageSize = 20;
inline constexpr std::size_t kFilterValues = 50;
inline constexpr std::size_t kTextBytes = 100'000;  // one text of a record
inline constexpr std::size_t kNameBytes = 1'000;
inline constexpr std::size_t kListItems = 2'000;  // entries of one list in a record
inline constexpr std::size_t kIdBytes = 80;
inline constexpr std::size_t kPressCharacters = 200'000;        // one press text
inline constexpr std::size_t kPressDuplicates = 50;             // withdrawn at once
inline constexpr std::size_t kPressItems = 500;                 // of one file
inline constexpr std::size_t kPressClaims = 2'000;              // kept of one press text
inline constexpr std::size_t kPressDecisions = 500;             // of one call, claims and names each
inline constexpr std::size_t kNoteCharacters = 1'000;           // the text of a note about a partner
inline constexpr std::size_t kRowBytes = 20'000'000;            // one row of a CSV file
inline constexpr std::size_t kJsonElementBytes = 4'000'000;     // one object of a JSON file
inline constexpr std::uint64_t kArchiveRatioFloor = 1'000'000;  // smaller entries may unpack to any ratio
inline constexpr std::size_t kSpreadsheetPartBytes =
    50'000'000;                                               // sheet or strings of a spreadsheet, unpacked
inline constexpr std::size_t kMemberRows = 20'000;            // rows of a member list
inline constexpr std::size_t kVocabularyBytes = 100'000'000;  // an unpacked vocabulary
inline constexpr std::size_t kMailAddressBytes = 254;  // RFC 5321, 4.5.3.1.3 without the angle brackets
inline constexpr std::size_t kMailFieldBytes = 1'000;  // a subject or a name in a header
inline constexpr std::size_t kMailLinkBytes = 2'000;
inline constexpr std::size_t kMailBodyBytes = 200'000;  // plain or HTML part
inline constexpr std::size_t kMailValueCharacters =
    120;  // one value inside a mail's text; longer ones are cut
inline constexpr std::size_t kMailLabelCharacters = 40;
inline constexpr std::size_t kMailFacts = 12;         // listed in one mail; the rest is counted
inline constexpr std::size_t kMailAnswerBytes = 500;  // kept of a mail server's answer
inline constexpr std::size_t kMailPasswordBytes = 1'000;
inline constexpr std::size_t kDocumentBytes = 50'000'000;     // one document or feed to read press texts from
inline constexpr std::size_t kDocumentTextBytes = 2'000'000;  // the text that a document gives
inline constexpr std::size_t kDocumentPages = 1'000;          // of a PDF file
inline constexpr std::size_t kDocumentParts = 20'000;         // entries of a feed, files of a folder
inline constexpr std::size_t kDocumentNesting = 3;            // a document in a mail in an archive
inline constexpr std::size_t kMailParts = 200;                // of one e-mail, attachments and alternatives

}  // namespace kontor::base::limits
