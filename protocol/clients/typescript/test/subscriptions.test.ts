/** Streams, and the loss of the connection at every point of them. */
import assert from "node:assert/strict";
import test from "node:test";
import {
  type OrderUpdate,
  RefusedError,
  ResumeRefusedError,
  SlowConsumerError,
  type Subscription,
} from "../src/index.js";
import { atEveryCut, connected, type ModelGateway, order } from "./model-gateway.js";

const limits = { timeout: 120_000 };

/** Reads until so many updates have come; answers their sequences. */
async function take(stream: Subscription<OrderUpdate[]>, most: number): Promise<number[]> {
  const sequences: number[] = [];
  while (sequences.length < most) sequences.push(...(await stream.next()).value.map((update: OrderUpdate) => update.sequence));
  return sequences;
}

function told(model: ModelGateway): number[] {
  return model.feed.map((update) => update.sequence);
}

/** Chance that repeats: a linear congruential generator. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

test("the first response is the snapshot, also when it is empty", limits, async () => {
  await connected(async (_model, gateway) => {
    const states = await gateway.subscribe("SubscribeOrderState", {});
    assert.deepEqual(await states.next(), { done: false, value: [] });
  });
});

test("wherever the socket is cut each update comes once and in order", limits, async () => {
  const cuts = await atEveryCut(async (model, gateway) => {
    const states = await gateway.subscribe("SubscribeOrderState", {});
    await states.next();
    for (let number = 0; number < 6; number++) {
      model.publish(number, number);
      await new Promise(setImmediate);
    }
    assert.deepEqual(await take(states, 12), told(model));
  });
  assert.ok(cuts > 16, `${cuts} cuts`);
});

test("a stream begins after the sequence that the program remembers", limits, async () => {
  await connected(async (model, gateway) => {
    model.publish(1, 2, 3);
    const states = await gateway.subscribe("SubscribeOrderState", { after: 1 });
    assert.deepEqual(await take(states, 2), [4, 7]);
    assert.equal(states.position, 7);
  });
});

test("a stream that is cut before an update goes on behind its first answer", limits, async () => {
  await connected(async (model, gateway) => {
    model.publish(1, 2, 3);
    model.oldest = 5;
    const states = await gateway.subscribe("SubscribeOrderState", {});
    assert.deepEqual(await states.next(), { done: false, value: [] });
    assert.equal(states.position, 7);
    model.cut();
    model.publish(4);
    assert.deepEqual(await take(states, 1), [10]);
  });
});

test("any number of cuts loses and repeats nothing", limits, async () => {
  for (let seed = 0; seed < 10; seed++) {
    const chance = seeded(seed);
    const cuts = Array.from({ length: 300 }, (_, step) => step + 2).filter(() => chance() < 0.2);
    await connected(
      async (model, gateway) => {
        const states = await gateway.subscribe("SubscribeOrderState", {});
        await states.next();
        const asked = Array.from({ length: 10 }, () => gateway.ask("SendLimitOrder", order()));
        for (let number = 0; number < 20; number++) {
          model.publish(...Array.from({ length: 1 + Math.floor(chance() * 3) }, () => number));
          for (let turn = chance() * 20; turn > 0; turn--) await new Promise(setImmediate);
        }
        assert.deepEqual(await take(states, model.feed.length), told(model), `seed ${seed}`);
        assert.deepEqual(await Promise.all(asked), [...model.orders.values()], `seed ${seed}`);
      },
      {},
      cuts,
    );
  }
});

test("what is told again is not passed on", limits, async () => {
  await connected(async (model, gateway) => {
    const states = await gateway.subscribe("SubscribeOrderState", {});
    await states.next();
    model.publish(1, 1);
    model.say(JSON.stringify({ id: 1, response: model.feed }));
    model.publish(1);
    assert.deepEqual(await take(states, 3), [1, 4, 7]);
  });
});

test("a frame that cannot be read is told again", limits, async () => {
  await connected(async (model, gateway) => {
    const states = await gateway.subscribe("SubscribeOrderState", {});
    await states.next();
    model.publish(1);
    model.say('{"id": 1, "resp');
    model.publish(2);
    assert.deepEqual(await take(states, 2), [1, 4]);
  });
});

test("a resume that is refused says what is missed", limits, async () => {
  await connected(async (model, gateway) => {
    const states = await gateway.subscribe("SubscribeOrderState", {});
    await states.next();
    model.publish(1, 1);
    assert.deepEqual(await take(states, 2), [1, 4]);
    model.oldest = 10;
    model.cut();
    await assert.rejects(states.next(), (error: unknown) => error instanceof ResumeRefusedError && error.after === 4);
  });
});

test("a resume that is refused for the moment is tried again", limits, async () => {
  await connected(async (model, gateway) => {
    const states = await gateway.subscribe("SubscribeOrderState", {});
    await states.next();
    model.refusals = ["Overloaded", "Internal"];
    model.cut();
    model.publish(1);
    assert.deepEqual(await take(states, 1), [1]);
  });
});

test("a subscription that is refused is not opened", limits, async () => {
  await connected(async (model, gateway) => {
    model.refusals = ["NotPermitted"];
    await assert.rejects(gateway.subscribe("SubscribeOrderState", {}), RefusedError);
  });
});

test("leaving the loop ends it at the gateway", limits, async () => {
  await connected(async (model, gateway) => {
    const states = await gateway.subscribe("SubscribeOrderState", {});
    for await (const _ of states) break;
    assert.deepEqual(
      model.requests.map((request) => [request.type, request["subscription"]]),
      [
        ["SubscribeOrderState", undefined],
        ["Unsubscribe", states.id],
      ],
    );
    model.cut();
    await gateway.ask("SendLimitOrder", order());
    assert.equal(model.requests.length, 3);
  });
});

test("who reads too slowly is told where to go on", limits, async () => {
  await connected(async (model, gateway) => {
    const states = await gateway.subscribe("SubscribeOrderState", {});
    for (let number = 0; number < 10_000; number++) model.publish(number);
    await gateway.ask("SendLimitOrder", order());
    // The snapshot and 9,999 updates fit.
    assert.equal((await take(states, 9_999)).length, 9_999);
    await assert.rejects(states.next(), (error: unknown) => error instanceof SlowConsumerError && error.after === 29_995);
  });
});

test("alerts resume where they were cut", limits, async () => {
  const alert = (sequence: number) =>
    JSON.stringify({ id: 1, response: [{ sequence, message: "Look." }] });
  await connected(async (model, gateway) => {
    model.respond = () => [];
    const alerts = await gateway.subscribe("SubscribeAlerts", {});
    assert.deepEqual((await alerts.next()).value, []);
    model.say(alert(5));
    assert.equal((await alerts.next()).value[0].message, "Look.");
    model.cut();
    await model.until(() => model.requests.length === 2);
    assert.equal(model.requests[1]!["seek"], 5);
    model.say(alert(5));
    model.say(alert(6));
    assert.equal((await alerts.next()).value[0].sequence, 6);
  });
});
