"""The pages of feedback: what everyone reads, and where staff sort and answer."""
