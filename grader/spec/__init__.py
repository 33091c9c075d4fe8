"""Sequential models, and whether a history of calls can be explained by one."""

from grader.spec.history import Call, History
from grader.spec.model import ANYTHING, Model, sequential
from grader.spec.order import (
    Explanation,
    Order,
    explain,
    linearizable,
    quiescent,
    sequentially_consistent,
)
from grader.spec.programs import Program, programs
from grader.spec.table import history_table

__all__ = [
    "ANYTHING",
    "Call",
    "Explanation",
    "History",
    "Model",
    "Order",
    "Program",
    "explain",
    "history_table",
    "linearizable",
    "programs",
    "quiescent",
    "sequential",
    "sequentially_consistent",
]
