// SPDX-License-Identifier: EUPL-1.2
#include "service/mentions.hpp"

#include <algorithm>

#include "service/free_text.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace kontor::service {
namespace {

using base::Done;
using base::ErrorCode;
using base::Outcome;
using model::Record;
using model::RecordKind;
using text::WordRange;

/// Those in which people write; the others join records or come from vocabularies.
constexpr RecordKind kKindsWithTexts[] = {
    RecordKind::Source,  RecordKind::Organisation, RecordKind::Programme,  RecordKind::Call,
    RecordKind::Project, RecordKind::Agreement,    RecordKind::Delegation, RecordKind::Claim,
    RecordKind::Person,  RecordKind::News};

/// Words beside a mention, in bytes.
constexpr std::size_t kBeside = 70;

std::string folded_key(std::string_view text) {
    return text::collapsed_umlauts(text::folded(text));
}

std::string first_word(std::string_view phrase) {
    text::WordCursor cursor(phrase);
    WordRange word;
    return cursor.next(word) ? folded_key(phrase.substr(word.begin, word.end - word.begin)) : std::string();
}

bool is_inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

std::vector<SnippetSegment> excerpt(std::string_view text, WordRange words) {
    std::size_t begin = words.begin > kBeside ? words.begin - kBeside : 0;
    while (is_inside_character(text, begin)) ++begin;
    std::size_t end = std::min<std::size_t>(text.size(), words.end + kBeside);
    while (is_inside_character(text, end)) --end;
    const auto part = [&](std::size_t from, std::size_t to) {
        return std::string(text.substr(from, to - from));
    };
    std::vector<SnippetSegment> out;
    const std::string before = (begin > 0 ? "… " : "") + part(begin, words.begin);
    const std::string after = part(words.end, end) + (end < text.size() ? " …" : "");
    if (!before.empty()) out.push_back({before, false});
    out.push_back({part(words.begin, words.end), true});
    if (!after.empty()) out.push_back({after, false});
    return out;
}

std::string without(std::string_view text, const std::vector<WordRange>& words) {
    std::string out;
    std::size_t at = 0;
    for (const WordRange word : words) {
        out += text.substr(at, word.begin - at);
        out += Mentions::kBlank;
        at = word.end;
    }
    out += text.substr(at);
    return out;
}

base::Error not_there(const std::string& kind, const std::string& id) {
    return {ErrorCode::RecordNotFound, {{"kind", kind}, {"id", id}}, {.file = {}, .field = "blank"}, {}};
}

}  // namespace

Mentions::Mentions(const Knowledge& knowledge, const Asker& asker, const model::Person& person)
    : knowledge_(knowledge), asker_(asker), person_(person), view_(knowledge.view(asker)) {
    finders_.push_back(text::PhraseFinder::for_name(person.name));
    first_words_.push_back(first_word(person.name));
    if (person.email.empty()) return;
    finders_.push_back(text::PhraseFinder::for_address(person.email));
    first_words_.push_back(first_word(person.email));
}

std::vector<WordRange> Mentions::in(std::string_view text) const {
    std::vector<WordRange> all;
    for (const text::PhraseFinder& finder : finders_) {
        const auto found = finder.find(text);
        all.insert(all.end(), found.begin(), found.end());
    }
    std::sort(all.begin(), all.end(), [](WordRange a, WordRange b) { return a.begin < b.begin; });
    std::size_t kept = 0;
    for (const WordRange one : all) {
        if (kept == 0 || one.begin >= all[kept - 1].end) all[kept++] = one;
    }
    all.resize(kept);
    return all;
}

bool Mentions::is_in(Record& record) const {
    bool found = false;
    visit_free_texts(record, [&](std::string_view, const std::string& text, TextUse) {
        found = found || std::any_of(finders_.begin(), finders_.end(),
                                     [&](const auto& finder) { return !finder.find(text).empty(); });
    });
    return found;
}

/// What goes with the person is no other record.
bool Mentions::is_own(const Key& key) const {
    return (key.first == RecordKind::Person && key.second == person_.id) ||
           (key.first == RecordKind::Claim && own_claims_.count(key.second) > 0);
}

Outcome Mentions::find() {
    const auto claims = knowledge_.store().referring(RecordKind::Claim, "subject", person_.id);
    if (!claims) return claims.errors();
    for (const Record& record : claims.value()) {
        if (std::get<model::Claim>(record).subject_kind == RecordKind::Person)
            own_claims_.insert(model::id_of(record));
    }
    std::set<Key> known;
    if (auto done = find_present(known); !done) return done;
    return find_earlier(known);
}

Outcome Mentions::find_present(std::set<Key>& known) {
    for (const RecordKind kind : kKindsWithTexts) {
        std::vector<Record> hits;
        const auto scanned = knowledge_.store().scan(kind, [&](Record&& record) {
            if (!is_own({kind, model::id_of(record)}) && is_in(record)) hits.push_back(std::move(record));
            return found_.size() + hits.size() < kRecords;
        });
        if (!scanned) return scanned;
        for (Record& record : hits) {
            known.emplace(kind, model::id_of(record));
            const Record said = record;
            add(said, std::move(record));
        }
    }
    return Done{};
}

Outcome Mentions::find_earlier(const std::set<Key>& known) {
    const auto candidates = knowledge_.store().earlier_where([&](std::string_view json) {
        const std::string folded = folded_key(json);
        return std::any_of(first_words_.begin(), first_words_.end(), [&](const std::string& word) {
            return !word.empty() && folded.find(word) != std::string::npos;
        });
    });
    if (!candidates) return candidates.errors();
    for (const store::Erasure& each : candidates.value()) {
        const Key key{each.kind, each.id};
        if (known.count(key) > 0 || is_own(key) || found_.size() >= kRecords) continue;
        const auto steps = knowledge_.store().history(each.kind, each.id);
        if (!steps) return steps.errors();
        for (auto step = steps.value().rbegin(); step != steps.value().rend(); ++step) {
            Record said = step->before ? *step->before : Record();
            // What was said of this person went, or goes, with the person.
            const auto* claim = std::get_if<model::Claim>(&said);
            const bool is_of_person = claim != nullptr && claim->subject_kind == RecordKind::Person;
            if (!step->before || is_of_person || !is_in(said)) continue;
            auto present = knowledge_.store().read(each.kind, each.id);
            if (!present) return present.errors();
            add(said, std::move(present).value());
            break;
        }
    }
    return Done{};
}

/// `said`: the version that has the words, the present one or an earlier one.
void Mentions::add(const Record& said, std::optional<Record> present) {
    const bool is_earlier = !present || !(*present == said);
    const auto shown = view_.records.sight().shown(said);
    if (!shown || (present && !view_.records.sight().shown(*present))) return;
    Found found{.key = {model::kind_of(said), model::id_of(said)}, .present = std::move(present)};
    const auto current = knowledge_.current();
    const Record& kept = found.present ? *found.present : said;
    const auto kept_by = keepers(kept, *current->picture, *current->rules);
    found.may_blank = permit(asker_, editing(found.key.first), kept_by);
    add_places(*shown, found, is_earlier);
    if (found.mentions.empty()) return;
    view_.records.note(*shown);
    found_.push_back(std::move(found));
}

void Mentions::add_places(Record shown, Found& found, bool is_earlier) {
    const Ref ref{std::string(model::word(found.key.first)), found.key.second,
                  name_of(shown, asker_.language)};
    visit_free_texts(shown, [&](std::string_view field, const std::string& text, TextUse use) {
        for (const WordRange words : in(text)) {
            PersonMention mention;
            mention.record = ref;
            mention.field = field;
            mention.excerpt = excerpt(text, words);
            mention.earlier = is_earlier;
            mention.may_blank = use == TextUse::Free && found.may_blank.ok();
            found.mentions.push_back(std::move(mention));
        }
    });
}

void Mentions::take_out(Record& record) const {
    visit_free_texts(record, [&](std::string_view, std::string& text, TextUse use) {
        if (use == TextUse::Identity) return;
        if (const auto words = in(text); !words.empty()) text = without(text, words);
    });
}

Outcome Mentions::put_blanked(const Found& found, store::WriteBatch& batch) {
    const auto& [kind, id] = found.key;
    if (!blanked_.insert(found.key).second) return Done{};
    if (found.present) {
        Record next = *found.present;
        take_out(next);
        if (base::Errors faults = model::validate(next); !faults.empty()) return faults;
        const auto version = knowledge_.store().version(kind, id);
        if (!version) return version.errors();
        batch.expected.push_back({kind, id, version.value()});
        batch.puts.push_back(std::move(next));
    }
    batch.redactions.push_back({kind, id, [this](Record& before) { take_out(before); }});
    return Done{};
}

Outcome Mentions::blank(const std::vector<std::string>& chosen, store::WriteBatch& batch) {
    base::Errors faults;
    const auto collect = [&](Outcome done) {
        if (!done) faults.insert(faults.end(), done.errors().begin(), done.errors().end());
    };
    const auto has_free_text = [](const Found& found) {
        return std::any_of(found.mentions.begin(), found.mentions.end(),
                           [](const PersonMention& mention) { return mention.may_blank; });
    };
    for (const std::string& one : chosen) {
        const std::size_t slash = one.find('/');
        const auto kind = model::from_word<RecordKind>(std::string_view(one).substr(0, slash));
        if (one == "all") {
            for (const Found& found : found_) {
                if (has_free_text(found)) collect(put_blanked(found, batch));
            }
        } else if (slash == std::string::npos || !kind) {
            faults.push_back({ErrorCode::ValueNotAllowed,
                              {{"value", one}, {"allowed", "all, organisation/…, project/…"}},
                              {.file = {}, .field = "blank"},
                              {}});
        } else {
            const std::string id = one.substr(slash + 1);
            const auto found = std::find_if(found_.begin(), found_.end(), [&](const Found& each) {
                return each.key == Key{*kind, id};
            });
            if (found == found_.end() || (found->may_blank.ok() && !has_free_text(*found))) {
                faults.push_back(not_there(one.substr(0, slash), id));
            } else if (!found->may_blank.ok()) {
                collect(found->may_blank);
            } else {
                collect(put_blanked(*found, batch));
            }
        }
    }
    if (!faults.empty()) return faults;
    return Done{};
}

PersonMentions Mentions::answer() const {
    PersonMentions out;
    for (const Found& found : found_) {
        out.total += static_cast<std::int64_t>(found.mentions.size());
        for (const PersonMention& mention : found.mentions) {
            if (out.mentions.size() == kListed) break;
            out.mentions.push_back(mention);
            out.mentions.back().blanked = mention.may_blank && blanked_.count(found.key) > 0;
        }
    }
    out.blanked = static_cast<std::int64_t>(blanked_.size());
    return out;
}

}  // namespace kontor::service
