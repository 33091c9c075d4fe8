"""The field alone, without the object that it belongs to."""

ORDER = ["T1 reads value", "T2 reads value", "T2 writes value", "T2 ends", "T1 writes value"]
