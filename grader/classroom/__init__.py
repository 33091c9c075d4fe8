"""A class: assignments made from katas, graded by the judge, kept in nbgrader's gradebook."""
