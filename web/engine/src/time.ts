// Times as arguments. The engine has no clock: who wants "now" says so.

/** Seconds since 1970 and the offset in minutes in which dates count. */
export interface Moment {
  readonly seconds: number;
  readonly offset: number;
}

/** A Date counts in the offset that the machine has at that time. */
export function momentOf(date: Date): Moment {
  return { seconds: Math.floor(date.getTime() / 1000), offset: -date.getTimezoneOffset() };
}
