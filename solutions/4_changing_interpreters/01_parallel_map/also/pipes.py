"""A pipe for each process, which gets every workers-th item and answers once, with all it has."""

import multiprocessing
from collections.abc import Callable, Sequence
from typing import Any


def _work(function: Callable[[Any], Any], items: Sequence[Any], answer: Any) -> None:
    try:
        answer.send(([function(item) for item in items], None))
    except Exception as error:
        answer.send(([], error))
    finally:
        answer.close()


def parallel_map(function: Callable[[Any], Any], items: Sequence[Any], workers: int) -> list[Any]:
    """Call a function with each item, in other processes; results in the order of the items."""
    crew = []
    for first in range(workers):
        ours, theirs = multiprocessing.Pipe(duplex=False)
        share = list(items[first::workers])
        worker = multiprocessing.Process(target=_work, args=(function, share, theirs))
        worker.start()
        theirs.close()
        crew.append((worker, ours))
    answers = [ours.recv() for _, ours in crew]
    for worker, _ in crew:
        worker.join()
    for _, error in answers:
        if error is not None:
            raise error
    return [answers[i % workers][0][i // workers] for i in range(len(items))]
