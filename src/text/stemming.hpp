// SPDX-License-Identifier: EUPL-1.2
// Which Snowball stemmer belongs to a language, and an owner for libstemmer's handle. A Stemmer is for one
// thread.
#pragma once

#include <libstemmer.h>

#include <memory>
#include <string>
#include <string_view>

namespace kontor::text {

/// libstemmer's name of the algorithm for an ISO 639-1 code; empty when there is none.
[[nodiscard]] std::string_view stemmer_name(std::string_view language);

class Stemmer {
public:
    /// `language` as for stemmer_name; without an algorithm words only get folded.
    explicit Stemmer(std::string_view language);

    /// The folded stem of a word given twice, in lower case with marks and folded.
    [[nodiscard]] std::string stem(std::string_view lowercased_word, std::string_view folded_word) const;

private:
    struct Delete {
        void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
    };
    std::unique_ptr<sb_stemmer, Delete> handle_;
    bool is_german_ = false;
};

}  // namespace kontor::text
