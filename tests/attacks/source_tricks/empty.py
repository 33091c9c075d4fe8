# Defines nothing.
# expect: fail
