"""The data store: tables, transactions, and one module of queries for each noun."""
