// The script of the free lab: the page, the menu of figures, and the reader's own data.

import { startFigures } from "./controls/figures.js";
import { BELOW } from "./controls/training.js";
import { OwnData } from "./data/own.js";
import { page, say, showScene, start, store } from "./page.js";
import { PYTHON, pythonButton } from "./share/python.js";
import { FORMATS } from "./share/snippets.js";

const own = new OwnData(page, store, { say, showScene });

Object.assign(window.explorable, { own });
Object.assign(FORMATS, PYTHON);
BELOW.push(pythonButton);
start(own, startFigures);
