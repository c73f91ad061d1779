// What is pasted into a course page, in each format.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FORMATS } from "../../../assets/script/share/snippets.js";
import { NOW } from "./pages.js";

const ASSETS = join(import.meta.dirname, "../../../assets");
const HOST = "https://lab.example/host.js";
const SCENE = {
  link: "https://lab.example/?dataset=loans&w1=-0.08",
  src: "https://lab.example/?embed=1&dataset=loans&w1=-0.08",
  title: "Drag it",
  host: HOST,
  code: "run();\n",
};
const FRAME =
  '<iframe src="https://lab.example/?embed=1&amp;dataset=loans&amp;w1=-0.08" title="Drag it"' +
  ' width="100%" height="900" style="border: 0" loading="lazy"></iframe>';
const SERVED = `<script src="${HOST}" async></script>`;
const LINK = `[Drag it: open this scene](${SCENE.link})`;

/** @type {Record<string, string>} */
const EXPECTED = {
  link: SCENE.link,
  html: `${FRAME}\n${SERVED}`,
  markdown: `${LINK}\n\n${FRAME}\n\n${SERVED}`,
  myst: `:::{iframe} ${SCENE.src}\n:width: 100%\n:title: Drag it\n${LINK}\n:::`,
  frame: FRAME,
};

test("every format has a test", () => {
  assert.deepEqual(Object.keys(FORMATS), Object.keys(EXPECTED));
});

for (const [format, expected] of Object.entries(EXPECTED)) {
  test(`the format ${format}`, () => {
    assert.equal(FORMATS[format].make(SCENE, NOW), expected);
  });
}

for (const format of ["html", "markdown"]) {
  test(`where no server has the script, the format ${format} brings its code`, () => {
    const text = FORMATS[format].make({ ...SCENE, host: "" }, NOW);
    assert.ok(
      text.endsWith(`${FRAME}\n${format === "html" ? "" : "\n"}<script>\nrun();\n</script>`),
    );
  });
}

for (const format of ["html", "markdown", "frame"]) {
  test(`the format ${format} has the height that the preview asked for`, () => {
    assert.match(FORMATS[format].make({ ...SCENE, height: 1240 }, NOW), / height="1240" /);
  });
}

for (const format of ["html", "markdown", "frame"]) {
  test(`quotes and brackets of a title stay inside their attribute: ${format}`, () => {
    const text = FORMATS[format].make({ ...SCENE, title: '"><script>alert(1)</script>&' }, NOW);
    const title = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;";
    assert.ok(text.includes(` title="${title}" `), text);
  });
}

for (const format of ["markdown", "myst"]) {
  test(`brackets of a title do not end the words of the link: ${format}`, () => {
    const text = FORMATS[format].make({ ...SCENE, title: "Odds [0, ∞) \\ x" }, NOW);
    assert.ok(text.includes("[Odds \\[0, ∞) \\\\ x: open this scene]("), text);
  });

  test(`brackets of an address do not end the target of the link: ${format}`, () => {
    const text = FORMATS[format].make({ ...SCENE, link: "lab (1).html#w0=1" }, NOW);
    assert.ok(text.includes("](lab %281%29.html#w0=1)"), text);
  });
}

for (const path of ["host.js", ...globSync("script/**/*.js", { cwd: ASSETS })]) {
  test(`${path} does not end the script element that it stands in`, () => {
    assert.doesNotMatch(readFileSync(join(ASSETS, path), "utf8"), /<\/script/i);
  });
}
