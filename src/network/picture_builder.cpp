// SPDX-License-Identifier: EUPL-1.2
#include "network/picture_builder.hpp"

#include <algorithm>
#include <cstring>
#include <utility>
#include <variant>

#include "network/picture_layout.hpp"
#include "network/picture_patch.hpp"
#include "network/picture_rows.hpp"

namespace kontor::network {
namespace {

constexpr int kMaxPhase = 32;

YesNo yes_no(const std::optional<bool>& value) {
    if (!value) return YesNo::Unknown;
    return *value ? YesNo::Yes : YesNo::No;
}

std::string text_for(const model::Texts& texts, std::string_view language) {
    const model::Text* text = model::best_text(texts, language);
    return text == nullptr ? std::string() : text->text;
}

template <class Row>
std::vector<Slot> slots_of(Table<Row>& table, std::span<const std::string> ids) {
    std::vector<Slot> out;
    out.reserve(ids.size());
    for (const std::string& id : ids) {
        if (const Slot slot = table.slot(id); slot != kNoSlot) out.push_back(slot);
    }
    return out;
}

std::vector<CapabilityRow> capabilities(Table<TopicEntry>& topics,
                                        const std::vector<model::Capability>& list) {
    std::vector<CapabilityRow> out;
    for (const model::Capability& one : list) {
        const Slot topic = topics.slot(one.topic);
        if (topic != kNoSlot) out.push_back({topic, static_cast<std::uint8_t>(one.trl)});
    }
    return out;
}

/// Whether digits that mean a year of this or the last century stand in it.
bool names_year(std::string_view word) {
    constexpr std::size_t kDigits = 4;
    for (std::size_t at = 0; at + kDigits <= word.size(); ++at) {
        const std::string_view four = word.substr(at, kDigits);
        const bool is_number = four.find_first_not_of("0123456789") == std::string_view::npos;
        if (is_number && (four.starts_with("19") || four.starts_with("20"))) return true;
    }
    return false;
}

std::string parts_of(std::span<const std::string> keywords) {
    constexpr std::size_t kMost = 8;
    constexpr std::size_t kLongest = 80;
    std::string out;
    std::size_t count = 0;
    for (const std::string& word : keywords) {
        const bool is_separable = !word.empty() && word.size() <= kLongest && word.find(';') == word.npos;
        if (count == kMost || !is_separable || names_year(word)) continue;
        if (count++ > 0) out += ';';
        out += word;
    }
    return out;
}

std::string label(const model::Topic& topic, const std::string& language) {
    const auto exact = topic.labels.find(language);
    if (exact != topic.labels.end()) return exact->second;
    const auto english = topic.labels.find("en");
    if (english != topic.labels.end()) return english->second;
    return topic.labels.empty() ? topic.id : topic.labels.begin()->second;
}

}  // namespace

Slice TextPool::add(std::string_view text) {
    if (used_ + text.size() > capacity_) {
        const std::size_t wanted = std::max(2 * capacity_, used_ + text.size());
        std::shared_ptr<char[]> larger = std::make_unique<char[]>(wanted);
        std::memcpy(larger.get(), block_.get(), used_);
        block_ = std::move(larger);
        capacity_ = wanted;
    }
    std::memcpy(block_.get() + used_, text.data(), text.size());
    const Slice slice{static_cast<std::uint32_t>(used_), static_cast<std::uint32_t>(text.size())};
    used_ += text.size();
    return slice;
}

PictureBuilder::PictureBuilder() : rows_(std::make_unique<Rows>()) {}
PictureBuilder::~PictureBuilder() = default;
PictureBuilder::PictureBuilder(PictureBuilder&&) noexcept = default;
PictureBuilder& PictureBuilder::operator=(PictureBuilder&&) noexcept = default;

PictureCut::PictureCut() : rows_(std::make_unique<Rows>()) {}
PictureCut::~PictureCut() = default;
PictureCut::PictureCut(PictureCut&&) noexcept = default;
PictureCut& PictureCut::operator=(PictureCut&&) noexcept = default;
PictureCut::PictureCut(const PictureCut& other) : rows_(std::make_unique<Rows>(*other.rows_)) {}

/// Writes one record into its table, or into a cut's.
struct PictureBuilder::Put {
    Rows& rows;
    PictureCut::Rows* cut = nullptr;

    template <class Row>
    [[nodiscard]] Row& target(Table<Row>& table, CutTable<Row> PictureCut::Rows::*seen,
                              const std::string& id) const {
        return cut == nullptr ? table.put(id) : (cut->*seen).show(table.slot(id), table);
    }

    /// The text in the pool, at its old place when it has not changed.
    void keep(Slice& to, std::string_view text) const { to = rows.texts.replace(to, text); }

    [[nodiscard]] std::shared_ptr<const ClusterRow> cluster_row(const model::ClusterProfile& in) const {
        auto out = std::make_shared<ClusterRow>();
        out->management = rows.organisations.slot(in.management_entity);
        out->association = rows.organisations.slot(in.association_entity);
        for (const model::TargetRegion& region : in.target_regions) {
            const std::string name = text_for(region.name, "en");
            out->targets.push_back({CountryCode::from(region.country), rows.texts.add(region.region),
                                    rows.texts.add(name.empty() ? region.region : name),
                                    static_cast<std::uint8_t>(region.priority)});
        }
        return out;
    }
    void operator()(const model::Organisation& in) const {
        auto cluster = in.cluster ? cluster_row(*in.cluster) : nullptr;
        OrganisationEntry& out = target(rows.organisations, &PictureCut::Rows::organisations, in.id);
        out.topics = slots_of(rows.topics, in.topics);
        out.offers = capabilities(rows.topics, in.offers);
        out.needs = capabilities(rows.topics, in.needs);
        out.cluster = std::move(cluster);
        OrganisationRow& row = out.row;
        keep(row.id, in.id);
        keep(row.name, model::display_name(in));
        keep(row.nuts, in.nuts);
        keep(row.city, in.city);
        row.located = in.latitude.has_value() && in.longitude.has_value();
        row.latitude = row.located ? static_cast<float>(*in.latitude) : 0;
        row.longitude = row.located ? static_cast<float>(*in.longitude) : 0;
        row.as_of = last_day(in.as_of);
        row.founded = static_cast<std::int16_t>(in.founded);
        row.kind = in.kind;
        row.activity_type = in.activity_type;
        row.size_class = in.size_class;
        row.country = CountryCode::from(in.country);
        row.is_sme = yes_no(in.is_sme);
        row.open_for_ideas = yes_no(in.open_for_ideas);
        row.invented = in.invented;
    }
    void operator()(const model::Project& in) const {
        std::vector<Slot> before = slots_of(rows.projects, in.predecessors);
        ProjectEntry& out = target(rows.projects, &PictureCut::Rows::projects, in.id);
        ProjectRow& row = out.row;
        keep(row.id, in.id);
        keep(row.acronym, in.acronym);
        keep(row.title_en, text_for(in.titles, "en"));
        const std::string german = text_for(in.titles, "de");
        if (rows.texts.at(row.title_en) == german) {
            row.title_de = row.title_en;
        } else {
            keep(row.title_de, german);
        }
        keep(row.parts, parts_of(in.keywords));
        row.status = in.status;
        row.start = first_day(in.start);
        row.end = last_day(in.end);
        out.programme = rows.programmes.slot(in.programme);
        out.topics = slots_of(rows.topics, in.topics);
        out.predecessors = std::move(before);
    }
    void operator()(const model::Participation& in) const {
        const Slot project = rows.projects.slot(in.project);
        const Slot organisation = rows.organisations.slot(in.organisation);
        std::uint32_t phases = 0;
        for (const int phase : in.phases) {
            if (phase >= 1 && phase <= kMaxPhase) phases |= 1U << static_cast<unsigned>(phase - 1);
        }
        target(rows.participations, &PictureCut::Rows::participations, in.id) = {
            project, organisation, phases, in.role, first_day(in.from), last_day(in.to)};
    }
    void operator()(const model::Membership& in) const {
        MembershipEntry& out = target(rows.memberships, &PictureCut::Rows::memberships, in.id);
        keep(out.id, in.id);
        out.member = rows.organisations.slot(in.member);
        out.cluster = rows.organisations.slot(in.cluster);
        out.type = in.type;
        out.from = first_day(in.from);
        out.to = last_day(in.to);
    }
    void operator()(const model::Agreement& in) const {
        AgreementEntry& out = target(rows.agreements, &PictureCut::Rows::agreements, in.id);
        keep(out.id, in.id);
        keep(out.title, text_for(in.titles, "en"));
        out.type = in.type;
        out.parties = slots_of(rows.organisations, in.parties);
        out.signed_on = first_day(in.signed_on);
        out.valid_to = last_day(in.valid_to);
        out.project = rows.projects.slot(in.project);
    }
    void operator()(const model::Delegation& in) const {
        DelegationEntry& out = target(rows.delegations, &PictureCut::Rows::delegations, in.id);
        keep(out.id, in.id);
        keep(out.title, text_for(in.titles, "en"));
        out.organisers = slots_of(rows.organisations, in.organisers);
        out.participants = slots_of(rows.organisations, in.participants);
        out.from = first_day(in.from);
        out.to = last_day(in.to);
    }
    void operator()(const model::Topic& in) const {
        const Slot parent = rows.topics.slot(in.parent);
        TopicEntry& out = target(rows.topics, &PictureCut::Rows::topics, in.id);
        keep(out.id, in.id);
        keep(out.label_en, label(in, "en"));
        keep(out.label_de, label(in, "de"));
        out.kind = in.kind;
        out.scheme = in.scheme;
        out.parent = parent;
        out.mappings.clear();
        for (const model::Mapping& mapping : in.mappings)
            out.mappings.emplace_back(rows.texts.add(mapping.scheme), rows.texts.add(mapping.code));
    }
    void operator()(const model::Programme& in) const {
        ProgrammeEntry& out = target(rows.programmes, &PictureCut::Rows::programmes, in.id);
        keep(out.id, in.id);
        keep(out.short_name, !in.short_name.empty() ? in.short_name : text_for(in.names, "en"));
        out.from = first_day(in.from);
        out.to = last_day(in.to);
    }
    void operator()(const model::Source&) const {}
    void operator()(const model::Region&) const {}
    void operator()(const model::Place&) const {}
    void operator()(const model::Call&) const {}
    void operator()(const model::Claim&) const {}
    void operator()(const model::Person&) const {}
    void operator()(const model::Disclosure&) const {}
    void operator()(const model::News&) const {}
};

void PictureBuilder::put(const model::Record& record) {
    std::visit(Put{*rows_}, record);
}

void PictureBuilder::show(PictureCut& cut, const model::Record& shown) {
    std::visit(Put{*rows_, cut.rows_.get()}, shown);
}

/// Calls visit(table, the cut's table) for the kind; nothing for kinds that the picture does not hold.
template <class Rows, class Visit>
void visit_table(model::RecordKind kind, Rows& rows, Visit visit) {
    using model::RecordKind;
    switch (kind) {
        case RecordKind::Organisation:
            return visit(rows.organisations, &PictureCut::Rows::organisations);
        case RecordKind::Project:
            return visit(rows.projects, &PictureCut::Rows::projects);
        case RecordKind::Participation:
            return visit(rows.participations, &PictureCut::Rows::participations);
        case RecordKind::Membership:
            return visit(rows.memberships, &PictureCut::Rows::memberships);
        case RecordKind::Agreement:
            return visit(rows.agreements, &PictureCut::Rows::agreements);
        case RecordKind::Delegation:
            return visit(rows.delegations, &PictureCut::Rows::delegations);
        case RecordKind::Topic:
            return visit(rows.topics, &PictureCut::Rows::topics);
        case RecordKind::Programme:
            return visit(rows.programmes, &PictureCut::Rows::programmes);
        case RecordKind::Source:
        case RecordKind::Region:
        case RecordKind::Place:
        case RecordKind::Call:
        case RecordKind::Claim:
        case RecordKind::Person:
        case RecordKind::Disclosure:
        case RecordKind::News:
            return;
    }
}

void PictureBuilder::erase(model::RecordKind kind, std::string_view id) {
    visit_table(kind, *rows_, [id](auto& table, auto) {
        if (auto* row = table.erase(id); row != nullptr) *row = {};
    });
}

void PictureBuilder::hide(PictureCut& cut, model::RecordKind kind, std::string_view id) const {
    visit_table(kind, std::as_const(*rows_), [&](const auto& table, auto seen) {
        if (const auto slot = table.known_slot(id)) ((*cut.rows_).*seen).hide(*slot);
    });
}

void PictureBuilder::restore(PictureCut& cut, model::RecordKind kind, std::string_view id) const {
    visit_table(kind, std::as_const(*rows_), [&](const auto& table, auto seen) {
        if (const auto slot = table.known_slot(id)) ((*cut.rows_).*seen).restore(*slot);
    });
}

void PictureBuilder::set_found_topics(model::RecordKind kind, std::string_view id,
                                      std::span<const std::string> topic_ids) {
    std::vector<Slot> found = slots_of(rows_->topics, topic_ids);
    if (kind == model::RecordKind::Project) {
        if (const Slot slot = rows_->projects.slot(id); slot != kNoSlot)
            rows_->projects.row(slot).found = found;
    } else if (kind == model::RecordKind::Organisation) {
        if (const Slot slot = rows_->organisations.slot(id); slot != kNoSlot) {
            rows_->organisations.row(slot).found = found;
        }
    }
}

std::vector<std::pair<model::RecordKind, std::string>> PictureBuilder::joined(model::RecordKind kind,
                                                                              std::string_view id) const {
    using model::RecordKind;
    std::vector<std::pair<RecordKind, std::string>> out;
    const auto add = [&out](RecordKind end, const auto& table, Slot slot) {
        if (slot != kNoSlot) out.emplace_back(end, table.id(slot));
    };
    if (kind == RecordKind::Participation) {
        if (const auto* row = rows_->participations.find(id); row != nullptr) {
            add(RecordKind::Project, rows_->projects, row->project);
            add(RecordKind::Organisation, rows_->organisations, row->organisation);
        }
    } else if (kind == RecordKind::Membership) {
        if (const auto* row = rows_->memberships.find(id); row != nullptr) {
            add(RecordKind::Organisation, rows_->organisations, row->member);
            add(RecordKind::Organisation, rows_->organisations, row->cluster);
        }
    }
    return out;
}

std::shared_ptr<const Picture> PictureBuilder::build(Day today, const PictureCut& cut) const {
    return std::make_shared<const Picture>(Layout(*rows_, *cut.rows_, today).run());
}

std::shared_ptr<const Picture> PictureBuilder::rebuild(const std::shared_ptr<const Picture>& before,
                                                       std::span<const RecordKey> changed,
                                                       const PictureCut& cut) const {
    auto patched = Patch(*rows_, *cut.rows_, before).run(changed);
    return patched ? patched : build(before->today(), cut);
}

}  // namespace kontor::network
