// SPDX-License-Identifier: EUPL-1.2
#include "ingest/feed_document.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    kontor::ingest::FeedReader feed({reinterpret_cast<const char*>(data), size});
    while (feed.next()) {
    }
    static_cast<void>(feed.fault());
    return 0;
}
