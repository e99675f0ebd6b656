"""Merkle trees over SM3 by the definitions of RFC 9162, section 2.1."""

from canonical import need, sm3


def leaf(*parts):
    return sm3(b"\0", *parts)


class Tree:
    """The tree over a list of leaf hashes, each of its subtrees hashed once."""

    def __init__(self, leaves):
        self.leaves = leaves
        self.known = {}

    def hash(self, start, end):
        if end - start == 1:
            return self.leaves[start]
        if (start, end) not in self.known:
            split = start + largest_power_below(end - start)
            left, right = self.hash(start, split), self.hash(split, end)
            self.known[start, end] = sm3(b"\1", left, right)
        return self.known[start, end]

    def root(self):
        return self.hash(0, len(self.leaves))

    def path(self, index):
        """PATH(m, D): the hashes beside the way from the leaf up to the root."""
        path, start, end = [], 0, len(self.leaves)
        while end - start > 1:
            split = start + largest_power_below(end - start)
            if index < split:
                path.append(self.hash(split, end))
                end = split
            else:
                path.append(self.hash(start, split))
                start = split
        return path[::-1]


def largest_power_below(size):
    return 1 << (size - 1).bit_length() - 1


def check_path(leaf_hash, index, size, path, root):
    """Climbs from the leaf: a path has exactly the hashes that the shape of the tree asks for."""
    need(index < size, "outside the tree")
    sides, start, end = [], 0, size
    while end - start > 1:
        split = start + largest_power_below(end - start)
        sides.append(index < split)
        start, end = (start, split) if index < split else (split, end)
    need(len(path) == len(sides), "a path of another length")
    node = leaf_hash
    for is_left, sibling in zip(reversed(sides), path):
        node = sm3(b"\1", node, sibling) if is_left else sm3(b"\1", sibling, node)
    need(node == root, "another root")


def proof_bytes(index, path):
    return index.to_bytes(4, "big") + b"".join(path)


def parse_proof(data):
    need(len(data) >= 4 and (len(data) - 4) % 32 == 0 and len(data) <= 4 + 31 * 32, "no proof")
    index = int.from_bytes(data[:4], "big")
    need(index < 2**31, "no index")
    return index, [data[at : at + 32] for at in range(4, len(data), 32)]
