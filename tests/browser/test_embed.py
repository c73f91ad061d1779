"""The page in frames of a course site: served, as a script, as one file, in real generators."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from bokeh.embed import server_document
from conftest import Program, serving
from playwright.sync_api import Frame, FrameLocator, Page, expect

from browser.conftest import Pages
from browser.host import Host, hosting
from logreg_app.lesson import lessons

SITES = Path(__file__).parents[1] / "sites"
BUILDS = {
    "html": ("-c", "import shutil; shutil.copytree('.', 'out')"),
    "mkdocs": ("-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "out"),
    "sphinx": ("-m", "sphinx", "-W", "-q", ".", "out"),
}
FALLBACK = 400
TITLE = lessons()["03"].title


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosting(tmp_path_factory.mktemp("host")) as found:
        yield found


@pytest.fixture(scope="module")
def server(host: Host) -> Iterator[Program]:
    with serving("--allow-origin", host.allowed) as program:
        yield program


@pytest.fixture
def visit(pages: Pages) -> Iterator[Callable[..., Page]]:
    """Open an address as in a fresh profile; `asked` of the page lists what it asked for."""
    visited = []

    def open_page(url: str, **options: Any) -> Page:
        page = pages.take(**{"viewport": {"width": 1000, "height": 800}, **options})
        if not hasattr(page, "asked"):
            page.on("request", lambda request: page.asked.append(request.url))
        page.asked = []
        visited.append(page)
        page.goto(url)
        return page

    yield open_page
    for page in visited:
        pages.give_back(page)


def framed(src: str, **attributes: str) -> str:
    given = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<iframe src="{src}" title="Scene" width="100%" height="{FALLBACK}"{given}></iframe>'


def ready(page: Page, which: int = 0) -> FrameLocator:
    # A frame that is out of sight is not drawn.
    page.locator("iframe").nth(which).scroll_into_view_if_needed()
    frame = page.frame_locator("iframe").nth(which)
    frame.locator("body[data-ready=true]").wait_for()
    frame.locator("#status[aria-busy=false]").wait_for(state="attached")
    return frame


def grown(page: Page, which: int = 0) -> None:
    """Wait until a frame is as high as its page asks for."""
    page.wait_for_function(
        "([i, least]) => document.querySelectorAll('iframe')[i].clientHeight > least",
        arg=[which, FALLBACK + 100],
    )


def inside(page: Page, which: int = 0) -> Frame:
    frame = page.query_selector_all("iframe")[which].content_frame()
    assert frame is not None
    return frame


def fits(page: Page, which: int = 0) -> bool:
    """Whether nothing of the page in a frame has to be scrolled to."""
    return inside(page, which).evaluate(
        "() => document.documentElement.scrollHeight <= innerHeight + 1"
    )


# ---- a frame of the server -----------------------------------------------------------------------


def test_two_scenes_on_one_page_follow_the_hand_and_their_content(visit, host, server) -> None:
    scenes = ("?embed=1&dataset=loans&w1=-0.08", "?embed=1&dataset=exam&w0=0&theme=dark")
    frames = "".join(framed(server.url + scene) for scene in scenes)
    page = visit(
        host.allowed + host.put("two.html", f'{frames}<script src="{server.url}host.js"></script>')
    )
    first, second = ready(page, 0), ready(page, 1)
    grown(page, 0)
    grown(page, 1)
    assert fits(page, 0)
    assert fits(page, 1)
    assert first.locator("#w1-number").input_value() == "−0.08"
    assert second.locator("#w0-number").input_value() == "0"
    others = second.locator("#mean-loss").inner_text()
    first.locator("#w1").press("ArrowRight")
    expect(first.locator("#w1-number")).to_have_value("−0.0795")
    assert second.locator("#mean-loss").inner_text() == others


def test_the_height_goes_down_again(visit, host, server) -> None:
    body = framed(f"{server.url}?embed=1") + f'<script src="{server.url}host.js"></script>'
    page = visit(host.allowed + host.put("down.html", body))
    frame = ready(page)
    grown(page)
    height = "() => document.querySelector('iframe').clientHeight"
    before = page.evaluate(height)
    frame.locator("[data-explains=mean-loss]").click()
    page.wait_for_function(f"(h) => ({height})() > h", arg=before)
    frame.locator("[data-explains=mean-loss]").click()
    page.wait_for_function(f"(h) => ({height})() === h", arg=before)


def test_a_host_script_that_comes_late_asks(visit, host, server) -> None:
    page = visit(host.allowed + host.put("late.html", framed(f"{server.url}?embed=1")))
    ready(page)
    page.add_script_tag(url=f"{server.url}host.js")
    grown(page)


def test_another_origin_is_refused_and_the_log_says_what_would_allow_it(
    visit, host: Host, server: Program
) -> None:
    page = visit(host.other + host.put("refused.html", framed(f"{server.url}?embed=1")))
    page.wait_for_load_state("networkidle")
    assert inside(page).url.startswith("chrome-error:")
    assert f"--allow-origin {host.other} would allow it." in server.errors()


def test_without_the_option_no_other_origin_may_frame_it(visit, host: Host, base_url: str) -> None:
    page = visit(host.allowed + host.put("default.html", framed(f"{base_url}?embed=1")))
    page.wait_for_load_state("networkidle")
    assert inside(page).url.startswith("chrome-error:")


def test_without_the_host_script_the_fixed_height_stays(visit, host, server) -> None:
    phone = {"width": 360, "height": 740}
    page = visit(
        host.allowed + host.put("fixed.html", framed(f"{server.url}?embed=1")), viewport=phone
    )
    frame = ready(page)
    assert page.evaluate("() => document.querySelector('iframe').clientHeight") == FALLBACK
    # The frame scrolls, and the sliders stay in sight.
    inside(page).evaluate("() => scrollTo(0, 300)")
    expect(frame.locator("#w1")).to_be_in_viewport()
    expect(frame.locator("#figure-sigmoid")).to_be_in_viewport()


def test_both_forms_of_the_message_are_sent(visit, host, server) -> None:
    listen = "<script>heard = []; onmessage = (e) => heard.push(e.data);</script>"
    page = visit(host.allowed + host.put("hear.html", listen + framed(f"{server.url}?embed=1")))
    ready(page)
    own, lti = page.evaluate("() => heard.slice(-2)")
    assert own["type"] == "logreg-explorable.height"
    assert own["height"] > FALLBACK
    assert lti == f'{{"subject":"lti.frameResize","height":{own["height"]}}}'


@pytest.mark.parametrize(
    ("sender", "message"),
    [
        ("top", "{ type: 'logreg-explorable.height', height: 900 }"),
        ("frame", "{ type: 'other', height: 900 }"),
        ("frame", "{ type: 'logreg-explorable.height', height: '900px' }"),
        ("frame", "{ type: 'logreg-explorable.height', height: Infinity }"),
        ("frame", "null"),
        ("elsewhere", "{ type: 'logreg-explorable.height', height: 900 }"),
    ],
)
def test_the_host_script_hears_only_its_frames(visit, host, server, sender, message) -> None:
    host.put("child.html", "<p>nothing</p>")
    src = f"{host.allowed}/child.html"
    page = visit(
        host.allowed
        + host.put("check.html", framed(src) + f'<script src="{server.url}host.js"></script>')
    )
    if sender == "elsewhere":  # A page of another origin has taken the frame's place.
        inside(page).goto(f"{host.other}/child.html")
    target = page.main_frame if sender == "top" else inside(page)
    target.evaluate(f"() => parent.postMessage({message}, '*')")
    page.evaluate("() => new Promise((go) => setTimeout(go, 100))")
    assert page.evaluate("() => document.querySelector('iframe').style.height") == ""


def test_a_height_is_bounded(visit, host, server) -> None:
    host.put("child.html", "<p>nothing</p>")
    body = framed(f"{host.allowed}/child.html") + f'<script src="{server.url}host.js"></script>'
    page = visit(host.allowed + host.put("bound.html", body))
    tell = "(height) => parent.postMessage({ type: 'logreg-explorable.height', height }, '*')"
    has = "(height) => document.querySelector('iframe').style.height === height"
    inside(page).evaluate(tell, 1e9)
    page.wait_for_function(has, arg="10000px")
    inside(page).evaluate(tell, -5)
    page.wait_for_function(has, arg="100px")


# ---- the page in a frame -------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_an_embedded_page_has_no_chrome_and_no_axe_violation(visit, server, width, scheme) -> None:
    page = visit(
        f"{server.url}?lesson=03&embed=1",
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
    )
    page.wait_for_selector("body[data-ready=true]")
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    box = page.locator("h1").bounding_box()
    assert page.locator("header").bounding_box()["width"] <= 1, box
    expect(page.locator("#share-open")).to_be_hidden()
    expect(page.locator(".contents")).to_be_hidden()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in violations] == []


def test_a_link_to_another_lesson_stays_embedded(visit, server) -> None:
    page = visit(f"{server.url}?lesson=10&embed=1")
    page.wait_for_selector("body[data-ready=true]")
    links = page.locator(".lesson-link").evaluate_all("(all) => all.map((a) => a.href)")
    assert links != []
    assert [link for link in links if not link.endswith("&embed=1")] == []


# ---- the script of server_document ---------------------------------------------------------------


def test_server_document_puts_the_scene_in_its_place(visit, host, server) -> None:
    scene = {"dataset": "exam", "w0": "-1.5"}
    tags = [server_document(server.url.rstrip("/"), arguments=s) for s in (scene, {"lesson": "03"})]
    page = visit(host.allowed + host.put("script.html", "<p>one</p>".join(tags)))
    frame = ready(page)
    ready(page, 1)
    grown(page)
    assert frame.locator("#w0-number").input_value() == "−1.5"
    assert page.locator("iframe").nth(1).get_attribute("title") == TITLE
    frame.locator("#w0").press("ArrowRight")
    expect(frame.locator("#w0-number")).not_to_have_value("−1.5")
    ours = (host.allowed, server.url, "data:", "blob:")
    assert [url for url in page.asked if not url.startswith(ours)] == []


def test_server_document_says_so_where_it_is_refused(visit, host, server) -> None:
    tag = server_document(server.url.rstrip("/"))
    page = visit(host.other + host.put("script.html", tag))
    expect(page.locator("body")).to_contain_text(f"does not let pages of {host.other} show it")
    assert page.locator("iframe").count() == 0


# ---- the one file --------------------------------------------------------------------------------


def test_the_one_file_runs_in_a_sandbox(visit, host, server, exported) -> None:
    shutil.copy(exported(), host.folder / "lab.html")
    frame = framed("lab.html#embed=1&dataset=exam&w0=-2&lock=w1", sandbox="allow-scripts")
    page = visit(
        host.allowed
        + host.put("sandbox.html", f'{frame}<script src="{server.url}host.js"></script>')
    )
    found = ready(page)
    grown(page)
    assert fits(page)
    assert found.locator("#w0-number").input_value() == "−2"
    expect(found.locator("#w1")).to_be_disabled()
    found.locator("#w0").press("ArrowRight")
    expect(found.locator("#w0-number")).not_to_have_value("−2")


# ---- generators ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def snippets(pages: Pages, server: Program) -> dict[str, str]:
    """What the Share dialog of a scene gives in two forms, and the mean loss of the scene."""
    page = pages.take()
    page.goto(f"{server.url}?dataset=exam&w0=-3.25&steps=2&figures=sigmoid,table&hide=reset")
    page.wait_for_selector("body[data-ready=true]")
    page.click("#share-open")
    expect(page.locator("#share-file")).to_be_visible()  # The page knows the server now.
    found = {"loss": page.inner_text("#mean-loss")}
    for form in ("html", "markdown"):
        page.check(f"#share-{form}")
        found[form] = page.input_value("#share-text")
    pages.give_back(page)
    return found


@pytest.mark.parametrize("generator", BUILDS)
def test_a_copied_snippet_works_in_a_built_site(
    visit, host: Host, snippets: dict[str, str], tmp_path: Path, generator: str
) -> None:
    copied = snippets["html" if generator == "html" else "markdown"]
    site = tmp_path / "site"
    shutil.copytree(SITES / generator, site)
    for text in (*site.rglob("*.md"), *site.rglob("*.html")):
        text.write_text(text.read_text().replace("SNIPPET", copied))
    subprocess.run([sys.executable, *BUILDS[generator]], cwd=site, check=True, timeout=60)
    shutil.copytree(site / "out", host.folder / generator)

    page = visit(f"{host.allowed}/{generator}/index.html")
    frame = ready(page)
    page.wait_for_function("() => document.querySelector('iframe').style.height")
    assert fits(page)
    assert frame.locator("#mean-loss").inner_text() == snippets["loss"]
    assert frame.locator(".card:visible").count() == 2
    expect(frame.locator("#reset")).to_be_hidden()
    assert page.locator("iframe").get_attribute("title") == "Logistic regression you can drag"
