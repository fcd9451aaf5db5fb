// SPDX-License-Identifier: EUPL-1.2
#include "press/scene.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr std::uint32_t kLongestGap = 12;  // tokens between members of an enumeration
constexpr std::uint32_t kFreeWords = 3;    // of them words of their own
constexpr std::uint32_t kContextSentences = 3;
constexpr double kHeadingWeight = 3;
constexpr double kEarlyWeight = 1;
constexpr double kLaterWeight = 0.5;
constexpr std::uint32_t kEarlySentences = 3;

/// What ends an enumeration: somebody does something.
constexpr TriggerSet kVerbs = any_of(
    {Trigger::Fund, Trigger::Organise, Trigger::Coordinate, Trigger::Participate, Trigger::Cooperate,
     Trigger::Start, Trigger::Found, Trigger::Happen, Trigger::ConsistOf, Trigger::Passive, Trigger::Planned,
     Trigger::Follow, Trigger::Present, Trigger::Based, Trigger::Join, Trigger::Leave});

constexpr std::array<std::string_view, 48> kRelativeWords{
    "als",     "as",      "bei",    "da",     "damit",  "dass",     "dem",     "den",   "denen",  "der",
    "deren",   "des",     "dessen", "die",    "dont",   "das",      "indem",   "laut",  "obwohl", "ou",
    "qui",     "que",     "so",     "sodass", "that",   "um",       "wahrend", "was",   "weil",   "welche",
    "welcher", "welches", "wenn",   "when",   "where",  "which",    "while",   "who",   "whose",  "wie",
    "wo",      "wobei",   "afin",   "tandis", "auquel", "laquelle", "lequel",  "duquel"};
constexpr std::array<std::string_view, 19> kRelativePrepositions{
    "a",  "an",  "auf", "aus", "avec",    "bei", "by",  "dans", "durch", "fur",
    "in", "mit", "of",  "par", "through", "to",  "von", "with", "zu"};
/// What can begin no member of an enumeration.
constexpr std::array<std::string_view, 12> kClauseWords{"who",    "which",  "whose",    "qui",
                                                        "dont",   "auquel", "denen",    "deren",
                                                        "dessen", "wobei",  "laquelle", "lequel"};
constexpr std::array<std::string_view, 46> kSmallWords{
    "the",   "a",     "an",    "of",    "der",  "die",   "das",  "dem", "den", "des", "ein", "eine",
    "einem", "einen", "einer", "eines", "im",   "in",    "am",   "an",  "zum", "zur", "vom", "von",
    "le",    "la",    "les",   "l'",    "du",   "de",    "d'",   "des", "un",  "une", "and", "und",
    "et",    "aus",   "from",  "auch",  "also", "aussi", "beim", "bei", "l’",  "d’"};

/// What follows the hyphen of a compound that is no name any more.
constexpr std::array<std::string_view, 14> kAttributes{
    "projekt", "project", "projet", "gefordert", "funded",   "finanziert", "finance",
    "forder",  "weit",    "wide",   "programm",  "vorhaben", "initiative", "ebene"};

bool is_mark(const Token& token, std::string_view mark) {
    return token.kind == TokenKind::Mark && token.key == mark;
}

int family(EntityKind kind) {
    if (kind <= EntityKind::Organisation) return 0;
    if (kind == EntityKind::Programme) return static_cast<int>(EntityKind::Project);
    return static_cast<int>(kind);
}

template <class Span>
std::span<const Span> part(const std::vector<Span>& all, std::uint32_t begin, std::uint32_t end) {
    return std::span<const Span>(all).subspan(begin, end - begin);
}

}  // namespace

Scene::Scene(const Findings& findings, const Marked& marked)
    : findings_(findings),
      marked_(marked),
      sentence_triggers_(findings.sentences.size()),
      named_(findings.tokens.size()),
      joint_(findings.mentions.size()),
      segments_(findings.tokens.size()),
      weights_(findings.entities.size()) {
    index_rows();
    mark_names();
    join_enumerations();
    cut_segments();
    weigh();
}

void Scene::index_rows() {
    const std::size_t count = findings_.sentences.size();
    const auto index = [count](const auto& spans, std::vector<Rows>& rows) {
        rows.resize(count);
        std::uint32_t at = 0;
        for (std::uint32_t s = 0; s < count; ++s) {
            while (at < spans.size() && spans[at].sentence < s) ++at;
            rows[s].begin = at;
            while (at < spans.size() && spans[at].sentence == s) ++at;
            rows[s].end = at;
        }
    };
    index(findings_.mentions, mentions_);
    index(findings_.dates, dates_);
    index(findings_.counts, counts_);
    index(findings_.money, money_);
    index(findings_.phases, phases_);
}

std::span<const Mention> Scene::mentions(std::uint32_t s) const {
    return part(findings_.mentions, mentions_[s].begin, mentions_[s].end);
}
std::span<const DateSpan> Scene::dates(std::uint32_t s) const {
    return part(findings_.dates, dates_[s].begin, dates_[s].end);
}
std::span<const CountSpan> Scene::counts(std::uint32_t s) const {
    return part(findings_.counts, counts_[s].begin, counts_[s].end);
}
std::span<const MoneySpan> Scene::money(std::uint32_t s) const {
    return part(findings_.money, money_[s].begin, money_[s].end);
}
std::span<const PhaseSpan> Scene::phases(std::uint32_t s) const {
    return part(findings_.phases, phases_[s].begin, phases_[s].end);
}

void Scene::mark_names() {
    for (std::uint32_t m = 0; m < findings_.mentions.size(); ++m) {
        const Mention& mention = findings_.mentions[m];
        if (mention.reference) continue;
        for (std::uint32_t at = mention.first; at < mention.end; ++at) named_[at] = m + 1;
    }
    for (std::uint32_t s = 0; s < sentence_count(); ++s) {
        for (std::uint32_t at = sentence(s).first; at < sentence(s).end; ++at)
            sentence_triggers_[s] |= marked_.at[at];
    }
}

const Mention* Scene::mention_at(std::uint32_t token) const {
    return named_[token] == 0 ? nullptr : &findings_.mentions[named_[token] - 1];
}

/// Members are separated by commas and "and", with articles, adjectives, head nouns, brackets and places
/// between.
bool Scene::joined(const Mention& a, const Mention& b) const {
    if (b.first < a.end) return false;
    if (b.first - a.end > kLongestGap) {
        // A long bracket may stand between.
        const Token& next = findings_.tokens[a.end];
        if (next.kind != TokenKind::BracketOpen || next.partner == 0 || next.partner >= b.first ||
            b.first - next.partner > kLongestGap)
            return false;
    }
    bool has_separator = false;
    std::uint32_t free_words = 0;
    for (std::uint32_t at = a.end; at < b.first; ++at) {
        const Token& token = findings_.tokens[at];
        if (token.kind == TokenKind::BracketOpen && token.partner > at && token.partner < b.first) {
            at = token.partner;
            continue;
        }
        if (token.kind == TokenKind::QuoteOpen || token.kind == TokenKind::QuoteClose) continue;
        if (is_one_of<kClauseWords>(token.key)) return false;
        const bool is_separator = is_mark(token, ",") || is_mark(token, "/") || tells(at, bit(Trigger::And));
        has_separator = has_separator || is_separator;
        if (is_separator || named_[at] != 0 || is_one_of<kSmallWords>(token.key)) continue;
        if (token.kind != TokenKind::Word || tells(at, kVerbs) || ++free_words > kFreeWords) return false;
    }
    return has_separator;
}

void Scene::join_enumerations() {
    std::array<std::uint32_t, 16> last{};  // by family: mention + 1
    std::uint32_t current = 0;
    for (std::uint32_t m = 0; m < findings_.mentions.size(); ++m) {
        const Mention& mention = findings_.mentions[m];
        joint_[m] = m;
        if (mention.entities.empty()) continue;
        if (mention.sentence != current) last.fill(0);
        current = mention.sentence;
        auto& before = last.at(static_cast<std::size_t>(family(kind(mention.entities.front()))));
        if (before != 0 && joined(findings_.mentions[before - 1], mention)) joint_[m] = joint_[before - 1];
        before = m + 1;
    }
}

bool Scene::is_relative_start(std::uint32_t comma, std::uint32_t end) const {
    std::uint32_t at = comma + 1;
    if (at < end && is_one_of<kRelativePrepositions>(findings_.tokens[at].key)) ++at;
    if (at >= end || !is_one_of<kRelativeWords>(findings_.tokens[at].key)) return false;
    // ", der TU und der GmbH": an article in front of a name goes on with the enumeration.
    return at + 1 >= end || named_[at + 1] == 0 || comma == 0 || named_[comma - 1] == 0;
}

/// German adjectives in a row have one ending; what they stand before follows at once.
bool Scene::is_between_adjectives(std::uint32_t comma, std::uint32_t end) const {
    if (findings_.language != "de" || comma == 0 || comma + 2 >= end) return false;
    const Token& before = findings_.tokens[comma - 1];
    const Token& after = findings_.tokens[comma + 1];
    const bool is_pair = before.kind == TokenKind::Word && after.kind == TokenKind::Word &&
                         before.writing == Writing::Lower && after.writing == Writing::Lower &&
                         findings_.tokens[comma + 2].writing != Writing::Lower;
    if (!is_pair || is_one_of<kRelativeWords>(after.key)) return false;
    static constexpr std::array<std::string_view, 5> kEndings{"en", "er", "em", "es", "e"};
    return std::ranges::any_of(kEndings, [&](std::string_view ending) {
        return before.key.ends_with(ending) && after.key.ends_with(ending) &&
               before.key.size() > ending.size() + 3;
    });
}

std::optional<std::uint32_t> Scene::segment_head(std::uint32_t mark, std::uint32_t end,
                                                 std::uint32_t last_named) const {
    constexpr std::uint32_t kNear = 3;
    constexpr std::uint32_t kToNext = 5;
    const Key& key = findings_.tokens[mark].key;
    if (key == ";" || key == ":" || key == "–" || key == "—") return 0;
    if (key != ",") return std::nullopt;
    if (is_relative_start(mark, end))
        return last_named != 0 && mark - last_named <= kNear ? named_[last_named] : 0;
    if (is_between_adjectives(mark, end)) return std::nullopt;  // "a strategic, international network"
    // Between members of one enumeration the segment goes on.
    std::uint32_t next = mark + 1;
    while (next < end && next < mark + kToNext && named_[next] == 0) ++next;
    const bool goes_on = last_named != 0 && next < end && named_[next] != 0 &&
                         joint_[named_[next] - 1] == joint_[named_[last_named] - 1];
    return goes_on ? std::nullopt : std::optional(0U);
}

void Scene::cut_segments() {
    std::uint32_t segment = 0;
    segment_triggers_.assign(1, 0);
    segment_heads_.assign(1, 0);
    const auto cut = [&](std::uint32_t head) {
        ++segment;
        segment_triggers_.push_back(0);
        segment_heads_.push_back(head);
    };
    for (const Sentence& sentence : findings_.sentences) {
        cut(0);
        std::uint32_t last_named = 0;
        for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
            const Token& token = findings_.tokens[at];
            if (named_[at] != 0) last_named = at;
            if (named_[at] == 0 && token.kind == TokenKind::Mark) {
                if (const auto head = segment_head(at, sentence.end, last_named)) cut(*head);
            }
            segments_[at] = segment;
            // "electrolysis without desalination": a topic's own words deny nothing.
            const bool is_born =
                token.key == "ne" && token.range.end - token.range.begin > 2;  // "Né en 2010"
            const bool is_month =  // "on 12 May": what may be is written small
                token.key == "may" && token.writing == Writing::Capital && at > sentence.first;
            TriggerSet said =
                named_[at] == 0 && !is_born ? marked_.at[at] : marked_.at[at] & ~bit(Trigger::Negation);
            if (is_month) said &= ~bit(Trigger::Possible);
            segment_triggers_[segment] |= said;
        }
    }
}

bool Scene::segment_tells(std::uint32_t token, TriggerSet set) const {
    return (segment_triggers_[segments_[token]] & set) != 0;
}

/// What stands in headings and early is what a text is about.
void Scene::weigh() {
    for (const Mention& mention : findings_.mentions) {
        const bool is_heading = sentence(mention.sentence).kind == SentenceKind::Heading;
        double weight = mention.sentence < kEarlySentences ? kEarlyWeight : kLaterWeight;
        if (is_heading) weight = mention.sentence < kEarlySentences ? kHeadingWeight : kEarlyWeight;
        for (const std::uint32_t entity : mention.entities)
            weights_[entity] += weight / static_cast<double>(mention.entities.size());
    }
    for (std::uint32_t entity = 0; entity < weights_.size(); ++entity) {
        auto& best = main_.at(static_cast<std::size_t>(kind(entity)));
        if (!best || weights_[entity] > weights_[*best]) best = entity;
    }
}

std::optional<std::uint32_t> Scene::main(KindSet set) const {
    std::optional<std::uint32_t> best;
    for (std::size_t kind = 0; kind < main_.size(); ++kind) {
        if (!main_.at(kind) || !has_kind(set, static_cast<EntityKind>(kind))) continue;
        if (!best || weights_[*main_.at(kind)] > weights_[*best]) best = main_.at(kind);
    }
    return best;
}

std::vector<std::uint32_t> Scene::telling(std::uint32_t s, TriggerSet set) const {
    std::vector<std::uint32_t> out;
    if (!sentence_tells(s, set)) return out;
    for (std::uint32_t at = sentence(s).first; at < sentence(s).end; ++at) {
        if (tells(at, set) && named_[at] == 0) out.push_back(at);
    }
    return out;
}

std::optional<std::uint32_t> Scene::first_telling(std::uint32_t first, std::uint32_t end,
                                                  TriggerSet set) const {
    end = std::min(end, static_cast<std::uint32_t>(findings_.tokens.size()));
    for (std::uint32_t at = first; at < end; ++at) {
        if (tells(at, set) && named_[at] == 0) return at;
    }
    return std::nullopt;
}

bool Scene::is_of(const Mention& mention, KindSet set) const {
    return std::ranges::any_of(mention.entities,
                               [&](std::uint32_t entity) { return has_kind(set, kind(entity)); });
}

Entities Scene::entities(const Mention& mention, KindSet set) const {
    Entities out;
    for (const std::uint32_t entity : mention.entities) {
        if (has_kind(set, kind(entity))) out.push_back(entity);
    }
    return out;
}

Part Scene::all(std::uint32_t s, KindSet set, std::uint32_t first, std::uint32_t end) const {
    Part out{.at = first};
    for (const Mention& mention : mentions(s)) {
        if (mention.first < first || mention.end > end || !is_of(mention, set) || is_attributive(mention))
            continue;
        for (const std::uint32_t entity : mention.entities) {
            if (!has_kind(set, kind(entity)) || std::ranges::find(out.entities, entity) != out.entities.end())
                continue;
            if (out.entities.empty()) out.at = mention.first;
            out.entities.push_back(entity);
        }
    }
    return out;
}

Part Scene::all(std::uint32_t s, KindSet set) const {
    return all(s, set, sentence(s).first, sentence(s).end);
}

Part Scene::enumeration(std::uint32_t s, std::size_t mention, KindSet set) const {
    const std::uint32_t joint = joint_[mentions_[s].begin + mention];
    Part out{.at = findings_.mentions[joint].first};
    for (std::uint32_t m = mentions_[s].begin; m < mentions_[s].end; ++m) {
        if (joint_[m] != joint || is_attributive(findings_.mentions[m])) continue;
        for (const std::uint32_t entity : findings_.mentions[m].entities) {
            const bool is_new =
                has_kind(set, kind(entity)) && std::ranges::find(out.entities, entity) == out.entities.end();
            if (is_new) out.entities.push_back(entity);
        }
    }
    return out;
}

std::optional<Part> Scene::nearest(std::uint32_t s, std::uint32_t token, KindSet set, Side side) const {
    const auto found = mentions(s);
    std::optional<std::size_t> best;
    const auto fits = [&](std::size_t i) { return is_of(found[i], set) && !is_attributive(found[i]); };
    if (side == Side::Before) {
        for (std::size_t i = found.size(); i-- > 0 && !best;) {
            if (found[i].end <= token && fits(i)) best = i;
        }
    } else {
        for (std::size_t i = 0; i < found.size() && !best; ++i) {
            if (found[i].first > token && fits(i)) best = i;
        }
    }
    if (!best) return std::nullopt;
    Part out = enumeration(s, *best, set);
    if (side == Side::After) out.at = found[*best].first;
    return out;
}

std::optional<Part> Scene::relative_head(std::uint32_t s, std::uint32_t token, KindSet set) const {
    const std::uint32_t head = segment_heads_[segments_[token]];
    if (head == 0) return std::nullopt;
    const Mention& mention = findings_.mentions[head - 1];
    if (mention.sentence != s || !is_of(mention, set)) return std::nullopt;
    return Part{.entities = entities(mention, set), .at = mention.first};
}

std::optional<Part> Scene::subject(std::uint32_t s, std::uint32_t token, KindSet set) const {
    if (auto head = relative_head(s, token, set)) return head;
    auto before = nearest(s, token, set, Side::Before);
    auto after = nearest(s, token, set, Side::After);
    // "A is a member of B and aims at …": the first of the clause goes on.
    if (before && token > sentence(s).first && tells(token - 1, bit(Trigger::And))) {
        for (const Mention& mention : mentions(s)) {
            if (mention.first >= before->at || segments_[mention.first] != segments_[token] ||
                !is_of(mention, set))
                continue;
            before = Part{.entities = entities(mention, set), .at = mention.first};
            break;
        }
    }
    const auto is_here = [&](const std::optional<Part>& part) {
        return part && segments_[part->at] == segments_[token];
    };
    if (is_here(before)) return before;
    if (is_here(after)) return after;
    if (before) return before;
    if (after) return after;
    return context(s, set);
}

std::optional<Part> Scene::closest(std::uint32_t s, std::uint32_t token, KindSet set) const {
    if (auto head = relative_head(s, token, set)) return head;
    auto before = nearest(s, token, set, Side::Before);
    auto after = nearest(s, token, set, Side::After);
    if (before && after) {
        const bool is_before_here = segments_[before->at] == segments_[token];
        const bool is_after_here = segments_[after->at] == segments_[token];
        if (is_before_here != is_after_here) return is_before_here ? before : after;
        return token - before->at <= after->at - token ? before : after;
    }
    if (before) return before;
    if (after) return after;
    return context(s, set);
}

std::optional<Part> Scene::told_project(std::uint32_t s, std::uint32_t token) const {
    if (auto head = relative_head(s, token, kProject)) return head;
    auto before = nearest(s, token, kProject, Side::Before);
    auto after = nearest(s, token, kProject, Side::After);
    if (after && segments_[after->at] == segments_[token] &&
        (!before || segments_[before->at] != segments_[token]))
        return after;
    if (before) return before;
    auto spoken = context(s, kProject);
    return spoken && (!after || spoken->entities != after->entities) ? spoken : after;
}

std::optional<Part> Scene::spoken_of(std::uint32_t s, KindSet set) const {
    const std::uint32_t first = s > kContextSentences ? s - kContextSentences : 0;
    for (std::uint32_t earlier = s; earlier-- > first;) {
        const bool is_near = sentence(earlier).paragraph == sentence(s).paragraph ||
                             sentence(earlier).kind == SentenceKind::Heading || earlier + 1 == s;
        if (!is_near || sentence(earlier).kind == SentenceKind::Furniture) continue;
        for (const Mention& mention : mentions(earlier)) {
            if (is_of(mention, set) && !is_attributive(mention))
                return Part{entities(mention, set), sentence(s).first, true, earlier};
        }
    }
    return std::nullopt;
}

std::optional<Part> Scene::context(std::uint32_t s, KindSet set) const {
    if (auto near = spoken_of(s, set)) return near;
    if (const auto entity = main(set)) return Part{{*entity}, sentence(s).first, true, s};
    return std::nullopt;
}

bool Scene::is_attributive(const Mention& mention) const {
    if (mention.reference || mention.end == 0) return false;
    const Key& key = findings_.tokens[mention.end - 1].key;
    const std::size_t hyphen = key.rfind('-');
    if (hyphen == std::string::npos || hyphen == 0) return false;
    const std::string_view last = std::string_view(key).substr(hyphen + 1);
    return begins_with_one_of<kAttributes>(last);
}

bool Scene::all_of_kind(std::uint32_t first, std::uint32_t end, KindSet set) const {
    bool has_one = false;
    for (std::uint32_t at = first; at < end; ++at) {
        if (named_[at] == 0) continue;
        has_one = true;
        if (!is_of(findings_.mentions[named_[at] - 1], set)) return false;
    }
    return has_one;
}

bool Scene::only_small_words(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at) {
        const Token& token = findings_.tokens[at];
        const bool is_quote = token.kind == TokenKind::QuoteOpen || token.kind == TokenKind::QuoteClose;
        if (!is_quote && !is_one_of<kSmallWords>(token.key)) return false;
    }
    return true;
}

}  // namespace kontor::press
