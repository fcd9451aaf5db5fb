// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <optional>

#include "press/facts.hpp"
#include "press/item_dates.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kDated = kProject | kEvent | kProgramme;
constexpr std::size_t kMonthDigits = 7;
constexpr std::size_t kDayDigits = 10;

struct Dated {
    std::uint32_t subject = kDocument;
    bool from_context = false;
};

struct Said {
    Predicate predicate = Predicate::Starts;
    const char* rule = "";
    Certainty certainty = Certainty::Stated;
    std::string phase = {};
};

class DateRules {
public:
    DateRules(const Scene& scene, std::uint32_t s, FactSink& sink) : scene_(scene), s_(s), sink_(sink) {}

    void read() {
        read_signing();
        for (const DateSpan& date : scene_.dates(s_)) {
            if (scene_.is_in_name(date.first) || is_dateline(scene_, s_, date) ||
                is_of_news(scene_, s_, date) || is_one_of_several(scene_, s_, date))
                continue;
            if (read_phase(date) || read_line(date)) continue;
            if (date.sense == DateSense::Duration) {
                read_duration(date);
            } else {
                read_span(date);
            }
        }
    }

private:
    void add(const Dated& who, const Said& said, const model::Date& date, const DateSpan& span) {
        if (!date.known()) return;
        std::vector<Qualifier> qualifiers;
        if (!said.phase.empty()) qualifiers.push_back({"phase", said.phase});
        if (span.approximate) {
            qualifiers.push_back({"approximate", true});
            qualifiers.push_back({"as_stated", span.as_stated});
        }
        sink_.add({.subject = who.subject,
                   .predicate = said.predicate,
                   .object = date.text(),
                   .sentence = s_,
                   .at = span.first,
                   .rule = said.rule,
                   .certainty = said.certainty,
                   .qualifiers = std::move(qualifiers),
                   .from_context = who.from_context});
    }

    /// Who the date is told of; programmes only where nothing else is.
    [[nodiscard]] std::optional<Dated> whose(const DateSpan& date, KindSet set) const {
        auto part = scene_.closest(s_, date.first, set & ~kProgramme);
        if (is_attribute(date)) {
            const auto after = scene_.nearest(s_, date.end, set & ~kProgramme, Side::After);
            if (after && after->at - date.end < 8) part = after;
        }
        const bool is_far = !part || part->from_context;
        if (is_far && (set & kProgramme) != 0) {
            const auto programme = scene_.closest(s_, date.first, kProgramme);
            if (programme && !programme->from_context && !scene_.sentence_tells(s_, bit(Trigger::Fund)))
                part = programme;
        }
        if (!part) return std::nullopt;
        return Dated{part->entities.front(), part->from_context};
    }

    /// "aus dem 2017 abgeschlossenen Netzwerk X": told of what stands behind.
    [[nodiscard]] bool is_attribute(const DateSpan& date) const {
        if (scene_.findings().language != "de" || date.end >= scene_.sentence(s_).end) return false;
        const Key& key = scene_.token(date.end).key;
        const bool is_participle = key.ends_with("ten") || key.ends_with("nen") || key.ends_with("te") ||
                                   key.ends_with("ne") || key.ends_with("ter") || key.ends_with("tes");
        return is_participle &&
               scene_.tells(date.end, any_of({Trigger::Start, Trigger::End, Trigger::Found, Trigger::Run}));
    }

    /// "signed a memorandum on 4 June", "signé le 4 octobre": the agreement begins on the day nearest to the
    /// word.
    void read_signing() {
        constexpr std::uint32_t kFar = 14;
        const Part named = scene_.all(s_, kAgreement);
        std::uint32_t word = scene_.sentence(s_).first;
        while (word < scene_.sentence(s_).end &&
               (!tells_signing(scene_.token(word).key) || scene_.is_in_name(word)))
            ++word;
        if (named.entities.size() > 1 || word == scene_.sentence(s_).end) return;
        const bool is_here = named.entities.size() == 1;
        const Key& key = scene_.token(word).key;
        // "Signed in May": of the agreement spoken of; what is concluded may be anything else.
        const bool is_written = key.starts_with("sign") || key.starts_with("unter");
        const auto spoken = is_here || !is_written ? std::nullopt : scene_.spoken_of(s_, kAgreement);
        if ((!is_here && !spoken) || (spoken && spoken->sentence + 1 != s_)) return;
        const DateSpan* best = nullptr;
        std::uint32_t nearest = kFar;
        for (const DateSpan& date : scene_.dates(s_)) {
            if (date.sense != DateSense::On || date.from.text().size() < kMonthDigits ||
                scene_.is_in_name(date.first) || is_dateline(scene_, s_, date))
                continue;
            const std::uint32_t far = date.first > word ? date.first - word : word - date.end;
            if (far < nearest) best = &date;
            nearest = std::min(nearest, far);
        }
        const std::uint32_t agreement = is_here  ? named.entities.front()
                                        : spoken ? spoken->entities.front()
                                                 : 0;
        if (!best || sink_.has_any(agreement, Predicate::Starts)) return;
        add({agreement, !is_here}, {Predicate::Starts, "signed-on"}, best->from, *best);
    }

    /// The line that tells the day of the event an item invites to.
    bool read_line(const DateSpan& date) {
        const Sentence& sentence = scene_.sentence(s_);
        const auto event = scene_.main(kEvent);
        const Key& opening = scene_.token(sentence.first).key;
        const bool is_line = has_time(scene_, s_, date) || opening.ends_with("tag") ||
                             opening.ends_with("day") || opening.ends_with("di");
        if (!event || !is_line || (date.sense != DateSense::On && date.sense != DateSense::Span))
            return false;
        if (date.from.text().size() != kDayDigits || sink_.has_any(*event, Predicate::Starts)) return false;
        if (!scene_.all(s_, kEvent | kProject).entities.empty()) return false;
        add_span({*event, true}, date, "event-line");
        if (date.sense == DateSense::On)
            add({*event, true}, {Predicate::Ends, "one-day", Certainty::Implied}, date.from, date);
        return true;
    }

    /// "in phase II, from January 2018".
    bool read_phase(const DateSpan& date) {
        if (date.sense != DateSense::Since && date.sense != DateSense::On) return false;
        for (const PhaseSpan& phase : scene_.phases(s_)) {
            const bool is_near = phase.first < date.end + 8 && date.first < phase.end + 8;
            if (!is_near) continue;
            const auto project = whose(date, kProject);
            if (!project) return false;
            const bool is_said =
                date.sense == DateSense::Since && !scene_.sentence_tells(s_, bit(Trigger::Partner));
            add(*project,
                {Predicate::PhaseStarts, "phase-start", is_said ? Certainty::Stated : Certainty::Implied,
                 phase.phase},
                date.from, date);
            return true;
        }
        return false;
    }

    /// A word for an event that takes place within the date's clause: "fand … statt", "s'est tenue".
    [[nodiscard]] bool is_happening(const DateSpan& date) const {
        static constexpr std::array<std::string_view, 12> kHappening{
            "statt", "held",   "place", "tenue",   "tenu",     "lieu",
            "fand",  "findet", "tient", "tiendra", "deroulee", "deroulera"};
        for (const std::uint32_t at : scene_.telling(s_, bit(Trigger::Happen))) {
            // "took place", "a eu lieu": the telling word may be the last of the run.
            const std::uint32_t end = std::min(at + 3, scene_.sentence(s_).end);
            for (std::uint32_t word = at; word < end; ++word) {
                const Key& key = scene_.token(word).key;
                const bool is_one = scene_.segment(word) == scene_.segment(date.first);
                if (is_one && std::ranges::any_of(kHappening, [&](std::string_view one) {
                        return key.find(one) != std::string::npos;
                    }))
                    return true;
            }
        }
        return false;
    }

    /// "The agreement takes effect on … and is valid until …".
    bool read_agreement(const DateSpan& date, bool is_start) {
        const auto agreement = scene_.nearest(s_, date.first, kAgreement, Side::Before);
        const bool has_other = !scene_.all(s_, kProject | kEvent).entities.empty();
        if (!agreement || has_other || near(date, Trigger::Agreement)) return false;
        const Dated who{agreement->entities.front(), false};
        if (date.sense == DateSense::Span) {
            add_span(who, date, "agreement-term");
        } else {
            add(who, {is_start ? Predicate::Starts : Predicate::Ends, "agreement-term"},
                date.to.known() && !is_start ? date.to : date.from, date);
        }
        return true;
    }

    void read_duration(const DateSpan& date) {
        const bool is_told = scene_.sentence_tells(s_, any_of({Trigger::Run, Trigger::Start, Trigger::End}));
        const auto project = is_told ? whose(date, kProject) : std::nullopt;
        if (!project || looks_back(scene_, s_, date)) return;
        for (const DateSpan& other : scene_.dates(s_)) {
            if (other.sense == DateSense::Duration || !other.from.known()) continue;
            if (is_dateline(scene_, s_, other) || is_of_news(scene_, s_, other) || is_only_end(other))
                continue;
            if (const auto end = end_after(other.from, date.months))
                add(*project, {Predicate::Ends, "duration", Certainty::Implied}, *end, date);
            return;
        }
    }

    void read_span(const DateSpan& date) {
        bool is_start = near(date, Trigger::Start);
        bool is_end = near(date, Trigger::End);
        if (is_start && is_end) {  // "began in 2019 and ends in 2022": each date has the nearer word
            is_start = is_before(date, Trigger::Start, Trigger::End) ||
                       (!is_before(date, Trigger::End, Trigger::Start) &&
                        distance(date, Trigger::Start) <= distance(date, Trigger::End));
            is_end = !is_start;
        }
        const bool is_run = near(date, Trigger::Run);
        if (near(date, Trigger::Found)) return read_creation(date);
        const auto event = scene_.closest(s_, date.first, kEvent);
        const bool has_event = event && !event->from_context;
        // "the kick-off of P took place on …": the event's day, not the project's.
        if (has_event && !is_run && scene_.segment_tells(date.first, bit(Trigger::Happen)) &&
            scene_.segment(event->at) == scene_.segment(date.first) && is_happening(date))
            return read_event(*event, date);
        if ((is_start || is_end) && read_agreement(date, is_start)) return;
        if (is_start && date.sense != DateSense::Until) {
            if (const auto who = whose(date, kProject | (has_event ? kEvent : 0) | kProgramme))
                return add_span(*who, date, "start-word");
            if (date.sense == DateSense::On && !date.relative)
                return add({kDocument, true}, {Predicate::Starts, "start-of-item", Certainty::Implied},
                           date.from, date);
        }
        if (is_run && date.sense == DateSense::Since) {
            if (const auto who = whose(date, kProject))
                return add(*who, {Predicate::Starts, "runs-since"}, date.from, date);
        }
        if ((is_end || is_run) && date.sense != DateSense::Since) {
            if (const auto who = whose(date, kDated)) {
                if (date.sense == DateSense::Span) return add_span(*who, date, "runs");
                return add(*who, {Predicate::Ends, "end-word"}, date.to.known() ? date.to : date.from, date);
            }
        }
        if (date.sense == DateSense::Until && reads_deadline(date)) return;
        if (!has_event && is_term(date)) {
            const auto who = whose(date, kProject);
            return add_span(who.value_or(Dated{kDocument, true}), date, "term");
        }
        if (date.sense == DateSense::Until && date.first <= scene_.sentence(s_).first + 1 &&
            scene_.sentence_tells(s_, bit(Trigger::Planned))) {
            // "By August 2028 seven institutes want to …".
            if (const auto project = scene_.told_project(s_, date.first))
                return add({project->entities.front(), project->from_context},
                           {Predicate::Ends, "until-then"}, date.to.known() ? date.to : date.from, date);
        }
        if (has_event) return read_event(*event, date);
        read_other(date);
    }

    /// "1 June 2017 to 31 May 2020": so long, and told by the day or month, lasts work, no event.
    [[nodiscard]] static bool is_term(const DateSpan& date) {
        constexpr int kLongYears = 1;
        const std::string from = date.from.text();
        if (date.sense != DateSense::Span || from.size() < kMonthDigits || !date.to.known()) return false;
        const auto ends = end_after(date.from, kLongYears * 12 - 1);
        return ends && date.to.text().size() >= kMonthDigits && date.to.text() >= ends->text();
    }

    /// "a project created in 2012", "das 2019 ins Leben gerufene Programm": work begins where bodies are
    /// founded.
    void read_creation(const DateSpan& date) {
        if (date.sense != DateSense::On && date.sense != DateSense::Since) return;
        const auto work = scene_.closest(s_, date.first, kProject | kProgramme);
        if (!work || work->from_context || scene_.segment(work->at) > scene_.segment(date.first)) return;
        const auto body = scene_.nearest(s_, date.first, kBodies, Side::Before);
        if (body && body->at > work->at) return;
        if (scene_.segment(work->at) != scene_.segment(date.first) &&
            scene_.segment(work->at) + 1 != scene_.segment(date.first))
            return;
        add({work->entities.front(), false}, {Predicate::Starts, "start-word"}, date.from, date);
    }

    /// "apply by 30 November": the end of the call that the item is about.
    bool reads_deadline(const DateSpan& date) {
        const auto call = scene_.closest(s_, date.first, kEvent);
        if (!call) return false;
        const Entity& event = scene_.findings().entities[call->entities.front()];
        const std::string name = text::folded(event.name);
        const bool is_call =
            name.find("aufruf") != std::string::npos || name.find("call") != std::string::npos ||
            name.find("appel") != std::string::npos || name.find("ausschreibung") != std::string::npos;
        if (!is_call) return false;
        add({call->entities.front(), call->from_context}, {Predicate::Ends, "deadline"},
            date.to.known() ? date.to : date.from, date);
        return true;
    }

    [[nodiscard]] bool near(const DateSpan& date, Trigger trigger) const {
        // "seit Beginn 2020": the date's own words tell nothing.
        const auto words = scene_.telling(s_, bit(trigger));
        return std::ranges::any_of(words, [&](std::uint32_t at) {
            // "a delegation from Japan on 3 May" begins nothing.
            const bool is_far_from =
                scene_.token(at).key == "from" && (at > date.first || date.first - at > 2);
            return (at < date.first || at >= date.end) && !is_far_from &&
                   scene_.segment(at) == scene_.segment(date.first);
        });
    }

    [[nodiscard]] bool is_only_end(const DateSpan& date) const {
        return near(date, Trigger::End) && !near(date, Trigger::Start);
    }
    /// English and French have the verb before its date: "got under way this May and will finish in June".
    [[nodiscard]] bool is_before(const DateSpan& date, Trigger one, Trigger other) const {
        if (scene_.findings().language == "de") return false;
        const auto has = [&](Trigger trigger) {
            return scene_.first_telling(scene_.sentence(s_).first, date.first, bit(trigger)).has_value();
        };
        return has(one) && !has(other);
    }

    [[nodiscard]] std::uint32_t distance(const DateSpan& date, Trigger trigger) const {
        std::uint32_t best = 0xFFFFFFFF;
        for (const std::uint32_t at : scene_.telling(s_, bit(trigger))) {
            if (scene_.segment(at) != scene_.segment(date.first) || (at >= date.first && at < date.end))
                continue;
            best = std::min(best, at < date.first ? date.first - at : at - date.end + 1);
        }
        return best;
    }

    void add_span(const Dated& who, const DateSpan& date, const char* rule) {
        add(who, {Predicate::Starts, rule}, date.from, date);
        if (date.sense == DateSense::Span) add(who, {Predicate::Ends, rule}, date.to, date);
    }

    [[nodiscard]] std::uint32_t last_before(const Part& part, const DateSpan& date) const {
        std::uint32_t last = part.entities.front();
        for (const Mention& mention : scene_.mentions(s_)) {
            for (const std::uint32_t entity : mention.entities) {
                const bool is_one = std::ranges::find(part.entities, entity) != part.entities.end();
                if (is_one && mention.first >= part.at && mention.first < date.first) last = entity;
            }
        }
        return last;
    }

    void read_event(const Part& event, const DateSpan& date) {
        // "the fair A in June and the meeting B in September": the date goes with the last before it.
        const Dated who{last_before(event, date), event.from_context};
        // An event has one day; others of the item are stops, closing dates and signatures.
        if (near(date, Trigger::Agreement) || sink_.has_any(who.subject, Predicate::Starts)) return;
        if (date.sense == DateSense::Span) return add_span(who, date, "event-span");
        if (date.sense != DateSense::On) return;
        add(who, {Predicate::Starts, "event-day"}, date.from, date);
        const bool is_day = date.from.text().size() == kDayDigits && date.sense == DateSense::On;
        if (is_day && !is_beginning(who.subject))
            add(who, {Predicate::Ends, "one-day", Certainty::Implied}, date.from, date);
    }

    /// "the kick-off on 8 March", "zum Auftakt am 3. Mai": a beginning; a kick-off meeting is over the same
    /// day.
    [[nodiscard]] bool is_beginning(std::uint32_t event) const {
        static constexpr std::array<std::string_view, 9> kBeginnings{
            "kick-off",  "kickoff",     "auftakt",   "start",       "launch",
            "lancement", "startschuss", "demarrage", "inauguration"};
        const std::string name = text::folded(scene_.findings().entities[event].name);
        return std::ranges::any_of(kBeginnings, [&](std::string_view one) { return name.ends_with(one); });
    }

    /// "Ways to better cooperation were discussed on 16 March": the first day told in an item about an event.
    void read_opening_day(const DateSpan& date) {
        constexpr std::uint32_t kOpeningSentences = 3;
        const auto event = opening_of(scene_);
        const bool is_day = date.from.text().size() == kDayDigits &&
                            (date.sense == DateSense::On || date.sense == DateSense::Span);
        if (!event || scene_.kind(*event) != EntityKind::Event || !is_day || s_ > kOpeningSentences) return;
        if (sink_.has_any(*event, Predicate::Starts) || scene_.sentence(s_).kind != SentenceKind::Running)
            return;
        add_span({*event, true}, date, "day-of-opening");
        if (date.sense == DateSense::On)
            add({*event, true}, {Predicate::Ends, "one-day", Certainty::Implied}, date.from, date);
    }

    /// A day on which something happened that has no name here.
    void read_other(const DateSpan& date) {
        const TriggerSet doing =
            any_of({Trigger::Happen, Trigger::TakePart, Trigger::Visit, Trigger::Present});
        if (date.sense == DateSense::Since && near(date, Trigger::Coordinate)) {
            const auto project = whose(date, kProject);
            if (project && !project->from_context)
                add(*project, {Predicate::Starts, "since-coordinated", Certainty::Implied}, date.from, date);
            return;
        }
        if (date.relative || date.approximate || near(date, Trigger::Agreement)) return;
        if (!scene_.segment_tells(date.first, doing)) return read_opening_day(date);
        if (date.sense != DateSense::On && date.sense != DateSense::Span) return;
        const auto event = scene_.context(s_, kEvent);
        if (date.from.text().size() < kMonthDigits) return;
        const Dated who{event ? event->entities.front() : kDocument, true};
        if (sink_.has_any(who.subject, Predicate::Starts)) return;
        const char* rule = event ? "day-of-context" : "day-of-item";
        add(who, {Predicate::Starts, rule, Certainty::Implied}, date.from, date);
        if (date.sense == DateSense::Span)
            add(who, {Predicate::Ends, rule, Certainty::Implied}, date.to, date);
        // A visit is over the same day.
        const bool is_visit = date.sense == DateSense::On && date.from.text().size() == kDayDigits &&
                              scene_.sentence_tells(s_, bit(Trigger::Visit));
        if (is_visit) add(who, {Predicate::Ends, "one-day", Certainty::Implied}, date.from, date);
    }

    const Scene& scene_;
    std::uint32_t s_;
    FactSink& sink_;
};

}  // namespace

void read_date_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    if (!scene.dates(s).empty()) DateRules(scene, s, sink).read();
}

}  // namespace kontor::press
