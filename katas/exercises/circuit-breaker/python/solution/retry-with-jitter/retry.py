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
    deadline = None if budget_ms is None else clock() + budget_ms
    attempt = 1
    while True:
        try:
            return call_once(operation, breaker, is_worth_retrying)
        except CircuitOpenError:
            raise
        except Exception as error:
            if not is_worth_retrying(error) or attempt >= attempts:
                raise
            wait = random() * min(cap_ms, base_ms * 2 ** (attempt - 1))
            if deadline is not None and clock() + wait > deadline:
                raise
        sleep(wait)
        attempt += 1


def call_once(operation, breaker, is_worth_retrying):
    """A call that the service turned down for good reason says nothing against the service."""
    if breaker is None:
        return operation()
    call = breaker.begin()
    if call is None:
        raise CircuitOpenError("the circuit is open")
    try:
        result = operation()
    except Exception as error:
        if is_worth_retrying(error):
            call.failed()
        else:
            call.succeeded()
        raise
    call.succeeded()
    return result
