"""`python -m grader` is `dojo`."""

from grader.cli import main

if __name__ == "__main__":
    main()
