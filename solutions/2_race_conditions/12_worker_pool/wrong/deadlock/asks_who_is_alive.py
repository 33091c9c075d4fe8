# Puts a note for each worker that is alive; one that took an earlier note is gone by then.
# Hint: looks like counting who is still there while they are leaving: the number changes in between. Fix it before you begin.
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
        with self._lock:
            if not self._stopped:
                self._stopped = True
                for thread in self._threads:
                    if thread.is_alive():
                        self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        return list(self._errors)
