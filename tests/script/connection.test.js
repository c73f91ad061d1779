// The connection, with a BokehJS, a clock and frames of the screen that are made up.
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { connect } from "../../assets/script/connection.js";

/** @type {any} */
const world = globalThis;

/** @type {{ embedded: any[], told: any[], frames: (() => void)[], documents: any[] }} */
let seen;

beforeEach(() => {
  seen = { embedded: [], told: [], frames: [], documents: [] };
  const embed = { embed_items: (/** @type {any[]} */ ...given) => seen.embedded.push(given) };
  world.Bokeh = { embed, documents: seen.documents };
  world.requestAnimationFrame = (/** @type {() => void} */ work) => seen.frames.push(work);
  mock.timers.enable({ apis: ["Date"] });
  mock.method(performance, "now", () => Date.now());
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
  delete world.Bokeh;
  delete world.requestAnimationFrame;
});

function connected() {
  connect("the token", {
    ready: (send) => seen.told.push(["ready", send]),
    answer: (message) => seen.told.push(["answer", message]),
    lost: () => seen.told.push(["lost"]),
  });
}

/** The screen shows its next frame. */
const nextFrame = () => seen.frames.splice(0).forEach((work) => work());

/** A document of BokehJS with these models; it keeps who listens, and what is set. */
function documentOf(/** @type {Record<string, any>} */ models) {
  /** @type {Record<string, () => void>} */
  const hearers = {};
  return {
    hearers,
    get_model_by_name: (/** @type {string} */ name) => models[name] ?? null,
    on_event: (/** @type {string} */ name, /** @type {() => void} */ hear) => {
      hearers[name] = hear;
    },
  };
}

/** A session's document with what its question was set to, and a way to answer. */
function session() {
  /** @type {any[]} */
  const asked = [];
  /** @type {(() => void)[]} */
  const changed = [];
  const change = { connect: (/** @type {() => void} */ hear) => changed.push(hear) };
  const answer = { data: { answer: [{}] }, properties: { data: { change } } };
  const question = { setv: (/** @type {any} */ values) => asked.push(values) };
  const say = (/** @type {any} */ message) => {
    answer.data = { answer: [message] };
    for (const hear of changed) hear();
  };
  return { ...documentOf({ question, answer }), asked, say };
}

test("the session of the token is opened, without a root on the page", () => {
  connected();
  assert.deepEqual(seen.embedded, [[{}, [{ token: "the token", roots: {}, root_ids: [] }]]]);
  assert.deepEqual(seen.told, []);
});

test("the connection is ready when a document holds the question", () => {
  connected();
  seen.documents.push(documentOf({}));
  nextFrame();
  assert.equal(seen.told.length, 0);
  const doc = session();
  seen.documents.push(doc);
  nextFrame();
  const [event, send] = seen.told[0];
  assert.equal(event, "ready");
  send(3, "w0=1", ["samples", "summary"]);
  assert.deepEqual(doc.asked, [
    { data: { turn: [3], scene: ["w0=1"], tables: ["samples,summary"] } },
  ]);
  assert.deepEqual(seen.frames, []);
});

test("an answer and the end of the connection are told", () => {
  const doc = session();
  seen.documents.push(doc);
  connected();
  doc.say({ turn: 3 });
  doc.hearers.connection_lost();
  assert.deepEqual(seen.told.slice(1), [["answer", { turn: 3 }], ["lost"]]);
});

test("a connection that does not open within ten seconds is lost", () => {
  connected();
  mock.timers.tick(10_000);
  nextFrame();
  assert.deepEqual(seen.told, []);
  mock.timers.tick(1);
  nextFrame();
  assert.deepEqual([seen.told, seen.frames], [[["lost"]], []]);
});

test("a tab that was long in the background finds its document", () => {
  connected();
  seen.documents.push(session());
  mock.timers.tick(60_000);
  nextFrame();
  assert.deepEqual(
    seen.told.map(([event]) => event),
    ["ready"],
  );
});
