"""A site: one place in the source where a scheduling point stands."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2s


@dataclass(slots=True, eq=False)
class Site:
    """Where a scheduling point stands, and what the code does right after it.

    `op` is the hook's word: read, write, update (the store of `+=`), delete,
    call, enter, leave, iterate, loop, entry, look. `target` is the operand as
    written ("self.value"); `key` the attribute or name, mangled as Python does;
    `partner` the other one of a pair: of the read and the store of
    `+=`, of the entry and the end of `with`; 0 for the first of a pair that a generator may be
    suspended in.
    """

    number: int
    op: str
    file: str
    line: int
    function: str
    source: str
    target: str
    key: str = ""
    partner: int = 0

    @property
    def place(self) -> str:
        """The site's function and line text, the part of a schedule that survives edits."""
        return f"{self.function}:{line_hash(self.source)}"


NOWHERE = Site(0, "none", "", 0, "", "", "")


def line_hash(source: str) -> str:
    """Returns four hex digits for the text of a line, whatever its indentation."""
    return blake2s(source.strip().encode(), digest_size=2).hexdigest()
