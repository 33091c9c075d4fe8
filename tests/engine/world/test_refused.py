"""What cannot be simulated is refused by name, at the call, in one sentence."""

from __future__ import annotations

import pytest

from grader.engine import DojoError, UnsimulatedError

CALLS = {
    "socket.socket()": ("socket", "socket.socket()"),
    "socket.create_connection(('localhost', 80))": ("socket", "socket.create_connection()"),
    "subprocess.run(['true'])": ("subprocess", "subprocess.run()"),
    "subprocess.Popen(['true'])": ("subprocess", "subprocess.Popen()"),
    "multiprocessing.Process(target=print)": ("multiprocessing", "Process()"),
    "multiprocessing.Pool(2)": ("multiprocessing", "Pool()"),
    "multiprocessing.Queue()": ("multiprocessing", "Queue()"),
    "concurrent.futures.ProcessPoolExecutor()": ("concurrent.futures", "ProcessPoolExecutor()"),
    "asyncio.run(None)": ("asyncio", "run()"),
    "asyncio.new_event_loop()": ("asyncio", "new_event_loop()"),
    "signal.signal(2, print)": ("signal", "signal.signal()"),
    "signal.alarm(1)": ("signal", "signal.alarm()"),
    "input()": ("os", "input()"),
    "breakpoint()": ("os", "breakpoint()"),
    "os.fork()": ("os", "os.fork()"),
    "os.system('true')": ("os", "os.system()"),
    "os.popen('true')": ("os", "os.popen()"),
    "os.execv('/bin/true', ['true'])": ("os", "os.execv()"),
    "os.pipe()": ("os", "os.pipe()"),
    "fcntl.flock(0, 2)": ("fcntl", "fcntl.flock()"),
    "_thread.interrupt_main()": ("_thread", "interrupt_main()"),
    "sys.settrace(None)": ("sys", "sys.settrace()"),
    "threading.setprofile(None)": ("threading", "threading.setprofile()"),
    "urllib.request.urlopen('http://localhost')": ("urllib.request", "urllib.request.urlopen()"),
    "select.select([], [], [])": ("select", "select.select()"),
}


@pytest.mark.parametrize("switching", ["anywhere", "gil"])
@pytest.mark.parametrize("call", CALLS)
def test_one_sentence_with_file_and_line(lab, call: str, switching: str) -> None:
    module, name = CALLS[call]
    path = lab.write(f"import {module}\n\n\ndef main():\n    return {call}\n")
    with pytest.raises(UnsimulatedError) as caught:
        lab.explore_path(path, switching=switching)
    error = caught.value
    assert (error.file, error.line) == (str(path), 5)
    assert name in error.sentence
    assert " is not simulated: " in error.sentence
    assert "\n" not in str(error)
    assert str(error).startswith(f"{path}:5: ")


@pytest.mark.parametrize("clause", ["except Exception:", "except BaseException:", "except:"])
def test_no_clause_of_the_program_swallows_it(lab, clause: str) -> None:
    path = lab.write(f"""
        import socket

        def main():
            try:
                socket.socket()
            {clause}
                return "swallowed"
            finally:
                print("over")
    """)
    with pytest.raises(UnsimulatedError, match=":5: socket.socket"):
        lab.explore_path(path)


def test_in_a_thread_and_in_a_function_given_to_the_library(lab) -> None:
    for body in (
        "together(lambda: os.fork())",
        "together(os.fork)",
        "threading.Thread(target=os.fork).start()",
        "ThreadPoolExecutor(1).submit(os.fork)",
        "attempt(os.fork)",
        "repeat(os.fork, 2)()",
    ):
        with pytest.raises(UnsimulatedError, match=r"os.fork\(\) is not simulated"):
            lab.explore(f"import os\ndef main():\n    {body}\n")


def test_the_engine_is_fit_for_use_afterwards(lab) -> None:
    with pytest.raises(DojoError):
        lab.explore("def main():\n    together(lambda: input(), threading.Event().wait)\n")
    assert lab.only("def main():\n    return together(lambda: 1, lambda: 2)\n") == [1, 2]


def test_importing_is_not_calling(lab) -> None:
    assert lab.only("""
        import asyncio, multiprocessing, signal, socket, subprocess
        def main():
            return socket.AF_INET.name, signal.SIGINT.name
    """) == ("AF_INET", "SIGINT")
