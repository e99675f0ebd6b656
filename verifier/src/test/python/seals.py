"""Keys and signatures. What is signed is put together here; whether it is signed, OpenSSL says."""

import re
import subprocess
import tempfile
from pathlib import Path

from canonical import has_only, is_whole, jcs, need, sm3, unhex

# The order of each suite's group, its curve equation's p and b, and how its keys begin in DER.
P256 = (
    0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF,
    0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
    bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004"),
)
SM2 = (
    0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123,
    0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF,
    0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93,
    bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d03420004"),
)
CURVES = {"SM2": SM2, "ES256": P256}
STANDARD_USER_ID = b"1234567812345678"


class Key:
    """An issuer's key, from its record."""

    def __init__(self, record):
        has_only(record, "seq", "suite", "spki", "userId?", "revokedAt?", "suspectSince?")
        self.seq = is_whole(record["seq"], 1, 255)
        need(record["suite"] in CURVES, "no suite")
        self.suite = record["suite"]
        self.spki = unhex(record["spki"])
        need("userId" not in record or self.suite == "SM2", "a user id without SM2")
        self.user_id = unhex(record["userId"]) if "userId" in record else STANDARD_USER_ID
        need(len(self.user_id) < 8192, "a long user id")
        for name in ("revokedAt", "suspectSince"):
            need(name not in record or is_instant(record[name]), "no instant")
        self.check_point()
        self.thumbprint = sm3(self.spki)

    def check_point(self):
        _, p, b, head = CURVES[self.suite]
        need(len(self.spki) == 91 and self.spki.startswith(head), "another key or spelling")
        x, y = int.from_bytes(self.spki[27:59], "big"), int.from_bytes(self.spki[59:], "big")
        need(x < p and y < p and (y * y - x * x * x + 3 * x - b) % p == 0, "not on the curve")

    def check(self, message, seal):
        """r and s in their range, ES256's s in the lower half, and then the signature itself."""
        order = CURVES[self.suite][0]
        r, s = int.from_bytes(seal[:32], "big"), int.from_bytes(seal[32:], "big")
        need(len(seal) == 64 and 0 < r < order and 0 < s < order, "out of range")
        need(self.suite == "SM2" or s <= order // 2, "a high s")
        options = ["-rawin", "-digest", "sm3", "-pkeyopt", f"hexdistid:{self.user_id.hex()}"]
        if self.suite == "ES256":
            options = ["-rawin", "-digest", "sha256"]
        need(verify(self.spki, options, message, der(r, s)), "the signature does not verify")


def is_instant(text):
    return isinstance(text, str) and bool(
        re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.(\d{3}){0,2}(?!000)\d{3})?Z", text)
    )


def der(r, s):
    def integer(value):
        data = value.to_bytes(value.bit_length() // 8 + 1, "big")
        return bytes([2, len(data)]) + data

    body = integer(r) + integer(s)
    return bytes([0x30, len(body)]) + body


def verify(spki, options, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        files = {"key": spki, "message": message, "signature": signature}
        for name, data in files.items():
            Path(folder, name).write_bytes(data)
        run = subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key",
             "-sigfile", "signature", "-in", "message", *options],
            cwd=folder, capture_output=True, check=False,
        )  # fmt: skip
        return run.returncode == 0


def bill_message(key, fingerprint):
    return b"yipiao/seal/1" + key.thumbprint + fingerprint


def batch_message(key, issuer, size, root):
    numbers = issuer.to_bytes(4, "big") + size.to_bytes(4, "big")
    return b"yipiao/batch/1" + key.thumbprint + numbers + root


def list_message(text):
    return b"yipiao/trust/1" + sm3(text)


def enrolment_message(code, record):
    return b"yipiao/enrol/1" + sm3(jcs({"code": code, "key": record}))


def rotation_message(old, issuer, record):
    return b"yipiao/rotate/1" + old.thumbprint + issuer.to_bytes(4, "big") + sm3(jcs(record))
