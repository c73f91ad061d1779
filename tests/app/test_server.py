"""The page as it leaves the server: its document, its HTML, and what it tells of a visitor."""

import base64
import gzip
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import numpy as np
import pytest
from bokeh.client import ClientSession, pull_session
from bokeh.document import Document
from bokeh.models import ColumnDataSource
from bokeh.util.token import get_token_payload
from conftest import PATIENCE, serving

from logreg_app import catalog
from logreg_app.document import TITLE
from logreg_app.figures import figures
from logreg_app.sources import DRAWN, SAID
from logreg_app.state import DOTS
from logreg_core.frame import Frame, Settings, compute_frame
from logreg_core.model import Weights

EXACT = 1e-12
LOSSES = [0.003114901, 0.006005951, 0.020239146, 1.364912260, 0.368011093, 0.103106174]
MEAN_LOSS = 0.310898254
HOSTILE = ["1e9", None, [0.25], 1e9, float("nan")]


def frame(w0: float, w1: float, name: str = "loans") -> Frame:
    return compute_frame(catalog.dataset(name), Settings(Weights(w0, w1), 0.5))


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


def source(document: Document, name: str) -> ColumnDataSource:
    return document.select_one({"type": ColumnDataSource, "name": name})


def column(document: Document, name: str, key: str) -> list:
    return np.asarray(source(document, name).data[key]).tolist()


@pytest.fixture
def session(base_url: str) -> Iterator[ClientSession]:
    with visit(base_url) as session:
        yield session


@pytest.fixture(scope="module")
def document(base_url: str) -> Iterator[Document]:
    """Document of a visitor who changes nothing."""
    with visit(base_url) as session:
        yield session.document


# ---- the document --------------------------------------------------------------------------------


def test_the_roots_are_the_figures_and_what_the_page_says(document: Document):
    assert [root.name for root in document.roots] == [
        *[f"figure-{name}" for name in figures()],
        *DRAWN,
        *SAID,
    ]


def test_the_document_has_the_pages_title(document: Document):
    assert document.title == TITLE


@pytest.mark.parametrize("name", [*DRAWN, *SAID])
def test_a_name_finds_one_source(document: Document, name: str):
    assert document.get_model_by_name(name) is source(document, name)


def test_the_loans_have_the_losses_of_the_trace(document: Document):
    assert column(document, "samples", "loss") == pytest.approx(LOSSES, abs=5e-10)
    assert column(document, "summary", "mean_loss") == pytest.approx([MEAN_LOSS], abs=5e-10)


@pytest.mark.parametrize("name", DRAWN)
def test_a_source_has_the_columns_of_the_core(document: Document, name: str):
    expected = set(getattr(frame(8.12, -0.094), name))
    own = {"mark"} if name == "samples" else set()
    assert set(source(document, name).data) == expected | own


@pytest.mark.parametrize(
    ("name", "key"),
    [
        *[("samples", k) for k in ("x", "y", "logit", "odds", "p", "predicted", "correct")],
        *[("samples", k) for k in ("loss", "residual")],
        *[("curve", k) for k in ("x", "p")],
        *[("loss_curve", k) for k in ("p", "loss_1", "loss_0")],
        *[("boundary", k) for k in ("x", "threshold", "positive_from", "positive_to", "shade")],
    ],
)
def test_a_column_is_the_cores(document: Document, name: str, key: str):
    expected = getattr(frame(8.12, -0.094), name)[key]
    np.testing.assert_allclose(column(document, name, key), expected, rtol=0, atol=EXACT)


@pytest.mark.parametrize(
    "key", ["mean_loss", "correct", "boundary", "odds_ratio", "grad_w0", "grad_w1", "w0", "w1"]
)
def test_a_number_of_the_summary_is_the_cores(document: Document, key: str):
    expected = frame(8.12, -0.094).summary[key]
    assert column(document, "summary", key) == pytest.approx([expected], abs=EXACT, rel=0)


def test_the_mean_loss_is_the_mean_of_the_losses(document: Document):
    mean = np.mean(column(document, "samples", "loss"))
    assert column(document, "summary", "mean_loss") == pytest.approx([mean], abs=EXACT, rel=0)


# ---- the query -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["loans", "seven-points", "challenger", "rare"])
def test_the_query_opens_a_data_set(base_url: str, name: str):
    with visit(base_url, dataset=name) as session:
        data = catalog.dataset(name)
        assert column(session.document, "dataset", "name") == [name]
        assert column(session.document, "data", "x") == data.x[:, 0].tolist()
        assert column(session.document, "samples", "x") == data.x[:: -(-data.n // DOTS), 0].tolist()
        assert column(session.document, "settings", "w0") == [data.opening[0]]


@pytest.mark.parametrize("name", ["loans", "exam"])
def test_the_command_opens_a_data_set_and_the_query_another(name: str):
    with (
        serving("--dataset", "seven-points") as served,
        visit(served.url) as plain,
        visit(served.url, dataset=name) as asked,
    ):
        assert column(plain.document, "dataset", "name") == ["seven-points"]
        assert column(asked.document, "dataset", "name") == [name]


def test_an_unknown_data_set_opens_the_default(base_url: str):
    with visit(base_url, dataset="nope") as session:
        assert column(session.document, "dataset", "name") == [catalog.DEFAULT_DATASET]


# ---- what a browser writes -----------------------------------------------------------------------


def test_a_patched_weight_gives_the_cores_numbers(base_url: str, session: ClientSession):
    source(session.document, "settings").patch({"w0": [(0, 1.5)], "w1": [(0, 0.01)]})
    with heard(base_url, session) as document:
        loss, expected = column(document, "samples", "loss"), frame(1.5, 0.01).samples["loss"]
        assert column(document, "settings", "w0") == [1.5]
        np.testing.assert_allclose(loss, expected, rtol=0, atol=EXACT)


def test_a_patched_data_set_replaces_the_samples(base_url: str, session: ClientSession):
    source(session.document, "settings").patch({"dataset": [(0, "seven-points")]})
    with heard(base_url, session) as document:
        expected = frame(-0.2, 0.7, "seven-points").samples["x"].tolist()
        assert column(document, "dataset", "name") == ["seven-points"]
        assert column(document, "samples", "x") == expected


@pytest.mark.parametrize("value", HOSTILE, ids=repr)
def test_a_hostile_value_is_put_back(base_url: str, session: ClientSession, value: object):
    source(session.document, "settings").patch({"w0": [(0, value)]})
    with heard(base_url, session) as document:
        assert column(document, "settings", "w0") == column(document, "summary", "w0") == [8.12]


@pytest.mark.parametrize("data", [{}, {"w0": []}, {"w0": [1.5, 2.5]}, {"nope": [1]}], ids=repr)
def test_settings_of_another_shape_change_nothing(
    base_url: str, session: ClientSession, data: dict
):
    source(session.document, "settings").data = data
    with heard(base_url, session) as document:
        assert column(document, "settings", "w0") == column(document, "summary", "w0") == [8.12]
        assert column(document, "settings", "dataset") == ["loans"]


def test_a_selected_sample_stays_selected(base_url: str, session: ClientSession):
    source(session.document, "samples").selected.indices = [5]
    source(session.document, "settings").patch({"threshold": [(0, 0.25)]})
    with heard(base_url, session) as document:
        assert column(document, "summary", "threshold") == [0.25]
        assert source(document, "samples").selected.indices == [5]


def test_two_visitors_do_not_share_a_state(base_url: str, session: ClientSession):
    source(session.document, "settings").patch({"w0": [(0, 1.5)]})
    with visit(base_url) as other, heard(base_url, session) as document:
        assert column(document, "summary", "w0") == [1.5]
        assert column(other.document, "summary", "w0") == [8.12]


# ---- the HTML ------------------------------------------------------------------------------------


class Page(HTMLParser):
    """Start tags of a page with their attributes, and the text of headings and the notice."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append((self.tags[-1][0] if self.tags else "", data))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def addresses(self) -> list[str]:
        keys = ("src", "href", "srcset", "action", "data")
        return [a[k] for _, a in self.tags for k in keys if a.get(k) and not k.startswith("data-")]


def html(url: str, **headers: str) -> str:
    with urlopen(Request(url, headers=headers), timeout=PATIENCE) as answer:
        return answer.read().decode()


@pytest.fixture(scope="module")
def text(base_url: str) -> str:
    return html(base_url)


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_the_page_says_its_language_and_fits_a_phone(page: Page):
    assert page.all("html") == [{"lang": "en", "data-theme": "auto"}]
    [viewport] = [m["content"] for m in page.all("meta") if m.get("name") == "viewport"]
    assert "width=device-width" in viewport
    assert not re.search("user-scalable|maximum-scale", viewport)


def test_the_page_has_one_heading_and_title(page: Page):
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert [text for tag, text in page.texts if tag == "h1" and text.strip()] == [TITLE]
    assert [text for tag, text in page.texts if tag == "title" and text.strip()] == [TITLE]


def test_no_id_occurs_twice(page: Page):
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", figures())
def test_a_figure_stands_under_its_words(text: str, name: str):
    module = figures()[name]
    assert f"<h2>{module.TITLE}</h2>" in text
    assert f'aria-label="{module.ALT}"' in text


def test_nothing_comes_from_a_third_party(page: Page):
    addresses = page.addresses()
    assert addresses != []
    assert [a for a in addresses if re.match(r"(\w+:)?//", a)] == []


def test_the_style_loads_nothing(text: str):
    styles = re.findall(r"<style.*?</style>", text, re.DOTALL)
    assert styles != []
    assert re.findall(r"@import|url\(", "".join(styles)) == []


@pytest.mark.parametrize("path", ["static/js/bokeh.min.js"])
def test_a_script_of_the_page_is_served(base_url: str, page: Page, path: str):
    [script] = [a["src"] for a in page.all("script") if path in a.get("src", "")]
    with urlopen(base_url + script.lstrip("/"), timeout=PATIENCE) as answer:
        assert answer.status == 200


def test_a_known_data_set_gives_no_notice(text: str):
    assert re.search(r'<p [^>]*id="notice"[^>]* hidden></p>', text)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("nope", "nope"),
        ("<script>", "&lt;script&gt;"),
        ('"><img src=x onerror=alert(1)>', "&#34;&gt;&lt;img src=x onerror=alert(1)&gt;"),
        ("{{ 7*7 }}", "{{ 7*7 }}"),
        ("'&amp;", "&#39;&amp;amp;"),
        ("x" * 500, "x" * 40),
    ],
)
def test_an_unknown_data_set_is_named_in_an_escaped_notice(base_url: str, asked: str, shown: str):
    answer = html(f"{base_url}?dataset={quote(asked)}")
    [notice] = re.findall(r'<p [^>]*id="notice"[^>]*>(.*)</p>', answer)
    known = ", ".join(catalog.datasets())
    assert notice == f"There is no data set “{shown}”. Known: {known}. The page shows loans."
    assert not re.search(r'<p [^>]*id="notice"[^>]*hidden', answer)


@pytest.mark.parametrize("asked", ["<script>alert(1)//", "<img src=x>", "</script><b>"])
def test_markup_in_the_query_is_nowhere_raw(base_url: str, asked: str):
    assert asked not in html(f"{base_url}?dataset={quote(asked)}")


def test_bytes_that_are_no_text_get_a_notice_too(base_url: str):
    assert "There is no data set “\N{REPLACEMENT CHARACTER}”" in html(f"{base_url}?dataset=%ff")


# ---- the answer ----------------------------------------------------------------------------------


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
    [token] = re.findall(r'"token":"([^"]+)"', text)
    return get_token_payload(token)


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
    [token] = re.findall(r'"token":"([^"]+)"', html(url))
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
