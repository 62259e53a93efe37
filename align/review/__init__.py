"""Reading a comparison: cursor, filters, search, marks, and what differs said in words. No terminal."""
