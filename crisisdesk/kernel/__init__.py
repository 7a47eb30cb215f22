"""The words the whole house speaks: Fact, Command, Feature, Change. Read this first."""
