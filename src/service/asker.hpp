// SPDX-License-Identifier: EUPL-1.2
// Who is asking. Every use case takes an Asker first; until accounts exist everybody is the public, and
// whoever sits at the machine itself (the terminal, or a browser on the loopback address) is the operator.
#pragma once

#include <string>

#include "base/error.hpp"

namespace kontor::service {

enum class Role { Public, Operator };
enum class Action { Read, Import, Export, Maintain };

struct Asker {
    Role role = Role::Public;
    std::string language = "en";   // of sentences and labels: "de" or "en"
    std::string actor = "public";  // for the change feed
};

/// The one place that decides who may do what: the public reads, the operator does everything.
[[nodiscard]] base::Outcome permit(const Asker& asker, Action action);

}  // namespace kontor::service
