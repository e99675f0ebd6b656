"""Identities, cores, openings, fingerprints and indexes."""

import datetime

from canonical import Refused, has_only, hmac_sm3, is_whole, jcs, need, parse_canonical, sm3, unhex
from trees import Tree, check_path, leaf

KINDS = {1: "FISCAL", 2: "VAT", 3: "ALL_DIGITAL", 4: "PAPER"}
RELATIONS = {1: "REVERSES", 2: "REPLACES", 3: "EXCHANGES"}
NAMESPACES = {"FISCAL": 1, "PAPER": 1, "VAT": 2, "ALL_DIGITAL": 3}
SHAPES = {"FISCAL": [(8, 10)], "PAPER": [(8, 10)], "VAT": [(10, 8), (12, 8)], "ALL_DIGITAL": [(0, 20)]}


def parse_identity(data):
    need(len(data) == 11, "not 11 bytes")
    need(data[0] in KINDS, "no kind")
    kind = KINDS[data[0]]
    digits = data[1:].hex().rstrip("f")
    need(digits.isdecimal(), "not digits")
    for code, number in SHAPES[kind]:
        if len(digits) == code + number:
            return {"kind": kind, "code": digits[:code], "number": digits[code:]}
    raise Refused("not so many digits")


def identity_bytes(identity):
    kind = next(tag for tag, name in KINDS.items() if name == identity["kind"])
    digits = identity["code"] + identity["number"]
    return bytes([kind]) + bytes.fromhex(digits.ljust(20, "f"))


def year(identity):
    code, number = identity["code"], identity["number"]
    return {8: code[6:8], 12: code[5:7], 10: code[4:6], 0: number[0:2]}[len(code)]


def parse_core(data):
    need(len(data) in (30, 41), "not 30 or 41 bytes")
    core = {
        "id": parse_identity(data[:11]),
        "issuer": int.from_bytes(data[11:15], "big"),
        "total": int.from_bytes(data[15:20], "big"),
        "claimable": int.from_bytes(data[20:25], "big"),
    }
    need(1 <= core["issuer"] < 2**31, "no issuer")
    need(core["claimable"] <= core["total"], "more claimable than charged")
    digits = f"{int.from_bytes(data[25:29], 'big'):08d}"
    try:
        day = datetime.datetime.strptime(digits, "%Y%m%d").date()
    except ValueError as fault:
        raise Refused("no date") from fault
    need(2000 <= day.year <= 2099, "another century")
    core["date"] = day.isoformat()
    need((data[29] == 0) == (len(data) == 30), "a relation without its bill, or the reverse")
    if data[29]:
        need(data[29] in RELATIONS, "no relation")
        core |= {"relation": RELATIONS[data[29]], "of": parse_identity(data[30:])}
    return core


def core_of(bill):
    instant = datetime.datetime.fromisoformat(bill["issuedAt"].replace("Z", "+00:00"))
    day = instant.astimezone(datetime.timezone(datetime.timedelta(hours=8)))
    relation = bill.get("relation")
    data = (
        identity_bytes(bill["id"])
        + bill["issuer"]["number"].to_bytes(4, "big")
        + bill["total"].to_bytes(5, "big")
        + (bill["payments"]["account"] + bill["payments"]["cash"]).to_bytes(5, "big")
        + int(day.strftime("%Y%m%d")).to_bytes(4, "big")
    )
    if not relation:
        return data + b"\0"
    tag = next(tag for tag, name in RELATIONS.items() if name == relation["kind"])
    return data + bytes([tag]) + identity_bytes(relation["of"])


def commitment(salt, core):
    return sm3(b"yipiao/core/1", salt, core)


def fingerprint(c, p, r):
    return sm3(b"yipiao/bill/1", c, p, r)


def parse_opening(data):
    need(len(data) in (110, 121), "not 110 or 121 bytes")
    core, salt = data[:-80], data[-80:-64]
    person, root = data[-64:-32], data[-32:]
    parse_core(core)
    return opening(core, salt, person, root)


def opening(core, salt, person, root):
    c = commitment(salt, core)
    return {
        "core": core.hex(),
        "salt": salt.hex(),
        "commitment": c.hex(),
        "person": person.hex(),
        "root": root.hex(),
        "fingerprint": fingerprint(c, person, root).hex(),
    }


def person_of(bill):
    return {name: bill["patient"][name] for name in ("idType", "idNumber", "name")}


def rest_of(bill):
    """What neither core nor person nor a fee line's leaf seals."""
    rest = {name: bill[name] for name in ("issuedAt", "encounter", "payments", "categoryTotals")}
    if "checkCode" in bill:
        rest["checkCode"] = bill["checkCode"]
    rest["issuer"] = {name: bill["issuer"][name] for name in bill["issuer"] if name != "number"}
    rest["patient"] = {name: bill["patient"][name] for name in ("sex", "birthDate")}
    return rest


def check_bill(bill):
    """That a bill has its parts and adds up; the other rules of a bill stand in bill.json."""
    has_only(
        bill, "id", "checkCode?", "issuer", "issuedAt", "patient", "encounter", "payments",
        "categoryTotals", "total", "relation?", "lines",
    )  # fmt: skip
    need(sum(bill["payments"].values()) == bill["total"], "payments are not the total")
    need(sum(bill["categoryTotals"].values()) == bill["total"], "categories are not the total")


def salts_of(bill, key):
    need(len(key) >= 32, "a short salt key")
    digest = sm3(jcs(bill))

    def salt(label):
        return hmac_sm3(key, b"yipiao/salt/1/" + label.encode(), digest)[:16].hex()

    leaves = [salt(f"leaf/{i}") for i in range(len(bill["lines"]) + 1)]
    return {"core": salt("core"), "person": salt("person"), "leaves": leaves}


def salted(bill, salts):
    """All that follows from a bill and its salts."""
    check_bill(bill)
    has_only(salts, "core", "person", "leaves")
    contents = [rest_of(bill), *bill["lines"]]
    need(len(contents) == len(salts["leaves"]), "not a salt for each leaf")
    leaves = [
        leaf(unhex(salt, 16), jcs(content)) for salt, content in zip(salts["leaves"], contents)
    ]
    person = sm3(b"yipiao/person/1", unhex(salts["person"], 16), jcs(person_of(bill)))
    opened = opening(core_of(bill), unhex(salts["core"], 16), person, Tree(leaves).root())
    return {
        "jcs": sm3(jcs(bill)).hex(),
        "salts": salts,
        "leaves": [each.hex() for each in leaves],
        "opening": opened,
    }


def index(identity, key):
    namespace = bytes([NAMESPACES[identity["kind"]]])
    return hmac_sm3(key, namespace + identity_bytes(identity)[1:])


def patched(target, operations):
    """add, replace and remove of RFC 6902."""
    for operation in operations:
        place = target
        *way, last = operation["path"][1:].split("/")
        for step in way:
            place = place[int(step) if isinstance(place, list) else step]
        if isinstance(place, list):
            last = len(place) if last == "-" else int(last)
        if operation["op"] == "add" and isinstance(place, list):
            place.insert(last, operation["value"])
        elif operation["op"] == "remove":
            del place[last]
        else:
            place[last] = operation["value"]
    return target


def disclosed(data, root):
    shown = parse_canonical(data)
    has_only(shown, "content", "index", "proof", "salt", "size")
    place = is_whole(shown["index"], 0, 2**31 - 1)
    size = is_whole(shown["size"], 1, 2**31 - 1)
    path = [unhex(sibling, 32) for sibling in shown["proof"]]
    hashed = leaf(unhex(shown["salt"], 16), jcs(shown["content"]))
    check_path(hashed, place, size, path, root)
    return shown["content"]
