"""The page as it leaves the server: its session, its HTML, and what it tells of a visitor."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import numpy as np
import pytest
from app.answers import unpacked
from app.wire import Visitor, get, status
from bokeh.util.token import get_token_payload
from conftest import PATIENCE, serving

from logreg_app import catalog
from logreg_app.lesson import lessons
from logreg_app.scene import query
from logreg_app.state import State
from logreg_app.view import TITLE

LOSSES = [0.003114901, 0.006005951, 0.020239146, 1.364912260, 0.368011093, 0.103106174]
MEAN_LOSS = 0.310898254
TABLES = ("samples", "summary", "curve", "loss_curve", "boundary", "surface", "history", "evidence")


@pytest.fixture
def visitor(base_url: str) -> Iterator[Visitor]:
    with Visitor(base_url) as visitor:
        yield visitor.open()


# ---- the session ---------------------------------------------------------------------------------


def test_the_loans_have_the_losses_of_the_trace(visitor: Visitor):
    frame = visitor.ask("dataset=loans", "samples", "summary")["frame"]
    assert list(frame["samples"]["loss"]) == pytest.approx(LOSSES, abs=5e-10)
    assert frame["summary"]["mean_loss"] == pytest.approx(MEAN_LOSS, abs=5e-10)


SCENES = [
    {"dataset": "loans", "w0": 1.5, "w1": 0.01},
    {"dataset": "loans", "standardise": True, "steps": 20, "learning_rate": 2.0},
    {"dataset": "loans", "w1": 0.0, "steps": 2000, "learning_rate": 1e-4},
    {"dataset": "exam", "moved": {4: (2.5,)}, "unit": "bits"},
    {"dataset": "rare", "w0": 1.0, "w1": 0.0},
]


@pytest.mark.parametrize("way", ["websocket", "request"])
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene["dataset"])
def test_an_answer_has_the_cores_numbers_bit_for_bit(base_url: str, way: str, scene: dict):
    state = State.of(scene)
    answer = ASK[way](base_url, query(scene), *TABLES)
    frame = state.frame_of(TABLES)
    assert list(answer["frame"]) == list(TABLES)
    tables = {name: plain(answer["frame"][name]) for name in TABLES}
    wanted = {name: getattr(frame, name) for name in TABLES}
    wanted["samples"] = {k: column[state.rows] for k, column in frame.samples.items()}
    np.testing.assert_equal(tables, {name: plain(table) for name, table in wanted.items()})


def by_websocket(url: str, scene: str, *tables: str) -> dict:
    with Visitor(url) as visitor:
        return visitor.open().ask(scene, *tables)


def by_request(url: str, scene: str, *tables: str) -> dict:
    answer = post(url, json.dumps({"scene": scene, "tables": ",".join(tables)}))
    head, _, numbers = answer.partition(b"\r\n\r\n")[2].partition(b"\n")
    reply = {**json.loads(head), "numbers": numbers}
    return {**reply, "frame": unpacked(reply)}


def post(url: str, body: str, origin: str | None = None) -> bytes:
    text = body.replace(", ", ",").replace(": ", ":").encode()
    return get(url, "/question", "POST", text, Origin=origin or url.rstrip("/"))


ASK = {"websocket": by_websocket, "request": by_request}


def plain(table: Mapping[str, object]) -> dict[str, object]:
    return {k: np.asarray(column).tolist() for k, column in table.items()}


def test_a_new_data_set_comes_with_its_block(visitor: Visitor):
    answer = visitor.ask("dataset=seven-points", "samples")
    assert json.loads(answer["block"])["name"] == "seven-points"
    assert "block" not in visitor.ask("dataset=seven-points&w0=1", "samples")
    assert "block" not in visitor.ask("dataset=loans", "samples")


@pytest.mark.parametrize("asked", ["?dataset=exam", "?lesson=06"])
def test_a_data_set_that_the_page_carries_comes_without_its_block(base_url: str, asked: str):
    carried = {"?dataset=exam": "exam", "?lesson=06": lessons()["06"].datasets[0]}[asked]
    with Visitor(base_url, query=asked) as visitor:
        assert "block" not in visitor.open().ask(f"dataset={carried}", "summary")


@pytest.mark.parametrize("way", ASK)
def test_a_block_comes_for_who_asks(base_url: str, way: str):
    answer = ASK[way](base_url, "dataset=loans", "block", "summary")
    assert json.loads(answer["block"])["name"] == "loans"
    assert list(answer["frame"]) == ["summary"]


def test_two_visitors_do_not_share_a_state(base_url: str, visitor: Visitor):
    with Visitor(base_url) as other:
        visitor.ask("dataset=exam&w0=1.5", "summary")
        answer = other.open().ask("", "summary")
        assert (answer["turn"], answer["frame"]["summary"]["w0"]) == (1, 8.12)


def test_of_questions_that_wait_the_newest_is_answered(visitor: Visitor):
    # the first is worked out for long enough that the others come while it is
    visitor.put("dataset=loans&w1=0.001&steps=10000&learning_rate=0.0001", "summary")
    for weight in range(20):
        visitor.put(f"dataset=loans&w0={weight}", "summary")
    turns = [visitor.answer()["turn"]]
    while turns[-1] < 21:
        turns.append(visitor.answer()["turn"])
    assert turns[0] == 1
    assert len(turns) < 10


@pytest.mark.parametrize(
    ("body", "origin"),
    [
        ('{"scene":"dataset=loans","tables":"summary"}', "https://other.example"),
        ('{"scene":"dataset=loans","tables":"summary"}', "null"),
        ('{"tables":"summary","scene":"dataset=loans"}', None),
        ('{"scene":"<script>","tables":"summary"}', None),
        ('{"scene":"","tables":"summary,summary"}', None),
        ('{"scene":"","tables":"nope"}', None),
        ("", None),
    ],
)
def test_another_request_than_the_pages_is_refused(base_url: str, body: str, origin: str | None):
    answer = post(base_url, body, origin)
    assert (status(answer), answer.partition(b"\r\n\r\n")[2]) == (403, b"403 Forbidden\n")


# ---- the HTML ------------------------------------------------------------------------------------


def html(url: str, **headers: str) -> str:
    with urlopen(Request(url, headers=headers), timeout=PATIENCE) as answer:
        return answer.read().decode()


def data_of(text: str) -> dict:
    """What the page's script reads."""
    [raw] = re.findall(r'<script type="application/json" id="page"[^>]*>(.*?)</script', text, re.S)
    return json.loads(raw)


def token_in(text: str) -> str:
    [token] = re.findall(r'id="page" data-token="([^"]+)"', text)
    return token


@pytest.fixture(scope="module")
def text(base_url: str) -> str:
    return html(base_url)


def test_the_page_has_its_heading_and_title_once(text: str):
    assert re.findall("<h1>(.*?)</h1>", text) == [TITLE]
    assert re.findall("<title>(.*?)</title>", text) == [TITLE]


def test_the_page_has_a_token_of_its_session(text: str):
    assert get_token_payload(token_in(text))["session_expiry"] > 0
    assert data_of(text)["server"] is True


def test_nothing_comes_from_a_third_party(text: str):
    addresses = re.findall(r'\s(?:src|href|srcset|action)="([^"]+)"', text)
    assert addresses != []
    assert [a for a in addresses if re.match(r"(?!data:)(\w+:)?//", a)] == []


@pytest.mark.parametrize("name", ["loans", "seven-points", "churn", "rare"])
def test_the_query_opens_a_data_set(base_url: str, name: str):
    data = data_of(html(f"{base_url}?dataset={name}"))
    assert data["scene"] == {"dataset": name}
    assert [block["name"] for block in data["blocks"]] == [name]


@pytest.mark.parametrize("name", ["loans", "exam"])
def test_the_command_opens_a_data_set_and_the_query_another(name: str):
    with serving("--dataset", "seven-points") as served:
        assert data_of(html(served.url))["scene"] == {"dataset": "seven-points"}
        assert data_of(html(f"{served.url}?dataset={name}"))["scene"] == {"dataset": name}


@pytest.mark.parametrize("asked", ["nope", "", "%ff", "%3Cscript%3E"])
def test_an_unknown_data_set_opens_the_default(base_url: str, asked: str):
    data = data_of(html(f"{base_url}?dataset={asked}"))
    assert data["scene"] == {"dataset": catalog.DEFAULT_DATASET}


@pytest.mark.parametrize("number", lessons())
def test_the_query_opens_a_lesson(base_url: str, number: str):
    text = html(f"{base_url}?lesson={number}")
    assert data_of(text)["lesson"]["number"] == number
    assert "<h1>" in text


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("nope", "nope"),
        ("%3Cscript%3E", "<script>"),
        ("%3C!--%3Cscript%3E", "<!--<script>"),
        (quote('"><img src=x onerror=alert(1)>'), '"><img src=x onerror=alert(1)>'),
        (quote("{{ 7*7 }}"), "{{ 7*7 }}"),
        ("x" * 500, "x" * 40),
        ("%ff", "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_an_unknown_lesson_is_named_in_the_pages_data(base_url: str, asked: str, shown: str):
    notice = data_of(html(f"{base_url}?lesson={asked}"))["view"]["notice"]
    assert notice.startswith(f"There is no lesson “{shown}”. Known: {', '.join(lessons())}.")


@pytest.mark.parametrize("asked", ["<script>alert(1)//", "<img src=x>", "</script><b>", "<!--<b"])
@pytest.mark.parametrize("key", ["dataset", "lesson", "figures", "hide", "theme", "nope"])
def test_markup_in_the_query_is_nowhere_raw(base_url: str, key: str, asked: str):
    assert asked not in html(f"{base_url}?{key}={quote(asked)}")


# ---- the answer over HTTP ------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "static/js/bokeh.min.js"])
def test_an_answer_is_compressed_for_who_can_read_it(base_url: str, path: str):
    request = Request(base_url + path, headers={"Accept-Encoding": "gzip"})
    with urlopen(request, timeout=PATIENCE) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.read())


@pytest.mark.parametrize("path", ["", "static/js/bokeh.min.js"])
def test_an_answer_is_plain_for_who_cannot(base_url: str, path: str):
    request = Request(base_url + path, headers={"Accept-Encoding": "identity"})
    with urlopen(request, timeout=PATIENCE) as answer:
        assert answer.headers["Content-Encoding"] is None


def test_a_path_that_is_no_page_is_not_found(base_url: str):
    address = urlsplit(base_url)
    connection = HTTPConnection(address.hostname, address.port, timeout=PATIENCE)
    connection.request("GET", "/nope")
    assert connection.getresponse().status == 404
    connection.close()


# ---- what the page tells of its visitor ----------------------------------------------------------

PRIVATE = {
    "Cookie": "session=private-cookie",
    "Authorization": "Bearer private-token",
    "User-Agent": "private-agent",
    "Accept-Language": "private-language",
    "Referer": "http://localhost/private-referer",
    "X-Forwarded-For": "203.0.113.77",
    "X-Anything": "private-anything",
}


@pytest.fixture(scope="module")
def private(base_url: str) -> str:
    return html(f"{base_url}?dataset=seven-points", **PRIVATE)


def payload(text: str) -> dict:
    return get_token_payload(token_in(text))


def test_the_token_can_be_read(private: str):
    assert payload(private)["arguments"] == {"dataset": [b"seven-points"]}


def test_the_token_carries_no_header_or_cookie(private: str):
    told = payload(private)
    assert {told.get("headers") or None, told.get("cookies") or None} == {None}


@pytest.mark.parametrize("secret", [value.split()[-1] for value in PRIVATE.values()], ids=PRIVATE)
def test_what_a_visitor_sends_stands_neither_in_page_nor_token(private: str, secret: str):
    secret = secret.split("=")[-1]
    assert secret not in private
    assert secret not in repr(payload(private))


# ---- who may connect -----------------------------------------------------------------------------


def handshake(url: str, origin: str) -> int:
    """Status of a WebSocket's handshake from a page at that origin: 101 opens it."""
    with Visitor(url, Origin=origin) as visitor:
        return visitor.status


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_page_of_this_server_may_connect(base_url: str, host: str):
    assert handshake(base_url, f"http://{host}:{urlsplit(base_url).port}") == 101


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost.evil.example:{port}"])
def test_a_page_of_another_site_may_not(base_url: str, origin: str):
    assert handshake(base_url, origin.format(port=urlsplit(base_url).port)) == 403
