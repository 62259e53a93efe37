"""Names in a text, the authority file that says who they are, and what their spellings can stand for."""
