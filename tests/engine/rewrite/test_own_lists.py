"""A list that never leaves its function needs no points; any way out brings them back."""

from __future__ import annotations

import pytest

# How a list made in `main` may be changed by another thread while `main` goes over it.
WAYS_OUT = {
    "passed on": "mine = [1]; keep(mine)",
    "stored": "mine = [1]; SEEN.append(mine)",
    "another name": "mine = [1]; other = mine; keep(other)",
    "a name before it": "first = []; SEEN.append(first); mine = first; mine.append(1)",
    "captured by a function": "mine = [1]\n    def peek(): return mine\n    keep(peek())",
    "captured by a lambda": "mine = [1]; keep((lambda: mine)())",
    "captured by a generator": "mine = [1]; keep(next(mine for _ in 'x'))",
    "a method": "mine = [1]; keep(mine.append.__self__)",
    "a walrus": "keep(mine := [1])",
    "an item of a display": "mine = [1]; keep(*(mine,))",
    "a star": "mine = [1]; keep(*[mine])",
    "a target of two": "mine = other = [1]; keep(other)",
    "a loop's target": "for mine in ([1],): keep(mine)",
    "a with target": "import contextlib\n    with contextlib.nullcontext([1]) as mine: keep(mine)",
    "a frame": "import sys; mine = [1]; keep(sys._getframe().f_locals['mine'])",
    "inspect": "mine = [1]; keep(inspect.getargvalues(inspect.currentframe())[3]['mine'])",
    "locals": "mine = [1]; keep(locals()['mine'])",
    "a parameter": "mine = keep([1])[0]",
}
READ = """
import inspect
SEEN = []
def keep(items):
    SEEN.append(items)
    return SEEN
def main():
    {make}
    def change():
        SEEN[0].append(2)
    thread = threading.Thread(target=change)
    thread.start()
    count = 0
    for item in mine:
        count += 1
    thread.join()
    return count
"""


@pytest.mark.parametrize("way", WAYS_OUT)
def test_a_list_that_leaves_its_function_has_points(lab, way: str) -> None:
    exploration = lab.explore(READ.format(make=WAYS_OUT[way]))
    assert exploration.values == {1, 2}


def test_a_generator_can_be_met_between_two_items(lab) -> None:
    assert lab.endings("""
        def count():
            mine = [1, 2]
            for item in mine:
                yield item

        def main():
            numbers = count()
            return sum(len(found) for found in together(lambda: list(numbers), lambda: list(numbers)))
    """) == ["ValueError", 2]


def test_a_list_of_threads_costs_nothing(lab) -> None:
    exploration = lab.explore(
        """
        def main():
            threads = []
            for _ in range(2):
                threads.append(threading.Thread(target=len, args=("",)))
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        """,
        strategy="dfs",
    )
    again = lab.explore(
        """
        def main():
            one = threading.Thread(target=len, args=("",))
            two = threading.Thread(target=len, args=("",))
            one.start()
            two.start()
            one.join()
            two.join()
        """,
        strategy="dfs",
    )
    assert exploration.executions == again.executions


def test_under_the_gil_an_append_is_a_call_of_c_code(lab) -> None:
    text = """
        def main():
            number = [0]
            def add():
                mine = []
                before = number[0]
                mine.append(before)
                number[0] = before + 1
            together(add, add)
            return number[0]
    """
    assert lab.explore(text, switching="gil").values == {1, 2}
