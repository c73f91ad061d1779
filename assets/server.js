// The server: a scene goes up as the query of an address, a frame that NumPy computed comes down.
const Server = (() => {
  "use strict";
  const PATIENCE = 10000; // ms until a connection that does not open counts as lost

  // Open the session's document; `answer` hears every frame, `lost` when the connection is gone.
  function connect(token, { answer, lost, ready }) {
    Bokeh.embed.embed_items({}, [{ token, roots: {}, root_ids: [] }]);
    const since = performance.now();
    (function wait() {
      if (performance.now() - since > PATIENCE) return lost();
      const doc = Bokeh.documents.find((d) => d.get_model_by_name("question"));
      if (!doc) return requestAnimationFrame(wait);
      const [question, down] = ["question", "answer"].map((name) => doc.get_model_by_name(name));
      doc.on_event("connection_lost", lost);
      down.properties.data.change.connect(() => answer(plain(down.data.answer[0])));
      ready((turn, query, tables) => question.setv({ data: { turn: [turn], scene: [query], tables: [tables.join(",")] } }));
    })();
  }

  // Bokeh reads a mapping as a Map, and an array of numbers as one of its own class.
  function plain(value) {
    if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [k, plain(v)]));
    if (ArrayBuffer.isView(value)) return value.shape?.length > 1 ? images(value) : Array.from(value);
    if (value?.constructor === Object) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
    return Array.isArray(value) ? value.map(plain) : value;
  }

  // An array of images, one after the other.
  function images(array) {
    const [, ...shape] = array.shape;
    return [{ flat: Float64Array.from(array), shape }];
  }

  return { connect };
})();
