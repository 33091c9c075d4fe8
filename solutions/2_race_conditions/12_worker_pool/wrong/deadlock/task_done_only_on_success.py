# A job that raises is never marked as done: join() waits for it for ever.
# Hint: looks like `task_done()` is left out when a job raises: the queue goes on counting it, and `join()` never ends.
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
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def _work(self):
        while True:
            job = self._jobs.get()
            if job is None:
                self._jobs.task_done()
                break
            try:
                job()
                self._jobs.task_done()
            except Exception as error:
                self._errors.append(error)

    def submit(self, job):
        with self._lock:
            if self._stopped:
                raise StoppedError
            self._jobs.put(job)

    def stop(self):
        with self._lock:
            first, self._stopped = not self._stopped, True
        self._jobs.join()
        with self._lock:
            if first:
                for _ in self._threads:
                    self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        return list(self._errors)
