/** One call of a port, as a fault plan sees it. */
export interface PortCall {
  readonly port: string;
  readonly method: string;
  /** Position among all calls of the run, from 1. */
  readonly number: number;
}

export interface FaultPlan {
  /** Runs before the call takes effect: throw to make it fail, or act as somebody else in between. */
  readonly before?: (call: PortCall) => void | Promise<void>;
  /** Runs after the call took effect: throw for "timed out after taking effect" or a crash. */
  readonly after?: (call: PortCall) => void | Promise<void>;
}

export class Crash extends Error {
  override readonly name = 'Crash';
}

export class Throttled extends Error {
  override readonly name = 'ThrottlingException';
}

/** Counts the calls of several ports in one sequence and lets a plan act between any two of them. */
export function makeFaultLine(plan: FaultPlan = {}) {
  const calls: PortCall[] = [];
  let active = true;
  function watch<Port extends object>(port: string, target: Port): Port {
    return new Proxy(target, {
      get(object, property, receiver) {
        const value: unknown = Reflect.get(object, property, object);
        if (typeof value !== 'function') return Reflect.get(object, property, receiver);
        return async (...args: unknown[]) => {
          if (!active) return value.apply(object, args);
          const call = { port, method: String(property), number: calls.length + 1 };
          calls.push(call);
          await plan.before?.(call);
          const answer = await value.apply(object, args);
          await plan.after?.(call);
          return answer;
        };
      },
    });
  }
  return {
    calls,
    watch,
    /** From here on every call passes: the re-drive after the fault. */
    rest: () => {
      active = false;
    },
  };
}

/** Dies right before call `number`: nothing from there on happens. */
export function crashBefore(number: number): FaultPlan {
  return {
    before: (call) => {
      if (call.number >= number) throw new Crash(`before ${call.port}.${call.method}`);
    },
  };
}

/** Call `number` takes effect, its caller never hears of it and dies. */
export function crashAfter(number: number): FaultPlan {
  return {
    before: (call) => {
      if (call.number > number) throw new Crash(`before ${call.port}.${call.method}`);
    },
    after: (call) => {
      if (call.number === number) throw new Crash(`after ${call.port}.${call.method}`);
    },
  };
}

/** Call `number` is throttled; the others pass. */
export function throttleAt(number: number): FaultPlan {
  return {
    before: (call) => {
      if (call.number === number) throw new Throttled(`${call.port}.${call.method}`);
    },
  };
}

/** Call `number` takes effect and times out; the others pass. */
export function timeoutAfterEffectAt(number: number): FaultPlan {
  return {
    after: (call) => {
      if (call.number === number) throw new Error(`${call.port}.${call.method} timed out`);
    },
  };
}
