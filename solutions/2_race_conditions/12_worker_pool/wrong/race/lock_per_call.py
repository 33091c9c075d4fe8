# A new lock in each call: nobody else can hold it, so nobody ever waits.
# Hint: looks like a lock made inside the call: each thread holds one of its own, so they don't keep each other out.
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
                break
            try:
                job()
            except Exception as error:
                self._errors.append(error)

    def submit(self, job):
        with threading.Lock():
            if self._stopped:
                raise StoppedError
            self._jobs.put(job)

    def stop(self):
        with threading.Lock():
            if not self._stopped:
                self._stopped = True
                for _ in self._threads:
                    self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        return list(self._errors)
