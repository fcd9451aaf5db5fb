-- SPDX-License-Identifier: EUPL-1.2
-- Two hundred two-word searches, one after the other; counts answers that are no success.
local first = { "laser", "medical", "photonics", "energy", "water", "cancer", "robotics", "climate", "data", "hydrogen",
                "sensor", "microscopy", "battery", "genome", "quantum", "graphene", "vaccine", "satellite", "railway", "food" }
local second = { "research", "technology", "networks", "materials", "systems", "development", "imaging", "devices",
                 "processing", "innovation" }
local at = 0
request = function()
    at = at + 1
    local a = first[at % #first + 1]
    local b = second[math.floor(at / #first) % #second + 1]
    return wrk.format("GET", "/api/v1/search?q=" .. a .. "%20" .. b .. "&lang=en")
end
done = function(summary, latency, _)
    io.write(string.format("p99 %.2f ms, requests/s %.0f, no success %d\n", latency:percentile(99) / 1000,
        summary.requests / summary.duration * 1e6, summary.errors.status + summary.errors.timeout + summary.errors.read))
end
