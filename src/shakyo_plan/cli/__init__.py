"""The command ``plan``: it alone prints, exits, and reads the environment and the terminal."""
