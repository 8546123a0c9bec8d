/** A time-box: so many minutes, pausable. Times are milliseconds since 1970; nothing here reads a clock. */
export interface TimeBox {
  readonly minutes: number;
  /** Time used before the present stretch. */
  readonly usedMs: number;
  /** When the present stretch began; absent while paused. */
  readonly runningSince?: number;
}

export function startTimeBox(minutes: number, now: number): TimeBox {
  return { minutes, usedMs: 0, runningSince: now };
}

export function pauseTimeBox(box: TimeBox, now: number): TimeBox {
  return { minutes: box.minutes, usedMs: usedMs(box, now) };
}

export function resumeTimeBox(box: TimeBox, now: number): TimeBox {
  return box.runningSince === undefined ? { ...box, runningSince: now } : box;
}

export interface TimeBoxFace {
  /** `12:05` left, `+0:30` over. */
  readonly label: string;
  readonly phase: 'running' | 'ending' | 'over' | 'paused';
  readonly leftMs: number;
}

/** What the status bar shows. `ending` is the last tenth, at most five minutes. */
export function faceOf(box: TimeBox, now: number): TimeBoxFace {
  const leftMs = box.minutes * 60_000 - usedMs(box, now);
  const ending = Math.min(box.minutes * 6_000, 300_000);
  const phase =
    leftMs <= 0 ? 'over' : box.runningSince === undefined ? 'paused' : leftMs <= ending ? 'ending' : 'running';
  return { label: `${leftMs < 0 ? '+' : ''}${toClock(Math.abs(leftMs), leftMs < 0)}`, phase, leftMs };
}

/** Never negative: a clock set back by hand must not give time. */
function usedMs(box: TimeBox, now: number): number {
  return box.usedMs + (box.runningSince === undefined ? 0 : Math.max(0, now - box.runningSince));
}

function toClock(ms: number, past: boolean): string {
  const seconds = past ? Math.floor(ms / 1000) : Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
