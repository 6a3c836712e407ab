// Counts what a script of a foreign client did and found right.
let done = 0;

/** Does one thing; a failure names it. */
export async function step(name, action) {
  try {
    const result = await action();
    done++;
    return result;
  } catch (error) {
    throw new Error(`step ${done + 1} "${name}": ${error.message}`, { cause: error });
  }
}

export const steps = () => done;

/** The words of the refusal that an action must meet. */
export async function refusal(action) {
  try {
    await action();
  } catch (error) {
    return error.message;
  }
  throw new Error("was not refused");
}

/** The first of a client's pushes that fits; pushes that never fit time out. */
export async function until(next, fits, timeoutMs = 10_000) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error("nothing of the sort was pushed")), timeoutMs)));
  try {
    while (true) {
      const push = await Promise.race([next(), late]);
      if (fits(push)) return push;
    }
  } finally {
    clearTimeout(timer);
  }
}
