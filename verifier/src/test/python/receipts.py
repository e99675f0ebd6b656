"""Endorsed reads: Fabric's messages taken apart by hand, certificates and signatures by OpenSSL."""

import base64
import hashlib
import re
import subprocess
import tempfile
from datetime import datetime, timezone
from pathlib import Path

from canonical import Refused, has_only, need, parse_canonical
from seals import CURVES, verify


def fields(data):
    """A message's fields in order: (number, value), a value being bytes or a whole number."""
    found, at = [], 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            need(at < len(data) and shift < 64, "a message that ends early")
            value |= (data[at] & 0x7F) << shift
            shift += 7
            at += 1
            if data[at - 1] < 0x80:
                return value

    while at < len(data):
        tag = varint()
        value = varint()
        if tag & 7 == 2:
            need(at + value <= len(data), "a message that ends early")
            value, at = data[at : at + value], at + value
        else:
            need(tag & 7 == 0, "another type of field")
        found.append((tag >> 3, value))
    return found


def one(data, number, default=b""):
    """The last value of a field, as protocol buffers have it."""
    return dict(fields(data)).get(number, default)


def every(data, number):
    return [value for field, value in fields(data) if field == number]


def binary(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as fault:
        raise Refused("no base64") from fault
    need(base64.b64encode(data).decode() == text, "another base64")
    return data


def check(receipt, roots, channel):
    """What a receipt proves."""
    parts = parse_canonical(receipt)
    has_only(parts, "proposal", "payload", "endorsements")
    need(len(parts["endorsements"]) == 2, "not two endorsements")
    payload = binary(parts["payload"])
    arguments = check_call(binary(parts["proposal"]), payload, channel)
    key, version, response = check_answer(payload, arguments)
    msps = [check_endorsement(each, payload, roots) for each in parts["endorsements"]]
    msps.sort(key=lambda msp: msp != "InsuranceMSP")
    policy = [["InsuranceMSP", "HospitalMSP"], ["InsuranceMSP", "FinanceMSP"]]
    need(msps in policy, "these organisations do not suffice")
    return {
        "organisations": msps,
        "arguments": arguments,
        "key": key,
        "response": response,
        "block": one(version, 1, 0),
        "transaction": one(version, 2, 0),
    }


def check_call(proposal, payload, channel):
    need([number for number, _ in fields(proposal)] == [1, 2], "another proposal")
    header, call = one(proposal, 1), one(proposal, 2)
    need([number for number, _ in fields(header)] == [1, 2], "another header")
    need([number for number, _ in fields(call)] == [1], "transient data")
    bound = hashlib.sha256(one(header, 1) + one(header, 2) + call).digest()
    need(one(payload, 1) == bound, "the answer to another call")
    need(one(one(header, 1), 4) == channel.encode(), "another channel")
    spec = one(one(call, 1), 1)
    need(one(one(spec, 2), 2) == b"registry", "another chaincode")
    function, *arguments = [each.decode() for each in every(one(spec, 3), 1)]
    need(function == "prove" and len(arguments) in (2, 3), "not to prove")
    return arguments


def check_answer(payload, arguments):
    action = one(payload, 2)
    answer = one(action, 3)
    need(one(answer, 1, 0) == 200, "a refusal")
    need(one(one(action, 4), 2) == b"registry", "another chaincode's answer")
    response = parse_canonical(one(answer, 3))
    if len(arguments) == 3:
        share = response.get("share", {"payer": arguments[1], "claim": arguments[2]})
        said = [response["index"], share["payer"], share["claim"]]
        key = f"bill/{arguments[0]}"
    else:
        said = [str(response["issuer"]), response["root"]]
        key = "/".join(["batch", *arguments])
    need(said == arguments, "an answer that speaks of something else")
    versions = {}
    for namespace in every(one(action, 1), 2):
        keys = one(namespace, 2)
        need({number for number, _ in fields(keys)} <= {1}, "not only reads")
        if one(namespace, 1) == b"registry":
            versions |= {one(read, 1).decode(): one(read, 2) for read in every(keys, 1)}
    need(versions.get(key), "no such key was read")
    return key, versions[key], response


def check_endorsement(endorsement, payload, roots):
    has_only(endorsement, "endorser", "signature")
    endorser, signature = binary(endorsement["endorser"]), binary(endorsement["signature"])
    msp, certificate = one(endorser, 1).decode(), one(endorser, 2)
    spki, units, since = read_certificate(certificate)
    kinds = units & {"peer", "client", "admin", "orderer"}
    need(kinds == {"peer"}, "no peer")
    need(low(signature), "a high s")
    options = ["-rawin", "-digest", "sha256"]
    need(verify(spki, options, payload + endorser, signature), "the signature does not verify")
    known = {each["msp"]: each["roots"] for each in roots["organisations"]}
    good = any(stands_under(certificate, root, since) for root in known.get(msp, []))
    need(good, "a certificate that does not stand under its root")
    return msp


def low(signature):
    need(signature[0] == 0x30 and signature[1] == len(signature) - 2, "no DER")
    length = signature[3]
    s = int.from_bytes(signature[6 + length :], "big")
    return s <= CURVES["ES256"][0] // 2


def read_certificate(pem):
    def openssl(*options):
        run = subprocess.run(
            ["openssl", "x509", "-noout", *options], input=pem, capture_output=True, check=False
        )
        need(run.returncode == 0, "no certificate")
        return run.stdout.decode()

    spki = base64.b64decode("".join(openssl("-pubkey").splitlines()[1:-1]))
    units = set(re.findall(r"OU=([^,+\n]*)", openssl("-subject", "-nameopt", "RFC2253")))
    since = openssl("-startdate", "-dateopt", "iso_8601").strip().split("=")[1]
    instant = datetime.strptime(since, "%Y-%m-%d %H:%M:%SZ").replace(tzinfo=timezone.utc)
    return spki, units, int(instant.timestamp())


def stands_under(certificate, root, since):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "certificate").write_bytes(certificate)
        Path(folder, "root").write_text(root, encoding="ascii")
        run = subprocess.run(
            ["openssl", "verify", "-attime", str(since), "-CAfile", "root", "-no-CApath",
             "certificate"],
            cwd=folder, capture_output=True, check=False,
        )  # fmt: skip
        return run.returncode == 0
