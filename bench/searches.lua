-- SPDX-License-Identifier: EUPL-1.2
-- The searches of the file named by KONTOR_QUERIES, one after the other; counts answers that are no success.
local requests = {}
local at = 0
init = function()
    for line in io.lines(os.getenv("KONTOR_QUERIES")) do
        local query = line:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end)
        requests[#requests + 1] = wrk.format("GET", "/api/v1/search?q=" .. query .. "&lang=en")
    end
end
request = function()
    at = at % #requests + 1
    return requests[at]
end
done = function(summary, latency, _)
    local errors = summary.errors
    io.write(string.format("p50 %.2f ms, p99 %.2f ms, %.0f requests/s, %d requests, failures %d, no success %d\n",
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests / summary.duration * 1e6,
        summary.requests, errors.connect + errors.read + errors.write + errors.timeout, errors.status))
end
