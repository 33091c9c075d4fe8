# Puts the notes first and says stop afterwards: a job accepted in between comes behind them.
# Hint: looks like the end is marked before the door is closed: what comes in between the two is behind the end.
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
        with self._lock:
            if self._stopped:
                raise StoppedError
            self._jobs.put(job)

    def stop(self):
        for _ in self._threads:
            self._jobs.put(None)
        with self._lock:
            self._stopped = True
        for thread in self._threads:
            thread.join()
        return list(self._errors)
