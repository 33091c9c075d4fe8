"""What code in the sandbox tries in vain, and which layers stand in its way.

Each attempt sets `result` to True if it succeeds. `FOLDER` is a folder outside that everybody may
change; it holds `secret.txt`. `PID` is the number of a process outside, which has a secret at
`ADDRESS` and says "hi" at the TCP port `PORT`.
"""

from __future__ import annotations

_LIBC = "import ctypes; libc = ctypes.CDLL(None, use_errno=True)\n"

ATTEMPTS = {
    "reads a file": "result = open(FOLDER + '/secret.txt').read() == 'secret'",
    "reads the password file": "result = 'root' in open('/etc/passwd').read()",
    "lists a folder": "import os; result = 'secret.txt' in os.listdir(FOLDER)",
    "looks whether a file is there": "import os; result = os.path.exists(FOLDER + '/secret.txt')",
    "writes a file": "open(FOLDER + '/new', 'w').write('x'); result = True",
    "writes over a file": "open(FOLDER + '/secret.txt', 'r+').write('x'); result = True",
    "removes a file": "import os; os.remove(FOLDER + '/victim'); result = True",
    "changes a file's mode": "import os; os.chmod(FOLDER + '/secret.txt', 0o600); result = True",
    "makes a link": "import os; os.symlink('/', FOLDER + '/link'); result = True",
    "writes beside the standard library": (
        "import os, threading\n"
        "name = os.path.dirname(threading.__file__) + '/written_by_a_test'\n"
        "open(name, 'w').close(); os.remove(name); result = True"
    ),
    "fills the disk": (
        "file = open(FOLDER + '/big', 'wb'); file.write(bytes(1 << 20)); file.flush(); result = True"
    ),
    "forks": "import os\npid = os.fork()\nif not pid: os._exit(0)\nos.waitpid(pid, 0); result = True",
    "starts a program": (
        "import subprocess, sys\n"
        "result = subprocess.run([sys.executable, '-c', '']).returncode == 0"
    ),
    "becomes a program": "import os; os.execve('/bin/sh', ['sh', '-c', 'exit 42'], {})",
    "starts a thread": (
        "import threading\n"
        "thread = threading.Thread(target=int); thread.start(); thread.join(); result = True"
    ),
    "opens a network socket": "import socket; socket.socket().close(); result = True",
    "connects to the machine": (
        "import socket\n"
        "with socket.create_connection(('127.0.0.1', PORT), 5) as line:\n"
        "    result = line.recv(2) == b'hi'"
    ),
    "opens a Unix socket": "import socket; socket.socketpair(); result = True",
    "signals a process outside": "import os; os.kill(PID, 0); result = True",
    "finds the processes outside": "import os; result = str(PID) in os.listdir('/proc')",
    "reads another's memory": _LIBC + (
        "there = ctypes.create_string_buffer(8)\n"
        "class Vector(ctypes.Structure):\n"
        "    _fields_ = [('base', ctypes.c_void_p), ('length', ctypes.c_size_t)]\n"
        "own = Vector(ctypes.addressof(there), 8)\n"
        "theirs = Vector(ADDRESS, 8)\n"
        "libc.process_vm_readv(PID, ctypes.byref(own), 1, ctypes.byref(theirs), 1, 0)\n"
        "result = there.raw == b'a secret'"
    ),
    "traces a process": _LIBC + "result = libc.ptrace(16, PID, 0, 0) == 0",
    "gets out of its namespace": _LIBC + "result = libc.unshare(0x10000000) == 0",
    "mounts": _LIBC + "result = libc.mount(b'x', b'/', b'tmpfs', 0, None) == 0",
    "uses io_uring": _LIBC + (
        "result = libc.syscall(425, 1, ctypes.create_string_buffer(120)) >= 0"
    ),
    "makes a file in memory": "import os; os.memfd_create('x'); result = True",
    "lifts its limits": (
        "import resource\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40)); result = True"
    ),
    "takes 4 GiB": "room = bytearray(4 << 30); result = True",
    "opens a thousand files": (
        "import threading\n"
        "files = [open(threading.__file__) for _ in range(1000)]; result = True"
    ),
}  # fmt: skip

OTHER_PROGRAM = 42
"""The exit status of the program that a process becomes."""

PRIVILEGED = {"reads another's memory", "traces a process", "mounts"}
"""Attempts that fail without any layer too: privileges are given up in every case."""
