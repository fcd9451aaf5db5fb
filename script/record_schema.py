# SPDX-License-Identifier: EUPL-1.2
"""The shapes of docs/records.md as tables, for check_records.py."""
import re
from datetime import date
from zoneinfo import available_timezones

# A field is described by its type; "!" in front means required, "*" after it a list. `ref:x` is the id of a record of
# kind x, `code:a,b` one word of a list, `of:x` an object of the shape x below.
RECORDS = {
    "source": "title:!str kind:code:file,web,press,person,demo url:url publisher:str published:date as_of:date "
        "licence:str note:str",
    "topic": "scheme:!code:kontor,euroscivoc,nace kind:!code:technology,application,sector,science labels:!labels "
        "synonyms:synonyms parent:ref:topic mappings:of:mapping* definition:labels "
        "source:ref:source",
    "region": "code:!nuts level:count country:country parent:ref:region name:!str version:str source:ref:source",
    "place": "name:!str alternative_names:str* country:country latitude:!latitude longitude:!longitude population:count "
        "source:ref:source",
    "organisation": "kind:!code:cluster,company,university,research_institute,clinic,end_user,public_body,"
        "association,other names:!of:name* identifiers:of:organisation_id* country:country nuts:nuts city:str "
        "postcode:str street:str latitude:latitude longitude:longitude web:url description:texts topics:ref:topic* "
        "offers:of:need* needs:of:need* activity_type:code:HES,REC,PRC,PUB,OTH size_class:code:micro,small,medium,"
        "large employees:count is_sme:bool founded:year languages:lang* open_for_ideas:bool invented:bool "
        "cluster:of:cluster source:ref:source as_of:date",
    "membership": "member:!ref:organisation cluster:!ref:organisation type:code:sme,large,research,university,public,"
        "end_user,investor,associate,mutual from:date to:date source:ref:source",
    "programme": "names:!texts short:str funder:ref:organisation parent:ref:programme from:date to:date url:url "
        "description:texts source:ref:source",
    "call": "programme:!ref:programme identifier:!str titles:!texts opens:date deadline:date zone:zone budget:count "
        "currency:currency action_type:str topics:ref:topic* description:texts url:url source:ref:source",
    "project": "acronym:str titles:!texts programme:ref:programme call:ref:call identifiers:of:project_id* "
        "status:code:planned,running,closed,terminated,unknown start:date end:date funding_scheme:str "
        "total_cost:count eu_contribution:count currency:currency objective:texts topics:ref:topic* keywords:str* "
        "target_regions:of:region* phases:of:phase* strands:of:strand* predecessors:ref:project* url:url "
        "source:ref:source as_of:date",
    "participation": "project:!ref:project organisation:!ref:organisation role:!code:coordinator,participant,"
        "third_party,associated_partner,international_partner,network_partner phases:count* from:date to:date "
        "contribution:count currency:currency activity_type:code:HES,REC,PRC,PUB,OTH is_sme:bool source:ref:source",
    "agreement": "type:!code:nda,loi,mou,cooperation,partnership,consortium,arrangement,licence,rnd_contract,"
        "mutual_membership titles:!texts parties:!ref:organisation* signed:date valid_to:date scope:texts "
        "project:ref:project source:ref:source confirmed_by:ref:organisation*",
    "delegation": "titles:!texts from:date to:date organisers:ref:organisation* participants:ref:organisation* "
        "basis:ref:agreement project:ref:project stops:of:stop* description:texts source:ref:source",
    "claim": "subject_kind:!str subject:!str predicate:!str value:!str unit:str phase:count status:code:planned,"
        "amended,final,stated approximate:bool as_of:date source:!ref:source sentence:str confidence:share "
        "review:code:waiting,accepted,rejected",
    "person": "name:!str organisation:!ref:organisation function:str email:str phone:str languages:lang* purpose:!str "
        "consent_version:str consent_on:date keep_until:!date source:ref:source as_of:date",
    "disclosure": "subject_kind:!str subject:!str owner:!ref:organisation visibility:code:public,network,matched,own "
        "fields:of:field_visibility* source:ref:source",
    "news": "titles:!texts summary:texts published:date publisher:str url:url organisations:ref:organisation* "
        "projects:ref:project* programmes:ref:programme* topics:ref:topic* countries:country* regions:nuts* "
        "group:ref:news keeper:ref:organisation source:ref:source",
}
SHAPES = {
    "text": "lang:!lang text:!str origin:code:person,machine,import",
    "mapping": "scheme:!str code:!str",
    "name": "text:!str lang:lang type:code:legal,short,alias,former",
    "organisation_id": "scheme:!code:PIC,ROR,VAT,LEI,GRID,WIKIDATA,CORDIS,NATIONAL,MEMBER value:!str",
    "project_id": "scheme:!code:GA,RCN,OPERATION value:!str",
    "need": "topic:!ref:topic text:texts trl:trl",
    "cluster": "management_entity:ref:organisation association_entity:ref:organisation labels:of:label* "
        "target_regions:of:region* services:texts",
    "label": "scheme:!str level:str from:date to:date",
    "region": "country:country region:str name:texts priority:priority",
    "phase": "number:!count name:texts from:date to:date budget:count",
    "strand": "name:!texts description:texts",
    "field_visibility": "field:!str visibility:!code:public,network,matched,own",
    "stop": "city:str country:country zone:zone from:date to:date purpose:texts",
}
FIGURES = set("member_count region_actor_count region_company_count region_research_count employee_count turnover "
              "total_cost eu_contribution partner_count network_partner_count duration_months founded "
              "participants_count visits_count meetings_count".split())


def parse(spec):
    """'a:!x b:y*' -> {name: (type, required, many)}"""
    fields = {}
    for field in spec.split():
        name, _, kind = field.partition(":")
        fields[name] = (kind.lstrip("!").rstrip("*"), kind.startswith("!"), kind.endswith("*"))
    return fields


FIELDS = {kind: parse("record:!str id:!id " + spec) for kind, spec in RECORDS.items()}
PARTS = {kind: parse(spec) for kind, spec in SHAPES.items()}


def is_date(value):
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except (TypeError, ValueError):
        return False
    return re.fullmatch(r"\d{4}(-\d\d){0,2}", value) is not None


def number(low, high, kinds=int):
    return lambda v: isinstance(v, kinds) and not isinstance(v, bool) and low <= v <= high


def like(pattern):
    return lambda v: isinstance(v, str) and re.fullmatch(pattern, v) is not None


def by_language(inner):
    return lambda v: isinstance(v, dict) and all(like("[a-z]{2}")(k) and inner(x) for k, x in v.items())


is_string = like(r"(?s).*\S.*")
SIMPLE = {
    "str": is_string, "bool": lambda v: isinstance(v, bool), "id": like(r"[a-z0-9][a-z0-9._-]{0,79}"),
    "url": like(r"https?://[^\s/]+\S*"), "date": is_date, "zone": like("UTC|" + "|".join(available_timezones())),
    "country": like("(?!UK|EL|EU)[A-Z]{2}"), "nuts": like("[A-Z]{2}[0-9A-Z]{0,3}"), "lang": like("[a-z]{2}|und"),
    "currency": like("[A-Z]{3}"), "latitude": number(-90, 90, (int, float)),
    "longitude": number(-180, 180, (int, float)), "share": number(0, 1, (int, float)),
    "count": number(0, 10**12, (int, float)), "year": number(1000, 2200),
    "trl": number(1, 9), "priority": number(1, 3), "labels": by_language(is_string),
    "synonyms": by_language(lambda v: isinstance(v, list) and all(map(is_string, v))),
}
