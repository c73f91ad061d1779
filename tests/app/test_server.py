"""The page as it leaves the server: its session, its HTML, and what it tells of a visitor."""

import base64
import gzip
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import numpy as np
import pytest
from app.answers import unpacked
from bokeh.client import ClientSession, pull_session
from bokeh.document import Document
from bokeh.util.token import get_token_payload
from conftest import PATIENCE, serving

from logreg_app import catalog
from logreg_app.lesson import lessons
from logreg_app.state import State
from logreg_app.view import TITLE

LOSSES = [0.003114901, 0.006005951, 0.020239146, 1.364912260, 0.368011093, 0.103106174]
MEAN_LOSS = 0.310898254
TABLES = ("samples", "summary", "curve", "loss_curve", "boundary", "surface", "history", "evidence")


@contextmanager
def visit(url: str, **query: str) -> Iterator[ClientSession]:
    with closing(pull_session(url=url, arguments=query)) as session:
        yield session


@contextmanager
def heard(url: str, session: ClientSession) -> Iterator[Document]:
    """Document as the server has it, after all that the session has sent."""
    session.force_roundtrip()
    with closing(pull_session(url=url, session_id=session.id)) as again:
        yield again.document


def ask(url: str, session: ClientSession, turn: object, scene: object, tables: object) -> dict:
    """Answer to a question that went up through the websocket."""
    question = session.document.get_model_by_name("question")
    question.data = {"turn": [turn], "scene": [scene], "tables": [tables]}
    with heard(url, session) as document:
        return answer_in(document)


def answer_in(document: Document) -> dict:
    """The answer that a document holds, its tables as the browser reads them."""
    [answer] = document.get_model_by_name("answer").data["answer"]
    return answer and {**answer, "frame": unpacked(answer)}


@pytest.fixture
def session(base_url: str) -> Iterator[ClientSession]:
    with visit(base_url) as session:
        yield session


# ---- the session ---------------------------------------------------------------------------------


def test_the_document_is_a_question_and_an_answer(session: ClientSession):
    assert [root.name for root in session.document.roots] == ["question", "answer"]
    assert session.document.title == TITLE
    assert answer_in(session.document) == {}


def test_the_loans_have_the_losses_of_the_trace(base_url: str, session: ClientSession):
    frame = ask(base_url, session, 1, "dataset=loans", "samples,summary")["frame"]
    assert list(frame["samples"]["loss"]) == pytest.approx(LOSSES, abs=5e-10)
    assert frame["summary"]["mean_loss"] == pytest.approx(MEAN_LOSS, abs=5e-10)


@pytest.mark.parametrize(
    "scene",
    [
        {"dataset": "loans", "w0": 1.5, "w1": 0.01},
        {"dataset": "loans", "standardise": True, "steps": 20, "learning_rate": 2.0},
        {"dataset": "exam", "moved": {4: (2.5,)}, "unit": "bits"},
        {"dataset": "rare", "w0": 1.0, "w1": 0.0},
    ],
    ids=lambda scene: scene["dataset"],
)
def test_an_answer_has_the_cores_numbers_bit_for_bit(
    base_url: str, session: ClientSession, scene: dict
):
    state = State.of(scene)
    text = "&".join(f"{name}={value}" for name, value in written(scene).items())
    answer = ask(base_url, session, 7, text, ",".join(TABLES))
    frame = state.frame_of(TABLES)
    assert (answer["turn"], list(answer["frame"])) == (7, list(TABLES))
    tables = {name: plain(answer["frame"][name]) for name in TABLES}
    wanted = {name: getattr(frame, name) for name in TABLES}
    wanted["samples"] = {k: column[:: state.every] for k, column in frame.samples.items()}
    np.testing.assert_equal(tables, {name: plain(table) for name, table in wanted.items()})


def written(scene: Mapping[str, object]) -> dict[str, object]:
    return {n: "4:2.5" if n == "moved" else v for n, v in scene.items()}


def plain(table: Mapping[str, object]) -> dict[str, object]:
    return {k: np.asarray(column).tolist() for k, column in table.items()}


def test_a_new_data_set_comes_with_its_block(base_url: str, session: ClientSession):
    answer = ask(base_url, session, 1, "dataset=seven-points", "samples")
    assert json.loads(answer["block"])["name"] == "seven-points"
    assert "block" not in ask(base_url, session, 2, "dataset=seven-points&w0=1", "samples")


@pytest.mark.parametrize(
    "garbage",
    [{}, {"nope": [1]}, {"turn": [1]}, {"turn": [1], "scene": [None], "tables": [2.5]}],
    ids=str,
)
def test_after_garbage_the_next_question_is_answered(
    base_url: str, session: ClientSession, garbage: dict
):
    session.document.get_model_by_name("question").data = garbage
    answer = ask(base_url, session, 5, "w0=1", "summary")
    assert (answer["turn"], answer["frame"]["summary"]["w0"]) == (5, 1)


def test_garbage_leaves_no_traceback_in_the_servers_log():
    with serving() as served, visit(served.url) as session:
        session.document.get_model_by_name("question").data = {"turn": [1]}
        ask(served.url, session, 2, f"moved={'9' * 5000}:1&moved=1:1e308", "summary")
        assert "Traceback" not in served.errors()


def test_two_visitors_do_not_share_a_state(base_url: str, session: ClientSession):
    with visit(base_url) as other:
        ask(base_url, session, 1, "dataset=exam&w0=1.5", "summary")
        with heard(base_url, other) as document:
            assert answer_in(document) == {}
        answer = ask(base_url, other, 1, "", "summary")
        assert answer["frame"]["summary"]["w0"] == 8.12


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
    address = urlsplit(url)
    token = token_in(html(url))
    connection = HTTPConnection(address.hostname, address.port, timeout=PATIENCE)
    connection.request(
        "GET",
        "/ws",
        headers={
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": base64.b64encode(bytes(16)).decode(),
            "Sec-WebSocket-Protocol": f"bokeh, {token}",
            "Origin": origin,
        },
    )
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_page_of_this_server_may_connect(base_url: str, host: str):
    assert handshake(base_url, f"http://{host}:{urlsplit(base_url).port}") == 101


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost.evil.example:{port}"])
def test_a_page_of_another_site_may_not(base_url: str, origin: str):
    assert handshake(base_url, origin.format(port=urlsplit(base_url).port)) == 403
