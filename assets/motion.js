// What follows the hand. While a slider moves, frame.js draws every value; when the hand rests, the
// value goes to the server, and the numbers that NumPy answers stand on the page. Without a server
// what frame.js drew stands.
const Motion = (() => {
  "use strict";
  const REST = 120; // ms without a move
  const DRAWN = ["samples", "curve", "boundary", "plane", "boundary_lines"];

  function start(doc, online) {
    const source = (name) => doc.get_model_by_name(name);
    const [settings, summary, dataset, data] = ["settings", "summary", "dataset", "data"].map(source);
    const drawn = DRAWN.map(source).filter((s) => s != null);
    const set = () => Object.fromEntries(Object.entries(settings.data).map(([k, v]) => [k, v[0]]));
    let drawing = false; // a change of columns that comes from here
    let unsent = false; // the settings moved since they were sent
    let resting; // timer

    // Every question to the server has a number, which its answer repeats before its columns.
    const waiting = () => unsent || summary.data.turn[0] < settings.data.turn[0];

    function put(target, columns) {
      target.setv({ data: { ...target.data, ...columns } }, { sync: false, check_eq: false });
    }

    function draw() {
      drawing = true;
      const { w0, w1, w2, threshold } = set();
      const w = w2 === undefined ? [w1] : [w1, w2];
      const frame = Frames.compute(plain(data.data), { w0, w, threshold }, dataset.data.every[0]);
      for (const target of drawn) put(target, withImages(frame[target.name], target));
      put(summary, single(frame.summary));
      drawing = false;
    }

    function move(values) {
      put(settings, single(values));
      draw();
      unsent = true;
      clearTimeout(resting);
      resting = setTimeout(rest, REST);
    }

    function rest() {
      clearTimeout(resting);
      if (unsent && online()) ask({});
      unsent = false;
    }

    // Only values and the question's number go up.
    function ask(values) {
      const now = { ...set(), ...values, turn: settings.data.turn[0] + 1 };
      settings.patch(Object.fromEntries(Object.entries(now).map(([k, v]) => [k, [[0, v]]])));
    }

    // A late answer to an earlier question is drawn over at once, before the next paint.
    for (const target of [...drawn, summary]) {
      target.properties.data.change.connect(() => {
        if (!drawing && online() && waiting()) draw();
      });
    }
    return { move, rest, ask };
  }

  // Bokeh draws an image only from its own array class, which the column in use has.
  function withImages(columns, { data }) {
    if (!("shade" in columns)) return columns;
    const [old] = data.shade;
    return { ...columns, shade: [new old.constructor(columns.shade[0].flat(), old.shape)] };
  }

  const single = (values) => Object.fromEntries(Object.entries(values).map(([k, v]) => [k, [v]]));

  // Plain arrays of the data set, made once for each: a typed array's map would round.
  const known = new WeakMap();
  function plain(columns) {
    if (!known.has(columns)) {
      const features = columns.x === undefined ? [columns.x1, columns.x2] : [columns.x];
      known.set(columns, { x: features.map((c) => Array.from(c)), y: Array.from(columns.y) });
    }
    return known.get(columns);
  }

  return { start };
})();
