import random
import unittest

from scheduler import Scheduler


def schedule_of(*tasks):
    """A scheduler with tasks written as "id priority" or "id priority after,after"."""
    scheduler = Scheduler()
    for task in tasks:
        id, priority, *after = task.split(" ")
        scheduler.add(id, int(priority), after[0].split(",") if after else [])
    return scheduler


def take_ready(scheduler):
    """Hands out all tasks that are ready without finishing any."""
    taken = []
    while len(taken) < 100:
        id = scheduler.next()
        if id is None:
            break
        taken.append(id)
    return " ".join(taken)


def run_all(scheduler):
    """Hands out and finishes task after task."""
    taken = []
    while len(taken) < 100:
        id = scheduler.next()
        if id is None:
            break
        taken.append(id)
        scheduler.done(id)
    return " ".join(taken)


class Model:
    """The rules of the brief on a plain list: slow, and short enough to be seen to be right."""

    def __init__(self):
        self.tasks = []
        self.moment = 0

    def find(self, id, *states):
        for task in self.tasks:
            if task["id"] == id and (not states or task["state"] in states):
                return task
        return None

    def waits_for(self, id, goal):
        task = self.find(id, "waiting")
        return id == goal or (task is not None and any(self.waits_for(other, goal) for other in task["after"]))

    def tick(self):
        self.moment += 1
        return self.moment

    def make_ready(self):
        for task in self.tasks:
            if task["state"] == "waiting" and all(self.find(other, "done") for other in task["after"]):
                task["state"] = "ready"
                task["ready since"] = self.tick()

    def add(self, id, priority, after):
        if self.find(id) or any(self.waits_for(other, id) for other in after):
            return "refused"
        self.tasks.append({"id": id, "priority": priority, "after": after, "state": "waiting"})
        self.make_ready()
        return "added"

    def next(self):
        ready = [task for task in self.tasks if task["state"] == "ready"]
        if not ready:
            return None
        first = min(ready, key=lambda task: (task["priority"], task["ready since"]))
        first["state"] = "running"
        return first["id"]

    def done(self, id):
        task = self.find(id, "running")
        if task is None:
            return False
        task["state"] = "done"
        self.make_ready()
        return True

    def cancel(self, id):
        task = self.find(id, "waiting", "ready")
        self.tasks = [other for other in self.tasks if other is not task]
        return task is not None

    def reschedule(self, id, priority):
        task = self.find(id, "waiting", "ready")
        if task is None:
            return False
        task["priority"] = priority
        if task["state"] == "ready":
            task["ready since"] = self.tick()
        return True


class SchedulerTest(unittest.TestCase):
    def expect_order(self, actual, expected, story):
        self.assertEqual(actual, expected, f'{story}: should hand out "{expected}", not "{actual}"')

    def expect_answer(self, actual, expected, story):
        self.assertEqual(actual, expected, f"{story}: should answer {expected}, not {actual}")

    def expect_refusal(self, scheduler, id, priority, after, story):
        with self.assertRaises(ValueError, msg=f"{story} should raise ValueError"):
            scheduler.add(id, priority, after)

    def test_has_nothing_to_hand_out_at_first(self):
        self.expect_answer(Scheduler().next(), None, "next() of a new scheduler")

    def test_hands_out_every_task_once(self):
        scheduler = schedule_of("a 1")
        self.expect_answer(scheduler.next(), "a", "next() after add a 1")
        self.expect_answer(scheduler.next(), None, "the second next() after add a 1")
        scheduler.done("a")
        self.expect_answer(scheduler.next(), None, "next() after a is done")

    def test_hands_out_the_smallest_priority_number_first(self):
        scheduler = schedule_of("c 5", "a -2", "d 30", "b 0", "e 100")
        self.expect_order(take_ready(scheduler), "a b c d e", "add c 5, a -2, d 30, b 0, e 100")

    def test_hands_out_equal_priorities_in_the_order_they_were_added(self):
        scheduler = schedule_of(*(f"t{place} {place % 2}" for place in range(40)))
        expected = [f"t{place}" for place in (*range(0, 40, 2), *range(1, 40, 2))]
        story = "40 tasks t0, t1, ... with priorities 0, 1, 0, 1, ..."
        self.expect_order(take_ready(scheduler), " ".join(expected), story)

    def test_takes_new_tasks_while_others_run(self):
        scheduler = schedule_of("a 5", "b 5")
        scheduler.next()
        scheduler.add("c", 1)
        scheduler.add("d", 5)
        self.expect_order(take_ready(scheduler), "c b d", "add a 5, b 5, next, add c 1, d 5")

    def test_never_hands_out_a_cancelled_task(self):
        scheduler = schedule_of("a 1", "b 1", "c 1")
        self.expect_answer(scheduler.cancel("a"), True, "cancel a, which is ready")
        self.expect_answer(scheduler.cancel("c"), True, "cancel c, which is ready")
        self.expect_order(take_ready(scheduler), "b", "add a 1, b 1, c 1, cancel a and c")

    def test_cancels_only_what_was_not_handed_out_yet(self):
        scheduler = schedule_of("a 1", "b 2", "w 1 a")
        self.expect_answer(scheduler.cancel("x"), False, "cancel x, which was never added")
        scheduler.next()
        self.expect_answer(scheduler.cancel("a"), False, "cancel a, which is running")
        scheduler.done("a")
        self.expect_answer(scheduler.cancel("a"), False, "cancel a, which is done")
        self.expect_answer(scheduler.cancel("b"), True, "cancel b, which is ready")
        self.expect_answer(scheduler.cancel("b"), False, "cancel b for the second time")
        self.expect_answer(scheduler.cancel("w"), True, "cancel w, which has waited for a")
        self.expect_answer(scheduler.next(), None, "next() when all others are cancelled")

    def test_queues_a_cancelled_task_at_the_back_when_it_is_added_again(self):
        scheduler = schedule_of("a 1", "b 1")
        scheduler.cancel("a")
        scheduler.add("a", 1)
        self.expect_order(take_ready(scheduler), "b a", "add a 1, b 1, cancel a, add a 1")

    def test_moves_a_rescheduled_task_forward_and_back(self):
        scheduler = schedule_of("a 1", "b 2", "c 3", "d 4")
        self.expect_answer(scheduler.reschedule("d", 0), True, "reschedule d, which is ready")
        self.expect_answer(scheduler.reschedule("a", 9), True, "reschedule a, which is ready")
        self.expect_order(take_ready(scheduler), "d b c a", "add a 1, b 2, c 3, d 4, reschedule d 0, a 9")

    def test_hands_out_a_rescheduled_task_only_once(self):
        scheduler = schedule_of("a 1", "b 2")
        for priority in (3, 1, 3, 0, 2):
            scheduler.reschedule("a", priority)
        self.expect_order(take_ready(scheduler), "b a", "add a 1, b 2, reschedule a to 3, 1, 3, 0, 2")

    def test_queues_a_rescheduled_task_behind_its_new_equals(self):
        moved = schedule_of("a 1", "b 2", "c 2")
        moved.reschedule("a", 2)
        self.expect_order(take_ready(moved), "b c a", "add a 1, b 2, c 2, reschedule a 2")
        same = schedule_of("a 1", "b 1")
        same.reschedule("a", 1)
        self.expect_order(take_ready(same), "b a", "add a 1, b 1, reschedule a 1")

    def test_reschedules_only_what_was_not_handed_out_yet(self):
        scheduler = schedule_of("a 1", "b 2")
        self.expect_answer(scheduler.reschedule("x", 0), False, "reschedule x, which was never added")
        scheduler.next()
        self.expect_answer(scheduler.reschedule("a", 0), False, "reschedule a, which is running")
        scheduler.done("a")
        self.expect_answer(scheduler.reschedule("a", 0), False, "reschedule a, which is done")
        scheduler.cancel("b")
        self.expect_answer(scheduler.reschedule("b", 0), False, "reschedule b, which is cancelled")
        self.expect_answer(scheduler.next(), None, "next() when a is done and b cancelled")

    def test_holds_a_task_back_until_the_task_before_it_is_done(self):
        scheduler = schedule_of("build 5", "test 1 build")
        self.expect_order(take_ready(scheduler), "build", "add build 5, test 1 after build")
        self.expect_answer(scheduler.done("build"), True, "done build, which is running")
        self.expect_order(take_ready(scheduler), "test", "the same, once build is done")

    def test_waits_for_all_tasks_before_it(self):
        scheduler = schedule_of("a 1", "b 2", "c 0 a,b,a")
        scheduler.next()
        scheduler.next()
        scheduler.done("b")
        self.expect_answer(scheduler.next(), None, "next() when c waits for a, b and a, and only b is done")
        scheduler.done("a")
        self.expect_answer(scheduler.next(), "c", "next() when a and b are done")

    def test_lets_a_task_wait_for_one_that_is_added_later_or_done_already(self):
        scheduler = schedule_of("deploy 0 build", "lint 3")
        self.expect_answer(scheduler.next(), "lint", "next() when deploy waits for build, which nobody has added yet")
        scheduler.add("build", 7)
        self.expect_order(run_all(scheduler), "build deploy", "the same, after add build 7")
        scheduler.add("report", 1, ["build", "deploy"])
        self.expect_order(take_ready(scheduler), "report", "add report 1 after build and deploy, which are done")

    def test_queues_released_tasks_behind_those_that_were_ready_before(self):
        scheduler = schedule_of("a 1", "w 5 a", "v 5 a", "b 5")
        self.expect_answer(scheduler.next(), "a", "the first next()")
        scheduler.add("c", 5)
        scheduler.done("a")
        scheduler.add("d", 5)
        story = "a 1, w 5 after a, v 5 after a, b 5; next, add c 5, done a, add d 5"
        self.expect_order(take_ready(scheduler), "b c w v d", story)

    def test_remembers_a_new_priority_for_a_task_that_still_waits(self):
        scheduler = schedule_of("a 1", "w 9 a", "b 5")
        self.expect_answer(scheduler.reschedule("w", 2), True, "reschedule w, which is waiting")
        self.expect_order(run_all(scheduler), "a w b", "a 1, w 9 after a, b 5, reschedule w 2")

    def test_keeps_tasks_waiting_when_what_they_wait_for_is_cancelled(self):
        scheduler = schedule_of("a 1", "w 1 a")
        scheduler.cancel("a")
        self.expect_answer(scheduler.next(), None, "next() when w waits for a and a is cancelled")
        scheduler.add("a", 4)
        self.expect_order(run_all(scheduler), "a w", "the same, after a was added again")

    def test_finishes_only_running_tasks(self):
        scheduler = schedule_of("a 1", "w 1 a")
        self.expect_answer(scheduler.done("x"), False, "done x, which was never added")
        self.expect_answer(scheduler.done("a"), False, "done a, which is ready")
        self.expect_answer(scheduler.done("w"), False, "done w, which is waiting")
        scheduler.next()
        self.expect_answer(scheduler.done("a"), True, "done a, which is running")
        self.expect_answer(scheduler.done("a"), False, "done a for the second time")
        self.expect_order(take_ready(scheduler), "w", "w after a, which is done")

    def test_refuses_an_id_that_is_known_and_changes_nothing(self):
        scheduler = schedule_of("a 2", "b 3", "w 1 b")
        for id in ("a", "w"):
            self.expect_refusal(scheduler, id, 0, [], f"add {id} a second time")
        scheduler.next()
        self.expect_refusal(scheduler, "a", 0, [], "add a, which is running,")
        scheduler.done("a")
        self.expect_refusal(scheduler, "a", 0, [], "add a, which is done,")
        self.expect_order(run_all(scheduler), "b w", "a 2, b 3, w 1 after b, with a done and every second add refused")

    def test_refuses_a_cycle_and_changes_nothing(self):
        scheduler = schedule_of("a 1 b", "b 1 c", "x 4")
        self.expect_refusal(scheduler, "s", 0, ["s"], "add s after s")
        self.expect_refusal(scheduler, "c", 0, ["x", "a"], "add c after a (a waits for b, b for c)")
        self.expect_order(take_ready(scheduler), "x", "a after b, b after c, x, with s and c refused")
        scheduler.add("c", 3)
        scheduler.add("s", 2)
        self.expect_order(run_all(scheduler), "s c b a", "the same, after adding c 3 and s 2 without a cycle")

    def test_refuses_a_cycle_closed_by_a_task_that_was_cancelled_and_added_again(self):
        scheduler = schedule_of("a 1 b", "b 1")
        scheduler.cancel("b")
        self.expect_refusal(scheduler, "b", 1, ["a"], "add b after a (a waits for b)")
        scheduler.cancel("a")
        scheduler.add("b", 1, ["a"])
        scheduler.add("a", 1)
        self.expect_order(run_all(scheduler), "a b", "a cancelled too, then b after a, then a")

    def test_copes_with_long_chains(self):
        length = 1200
        scheduler = Scheduler()
        for place in reversed(range(1, length)):
            scheduler.add(f"t{place}", 0, [f"t{place - 1}"])
        last = f"t{length - 1}"
        self.expect_refusal(scheduler, "t0", 0, [last], f"add t0 after {last} (it closes a chain of {length} tasks)")
        scheduler.add("t0", 0)
        for place in range(length):
            self.expect_answer(scheduler.next(), f"t{place}", f"next() at place {place} of a chain of {length}")
            scheduler.done(f"t{place}")

    def test_agrees_with_a_plain_list_on_4000_random_commands(self):
        numbers = random.Random(2026)
        for _ in range(80):
            scheduler, model, history = Scheduler(), Model(), []
            for _ in range(50):
                id, priority = f"t{numbers.randrange(12)}", numbers.randrange(4)
                running = [task["id"] for task in model.tasks if task["state"] == "running"]
                command = numbers.randrange(10)
                if command < 4:
                    after = [f"t{numbers.randrange(12)}" for _ in range(numbers.randrange(3))]
                    history.append(f"add {id} {priority} after {after}")
                    expected = model.add(id, priority, after)
                    try:
                        scheduler.add(id, priority, after)
                        actual = "added"
                    except ValueError:
                        actual = "refused"
                elif command < 6:
                    history.append("next")
                    expected, actual = model.next(), scheduler.next()
                elif command < 8:
                    finished = numbers.choice(running) if running else id
                    history.append(f"done {finished}")
                    expected, actual = model.done(finished), scheduler.done(finished)
                elif command == 8:
                    history.append(f"cancel {id}")
                    expected, actual = model.cancel(id), scheduler.cancel(id)
                else:
                    history.append(f"reschedule {id} {priority}")
                    expected, actual = model.reschedule(id, priority), scheduler.reschedule(id, priority)
                if actual != expected:
                    self.fail(f"the last of these should answer {expected}, not {actual}: {'; '.join(history)}")


if __name__ == "__main__":
    unittest.main()
