"""What was said, and where: publishers, documents, frozen texts, exact passages, and reading them."""
