"""The course on disk: what katas there are, handing them out, proving them."""
