"""A phase of the plan as steps to sign."""
