class CircuitOpenError(Exception):
    """Raised in the place of a call that the breaker refused."""


def retry(
    operation, attempts, base_ms, cap_ms, random, sleep, is_worth_retrying, budget_ms=None, clock=None, breaker=None
):
    """Calls until it succeeds, as long as that makes sense; what it raises is the last error.

    attempts:          how often to call at most, the first call included
    base_ms, cap_ms:   the bound of the first wait; it doubles with each further one, up to cap_ms
    random():          a number from 0 up to, and not including, 1
    sleep(ms):         waits
    is_worth_retrying: whether the same call may succeed later, given the error
    budget_ms:         no wait begins that would end later than this long after the start; None: as long as it takes
    clock():           milliseconds; needed for the budget only
    """
    raise NotImplementedError("retry is not written yet")
