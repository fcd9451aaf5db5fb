# SPDX-License-Identifier: EUPL-1.2
"""A small network in which everything that can be hidden is hidden once for each visibility, as a record and field by
field. Every hidden text holds a marker: a word that stands nowhere else, so that an answer which contains it has told
it."""
import collections

VISIBILITIES = ("public", "network", "matched", "own")
LEVELS = ("record", "field")
OWN, OTHER, ALLY = "home", "far", "ally"
RARE = "rare"  # a topic that only the organisations carry which are hidden whole

Secret = collections.namedtuple("Secret", "kind id level visibility markers")


def marker(kind, level, visibility, part=""):
    """One word of letters: searching takes it as a whole."""
    return f"Zq{kind}{level}{visibility}{part}x"


def text(words):
    return [{"lang": "en", "text": words}]


def name(words):
    return [{"text": words, "lang": "en", "type": "legal"}]


class Network:
    def __init__(self):
        self.records, self.secrets = [], []
        self.add("source", "plain", title="A source for all")
        for kind, ident in (("technology", "light"), ("sector", "health"), ("technology", RARE)):
            self.add("topic", ident, scheme="kontor", kind=kind, labels={"en": ident, "de": ident})
        self.add("programme", "fund", names=text("The fund"), short="FUND")
        self.add("call", "fund-call", programme="fund", identifier="FUND-1", titles=text("A call of the fund"))
        for ident in (OWN, OTHER, ALLY, "elsewhere"):
            self.add("organisation", ident, kind="cluster", names=name(f"Cluster {ident}"), country="DE", city="Jena",
                     latitude=50.93, longitude=11.59, topics=["light"], source="plain", as_of="2026-09-01")
        for ident in ("works", "clinic"):
            self.add("organisation", ident, kind="company", names=name(f"Company {ident}"), country="FI", city="Oulu", nuts="FI1D9",
                     topics=["light", "health"], source="plain", as_of="2026-09-01",
                     offers=[{"topic": "light", "text": text("lasers")}], needs=[{"topic": "health", "text": text("patients")}])
            self.add("membership", f"{ident}.{OWN}", member=ident, cluster=OWN, type="sme", **{"from": "2020-01-01"})
        self.add("agreement", "friends", type="mou", titles=text("Friendship"), parties=[OWN, ALLY], signed="2024-01-01",
                 confirmed_by=[OWN, ALLY])
        self.add("project", "open-project", acronym="OPEN", titles=text("An open project"), topics=["light"], start="2024",
                 end="2027", status="running")
        for ident in (OWN, "works"):
            self.add("participation", f"open-project.{ident}", project="open-project", organisation=ident,
                     role="participant")
        for level in LEVELS:
            for visibility in VISIBILITIES:
                self.hide(level, visibility)

    def add(self, record, ident, **fields):
        self.records.append({"record": record, "id": ident, **fields})

    def secret(self, kind, level, visibility, fields, markers, required=()):
        """A record with markers, and the rule that hides it or the fields that are not `required`."""
        ident = f"{kind}-{level}-{visibility}"
        self.add(kind, ident, **fields)
        rule = {"subject_kind": kind, "subject": ident, "owner": OWN}
        if level == "record":
            rule["visibility"] = visibility
        else:
            rule["visibility"] = "public"
            rule["fields"] = [{"field": field, "visibility": visibility} for field in fields if field not in required]
        self.add("disclosure", f"rule-{ident}", **rule)
        self.secrets.append(Secret(kind, ident, level, visibility, markers))
        return ident

    def hide(self, level, visibility):
        def mark(kind, part=""):
            return marker(kind, level, visibility, part)

        hides_all = level == "record"
        # One number for each level and visibility, to be found again in money, years and counts.
        number = 1 + LEVELS.index(level) * len(VISIBILITIES) + VISIBILITIES.index(visibility)

        def words(kind, part=""):
            return [mark(kind, part)]

        source = self.secret("source", level, visibility, {
            "title": mark("source") if hides_all else f"Source {number}", "publisher": mark("source", "publisher"),
            "url": f"https://{mark('source', 'url').lower()}.example", "note": mark("source", "note"),
        }, [mark("source", "publisher"), mark("source", "url").lower(), mark("source", "note")] +
            (words("source") if hides_all else []), ("title",))
        organisation = self.secret("organisation", level, visibility, {
            "kind": "company", "names": name(mark("org") if hides_all else f"Organisation {number}"), "country": "FI",
            "city": mark("org", "city"), "street": mark("org", "street"), "nuts": "FI1D9", "web": f"https://{mark('org', 'web').lower()}.example",
            "latitude": 60 + number / 1000, "longitude": 20 + number / 1000,
            "description": text(f"{mark('org', 'text')} Zqcommonx"), "topics": ["light", RARE] if hides_all else ["light"],
            "offers": [{"topic": "health", "text": text(mark("org", "offer"))}],
            "needs": [{"topic": "light", "text": text(mark("org", "need"))}],
            "identifiers": [{"scheme": "PIC", "value": f"9990000{number:02}"}], "employees": 6_170_400 + number,
            "source": source if hides_all else "plain", "as_of": "2026-09-01",
        }, [mark("org", part) for part in ("city", "street", "text", "offer", "need")] +
            [mark("org", "web").lower(), f"9990000{number:02}", f"{6_170_400 + number}"] + (words("org") if hides_all else []),
            ("kind", "names", "as_of"))
        self.add("membership", f"{organisation}.{OWN}", member=organisation, cluster=OWN, type="sme")
        project = self.secret("project", level, visibility, {
            "acronym": mark("project", "acronym"), "titles": text(mark("project") if hides_all else f"Project {number}"),
            "programme": "fund", "call": "fund-call", "objective": text(f"{mark('project', 'text')} Zqcommonx"),
            "keywords": words("project", "keyword"), "total_cost": 81_000_000 + number, "currency": "EUR",
            "start": "2024-01-01", "end": "2027-12-31", "topics": ["light"], "status": "running",
            "strands": [{"name": text(mark("project", "strand"))}],
        }, [mark("project", part) for part in ("acronym", "text", "keyword", "strand")] + [f"{81_000_000 + number}"] +
            (words("project") if hides_all else []), ("titles",))
        for ident in (OWN, "works", organisation):
            self.add("participation", f"{project}.{ident}", project=project, organisation=ident, role="participant")
        self.secret("participation", level, visibility, {
            "project": "open-project", "organisation": organisation if hides_all else "clinic", "role": "coordinator",
            "contribution": 82_000_000 + number, "currency": "EUR",
        }, [f"{82_000_000 + number}"], ("project", "organisation", "role"))
        self.secret("membership", level, visibility, {
            "member": "works", "cluster": "elsewhere", "type": "investor", "from": f"1987-03-{number:02}",
        }, [f"1987-03-{number:02}"], ("member", "cluster"))
        agreement = self.secret("agreement", level, visibility, {
            "type": "mou", "titles": text(mark("agreement")), "parties": [OWN, "works"], "scope": text(mark("agreement", "text")),
            "signed": f"1988-03-{number:02}", "project": project,
        }, [mark("agreement", "text"), f"1988-03-{number:02}"] + (words("agreement") if hides_all else []),
            ("type", "titles", "parties"))
        self.secret("delegation", level, visibility, {
            "titles": text(mark("delegation") if hides_all else f"Delegation {number}"), "organisers": [OWN],
            "participants": ["works", organisation], "basis": agreement, "from": "2026-11-01", "to": "2026-11-05",
            "stops": [{"city": mark("delegation", "city"), "country": "US", "purpose": text(mark("delegation", "purpose"))}],
            "description": text(mark("delegation", "text")),
        }, [mark("delegation", part) for part in ("city", "purpose", "text")] + (words("delegation") if hides_all else []),
            ("titles",))
        self.secret("news", level, visibility, {
            "titles": text(mark("news") if hides_all else f"News {number}"), "summary": text(f"{mark('news', 'text')} Zqcommonx"),
            "published": f"1989-04-{number:02}", "publisher": mark("news", "publisher"),
            "url": f"https://{mark('news', 'url').lower()}.example", "organisations": [OWN, organisation],
            "projects": [project], "topics": ["light"], "countries": ["FI"], "keeper": OWN,
        }, [mark("news", "text"), mark("news", "publisher"), mark("news", "url").lower(), f"1989-04-{number:02}"] +
            (words("news") if hides_all else []), ("titles", "keeper"))
        self.claim(level, visibility, organisation, number)
        self.person(level, visibility)

    def claim(self, level, visibility, organisation, number):
        """What sources say of a hidden field, and a claim that waits for somebody's decision."""
        field = level == "field"
        self.add("claim", f"claim-{level}-{visibility}", subject_kind="organisation", subject=organisation,
                 predicate="web" if field else "turnover", value=f"{marker('claim', level, visibility)}", source="plain",
                 sentence=marker("claim", level, visibility, "sentence"))
        self.secrets.append(Secret("claim", f"claim-{level}-{visibility}", "record", visibility,
                                   [marker("claim", level, visibility), marker("claim", level, visibility, "sentence")]))
        ident = f"waiting-{level}-{visibility}"
        self.add("claim", ident, subject_kind="organisation", subject=organisation, predicate="turnover", review="waiting",
                 value=f"83{number}", source="plain", sentence=marker("waiting", level, visibility))
        # The public subject's waiting claims, too, are for those who decide about them.
        self.secrets.append(Secret("claim", ident, "record", "own", [marker("waiting", level, visibility)]))

    def person(self, level, visibility):
        fields = {"name": marker("person", level, visibility), "organisation": OWN, "purpose": "contact",
                  "keep_until": "2029-12-31", "function": marker("person", level, visibility, "function"),
                  "email": f"{marker('person', level, visibility, 'mail').lower()}@example.org"}
        markers = [marker("person", level, visibility, "function"), marker("person", level, visibility, "mail").lower()]
        required = ("name", "organisation", "purpose", "keep_until")
        self.secret("person", level, visibility, fields, markers + ([fields["name"]] if level == "record" else []), required)
