-- SPDX-License-Identifier: EUPL-1.2
-- People who read: every connection asks once in KONTOR_PAUSE milliseconds on average for one of the paths of the file
-- KONTOR_PATHS with one of the tokens of the file KONTOR_TOKENS. Prints latencies and what was no success as JSON.
local function lines(name)
    local found = {}
    for line in io.lines(os.getenv(name)) do found[#found + 1] = line end
    return found
end
local paths, tokens, pause, at = {}, {}, 1000, 0
init = function()
    paths, tokens = lines("KONTOR_PATHS"), lines("KONTOR_TOKENS")
    pause = tonumber(os.getenv("KONTOR_PAUSE"))
end
delay = function() return math.random(0, 2 * pause) end
request = function()
    at = at + 1
    return wrk.format("GET", "/api/v1" .. paths[at % #paths + 1], { Authorization = "Bearer " .. tokens[at % #tokens + 1] })
end
done = function(summary, latency, _)
    local errors = summary.errors
    io.write(string.format('{"p50": %.2f, "p99": %.2f, "most": %.2f, "reads": %d, "failures": %d, "refused": %d}\n',
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000, summary.requests,
        errors.connect + errors.read + errors.write + errors.timeout, errors.status))
end
