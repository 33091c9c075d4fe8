"""A callback of a future runs in the worker or in main, whoever comes later."""

from concurrent.futures import ThreadPoolExecutor
from threading import current_thread, main_thread

ran_in = []


def main():
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(int)
        future.add_done_callback(lambda _: ran_in.append(current_thread() is main_thread()))
    return ran_in
