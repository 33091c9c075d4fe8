"""What the rewritten program calls before it reads or writes."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any

from grader.engine.accesses import RUNNING_GENERATOR, Accesses
from grader.engine.kinds import CONTAINERS as _CONTAINERS
from grader.engine.operations import Operation
from grader.engine.peek import UNKNOWN, peek
from grader.engine.rewrite.sites import Site
from grader.engine.scheduler import PATIENCE, Scheduler


def ids(*kinds: type) -> frozenset[int]:
    """Identities: to hash or compare a class may run code of the program's metaclass."""
    return frozenset(map(id, kinds))


IMMUTABLE = ids(
    *(int, float, complex, bool, str, bytes, range, slice, type(None), type(...)),
    *(type, FunctionType, BuiltinFunctionType, ModuleType, property, staticmethod),
)
CONTAINERS = ids(*_CONTAINERS, memoryview)
NO_POINT = ids(range, tuple, str, bytes, frozenset, int)
_PLAIN_KEYS = (type(None), int, str, bool, bytes)
# Where classes come from that change no attribute of an object behind the program's back.
_SOLID_MODULES = ("enum", "abc")


class AccessHooks:
    """The hooks of one build: points and accesses.

    Args:
        scheduler: where the points go.
        sites: by number.
        gil: the `gil` switching model instead of `anywhere`.
        files: of the program, and of the words that scenarios may use.
        modules: names of the program's modules.
        known: tells whether a file belongs to the simulated world.
    """

    def __init__(
        self,
        scheduler: Scheduler,
        sites: list[Site],
        gil: bool,
        files: frozenset[str],
        modules: frozenset[str],
        known: Callable[[str], bool],
        accesses: Accesses,
    ) -> None:
        self.scheduler = scheduler
        self.sites = sites
        self.gil = gil
        self.files = files
        self.modules = modules
        self.known = known
        self.accesses = accesses
        # Loops of the `gil` model, with their frames.
        self._gone_round: set[tuple[int, int]] = set()
        # Whether a callee is opaque; only for what lasts.
        self._callees: dict[Any, bool] = {}
        # By identity; the class itself keeps its identity from being another's.
        self._solid_types: dict[int, tuple[type, bool]] = {}

    def forget(self) -> None:
        """Drops what is remembered of the program's own types: they are made anew."""
        self._solid_types.clear()
        self.accesses.kinds.forget()
        self._gone_round.clear()
        self._callees.clear()

    def point(self, n: int) -> None:
        """A point of the `gil` model; none where the thread has touched nothing since its last."""
        running = self.scheduler.running
        if running.touched:
            self.scheduler.point(n)
            running.touched = False

    def access(self, n: int, owner: Any = None, key: Any = None) -> None:
        """A point before an access; the recording build also notes the access."""
        scheduler = self.scheduler
        if self.gil:
            scheduler.running.touched = True
            return
        if not scheduler.tracking:
            scheduler.point(n)
            return
        running = scheduler.running
        running.pending = self._operation(n, owner, key)
        scheduler.point(n)
        site = self.sites[n]
        if site.partner and site.op == "read":
            # Kept for the store of the same `+=`; a stack, since the line may recur in between.
            held = peek(owner, site.key or key) if type(key) in _PLAIN_KEYS else UNKNOWN
            running.places.setdefault(n, []).append((owner, key, held))

    def _operation(self, n: int, owner: Any, key: Any) -> Operation:
        """What the access at site `n` touches."""
        site = self.sites[n]
        op = site.op
        if op == "look":
            return self.accesses.look(owner)
        if op == "iterate":
            # With a key, the loop stores a name that others see.
            return None if site.key else self.accesses.iteration(owner)
        if op == "update":
            stack = self.scheduler.running.places.get(site.partner)
            if not stack:
                return None
            right, (owner, key, held) = owner, stack.pop()
            return self.accesses.update(self._place(site, owner, key, True), held, right)
        return self._place(site, owner, key, op != "read")

    def _place(self, site: Site, owner: Any, key: Any, writes: bool) -> Operation:
        if owner is None:
            return self.accesses.name(site.key, writes) if site.key else None
        if site.key:
            return self.accesses.attribute(owner, site.key, writes)
        return self.accesses.item(owner, key, writes)

    def back_point(self, n: int) -> None:
        """A back-edge of the `gil` model: a point, unless it spins."""
        scheduler = self.scheduler
        if scheduler.running.spin < PATIENCE and scheduler.running.touched:
            scheduler.running.spin += 1
            self.point(n)
        else:
            scheduler.back_edge(n)

    def entry(self, n: int) -> bool:
        self.point(n)
        return False

    def passed(self, n: int, value: Any) -> Any:
        """As `returned`, after code that nobody has looked into."""
        self.scheduler.running.touched = True
        return self.returned(n, value)

    def returned(self, n: int, value: Any) -> Any:
        """A call has returned, or a generator goes on, in the `gil` model."""
        self.point(n)
        return value

    def begins(self, n: int) -> None:
        """A `while` of the `gil` model begins: it has not gone round yet."""
        self._gone_round.discard((n, id(sys._getframe(1))))

    def back_to(self, n: int) -> None:
        """A `while` of the `gil` model goes back to its test."""
        self.back_point(n)
        self._gone_round.add((n, id(sys._getframe(1))))

    def again(self, n: int) -> None:
        """The test of a `while` has held; a point, if not for the first time."""
        here = (n, id(sys._getframe(1)))
        if here in self._gone_round:
            self._gone_round.discard(here)
            self.point(n)

    def begun(self, n: int) -> None:
        """A generator runs: nobody else can go on with it."""
        scheduler = self.scheduler
        if scheduler.tracking:
            scheduler.running.pending = RUNNING_GENERATOR
        scheduler.point(n)

    def resumed(self, n: int, value: Any) -> Any:
        self.begun(n)
        return value

    def quiet(self, n: int) -> None:
        self.scheduler.quiet += 1

    def loud(self, n: int) -> None:
        self.scheduler.quiet -= 1

    def attr(self, n: int, owner: Any) -> Any:
        if type(owner) is not ModuleType or owner.__name__ in self.modules:
            self.access(n, owner)
        return owner

    def frozen(self, n: int, owner: Any) -> Any:
        kind = type(owner)
        known = self._solid_types.get(id(kind))
        if known is None:
            solid = kind is ModuleType or all(map(self._solid, kind.__mro__))
            known = self._solid_types[id(kind)] = (kind, solid)
        if not known[1]:
            self.access(n, owner)
        return owner

    def _solid(self, base: type) -> bool:
        module = base.__module__
        return base is object or base is type or module in self.modules or module in _SOLID_MODULES

    def item(self, n: int, owner: Any, key: Any) -> Any:
        if id(type(owner)) not in NO_POINT:
            self.access(n, owner, key)
            if isinstance(owner, defaultdict) and self.sites[n].op == "read":
                self._supply(n, owner, key)
            if self.gil and self.sites[n].op == "read" and self._asks(owner, key):
                # Of a `+=`; the point comes between its read and its store.
                self.scheduler.running.places.setdefault(n, []).append(owner)
        return owner

    def getitem(self, n: int, owner: Any, key: Any) -> Any:
        if id(type(owner)) not in NO_POINT:
            self.access(n, owner, key)
            if isinstance(owner, defaultdict):
                self._supply(n, owner, key)
            if self.gil and self._asks(owner, key):
                value = owner[key]
                self.point(n)
                return value
        return owner[key]

    def _supply(self, n: int, owner: defaultdict[Any, Any], key: Any) -> None:
        """Puts into a defaultdict what it lacks, as its own C code did up to 3.13: in two steps.

        Between the call of the factory, if that is the program's, and the store others may run.
        Since 3.14 an item that came meanwhile stays; one that lasts is no promise of the language.
        """
        factory = owner.default_factory
        if self.gil or type(key) not in _PLAIN_KEYS or not self._is_own_factory(factory):
            return
        if getattr(type(owner), "__missing__", None) is not defaultdict.__missing__:
            return
        if dict.__contains__(owner, key):
            return
        made = factory()  # type: ignore[misc]
        if self.scheduler.tracking:
            self.scheduler.running.pending = self.accesses.item(owner, key, True)
        self.scheduler.point(n)
        dict.__setitem__(owner, key, made)

    def _is_own_factory(self, factory: Any) -> bool:
        kind = type(factory)
        if kind is FunctionType:
            return factory.__code__.co_filename in self.files
        return kind is type and factory.__module__ in self.modules

    def _asks(self, owner: Any, key: Any) -> bool:
        """Tells whether a dictionary asks a `__missing__` of Python code that has no points."""
        missing = getattr(type(owner), "__missing__", None)
        if type(missing) is not FunctionType or missing.__code__.co_filename in self.files:
            return False
        return (
            type(key) not in _PLAIN_KEYS
            or not isinstance(owner, dict)
            or not dict.__contains__(owner, key)
        )

    def key(self, n: int, key: Any) -> Any:
        self.access(n, None, key)
        return key

    def name(self, n: int) -> None:
        self.access(n)

    def store(self, n: int, value: Any) -> Any:
        self.access(n)
        return value

    def held(self, n: int, value: Any) -> None:
        """What a name holds when its `+=` begins; the point was just before."""
        stack = self.scheduler.running.places.get(n)
        if stack:
            stack[-1] = (None, None, value)

    def update(self, n: int, value: Any) -> Any:
        if self.gil:
            self.after_read(n)
        self.access(n, value)
        return value

    def after_read(self, n: int) -> None:
        """Between the read and the store of a `+=` in the `gil` model."""
        asked = self.scheduler.running.places.get(self.sites[n].partner)
        if asked:
            asked.pop()
            self.point(n)

    def holds(self, value: Any) -> bool:
        """Tells whether an operator may read what is in `value` without a point of its own."""
        kind = id(type(value))
        return kind in CONTAINERS or (kind not in IMMUTABLE and self.accesses.kinds.holds(value))

    def look(self, n: int, value: Any) -> Any:
        if self.holds(value):
            self.access(n, value)
        return value

    def sink(self, n: int, begins: bool) -> dict[int, Any]:
        """Where the parts of an unpacking wait until each is stored at a point of its own."""
        stack = self.scheduler.running.places.setdefault(n, [])
        if begins:
            stack.append({})
        return stack[-1]  # type: ignore[no-any-return]

    def take(self, n: int, number: int) -> Any:
        stack = self.scheduler.running.places[n]
        parts = stack[-1]
        value = parts.pop(number)
        if not parts:
            stack.pop()
        return value

    def first(self, n: int, value: Any) -> Any:
        """The left operand: what is in it is read after the right one is evaluated."""
        left = value if self.holds(value) else None
        self.scheduler.running.places.setdefault(n, []).append(left)
        return value

    def both(self, n: int, value: Any) -> Any:
        """The right operand; the operation follows at once."""
        stack = self.scheduler.running.places.get(self.sites[n].partner)
        left = stack.pop() if stack else None
        if left is not None or self.holds(value):
            self.access(n, (left, value))
        return value
