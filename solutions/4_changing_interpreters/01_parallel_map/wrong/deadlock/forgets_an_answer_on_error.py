# A worker that fails puts no answer: the caller waits for it for ever.
# Hint: looks as if a worker that fails sends no answer: the caller waits for it for ever.

import multiprocessing
from collections.abc import Callable, Sequence
from typing import Any


def _work(function: Callable[[Any], Any], tasks: Any, answers: Any) -> None:
    while (task := tasks.get()) is not None:
        number, item = task
        answers.put((number, function(item)))


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
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
    collected = sorted(answers.get() for _ in items)
    for worker in crew:
        worker.join()
    return [result for _, result in collected]
