"""What a platform answered to an operator who sets it up."""


class PlatformRefused(Exception):
    """The platform does not take it; `reason` is in the platform's own words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class PlatformUnreachable(Exception):
    """No answer; `reason` is the kind of failure, in a word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
