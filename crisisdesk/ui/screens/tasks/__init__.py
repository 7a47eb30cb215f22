"""The tasks: who does what until when, what is late, what came of it."""
