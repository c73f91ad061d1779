"""Which browser is found or installed, on machines that are made up."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field

import pytest

from browser import chromium

CHROME, CHROMIUM = chromium.APPLICATIONS
OWN = "/home/me/.cache/ms-playwright/chromium-1/chrome"

LISTS = "apt-get --yes --quiet=2 update"
PACKAGE = "apt-get --yes --quiet=2 install --no-install-recommends chromium-headless-shell"
SUDO = "sudo --non-interactive"
DOWNLOAD = f"{sys.executable} -m playwright install --no-shell chromium"
WITH_LIBRARIES = f"{sys.executable} -m playwright install --no-shell --with-deps chromium"

WORKS = "Chromium 156.0.8078.108 built on Debian GNU/Linux 12 (bookworm)\n"
SNAP = "Chromium 156.0.8078.108 snap\n"
HINT = ""  # This command fails, and only says how to install a snap.


@dataclass
class Machine:
    """A user's programs, with what each says of its version, and what commands would install."""

    programs: dict[str, str] = field(default_factory=dict)
    root: bool = False
    password: bool = True
    installs: dict[str, str] = field(default_factory=dict)
    ran: list[str] = field(default_factory=list)

    def which(self, name: str) -> str | None:
        return name if name in {*self.programs, sys.executable, "true"} else None

    def run(self, command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        line = " ".join(command)
        if line.endswith(" --version"):
            said = self.programs[command[0]]
            return subprocess.CompletedProcess(command, int(said == HINT), said)
        if line.endswith("true"):
            return subprocess.CompletedProcess(command, int(self.password and not self.root))
        self.ran.append(line)
        if line in self.installs:
            self.programs = {**self.programs, self.installs[line]: WORKS}
        return subprocess.CompletedProcess(command, int(line not in self.installs))

    def become(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: 0 if self.root else 1000)
        monkeypatch.setattr(shutil, "which", self.which)
        monkeypatch.setattr(subprocess, "run", self.run)


APT, WITH_SUDO = {"apt-get": ""}, {"apt-get": "", "sudo": ""}


@pytest.mark.parametrize(
    "path",
    [
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        CHROME,
        CHROMIUM,
        OWN,
    ],
)
def test_a_browser_that_is_there_is_taken(monkeypatch: pytest.MonkeyPatch, path: str):
    machine = Machine({**WITH_SUDO, path: WORKS}, root=True)
    machine.become(monkeypatch)
    assert (chromium.find(OWN), chromium.bring(OWN), machine.ran) == (path, path, [])


@pytest.mark.parametrize("said", [HINT, SNAP])
def test_a_browser_that_does_not_work_is_passed_over(monkeypatch: pytest.MonkeyPatch, said: str):
    Machine({"chromium-browser": said, "google-chrome": WORKS}).become(monkeypatch)
    assert chromium.find(OWN) == "google-chrome"


@pytest.mark.parametrize(
    ("machine", "ran", "path"),
    [
        pytest.param(
            Machine(APT, root=True, installs={PACKAGE: "chromium"}),
            [LISTS, PACKAGE],
            "chromium",
            id="Debian as root",
        ),
        pytest.param(
            Machine(WITH_SUDO, password=False, installs={f"{SUDO} {PACKAGE}": "chromium"}),
            [f"{SUDO} {LISTS}", f"{SUDO} {PACKAGE}"],
            "chromium",
            id="Debian with sudo",
        ),
        pytest.param(
            Machine(WITH_SUDO, installs={DOWNLOAD: OWN}),
            [DOWNLOAD],
            OWN,
            id="Debian or Ubuntu, where sudo asks for a password",
        ),
        pytest.param(
            Machine(APT, installs={DOWNLOAD: OWN}),
            [DOWNLOAD],
            OWN,
            id="Debian or Ubuntu without sudo",
        ),
        pytest.param(
            Machine({**APT, "chromium": SNAP}, root=True, installs={WITH_LIBRARIES: OWN}),
            [LISTS, PACKAGE, WITH_LIBRARIES],
            OWN,
            id="Ubuntu as root, where Chromium is a snap",
        ),
        pytest.param(
            Machine(WITH_SUDO, password=False, installs={WITH_LIBRARIES: OWN}),
            [f"{SUDO} {LISTS}", f"{SUDO} {PACKAGE}", WITH_LIBRARIES],
            OWN,
            id="Ubuntu with sudo, which has no package",
        ),
        pytest.param(
            Machine({"sudo": ""}, password=False, installs={DOWNLOAD: OWN}),
            [DOWNLOAD],
            OWN,
            id="macOS or Fedora with sudo",
        ),
    ],
)
def test_a_browser_that_is_missing_is_installed(
    monkeypatch: pytest.MonkeyPatch, machine: Machine, ran: list[str], path: str
):
    machine.become(monkeypatch)
    assert (chromium.bring(OWN), machine.ran) == (path, ran)


@pytest.mark.parametrize("programs", [{}, WITH_SUDO])
def test_a_machine_that_cannot_have_one_hears_what_to_install(
    monkeypatch: pytest.MonkeyPatch, programs: dict[str, str]
):
    Machine(programs).become(monkeypatch)
    with pytest.raises(SystemExit, match="need Chromium or Google Chrome"):
        chromium.bring(OWN)
