# Waits until the queue is worked off, but never tells the workers to go home.
# Hint: looks like threads that are never told to end: the work is done, but they go on waiting for more.
import queue
import threading


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
            try:
                job()
            except Exception as error:
                self._errors.append(error)
            finally:
                self._jobs.task_done()

    def submit(self, job):
        with self._lock:
            if self._stopped:
                raise StoppedError
            self._jobs.put(job)

    def stop(self):
        with self._lock:
            self._stopped = True
        self._jobs.join()
        return list(self._errors)
