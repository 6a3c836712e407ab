/** How long to wait before the next attempt to connect. */
export interface Backoff {
  /** The first wait; each next one is twice as long. */
  firstMs: number;
  /** The longest wait. */
  mostMs: number;
}

/** From a tenth of a second to five seconds. */
export const usualBackoff: Backoff = { firstMs: 100, mostMs: 5_000 };

/**
 * The waits before each attempt, without end. Each is shortened by chance by up to half: it keeps a hundred clients of
 * a restarted gateway from coming back in the same instant.
 */
export function* waits(backoff: Backoff, chance: () => number = Math.random): Generator<number, never> {
  for (let wait = backoff.firstMs; ; wait = Math.min(wait * 2, backoff.mostMs)) yield wait * (1 - chance() / 2);
}
