"""The toy course is material for the project's tests, not one of them."""

collect_ignore = ["exercises", "solutions"]
