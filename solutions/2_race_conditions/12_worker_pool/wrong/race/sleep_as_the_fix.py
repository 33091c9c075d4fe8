# Sleeps before it puts the notes, so that all submits are through; nothing makes that sure.
# Hint: looks like a sleep so that the others are through: no pause is long enough for certain. Close the door with a lock.
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
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
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
        if self._stopped:
            raise StoppedError
        self._jobs.put(job)

    def stop(self):
        with self._lock:
            if not self._stopped:
                self._stopped = True
                time.sleep(0.5)
                for _ in self._threads:
                    self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        return list(self._errors)
