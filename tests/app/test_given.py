"""Data sets from files: every example file with every command that takes one."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from urllib.request import Request, urlopen

import pytest
from conftest import PATIENCE, Done, serving
from core.cases import ROWS, SAYS, content

from logreg_app import catalog
from logreg_app.export import small
from logreg_app.given import FileError, opened, read, summary
from logreg_core.dataset import Dataset

Command = Callable[..., Done]
IDS = [file for file, _ in ROWS]
LOANS = b"dollars,label\n25000,1\n32000,1\n45000,0\n75000,0\n95000,1\n110000,0\n"

pytestmark = pytest.mark.usefixtures("as_shipped")


@pytest.fixture
def bring(tmp_path: Path) -> Callable[[str, bytes], Path]:
    """Write a file of some name, and say where it is."""

    def write(name: str, data: bytes = LOANS) -> Path:
        file = tmp_path / re.sub(r"[^\w.-]", "_", name)
        file.write_bytes(data)
        return file

    return write


# ---- every example file --------------------------------------------------------------------------


@pytest.mark.parametrize(("file", "expected"), ROWS, ids=IDS)
def test_a_file_is_checked_in_one_line(command: Command, bring: Callable, file: str, expected: str):
    path = bring(file, content(file))
    verdict, what = expected.split()[:2]
    code, out, errors = command("datasets", "--check", str(path))
    assert (code, errors, out.count("\n")) == (verdict != "accept", "", 1)
    says = rf"{what} rows; .*; y = 1 is .*, y = 0 is .*\." if verdict == "accept" else SAYS[file]
    assert re.search(rf"^{re.escape(str(path))}: .*{says}", out)


@pytest.mark.parametrize(("file", "expected"), ROWS, ids=IDS)
def test_a_file_is_exported_or_refused(command: Command, bring: Callable, file: str, expected: str):
    path = bring(file, content(file))
    out = path.with_suffix(".html")
    done = command("export", "--dataset", str(path), "--out", str(out))
    if expected.startswith("accept"):
        assert (done.returncode, done.stderr) == (0, "")
        assert f'"features":{features_in(path)}' in out.read_text("utf-8")
        return
    assert (done.returncode, done.stdout, out.exists()) == (1, "", False)
    assert re.search(rf"^logreg-explorable: {re.escape(str(path))}: .*{SAYS[file]}", done.stderr)
    assert done.stderr.count("\n") == 1


REFUSED = [file for file, expected in ROWS if expected.startswith("refuse")]


@pytest.mark.parametrize("file", REFUSED)
def test_a_file_that_is_refused_is_not_served(command: Command, bring: Callable, file: str):
    path = bring(file, content(file))
    done = command("serve", "--port", "0", "--dataset", str(path))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert re.search(rf"^logreg-explorable: {re.escape(str(path))}: .*{SAYS[file]}", done.stderr)


def features_in(path: Path) -> str:
    """Names of the features as the page's JSON has them."""
    names = ",".join(f'"{name}"' for name in read(path).features)
    return f"[{names}]".replace("<", "\\u003c")


# ---- what else may be wrong ----------------------------------------------------------------------


def test_five_features_are_more_than_the_page_shows(command: Command, bring: Callable):
    path = bring("five.csv", b"a,b,c,d,e,y\n1,2,3,4,5,0\n2,3,4,5,6,1\n")
    done = command("datasets", "--check", str(path))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        f"{path}: The data set has 5 features; the page shows at most 4, so keep fewer columns.\n"
    )


@pytest.mark.parametrize("text", ["nope.csv", "no/such/file", "../nope"])
def test_a_file_that_is_not_there_is_named(text: str):
    with pytest.raises(FileError, match=rf"^{text}: it cannot be read \(No such file"):
        opened(text)


def test_a_folder_is_no_file(tmp_path: Path):
    with pytest.raises(FileError, match=r": it cannot be read \(Is a directory\); name"):
        opened(str(tmp_path))


def test_the_size_of_a_file_is_asked_before_it_is_read(tmp_path: Path):
    file = tmp_path / "large.csv"
    with file.open("wb") as stream:
        stream.truncate(10**12)  # a file with a hole takes no room, but reading it would
    with pytest.raises(FileError, match=r"has 1,000,000,000,000 bytes; the limit is 2,097,152"):
        read(file)


def test_a_stream_without_an_end_is_refused():
    with pytest.raises(FileError, match=r"^/dev/zero: The file has 2,097,153 bytes; the limit"):
        read(Path("/dev/zero"))


def test_a_pipe_is_read(tmp_path: Path):
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_bytes, args=(LOANS,))
    writer.start()
    assert read(pipe).n == 6
    writer.join()


def test_a_name_of_a_file_cannot_command_the_terminal(command: Command, tmp_path: Path):
    done = command("datasets", "--check", str(tmp_path / "a\x1b[2J\n.csv"))
    assert (done.returncode, done.stdout.count("\n"), "\x1b" in done.stdout) == (1, 1, False)


# ---- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("scores", "scores"),
        ("My données 2", "My-donnees-2"),
        ("loans", "loans-2"),
        ("own", "own-2"),
        ("数据", "file"),
        (".hidden", "hidden"),
        ("a" * 100, "a" * 36),
    ],
)
def test_a_file_gives_its_data_set_a_name_that_an_address_can_hold(
    tmp_path: Path, stem: str, name: str
):
    file = tmp_path / f"{stem}.csv"
    file.write_bytes(LOANS)
    assert opened(str(file)) == name
    assert catalog.dataset(name).title == file.stem


def test_a_title_in_the_file_goes_before_its_name(bring: Callable):
    data = read(bring("scores.csv", b"# title: Scores\n" + LOANS))
    assert (data.name, data.title) == ("scores", "Scores")


def test_a_name_of_the_catalog_goes_before_a_file(
    bring: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    bring("loans")
    bring("scores")
    monkeypatch.chdir(tmp_path)
    assert opened("loans") == "loans"
    assert catalog.dataset("loans").features == ("income",)
    assert opened("./loans") == "loans-2"
    assert catalog.dataset(opened("scores")).features == ("dollars",)


def test_what_is_neither_a_name_nor_a_file_is_refused_with_the_known_names():
    with pytest.raises(
        catalog.UnknownDatasetError,
        match=r"no data set “nope”\. Known: loans, .*; or name a",
    ):
        opened("nope")


# ---- what the commands do ------------------------------------------------------------------------


def test_check_says_what_was_read(command: Command, bring: Callable):
    path = bring("two.csv", b"a;b;label\n1,5;2;yes\n2,5;3;no\n3;4;no\n")
    done = command("datasets", "--check", str(path))
    assert done.stdout == (
        f'{path}: 3 rows; 2 features "a", "b"; y = 1 is "label = yes" (1 row), '
        'y = 0 is "label = no" (2 rows).\n'
    )


def test_check_tells_all_files_and_fails_if_one_is_refused(command: Command, bring: Callable):
    good, bad, last = bring("good.csv"), bring("bad.csv", b""), bring("last.csv")
    done = command("datasets", "--check", str(good), str(bad), str(last))
    starts = [line.split(": ")[0] for line in done.stdout.splitlines()]
    assert (done.returncode, starts) == (1, [str(good), str(bad), str(last)])


def test_a_file_s_words_cannot_command_the_terminal():
    data = Dataset([1, 2], [0, 1], features=("a\x1b[2J\n",), positive="b\n" * 100)
    assert summary(data).isprintable()
    assert len(summary(data)) < 200


def test_all_lessons_go_out_with_a_lab_that_opens_the_file(
    command: Command, bring: Callable, tmp_path: Path
):
    path = bring("all-scores.csv")
    done = command("export", "--all", "--dataset", str(path), "--out", str(tmp_path / "all"))
    assert (done.returncode, done.stderr) == (0, "")
    lab = (tmp_path / "all/lab.html").read_text("utf-8")
    assert '"scene":{"dataset":"all-scores"}' in lab
    assert "all-scores" in small()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_every_worker_serves_the_file(bring: Callable, workers: str):
    path = str(bring("served-scores.csv"))
    # One server is told of the file by its environment, the other one by an option.
    option = ("--dataset", path) if workers == "2" else ()
    environment = {**os.environ} if option else {**os.environ, "LOGREG_DATASET": path}
    with serving(*option, "--workers", workers, env=environment) as served:
        pages = [fetched(served.url) for _ in range(6)]
        named = [fetched(f"{served.url}?dataset=served-scores") for _ in range(6)]
        file = fetched(f"{served.url}scene.html?dataset=served-scores")
        answers = [asked(served.url, "dataset=served-scores&w1=0") for _ in range(6)]
    opening = '"scene":{"dataset":"served-scores"}'
    assert [opening in page for page in (*pages, *named, file)] == [True] * 13
    assert ["mean_loss" in answer for answer in answers] == [True] * 6


def asked(url: str, scene: str) -> str:
    """The line of JSON with which the server answers a question about a scene."""
    body = f'{{"scene":"{scene}","tables":"summary"}}'.encode()
    request = Request(f"{url}question", data=body, headers={"Origin": url.rstrip("/")})
    with urlopen(request, timeout=PATIENCE) as answer:
        return answer.readline().decode()


def fetched(url: str) -> str:
    with urlopen(url, timeout=PATIENCE) as answer:
        return answer.read().decode()
