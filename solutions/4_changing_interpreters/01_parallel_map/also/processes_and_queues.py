"""A pool by hand: processes that take numbered tasks and put numbered answers.

The answers are fetched before the processes are joined: a process doesn't end before somebody has
taken what it put.
"""

import multiprocessing
from collections.abc import Callable, Sequence
from typing import Any


def _work(function: Callable[[Any], Any], tasks: Any, answers: Any) -> None:
    while (task := tasks.get()) is not None:
        number, item = task
        try:
            answers.put((number, function(item), None))
        except Exception as error:
            answers.put((number, None, error))


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    """Call a function with each item, in other processes; results in the order of the items."""
    tasks: Any = multiprocessing.Queue()
    answers: Any = multiprocessing.Queue()
    crew = [
        multiprocessing.Process(target=_work, args=(function, tasks, answers))
        for _ in range(workers)
    ]
    for worker in crew:
        worker.start()
    for task in enumerate(items):
        tasks.put(task)
    for _ in crew:
        tasks.put(None)
    collected = sorted((answers.get() for _ in items), key=lambda answer: answer[0])
    for worker in crew:
        worker.join()
    for _, _, error in collected:
        if error is not None:
            raise error
    return [result for _, result, _ in collected]
