#!/usr/bin/env python3
"""Checks the test vectors a second time, with nothing of ours: hashlib's SM3, OpenSSL's SM2 and ECDSA.

usage: python3 check_vectors.py [FOLDER]      FOLDER is src/test/resources/vectors unless told

For each vector it computes what is expected, or refuses what must be refused. It prints a line a
file and exits 1 if it disagrees with any vector.
"""

import base64
import binascii
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import bills
import canonical
import compact
import receipts
import seals
import trees
from canonical import Refused, has_only, hmac_sm3, is_whole, need, sm3, unhex

HERE = Path(__file__).resolve().parent
VECTORS = HERE.parent / "resources" / "vectors"
SAMPLE = HERE.parents[1] / "main" / "resources" / "io" / "yipiao" / "verifier" / "bill"


def json_text(given):
    data = given.encode() if isinstance(given, str) else unhex(given["hex"])
    return canonical.jcs(canonical.parse(data)).decode()


def jcs(given):
    data = given["text"].encode() if "text" in given else unhex(given["hex"])
    return sm3(canonical.jcs(canonical.parse_canonical(data))).hex()


def sm3_digest(given):
    claimed, message = unhex(given["digest"], 32), unhex(given["message"])
    digest = hmac_sm3(unhex(given["key"]), message) if "key" in given else sm3(message)
    need(digest == claimed, "another digest")
    return digest.hex()


def core(given):
    return bills.parse_core(unhex(given["core"]))


def index(given):
    key = unhex(given["key"], 32)
    identity = bills.parse_identity(unhex(given["identity"]))
    return identity | {
        "year": bills.year(identity),
        "index": bills.index(identity, key).hex(),
        "check": hmac_sm3(key, b"yipiao/index-key-check/1")[:8].hex(),
    }


def opening(given):
    return bills.parse_opening(unhex(given["opening"]))


def fingerprint(given):
    sample = canonical.parse((SAMPLE / "sample-bill.json").read_bytes())
    bill = bills.patched(sample, given["patch"])
    if "saltKey" in given:
        return bills.salted(bill, bills.salts_of(bill, unhex(given["saltKey"])))
    salted = bills.salted(bill, given["salts"])
    need(salted["opening"]["fingerprint"] == given["fingerprint"], "another fingerprint")
    return salted


def disclosed_leaf(given):
    return bills.disclosed(given["leaf"].encode(), unhex(given["root"], 32))


def proof(given):
    place, path = trees.parse_proof(unhex(given["proof"]))
    size = is_whole(given["size"], 1, 2**31 - 1)
    trees.check_path(unhex(given["leaf"], 32), place, size, path, unhex(given["root"], 32))
    return place


def key(given):
    read = seals.Key(given)
    record = {name: value for name, value in given.items() if name != "userId"}
    if read.user_id != seals.STANDARD_USER_ID:
        record["userId"] = read.user_id.hex()
    return {"thumbprint": read.thumbprint.hex(), "userId": read.user_id.hex(), "record": record}


def seal(given):
    issuer_key = seals.Key(given["key"])
    message = seals.bill_message(issuer_key, unhex(given["fingerprint"], 32))
    issuer_key.check(message, unhex(given["seal"], 64))
    return message.hex()


def asked_key(record):
    """A key that somebody asks for: in use, and in its one spelling."""
    has_only(record, "seq", "suite", "spki", "userId?")
    need(record.get("userId") != seals.STANDARD_USER_ID.hex(), "a user id that goes unsaid")
    return seals.Key(record)


def enrolment(given):
    asked = canonical.parse_canonical(given["request"].encode())
    has_only(asked, "code", "key", "possession")
    need(re.fullmatch("[HP][0-9]{11}", asked["code"]), "no code")
    message = seals.enrolment_message(asked["code"], asked["key"])
    asked_key(asked["key"]).check(message, unhex(asked["possession"], 64))
    return message.hex()


def rotation(given):
    asked = canonical.parse_canonical(given["request"].encode())
    has_only(asked, "issuer", "keySeq", "key", "voucher", "possession")
    old, renewed = seals.Key(given["old"]), asked_key(asked["key"])
    need(is_whole(asked["keySeq"], 1, 255) != renewed.seq, "it vouches for itself")
    issuer = is_whole(asked["issuer"], 1, 2**31 - 1)
    message = seals.rotation_message(old, issuer, asked["key"])
    old.check(message, unhex(asked["voucher"], 64))
    renewed.check(message, unhex(asked["possession"], 64))
    return message.hex()


def batch(given):
    leaves = unhex(given["leaves"])
    size = len(leaves) // 32
    need(len(leaves) % 32 == 0 and 1 <= size <= 32_000, "no leaves")
    hashed = [trees.leaf(leaves[32 * i : 32 * i + 32]) for i in range(size)]
    root = trees.Tree(hashed).root()
    issuer_key = seals.Key(given["key"])
    issuer = is_whole(given["issuer"], 1, 2**31 - 1)
    message = seals.batch_message(issuer_key, issuer, size, root)
    issuer_key.check(message, unhex(given["seal"], 64))
    return {"size": size, "root": root.hex(), "message": message.hex()}


def sealed_line(data, issuer_key):
    line = canonical.parse_canonical(data)
    has_only(line, "bill", "salts", "seal")
    opened = bills.salted(line["bill"], line["salts"])["opening"]
    message = seals.bill_message(issuer_key, unhex(opened["fingerprint"]))
    issuer_key.check(message, unhex(line["seal"], 64))
    return line["bill"]["issuer"]["number"], opened["fingerprint"]


def sealed_bill(given):
    return sealed_line(given["line"].encode(), seals.Key(given["key"]))[1]


def sealed_upload(given):
    lines = [line.rstrip("\r") for line in given["upload"].split("\n")]
    lines = [line.encode() for line in lines if line]
    need(lines, "nothing")
    header = canonical.parse_canonical(lines[0])
    has_only(header, "issuer", "keySeq", "size", "root", "seal")
    issuer, size = is_whole(header["issuer"], 1, 2**31 - 1), is_whole(header["size"], 1, 32_000)
    is_whole(header["keySeq"], 1, 255)
    issuer_key, root = seals.Key(given["key"]), unhex(header["root"], 32)
    message = seals.batch_message(issuer_key, issuer, size, root)
    issuer_key.check(message, unhex(header["seal"], 64))
    sealed = [sealed_line(line, issuer_key) for line in lines[1:]]
    need(len(sealed) == size and all(of == issuer for of, _ in sealed), "other bills")
    leaves = [trees.leaf(unhex(each)) for _, each in sealed]
    need(trees.Tree(leaves).root() == root, "another root")
    return [each for _, each in sealed]


def trust_list(given):
    text = given["list"].encode()
    seals.Key(given["pinned"]).check(seals.list_message(text), unhex(given["seal"], 64))
    found = canonical.parse_canonical(text)
    has_only(found, "number", "issued", "nextUpdate", "issuers")
    is_whole(found["number"], 1, 2**53 - 1)
    need(all(map(seals.is_instant, (found["issued"], found["nextUpdate"]))), "no instant")
    need(found["issued"] < found["nextUpdate"], "no later update")
    need(ascending(issuer["number"] for issuer in found["issuers"]), "another order")
    keys = [each for issuer in found["issuers"] for each in issuer_keys(issuer)]
    return {"number": found["number"], "thumbprints": [each.thumbprint.hex() for each in keys]}


def issuer_keys(issuer):
    has_only(issuer, "number", "code", "name", "host", "keys")
    need(re.fullmatch("[HP][0-9]{11}", issuer["code"]), "no code")
    host = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9][0-9]{0,4})?"
    need(len(issuer["host"]) <= 38 and re.fullmatch(host, issuer["host"]), "no host")
    for record in issuer["keys"]:
        need(record.get("userId") != seals.STANDARD_USER_ID.hex(), "a user id that goes unsaid")
    keys = [seals.Key(record) for record in issuer["keys"]]
    need(ascending(each.seq for each in keys), "another order")
    return keys


def ascending(numbers):
    numbers = list(numbers)
    return all(one < other for one, other in zip(numbers, numbers[1:]))


def receipt(given):
    return receipts.check(given["receipt"].encode(), given["roots"], given["channel"])


def compact_receipt(given):
    return compact.check(given["text"])


def qr(text):
    need(len(text) <= 352 and "/Q/" in text, "no text of ours")
    origin, encoded = text.split("/Q/", 1)
    label = "[A-Z0-9]([A-Z0-9-]*[A-Z0-9])?"
    host = rf"HTTPS://(?=[^/]{{1,38}}$){label}(\.{label})*(:[1-9][0-9]{{0,4}})?"
    loopback = r"HTTP://127\.0\.0\.1:[1-9][0-9]{0,4}"
    need(origin.isascii(), "no origin")
    need(not origin or re.fullmatch(f"{host}|{loopback}", origin.upper()), "no origin")
    need(re.fullmatch("[A-Z2-7]*", encoded), "no Base32")
    try:
        data = base64.b32decode(encoded + "=" * (-len(encoded) % 8))
    except binascii.Error as fault:
        raise Refused("no Base32") from fault
    need(base64.b32encode(data).decode().rstrip("=") == encoded, "unused bits")
    need(len(data) in (178, 189), "another length")
    need(binascii.crc_hqx(data[:-2], 0xFFFF) == int.from_bytes(data[-2:], "big"), "garbled")
    need(data[0] == 1 and data[1] > 0, "another version or no key")
    opened = bills.parse_opening(data[2:-66])
    return {name: opened[name] for name in opened if name != "commitment"} | {
        "keySeq": data[1],
        "seal": data[-66:-2].hex(),
        "bytes": len(data),
        "text": f"{origin.upper()}/Q/{encoded}",
    }


FORMATS = {
    "json": json_text, "jcs": jcs, "sm3": sm3_digest, "core": core, "index": index,
    "opening": opening, "fingerprint": fingerprint, "disclosed-leaf": disclosed_leaf,
    "proof": proof, "key": key, "enrolment": enrolment, "rotation": rotation, "seal": seal,
    "batch": batch, "sealed-bill": sealed_bill,
    "sealed-upload": sealed_upload, "trust-list": trust_list, "receipt": receipt,
    "compact-receipt": compact_receipt, "qr": qr,
}  # fmt: skip


def disagreement(answer, vector):
    """What speaks against a vector, or nothing."""
    try:
        found = answer(vector["input"])
    except Refused as reason:
        return f"refused: {reason}" if "expected" in vector else None
    if "expected" not in vector:
        return f"accepted, but must be refused: {vector['reason']}"
    return None if found == vector["expected"] else f"computed {found}"


def check_trees(rows):
    """Roots and proofs of both trees for each size, over leaves made by a rule."""
    faults = []
    fees = [
        trees.leaf(sm3(i.to_bytes(4, "big"))[:16], canonical.jcs({"sequence": i}))
        for i in range(len(rows))
    ]
    batches = [trees.leaf(sm3(b"yipiao/vector/1", i.to_bytes(4, "big"))) for i in range(len(rows))]
    for size, row in enumerate(rows, 1):
        computed = {"size": size}
        for name, leaves in (("fee", fees), ("batch", batches)):
            tree = trees.Tree(leaves[:size])
            paths = [tree.path(i) for i in range(size)]
            for i, path in enumerate(paths):
                trees.check_path(leaves[i], i, size, path, tree.root())
            proofs = (trees.proof_bytes(i, path) for i, path in enumerate(paths))
            computed["fees" if name == "fee" else name] = tree.root().hex()
            computed[f"{name}Proofs"] = sm3(*proofs).hex()
        if computed != row:
            faults.append(f"size {size}: computed {computed}")
    return faults


def missing():
    """What this machine lacks, in a sentence, or nothing."""
    try:
        hashlib.new("sm3")
    except ValueError:
        return "this python3 has no SM3: its hashlib must stand on OpenSSL 1.1.1 or later"
    try:
        version = subprocess.run(["openssl", "version"], capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "there is no openssl: install OpenSSL 3 (Debian: apt-get install openssl)"
    if not re.match(rb"OpenSSL ([3-9]|[1-9]\d)\.", version):
        return f"OpenSSL 3 or later must be first on the PATH, not {version.decode().strip()}"
    return None


def main(folder):
    lack = missing()
    if lack:
        print(lack, file=sys.stderr)
        return 2
    faults = 0
    for name, answer in FORMATS.items():
        vectors = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        found = [(each["comment"], disagreement(answer, each)) for each in vectors]
        faults += report(name, len(vectors), [f"{c}: {f}" for c, f in found if f])
    rows = json.loads((folder / "trees.json").read_text(encoding="utf-8"))
    faults += report("trees", len(rows), check_trees(rows))
    return 1 if faults else 0


def report(name, count, faults):
    print(f"{name}: {count - len(faults)} of {count} agree")
    for fault in faults:
        print(f"  {fault}")
    return len(faults)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else VECTORS))
