# Asks whether the pool is stopped and puts the job afterwards: it may come in behind the notes.
# Hint: looks like a check and an action in two steps: the pool may stop in between, and what you put then is read by nobody.
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
        if self._stopped:
            raise StoppedError
        self._jobs.put(job)

    def stop(self):
        with self._lock:
            if not self._stopped:
                self._stopped = True
                for _ in self._threads:
                    self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        return list(self._errors)
