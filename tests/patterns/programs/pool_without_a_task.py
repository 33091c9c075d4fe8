"""nothing will come"""

import queue
from concurrent.futures import ThreadPoolExecutor


def program():
    answers = queue.Queue()
    questions = ["parse", "print"]
    with ThreadPoolExecutor(1) as pool:
        pool.submit(questions.pop).result()
        return answers.get()


RIGHT = {"print"}
