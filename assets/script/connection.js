// The connection to the server: a Bokeh document of this session that holds a question and an
// answer.

/**
 * Sends a question: its turn, the query of a scene, and the names of the tables that it asks for.
 * @typedef {(turn: number, query: string, tables: string[]) => void} Send
 */

/**
 * An answer as it comes: the turn of its question, the block of a data set as JSON, and columns.
 * @typedef {{ turn: number, block?: string, shapes: string, numbers: ArrayBuffer }} Message
 */

/**
 * Who is told how questions are sent, what comes down, and that the server is out of reach.
 * @typedef {{ ready: (send: Send) => void, answer: (message: Message) => void, lost: () => void }}
 *   Hear
 */

/** @typedef {(token: string, hear: Hear) => void} Connect */

/**
 * Opens the connection of the session that a token stands for.
 * @param {string} token
 * @param {Hear} hear
 */
export async function connect(token, hear) {
  // BokehJS catches its errors here, so that only the document tells whether there is a connection.
  await Bokeh.embed.embed_items({}, [{ token, roots: {}, root_ids: [] }]);
  const found = Bokeh.documents.find(hasQuestion);
  if (found) join(found, hear);
  else hear.lost();
}

/** @param {any} doc */
const hasQuestion = (doc) => doc.get_model_by_name("question") !== null;

/**
 * @param {any} doc
 * @param {Hear} hear
 */
function join(doc, { ready, answer, lost }) {
  const up = doc.get_model_by_name("question");
  const down = doc.get_model_by_name("answer");
  doc.on_event("connection_lost", lost);
  down.properties.data.change.connect(() => answer(down.data.answer[0]));
  ready((turn, query, tables) => {
    up.setv({ data: { turn: [turn], scene: [query], tables: [tables.join(",")] } });
  });
}
