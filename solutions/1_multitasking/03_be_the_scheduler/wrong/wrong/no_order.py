# Says nothing, and hopes that it happens by itself.
# Hint: where you say nothing a thread goes on to its end; name the steps that matter.
ORDER = []
