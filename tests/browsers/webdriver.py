"""Firefox and WebKit under the hand of a test, by the commands of W3C WebDriver.

Firefox takes them on a socket of its own (Marionette), WebKit from the program WebKitWebDriver.
"""

import json
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from conftest import PATIENCE

SIZE = (1280, 900)
MINI_BROWSER = "webkit2gtk-4.1/MiniBrowser"  # below the folder of libraries of the machine's kind
KEYS = {"ArrowRight": "\ue014", "PageUp": "\ue00e", "End": "\ue010", "Enter": "\ue007"}

# Firefox asks no other machine for anything with these.
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}


class Driver(ABC):
    """A window of a browser."""

    @abstractmethod
    def send(self, command: str, parameters: dict[str, Any]) -> Any:
        """Send a command, such as `execute/sync`, and give back what it comes to."""

    def go(self, url: str) -> None:
        self.send("url", {"url": url})

    def js(self, script: str, *args: Any) -> Any:
        """What a script returns, which finds what it is given in `arguments`."""
        return self.send("execute/sync", {"script": script, "args": list(args)})

    def until(self, condition: str) -> None:
        """Wait until an expression of JavaScript holds."""
        end = time.monotonic() + PATIENCE
        while not self.js(f"return Boolean({condition})"):
            assert time.monotonic() < end, condition
            time.sleep(0.05)

    def keys(self, selector: str, *keys: str) -> None:
        """Press keys, by name or as text, in an element."""
        self.js("document.querySelector(arguments[0]).focus()", selector)
        typed = [each for key in keys for each in ([KEYS[key]] if key in KEYS else key)]
        steps = [{"type": kind, "value": k} for k in typed for kind in ("keyDown", "keyUp")]
        self.send("actions", {"actions": [{"type": "key", "id": "keys", "actions": steps}]})

    def drag(self, selector: str, pixels: int, steps: int = 8) -> None:
        """Press the mouse in the middle of an element, move it sideways and let go."""
        x, y = self.js(
            "const r = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)];",
            selector,
        )
        way = [x + pixels * k // steps for k in range(1, steps + 1)]
        moves = [{"type": "pointerMove", "duration": 20, "x": to, "y": y} for to in [x, *way]]
        down, up = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}}
        mouse["actions"] = [moves[0], down, *moves[1:], up]
        self.send("actions", {"actions": [mouse]})


MARIONETTE = {
    "url": "WebDriver:Navigate",
    "execute/sync": "WebDriver:ExecuteScript",
    "actions": "WebDriver:PerformActions",
}
"""The names of the commands on Firefox's socket."""


class Firefox(Driver):
    """Firefox by its socket; a message is its length, a colon and a list as JSON."""

    def __init__(self, port: int) -> None:
        self.socket = connect(port)
        self.stream = self.socket.makefile("rb")
        self.count = 0
        self._receive()  # a greeting
        self._ask("WebDriver:NewSession", {})

    def send(self, command: str, parameters: dict[str, Any]) -> Any:
        # in the page's own world, not in one beside it
        own = {"sandbox": None} if command == "execute/sync" else {}
        return self._ask(MARIONETTE[command], parameters | own)

    def _ask(self, command: str, parameters: dict[str, Any]) -> Any:
        self.count += 1
        text = json.dumps([0, self.count, command, parameters]).encode()
        self.socket.sendall(b"%d:%b" % (len(text), text))
        _, _, error, result = self._receive()
        assert error is None, error
        return result["value"] if isinstance(result, dict) and "value" in result else result

    def _receive(self) -> Any:
        length = b"".join(iter(lambda: self.stream.read(1), b":"))
        return json.loads(self.stream.read(int(length)))


class WebKit(Driver):
    """WebKit by the program beside it, which takes commands as requests."""

    def __init__(self, port: int, browser: Path) -> None:
        connect(port).close()
        self.url = f"http://127.0.0.1:{port}/session"
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self.url += f"/{self._post('', {'capabilities': wanted})['sessionId']}"
        self.send("window/rect", {"width": SIZE[0], "height": SIZE[1]})

    def send(self, command: str, parameters: dict[str, Any]) -> Any:
        return self._post(f"/{command}", parameters)

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        request = Request(self.url + path, json.dumps(body).encode(), method="POST")
        with urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]


def connect(port: int) -> socket.socket:
    """A connection to a program on this machine that has just been started."""
    for _ in range(PATIENCE * 10):
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"Nothing listens at port {port}.")


def wait_for(file: Path) -> None:
    """Wait until a program that has just been started has made a file."""
    for _ in range(PATIENCE * 10):
        if file.exists():
            return
        time.sleep(0.1)
    raise TimeoutError(f"There is no {file}.")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def started(*command: str, **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs until the block ends."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, **{**quiet, **options})
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


@contextmanager
def firefox(folder: Path) -> Iterator[Driver]:
    """Firefox without a window, with a fresh profile in a folder."""
    port = free_port()
    wanted = {**PREFERENCES, "marionette.port": port}
    lines = [f'user_pref("{name}", {json.dumps(value)});' for name, value in wanted.items()]
    (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")
    size = [f"--{side}={length}" for side, length in zip(("width", "height"), SIZE, strict=True)]
    with started("firefox-esr", "--headless", "--marionette", *size, "--profile", str(folder)):
        opened = Firefox(port)
        with opened.socket, opened.stream:
            yield opened


@contextmanager
def webkit(_folder: Path) -> Iterator[Driver]:
    """WebKit's small browser on a screen that nobody sees."""
    [browser] = Path("/usr/lib").glob(f"*/{MINI_BROWSER}")
    port, screen = free_port(), 91
    environment = {"DISPLAY": f":{screen}", "PATH": "/usr/bin:/bin", "LIBGL_ALWAYS_SOFTWARE": "1"}
    # Its sandbox needs rights that a container has not; it only ever opens our own page.
    environment["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"
    with started("Xvfb", f":{screen}", "-screen", "0", "1400x1000x24"):
        wait_for(Path(f"/tmp/.X11-unix/X{screen}"))
        with started("WebKitWebDriver", f"--port={port}", env=environment):
            yield WebKit(port, browser)
