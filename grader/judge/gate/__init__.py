"""What a submission may be: read, parsed and held against the rules before anything runs."""
