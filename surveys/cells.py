"""What stands in one cell of a workbook or a CSV file: never a formula."""

# A text that begins so is run as a formula by spreadsheet programs; a tab or a line
# break in front does not stop them (https://owasp.org/www-community/attacks/CSV_Injection).
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What XML, and so a workbook, cannot hold.
_CONTROLS = dict.fromkeys(set(range(0x20)) - {0x09, 0x0A, 0x0D})

Cell = str | int | float | bool | None


def safe(value: Cell) -> Cell:
    """The value as a cell may hold it: a text that looks like a formula is quoted.

    Numbers stay numbers. A quoted text begins with an apostrophe, which spreadsheet
    programs take for "this is text".
    """
    if not isinstance(value, str):
        return value
    text = value.translate(_CONTROLS)
    return f"'{text}" if text.startswith(_STARTS) else text
