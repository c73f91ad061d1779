// The connection, with a BokehJS that is made up.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { connect } from "../../assets/script/connection.js";

/** @type {any} */
const world = globalThis;

/** @type {{ embedded: any[], told: any[], documents: any[] }} */
let seen;

describe("the connection", () => {
  beforeEach(() => {
    seen = { embedded: [], told: [], documents: [] };
    const embed = {
      embed_items: (/** @type {any[]} */ ...given) => Promise.resolve(seen.embedded.push(given)),
    };
    world.Bokeh = { embed, documents: seen.documents };
  });

  afterEach(() => {
    delete world.Bokeh;
  });

  const connected = () =>
    connect("the token", {
      ready: (send) => seen.told.push(["ready", send]),
      answer: (message) => seen.told.push(["answer", message]),
      lost: () => seen.told.push(["lost"]),
    });

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

  test("the session of the token is opened, without a root on the page", async () => {
    await connected();
    assert.deepEqual(seen.embedded, [[{}, [{ token: "the token", roots: {}, root_ids: [] }]]]);
  });

  test("a question goes up through the document that holds it, whichever there are", async () => {
    const doc = session();
    seen.documents.push(documentOf({}), doc);
    await connected();
    const [event, send] = seen.told[0];
    assert.equal(event, "ready");
    send(3, "w0=1", ["samples", "summary"]);
    assert.deepEqual(doc.asked, [
      { data: { turn: [3], scene: ["w0=1"], tables: ["samples,summary"] } },
    ]);
  });

  test("an answer and the end of the connection are told", async () => {
    const doc = session();
    seen.documents.push(doc);
    await connected();
    doc.say({ turn: 3 });
    doc.hearers.connection_lost();
    assert.deepEqual(seen.told.slice(1), [["answer", { turn: 3 }], ["lost"]]);
  });

  test("a connection that brings no document is lost", async () => {
    seen.documents.push(documentOf({}));
    await connected();
    assert.deepEqual(seen.told, [["lost"]]);
  });
});
