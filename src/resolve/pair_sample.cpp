// SPDX-License-Identifier: EUPL-1.2
#include "resolve/pair_sample.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "resolve/name_keys.hpp"
#include "resolve/parsed_name.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"

namespace kontor::resolve {
namespace {

constexpr std::size_t kNeighbours = 32;  // looked at to find the nearest name

std::uint64_t fnv(std::string_view text, std::uint64_t start = 14695981039346656037ULL) {
    std::uint64_t hash = start;
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    hash ^= hash >> 32;  // the low bits of FNV alone depend on little
    return hash * 0x9E3779B97F4A7C15ULL;
}

bool is_in(SamplePart part, const std::string& id) {
    if (part == SamplePart::All) return true;
    const bool is_odd = (fnv(id) >> 40) % 2 == 1;
    return is_odd == (part == SamplePart::Report);
}

/// "www.example.org" of "http://www.example.org/en"; empty when there is none.
std::string host_of(const std::string& web) {
    const std::size_t scheme = web.find("://");
    std::string_view rest(web);
    if (scheme != std::string::npos) rest.remove_prefix(scheme + 3);
    std::string host = text::folded(rest.substr(0, rest.find('/')));
    if (host.starts_with("www.")) host.erase(0, 4);
    return host;
}

std::string vat_of(const NamedRecord& record) {
    for (const model::Identifier& each : record.identifiers) {
        if (each.scheme == "VAT") return each.value;
    }
    return {};
}

bool equal_and_known(const std::string& a, const std::string& b) {
    return !a.empty() && a == b;
}

/// One direction: the bodies of one source asked for among those of the other.
class Drawing {
public:
    Drawing(const std::vector<SampleBody>& asked, const std::vector<SampleBody>& known, bool asked_is_first)
        : asked_(asked), known_(known), asked_is_first_(asked_is_first) {
        std::vector<ParsedName> names;
        for (std::size_t i = 0; i < known.size(); ++i) {
            by_id_.emplace(known[i].record.id, i);
            for (const model::Name& name : known[i].record.names) {
                if (name.type == model::NameType::Short) continue;
                names.push_back(parsed_name(name.text));
                folded_.push_back(text::folded(name.text));
                owners_.push_back(i);
            }
        }
        std::vector<const ParsedName*> all;
        for (const ParsedName& name : names) all.push_back(&name);
        keys_ = NameKeys(all);
    }

    /// Puts the pairs of one body into `met`, those whose names differ into `pairs` too, and into `renamed`
    /// those that are not alike; gives the bodies that the other source does not have.
    std::vector<std::size_t> draw_same(SamplePart part, PairSample& out) const {
        std::vector<std::size_t> strangers;
        for (std::size_t i = 0; i < asked_.size(); ++i) {
            const NamedRecord& record = asked_[i].record;
            if (record.names.empty() || !is_in(part, record.id)) continue;
            const auto found = by_id_.find(record.id);
            if (found == by_id_.end()) {
                strangers.push_back(i);
            } else {
                add_same(i, found->second, out);
            }
        }
        return strangers;
    }

    /// The body with the nearest name, when that is alike.
    [[nodiscard]] std::optional<SamplePair> nearest(std::size_t asked) const {
        const std::string name = text::folded(asked_[asked].record.names.front().text);
        double best = 0;
        std::size_t nearest = 0;
        const std::array<KeyPart, 1> parts{KeyPart{&keys_}};
        for (const FoundName& each : near_names(parts, parsed_name(name), kNeighbours)) {
            const double dice = text::trigram_similarity(name, folded_[each.name]);
            if (dice <= best) continue;
            best = dice;
            nearest = owners_[each.name];
        }
        if (best < kAlikeNames) return std::nullopt;
        return pair(asked, nearest, PairLabel::Other, best);
    }

    [[nodiscard]] bool is_clear(const SamplePair& found) const {
        return !correction(found.fingerprint) && !are_twins(asked_[found.asked], known_[found.known]);
    }

private:
    [[nodiscard]] SamplePair pair(std::size_t asked, std::size_t known, PairLabel label, double dice) const {
        return {asked,
                known,
                label,
                dice,
                pair_fingerprint(asked_[asked].record.id, known_[known].record.id),
                asked_is_first_};
    }

    void add_same(std::size_t asked, std::size_t known, PairSample& out) const {
        const std::string name = text::folded(asked_[asked].record.names.front().text);
        double dice = 0;
        bool is_equal = false;
        for (const model::Name& each : known_[known].record.names) {
            const std::string own = text::folded(each.text);
            is_equal = is_equal || own == name;
            if (each.type != model::NameType::Short)
                dice = std::max(dice, text::trigram_similarity(name, own));
        }
        const SamplePair found = pair(asked, known, PairLabel::Same, is_equal ? 1 : dice);
        if (found.dice >= kAlikeNames) out.met.push_back(found);
        if (!is_equal) (dice >= kAlikeNames ? out.pairs : out.renamed).push_back(found);
    }

    const std::vector<SampleBody>& asked_;
    const std::vector<SampleBody>& known_;
    bool asked_is_first_;
    std::unordered_map<std::string, std::size_t> by_id_;
    std::vector<std::string> folded_;
    std::vector<std::size_t> owners_;
    NameKeys keys_;
};

/// Where something comes in the order that the seed gives.
std::uint64_t place(std::uint64_t seed, std::string_view id, bool asked_is_first) {
    return fnv(id, fnv(asked_is_first ? "first" : "second", seed * 0x9E3779B97F4A7C15ULL));
}

struct Stranger {
    std::uint64_t place = 0;
    std::size_t body = 0;
    bool asked_is_first = true;
};

}  // namespace

namespace {

/// The first of them in the order that the seed gives: half of those wanted, or all.
void keep_half(std::vector<SamplePair>& pairs, const SampleOptions& options) {
    std::sort(pairs.begin(), pairs.end(), [&options](const SamplePair& a, const SamplePair& b) {
        const auto of = [&options](const SamplePair& pair) {
            return place(options.seed, std::to_string(pair.fingerprint), pair.asked_is_first);
        };
        return std::pair(of(a), a.fingerprint) < std::pair(of(b), b.fingerprint);
    });
    if (options.pairs > 0 && pairs.size() > options.pairs / 2) pairs.resize(options.pairs / 2);
}

}  // namespace

PairSample draw_pairs(const std::vector<SampleBody>& first, const std::vector<SampleBody>& second,
                      const SampleOptions& options) {
    PairSample out;
    const Drawing forth(first, second, true);
    const Drawing back(second, first, false);
    std::vector<Stranger> strangers;
    for (const bool is_forth : {true, false}) {
        const auto& asked = is_forth ? first : second;
        for (const std::size_t body : (is_forth ? forth : back).draw_same(options.part, out)) {
            strangers.push_back({place(options.seed, asked[body].record.id, is_forth), body, is_forth});
        }
    }
    out.alike_same = out.pairs.size();
    out.met_same = out.met.size();
    keep_half(out.pairs, options);
    keep_half(out.met, options);
    std::sort(strangers.begin(), strangers.end(), [](const Stranger& a, const Stranger& b) {
        return std::tuple(a.place, a.asked_is_first, a.body) < std::tuple(b.place, b.asked_is_first, b.body);
    });
    for (const Stranger& each : strangers) {
        if (options.pairs > 0 && out.pairs.size() >= options.pairs) break;
        const Drawing& drawing = each.asked_is_first ? forth : back;
        const auto found = drawing.nearest(each.body);
        if (!found) continue;
        if (!drawing.is_clear(*found)) {
            ++out.twins;
            continue;
        }
        out.pairs.push_back(*found);
        if (options.pairs == 0 || out.met.size() < options.pairs) out.met.push_back(*found);
    }
    return out;
}

std::uint64_t pair_fingerprint(const std::string& one, const std::string& other) {
    return fnv(std::min(one, other) + " " + std::max(one, other));
}

bool are_twins(const SampleBody& one, const SampleBody& other) {
    if (one.record.country.empty() || one.record.country != other.record.country) return false;
    const bool same_town =
        compare_towns(parsed_town(one.record.city), parsed_town(other.record.city)) == Agreement::Same;
    const bool same_place = same_town || equal_and_known(host_of(one.web), host_of(other.web)) ||
                            equal_and_known(vat_of(one.record), vat_of(other.record));
    if (!same_place) return false;
    for (const model::Name& name : one.record.names) {
        if (name.type == model::NameType::Short) continue;
        const ParsedName parsed = parsed_name(name.text);
        for (const model::Name& each : other.record.names) {
            const ParsedName own = parsed_name(each.text);
            const bool same_form =
                parsed.legal_form == own.legal_form || parsed.legal_form.empty() || own.legal_form.empty();
            if (each.type != model::NameType::Short && own.joined() == parsed.joined() && same_form)
                return true;
        }
    }
    return false;
}

}  // namespace kontor::resolve
