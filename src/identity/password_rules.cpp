// SPDX-License-Identifier: EUPL-1.2
#include "identity/password_rules.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace kontor::identity {
namespace {

using base::ErrorCode;
using Letters = std::u32string;

// What people take first when they are asked for a password, in the languages of our users; longer ones are
// found because what stands around or follows the word does not count.
constexpr std::array<std::u32string_view, 68> kListedWords = {U"password",
                                                              U"passwort",
                                                              U"passwords",
                                                              U"passwörter",
                                                              U"passw",
                                                              U"kennwort",
                                                              U"motdepasse",
                                                              U"contraseña",
                                                              U"contrasena",
                                                              U"parola",
                                                              U"haslo",
                                                              U"hasło",
                                                              U"salasana",
                                                              U"wachtwoord",
                                                              U"lösenord",
                                                              U"secret",
                                                              U"geheim",
                                                              U"geheimnis",
                                                              U"letmein",
                                                              U"welcome",
                                                              U"willkommen",
                                                              U"bienvenue",
                                                              U"admin",
                                                              U"administrator",
                                                              U"root",
                                                              U"user",
                                                              U"benutzer",
                                                              U"test",
                                                              U"testtest",
                                                              U"gast",
                                                              U"guest",
                                                              U"default",
                                                              U"changeme",
                                                              U"iloveyou",
                                                              U"ichliebedich",
                                                              U"hallo",
                                                              U"hello",
                                                              U"hallowelt",
                                                              U"helloworld",
                                                              U"schatz",
                                                              U"sommer",
                                                              U"winter",
                                                              U"frühling",
                                                              U"herbst",
                                                              U"summer",
                                                              U"spring",
                                                              U"autumn",
                                                              U"football",
                                                              U"fussball",
                                                              U"baseball",
                                                              U"monkey",
                                                              U"dragon",
                                                              U"master",
                                                              U"princess",
                                                              U"sunshine",
                                                              U"superman",
                                                              U"batman",
                                                              U"computer",
                                                              U"internet",
                                                              U"kontor",
                                                              U"cluster",
                                                              U"startrek",
                                                              U"starwars",
                                                              U"trustno",
                                                              U"login",
                                                              U"anmeldung",
                                                              U"correcthorsebatterystaple",
                                                              U"deutschland"};

// Rows of keyboards and of the alphabet; a password that walks along them is no secret.
constexpr std::array<std::u32string_view, 9> kRuns = {U"abcdefghijklmnopqrstuvwxyz",
                                                      U"01234567890",
                                                      U"qwertyuiop",
                                                      U"qwertzuiopü",
                                                      U"asdfghjklöä",
                                                      U"zxcvbnm",
                                                      U"yxcvbnm",
                                                      U"azertyuiop",
                                                      U"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"};

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

/// NFKC with case folded, one element per character.
Letters folded(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) return {};
    const icu::UnicodeString plain = form->normalize(unicode(text), status);
    Letters out;
    for (int32_t at = 0; at < plain.length(); at = plain.moveIndex32(at, 1))
        out += static_cast<char32_t>(plain.char32At(at));
    return out;
}

/// Digits and signs that stand for letters, as letters: "p4ssw0rd" is "password".
char32_t letter_meant(char32_t c) {
    switch (c) {
        case U'0':
            return U'o';
        case U'1':
        case U'!':
            return U'i';
        case U'3':
            return U'e';
        case U'4':
        case U'@':
            return U'a';
        case U'5':
        case U'$':
            return U's';
        case U'7':
            return U't';
        default:
            return c;
    }
}

bool is_letter(char32_t c) {
    return u_isalpha(static_cast<UChar32>(c)) != 0;
}

Letters only_letters(const Letters& text) {
    Letters out;
    for (const char32_t c : text) {
        if (is_letter(c)) out += c;
    }
    return out;
}

/// Without what is put before and after a word to satisfy rules: "P@ssw0rd!!!!" is about "p@ssw0rd".
Letters core(const Letters& text) {
    const auto first = std::find_if(text.begin(), text.end(), is_letter);
    const auto last = std::find_if(text.rbegin(), text.rend(), is_letter).base();
    return first < last ? Letters(first, last) : Letters();
}

Letters unmasked(const Letters& text) {
    Letters out = text;
    std::transform(out.begin(), out.end(), out.begin(), letter_meant);
    return only_letters(out);
}

/// The shortest piece that gives `text` when it is written again and again, the last time perhaps not to its
/// end.
Letters repeated_piece(const Letters& text) {
    for (std::size_t length = 1; length < text.size(); ++length) {
        if (std::equal(text.begin() + static_cast<std::ptrdiff_t>(length), text.end(), text.begin()))
            return text.substr(0, length);
    }
    return text;
}

/// How many steps of `text` go to the neighbour in one of the runs, forwards or backwards, or stay.
std::size_t simple_steps(const Letters& text) {
    std::size_t steps = 0;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const Letters forward{text[at], text[at + 1]};
        const Letters backward{text[at + 1], text[at]};
        steps += forward == backward || std::any_of(kRuns.begin(), kRuns.end(), [&](std::u32string_view run) {
                     return run.find(forward) != Letters::npos || run.find(backward) != Letters::npos;
                 });
    }
    return steps;
}

bool is_listed(const Letters& letters) {
    const Letters piece = repeated_piece(letters);
    return std::find(kListedWords.begin(), kListedWords.end(), piece) != kListedWords.end();
}

bool is_guessable(const Letters& text) {
    if (text.empty()) return false;
    constexpr std::size_t kShortPiece = 4;
    return is_listed(only_letters(text)) || is_listed(unmasked(text)) || is_listed(unmasked(core(text))) ||
           repeated_piece(text).size() <= kShortPiece || simple_steps(text) * 4 >= (text.size() - 1) * 3;
}

bool contains_email(const Letters& text, const Letters& email) {
    constexpr std::size_t kTellingLetters = 5;
    std::vector<Letters> parts = {email};
    const std::size_t at = email.rfind(U'@');
    parts.push_back(email.substr(0, at));
    for (std::size_t start = at; start < email.size();) {
        const std::size_t end = std::min(email.find(U'.', start + 1), email.size());
        parts.push_back(email.substr(start + 1, end - start - 1));
        start = end;
    }
    return std::any_of(parts.begin(), parts.end(), [&](const Letters& part) {
        return part.size() >= kTellingLetters && text.find(part) != Letters::npos;
    });
}

}  // namespace

base::Outcome check_password(std::string_view password, std::string_view email, const base::Place& place) {
    // Counting and folding stop at what a password may be at all; the rest would only cost time.
    const std::string_view head = password.substr(0, kPasswordMaximum * 4 + 1);
    const icu::UnicodeString text = unicode(head);
    const auto length = static_cast<std::size_t>(text.countChar32());
    if (head.size() == password.size() && text.indexOf(static_cast<UChar>(0xFFFD)) >= 0)
        return base::Error{ErrorCode::EncodingBroken, {}, place, {}};
    base::Errors faults;
    if (length < kPasswordMinimum || length > kPasswordMaximum) {
        faults.push_back({ErrorCode::PasswordLength,
                          {{"length", std::to_string(length)},
                           {"minimum", std::to_string(kPasswordMinimum)},
                           {"maximum", std::to_string(kPasswordMaximum)}},
                          place,
                          {}});
    }
    const Letters letters = folded(head);
    if (is_guessable(letters)) faults.push_back({ErrorCode::PasswordGuessable, {}, place, {}});
    if (contains_email(letters, folded(email)))
        faults.push_back({ErrorCode::PasswordContainsEmail, {}, place, {}});
    if (!faults.empty()) return faults;
    return base::Done{};
}

}  // namespace kontor::identity
