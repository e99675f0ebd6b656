"""Canonical JSON (RFC 8785) over NFC text and whole numbers, and SM3 from OpenSSL's hashlib."""

import hashlib
import hmac
import json
import re
import unicodedata


class Refused(Exception):
    """The input is not what its format asks for."""


def need(condition, reason):
    if not condition:
        raise Refused(reason)


def sm3(*parts):
    state = hashlib.new("sm3")
    for part in parts:
        state.update(part)
    return state.digest()


def hmac_sm3(key, *parts):
    return hmac.new(key, b"".join(parts), "sm3").digest()


def unhex(text, length=None):
    need(isinstance(text, str) and re.fullmatch("([0-9a-f]{2})*", text), "not hexadecimal")
    data = bytes.fromhex(text)
    need(length is None or len(data) == length, f"not {length} bytes")
    return data


def text_of(raw):
    need(not re.search("[\ud800-\udfff]", raw), "a lone surrogate")
    return unicodedata.normalize("NFC", raw)


def whole(digits):
    need(len(digits) < 18 and abs(int(digits)) < 2**53, "beyond 2^53 - 1")
    return int(digits)


def refuse_number(_):
    raise Refused("not a whole number")


def members(pairs):
    found = {}
    for name, value in pairs:
        need(len(name) <= 256, "a long name")
        name = text_of(name)
        need(name not in found, f"{name} twice")
        found[name] = value
    return found


def normalised(value, depth=0):
    need(depth <= 16 if isinstance(value, (dict, list)) else True, "too deep")
    if isinstance(value, str):
        return text_of(value)
    if isinstance(value, list):
        return [normalised(each, depth + 1) for each in value]
    if isinstance(value, dict):
        return {name: normalised(each, depth + 1) for name, each in value.items()}
    return value


def parse(data):
    """Reads one JSON value from UTF-8 bytes, in any spelling."""
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=members,
            parse_int=whole,
            parse_float=refuse_number,
            parse_constant=refuse_number,
        )
    except (ValueError, RecursionError) as fault:
        raise Refused(str(fault)) from fault
    return normalised(value, 1)


ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def quoted(text):
    def escape(unit):
        return ESCAPES.get(unit) or (f"\\u{ord(unit):04x}" if ord(unit) < 0x20 else unit)

    return '"' + "".join(map(escape, text)) + '"'


def jcs(value):
    """The canonical bytes of a value."""
    return spelled(value).encode("utf-8")


def spelled(value):
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return "[" + ",".join(map(spelled, value)) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(quoted(name) + ":" + spelled(value[name]) for name in names) + "}"


def parse_canonical(data):
    """Reads one JSON value, which must be spelled as jcs() spells it."""
    value = parse(data)
    need(jcs(value) == data, "another spelling")
    return value


def has_only(value, *names):
    """Whether a value is an object with these members; a name with ? may be missing."""
    need(isinstance(value, dict), "not an object")
    required = {name for name in names if not name.endswith("?")}
    allowed = {name.rstrip("?") for name in names}
    need(required <= set(value) <= allowed, "other members")


def is_whole(value, least, most):
    good = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
    need(good, f"not {least} to {most}")
    return value
