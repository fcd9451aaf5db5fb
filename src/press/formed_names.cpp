// SPDX-License-Identifier: EUPL-1.2
// Names by their form and company: runs of capitals with head nouns and legal forms, striking words.
#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "press/candidates.hpp"
#include "press/context.hpp"
#include "press/german_names.hpp"
#include "press/legal_names.hpp"
#include "press/name_evidence.hpp"
#include "press/name_runs.hpp"
#include "press/name_signs.hpp"
#include "press/name_words.hpp"
#include "press/one_of.hpp"
#include "press/words.hpp"

namespace kontor::press {
namespace {

constexpr int kHeadedWeight = 75;
constexpr int kRunWeight = 60;
constexpr int kSingleWeight = 45;
constexpr double kAccepted = 2;

class FormedNames {
public:
    FormedNames(const View& view, Candidates& out)
        : view_(view), out_(out), runs_(view, out), lower_(small_words(view)) {}

    void find() {
        for (const Candidate& one : out_) {
            if (one.kind == EntityKind::Programme && std::string_view(one.rule) == "compound")
                programmes_.insert(one.first);
        }
        for (std::uint32_t i = 0; i < view_.size() && !has_clusters_; ++i) {
            has_clusters_ = (view_.is(i, WordClass::Noun) && view_.words[i].kind == EntityKind::Cluster);
        }
        for (std::uint32_t i = 0; i < view_.size();) {
            const SentenceKind kind = view_.sentences[view_.tokens[i].sentence].kind;
            if (kind == SentenceKind::Furniture || !runs_.starts(i)) {
                ++i;
                continue;
            }
            const std::uint32_t end = runs_.end_of(i);
            if (!is_title_case(view_, view_.tokens[i].sentence) || has_sign(view_, i, end) ||
                (end > i + 1 && follows_post(view_, i)))
                run(i, end);
            i = end;
        }
        weigh();
    }

private:
    /// What speaks for a single word as a name, over all places where it stands.
    struct Single {
        double score = 0;
        int project_signs = 0;
        std::size_t places = 0;  // how often it stands where places stand
        bool kind_told = false;
        Candidates found;
    };

    void weigh() {
        for (const std::string& key : order_) {
            Single& one = singles_[key];
            const bool is_place = one.places > 0 && 2 * one.places >= one.found.size() && !one.kind_told;
            if (one.score < kAccepted && !is_place) continue;
            if (is_place) {
                for (Candidate& made : one.found) place(std::move(made));
                continue;
            }
            const bool is_project = one.project_signs > 0 && !one.kind_told;
            for (Candidate& made : one.found) {
                if (is_project) made.kind = EntityKind::Project;
                made.kind_told = made.kind_told || is_project;
                made.confidence = std::min(0.9, 0.45 + 0.08 * one.score);
                out_.push_back(std::move(made));
            }
        }
    }

    void place(Candidate made) { tell(std::move(made), EntityKind::Place, 0.65, "where"); }

    void tell(Candidate made, EntityKind kind, double confidence, const char* rule) {
        made.kind = kind;
        made.kind_told = true;
        made.confidence = confidence;
        made.rule = rule;
        out_.push_back(std::move(made));
    }

    [[nodiscard]] bool is_ordinary(std::uint32_t i) const { return is_ordinary_word(view_, lower_, i); }

    /// "R&D".
    [[nodiscard]] bool is_joined_initials(std::uint32_t first, std::uint32_t end) const {
        return end == first + 3 && view_.is_mark(first + 1, "&") &&
               view_.lexicon->word(key_of(view_.written(first, end))).is(WordClass::Ordinary);
    }

    void run(std::uint32_t first, std::uint32_t end) {
        first = after_halves(view_, first, end);
        while (end > first + 1 && view_.written(end - 1).ends_with('-')) --end;
        if (is_joined_initials(first, end)) return;
        if (end == first + 1 && !view_.is_capital(first)) {  // "das Cluster muster-bw"
            Candidate made = base(first, end, kRunWeight);
            last_end_ = end;
            return tell(std::move(made), kind_before(view_, first).value_or(EntityKind::Organisation), 0.8,
                        "small-name");
        }
        const std::uint32_t legal = legal_form(view_, first, end);
        if (legal != kNoToken) return with_legal_form(first, legal);
        if (is_foreign_body(view_, first, end)) {
            last_end_ = end;
            return tell(base(first, end, kRunWeight), EntityKind::Organisation, 0.62, "foreign-name");
        }
        if (end == first + 1 && is_house_named_after(view_, first)) {
            last_end_ = end;
            return tell(base(first, end, kHeadedWeight), house_kind(view_, first), 0.8, "house");
        }
        if (is_body_of_state(view_, first, end)) return of_state(first, end);
        // "die Provinz Musterland": the place stands for itself.
        if (end > first + 1 && is_area_noun(view_, first) && all_places(runs_, first + 1, end)) return;
        if (end > first + 1 && is_area_noun(view_, end - 1) && all_places(runs_, first, end - 1)) return;
        if (is_field_pole(view_, first, end) && all_ordinary(first, end)) return field_pole(first, end);
        if (headed(first, end)) return;
        // "Kärntner Holznetzwerk X".
        if (first + 2 < end && view_.is(first + 1, WordClass::Noun) &&
            is_named_after(view_, runs_, first + 1, end)) {
            named_after(first + 1, end);
            return;
        }
        if (is_told_whole(first, end)) return whole(first, end);
        const auto [begin, stop] = NameWords(view_, runs_, lower_).of_run(first, end);
        const bool genitive = view_.language == Language::German && begin < stop && runs_.is_place(begin) &&
                              view_.tokens[begin].key.ends_with('s');
        if (begin == stop || all_places(runs_, begin, stop) || (genitive && all_ordinary(begin, stop)))
            return;
        if (stop - begin == 1) return single(begin, first);
        if (is_post(view_, begin, stop) || is_street(view_, begin, stop)) return;
        Candidate made = base(begin, stop, kRunWeight);
        if (begin == first && is_gone_to(view_, first) && !kind_before(view_, first) &&
            !kind_after(view_, stop)) {
            last_end_ = stop;
            return tell(std::move(made), EntityKind::Event, 0.65, "gone-to");
        }
        classify(made);
        // "the EU-backed X Plus": what is paid for is a project.
        const bool is_paid =
            begin > 0 && view_.same_sentence(begin - 1, begin) && is_paid_for(view_.tokens[begin - 1].key);
        if (!made.kind_told && (is_paid || view_.is_striking(stop - 1)) &&
            project_signs(view_, begin, stop) > 0) {
            made.kind = EntityKind::Project;
            made.kind_told = true;
        }
        made.confidence = made.kind_told ? 0.8 : 0.62;
        made.rule = "name-run";
        const bool hinted = made.kind != EntityKind::Organisation || has_sign(view_, begin, stop);
        if (!made.kind_told && !hinted && begin == first && is_where(view_, runs_, begin, stop))
            return place(made);
        last_end_ = made.end;
        if (!made.kind_told && view_.begins_sentence(begin) && view_.language != Language::German &&
            !has_sign(view_, begin, stop) && !view_.is(stop, WordClass::NameVerb))
            made.confidence = 0.5;
        out_.push_back(std::move(made));
    }

    void of_state(std::uint32_t first, std::uint32_t end) {
        last_end_ = end;
        tell(base(first, end, kHeadedWeight), EntityKind::Organisation, 0.65, "name-run");
    }

    void field_pole(std::uint32_t first, std::uint32_t end) {
        last_end_ = end;
        tell(base(first - 1, end, kHeadedWeight), EntityKind::Cluster, 0.78, "after-noun");
    }

    /// "Silicon Musterland, a project …": outside German common nouns are written small.
    [[nodiscard]] bool is_told_whole(std::uint32_t first, std::uint32_t end) const {
        if (view_.language == Language::German || end < first + 2 || end > first + 5) return false;
        if (is_title_case(view_, view_.tokens[first].sentence) || all_places(runs_, first, end)) return false;
        for (std::uint32_t i = first; i < end; ++i) {
            if (runs_.is_place(i)) continue;
            // French writes adjectives of countries small: "British Musterwater, un cluster anglais".
            const bool is_foreign = view_.language == Language::French && i == first;
            const bool is_other = view_.is(i, WordClass::Ordinary) || view_.is(i, WordClass::Role) ||
                                  view_.is(i, WordClass::FirstName) || view_.is(i, WordClass::Title) ||
                                  view_.is(i, WordClass::Noun) || !view_.is_capital(i) ||
                                  (!is_foreign && view_.lexicon->adjective(view_.tokens[i].key));
            if (is_other) return false;
        }
        const auto told = kind_after(view_, end);
        return view_.is_mark(end, ",") && told && *told != EntityKind::Event;
    }

    void whole(std::uint32_t first, std::uint32_t end) {
        Candidate made = base(first, end, kRunWeight + 2);
        last_end_ = end;
        tell(std::move(made), *kind_after(view_, end), 0.8, "name-run");
    }

    void with_legal_form(std::uint32_t first, std::uint32_t legal) {
        auto made = LegalNames(view_, runs_, lower_).named(first, legal, has_clusters_);
        if (!made) return;
        last_end_ = made->end;
        out_.push_back(std::move(*made));
    }

    [[nodiscard]] bool leads(std::uint32_t i) const { return LegalNames(view_, runs_, lower_).leads(i); }
    [[nodiscard]] bool names_something(std::uint32_t first, std::uint32_t end) const {
        return LegalNames(view_, runs_, lower_).names_something(first, end);
    }

    /// Runs with a head noun: "Netzwerk Musterlicht", "Universität Musterstadt", "Danish Food Cluster".
    bool headed(std::uint32_t first, std::uint32_t end) {
        if (end - first < 2) return false;
        if (view_.is(first, WordClass::Noun) && !is_body_at_end(view_, first, end) &&
            (view_.language != Language::English || view_.has_key(first + 1, "of") ||
             view_.has_key(first + 1, "for") || leads(first) ||
             view_.words[first].kind == EntityKind::Project)) {
            return led(first, end);
        }
        const std::uint32_t last = end - 1;
        if (!view_.is(last, WordClass::Noun) && !has_inner_noun(first, end)) return false;
        const std::uint32_t noun = view_.is(last, WordClass::Noun) ? last : inner_noun_;
        std::uint32_t begin = first;
        while (begin < noun && view_.begins_sentence(begin) &&
               (view_.is_small(begin) || view_.is(begin, WordClass::Role) ||
                view_.is(begin, WordClass::NumberWord)))
            ++begin;
        const bool national = is_national(view_, begin, noun);
        const bool is_office = view_.tokens[noun].key.ends_with("management") &&
                               view_.is_striking(noun - 1) &&
                               !has_article(view_, begin);  // "Karl Muster (MUSTER Clustermanagement)"
        const bool is_foreign = (end >= begin + 3 && !is_german_word(view_, begin) &&
                                 !is_german_word(view_, begin + 1) && !is_german_word(view_, noun)) ||
                                (noun == last && end >= begin + 2 && is_english_occasion(view_, noun));
        if (view_.language == Language::German && !national && !is_office && !is_foreign &&
            !is_cluster_of_field(view_, begin, end) && all_ordinary(begin, end))
            return false;
        if (begin >= noun) return false;
        const EntityKind kind = kind_of_head(view_, begin, noun, end);
        if (view_.language == Language::German && noun == last && kind == EntityKind::Project) return false;
        if (view_.words[noun].compound && view_.language == Language::German && noun == last && !national &&
            !is_office)
            return false;
        Candidate made = base(begin, end, kHeadedWeight);
        const bool is_project =
            kind_before(view_, begin) == EntityKind::Project;  // "le projet MUST ALLIANCES"
        made.kind = is_project && view_.is_striking(begin) ? EntityKind::Project : kind;
        made.kind_told = true;
        made.confidence = 0.85;
        made.rule = "head-noun";
        made.name = in_nominative(view_, begin, noun, end);
        last_end_ = end;
        out_.push_back(std::move(made));
        return true;
    }

    bool has_inner_noun(std::uint32_t first, std::uint32_t end) {
        for (std::uint32_t i = first + 1; i + 1 < end; ++i) {
            const bool of_town = i + 2 == end && runs_.is_place(i + 1) && is_national(view_, first, i);
            if (of_town) inner_noun_ = i;
            if (of_town) return true;
            if (view_.is(i, WordClass::Noun) &&
                (view_.is(i + 1, WordClass::Connector) || view_.words[i].kind == EntityKind::Cluster) &&
                !view_.is_capital(i + 1)) {
                inner_noun_ = i;
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool all_ordinary(std::uint32_t first, std::uint32_t end) const {
        for (std::uint32_t i = first; i < end; ++i) {
            if (view_.is_capital(i) && !is_ordinary(i) && !runs_.is_place(i)) return false;
        }
        return true;
    }

    /// A noun first: the name is what follows, or the whole when what follows is ordinary.
    bool led(std::uint32_t first, std::uint32_t end) {
        const WordEntry& noun = view_.words[first];
        const bool connected = view_.is(first + 1, WordClass::Connector) && !view_.is_capital(first + 1);
        const bool names = names_something(first + 1, end);
        const bool described = view_.language == Language::French && !view_.begins_sentence(first) &&
                               view_.is_word(first + 1) && !view_.is_capital(first + 1) &&
                               !view_.is_small(first + 1) && noun.kind != EntityKind::Event;
        if (described) {  // "l'Agence marocaine de l'énergie solaire"
            Candidate made = base(first, end, kHeadedWeight);
            last_end_ = end;
            tell(std::move(made), noun.kind, 0.85, "after-noun");
            return true;
        }
        const bool whole = connected || noun.kind == EntityKind::University ||
                           noun.kind == EntityKind::PublicBody ||
                           noun.kind == EntityKind::ResearchInstitute || !names;
        if (!names && (is_named_after(view_, runs_, first, end) || is_called_in_english(first, end)))
            return named_after(first, end);
        if (noun.kind == EntityKind::Event && all_places(runs_, first + 1, end) && is_year(view_, end)) {
            last_end_ = end + 1;  // "Expo Musterstadt 2015"
            tell(base(first, end + 1, kHeadedWeight), EntityKind::Event, 0.8, "edition");
            return true;
        }
        if (is_field_cluster(view_, runs_, first, end)) {
            last_end_ = end;
            tell(base(first, end, kHeadedWeight), EntityKind::Cluster, 0.75, "after-noun");
            return true;
        }
        if (whole && !connected) {
            const bool thing = noun.kind == EntityKind::Project || noun.kind == EntityKind::Agreement ||
                               noun.kind == EntityKind::Event;
            const bool plural = noun.is(WordClass::Counted) && view_.language == Language::German;
            if (!names &&
                (thing || plural ||
                 (is_plain_compound(view_, first) && !is_office_of_place(view_, runs_, first, end)) ||
                 noun.kind == EntityKind::Programme || noun.kind == EntityKind::Company))
                return false;
            if (!names && view_.language == Language::German && !has_place(runs_, first + 1, end))
                return false;
        }
        if (noun.kind == EntityKind::University && first > 0 && is_part_of_university(view_, first - 1) &&
            view_.same_sentence(first - 1, first))
            --first;
        // "das Interreg-Projekt MUSTER": the noun names a programme of its own.
        const bool is_beside = !whole && names_beside(first);
        Candidate made = base(is_beside ? first + 1 : first, end, kHeadedWeight);
        made.name_first = whole ? first : first + 1;
        constexpr std::size_t kShort = 5;  // "pôle MUS" is known by both
        if (!whole && end == first + 2 && view_.tokens[first + 1].key.size() <= kShort)
            made.aliases.push_back(tidy(view_.written(first, end)));
        last_end_ = end;
        const bool is_meta = !whole && is_meta_cluster(view_, first + 1, end);
        tell(std::move(made), is_meta ? EntityKind::Project : noun.kind, connected || names ? 0.88 : 0.7,
             "after-noun");
        return true;
    }

    /// "im Interreg-Projekt Greater Green": ordinary words of another language name what the noun is.
    [[nodiscard]] bool is_called_in_english(std::uint32_t first, std::uint32_t end) const {
        if (view_.language != Language::German || view_.words[first].kind != EntityKind::Project ||
            view_.is(first, WordClass::Counted))
            return false;
        for (std::uint32_t i = first + 1; i < end; ++i) {
            if (is_german_word(view_, i) || runs_.is_place(i) || !view_.is_capital(i)) return false;
        }
        return end > first + 2;
    }

    [[nodiscard]] bool names_beside(std::uint32_t noun) const { return programmes_.contains(noun); }

    bool named_after(std::uint32_t first, std::uint32_t end) {
        Candidate made = base(names_beside(first) ? first + 1 : first, end, kHeadedWeight);
        made.name_first = first + 1;
        last_end_ = end;
        tell(std::move(made), view_.words[first].kind, 0.7, "after-noun");
        return true;
    }

    /// "Muster4You (Slowenien)", "Slovenia's Muster4You": somebody; "Europe's Muster4You" is a project still.
    [[nodiscard]] bool is_partner_from(const Candidate& made) const {
        const auto is_land = [&](std::uint32_t i) {
            return view_.has(i) && view_.lexicon->is_place(view_.tokens[i].key) &&
                   !view_.has_key(i, "europe");
        };
        const bool in_brackets = view_.has(made.end) &&
                                 view_.tokens[made.end].kind == TokenKind::BracketOpen &&
                                 is_land(made.end + 1);
        return in_brackets ||
               (made.first > 1 && view_.has_key(made.first - 1, "'s") && is_land(made.first - 2));
    }

    void classify(Candidate& made) const {
        const bool is_dated = made.end == made.first + 1 && made.first > 0 &&
                              view_.is_mark(made.first - 1, ":") &&
                              is_project_acronym(view_.written(made.first));
        if (is_dated) {  // "… für Unternehmen: MUSTER2031 startet"
            made.kind = EntityKind::Project;
            made.kind_told = true;
            return;
        }
        const bool is_partner =
            view_.is_mark(made.first == 0 ? 0 : made.first - 1, ":") &&
            has_origin(view_, made.first, made.end);  // "… of the project: X (Musterland)"
        if (const auto told = is_partner ? std::nullopt : kind_before(view_, made.first)) {
            made.kind = is_meta_cluster(view_, made.first, made.end) ? EntityKind::Project : *told;
            made.kind_told = true;
            return;
        }
        const auto told_after = kind_after(view_, made.end);
        const bool is_called =  // "under the MUST programme"
            told_after && made.end == made.first + 1 && view_.is_striking(made.first) &&
            (*told_after == EntityKind::Programme || *told_after == EntityKind::Project ||
             *told_after == EntityKind::Event) &&
            view_.is(made.end, WordClass::Noun);
        if (told_after && (is_called || !is_aside(view_, made.first, made.end))) {
            made.kind = *told_after;
            made.kind_told = true;
            return;
        }
        if (const auto told = apposed_to(view_, made.first, made.end)) {
            made.kind = *told;
            made.kind_told = true;
            return;
        }
        if (made.end == made.first + 1 && !is_partner_from(made) &&
            is_project_acronym(view_.written(made.first))) {
            made.kind = EntityKind::Project;
            made.kind_told = true;
            return;
        }
        for (std::uint32_t i = made.first; i < made.end; ++i) {
            if (view_.is(i, WordClass::NameHint)) made.kind = view_.words[i].hint;
        }
    }

    /// One word that may be a name: what speaks for it is counted.
    void single(std::uint32_t i, std::uint32_t run) {
        if (runs_.is_place(i) || (runs_.is_topic(i) && !kind_before(view_, i)) ||
            view_.lexicon->adjective(view_.tokens[i].key))
            return;
        const std::string_view written = view_.written(i);
        if (view_.is_small(i)) return;
        if (view_.is(i, WordClass::Ordinary) || view_.is(i, WordClass::TopicStop) ||
            view_.is(i, WordClass::Month) || view_.tokens[i].key.starts_with("outre-") ||
            view_.is(i, WordClass::Currency) || view_.is(i, WordClass::LegalForm))
            return;
        if (written.size() < 2 || is_roman(written) || written.back() == '-' || written.back() == '\'')
            return;
        Candidate made = base(i, i + 1, kSingleWeight);
        if (is_edition(view_, i)) return edition(made);
        if (run == i && view_.is_striking(i) && is_gone_to(view_, i)) {
            last_end_ = i + 1;
            return tell(std::move(made), EntityKind::Event, 0.65, "gone-to");
        }
        classify(made);
        if (run < i && view_.is(i - 1, WordClass::Noun) && !made.kind_told) {
            made.kind = view_.words[i - 1].kind;
            made.kind_told = true;
        }
        if (made.kind_told) made.weight += 2;  // before a last name that is met again
        const double score = Evidence(view_, runs_, lower_, last_end_).of(made, run < i);
        if (score >= kAccepted) last_end_ = made.end;
        made.rule = view_.is_striking(i) ? "striking-word" : "single-word";
        const auto [entry, fresh] = singles_.try_emplace(std::string(uninflected(view_.tokens[i].key)));
        if (fresh) order_.push_back(entry->first);
        entry->second.score += score;
        entry->second.kind_told |= made.kind_told;
        if (!made.kind_told && is_where(view_, runs_, i, i + 1)) ++entry->second.places;
        if (view_.is_striking(i)) entry->second.project_signs += project_signs(view_, i, i + 1);
        entry->second.found.push_back(std::move(made));
    }

    void edition(Candidate made) {
        made.end = made.name_end = made.first + 2;
        made.kind = EntityKind::Event;
        made.kind_told = true;
        made.confidence = 0.7;
        made.weight = kRunWeight;
        made.rule = "edition";
        out_.push_back(std::move(made));
    }

    [[nodiscard]] static Candidate base(std::uint32_t first, std::uint32_t end, int weight) {
        Candidate made;
        made.first = made.name_first = first;
        made.end = made.name_end = end;
        made.weight = weight;
        return made;
    }

    const View& view_;
    Candidates& out_;
    std::unordered_set<std::uint32_t> programmes_;  // tokens of compounds that name one: "Interreg-Projekt"
    NameRuns runs_;
    SmallWords lower_;
    std::unordered_map<std::string, Single> singles_;
    std::vector<std::string> order_;
    std::uint32_t last_end_ = 0;
    bool has_clusters_ = false;
    std::uint32_t inner_noun_ = 0;
};

}  // namespace

void find_formed(const View& view, Candidates& out) {
    FormedNames(view, out).find();
}

}  // namespace kontor::press
