"""The joiner of the page's modules: one classic script, or an error that names the line."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from node import NODE

from logreg_app import catalog
from logreg_app.script import LAB, LESSON, ScriptError, joined, script

HOLDER = "globalThis.out = [];\n"


def run(modules: dict[str, str], tmp_path: Path) -> object:
    """What a joined script puts into `out`."""
    file = tmp_path / "joined.cjs"
    file.write_text(HOLDER + joined("page.js", modules) + "console.log(JSON.stringify(out));\n")
    done = subprocess.run([NODE, file], capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def test_modules_run_once_each_after_those_they_import(tmp_path: Path):
    modules = {
        "page.js": 'import { b } from "./b.js";\nimport { a } from "./sub/a.js";\n'
        "out.push(a + b);\n",
        "b.js": 'import { a } from "./sub/a.js";\nout.push("b");\nexport const b = a + 1;\n',
        "sub/a.js": 'out.push("a");\nexport const a = 1;\n',
    }
    assert run(modules, tmp_path) == ["a", "b", 3]


def test_a_name_can_be_taken_as_another(tmp_path: Path):
    modules = {
        "page.js": 'import {\n  f as g,\n  C,\n} from "./a.js";\n'
        "const f = 2;\nout.push(g(f), new C().x);\n",
        "a.js": "export function f(v) {\n  return -v;\n}\nexport class C {\n  x = 7;\n}\n",
    }
    assert run(modules, tmp_path) == [-2, 7]


def test_the_same_name_in_two_modules_is_two_things(tmp_path: Path):
    modules = {
        "page.js": 'import { a } from "./a.js";\nconst hidden = 1;\nout.push(hidden, a());\n',
        "a.js": "const hidden = 2;\nexport const a = () => hidden;\n",
    }
    assert run(modules, tmp_path) == [1, 2]


def test_an_async_function_is_exported(tmp_path: Path):
    modules = {
        "page.js": 'import { f } from "./a.js";\nout.push(f() instanceof Promise);\n',
        "a.js": "export async function f() {}\n",
    }
    assert run(modules, tmp_path) == [True]


def test_comments_stay_behind():
    modules = {"page.js": "// one\n/** two\n * three */\n  // four\nf(); // five\n"}
    assert re.findall("one|two|three|four|five", joined("page.js", modules)) == []


def test_what_looks_like_a_comment_in_a_text_stays(tmp_path: Path):
    source = 'out.push("https://a.b // c", `d; // ${1}`);\n'
    assert run({"page.js": source}, tmp_path) == ["https://a.b // c", "d; // 1"]


def test_code_after_a_comment_on_its_line_stays(tmp_path: Path):
    source = "/** @type {number} */ (out).push(1);\nout.push(2);\n/** three */\nout.push(3);\n"
    assert run({"page.js": source}, tmp_path) == [1, 2, 3]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('import a from "./a.js";\n', "import a"),
        ('import * as a from "./a.js";\n', "import *"),
        ('import "./a.js";\n', 'import "./a.js"'),
        ('import { a } from "elsewhere";\n', "import { a }"),
        ("export default 1;\n", "export default"),
        ("export let a = 1;\n", "export let"),
        ("export { a };\n", "export { a }"),
        ('export { a } from "./a.js";\n', "export { a }"),
    ],
)
def test_what_the_joiner_does_not_know_is_named(source: str, said: str):
    with pytest.raises(
        ScriptError, match=re.escape(f"page.js has a line that the joiner does not know: {said}")
    ):
        joined("page.js", {"page.js": source, "a.js": "export const a = 1;\n"})


def test_a_module_that_is_not_there_is_named():
    with pytest.raises(ScriptError, match=r"page\.js imports b\.js, which is not there"):
        joined("page.js", {"page.js": 'import { b } from "./b.js";\n'})


def test_a_circle_is_named():
    modules = {
        "a.js": 'import { b } from "./b.js";\nexport const a = b;\n',
        "b.js": 'import { a } from "./a.js";\nexport const b = a;\n',
    }
    with pytest.raises(ScriptError, match=r"a circle: a\.js > b\.js > a\.js"):
        joined("a.js", modules)


def modules_of(entry: str) -> set[str]:
    """Paths of the modules in the script of a page."""
    names = {f"${re.sub(r'[^a-z]', '_', p.removesuffix('.js'))}": p for p in catalog.scripts()}
    return {path for name, path in names.items() if f"const {name} = " in script(entry)}


def test_the_two_pages_have_every_module():
    assert modules_of(LAB) | modules_of(LESSON) == set(catalog.scripts())


def test_a_lesson_has_nothing_of_own_data():
    lab, lesson = modules_of(LAB), modules_of(LESSON)
    assert [path for path in lesson if path.startswith("data/")] == []
    assert {path for path in lab if path.startswith("data/")} > {"data/parse.js", "data/own.js"}
