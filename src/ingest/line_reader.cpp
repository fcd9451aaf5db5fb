// SPDX-License-Identifier: EUPL-1.2
#include "ingest/line_reader.hpp"

#include <algorithm>

namespace kontor::ingest {

LineReader::LineReader(std::unique_ptr<ByteStream> stream, std::size_t maximum_bytes)
    : stream_(std::move(stream), Encoding::Detect), maximum_bytes_(maximum_bytes), buffer_(262'144, '\0') {}

base::Result<bool> LineReader::next() {
    line_.clear();
    too_long_ = false;
    bool has_any = false;
    for (;;) {
        if (at_ == filled_) {
            const auto got = stream_.read(buffer_);
            if (!got) return got.errors();
            at_ = 0;
            filled_ = got.value();
            if (filled_ == 0) break;
        }
        has_any = true;
        const std::string_view rest(buffer_.data() + at_, filled_ - at_);
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::size_t room = maximum_bytes_ - line_.size();
        too_long_ = too_long_ || end > room;
        line_.append(rest.substr(0, std::min(end, room)));
        at_ += std::min(end + 1, rest.size());
        if (end < rest.size()) break;
    }
    if (!has_any) return false;
    ++number_;
    if (!too_long_ && line_.ends_with('\r')) line_.pop_back();
    return true;
}

}  // namespace kontor::ingest
