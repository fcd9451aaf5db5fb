// SPDX-License-Identifier: EUPL-1.2
#include "match/request_check.hpp"

#include <fmt/format.h>

#include <cmath>

namespace kontor::match {
namespace {

using base::Error;
using base::ErrorCode;

constexpr double kMostWeight = 10;
constexpr double kMostWanted = 1e6;
constexpr std::size_t kMostLimit = 100;
constexpr std::size_t kMostOffset = 1'000'000;

Error out_of_range(std::string field, double value, double minimum, double maximum) {
    Error error;
    error.code = ErrorCode::ValueOutOfRange;
    error.arguments = {{"value", fmt::format("{}", value)},
                       {"minimum", fmt::format("{}", minimum)},
                       {"maximum", fmt::format("{}", maximum)}};
    error.place.field = std::move(field);
    return error;
}

Error unknown_reference(std::string field, std::uint32_t ordinal) {
    Error error;
    error.code = ErrorCode::ReferenceUnknown;
    error.arguments = {{"field", field}, {"id", fmt::format("#{}", ordinal)}};
    error.place.field = std::move(field);
    return error;
}

void check_weights(base::Errors& faults, const PartnerRequest& request) {
    bool sound = true;
    double sum = 0;
    const std::array<bool, kParts> applicable = applicable_parts(request);
    for (std::size_t i = 0; i < kParts; ++i) {
        const double weight = request.weights.values[i];
        if (!(weight >= 0) || weight > kMostWeight) {
            sound = false;
            faults.push_back(
                out_of_range(fmt::format("weights.{}", word(static_cast<Part>(i))), weight, 0, kMostWeight));
        } else if (applicable[i]) {
            sum += weight;
        }
    }
    if (sound && !(sum > 0)) faults.push_back(out_of_range("weights", 0, 1, kMostWeight));
}

void check_emphasis(base::Errors& faults, const Emphasis& emphasis) {
    if (!(emphasis.end_users >= 0) || emphasis.end_users > kMostWeight) {
        faults.push_back(out_of_range("end_users", emphasis.end_users, 0, kMostWeight));
    }
    if (!(emphasis.well_known >= 0) || emphasis.well_known > 1) {
        faults.push_back(out_of_range("well_known", emphasis.well_known, 0, 1));
    }
}

void check_topics(base::Errors& faults, const network::Picture& picture, const PartnerRequest& request) {
    for (const WantedTopic& one : request.wanted) {
        if (!(one.weight > 0) || one.weight > kMostWanted) {
            faults.push_back(out_of_range("wanted", one.weight, 0, kMostWanted));
        }
        if (one.topic.value >= picture.topic_count())
            faults.push_back(unknown_reference("wanted", one.topic.value));
    }
    for (const network::TopicIndex topic : request.filters.topics) {
        if (topic.value >= picture.topic_count()) faults.push_back(unknown_reference("topic", topic.value));
    }
}

}  // namespace

base::Errors faults_of(const network::Picture& picture, const PartnerRequest& request) {
    base::Errors faults;
    if (!request.subject.valid() && request.wanted.empty()) {
        Error error;
        error.code = ErrorCode::ValueMissing;
        error.arguments = {{"field", "for"}};
        error.place.field = "for";
        faults.push_back(std::move(error));
    }
    if (request.subject.valid() && request.subject.value >= picture.organisation_count()) {
        faults.push_back(unknown_reference("for", request.subject.value));
    }
    check_weights(faults, request);
    check_emphasis(faults, request.emphasis);
    check_topics(faults, picture, request);
    if (request.limit < 1 || request.limit > kMostLimit) {
        faults.push_back(out_of_range("limit", static_cast<double>(request.limit), 1, kMostLimit));
    }
    if (request.offset > kMostOffset) {
        faults.push_back(out_of_range("offset", static_cast<double>(request.offset), 0, kMostOffset));
    }
    return faults;
}

std::array<bool, kParts> applicable_parts(const PartnerRequest& request) {
    const bool subject = request.subject.valid();
    std::array<bool, kParts> out{};
    out.fill(true);
    out[static_cast<std::size_t>(Part::WarmPath)] = subject;
    out[static_cast<std::size_t>(Part::Place)] =
        subject || request.own_country.has_value() || !request.wanted_countries.empty();
    return out;
}

std::array<double, kParts> normalised_weights(const PartnerRequest& request) {
    const std::array<bool, kParts> applicable = applicable_parts(request);
    double sum = 0;
    for (std::size_t i = 0; i < kParts; ++i) {
        if (applicable[i]) sum += request.weights.values[i];
    }
    std::array<double, kParts> out{};
    for (std::size_t i = 0; i < kParts; ++i) out[i] = applicable[i] ? request.weights.values[i] / sum : 0;
    return out;
}

}  // namespace kontor::match
