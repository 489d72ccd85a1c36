"""Candidates into proposals, and proposals into what a curator would say."""
