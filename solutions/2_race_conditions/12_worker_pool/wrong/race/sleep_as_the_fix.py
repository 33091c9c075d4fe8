# Gives the workers a second to finish instead of waiting for them; nothing makes that enough.
# Hint: looks like a sleep in place of `join()`: no pause is long enough for certain. Wait for the thing itself.
import queue
import threading
import time


class StoppedError(Exception):
    pass


class WorkerPool:
    def __init__(self, workers):
        self._jobs = queue.Queue()
        self._lock = threading.Lock()
        self._stopped = False
        self._errors = []
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def _work(self):
        while True:
            job = self._jobs.get()
            if job is None:
                break
            try:
                job()
            except Exception as error:
                self._errors.append(error)

    def submit(self, job):
        with self._lock:
            if self._stopped:
                raise StoppedError
            self._jobs.put(job)

    def stop(self):
        with self._lock:
            if not self._stopped:
                self._stopped = True
                for _ in self._threads:
                    self._jobs.put(None)
        time.sleep(1.0)
        return list(self._errors)
