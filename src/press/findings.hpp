// SPDX-License-Identifier: EUPL-1.2
// What recognition finds in a press text, before relations between the things are read from it. Values;
// thread-safe. Ranges are bytes of Findings::text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "press/reading.hpp"
#include "press/tokens.hpp"

namespace kontor::press {

/// What a topic stands behind, where it was found: words that lead to fields ("specialised in"), a purpose
/// ("to strengthen"), words for talking.
enum class Told : std::uint8_t { No, Field, Purpose, Talk };

/// A place where the text speaks of entities: by a name (then one), or by a reference such as "das Netzwerk"
/// or "die beiden Cluster" (then those that it can mean, which may be several).
struct Mention {
    Range range = {};
    std::uint32_t first = 0;  // tokens
    std::uint32_t end = 0;    // one past the last
    std::uint32_t sentence = 0;
    std::vector<std::uint32_t> entities = {};
    bool reference = false;
    Told told = Told::No;
};

enum class DateSense : std::uint8_t { On, Since, Until, Span, Duration };

/// A date or span in words or digits, made exact as far as the text allows. For On and Since `from` is known,
/// for Until `to`, for Span both; a Duration ("drei Jahre") has months and perhaps neither.
struct DateSpan {
    Range range = {};
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
    DateSense sense = DateSense::On;
    model::Date from = {};
    model::Date to = {};
    int months = 0;            // of a duration, also of "seit drei Jahren"
    bool approximate = false;  // "Anfang 2018", "seit etwa drei Jahren"
    bool relative = false;     // counted from the item's date ("heute", "Anfang des Jahres")
    std::string as_stated = {};
};

enum class Bound : std::uint8_t { Exact, Over, About, UpTo };

/// So many of something: "gut 500 Unternehmen". `what` is "members", "companies", "research institutions",
/// "universities", "clusters", "organisations", "countries", "projects", "partners", "people", "smes",
/// "start-ups", "actors", or empty for other nouns.
struct CountSpan {
    Range range = {};
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
    std::int64_t value = 0;
    Bound bound = Bound::Exact;
    std::string what = {};
    std::string noun = {};  // as written
};

struct MoneySpan {
    Range range = {};
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
    double amount = 0;
    std::string currency = {};  // ISO 4217
    Bound bound = Bound::Exact;
};

/// "Phase II" (phase "II"), "Konzeptionsphase" (phase as written).
struct PhaseSpan {
    Range range = {};
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
    std::string phase = {};
};

struct Findings {
    std::string text = {};
    std::string language = {};  // as in Reading
    bool language_read = true;
    model::Date published = {};
    std::vector<Token> tokens = {};
    std::vector<Sentence> sentences = {};
    std::vector<Entity> entities = {};   // by first mention
    std::vector<Mention> mentions = {};  // by place; named ones do not overlap each other
    std::vector<DateSpan> dates = {};    // these by place
    std::vector<CountSpan> counts = {};
    std::vector<MoneySpan> money = {};
    std::vector<PhaseSpan> phases = {};
};

}  // namespace kontor::press
