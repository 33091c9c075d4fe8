"""Sequential models, and whether a history of calls can be explained by one."""

from grader.spec.history import Call, History
from grader.spec.model import Model, sequential
from grader.spec.order import (
    Explanation,
    Order,
    explain,
    linearizable,
    quiescent,
    sequentially_consistent,
)

__all__ = [
    "Call",
    "Explanation",
    "History",
    "Model",
    "Order",
    "explain",
    "linearizable",
    "quiescent",
    "sequential",
    "sequentially_consistent",
]
