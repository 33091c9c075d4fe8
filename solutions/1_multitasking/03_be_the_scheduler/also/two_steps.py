"""The shortest one: after the last step everybody goes on by themselves."""

ORDER = ["T1 reads self.value", "T2 ends"]
