// The script of the free lab: the page, the menu of figures, and the reader's own data.

import { startFigures } from "./controls/figures.js";
import { BELOW } from "./controls/training.js";
import { Moving } from "./data/moving.js";
import { OwnData } from "./data/own.js";
import { startDialog } from "./data/start.js";
import { download } from "./dom/download.js";
import { byId } from "./dom/element.js";
import { page, say, showScene, start, store } from "./page.js";
import { Mover } from "./plots/mover.js";
import { PYTHON, pythonButton } from "./share/python.js";
import { FORMATS } from "./share/snippets.js";
import { traceCsv } from "./words/trace-csv.js";

const own = new OwnData(page, store, { say, showScene });

Object.assign(window.explorable, { own });
Object.assign(FORMATS, PYTHON);
BELOW.push(pythonButton);
start(own, startFigures).then(() => {
  startDialog(own, store);
  new Moving(store, own, (...parts) => new Mover(...parts));
  byId("trace-csv")?.addEventListener("click", () => {
    download(traceCsv(store.now()), `logreg-${store.block.name}.csv`, "text/csv");
  });
});
