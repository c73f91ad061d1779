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
      down.properties.data.change.connect(() => answer(unpacked(down.data.answer[0])));
      ready((turn, query, tables) => question.setv({ data: { turn: [turn], scene: [query], tables: [tables.join(",")] } }));
    })();
  }

  // A text has the shape of each column; the numbers of all come one after the other.
  function unpacked({ turn, shapes, numbers, block }) {
    const flat = new Float64Array(numbers);
    let at = 0;
    const take = (shape) => flat.slice(at, (at += shape.reduce((a, b) => a * b, 1)));
    const column = (shape) => {
      if ("text" in shape) return shape.text;
      if (shape.length > 1) return [{ flat: take(shape), shape: shape.slice(1) }]; // images
      return shape.length ? Array.from(take(shape)) : take(shape)[0];
    };
    const table = (columns) => Object.fromEntries(Object.entries(columns).map(([k, shape]) => [k, column(shape)]));
    const tables = Object.entries(JSON.parse(shapes)).map(([name, columns]) => [name, table(columns)]);
    return { turn, frame: Object.fromEntries(tables), block: block && JSON.parse(block) };
  }

  return { connect };
})();
