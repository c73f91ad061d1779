// The script of the free lab: the page, the menu of figures, and the reader's own data.
import { startFigures } from "./controls/figures.js";
import { OwnData } from "./data/own.js";
import { page, say, showScene, start, store } from "./page.js";

const own = new OwnData(page, store, { say, showScene });

Object.assign(window.explorable, { own });
start(own, startFigures);
