"""What people see: timelines, grades, explorations, proofs of a course."""
