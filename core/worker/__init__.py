"""Models run in another interpreter: how it is found and made, started, talked to and let go."""
