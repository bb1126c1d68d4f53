"""Bytes -> sheets, in a limited process: every format, every damage, nothing typed yet."""
