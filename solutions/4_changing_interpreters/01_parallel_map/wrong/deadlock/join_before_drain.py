# Joins the processes before it takes their answers: one with large results waits for a reader.
# Hint: looks like a `join()` before the answers are taken: a process with a large one can't end until somebody reads it.

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
    for worker in crew:
        worker.join()
    collected = sorted((answers.get() for _ in items), key=lambda answer: answer[0])
    for _, _, error in collected:
        if error is not None:
            raise error
    return [result for _, result, _ in collected]
