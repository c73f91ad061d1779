// A session with the server: the scene goes up as a query, and tables that NumPy made come down.
const PATIENCE = 10_000; // ms until a connection that does not open counts as lost

// Every question has a number, which its answer repeats.
export class Session {
  turn = 0; // of the last question
  settled = 0; // of the last answer
  #send = null; // while the server can be reached
  #forms = new Map(); // turn to the form of the data that was asked for

  // hear: { answer({ tables, form, block, late }), ready(), lost() }; late is whether another question
  // has been asked since.
  constructor(token, hear) {
    connect(token, {
      ready: (send) => {
        this.#send = send;
        hear.ready();
      },
      answer: (message) => hear.answer(this.#read(message)),
      lost: () => {
        this.#send = null;
        hear.lost();
      },
    });
  }

  get isOpen() {
    return this.#send !== null;
  }

  // Asks for tables of a scene; nothing happens while the server cannot be reached.
  ask(query, { form = "", tables = [] } = {}) {
    if (!this.isOpen) return;
    this.turn += 1;
    this.#forms.set(this.turn, form);
    this.#send(this.turn, query, tables);
  }

  #read({ turn, block, ...packed }) {
    const form = this.#forms.get(turn);
    for (const asked of this.#forms.keys()) if (asked <= turn) this.#forms.delete(asked);
    this.settled = turn;
    const late = turn !== this.turn;
    return { tables: unpacked(packed), form, block: block && JSON.parse(block), late };
  }
}

// Opens the session's document, which holds a question and an answer.
function connect(token, { answer, lost, ready }) {
  Bokeh.embed.embed_items({}, [{ token, roots: {}, root_ids: [] }]);
  const since = performance.now();
  const wait = () => {
    if (performance.now() - since > PATIENCE) return lost();
    const doc = Bokeh.documents.find((each) => each.get_model_by_name("question"));
    if (!doc) return requestAnimationFrame(wait);
    const [up, down] = ["question", "answer"].map((name) => doc.get_model_by_name(name));
    doc.on_event("connection_lost", lost);
    down.properties.data.change.connect(() => answer(down.data.answer[0]));
    ready((turn, query, tables) => {
      up.setv({ data: { turn: [turn], scene: [query], tables: [tables.join(",")] } });
    });
  };
  wait();
}

// shapes, as JSON: the shape of each column, or { text: its words }; numbers: those of all columns,
// one after the other.
export function unpacked({ shapes, numbers }) {
  const flat = new Float64Array(numbers);
  let at = 0;
  const take = (shape) => {
    const start = at;
    at += shape.reduce((a, b) => a * b, 1);
    return flat.slice(start, at);
  };
  const column = (shape) => {
    if ("text" in shape) return shape.text;
    if (shape.length > 1) return [{ flat: take(shape), shape: shape.slice(1) }]; // images
    return shape.length ? Array.from(take(shape)) : take(shape)[0];
  };
  const table = (columns) => entriesOf(columns, column);
  return entriesOf(JSON.parse(shapes), table);
}

const entriesOf = (named, make) =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [name, make(value)]));
