"""The calls into the Linux kernel that Python does not offer, by ctypes; all of them are here.

Namespaces: unshare(2), pivot_root(2), mount_setattr(2). Landlock: landlock(7). Filters of system
calls: seccomp(2). Nothing here needs to be root where user namespaces are allowed.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Sequence

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY = 1
MS_NOSUID = 2
MS_NODEV = 4
MS_BIND = 0x1000
MS_REC = 0x4000
MS_PRIVATE = 0x40000
MNT_DETACH = 2

# Landlock's rights on what lies beneath a path, in the order of their bits.
EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 2, 4, 8
_ALL_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_ALL_NETWORK = 0b11  # bind and connect by TCP, since its version 4
_ALL_SCOPES = 0b11  # abstract sockets and signals, since its version 6

_MOUNT_SETATTR, _LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 442, 444, 445, 446
_AT_FDCWD, _AT_RECURSIVE = -100, 0x8000
_PDEATHSIG, _DUMPABLE, _SECCOMP, _SUBREAPER, _NO_NEW_PRIVS = 1, 4, 22, 36, 38
_FILTER_MODE = 2
_CAPABILITIES_3 = 0x20080522

_libc = ctypes.CDLL(None, use_errno=True)


def _call(name: str, *arguments: int | bytes | None) -> int:
    """Calls a function of the C library.

    Raises:
        OSError: it failed, or there is none of that name; its text begins with the name.
    """
    function = getattr(_libc, name, None)
    if function is None:
        raise OSError(0, f"{name}: not on this system")
    words = [a if isinstance(a, bytes | None) else ctypes.c_long(a) for a in arguments]
    function.restype = ctypes.c_long
    result = int(function(*words))
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{name}: {os.strerror(error)}")
    return result


def unshare(flags: int) -> None:
    """Puts this process into new namespaces."""
    _call("unshare", flags)


def mount(source: str | None, target: str, kind: str | None, flags: int, data: str = "") -> None:
    """Mounts something, or changes what is mounted; see mount(2)."""
    _call("mount", _bytes(source), _bytes(target), _bytes(kind), flags, _bytes(data))


def make_read_only(path: str, beneath: bool = True) -> None:
    """Makes a mount, and all mounts beneath it, read-only, without devices and set-uid."""
    attributes = struct.pack("=4Q", MS_RDONLY | MS_NOSUID | MS_NODEV, 0, 0, 0)
    flags = _AT_RECURSIVE if beneath else 0
    _call("syscall", _MOUNT_SETATTR, _AT_FDCWD, _bytes(path), flags, attributes, 32)


def unmount(path: str) -> None:
    """Takes a mount out of sight at once."""
    _call("umount2", _bytes(path), MNT_DETACH)


def pivot_root(root: str, old: str) -> None:
    """Makes a mount the root of the file system; what was that is then at `old`."""
    _call("pivot_root", _bytes(root), _bytes(old))


def become_subreaper() -> None:
    """Makes this process the parent of its descendants whose own parent ends."""
    _call("prctl", _SUBREAPER, 1, 0, 0, 0)


def die_with_parent(signal: int) -> None:
    """Has the kernel send this process a signal when its parent ends."""
    _call("prctl", _PDEATHSIG, signal, 0, 0, 0)


def give_up_privileges() -> None:
    """Drops all capabilities, for good: no program that is executed can win any."""
    _call("prctl", _NO_NEW_PRIVS, 1, 0, 0, 0)
    _call("capset", struct.pack("=2I", _CAPABILITIES_3, 0), struct.pack("=6I", *[0] * 6))
    _call("prctl", _DUMPABLE, 1, 0, 0, 0)


def landlock_version() -> int:
    """The version of Landlock that the kernel has; raises OSError if it has none."""
    return _call("syscall", _LANDLOCK_CREATE, None, 0, 1)


def landlock(allowed: Sequence[tuple[str, int]]) -> None:
    """Forbids this process every access to files but those listed, and all TCP.

    Args:
        allowed: paths, each with the rights on what lies beneath it.

    Raises:
        OSError: the kernel has no Landlock.
    """
    version = landlock_version()
    rights = _ALL_RIGHTS[max(known for known in _ALL_RIGHTS if known <= version)]
    attributes = struct.pack("=Q", rights)
    if version >= 4:
        attributes += struct.pack("=Q", _ALL_NETWORK)
    if version >= 6:
        attributes += struct.pack("=Q", _ALL_SCOPES)
    ruleset = _call("syscall", _LANDLOCK_CREATE, attributes, len(attributes), 0)
    try:
        for path, wanted in allowed:
            _allow(ruleset, path, wanted & rights)
        _call("prctl", _NO_NEW_PRIVS, 1, 0, 0, 0)
        _call("syscall", _LANDLOCK_RESTRICT, ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not os.path.isdir(path):
            rights &= EXECUTE | WRITE_FILE | READ_FILE
        _call("syscall", _LANDLOCK_ADD, ruleset, 1, struct.pack("=Qi", rights, fd), 0)
    finally:
        os.close(fd)


def filter_system_calls(program: bytes) -> None:
    """Has the kernel ask a filter (see `system_calls`) about every system call from now on."""
    code = ctypes.create_string_buffer(program, len(program))
    instructions = struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
    _call("prctl", _NO_NEW_PRIVS, 1, 0, 0, 0)
    _call("prctl", _SECCOMP, _FILTER_MODE, instructions, 0, 0)


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else os.fsencode(text)
