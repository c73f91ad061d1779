"""Who may frame the page and connect to it, and what the server answers to those who embed it."""

import re
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import quote, urlsplit

import pytest
from app.wire import token
from bokeh.embed import server_document
from conftest import SCRIPT, Program, serving

from logreg_app import catalog
from logreg_app.lesson import lesson
from logreg_app.sentences import SceneError
from logreg_app.serving.origins import OriginError, host, origin, policy
from logreg_app.state import State
from logreg_app.view import scene_of, view_of

COURSE, LAN, OTHER = "https://course.example", "http://lab.lan:8443", "https://other.example"
PATHS = ["", "?w0=x", "nowhere", "host.js", "scene.html", "static/js/bokeh.min.js", "autoload.js"]
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "x" * 22 + "==",
}


@pytest.fixture(scope="module")
def server() -> Iterator[Program]:
    with serving("--allow-origin", COURSE, LAN + "/") as program:
        yield program


def ask(url: str, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, str]:
    if path == "ws":
        headers["Sec-WebSocket-Protocol"] = f"bokeh, {token(url)}"
    connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
    connection.request(
        method, f"/{path}", headers={k.replace("_", "-"): v for k, v in headers.items()}
    )
    answer = connection.getresponse()
    text = "" if answer.status == 101 else answer.read().decode()
    connection.close()
    return answer, text


# ---- origins -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://course.example", "https://course.example"),
        ("HTTPS://Course.Example/", "https://course.example"),
        ("https://course.example:443", "https://course.example"),
        ("http://course.example:80/", "http://course.example"),
        ("http://course.example:443", "http://course.example:443"),
        ("http://192.168.1.5:05006", "http://192.168.1.5:5006"),
        ("http://localhost:8000", "http://localhost:8000"),
    ],
)
def test_an_origin_is_written_as_a_browser_writes_it(given: str, expected: str) -> None:
    assert origin(given) == expected
    assert expected in policy([origin(given)])


@pytest.mark.parametrize(
    "given",
    [
        *("", "course.example", "*", "https://*.example", "https://course.example/page", "null"),
        *("ftp://course.example", "https://a b", "https://a;b", "https://[::1]:5006", "https://a:"),
        *("https://a:99999", "https://user@a", "https://-a", "https://a'", "https://kürs.example"),
    ],
)
def test_what_is_no_origin_is_refused(given: str) -> None:
    with pytest.raises(OriginError, match="is not an origin; give scheme and host"):
        origin(given)


def test_the_websockets_list_takes_host_and_port() -> None:
    assert host("http://course.example:8000") == "course.example:8000"


def test_the_command_names_what_is_no_origin() -> None:
    ran = subprocess.run(
        [SCRIPT, "serve", "--allow-origin", "course.example"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "“course.example” is not an origin; give scheme and host, such as https://" in ran.stderr


# ---- headers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS)
def test_every_response_says_who_may_frame_it(server: Program, path: str) -> None:
    answer, _ = ask(server.url, path)
    sent = answer.headers["Content-Security-Policy"].split("; ")
    assert f"frame-ancestors 'self' {COURSE} {LAN}" in sent
    assert "default-src 'none'" in sent
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] is None


def test_without_the_option_only_the_own_origin_may(base_url: str) -> None:
    answer, _ = ask(base_url, "host.js")
    assert "frame-ancestors 'self';" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "kind"), [("", "text/html"), ("host.js", "application/javascript")]
)
def test_head_is_answered(server: Program, path: str, kind: str) -> None:
    answer, text = ask(server.url, path, "HEAD")
    assert (answer.status, text) == (200, "")
    assert answer.headers["Content-Type"].startswith(kind)


def test_responses_are_still_compressed(server: Program) -> None:
    connection = HTTPConnection(urlsplit(server.url).netloc, timeout=30)
    connection.request("GET", "/static/js/bokeh.min.js", headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    assert answer.headers["Content-Encoding"] == "gzip"


# ---- connections ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("origin", "status"),
    [(None, 101), (COURSE, 101), (LAN, 101), (OTHER, 403), ("http://lab.lan", 403), ("null", 403)],
)
def test_the_websocket_opens_for_allowed_origins(
    server: Program, origin: str | None, status: int
) -> None:
    own = server.url.rstrip("/")
    answer, _ = ask(server.url, "ws", **UPGRADE, Origin=origin or own)
    assert answer.status == status


@pytest.mark.parametrize(
    ("headers", "sentence"),
    [
        (
            {**UPGRADE, "Origin": "https://ws.example"},
            "Refused a connection to https://ws.example; "
            "--allow-origin https://ws.example would allow it.\n",
        ),
        (
            {"Sec-Fetch-Dest": "iframe", "Referer": "https://frame.example/page"},
            "Refused a frame to https://frame.example; "
            "--allow-origin https://frame.example would allow it.\n",
        ),
        (
            {"Origin": "https://script.example"},
            "Refused a frame to https://script.example; "
            "--allow-origin https://script.example would allow it.\n",
        ),
        (
            {**UPGRADE, "Origin": "null"},
            "Refused a connection from a page without an address of its own; a frame",
        ),
    ],
    ids=["websocket", "frame", "script", "no origin"],
)
def test_the_log_says_once_which_option_would_allow_it(
    server: Program, headers: dict[str, str], sentence: str
) -> None:
    path = {"Upgrade": "ws", "Origin": "autoload.js?bokeh-autoload-element=a"}
    way = next((path[name] for name in ("Upgrade", "Origin") if name in headers), "")
    ask(server.url, way, **headers)
    ask(server.url, way, **headers)
    assert server.errors().count(sentence) == 1


@pytest.mark.parametrize(
    ("headers", "referer"),
    [
        ({}, "https://link.example"),  # someone followed a link
        ({"Sec-Fetch-Dest": "iframe"}, COURSE),
        ({"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "same-origin"}, "https://proxy.example"),
    ],
)
def test_the_log_is_silent_about_what_is_allowed(
    server: Program, headers: dict[str, str], referer: str
) -> None:
    ask(server.url, "", **headers, Referer=f"{referer}/page")
    assert f"Refused a frame to {referer}" not in server.errors()


# ---- the script of server_document ---------------------------------------------------------------


def autoload(url: str, **arguments: str) -> str:
    """Path that the tag of `server_document` asks for."""
    tag = server_document(url, arguments=arguments)
    return re.search(r"'GET', \"[^\"]*/(autoload\.js[^\"]*)\"", tag)[1].replace("&amp;", "&")


def test_the_script_puts_a_frame_in_its_place(server: Program) -> None:
    path = autoload(server.url.rstrip("/"), lesson="03", w1="-0.08")
    answer, text = ask(server.url, path, Origin=COURSE)
    assert answer.headers["Content-Type"] == "application/javascript; charset=utf-8"
    assert answer.headers["Access-Control-Allow-Origin"] == COURSE
    assert f'"src": "{server.url.rstrip("/")}?lesson=03&w1=-0.08&embed=1"' in text
    assert f'"title": "{lesson("03").title}"' in text
    assert '"refused": false' in text
    assert text.endswith(catalog.text("host.js"))
    assert "cdn" not in text.lower()


def test_the_script_says_so_to_a_host_that_is_not_allowed(server: Program) -> None:
    _, text = ask(server.url, autoload(server.url.rstrip("/")), Origin=OTHER)
    assert '"refused": true' in text


@pytest.mark.parametrize(
    "query",
    [
        "",
        "bokeh-autoload-element=",
        "bokeh-autoload-element=a&bokeh-absolute-url=javascript:alert(1)",
        "bokeh-autoload-element=a&bokeh-app-path=x",
    ],
)
def test_the_script_needs_an_element_and_an_address(server: Program, query: str) -> None:
    answer, _ = ask(server.url, f"autoload.js?{query}")
    assert answer.status == 400


def test_text_in_the_script_stays_text(server: Program) -> None:
    hostile = quote('a");alert(1)//\u2028</script>')
    _, text = ask(server.url, f"autoload.js?bokeh-autoload-element={hostile}")
    assert '"element": "a\\");alert(1)//\\u2028</script>"' in text


def test_the_host_script_is_short(server: Program) -> None:
    _, text = ask(server.url, "host.js")
    assert text == catalog.text("host.js")
    assert len(text.splitlines()) <= 15


# ---- the scene as a file -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "logreg-loans"),
        ("dataset=own", "logreg-loans"),
        ("dataset=exam&w0=0", "logreg-exam"),
        ("lesson=03", "logreg-lesson-03"),
    ],
)
def test_a_scene_is_a_file_to_download(server: Program, query: str, name: str) -> None:
    answer, text = ask(server.url, f"scene.html?{query}")
    assert answer.status == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}.html"'
    assert '"server":false' in text
    # Panel's scripts, which the server has loaded, would be asked for beside the file
    assert re.findall(r'<script[^>]* src="(?!\$)', text) == []
    assert "static/extensions" not in text


def test_the_file_has_the_scene_and_what_is_hidden_and_locked(server: Program) -> None:
    query = "dataset=exam&w0=-1.25&steps=3&figures=sigmoid,table&hide=w1,x&lock=reset&theme=dark"
    _, text = ask(server.url, f"scene.html?{query}&embed=1")
    scene = '"scene":{"dataset":"exam","w0":"-1.25","steps":"3"}'
    view = '"hidden":["w1","x"],"locked":["reset"],"theme":"dark","embed":false,"notice":""'
    assert scene in text
    assert view in text
    assert '"shown":["sigmoid","table"]' in text


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("threshold=oops", "threshold is a number, got “oops”."),
        ("nonsense=1", "There is no setting “nonsense”."),
        ("w1=%3Cscript%3E", "w1 is a number, got “<script>”."),
        ("steps=10001", "steps goes from 0 to 10000, got 10001."),
        ("dataset=nope", "dataset is one of loans, "),
    ],
)
def test_no_file_is_made_of_a_scene_that_does_not_fit(
    server: Program, query: str, says: str
) -> None:
    answer, text = ask(server.url, f"scene.html?{query}")
    assert (answer.status, answer.headers["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert text.startswith(says)
    assert text.count("\n") == 0


# ---- addresses -----------------------------------------------------------------------------------


def test_an_address_that_names_a_data_set_is_a_whole_scene() -> None:
    opening = State.of({"dataset": "loans", "w0": 0})
    assert scene_of({"w1": "1"}, opening).scene == {"dataset": "loans", "w0": 0, "w1": 1}
    assert scene_of({"dataset": "loans", "w1": "1"}, opening).scene == {"dataset": "loans", "w1": 1}


@pytest.mark.parametrize(
    "values",
    [
        {"w0": "9" * 5000},
        {"moved": "9" * 5000 + ":1"},
        {"moved": "²:1"},
        {"w0": "1_0"},
        {"w0": "٣"},
        {"steps": "1e400"},
        {"dataset": "<script>"},
        {"": ""},
    ],
)
def test_a_scene_that_does_not_fit_is_refused(values: dict[str, str]) -> None:
    with pytest.raises(SceneError):
        scene_of(values, State())


@pytest.mark.parametrize(
    ("query", "field", "expected"),
    [
        ({"embed": "1"}, "embed", True),
        ({"embed": "perhaps"}, "embed", False),
        ({"theme": "dark"}, "theme", "dark"),
        ({"theme": "pink"}, "theme", "auto"),
        ({"hide": "w0,nope,table"}, "hidden", ("w0", "table")),
        ({"lock": "w,x,<b>"}, "locked", ("w", "x")),
    ],
)
def test_an_address_says_what_is_shown(query: dict[str, str], field: str, expected: object) -> None:
    view, _ = view_of(query, "loans")
    assert getattr(view, field) == expected
