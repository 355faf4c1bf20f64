"""Carriers: each module turns one kind of file into blocks, as printed and in reading order."""
