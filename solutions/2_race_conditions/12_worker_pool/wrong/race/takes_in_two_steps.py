# Looks at the first job and takes it out afterwards: two workers may look at the same one.
# Hint: looks like reading an item and removing it in two steps: two threads can read the same one before either removes it.
import threading


class StoppedError(Exception):
    pass


class WorkerPool:
    def __init__(self, workers):
        self._jobs = []
        self._waiting = threading.Semaphore(0)
        self._lock = threading.Lock()
        self._stopped = False
        self._errors = []
        self._threads = [threading.Thread(target=self._work) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def _work(self):
        while True:
            self._waiting.acquire()
            job = self._jobs[0]
            self._jobs = self._jobs[1:]
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
            self._jobs.append(job)
            self._waiting.release()

    def stop(self):
        with self._lock:
            if not self._stopped:
                self._stopped = True
                for _ in self._threads:
                    self._jobs.append(None)
                    self._waiting.release()
        for thread in self._threads:
            thread.join()
        return list(self._errors)
