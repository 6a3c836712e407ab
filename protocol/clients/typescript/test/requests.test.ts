/** What can be asked. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";
import { describeOrderState, effects, newClientOrderId } from "../src/index.js";
import { streams } from "../src/requests/streams.js";

test("every published request is known", () => {
  const pages = readdirSync(new URL("../../../../requests", import.meta.url));
  const known = new Set([...Object.keys(effects), ...Object.keys(streams)]);
  const published = pages.filter((page) => page.endsWith(".md")).map((page) => page.replace(".md", ""));
  assert.deepEqual(
    published.filter((name) => !known.has(name)),
    [],
  );
  assert.ok(published.length > 10);
});

test("order states are named as the protocol's pages name them", () => {
  assert.equal(describeOrderState(4 + 8 + 64), "Acked+Filled+Out");
  assert.equal(describeOrderState(0), "");
});

test("no two orders get the same key", () => {
  assert.match(newClientOrderId(), /^[0-9a-f]{32}$/);
  assert.notEqual(newClientOrderId(), newClientOrderId());
});
