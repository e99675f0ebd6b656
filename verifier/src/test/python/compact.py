"""A receipt as the text of a QR code: read, and written again, by the words of CompactReceipt."""

import base64
import re
from pathlib import Path

from canonical import jcs, need, parse_canonical
from receipts import binary

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
PEM = re.compile(
    rb"-----BEGIN CERTIFICATE-----\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{1,64}={0,2}\n)"
    rb"-----END CERTIFICATE-----\n|((?:[0-9a-f]{2}){16,})"
)
LONGEST, LARGEST_FOLDED, LARGEST, SHORTEST = 4296, 8192, 16384, 5


def words():
    """The words stand in the format's own source: two constants, text and hexadecimal."""
    main = Path(__file__).resolve().parents[2] / "main" / "java"
    source = (main / "io/yipiao/verifier/receipt/ReceiptWords.java").read_text(encoding="utf-8")
    constants = re.findall(r"String [A-Z]+ =(.*?);\n", source, re.DOTALL)
    text, certificate = (
        "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', constant)).replace('\\"', '"')
        for constant in constants
    )
    return text.encode("ascii") + bytes.fromhex(certificate)


WORDS = words()


def varint(number):
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def more(self):
        return self.at < len(self.data)

    def take(self, length):
        need(self.at + length <= len(self.data), "bytes that end early")
        self.at += length
        return self.data[self.at - length : self.at]

    def number(self):
        value = 0
        for shift in range(0, 35, 7):
            octet = self.take(1)[0]
            value |= (octet & 127) << shift
            if octet < 128:
                return value
        return need(False, "a long number")


def base45(text):
    need(len(text) % 3 != 1 and set(text) <= set(ALPHABET), "no Base45")
    out = b""
    for start in range(0, len(text), 3):
        digits = [ALPHABET.index(each) for each in text[start : start + 3]]
        value = sum(digit * 45**place for place, digit in enumerate(digits))
        need(value < 256 ** (len(digits) - 1), "no Base45")
        out += value.to_bytes(len(digits) - 1, "big")
    return out


def to_base45(data):
    out = ""
    for start in range(0, len(data), 2):
        pair = data[start : start + 2]
        value = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            out += ALPHABET[value % 45]
            value //= 45
    return out


def expand(tokens):
    reader, out = Reader(tokens), bytearray(WORDS)
    while reader.more():
        head = reader.number()
        length = (head >> 1) + (SHORTEST if head & 1 else 1)
        need(len(out) - len(WORDS) + length <= LARGEST_FOLDED, "too many bytes")
        if head & 1:
            distance = reader.number()
            need(0 < distance <= len(out), "a copy of nothing")
            for _ in range(length):
                out.append(out[-distance])
        else:
            out += reader.take(length)
    return bytes(out[len(WORDS) :])


def shorten(data):
    whole, out, at = WORDS + data, b"", len(WORDS)
    fresh = at
    while at <= len(whole):
        start, length = longest(whole, at) if at < len(whole) else (0, SHORTEST)
        if length < SHORTEST:
            at += 1
            continue
        if at > fresh:
            out += varint(2 * (at - fresh - 1)) + whole[fresh:at]
        if at == len(whole):
            break
        out += varint(2 * (length - SHORTEST) + 1) + varint(at - start)
        at += length
        fresh = at
    return out


def longest(whole, at):
    """Where the longest copy of what stands at a place begins, the nearest of several."""
    best, length = 0, SHORTEST - 1
    while at + length < len(whole):
        start = whole.rfind(whole[at : at + length + 1], 0, at + length)
        if start < 0:
            break
        best, length = start, length + 1
    return best, length if best or length >= SHORTEST else 0


def unfold(folded):
    reader, out = Reader(folded), b""
    while reader.more():
        length, kind = divmod(reader.number(), 3)
        stretch = reader.take(length)
        out += [bytes, lambda data: data.hex().encode(), pem][kind](stretch)
        need(len(out) <= LARGEST, "too many bytes")
    return out


def pem(der):
    text = base64.b64encode(der)
    lines = b"".join(text[at : at + 64] + b"\n" for at in range(0, len(text), 64))
    return b"-----BEGIN CERTIFICATE-----\n" + lines + b"-----END CERTIFICATE-----\n"


def fold(data):
    out, done = b"", 0

    def put(kind, stretch):
        return varint(3 * len(stretch) + kind) + stretch if stretch else b""

    for found in PEM.finditer(data):
        if found[1]:
            stretch, kind = base64.b64decode(found[1].replace(b"\n", b"") + b"=="), 2
        else:
            stretch, kind = bytes.fromhex(found[2].decode()), 1
        if (pem(stretch) if kind == 2 else stretch.hex().encode()) == found[0]:
            out += put(0, data[done : found.start()]) + put(kind, stretch)
            done = found.end()
    return out + put(0, data[done:])


def check(text):
    """The receipt as JSON."""
    need(text.startswith("YR1:") and len(text) <= LONGEST, "no receipt")
    folded = expand(base45(text[4:]))
    reader, parts = Reader(unfold(folded)), []
    while reader.more():
        parts.append(reader.take(reader.number()))
    need(len(parts) == 6 and all(parts), "not six parts")
    joined = b"".join(varint(len(part)) + part for part in parts)
    need("YR1:" + to_base45(shorten(fold(joined))) == text, "another spelling")
    proposal, payload, *rest = (base64.b64encode(part).decode() for part in parts)
    endorsements = [
        {"endorser": rest[0], "signature": rest[1]},
        {"endorser": rest[2], "signature": rest[3]},
    ]
    receipt = {"endorsements": endorsements, "payload": payload, "proposal": proposal}
    need(parse_canonical(jcs(receipt)) == receipt and binary(payload), "no receipt")
    return jcs(receipt).decode()
