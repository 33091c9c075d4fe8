"""Which system calls a confined process may make, as a filter that the kernel runs.

The numbers are those of the kernel's tables for x86-64 and for the generic ABI (aarch64).
"""

from __future__ import annotations

import errno
import platform
import struct

_ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}

# Calls that a Python without threads, children and sockets makes: (x86-64, aarch64).
_PLAIN: dict[str, tuple[int | None, int | None]] = {
    "read": (0, 63),
    "write": (1, 64),
    "open": (2, None),
    "close": (3, 57),
    "stat": (4, None),
    "fstat": (5, 80),
    "lstat": (6, None),
    "poll": (7, None),
    "lseek": (8, 62),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "ioctl": (16, 29),
    "pread64": (17, 67),
    "readv": (19, 65),
    "writev": (20, 66),
    "access": (21, None),
    "select": (23, None),
    "sched_yield": (24, 124),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "dup": (32, 23),
    "dup2": (33, None),
    "dup3": (292, 24),
    "nanosleep": (35, 101),
    "getpid": (39, 172),
    "exit": (60, 93),
    "uname": (63, 160),
    "getcwd": (79, 17),
    "readlink": (89, None),
    "gettimeofday": (96, 169),
    "getrlimit": (97, 163),
    "getrusage": (98, 165),
    "sysinfo": (99, 179),
    "times": (100, 153),
    "getuid": (102, 174),
    "getgid": (104, 176),
    "geteuid": (107, 175),
    "getegid": (108, 177),
    "getppid": (110, 173),
    "sigaltstack": (131, 132),
    "statfs": (137, 43),
    "fstatfs": (138, 44),
    "gettid": (186, 178),
    "futex": (202, 98),
    "sched_getaffinity": (204, 123),
    "epoll_wait": (232, None),
    "epoll_ctl": (233, 21),
    "getdents64": (217, 61),
    "restart_syscall": (219, 128),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115),
    "exit_group": (231, 94),
    "openat": (257, 56),
    "newfstatat": (262, 79),
    "readlinkat": (267, 78),
    "faccessat": (269, 48),
    "pselect6": (270, 72),
    "ppoll": (271, 73),
    "set_robust_list": (273, 99),
    "get_robust_list": (274, 100),
    "epoll_pwait": (281, 22),
    "epoll_create1": (291, 20),
    "prlimit64": (302, 261),
    "getcpu": (309, 168),
    "getrandom": (318, 278),
    "membarrier": (324, 283),
    "statx": (332, 291),
    "rseq": (334, 293),
    "close_range": (436, 436),
    "faccessat2": (439, 439),
}
_FCNTL, _TGKILL, _SOCKET, _SOCKETPAIR = (72, 25), (234, 131), (41, 198), (53, 199)
_CLONE, _CLONE3 = (56, 220), (435, 435)
# Copies a descriptor, or gets and sets its flags; not F_SETOWN, by which one sends signals.
_FCNTL_COMMANDS = (0, 1, 2, 3, 4, 1030)
_AF_UNIX = 1
_NEW_NAMESPACES = 0x7E020080

# What a process with children needs none of: (x86-64, aarch64).
_DANGEROUS: dict[str, tuple[int | None, int | None]] = {
    "ptrace": (101, 117),
    "syslog": (103, 116),
    "setpriority": (141, 140),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "acct": (163, 89),
    "settimeofday": (164, 170),
    "mount": (165, 40),
    "umount2": (166, 39),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "reboot": (169, 142),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "init_module": (175, 105),
    "delete_module": (176, 106),
    "quotactl": (179, 60),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "unshare": (272, 97),
    "perf_event_open": (298, 241),
    "fanotify_init": (300, 262),
    "open_by_handle_at": (304, 265),
    "clock_adjtime": (305, 266),
    "setns": (308, 268),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "finit_module": (313, 273),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "pidfd_send_signal": (424, 424),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsmount": (432, 432),
    "pidfd_getfd": (438, 438),
    "mount_setattr": (442, 442),
    "quotactl_fd": (443, 443),
}

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data
_ALLOW, _KILL, _ERROR = 0x7FFF0000, 0x80000000, 0x00050000
_REFUSE, _UNKNOWN = _ERROR | errno.EPERM, _ERROR | errno.ENOSYS
_X32 = 0x40000000


def alone(pid: int) -> bytes:
    """Returns the filter for a process that lives alone: no child, no thread, no socket.

    Args:
        pid: the process, as it sees itself; it may send signals to itself.

    Raises:
        OSError: on an architecture whose numbers are not known here.
    """
    architecture, column = _here()
    rules = [
        *_if(_FCNTL[column], [(1, value, _ALLOW) for value in _FCNTL_COMMANDS]),
        *_if(_TGKILL[column], [(0, pid, _ALLOW)]),
    ]
    for numbers in _PLAIN.values():
        rules += _if(numbers[column], [], _ALLOW)
    return b"".join([*_head(architecture), *rules, _do(_RETURN, _REFUSE)])


def with_children() -> bytes:
    """Returns the filter for a process that may start others: no namespace, no network.

    Raises:
        OSError: on an architecture whose numbers are not known here.
    """
    architecture, column = _here()
    rules = [
        *_if(_SOCKET[column], [(0, _AF_UNIX, _ALLOW)]),
        *_if(_SOCKETPAIR[column], [(0, _AF_UNIX, _ALLOW)]),
        # What clone3 is asked for lies in memory, which a filter can't read: use clone instead.
        *_if(_CLONE3[column], [], _UNKNOWN),
        _do(_EQUAL, _CLONE[column], 0, 4),
        _do(_LOAD, _ARGUMENTS),
        _do(_ANY_BIT, _NEW_NAMESPACES, 0, 1),
        _do(_RETURN, _REFUSE),
        _do(_RETURN, _ALLOW),
    ]
    for numbers in _DANGEROUS.values():
        rules += _if(numbers[column], [], _REFUSE)
    return b"".join([*_head(architecture), *rules, _do(_RETURN, _ALLOW)])


def _here() -> tuple[int, int]:
    try:
        return _ARCHITECTURES[platform.machine()]
    except KeyError:
        raise OSError(errno.ENOSYS, f"no filter for {platform.machine()} yet") from None


def _head(architecture: int) -> list[bytes]:
    return [
        _do(_LOAD, _ARCHITECTURE),
        _do(_EQUAL, architecture, 1, 0),
        _do(_RETURN, _KILL),
        _do(_LOAD, _NUMBER),
        _do(_AT_LEAST, _X32, 0, 1),
        _do(_RETURN, _REFUSE),
    ]


def _if(
    number: int | None, arguments: list[tuple[int, int, int]], otherwise: int = _REFUSE
) -> list[bytes]:
    """What becomes of a call: decided by one of its arguments, else as said last."""
    if number is None:
        return []
    body = []
    for position, value, decision in arguments:
        body += [
            _do(_LOAD, _ARGUMENTS + 8 * position),
            _do(_EQUAL, value, 0, 1),
            _do(_RETURN, decision),
        ]
    body.append(_do(_RETURN, otherwise))
    return [_do(_EQUAL, number, 0, len(body)), *body]


def _do(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    """One instruction: struct sock_filter."""
    return struct.pack("=HBBI", code, if_so, if_not, value)
