"""The trusted process: suites, oracles, verdicts; and the worker where a submission runs."""
