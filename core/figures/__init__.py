"""Results as pictures: result in, `go.Figure` out, with its numbers as a table and in words."""
