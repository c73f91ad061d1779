// The script of a lesson's page.
import { start } from "./page.js";

start();
