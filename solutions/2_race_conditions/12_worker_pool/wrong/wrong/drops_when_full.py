# Keeps the queue short and throws away, without a word, what doesn't fit.
# Hint: looks like `put_nowait()` whose `Full` is ignored: the caller believes that the work is accepted, and it is gone.
import queue
import threading


class StoppedError(Exception):
    pass


class WorkerPool:
    def __init__(self, workers):
        self._jobs = queue.Queue(maxsize=2)
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
        with self._lock:
            if self._stopped:
                raise StoppedError
            try:
                self._jobs.put_nowait(job)
            except queue.Full:
                pass

    def stop(self):
        with self._lock:
            if not self._stopped:
                self._stopped = True
                for _ in self._threads:
                    self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        return list(self._errors)
