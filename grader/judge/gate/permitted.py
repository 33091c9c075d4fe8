"""What a submission may import and name: the lists that the source gate goes by."""

from __future__ import annotations

from collections.abc import Iterable

ALWAYS_FINE = frozenset(
    (
        *("__future__", "abc", "array", "bisect", "collections", "contextlib"),
        *("copy", "dataclasses", "datetime", "decimal", "enum"),
        *("fractions", "functools", "heapq", "itertools", "math", "numbers"),
        *("operator", "pprint", "random", "re", "reprlib"),
        *("statistics", "string", "textwrap", "types", "typing", "warnings"),
        *("weakref",),
    )
)
"""Modules that every submission may import: none of them can be the point of a kata."""

INNER_NAMES = frozenset(
    (
        *("__builtins__", "__closure__", "__code__", "__globals__", "__loader__"),
        *("__self__", "__spec__", "__subclasses__"),
        *("ag_code", "ag_frame", "cell_contents", "cr_code", "cr_frame", "gi_code"),
        *("gi_frame", "tb_frame", "tb_next"),
        *("co_code", "co_consts", "co_cellvars", "co_freevars", "co_names"),
        *("co_varnames",),
        *("f_back", "f_builtins", "f_code", "f_generator", "f_globals", "f_locals"),
        *("f_trace",),
    )
)
"""Names that lead from an object to frames, code, namespaces or other people's objects.

`__dict__`, `__mro__`, `__wrapped__`, `__traceback__`, `__reduce__` and `__getattribute__` are not
here: honest classes use them, and they lead nowhere that a submission couldn't go by name.
"""

RUNS_TEXT = frozenset({"exec", "eval", "compile", "__import__"})
"""Functions that run or load what the gate hasn't seen."""

BARRED = {
    "logging": frozenset({"config"}),
    "sys": frozenset(
        (
            *("addaudithook", "breakpointhook", "call_tracing", "meta_path", "modules"),
            *("monitoring", "path_hooks"),
            *("path_importer_cache", "remote_exec", "setprofile", "settrace"),
        )
    ),
    "types": frozenset({"CodeType"}),
    "typing": frozenset({"ForwardRef", "evaluate_forward_ref", "get_type_hints"}),
}
"""Public names that let a submission run unread text, or look into who runs it, by module."""

PUBLIC_ALL_THE_SAME = frozenset(
    {
        ("sys", "_is_gil_enabled"),
        ("threading", "_DummyThread"),
        ("threading", "_MainThread"),
        ("threading", "_RLock"),
    }
)
"""Names that begin with an underscore, that no `__all__` lists, and that people use: the classes
have no other name in a type hint or an `isinstance`."""

MODULE_DUNDERS = frozenset({"__all__", "__doc__", "__file__", "__name__", "__version__"})
"""The only names with two underscores that may be taken from a module."""

HOOKS = frozenset({("sys", "excepthook"), ("threading", "excepthook")})
"""Names of modules that are there to be assigned."""

CODECS = frozenset({"ascii", "utf-8", "iso8859-1", "iso8859-15", "cp1252"})
"""Encodings that a source may declare; it is read as UTF-8 whatever it declares."""


def is_fine(name: str, imports: Iterable[str]) -> bool:
    """Tells whether a module, or a package that it lies in, may be imported.

    Args:
        name: the module's full name.
        imports: what the kata allows.
    """
    parts = name.split(".")
    prefixes = {".".join(parts[:end]) for end in range(1, len(parts) + 1)}
    return not prefixes.isdisjoint(ALWAYS_FINE | frozenset(imports))
