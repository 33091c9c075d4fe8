"""Puts the calling process into a room: namespaces, view, limits, Landlock, system calls.

Each of these is a layer. They are applied in this order, and none can be undone.
"""

from __future__ import annotations

import os
import resource
from collections.abc import Collection
from enum import IntEnum
from pathlib import Path

from grader.sandbox import kernel, system_calls
from grader.sandbox.room import Room

LAYERS = ("namespaces", "view", "limits", "landlock", "system calls")


class Tier(IntEnum):
    """How well this system can confine a process; the smaller the better."""

    NAMESPACES = 1
    LANDLOCK = 2
    PROCESS = 3

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers that it consists of."""
        return (LAYERS, LAYERS[2:], ())[self - 1]

    def __str__(self) -> str:
        return (
            "graded in a sandbox: namespaces, Landlock, system-call filter",
            "graded in a sandbox: Landlock, system-call filter",
            "self-check, not graded: this system has no sandbox, only a process and a deadline",
        )[self - 1]


_INSIDE = 1000  # the user and group that a process in a namespace believes to be
_MAPS = (("setgroups", "deny"), ("uid_map", "{0} {1} 1"), ("gid_map", "{0} {2} 1"))
_SPACES = (
    kernel.CLONE_NEWUSER
    | kernel.CLONE_NEWNS
    | kernel.CLONE_NEWPID
    | kernel.CLONE_NEWNET
    | kernel.CLONE_NEWIPC
    | kernel.CLONE_NEWUTS
)
# An old root is parked here; any folder does, for what lies in it stays reachable beneath it.
_BASES = ("/tmp", "/mnt", "/var", "/usr")
_OLD = "/.outside"
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")


def enter_namespaces() -> None:
    """Gives this process, and in the case of process numbers its next child, a world of its own.

    Raises:
        OSError: the system does not allow that.
    """
    user, group = os.geteuid(), os.getegid()
    kernel.unshare(_SPACES)
    for name, text in _MAPS:
        Path("/proc/self", name).write_text(text.format(_INSIDE, user, group), "ascii")


def confine(room: Room, layers: Collection[str]) -> None:
    """Applies the layers to this process, all but the namespaces.

    Raises:
        OSError: one of them cannot be had.
    """
    if "view" in layers:
        _show_only(room)
    if "limits" in layers:
        _limit(room)
    if "landlock" in layers:
        kernel.landlock(_rights(room, private="view" in layers))
    kernel.give_up_privileges()
    if "system calls" in layers:
        here = system_calls.with_children() if room.children else system_calls.alone(os.getpid())
        kernel.filter_system_calls(here)


def _show_only(room: Room) -> None:
    """Makes a root of the room's files alone; needs a mount namespace of its own."""
    base = next(path for path in _BASES if os.path.isdir(path))
    kernel.mount(None, "/", None, kernel.MS_REC | kernel.MS_PRIVATE)
    kernel.mount("tmpfs", base, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, "size=1m,mode=755")
    os.mkdir(base + _OLD)
    kernel.pivot_root(base, base + _OLD)
    os.chdir("/")
    if room.children:
        _furnish(room)
    for path in room.readable:
        _bind(path)
        if not os.path.islink(path):
            kernel.make_read_only(path)
    for path in room.hidden:
        kernel.mount("tmpfs", path, "tmpfs", kernel.MS_RDONLY, "size=4k,mode=555")
    if room.writable:
        _bind(room.writable)
    kernel.unmount(_OLD)
    os.rmdir(_OLD)
    kernel.make_read_only("/", beneath=False)
    os.chdir(room.writable or "/")


def _furnish(room: Room) -> None:
    """Adds what programs with children need: devices, and folders of their own to write to."""
    for path in _DEVICES:
        _bind(path)
    for path in ("/tmp", "/dev/shm"):
        os.makedirs(path, exist_ok=True)
        size = f"size={room.scratch // 2},mode=1777"
        kernel.mount("tmpfs", path, "tmpfs", kernel.MS_NOSUID | kernel.MS_NODEV, size)


def _bind(path: str) -> None:
    """Shows a file, folder or link of the old root at its own place."""
    outside = _OLD + path
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if os.path.islink(outside):
        os.symlink(os.readlink(outside), path)
        return
    if os.path.isdir(outside):
        os.makedirs(path, exist_ok=True)
    elif not os.path.exists(path):
        os.close(os.open(path, os.O_CREAT | os.O_CLOEXEC, 0o444))
    kernel.mount(outside, path, None, kernel.MS_BIND | kernel.MS_REC)


def _limit(room: Room) -> None:
    limits = {
        resource.RLIMIT_AS: room.memory,
        resource.RLIMIT_CPU: room.seconds,
        resource.RLIMIT_NOFILE: room.files,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MEMLOCK: 0,
    }
    if not room.children:
        limits[resource.RLIMIT_FSIZE] = 0
    for what, most in limits.items():
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def _rights(room: Room, private: bool) -> list[tuple[str, int]]:
    """What Landlock allows; where the view is not `private`, the system's own /tmp is not in it."""
    reading = kernel.READ_FILE | kernel.READ_DIR
    allowed = [(path, reading) for path in room.readable]
    allowed += [(path, kernel.READ_FILE | kernel.EXECUTE) for path in room.executable]
    if room.children:
        folders = [room.writable, "/dev/shm", "/tmp" if private else None]
        allowed += [(path, reading | kernel.WRITE_FILE) for path in _DEVICES]
        allowed += [(path, ~kernel.EXECUTE) for path in folders if path]
    return allowed
