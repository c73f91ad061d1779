// The schema as Python emits it.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const PROGRAM = "import json; from logreg_app.schema import schema; print(json.dumps(schema()))";
const python = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));

/** @type {Schema} */
export const SCHEMA = JSON.parse(execFileSync(python, ["-c", PROGRAM], { encoding: "utf-8" }));
