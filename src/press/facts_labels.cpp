// SPDX-License-Identifier: EUPL-1.2
// Pages about projects and events in lines of label and value.
#include <algorithm>

#include "press/facts.hpp"
#include "press/labels.hpp"

namespace kontor::press {
namespace {

constexpr KindSet kGivers = kinds({EntityKind::PublicBody, EntityKind::Programme});

class Labelled {
public:
    Labelled(const Scene& scene, std::uint32_t s, const LabelAt& label, FactSink& sink)
        : scene_(scene), s_(s), label_(label), sink_(sink) {}

    void read() {
        const bool of_event =
            label_.label == Label::Place || label_.label == Label::Day || label_.label == Label::Host;
        const auto subject = told_of(of_event ? kEvent : kProject);
        if (!subject) return;
        switch (label_.label) {
            case Label::Partners:
                return partners(*subject);
            case Label::Lead:
                return lead(*subject);
            case Label::Funding:
                return all(*subject, kGivers, Predicate::FundedBy, "label-funding");
            case Label::Place:
                return all(*subject, kPlace, Predicate::LocatedIn, "label-place");
            case Label::Host:
                return hosts(*subject);
            case Label::Duration:
                return dates(*subject, true, true, "label-dates");
            case Label::Start:
                return dates(*subject, true, false, "label-dates");
            case Label::End:
                return dates(*subject, false, true, "label-dates");
            case Label::Day:
                return dates(*subject, true, true, "label-day");
        }
    }

private:
    /// What the page is about: named in the lines before, else what its head names.
    [[nodiscard]] std::optional<std::uint32_t> told_of(KindSet set) const {
        const auto opening = opening_of(scene_);
        if (opening && has_kind(set, scene_.kind(*opening))) return opening;
        return scene_.main(set);
    }

    /// The lines that hold what is labelled: this one, or the items of a list below it.
    template <typename Take>
    void lines(Take take) const {
        take(s_, label_.colon + 1, scene_.sentence(s_).end);
        const bool is_head = label_.colon + 1 >= scene_.sentence(s_).end;
        for (std::uint32_t next = s_ + 1; is_head && next < scene_.sentence_count(); ++next) {
            const Sentence& line = scene_.sentence(next);
            if (line.kind == SentenceKind::Running || label_of(scene_.findings().tokens, line)) break;
            take(next, line.first, line.end);
        }
    }

    void all(std::uint32_t subject, KindSet set, Predicate predicate, const char* rule) {
        lines([&](std::uint32_t s, std::uint32_t first, std::uint32_t end) {
            sink_.add_all({subject}, scene_.all(s, set, first, end).entities,
                          claimed(predicate, s, first, rule));
        });
    }

    void partners(std::uint32_t project) {
        lines([&](std::uint32_t s, std::uint32_t first, std::uint32_t end) {
            Entities bodies = scene_.all(s, kBodies, first, end).entities;
            const Entities leading = sink_.subjects_of(Predicate::Coordinates, project);
            std::erase_if(
                bodies, [&](std::uint32_t one) { return std::ranges::find(leading, one) != leading.end(); });
            sink_.add_all(bodies, {project}, claimed(Predicate::PartnerIn, s, first, "label-partner"));
        });
    }

    void lead(std::uint32_t project) {
        const Part who = scene_.all(s_, kBodies, label_.colon + 1, scene_.sentence(s_).end);
        if (who.entities.empty()) return;
        sink_.add_all({who.entities.front()}, {project},
                      claimed(Predicate::Coordinates, s_, who.at, "label-lead"));
    }

    void hosts(std::uint32_t event) {
        const Part who = scene_.all(s_, kBodies, label_.colon + 1, scene_.sentence(s_).end);
        sink_.add_all(who.entities, {event}, claimed(Predicate::Organises, s_, who.at, "label-host"));
    }

    void dates(std::uint32_t subject, bool starts, bool ends, const char* rule) {
        bool begun = false;
        for (const DateSpan& date : scene_.dates(s_)) {
            if (date.first < label_.colon || date.sense == DateSense::Duration) continue;
            Claimed made = claimed(Predicate::Starts, s_, date.first, rule);
            if (starts && !begun && date.from.known() && date.sense != DateSense::Until) {
                made.object = date.from.text();
                made.subject = subject;
                sink_.add(made);
                begun = true;
            }
            const model::Date& last = date.to.known() ? date.to : date.from;
            const bool is_end = date.to.known() || !starts;
            if (!ends || !is_end || !last.known()) continue;
            made = claimed(Predicate::Ends, s_, date.first, rule);
            made.subject = subject;
            made.object = last.text();
            sink_.add(made);
        }
    }

    [[nodiscard]] static Claimed claimed(Predicate predicate, std::uint32_t s, std::uint32_t at,
                                         const char* rule) {
        return {.predicate = predicate, .sentence = s, .at = at, .rule = rule};
    }

    const Scene& scene_;
    std::uint32_t s_;
    LabelAt label_;
    FactSink& sink_;
};

}  // namespace

void read_label_facts(const Scene& scene, std::uint32_t s, FactSink& sink) {
    if (const auto label = label_of(scene.findings().tokens, scene.sentence(s)))
        Labelled(scene, s, *label, sink).read();
}

}  // namespace kontor::press
