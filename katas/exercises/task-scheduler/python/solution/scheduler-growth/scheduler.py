from collections import deque

from min_heap import MinHeap


class Task:
    def __init__(self, id, priority, open_ids):
        self.id = id
        self.priority = priority
        self.open = open_ids  # the tasks it waits for that are not done yet
        self.state = "waiting"  # then ready, running, done; or cancelled
        self.ticket = None  # its place in a queue that counts; older ones are left behind and skipped


class Ticket:
    def __init__(self, task):
        self.task = task


class Scheduler:
    """Hands out tasks: the smallest priority number first, and among equals the one that has been ready longest.

    priorities (heap)       1 -- 4 -- 9
    lanes (dict of queues)  1: [] []   4: []   9: [] [] []      ready tasks, one queue a priority
    tasks (dict)            id -> everything known about it
    waiters (dict)          id -> the tasks that wait for it
    """

    def __init__(self):
        self._tasks = {}
        self._waiters = {}
        self._lanes = {}
        self._priorities = MinHeap()

    def add(self, id, priority, after=()):
        """ValueError when the id is known already, or when the task would wait for itself."""
        if id in self._tasks:
            raise ValueError(f'the task "{id}" is known already')
        if self._leads_to(id, after):
            raise ValueError(f'the task "{id}" would wait for itself')
        # A dict and not a set: it keeps the order, so that every run is the same.
        open_ids = {other: True for other in after if not self._is_done(other)}
        task = self._tasks[id] = Task(id, priority, open_ids)
        for other in open_ids:
            self._waiters.setdefault(other, []).append(task)
        if not open_ids:
            self._make_ready(task)

    def next(self):
        """The next ready task, which is running from now on; None when none is ready."""
        while len(self._priorities) > 0:
            priority = self._priorities.peek()
            task = self._take_from(self._lanes[priority])
            if task:
                task.state = "running"
                return task.id
            del self._lanes[priority]
            self._priorities.pop()
        return None

    def done(self, id):
        """Says that a running task has finished."""
        task = self._tasks.get(id)
        if task is None or task.state != "running":
            return False
        task.state = "done"
        for waiter in self._waiters.pop(id, []):
            waiter.open.pop(id, None)
            if waiter.state == "waiting" and not waiter.open:
                self._make_ready(waiter)
        return True

    def cancel(self, id):
        """Takes out a task that has not been handed out yet."""
        task = self._not_handed_out(id)
        if task is None:
            return False
        del self._tasks[id]
        task.state = "cancelled"
        task.ticket = None
        return True

    def reschedule(self, id, priority):
        """Gives a task that has not been handed out yet another priority."""
        task = self._not_handed_out(id)
        if task is None:
            return False
        task.priority = priority
        if task.state == "ready":
            self._make_ready(task)
        return True

    def _leads_to(self, goal, ids):
        """Whether waiting for any of ids means waiting for goal in the end. A stack of its own: chains may be long."""
        stack = list(ids)
        seen = set()
        while stack:
            id = stack.pop()
            if id == goal:
                return True
            if id in seen:
                continue
            seen.add(id)
            if id in self._tasks:
                stack.extend(self._tasks[id].open)
        return False

    def _make_ready(self, task):
        task.state = "ready"
        task.ticket = Ticket(task)
        if task.priority not in self._lanes:
            self._lanes[task.priority] = deque()
            self._priorities.push(task.priority)
        self._lanes[task.priority].append(task.ticket)

    def _take_from(self, lane):
        """The first task of a lane that is still meant by its ticket."""
        while lane:
            ticket = lane.popleft()
            if ticket.task.ticket is ticket:
                return ticket.task
        return None

    def _not_handed_out(self, id):
        task = self._tasks.get(id)
        return task if task is not None and task.state in ("waiting", "ready") else None

    def _is_done(self, id):
        return id in self._tasks and self._tasks[id].state == "done"
