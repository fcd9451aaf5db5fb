// SPDX-License-Identifier: EUPL-1.2
// SHA-256, by OpenSSL. One thread per digest; about 500 MB/s.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace kontor::ingest {

class Sha256 {
public:
    Sha256();
    void add(std::string_view bytes);
    /// 64 hex digits; the digest is spent afterwards.
    [[nodiscard]] std::string hex();

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

}  // namespace kontor::ingest
