/** Requests, and the loss of the connection at every point of them. */
import assert from "node:assert/strict";
import test from "node:test";
import { NoAnswerError, RefusedError, type SendLimitOrder, UnreachableError } from "../src/index.js";
import { atEveryCut, connected, order } from "./model-gateway.js";

const limits = { timeout: 60_000 };

test("an answer is its response", limits, async () => {
  await connected(async (model, gateway) => {
    model.respond = () => [5, null];
    assert.deepEqual(await gateway.ask("GetOrderState", { order_ids: [1, 2] }), [5, null]);
  });
});

test("a refusal has code, message and details", limits, async () => {
  await connected(async (model, gateway) => {
    model.refusals = ["InvalidRequest"];
    await assert.rejects(gateway.ask("CancelOrder", { order_id: 1 }), (error: RefusedError) => {
      assert.ok(error instanceof RefusedError);
      assert.deepEqual([error.code, error.reason, error.details], ["InvalidRequest", "Not now.", {}]);
      return true;
    });
  });
});

test("wherever the socket is cut an order is placed once and its id answered", limits, async () => {
  const cuts = await atEveryCut(async (model, gateway) => {
    assert.equal(await gateway.ask("SendLimitOrder", order({ client_order_id: "mine" })), 100);
    assert.deepEqual([...model.orders], [["mine", 100]]);
  });
  assert.equal(cuts, 7);
});

test("wherever the socket is cut requests arrive in the order asked", limits, async () => {
  await atEveryCut(async (model, gateway) => {
    const keys = ["a", "b", "c", "d", "e"];
    const asked = keys.map((key) => gateway.ask("SendLimitOrder", order({ client_order_id: key })));
    assert.deepEqual(await Promise.all(asked), [100, 101, 102, 103, 104]);
    assert.deepEqual([...model.orders.keys()], keys);
  });
});

test("wherever the socket is cut a read is answered", limits, async () => {
  const cuts = await atEveryCut(async (model, gateway) => {
    model.respond = () => [5];
    assert.deepEqual(await gateway.ask("GetOrderState", { order_ids: [1] }), [5]);
  });
  assert.equal(cuts, 7);
});

test("an order without a key gets one, and a repeat has the same content", limits, async () => {
  await connected(async (model, gateway) => {
    model.silent.add("SendLimitOrder");
    const asked = gateway.ask("SendLimitOrder", order());
    await model.until(() => model.requests.length === 1);
    model.silent.clear();
    model.cut();
    assert.equal(await asked, 100);
    assert.match(model.requests[0]!["client_order_id"] as string, /^[0-9a-f]{32}$/);
    assert.deepEqual(model.requests[0], model.requests[1]);
  });
});

test("what is asked without a connection is sent with the next", limits, async () => {
  await connected(async (model, gateway) => {
    await gateway.ask("SendLimitOrder", order());
    model.cut();
    assert.equal(await gateway.ask("SendLimitOrder", order()), 101);
  });
});

test("a refusal of the moment is told when it answers the first saying", limits, async () => {
  await connected(async (model, gateway) => {
    model.refusals = ["Overloaded"];
    await assert.rejects(gateway.ask("SendLimitOrder", order()), RefusedError);
    assert.equal(model.requests.length, 1);
  });
});

test("a refusal of the moment does not decide about a repeated order", limits, async () => {
  await connected(async (model, gateway) => {
    model.cuts.add(model.steps + 3); // read, do, half an answer: placed, and nobody knows
    const asked = gateway.ask("SendLimitOrder", order());
    await model.until(() => model.requests.length === 1);
    model.refusals = ["VenueUnavailable", "Overloaded"];
    assert.equal(await asked, 100);
    assert.equal(model.requests.length, 4);
  });
});

test("a request that must not be repeated ends with the connection", limits, async () => {
  await connected(async (model, gateway) => {
    model.silent.add("Resume");
    const asked = gateway.ask("Resume", { resume: "Global" });
    await model.until(() => model.requests.length === 1);
    model.cut();
    await assert.rejects(asked, NoAnswerError);
    await gateway.ask("SendLimitOrder", order());
    assert.deepEqual(
      model.requests.map((request) => request.type),
      ["Resume", "SendLimitOrder"],
    );
  });
});

test("whose caller gave up is not said again", limits, async () => {
  await connected(async (model, gateway) => {
    model.silent.add("SendLimitOrder");
    const giveUp = new AbortController();
    const asked = gateway.ask("SendLimitOrder", order(), { signal: giveUp.signal });
    await model.until(() => model.requests.length === 1);
    giveUp.abort();
    await assert.rejects(asked, { name: "AbortError" });
    model.cut();
    await gateway.ask("CancelOrder", { order_id: 1 });
    assert.deepEqual(
      model.requests.map((request) => request.type),
      ["SendLimitOrder", "CancelOrder"],
    );
  });
});

test("time that is up leaves an order that can be asked again", limits, async () => {
  await connected(async (model, gateway) => {
    model.silent.add("SendLimitOrder");
    const error = await gateway.ask("SendLimitOrder", order(), { timeoutMs: 50 }).then(
      () => assert.fail("answered"),
      (error: unknown) => error,
    );
    assert.ok(error instanceof NoAnswerError);
    model.silent.clear();
    assert.equal(await gateway.ask("SendLimitOrder", error.request.fields as SendLimitOrder), 100);
    assert.deepEqual([...model.orders.keys()], [(error.request.fields as SendLimitOrder).client_order_id]);
  });
});

test("time that is up before anything was sent says so", limits, async () => {
  await connected(async (model, gateway) => {
    model.status = 503;
    model.cut();
    while (gateway.isConnected) await new Promise(setImmediate);
    await assert.rejects(gateway.ask("SendLimitOrder", order(), { timeoutMs: 50 }), UnreachableError);
    model.status = undefined;
    await gateway.ask("CancelOrder", { order_id: 1 });
    assert.deepEqual(
      model.requests.map((request) => request.type),
      ["CancelOrder"],
    );
  });
});

test("an answer that nobody waits for is left aside", limits, async () => {
  await connected(async (model, gateway) => {
    model.say('{"id":77,"response":null}');
    model.say('{"id":null,"error":{"code":"MalformedMessage","message":"What?"}}');
    assert.equal(await gateway.ask("SendLimitOrder", order()), 100);
  });
});

test("closing ends who waits", limits, async () => {
  await connected(async (model, gateway) => {
    model.silent.add("SendLimitOrder");
    const asked = gateway.ask("SendLimitOrder", order());
    await model.until(() => model.requests.length === 1);
    gateway.close();
    await assert.rejects(asked, NoAnswerError);
    await assert.rejects(gateway.ask("SendLimitOrder", order()), UnreachableError);
  });
});
