/** Getting in, and staying in. */
import assert from "node:assert/strict";
import test from "node:test";
import { WebSocket as NodeWebSocket } from "ws";
import { waits } from "../src/backoff.js";
import { AuthenticationError, Gateway, NoAnswerError, subprotocolDial, UnreachableError } from "../src/index.js";
import { connected, key, ModelGateway, order } from "./model-gateway.js";

const limits = { timeout: 60_000 };

test("a wrong key shows at once", limits, async () => {
  const model = await ModelGateway.start();
  await assert.rejects(
    Gateway.connect(model.url, "another key"),
    (error: unknown) => error instanceof AuthenticationError && error.status === 401 && !error.message.includes("another"),
  );
  await model.stop();
});

test("a wrong address shows at once", limits, async () => {
  const model = await ModelGateway.start();
  await model.stop();
  await assert.rejects(Gateway.connect(model.url, key), UnreachableError);
});

test("a gateway that is restarted is found again, and its light goes on again", limits, async () => {
  const light: string[] = [];
  await connected(
    async (model, gateway) => {
      model.status = 502;
      model.cut();
      const asked = gateway.ask("SendLimitOrder", order());
      const steps = model.steps;
      await model.until(() => model.steps > steps + 3);
      model.status = undefined;
      assert.equal(await asked, 100);
      assert.deepEqual(light, ["connected", "disconnected", "connected"]);
    },
    { onConnection: (state) => light.push(state) },
  );
});

test("a key that is taken away ends it", limits, async () => {
  await connected(async (model, gateway) => {
    model.status = 401;
    model.silent.add("SendLimitOrder");
    const asked = gateway.ask("SendLimitOrder", order());
    await model.until(() => model.requests.length === 1);
    model.cut();
    await assert.rejects(asked, (error: unknown) => error instanceof NoAnswerError && error.cause instanceof AuthenticationError);
    await assert.rejects(gateway.ask("SendLimitOrder", order()), AuthenticationError);
  });
});

test("a browser gets in by sub-protocol and comes back after a cut", limits, async () => {
  const model = await ModelGateway.start();
  const dial = subprotocolDial(model.url, key, NodeWebSocket as unknown as typeof WebSocket);
  const gateway = await Gateway.connect(model.url, key, { dial, backoff: { firstMs: 0, mostMs: 0 } });
  assert.equal(await gateway.ask("SendLimitOrder", order()), 100);
  model.cut();
  assert.equal(await gateway.ask("SendLimitOrder", order()), 101);
  gateway.close();
  await model.stop();
});

test("a silent gateway is asked a sign of life, and left when it gives none", limits, async (context) => {
  context.mock.timers.enable({ apis: ["setInterval"] });
  let now = 0;
  context.mock.method(performance, "now", () => now);
  await connected(async (model, gateway) => {
    const pass = async (seconds: number) => {
      now += seconds * 1000;
      context.mock.timers.tick(seconds * 1000);
    };
    model.respond = () => [];
    await pass(15);
    await model.until(() => model.requests.length === 1);
    assert.equal(model.requests[0]!.type, "GetOrderState");
    await gateway.ask("GetOrderState", { order_ids: [] });
    model.silent.add("GetOrderState");
    const steps = model.steps;
    await pass(15);
    await pass(15);
    await pass(15);
    await model.until(() => model.steps > steps + 2);
    assert.equal(await gateway.ask("SendLimitOrder", order()), 100);
  });
});

test("waits double up to the most", () => {
  const some = waits({ firstMs: 1, mostMs: 5 }, () => 0.5);
  assert.deepEqual(
    Array.from({ length: 5 }, () => some.next().value),
    [0.75, 1.5, 3, 3.75, 3.75],
  );
});
