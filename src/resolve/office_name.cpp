// SPDX-License-Identifier: EUPL-1.2
#include "resolve/office_name.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "resolve/parsed_name.hpp"
#include "text/fold.hpp"
#include "text/name_words.hpp"

namespace kontor::resolve {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::size_t kEnding = 4;  // letters that grammar may add

// clang-format off
/// Beginnings of the adjectives of countries (German, English, French).
constexpr std::array kPolities = std::to_array<Pair>({
    {"allemand", "de"}, {"american", "us"}, {"americain", "us"}, {"amerikanisch", "us"}, {"austrian", "at"},
    {"autrichien", "at"}, {"belge", "be"}, {"belgian", "be"}, {"belgisch", "be"}, {"britannique", "gb"},
    {"britisch", "gb"}, {"british", "gb"}, {"bund", "bund"}, {"canadi", "ca"}, {"chines", "cn"}, {"chinois", "cn"},
    {"coreen", "kr"}, {"czech", "cz"}, {"danisch", "dk"}, {"danish", "dk"}, {"danois", "dk"}, {"deutsch", "de"},
    {"dutch", "nl"}, {"espagnol", "es"}, {"europa", "eu"}, {"europaisch", "eu"}, {"european", "eu"},
    {"europeen", "eu"}, {"federal", "bund"}, {"finlandais", "fi"}, {"finnisch", "fi"}, {"finnish", "fi"},
    {"francais", "fr"}, {"franzosisch", "fr"}, {"french", "fr"}, {"german", "de"}, {"grec", "gr"}, {"greek", "gr"},
    {"griechisch", "gr"}, {"hellenic", "gr"}, {"hongrois", "hu"}, {"hungarian", "hu"}, {"indian", "in"},
    {"indien", "in"}, {"indisch", "in"}, {"irish", "ie"}, {"irisch", "ie"}, {"irlandais", "ie"}, {"israel", "il"},
    {"italian", "it"}, {"italien", "it"}, {"italienisch", "it"}, {"japan", "jp"}, {"japanisch", "jp"},
    {"japonais", "jp"}, {"kanadisch", "ca"}, {"korean", "kr"}, {"koreanisch", "kr"}, {"luxembourg", "lu"},
    {"luxemburg", "lu"}, {"neerlandais", "nl"}, {"niederlandisch", "nl"}, {"norvegien", "no"},
    {"norwegian", "no"}, {"norwegisch", "no"}, {"osterreich", "at"}, {"osterreichisch", "at"}, {"polish", "pl"},
    {"polnisch", "pl"}, {"polonais", "pl"}, {"portugais", "pt"}, {"portugiesisch", "pt"}, {"portuguese", "pt"},
    {"schwedisch", "se"}, {"schweizer", "ch"}, {"spanisch", "es"}, {"spanish", "es"}, {"suedois", "se"},
    {"suisse", "ch"}, {"swedish", "se"}, {"swiss", "ch"}, {"tcheque", "cz"}, {"tschechisch", "cz"}, {"turc", "tr"},
    {"turkisch", "tr"}, {"turkish", "tr"}, {"turque", "tr"}, {"ukrain", "ua"}, {"ukrainien", "ua"},
    {"ukrainisch", "ua"}});
constexpr std::array kShortPolities = std::to_array<Pair>({
    {"eu", "eu"}, {"ue", "eu"}, {"uk", "gb"}, {"us", "us"}, {"usa", "us"}});
constexpr std::array kHeads = std::to_array<Pair>({
    {"commission", "commission"}, {"department", "department"}, {"kommission", "commission"},
    {"ministere", "ministry"}, {"ministerium", "ministry"}, {"ministry", "ministry"},
    {"parlament", "parliament"}, {"parlement", "parliament"}, {"parliament", "parliament"}});
/// Beginnings of the words for fields of government, as they also stand in German compounds.
constexpr std::array kFields = std::to_array<Pair>({
    {"agricultur", "agriculture"}, {"agrar", "agriculture"}, {"arbeit", "labour"}, {"aussen", "foreign"},
    {"auswartig", "foreign"}, {"bau", "building"}, {"bildung", "education"}, {"commerce", "trade"},
    {"culture", "culture"}, {"defence", "defence"}, {"defense", "defence"}, {"digital", "digital"},
    {"economic", "economy"}, {"economie", "economy"}, {"economy", "economy"}, {"education", "education"},
    {"energie", "energy"}, {"energy", "energy"}, {"enseignement", "education"}, {"environment", "environment"},
    {"environnement", "environment"}, {"ernahrung", "food"}, {"etranger", "foreign"}, {"famil", "family"},
    {"finanz", "finance"}, {"finance", "finance"}, {"food", "food"}, {"foreign", "foreign"},
    {"forschung", "research"}, {"gesundheit", "health"}, {"handel", "trade"}, {"health", "health"},
    {"infrastructur", "infrastructure"}, {"infrastruktur", "infrastructure"}, {"inner", "interior"},
    {"innovation", "innovation"}, {"innen", "interior"}, {"interieur", "interior"}, {"interior", "interior"},
    {"justice", "justice"}, {"justiz", "justice"}, {"klima", "climate"}, {"climat", "climate"},
    {"kultur", "culture"}, {"labor", "labour"}, {"labour", "labour"}, {"landwirtschaft", "agriculture"},
    {"recherche", "research"}, {"research", "research"}, {"sante", "health"}, {"science", "science"},
    {"technolog", "technology"}, {"tourism", "tourism"}, {"trade", "trade"}, {"transport", "transport"},
    {"travail", "labour"}, {"umwelt", "environment"}, {"verkehr", "transport"}, {"verteidigung", "defence"},
    {"wirtschaft", "economy"}, {"wissenschaft", "science"}});
/// Words that add nothing.
constexpr std::array kEmpty = std::to_array<std::string_view>({
    "affaires", "affairs", "angelegenheiten", "nationale", "schutz", "states", "united"});
// clang-format on

std::string_view beginning_in(const auto& list, std::string_view word) {
    std::string_view best;
    std::size_t longest = 0;
    for (const Pair& each : list) {
        const bool fits = word.starts_with(each.first) && word.size() <= each.first.size() + kEnding;
        if (!fits || each.first.size() <= longest) continue;
        longest = each.first.size();
        best = each.second;
    }
    return best;
}

std::string_view whole_in(const auto& list, std::string_view word) {
    const auto found = std::ranges::find(list, word, &Pair::first);
    return found == list.end() ? std::string_view() : found->second;
}

/// Gathers what the words say.
class Gathered {
public:
    /// Whether the word belongs into the name of an office.
    bool take(std::string_view word) {
        if (text::is_small_word(word) || std::ranges::find(kEmpty, word) != kEmpty.end()) return true;
        if (const auto polity = whole_in(kShortPolities, word); !polity.empty()) return set(polity_, polity);
        if (const auto head = whole_in(kHeads, word); !head.empty()) return set(head_, head);
        if (const auto field = beginning_in(kFields, word); !field.empty()) {
            fields_.emplace(field);
            return true;
        }
        if (const auto polity = beginning_in(kPolities, word); !polity.empty()) return set(polity_, polity);
        return take_compound(word);
    }
    void set_polity(std::string_view polity) { polity_ = polity; }

    [[nodiscard]] OfficeName name() const {
        const bool is_ministry = head_ == "ministry" || (head_ == "department" && polity_ == "us");
        if (is_ministry && !fields_.empty()) {
            OfficeName out{polity_, "ministry"};
            for (const std::string& field : fields_) out.function += " " + field;
            return out;
        }
        // Others have commissions and parliaments of many sorts.
        if (is_ministry || polity_ != "eu" || !fields_.empty() || head_ == "department") return {};
        return head_.empty() ? OfficeName() : OfficeName{polity_, head_};
    }

private:
    static bool set(std::string& what, std::string_view value) {
        if (!what.empty() && what != value) return false;
        what = value;
        return true;
    }
    /// "Bundesforschungsministerium".
    bool take_compound(std::string_view word) {
        constexpr std::string_view kFederal = "bundes";
        constexpr std::string_view kMinistry = "ministerium";
        if (!word.ends_with(kMinistry) || !set(head_, "ministry")) return false;
        word.remove_suffix(kMinistry.size());
        if (word.starts_with(kFederal)) {
            word.remove_prefix(kFederal.size());
            if (!set(polity_, "bund")) return false;
        }
        if (word.empty()) return true;
        const auto field = beginning_in(kFields, word);
        if (field.empty()) return false;
        fields_.emplace(field);
        return true;
    }

    std::string polity_;
    std::string head_;
    std::set<std::string> fields_;
};

}  // namespace

OfficeName office_name(std::string_view raw) {
    constexpr std::array<std::string_view, 4> kHints{"commission", "kommission", "minist", "parl"};
    const bool is_american = raw.find("department") != std::string_view::npos;
    const bool may_be = is_american || std::ranges::any_of(kHints, [raw](std::string_view hint) {
                            return raw.find(hint) != std::string_view::npos;
                        });
    if (!may_be) return {};
    Gathered gathered;
    if (is_american && raw.find("united states") != std::string_view::npos) gathered.set_polity("us");
    for (const std::string_view word : split_words(raw)) {
        if (!gathered.take(word)) return {};
    }
    return gathered.name();
}

std::string polity_in(const std::string& polity, const std::string& country) {
    return polity == "bund" && !country.empty() ? text::folded(country) : polity;
}

bool is_same_office(const OfficeName& one, const OfficeName& other) {
    return !one.function.empty() && one.function == other.function && !one.polity.empty() &&
           one.polity != "bund" && one.polity == other.polity;
}

}  // namespace kontor::resolve
