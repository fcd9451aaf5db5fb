// SPDX-License-Identifier: EUPL-1.2
// The pages of records, for people: a heading and the most telling lists. Everything is in --json.
#pragma once

#include "cli/context.hpp"
#include "service/answers.hpp"

namespace kontor::cli {

void print_page(const Context& context, const service::OrganisationPage& page);
void print_page(const Context& context, const service::ProjectPage& page);
void print_page(const Context& context, const service::ProgrammePage& page);
void print_page(const Context& context, const service::CallPage& page);
void print_page(const Context& context, const service::TopicPage& page);
void print_page(const Context& context, const service::CountryPage& page);
void print_page(const Context& context, const service::RegionPage& page);

}  // namespace kontor::cli
