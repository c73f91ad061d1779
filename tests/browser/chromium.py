"""The browser that the tests drive: one that the machine has, or else one that is installed.

`make chromium` runs this file. With `--debian` it needs no package of Python and asks only Debian.
"""

import os
import shutil
import subprocess
import sys

# The headless shell is Chromium without windows, in which a page takes two thirds of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# macOS keeps programs here, and its PATH does not lead to them.
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
MISSING = (
    "The browser tests need Chromium or Google Chrome, and none could be installed here; "
    "please install one of them."
)


def find(downloaded: str) -> str | None:
    """Path of a browser that works; `downloaded` is where Playwright puts its own."""
    paths = filter(None, map(shutil.which, (*NAMES, *APPLICATIONS, downloaded)))
    return next(filter(works, paths), None)


def works(path: str) -> bool:
    """Whether a browser starts and can read the files of the tests.

    Ubuntu's `chromium-browser` may only be a hint to install a snap, and a snap sees nothing in
    /tmp.
    """
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    return said.returncode == 0 and not said.stdout.strip().endswith("snap")


def bring(downloaded: str) -> str:
    """Path of a browser that works; one is installed if there is none."""
    for install in (nothing, from_debian, from_playwright):
        install()
        if path := find(downloaded):
            return path
    sys.exit(MISSING)


def nothing() -> None:
    """Leave the machine as it is."""


def from_debian() -> None:
    """Install Debian's package, where there are such packages and we may install them."""
    if not may_install_packages():
        return
    apt = [*sudo(), "apt-get", "--yes", "--quiet=2"]
    succeeds(*apt, "update")
    succeeds(*apt, "install", "--no-install-recommends", NAMES[0])


def from_playwright() -> None:
    """Let Playwright download its own build, and install the libraries for it if we may."""
    libraries = ["--with-deps"] if may_install_packages() else []
    succeeds(sys.executable, "-m", "playwright", "install", "--no-shell", *libraries, "chromium")


def may_install_packages() -> bool:
    """Whether this is Debian or Ubuntu, and we are root or `sudo` asks for no password."""
    return shutil.which("apt-get") is not None and succeeds(*sudo(), "true")


def sudo() -> list[str]:
    """Words in front of a command that only root may run."""
    return [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]


def succeeds(*command: str) -> bool:
    """Run a command and say whether it did what it should."""
    return shutil.which(command[0]) is not None and subprocess.run(command).returncode == 0


if __name__ == "__main__":
    if "--debian" in sys.argv:
        if not find(""):
            from_debian()
    else:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            own = playwright.chromium.executable_path
        print(bring(own))
