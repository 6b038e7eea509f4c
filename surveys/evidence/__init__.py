"""The evidence pack: what an assessor needs to judge a number without asking us.

Pure: a `Pack` is gathered elsewhere; here it becomes a PDF, a workbook, CSV and JSON
(`files.render`), the same bytes from the same pack.
"""
