"""What hostile clients send, by name; nothing of it comes from the page."""

import base64
import json
import random
import zlib
from collections.abc import Callable
from urllib.parse import quote

from app.wire import BYTES, CLOSE, PING, PONG, READY, TEXT, Visitor, changed, header

from logreg_app.state import SETTINGS
from logreg_app.view import VIEW

SECRET = "private-marker"  # stands in every hostile message, and must stand nowhere else
Frame = tuple[int, bytes, int]
HEAD = header("PATCH-DOC").encode()
QUESTION = changed("p1011", 1, "dataset=loans", "summary")


def patch(content: str | bytes, metadata: bytes = b"{}", head: bytes = HEAD) -> list[Frame]:
    """The three texts of a message."""
    body = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return [(TEXT, each, 0x80) for each in (head, metadata, body)]


def events(*listed: object) -> list[Frame]:
    """A change of the document."""
    return patch(json.dumps({"events": listed}, separators=(",", ":")))


def model(kind: str, **attributes: object) -> dict[str, object]:
    return {"type": "object", "name": kind, "id": "p9999", "attributes": attributes}


CUSTOM_JS = model("CustomJS", code=f"alert('{SECRET}')")
CHANGE = {"kind": "ModelChanged", "model": {"id": "p1011"}, "attr": "data"}
NEW = {"type": "map", "entries": [["turn", [1]], ["scene", [""]], ["tables", [""]]]}

DOCUMENT: dict[str, list[Frame]] = {
    "root": events({"kind": "RootAdded", "model": model("Div", text=SECRET)}),
    "800 roots": events(*[{"kind": "RootAdded", "model": {"id": "p1011"}}] * 200),
    "root gone": events({"kind": "RootRemoved", "model": {"id": "p1011"}}),
    "script": events({**CHANGE, "attr": "js_property_callbacks", "new": CUSTOM_JS}),
    "script as data": events({**CHANGE, "new": CUSTOM_JS}),
    "tags": events({**CHANGE, "attr": "tags", "new": [SECRET] * 100}),
    "name": events({**CHANGE, "attr": "name", "new": SECRET}),
    "title": events({"kind": "TitleChanged", "title": SECRET}),
    "stream": events({"kind": "ColumnsStreamed", "model": {"id": "p1011"}, "data": NEW}),
    "patch": events({"kind": "ColumnsPatched", "model": {"id": "p1011"}, "patches": {}}),
    "column": events({"kind": "ColumnDataChanged", "model": {"id": "p1011"}, "data": NEW}),
    "two changes": events({**CHANGE, "new": NEW}, {**CHANGE, "new": NEW}),
    "50 questions": events(*[{**CHANGE, "new": NEW}] * 50),
    "no change": events(),
    "event": events({"kind": "MessageSent", "msg_type": "bokeh_event", "msg_data": CUSTOM_JS}),
    "other message": events({"kind": "MessageSent", "msg_type": SECRET, "msg_data": None}),
    "unknown kind": events({"kind": SECRET}),
    "no kind": events({}),
    "a list": patch("[]"),
    "a number": patch("1"),
    "nothing": patch(""),
    "null": patch("null"),
    "NaN": patch('{"events":NaN}'),
    "deep": patch("[" * 10_000),
    "deep objects": patch('{"a":' * 2_500),
    "long number": patch('{"events":' + "9" * 12_000 + "}"),
    "surrogate": patch(QUESTION.replace("loans", "\ud800")),
    "zero": patch(QUESTION.replace("loans", "\0")),
    "bytes in text": [(TEXT, b"\xff\xfe", 0x80)],
}

LETTERS: dict[str, list[Frame]] = {
    f"{name} {i}": patch(text)
    for name, source in (("question", QUESTION), ("ready", READY))
    for i, text in enumerate(
        (
            source + " ",
            " " + source,
            source[:-1],
            source.replace(":", ": ", 1),
            source.replace('"', "'"),
            source.upper(),
            source + source,
            source.replace("kind", "kind\\u0000"),
            source.replace("{", '{"x":1,', 1),
            source.replace('"}', '","__proto__":1}', 1),
            source.replace("events", SECRET),
        )
    )
}

VALUES: dict[str, list[Frame]] = {
    f"{name} {value!r:.20}": patch(QUESTION.replace(old, new))
    for name, old, values in (
        ("turn", "[1]", ("[-1]", "[1.5]", '["1"]', "[1e5]", "[01]", "[null]", "[]", "[1,1]", "1")),
        ("turn", "[1]", (f"[{'9' * 5000}]", "[true]", "[{}]", "[[1]]", "[1234567890]")),
        ("scene", '"dataset=loans"', ("null", "1", "[]", '""""', '"a b"', '"<b>"', '"\\u0041"')),
        ("scene", '"dataset=loans"', ('"é"', '"\'"', '"`"', f'"{"a" * 8001}"', '"a","b"', '"\\n"')),
        (
            "tables",
            '"summary"',
            ('"nope"', '"summary,summary"', '",summary"', '"summary,"', "null"),
        ),
        ("tables", '"summary"', ('"SUMMARY"', '"__class__"', '"a" * 9', f'"{"a," * 300}"', "[]")),
        ("model", "p1011", ("1011", "p", "p1011 ", "answer", "p" + "1" * 40, "../p1")),
    )
    for value in values
    for new in (value,)
}

KINDS = (
    "PUSH-DOC",
    "ACK",
    "OK",
    "ERROR",
    "SERVER-INFO-REQ",
    "PULL-DOC-REPLY",
    "NOPE",
    "",
    "patch-doc",
)
HEADERS: dict[str, list[Frame]] = {
    **{f"type {kind}": patch(QUESTION, head=header(kind).encode()) for kind in KINDS},
    **{
        f"header {i}": [(TEXT, text, 0x80)]
        for i, text in enumerate(
            (
                *(b"", b"{}", b"[]", b"null", b"x", HEAD.lower(), HEAD + b" ", HEAD[:-1]),
                HEAD.replace(b"}", b',"num_buffers":1000000}'),
                HEAD.replace(b"}", b',"reqid":"1"}'),
                HEAD.replace(b'"msgid":"', b'"msgid":"' + SECRET.encode()),
                b'{"msgtype":"PATCH-DOC","msgid":"1"}',
                b"{" * 5000,
                b"9" * 5000,
            )
        )
    },
    **{
        f"metadata {i}": [*patch(QUESTION)[:1], (TEXT, text, 0x80)]
        for i, text in enumerate((b"", b"null", b'{"a":1}', b"{ }", b"[]", b"{}{}", b"x" * 5000))
    },
}

FRAMES: dict[str, list[Frame]] = {
    "binary": [(BYTES, HEAD, 0x80)],
    "binary content": [*patch(QUESTION)[:2], (BYTES, QUESTION.encode(), 0x80)],
    "ping": [(PING, b"", 0x80)],
    "ping with text": [(PING, SECRET.encode(), 0x80)],
    "pongs": [(PONG, b"", 0x80)] * 3,
    "long ping": [(PING, b"x" * 200, 0x80)],
    "ping in parts": [(PING, b"", 0)],
    "close": [(CLOSE, b"", 0x80)],
    "close with a code": [(CLOSE, b"\x03\xe8", 0x80)],
    "close with half a code": [(CLOSE, b"\x03", 0x80)],
    "close with no text": [(CLOSE, b"\x03\xe8\xff", 0x80)],
    "unknown opcode": [(3, b"", 0x80)],
    "unknown control": [(11, b"", 0x80)],
    "compressed": [(TEXT, zlib.compress(b"x" * 9999)[2:], 0xC0)],
    "second bit": [(TEXT, HEAD, 0xA0)],
    "third bit": [(TEXT, HEAD, 0x90)],
    "continued without a start": [(0, HEAD, 0x80)],
    "started twice": [(TEXT, HEAD, 0), (TEXT, HEAD, 0)],
    "parts for ever": [(TEXT, b"", 0), *[(0, b"", 0)] * 2000, (0, b"", 0x80)],
    "parts too large": [(TEXT, b"x" * 9000, 0), (0, b"x" * 9000, 0x80)],
    "too large": [(TEXT, b"x" * 20_000, 0x80)],
    "far too large": [(TEXT, b"x" * 2_000_000, 0x80)],
    "a bomb": [(TEXT, zlib.compress(bytes(5_000_000))[2:], 0xC0)],
}

MESSAGES = {**DOCUMENT, **LETTERS, **VALUES, **HEADERS, **FRAMES}


def forged(payload: object, signature: str = "x" * 43) -> str:
    text = base64.urlsafe_b64encode(json.dumps(payload).encode()).decode().rstrip("=")
    return f"{text}.{signature}"


BOMB = base64.urlsafe_b64encode(zlib.compress(bytes(200_000))).decode()
TOKENS = {
    "none": "",
    "word": "token",
    "dots": "...",
    "forged": forged({"session_id": SECRET, "session_expiry": 9e9}),
    "forged number": forged({"session_id": 1}),
    "forged list": forged([]),
    "forged null": forged(None),
    "forged text": forged("x"),
    "unsigned": forged({"session_id": SECRET, "session_expiry": 9e9}).partition(".")[0],
    "bomb": forged({"session_id": "a.b", "__bk__zlib_": BOMB}),
    "no base64": "ä",
    "deep": base64.urlsafe_b64encode(b"[" * 700).decode(),
    "long": "x" * 2000,
    "longer": "x" * 15_000,
    "two": "a, b",
    "spaces": "   ",
}


# ---- HTTP ----------------------------------------------------------------------------------------

METHODS = ("HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "NOPE", "get")
CLOSED = (
    *(
        "/components/unittest.__main__/X/__css__/y",
        "/components/",
        "/components/os/path",
        "/metadata",
    ),
    *("/static/js/bokeh-widgets.min.js", "/static/js/", "/static/", "/static/%00", "/static/../x"),
    *("/static/extensions/panel/panel.min.js", "/../../etc/passwd", "/%2e%2e/etc/passwd", "/rest"),
    *(
        "/app",
        "/favicon.ico",
        "/admin",
        "/logout",
        "/login",
        "/numbers",
        "/.env",
        "//",
        "/%",
        "/?/..",
    )[:9],
    *(
        "/ws/",
        "/ws%00",
        "/host.js/",
        "/scene.html/",
        "/token/x",
        "/question/1",
        "/;",
        "/index.html",
    ),
)
QUERIES = (
    *(
        "bokeh-session-id=known",
        "bokeh-session-id=",
        "bokeh-token=x",
        "bokeh-token=&bokeh-session-id=",
    ),
    *("w0=" + "9" * 5000, "w0=²", "w0=%C2%B2", "w0=1e400", "steps=-1", "steps=1e9", "w0=true"),
    *(
        "dataset=%00",
        "dataset=../../etc",
        "lesson=%3Cscript%3E",
        "lesson=99",
        "figures=" + "x," * 2000,
    ),
    *(
        "hide=" + "w0," * 2000,
        "theme=pink",
        "embed=" + "1" * 3000,
        "moved=" + "1:1;" * 3000,
        "moved=1:",
    ),
    *("&&&&", "=", "%", "%ff%fe", "a=" * 3000, "__proto__=1", "dataset=rare&moved=1:1e9", ";", "?"),
    *(
        "moved=" + "9" * 4000 + ":1",
        "w0=٣",
        "lesson=03&lesson=04",
        "\x7f",
        "dataset[]=x",
        "lesson=",
    ),
)
HEADS = {
    "referer": {"Referer": "http://[::1"},
    "origin": {"Origin": "http://[::1"},
    "cookie": {"Cookie": f"a={SECRET}; b=\x01"},
    "session": {"Bokeh-Session-Id": SECRET},
    "agent": {"User-Agent": SECRET * 100},
    "long": {"X-Long": "x" * 20_000},
    "encoding": {"Accept-Encoding": "gzip;q=nan, *;q=-1"},
    "ranges": {"Range": "bytes=0-0,1-1,-9"},
    "etag": {"If-None-Match": '"' + "x" * 9000},
    "since": {"If-Modified-Since": "never"},
    "forwarded": {"X-Forwarded-For": SECRET, "X-Forwarded-Proto": "javascript", "X-Scheme": "x"},
    "frame": {"Sec-Fetch-Dest": "iframe", "Referer": "http://a b\\c/"},
    "host": {"Host": "evil.example"},
    "no host": {"Host": ""},
    "strange host": {"Host": "[::1]:x:y@z"},
    "expect": {"Expect": "100-continue"},
    "chunks": {"Transfer-Encoding": "chunked"},
    "length": {"Content-Length": "-1"},
    "huge length": {"Content-Length": "9" * 30},
    "upgrade": {"Connection": "Upgrade", "Upgrade": "websocket"},
    "h2c": {"Connection": "Upgrade, HTTP2-Settings", "Upgrade": "h2c"},
}
POST, CHUNKED = b"POST /question HTTP/1.1\r\nHost: x\r\n", b"Transfer-Encoding: chunked\r\n\r\n"
RAW = {
    "nothing": b"\r\n\r\n",
    "no version": b"GET /\r\n\r\n",
    "old version": b"GET / HTTP/0.9\r\n\r\n",
    "new version": b"GET / HTTP/2.0\r\n\r\n",
    "preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "bytes": bytes(range(256)) * 4 + b"\r\n\r\n",
    "folded": b"GET / HTTP/1.1\r\nHost: x\r\n y\r\n\r\n",
    "no colon": b"GET / HTTP/1.1\r\nHost\r\n\r\n",
    "two lengths": b"POST /question HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
    "both lengths": POST + b"Content-Length: 1\r\n" + CHUNKED + b"0\r\n\r\n",
    "bad chunk": POST + CHUNKED + b"zz\r\n",
    "large chunk": POST + CHUNKED + b"ffffffff\r\n",
    "absolute": b"GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "authority": b"CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "star": b"OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "long line": b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 5000 + b"\r\n",
    "many requests": b"GET /liveness HTTP/1.1\r\nHost: x\r\n\r\n" * 200
    + b"GET /liveness HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
}
BODIES = (
    *(b"", b"x", b"{}", b"null", bytes(10_000), b"x" * 16_000, b"[" * 10_000, b"\xff\xfe"),
    b'{"scene":"' + SECRET.encode() + b' ","tables":"summary"}',
    b'{"scene":"","tables":"summary","x":1}',
)
AUTOLOAD = "/autoload.js?bokeh-autoload-element=" + quote(f'"{SECRET}</script>')


def addresses(seed: int, count: int = 100) -> list[str]:
    """Paths with queries that a generator makes up: known names, odd values."""
    make = random.Random(seed)
    names = (*SETTINGS, *(name for name in VIEW if name != "figures"), "bokeh-session-id", "x", "")
    odd = (
        "",
        "0",
        "-1",
        "1e309",
        "nan",
        "null",
        "true",
        "loans",
        "rare",
        "03",
        "4:52.5",
        "%00",
        "%ff",
    )

    def value() -> str:
        if make.random() < 0.7:
            return make.choice(odd)
        return quote("".join(chr(make.choice((33, 60, 128, 0x3C3, 0x1F600))) for _ in range(9)))

    def one() -> str:
        pairs = (f"{make.choice(names)}={value()}" for _ in range(make.randrange(6)))
        path = make.choice(
            ("/", "/", "/", "/scene.html", "/token", "/autoload.js", "/host.js", "/x")
        )
        return f"{path}?{'&'.join(pairs)}"

    return [one() for _ in range(count)]


# ---- floods --------------------------------------------------------------------------------------


def questions(visitor: Visitor, count: int, scene: str) -> None:
    for i in range(count):
        visitor.put(f"{scene}&w0={i / 7:.6f}", "summary", "samples", "history")


HEAVY = "dataset=rare&steps=10000&learning_rate=0.01"
FLOODS: dict[str, Callable[[Visitor], None]] = {
    "questions": lambda visitor: questions(visitor, 500, "dataset=loans"),
    "heavy questions": lambda visitor: questions(visitor, 100, HEAVY),
    "large answers, none read": lambda visitor: questions(visitor, 300, "dataset=rare"),
    "empty parts": lambda visitor: parts(visitor, 20_000),
}


def parts(visitor: Visitor, count: int) -> None:
    """Begin a message and never end it."""
    visitor.frame(TEXT, b"", 0)
    for _ in range(count):
        visitor.frame(0, b"", 0)
