"""What is read off a page of the indicators."""


def part(page, start, end):
    begins = page.index(start)
    return page[begins : page.index(end, begins)]


def chart(page):
    return part(page, '<svg class="waves"', "</svg>")


def row(page, period):
    """The table's row of a wave."""
    place = page.index(f"<code>{period}</code>")
    return page[page.rindex("<tr>", 0, place) : page.index("</tr>", place)]
