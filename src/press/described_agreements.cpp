// SPDX-License-Identifier: EUPL-1.2
// Agreements without a name: "a letter of intent", "un accord de coopération", "eine Absichtserklärung",
// where the sentence tells that somebody signed it or between whom it is.
#include <algorithm>
#include <array>

#include "press/candidates.hpp"
#include "press/one_of.hpp"

namespace kontor::press {
namespace {

constexpr int kDescribedWeight = 30;
constexpr std::uint32_t kPhraseWords = 5;

constexpr auto kNouns = std::to_array<std::string_view>({"absichtserklarung",
                                                         "kooperationsvereinbarung",
                                                         "vereinbarung",
                                                         "abkommen",
                                                         "kooperationsabkommen",
                                                         "memorandum",
                                                         "kooperationsvertrag",
                                                         "partnerschaftsvertrag",
                                                         "rahmenvereinbarung",
                                                         "partnerschaftsvereinbarung",
                                                         "letter",
                                                         "lettre",
                                                         "agreement",
                                                         "accord",
                                                         "protocole",
                                                         "mou",
                                                         "arrangement",
                                                         "entente",
                                                         "partnerschaftsabkommen",
                                                         "charta",
                                                         "erklarung",
                                                         "convention",
                                                         "charter",
                                                         "charte",
                                                         "pact",
                                                         "pacte",
                                                         "accord-cadre",
                                                         "loi",
                                                         "partenariat",
                                                         "manifest",
                                                         "manifesto",
                                                         "manifeste",
                                                         "protocol",
                                                         "declaration",
                                                         "kooperation",
                                                         "zusammenarbeit",
                                                         "partnerschaft"});
// What is agreed on by these verbs alone; elsewhere the nouns mean that something is done together.
constexpr auto kOpen = std::to_array<std::string_view>({"kooperation", "zusammenarbeit", "partnerschaft"});
constexpr auto kSigning = std::to_array<std::string_view>(
    {"sign",        "unterzeichn", "unterschr",  "besiegel",  "conclu",        "paraph",
     "geschlossen", "schlossen",   "schloss",    "agreed",    "zwischen",      "between",
     "entre",       "vereinbart",  "schliessen", "schliesst", "abgeschlossen", "abschliess",
     "scelle",      "ratif",       "initialled", "entered"});

class DescribedAgreements {
public:
    DescribedAgreements(const View& view, Candidates& out) : view_(view), out_(out) {}

    void find() {
        for (std::uint32_t i = 0; i < view_.size(); ++i) {
            if (!view_.is_word(i) || !is_paper(i)) continue;
            if (view_.has_key(i, "letter") && !view_.has_key(i + 1, "of")) continue;
            if (view_.has_key(i, "lettre") && !view_.has_key(i + 1, "d'")) continue;
            if (view_.language == Language::German && !view_.is_capital(i)) continue;
            if (view_.has_key(i, "loi") && view_.tokens[i].writing == Writing::Lower) continue;
            if (view_.has_key(i, "partenariat") && !follows_signing(i)) continue;
            if (is_open(i) && !is_agreed_on(i)) continue;
            if (!is_signed(view_.tokens[i].sentence)) continue;
            if (end_of(i) == i + 1 && begin_of(i) == i && is_told_before(i)) continue;
            push(begin_of(i), end_of(i));
        }
    }

private:
    /// Also "Verwaltungsvereinbarung", "Handelsabkommen".
    [[nodiscard]] bool is_paper(std::uint32_t i) const {
        const Key& key = view_.tokens[i].key;
        if (is_one_of<kNouns>(key)) return true;
        return view_.language == Language::German &&
               (key.ends_with("vereinbarung") || key.ends_with("abkommen") || key.ends_with("erklarung")) &&
               !key.ends_with("zielvereinbarung") && !key.starts_with("datenschutz");
    }

    [[nodiscard]] bool is_open(std::uint32_t i) const { return is_one_of<kOpen>(view_.tokens[i].key); }

    /// "haben eine enge Zusammenarbeit vereinbart", "besiegelten eine strategische Partnerschaft", "hat eine
    /// Kooperation auf den Weg gebracht".
    [[nodiscard]] bool is_agreed_on(std::uint32_t noun) const {
        constexpr std::uint32_t kBack = 4;
        static constexpr auto kVerbs =
            std::to_array<std::string_view>({"vereinbart", "besiegel", "unterzeichn", "geschlossen",
                                             "schlossen", "eingegangen", "beschlossen"});
        bool is_one = false;
        for (std::uint32_t back = 1; back <= kBack && back <= noun; ++back)
            is_one = is_one || view_.has_key(noun - back, "eine") || view_.has_key(noun - back, "einer");
        if (!is_one) return false;
        const Sentence& whole = view_.sentences[view_.tokens[noun].sentence];
        for (std::uint32_t i = whole.first; i < whole.end; ++i) {
            const std::string& key = view_.tokens[i].key;
            if (begins_with_one_of<kVerbs>(key)) return true;
            if (key == "weg" && (view_.has_key(i + 1, "gebracht") || view_.has_key(i + 1, "bringen")))
                return true;
        }
        return false;
    }

    [[nodiscard]] bool is_signed(std::uint32_t sentence) const {
        const Sentence& whole = view_.sentences[sentence];
        for (std::uint32_t i = whole.first; i < whole.end; ++i) {
            const std::string& key = view_.tokens[i].key;
            if (key == "weg" && view_.has_key(i + 1, "gebracht")) return true;
            if (begins_with_one_of<kSigning>(key)) return true;
            if ((key == "name" || key == "names") && view_.has_key(i + 1, "to")) return true;
        }
        return false;
    }

    /// "Das Abkommen haben auch … unterzeichnet": the one that was told before.
    [[nodiscard]] bool is_told_before(std::uint32_t i) const {
        static constexpr auto kDefinite =
            std::to_array<std::string_view>({"das", "die", "dem", "der", "the", "this", "le", "la", "l'",
                                             "cet", "cette", "ce", "diese", "dieses", "dieser", "diesem"});
        const bool is_definite =
            i > 0 && is_one_of<kDefinite>(view_.tokens[i - 1].key) && view_.is(i, WordClass::Reference);
        return is_definite && std::ranges::any_of(out_, [&](const Candidate& one) {
                   return one.kind == EntityKind::Agreement && one.end < i &&
                          view_.sentences[view_.tokens[one.first].sentence].kind != SentenceKind::Heading;
               });
    }

    /// "ont signé un partenariat": elsewhere the noun is no paper.
    [[nodiscard]] bool follows_signing(std::uint32_t i) const {
        for (std::uint32_t back = 1; back <= 4 && back <= i && view_.same_sentence(i - back, i); ++back) {
            if (view_.tokens[i - back].key.starts_with("sign") ||
                view_.tokens[i - back].key.starts_with("conclu"))
                return true;
        }
        return false;
    }

    /// "cooperation agreement": English nouns stand in front.
    [[nodiscard]] std::uint32_t begin_of(std::uint32_t noun) const {
        // "eine enge Zusammenarbeit": the adjective tells which.
        if (is_open(noun) && view_.same_sentence(noun - 1, noun) && !view_.is_small(noun - 1) &&
            view_.tokens[noun - 1].writing == Writing::Lower)
            return noun - 1;
        const bool has_front = view_.language == Language::English && noun > 0 && view_.is_word(noun - 1) &&
                               view_.same_sentence(noun - 1, noun) && !view_.is_small(noun - 1) &&
                               !view_.is_capital(noun - 1) && !view_.has_key(noun, "letter") &&
                               !view_.has_key(noun, "memorandum") && !is_signing(noun - 1);
        return has_front ? noun - 1 : noun;
    }

    /// "Musterland and Musterburg sign agreement": a heading's verb.
    [[nodiscard]] bool is_signing(std::uint32_t i) const {
        const Key& key = view_.tokens[i].key;
        return key.starts_with("sign") || key.starts_with("ink") || key.starts_with("reach") ||
               key.starts_with("conclud") || key.starts_with("seal");
    }

    /// "letter of intent", "accord de coopération", "Memorandum of Understanding".
    [[nodiscard]] std::uint32_t end_of(std::uint32_t noun) const {
        std::uint32_t end = noun + 1;
        const bool is_led = view_.has_key(end, "of") || view_.has_key(end, "de") || view_.has_key(end, "d'");
        if (!is_led || !view_.same_sentence(noun, end + 1) || !view_.is_word(end + 1)) return end;
        if (view_.is(end + 1, WordClass::Article) || (view_.is_capital(end + 1) && !view_.is_capital(noun)))
            return end;
        end += 2;
        return std::min(end, noun + kPhraseWords);
    }

    void push(std::uint32_t first, std::uint32_t end) {
        Candidate made;
        made.first = made.name_first = first;
        made.end = made.name_end = end;
        made.kind = EntityKind::Agreement;
        made.kind_told = true;
        made.weight = kDescribedWeight;
        made.confidence = 0.7;
        made.rule = "described-agreement";
        out_.push_back(std::move(made));
    }

    const View& view_;
    Candidates& out_;
};

}  // namespace

void find_described_agreements(const View& view, Candidates& out) {
    DescribedAgreements(view, out).find();
}

}  // namespace kontor::press
