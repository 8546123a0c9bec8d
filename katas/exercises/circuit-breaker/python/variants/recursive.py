class CircuitOpenError(Exception):
    pass


class Unguarded:
    """A breaker that is always closed."""

    def begin(self):
        return self

    def succeeded(self):
        pass

    failed = succeeded


def retry(
    operation, attempts, base_ms, cap_ms, random, sleep, is_worth_retrying, budget_ms=None, clock=None, breaker=None
):
    """A loop over the bounds of all waits; the last attempt has none."""
    breaker = breaker or Unguarded()
    end = float("inf") if budget_ms is None else clock() + budget_ms
    bounds = [min(cap_ms, base_ms << turn) for turn in range(attempts - 1)] + [None]
    for bound in bounds:
        call = breaker.begin()
        if not call:
            raise CircuitOpenError
        try:
            result = operation()
        except Exception as error:
            again = is_worth_retrying(error)
            (call.failed if again else call.succeeded)()
            if not again or bound is None:
                raise
            wait = bound * random()
            if end < float("inf") and clock() + wait > end:
                raise
            sleep(wait)
        else:
            call.succeeded()
            return result
