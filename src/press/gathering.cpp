// SPDX-License-Identifier: EUPL-1.2
#include "press/gathering.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "press/context.hpp"
#include "press/name_signs.hpp"
#include "text/fold.hpp"

namespace kontor::press {
namespace {

constexpr std::size_t kUnions = 64;  // of a text; each looks at all names

/// A name made comparable as `joined_key` makes it.
std::string letters_of(std::string_view name) {
    std::string key = text::folded(name);
    std::erase_if(key, [](char c) { return c == '-' || c == '.' || c == ' ' || c == '\'' || c == '&'; });
    return key;
}

constexpr double kKept = 0.5;
constexpr double kPerMention = 0.03;

struct Group {
    EntityKind kind = EntityKind::Organisation;
    bool kind_told = false;
    Identity identity = {};
    std::string name = {};
    int name_rank = -1;
    std::vector<std::string> forms = {};
    std::string country = {};
    double confidence = 0;
    const char* rule = "";
    std::vector<std::uint32_t> mentions = {};  // candidates
};

class Gatherer {
public:
    Gatherer(const View& view, const NameLists& lists, Candidates& candidates)
        : view_(view), lists_(lists), candidates_(candidates) {}

    void gather(Findings& findings) {
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            std::uint32_t group = in_brackets(i);
            if (group == kNoToken) group = group_of(candidates_[i]);
            join(group, i);
        }
        join_initials();
        countries();
        write(findings);
    }

private:
    [[nodiscard]] std::string family(EntityKind kind) const {
        return is_organisation(kind) ? "o" : std::string(model::word(kind));
    }

    /// The group of an equal name, or a new one.
    std::uint32_t group_of(const Candidate& one) {
        std::vector<std::string> keys;
        if (is_association_of(one))
            keys.push_back("association:" + joined_key(view_, one.name_first, one.name_end));
        if (one.identity.of != Identity::Of::None) {
            keys.push_back(std::to_string(static_cast<int>(one.identity.of)) + '#' +
                           std::to_string(one.identity.index));
        }
        const bool shared = one.identity.of == Identity::Of::None || one.kind != EntityKind::Place;
        const bool apart = !keys.empty() && keys.front().starts_with("association:");
        if (shared && !apart) name_keys(one, keys);
        for (const std::string& key : keys) {
            if (const auto found = by_key_.find(key); found != by_key_.end()) {
                for (const std::string& other : keys) by_key_.try_emplace(other, found->second);
                return found->second;
            }
        }
        const auto made = static_cast<std::uint32_t>(groups_.size());
        groups_.emplace_back();
        for (const std::string& key : keys) by_key_.try_emplace(key, made);
        return made;
    }

    /// "Förderverein Musterlicht e.V." beside a network "Musterlicht" is another body.
    [[nodiscard]] bool is_association_of(const Candidate& one) const {
        if (one.kind != EntityKind::Association || one.first == one.name_first ||
            std::string_view(one.rule) != "legal-form")
            return false;
        const auto found = by_key_.find("o:" + joined_key(view_, one.name_first, one.name_end));
        return found != by_key_.end() && groups_[found->second].kind == EntityKind::Cluster;
    }

    void name_keys(const Candidate& one, std::vector<std::string>& keys) const {
        const std::string kind = family(one.kind);
        const std::string key = joined_key(view_, one.name_first, one.name_end);
        keys.push_back(kind + ':' + key);
        // "Musterlicht-Chef": the name is a part of the word.
        if (!one.name.empty() && std::string_view(one.rule) == "compound")
            keys.push_back(kind + ':' + letters_of(one.name));
        if (one.first != one.name_first && one.kind != EntityKind::Person)
            keys.push_back(kind + ':' + joined_key(view_, one.first, one.end));
        if (is_organisation(one.kind)) {  // "Musterlicht Cluster" and "Musterlicht"
            std::uint32_t first = one.name_first;
            std::uint32_t end = one.name_end;
            while (first + 1 < end && is_cluster_noun(first)) ++first;
            while (end > first + 1 && (is_cluster_noun(end - 1) || view_.is(end - 1, WordClass::LegalForm)))
                --end;
            if (end - first < one.name_end - one.name_first)
                keys.push_back(kind + ':' + joined_key(view_, first, end));
        }
        if (one.kind == EntityKind::Project) acronym_before_dash(one, keys);
        if (one.kind == EntityKind::Company) last_name_and_form(one, keys);
        if (one.kind == EntityKind::Person) keys.push_back("surname:" + view_.tokens[one.name_end - 1].key);
        if (!one.kind_told &&
            is_organisation(one.kind)) {  // a name whose kind is not told may be any known thing
            for (const char* other : {"project:", "programme:", "event:"}) keys.push_back(other + key);
        }
        if (one.kind == EntityKind::Project || one.kind == EntityKind::Programme) keys.push_back("o:" + key);
    }

    /// "ACRO – A long title", "ACRO: a long title".
    void acronym_before_dash(const Candidate& one, std::vector<std::string>& keys) const {
        const std::uint32_t dash = one.name_first + 1;
        if (dash + 1 >= one.name_end) return;
        const bool is_dash = view_.is_mark(dash, "–") || view_.is_mark(dash, "-") ||
                             view_.is_mark(dash, "—") || view_.is_mark(dash, ":");
        if (!is_dash || !view_.is_striking(one.name_first)) return;
        const std::string key = joined_key(view_, one.name_first, dash);
        keys.push_back("project:" + key);
        keys.push_back("o:" + key);
    }

    /// "Feinmechanik Muster AG" and "Muster AG".
    void last_name_and_form(const Candidate& one, std::vector<std::string>& keys) const {
        std::uint32_t form = one.end;
        while (form > one.first + 1 && view_.is(form - 1, WordClass::LegalForm)) --form;
        if (form == one.end || form <= one.first) return;
        std::string key = "company-form:" + view_.tokens[form - 1].key;
        for (std::uint32_t i = form; i < one.end; ++i) key += ' ' + view_.tokens[i].key;
        keys.push_back(std::move(key));
    }

    [[nodiscard]] bool is_cluster_noun(std::uint32_t i) const {
        return view_.is(i, WordClass::Noun) && (view_.words[i].kind == EntityKind::Cluster) &&
                       !view_.is(i, WordClass::NameHint)
                   ? true
                   : view_.is(i, WordClass::Noun) && view_.words[i].kind == EntityKind::Cluster;
    }

    /// "long form (ACR)" and "ACR (long form)": the group of what stands before the bracket.
    std::uint32_t in_brackets(std::uint32_t i) {
        const Candidate& one = candidates_[i];
        if (i == 0 || one.first < 2) return kNoToken;
        const std::uint32_t open = one.first - 1;
        const Token& bracket = view_.tokens[open];
        if (bracket.kind != TokenKind::BracketOpen || bracket.partner == kNoToken) return kNoToken;
        std::uint32_t previous = i - 1;
        while (previous > 0 && candidates_[previous].within_name) --previous;
        const Candidate& before = candidates_[previous];
        std::uint32_t last = before.end;
        if (view_.has(last) && view_.tokens[last].kind == TokenKind::QuoteClose) ++last;
        if (last != open || bracket.partner != one.end) return kNoToken;
        const bool fits = family(before.kind) == family(one.kind) ||
                          (!one.kind_told && before.kind != EntityKind::Place &&
                           before.kind != EntityKind::Person && before.kind != EntityKind::Topic) ||
                          is_project_called_body(one, before);
        if (!fits || before.kind == EntityKind::Place || before.kind == EntityKind::Person) return kNoToken;
        const Candidate& longer = before.end - before.first >= one.end - one.first ? before : one;
        const Candidate& shorter = &longer == &before ? one : before;
        if (!is_acronym(shorter, longer)) return kNoToken;
        const std::uint32_t group = group_by_candidate_[previous];
        for (const std::string& key : keys_of(one)) {
            const auto [entry, fresh] = by_key_.try_emplace(key, group);
            if (!fresh && entry->second != group && can_be_one(entry->second, group))
                unite(entry->second, group);
        }
        return group;
    }

    /// "the Muster Alliance for Light (MAL) … MAL is a project": by its name a body, by what is said a
    /// project.
    [[nodiscard]] static bool is_project_called_body(const Candidate& told, const Candidate& named) {
        return told.kind == EntityKind::Project && told.kind_told && is_organisation(named.kind) &&
               named.kind != EntityKind::Cluster && std::string_view(named.rule) == "head-noun";
    }

    /// The short name stood alone before the bracket said what it is short for.
    [[nodiscard]] bool can_be_one(std::uint32_t earlier, std::uint32_t group) const {
        const Group& one = groups_[earlier];
        const bool is_open = one.identity.of == Identity::Of::None || one.identity == groups_[group].identity;
        const bool is_project = one.kind == EntityKind::Project && one.kind_told;
        return is_open && !one.mentions.empty() && united_ < kUnions &&
               (family(one.kind) == family(groups_[group].kind) ||
                (is_project && groups_[group].kind != EntityKind::Cluster &&
                 std::string_view(groups_[group].rule) == "head-noun"));
    }

    void unite(std::uint32_t earlier, std::uint32_t into) {
        ++united_;
        Group& from = groups_[earlier];
        Group& group = groups_[into];
        if (from.kind == EntityKind::Project && from.kind_told) {
            group.kind = from.kind;
            group.kind_told = true;
        }
        group.mentions.insert(group.mentions.end(), from.mentions.begin(), from.mentions.end());
        std::ranges::sort(group.mentions);
        group.forms.insert(group.forms.end(), from.forms.begin(), from.forms.end());
        group.forms.push_back(from.name);
        if (group.country.empty()) group.country = from.country;
        for (auto& [key, at] : by_key_) at = at == earlier ? into : at;
        for (std::uint32_t& at : group_by_candidate_) at = at == earlier ? into : at;
        from = Group{};
    }

    /// "Muster Valley Alliance … the MVA": the one longer name of the text whose initials these are.
    void join_initials() {
        constexpr std::size_t kShortest = 3;
        constexpr std::size_t kLongest = 6;
        const auto longer = groups_by_initials();
        for (std::uint32_t index = 0; index < groups_.size() && united_ < kUnions; ++index) {
            const Group& group = groups_[index];
            if (group.mentions.empty() || !is_organisation(group.kind) ||
                group.identity.of != Identity::Of::None)
                continue;
            const Candidate& one = candidates_[group.mentions.front()];
            const Token& token = view_.tokens[one.name_first];
            if (one.name_end != one.name_first + 1 || token.writing != Writing::Capitals ||
                token.key.size() < kShortest || token.key.size() > kLongest)
                continue;
            const auto found = longer.find(token.key);
            const bool is_one = found != longer.end() && found->second && *found->second != index;
            if (is_one && can_be_one(index, *found->second)) unite(index, *found->second);
        }
    }

    /// Bodies by the first letters of their capitalised words; nothing for letters that several have.
    [[nodiscard]] std::unordered_map<std::string, std::optional<std::uint32_t>> groups_by_initials() const {
        std::unordered_map<std::string, std::optional<std::uint32_t>> out;
        for (std::uint32_t index = 0; index < groups_.size(); ++index) {
            const Group& group = groups_[index];
            if (group.mentions.empty() || !is_organisation(group.kind)) continue;
            const Candidate& one = candidates_[group.mentions.front()];
            std::string initials;
            for (std::uint32_t i = one.name_first; i < one.name_end; ++i) {
                if (view_.is_capital(i) && !view_.is(i, WordClass::LegalForm))
                    initials += view_.tokens[i].key.front();
            }
            const auto [entry, is_new] = out.try_emplace(std::move(initials), index);
            if (!is_new) entry->second.reset();
        }
        return out;
    }

    [[nodiscard]] std::vector<std::string> keys_of(const Candidate& one) const {
        std::vector<std::string> keys;
        name_keys(one, keys);
        return keys;
    }

    /// Whether the letters of the short name are initials of the long one, in order, but for at most one or
    /// two.
    [[nodiscard]] bool is_acronym(const Candidate& shorter, const Candidate& longer) const {
        if (shorter.end - shorter.first != 1) return false;
        const Key& key = view_.tokens[shorter.first].key;
        std::string initials;
        for (std::uint32_t i = longer.first; i < longer.end; ++i) {
            const Key& word = view_.tokens[i].key;
            if (view_.tokens[i].kind == TokenKind::Word) initials += word;
        }
        std::size_t at = 0;
        std::size_t found = 0;
        for (const char c : key) {
            if (c < 'a' || c > 'z') continue;
            const std::size_t next = initials.find(c, at);
            if (next == std::string::npos) continue;
            at = next + 1;
            ++found;
        }
        const std::size_t letters =
            static_cast<std::size_t>(std::ranges::count_if(key, [](char c) { return c >= 'a' && c <= 'z'; }));
        return letters >= 2 && found + (letters > 4 ? 2 : letters > 3 ? 1 : 0) >= letters;
    }

    void join(std::uint32_t index, std::uint32_t candidate) {
        Candidate& one = candidates_[candidate];
        Group& group = groups_[index];
        group_by_candidate_.push_back(index);
        const bool is_project = one.kind == EntityKind::Project && one.kind_told &&
                                is_organisation(group.kind) && group.kind != EntityKind::Cluster &&
                                std::string_view(group.rule) == "head-noun";
        const bool firmer = group.mentions.empty() || is_project || (one.kind_told && !group.kind_told) ||
                            (one.kind_told == group.kind_told && one.confidence > group.confidence + 0.05);
        const bool stays_body = std::string_view(group.rule) == "legal-form" && is_organisation(group.kind) &&
                                !is_organisation(one.kind);
        if (firmer && !stays_body) {
            group.kind = one.kind;
            group.kind_told = one.kind_told;
            group.rule = one.rule;
        }
        if (one.identity.of == Identity::Of::Known || group.identity.of == Identity::Of::None) {
            if (one.identity.of != Identity::Of::None) group.identity = one.identity;
        }
        group.confidence = std::min(
            0.98, std::max(group.confidence, one.confidence) + (group.mentions.empty() ? 0 : kPerMention));
        if (group.country.empty()) group.country = one.country;
        group.mentions.push_back(candidate);
        names(group, one);
    }

    void names(Group& group, const Candidate& one) {
        const std::string mention = tidy(view_.written(one.first, one.end));
        const std::string core =
            one.name.empty() ? tidy(view_.written(one.name_first, one.name_end)) : one.name;
        int rank = 10;
        if (one.identity.of == Identity::Of::Known) rank = 100;
        if (std::string_view(one.rule) == "demonym" || std::string_view(one.rule) == "compound" ||
            std::string_view(one.rule) == "in-compound")
            rank = 1;
        if (std::string_view(one.rule) == "legal-form") rank = 30;
        if (is_organisation(one.kind) && one.end - one.first > 2 && one.identity.of != Identity::Of::Known)
            rank += 5;
        if (one.identity.of == Identity::Of::Lexicon && !is_organisation(one.kind) &&
            one.kind != EntityKind::Place && one.end - one.first > 1)
            rank += 5;
        if (one.kind == EntityKind::Person && one.name_end - one.name_first > 1) rank = 20;
        if (std::string_view(one.rule) == "place-name") {
            const auto match = lists_.lexicon.longest(view_, one.first);
            if (match) group.forms.push_back(lists_.lexicon.form(match.form));
            if (match && rank > group.name_rank) {
                group.name = is_genitive(core, lists_.lexicon.form(match.form))
                                 ? lists_.lexicon.form(match.form)
                                 : core;
                group.name_rank = rank;
            }
        }
        if (rank > group.name_rank) {
            group.name = core;
            group.name_rank = rank;
        } else if (rank == group.name_rank && core + "s" == group.name) {
            group.name = core;
        }
        group.forms.push_back(core);
        group.forms.push_back(mention);
        // "Muster Fair 2031": with and without the year.
        const bool has_year = one.kind == EntityKind::Event && is_year(view_, one.end) &&
                              view_.same_sentence(one.first, one.end) && view_.tokens[one.end].spaced;
        if (has_year) group.forms.push_back(tidy(view_.written(one.first, one.end + 1)));
        for (const std::string& alias : one.aliases) group.forms.push_back(alias);
    }

    static bool is_genitive(std::string_view written, std::string_view form) {
        return written.size() > form.size() && written.starts_with(form);
    }

    /// Countries that the words around mentions tell: "(Litauen)", "aus Österreich", "the Danish cluster X".
    void countries() {
        std::unordered_map<std::uint32_t, std::uint32_t> by_first;
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) by_first.emplace(candidates_[i].first, i);
        const auto place_at = [&](std::uint32_t token) -> std::string {
            const auto found = by_first.find(token);
            if (found == by_first.end() || candidates_[found->second].kind != EntityKind::Place) return {};
            return candidates_[found->second].country;
        };
        for (Group& group : groups_) {
            if (!group.country.empty() || !is_organisation(group.kind)) continue;
            for (const std::uint32_t index : group.mentions) {
                const Candidate& one = candidates_[index];
                const bool bracket =
                    view_.has(one.end) && view_.tokens[one.end].kind == TokenKind::BracketOpen;
                const bool from = view_.has_key(one.end, "aus") || view_.has_key(one.end, "from");
                if (bracket || from) group.country = place_at(one.end + 1);
                if (group.country.empty()) group.country = inner_country(one);
                for (std::uint32_t back = 1; back <= 3 && back <= one.first && group.country.empty();
                     ++back) {
                    if (!view_.is_word(one.first - back) || !view_.same_sentence(one.first - back, one.first))
                        break;
                    const auto adjective = view_.lexicon->adjective(view_.tokens[one.first - back].key);
                    if (adjective) group.country = view_.lexicon->names()[*adjective].country;
                    if (view_.is_small(one.first - back)) break;
                }
                if (!group.country.empty()) break;
            }
        }
    }

    [[nodiscard]] std::string inner_country(const Candidate& one) const {
        for (std::uint32_t i = one.first; i < one.end; ++i) {
            if (const auto adjective = view_.lexicon->adjective(view_.tokens[i].key))
                return view_.lexicon->names()[*adjective].country;
            if (i == one.first && one.end == one.first + 1) break;
            const auto match = lists_.lexicon.longest(view_, i);
            if (match && match.end <= one.end &&
                view_.lexicon->names()[match.payload].kind == EntityKind::Place)
                return view_.lexicon->names()[match.payload].country;
        }
        return {};
    }

    void write(Findings& findings) {
        std::vector<std::uint32_t> entity_of(groups_.size(), kNoToken);
        std::set<std::string> ids;
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            const std::uint32_t index = group_by_candidate_[i];
            const Group& group = groups_[index];
            if (group.confidence < kKept) continue;
            if (entity_of[index] == kNoToken) {
                entity_of[index] = static_cast<std::uint32_t>(findings.entities.size());
                findings.entities.push_back(entity_from(group, ids));
            }
            const Candidate& one = candidates_[i];
            Mention mention;
            mention.range = {view_.tokens[one.first].range.begin, view_.tokens[one.end - 1].range.end};
            mention.first = one.first;
            mention.end = one.end;
            mention.sentence = view_.tokens[one.first].sentence;
            mention.entities = {entity_of[index]};
            mention.reference = one.within_name;
            mention.told = one.told;
            findings.entities[entity_of[index]].mentions.push_back(mention.range);
            findings.mentions.push_back(std::move(mention));
        }
    }

    Entity entity_from(const Group& group, std::set<std::string>& ids) const {
        Entity entity;
        entity.kind = group.kind;
        entity.name = group.name;
        for (const std::string& form : group.forms) {
            if (form != entity.name && std::ranges::find(entity.aliases, form) == entity.aliases.end())
                entity.aliases.push_back(form);
        }
        add_other_languages(group, entity);
        entity.country = group.country;
        entity.confidence = group.confidence;
        entity.rule = group.rule;
        if (group.identity.of == Identity::Of::Known)
            entity.record = lists_.names->names[group.identity.index].record;
        if (group.identity.of == Identity::Of::Topic)
            entity.topic = view_.lexicon->topics().topic_id(group.identity.index);
        std::string id;
        for (const char c : text::folded(entity.name)) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (plain) id += c;
            if (!plain && !id.empty() && id.back() != '-') id += '-';
        }
        while (!id.empty() && id.back() == '-') id.pop_back();
        if (id.empty()) id = "entity";
        std::string unique = id;
        for (int number = 2; !ids.insert(unique).second; ++number) unique = id + '-' + std::to_string(number);
        entity.id = std::move(unique);
        return entity;
    }

    /// What a body or programme of the lexicon is called elsewhere: the record may have that name.
    void add_other_languages(const Group& group, Entity& entity) const {
        if (group.identity.of != Identity::Of::Lexicon || group.kind == EntityKind::Place) return;
        for (const std::string& form : view_.lexicon->names()[group.identity.index].forms) {
            const bool fresh =
                form != entity.name && std::ranges::find(entity.aliases, form) == entity.aliases.end();
            if (fresh) entity.aliases.push_back(form);
        }
    }

    const View& view_;
    const NameLists& lists_;
    Candidates& candidates_;
    std::vector<Group> groups_;
    std::vector<std::uint32_t> group_by_candidate_;
    std::unordered_map<std::string, std::uint32_t> by_key_;
    std::size_t united_ = 0;
};

}  // namespace

std::string joined_key(const View& view, std::uint32_t first, std::uint32_t end) {
    std::string key;
    while (end > first + 1 && view.is(end - 1, WordClass::LegalForm)) --end;
    for (std::uint32_t i = first; i < end; ++i) {
        if (view.tokens[i].kind == TokenKind::QuoteOpen || view.tokens[i].kind == TokenKind::QuoteClose)
            continue;
        if (view.is(i, WordClass::Article) && i == first && end > first + 1) continue;
        for (const char c : uninflected(view.tokens[i].key)) {
            if (c != '-' && c != '.' && c != ' ' && c != '\'' && c != '&') key += c;
        }
    }
    return key;
}

void gather(const View& view, const NameLists& lists, Candidates candidates, Findings& findings) {
    Gatherer(view, lists, candidates).gather(findings);
}

}  // namespace kontor::press
