"""Everything that clients saw. Checkers look at nothing else."""
from .plain import copy


class Operation:
    """What a client asked for, and what it was told. ``returned`` is None when no answer came: it may have happened."""

    def __init__(self, id, client, request, called_at, called):
        self.id = id
        self.client = client
        self.request = request
        self.called_at = called_at
        self.called = called
        self.returned_at = None
        self.returned = None
        self.answer = None

    def as_of(self, time):
        """The operation as it was at a time: what was answered later is open."""
        if self.returned is None or self.returned <= time:
            return self
        return Operation(self.id, self.client, self.request, self.called_at, self.called)


class History:
    """The operations in the order in which they were asked for."""

    def __init__(self, now):
        self.operations = []
        self._now = now
        self._count = 0

    def call(self, client, request):
        """Writes down a question; the answer is given to what is returned. Only the first answer counts."""
        operation = Operation(len(self.operations), client, copy(request), self._now(), self._next())
        self.operations.append(operation)

        def answer(value):
            if operation.returned is None:
                operation.returned_at = self._now()
                operation.returned = self._next()
                operation.answer = copy(value)

        return answer

    def answered(self):
        """The operations that were answered."""
        return [operation for operation in self.operations if operation.returned is not None]

    def _next(self):
        self._count += 1
        return self._count - 1
