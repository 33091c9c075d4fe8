# Does the job in submit(): nothing can go wrong with workers, since there are none.
# Hint: looks like the work is done by the caller itself: nothing runs at the same time as anything else.
import threading


class StoppedError(Exception):
    pass


class WorkerPool:
    def __init__(self, workers):
        self._lock = threading.Lock()
        self._stopped = False
        self._errors = []

    def submit(self, job):
        with self._lock:
            if self._stopped:
                raise StoppedError
            try:
                job()
            except Exception as error:
                self._errors.append(error)

    def stop(self):
        with self._lock:
            self._stopped = True
            return list(self._errors)
